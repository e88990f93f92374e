using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Une offre mise en face du chiffrage, poste par poste : l'écart, ce sur quoi elle dit reposer, ce qui manque.</summary>
public static class ReponseALOffre
{
    /// <summary>Compare une offre au bilan. Les postes suivent l'ordre de la nomenclature, l'enfant d'abord, puis chaque proche.</summary>
    public static OffreComparee Comparer(OffreRecue offre, Bilan bilan)
    {
        ArgumentNullException.ThrowIfNull(offre);
        ArgumentNullException.ThrowIfNull(bilan);
        var restantes = offre.Lignes.ToList();
        var postes = new List<PosteOffert>();
        Comparer("", bilan.Directs, offre, restantes, postes);
        foreach (var proche in bilan.Proches)
        {
            Comparer(proche.Proche.Id, proche.Postes, offre, restantes, postes);
        }

        // Ce que l'offre porte et que le bilan ne connaît pas n'est pas perdu : il figure à la suite.
        foreach (var groupe in restantes.GroupBy(l => (l.Proche, l.Code)).ToList())
        {
            postes.Add(Composer(groupe.Key.Code, groupe.Key.Proche, Montant.Zero, [.. groupe],
                ["L’offre porte un poste que la demande ne porte pas pour cette personne : le relire."]));
        }

        return new(
            offre, postes, Montant.Total(postes.Select(p => p.Demande)),
            offre.Globale ?? Montant.Total(postes.Select(p => p.Offert ?? Montant.Zero)));
    }

    private static void Comparer(
        string proche, IReadOnlyList<PosteEvalue> evalues, OffreRecue offre, List<LigneDOffre> restantes, List<PosteOffert> postes)
    {
        foreach (var evalue in evalues)
        {
            var code = evalue.Poste.Code;
            var lignes = restantes.Where(l => l.Proche == proche && l.Code == code).ToList();
            restantes.RemoveAll(lignes.Contains);
            if (lignes.Count > 0 || evalue.Evaluation is Evaluation.Chiffree)
            {
                postes.Add(Composer(code, proche, evalue.Demande, lignes, Constater(offre, evalue, lignes)) with
                {
                    Reserve = evalue.Evaluation is Evaluation.AReserver,
                });
            }
        }
    }

    private static PosteOffert Composer(
        string code, string proche, Montant demande, List<LigneDOffre> lignes, IReadOnlyList<string> constats) => new(
        code,
        Nomenclature.Trouver(code)?.Nom ?? code,
        proche,
        demande,
        Offert(lignes),
        string.Join(' ', lignes.Select(l => l.Fondement).Where(f => f.Length > 0)),
        string.Join(' ', lignes.Select(l => l.Reponse).Where(r => r.Length > 0)),
        constats);

    private static Montant? Offert(List<LigneDOffre> lignes) => lignes.Any(l => l.Montant is not null)
        ? Montant.Total(lignes.Select(l => l.Montant ?? Montant.Zero))
        : null;

    private static List<string> Constater(OffreRecue offre, PosteEvalue evalue, List<LigneDOffre> lignes)
    {
        var constats = new List<string>();
        if (lignes.Count > 1)
        {
            constats.Add($"L’offre porte {Francais.Nombre(lignes.Count)} lignes pour ce poste : elles sont additionnées.");
        }

        if (Offert(lignes) is { } offert)
        {
            ConstaterLaSomme(evalue, offert, lignes, constats);
        }
        else if (lignes.Count > 0)
        {
            constats.Add("L’offre cite ce poste sans le chiffrer : refus ou silence, sa raison est à demander.");
        }
        else if (offre.Globale is null)
        {
            constats.Add("L’offre ne dit rien de ce poste.");
        }

        if (evalue.Evaluation is Evaluation.Chiffree && evalue.Pieces.Count == 0)
        {
            constats.Add("Aucune pièce ne prouve encore ce poste de la demande.");
        }

        return constats;
    }

    private static void ConstaterLaSomme(PosteEvalue evalue, Montant offert, List<LigneDOffre> lignes, List<string> constats)
    {
        if (lignes.All(l => string.IsNullOrWhiteSpace(l.Fondement)))
        {
            constats.Add("L’offre ne dit pas sur quoi cette somme repose.");
        }

        switch (evalue.Evaluation)
        {
            case Evaluation.AReserver reserve:
                constats.Add(
                    $"L’offre chiffre un poste que la demande réserve ({reserve.Motif.TrimEnd('.')}) : l’accepter en l’état le fermerait.");
                return;
            case Evaluation.SansObjet:
                constats.Add("L’offre chiffre un poste que la demande ne porte pas : le relire.");
                return;
            default:
                break;
        }

        if (offert >= evalue.Demande)
        {
            constats.Add(offert == evalue.Demande ? "L’offre égale la demande." : "L’offre dépasse la demande : relire la demande.");
        }
        else if (evalue.Evaluation is Evaluation.Chiffree { Comparaisons: { Count: > 0 } comparaisons }
            && comparaisons.MinBy(c => c.Resultat) is { } plusBas && offert < plusBas.Resultat)
        {
            constats.Add(
                $"La somme offerte est sous le plus bas des calculs montrés pour ce poste : {plusBas.Libelle}, {plusBas.Resultat}.");
        }

        if (evalue.TiersPayeurs > Montant.Zero && offert < evalue.Demande)
        {
            constats.Add(
                $"Des prestations sont déjà imputées sur ce poste ({evalue.TiersPayeurs}) : vérifier que l’offre ne les retire pas une seconde fois.");
        }
    }
}

/// <summary>Offre comparée.</summary>
/// <param name="Offre">Offre reçue.</param>
/// <param name="Postes">Postes demandés ou offerts.</param>
/// <param name="TotalDemande">Total demandé sur ces postes.</param>
/// <param name="TotalOffert">Somme globale offerte, sinon total des postes offerts.</param>
public sealed record OffreComparee(OffreRecue Offre, IReadOnlyList<PosteOffert> Postes, Montant TotalDemande, Montant TotalOffert)
{
    /// <summary>Demande moins offre.</summary>
    public Montant Ecart => TotalDemande - TotalOffert;
}

/// <summary>Un poste de la demande en face de l'offre.</summary>
/// <param name="Code">Code du poste.</param>
/// <param name="Nom">Nom du poste.</param>
/// <param name="Proche">Proche, par identifiant ; vide pour l'enfant.</param>
/// <param name="Demande">Part demandée pour la victime.</param>
/// <param name="Offert">Somme offerte ; vide si l'offre n'en dit aucune.</param>
/// <param name="Fondement">Sur quoi l'offre dit reposer.</param>
/// <param name="Reponse">Réponse de l'avocat.</param>
/// <param name="Constats">Ce que la comparaison fait voir : silence, absence de motif, pièce manquante.</param>
public sealed record PosteOffert(
    string Code, string Nom, string Proche, Montant Demande, Montant? Offert, string Fondement, string Reponse, IReadOnlyList<string> Constats)
{
    /// <summary>Vrai si la demande réserve ce poste : zéro n'y est pas une somme demandée.</summary>
    public bool Reserve { get; init; }

    /// <summary>Demande moins offre ; la demande entière si l'offre est muette.</summary>
    public Montant Ecart => Demande - (Offert ?? Montant.Zero);
}
