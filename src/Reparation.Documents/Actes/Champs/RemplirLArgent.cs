using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using static Reparation.Documents.Actes.Champs.Mots;

namespace Reparation.Documents.Actes.Champs;

/// <summary>L'argent de l'enfant, en mots.</summary>
internal sealed class RemplirLArgent(Discretion discretion, Bilan bilan, Citations citations)
{
    public ChampsArgent Tout()
    {
        var argent = discretion.Dossier.Argent;
        return new()
        {
            Requerant = Texte(argent.Requerant),
            Situation = Texte(argent.Situation),
            EmploiDesFonds = Texte(argent.EmploiDesFonds),
            Placement = Texte(argent.Placement),
            PartBloquee = argent.PartBloquee?.ToString(),
            PartBloqueeEnLettres = argent.PartBloquee is { } bloquee ? EnLettres.Euros(bloquee) : null,
            Prelevement = argent.PrelevementParMois?.ToString(),
            Inventaire = argent.Inventaire,
            Comptes = argent.Comptes,
            OrdonneLe = Mots.Date(argent.OrdonneLe),
            Ordonnance = Texte(argent.Ordonnance),
            Pieces = citations.Citer(argent.Pieces),
            FinDeJouissance = discretion.TaitLIdentite ? null : Mots.Date(JouissanceLegale.FinLe(discretion.Dossier)),
            Demande = Repartir(JouissanceLegale.Demande(bilan)),
            Recu = Repartir(JouissanceLegale.Recu(discretion.Dossier)),
        };
    }

    /// <summary>Une ventilation en mots.</summary>
    public static ChampsVentilation Repartir(Ventilation ventilation) => new(
        [.. ventilation.Parts.Select(p => new ChampsPartVentilee(p.Poste.Nom, p.Poste.Code, p.Montant.ToString(), p.Regle.Regime))],
        ventilation.Hors.ToString(),
        ventilation.Possible.ToString(),
        ventilation.AVentiler > Montant.Zero ? ventilation.AVentiler.ToString() : null);
}
