using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Voies;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Sommes allouées, sommes reçues, avance et délais du recouvrement, en mots.</summary>
internal sealed class RemplirLeRecouvrement(Dossier dossier, DateOnly date, Citations citations)
{
    public ChampsRecouvrement Tout()
    {
        var decision = dossier.Procedure.Decisions.LastOrDefault(d => d.Definitive && d.Juridiction.Trim().Length > 0);
        var definitive = dossier.Procedure.Actes.LastOrDefault(a => a is { Genre: GenreActe.DecisionPenaleDefinitive, Le: not null })?.Le;
        var alloue = dossier.Droits.DommagesInterets is { } a && a > Montant.Zero ? a : (Montant?)null;
        var recu = Montant.Total(dossier.Versements.Where(v => v.Proche.Length == 0).Select(v => v.Montant));
        var reste = alloue is { } du ? Montant.Max(du - recu, Montant.Zero) : (Montant?)null;
        var avance = alloue is { } somme ? ParametresDesVoies.Embarques.AvanceDuSarvi(somme, date) : null;
        var echeances = definitive is null ? [] : Echeancier.Dresser(dossier, date).Echeances;
        var ouverture = Jour(echeances, "SARVI-OPEN");
        var fin = Jour(echeances, "SARVI-CIVI") ?? Jour(echeances, "SARVI");
        var agrasc = Jour(echeances, "AGRASC");
        return new()
        {
            Decision = decision is null ? null : $"{decision.Juridiction.Trim()}{(decision.Date is { } jour ? $", {Langue.Date(jour)}" : "")}{(Texte(decision.Numero) is { } numero ? $", n° {numero}" : "")}",
            DefinitiveLe = Mots.Date(definitive),
            PiecesDeLaDecision = decision is null ? null : citations.Citer(decision.Pieces),
            Alloue = alloue?.ToString(),
            AlloueEnLettres = alloue is { } lettres ? EnLettres.Euros(lettres) : null,
            Recu = recu.ToString(),
            AvecRecu = recu > Montant.Zero,
            Reste = reste?.ToString(),
            ResteEnLettres = reste is { } solde ? EnLettres.Euros(solde) : null,
            Operation = avance?.Formule,
            Avance = avance?.Resultat.ToString(),
            FenetreDuSarvi = ouverture is { } du2 && fin is { } au ? $"du {Langue.Date(du2)} au {Langue.Date(au)}" : null,
            HorsFenetre = date < ouverture || date > fin,
            TermeDeLAgrasc = Mots.Date(agrasc),
            TermeDeLAgrascPasse = date > agrasc,
            CiviIrrecevable = dossier.Droits.CiviIrrecevable == Reponse.Oui,
            CiviObtenue = dossier.Droits.CiviObtenue == Reponse.Oui,
            Confiscations = Texte(string.Join("\n", dossier.MisEnCause.Select(m => m.Confiscation.Trim()).Where(c => c.Length > 0))),
        };
    }

    private static DateOnly? Jour(IReadOnlyList<Echeance> echeances, string regle) =>
        echeances.Where(e => e.Regle == regle).Select(e => e.DernierJourLegal).LastOrDefault();
}
