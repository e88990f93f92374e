using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>
/// Auteurs tenus in solidum (art. 480-1 du code de procédure pénale). Chacun doit tout à l'enfant ; les parts que la
/// juridiction a fixées ne règlent que leurs recours entre eux. Devant la commission, aucun auteur n'est débiteur : la liste est vide.
/// </summary>
internal static class Coauteurs
{
    public static IReadOnlyList<PartDeCoauteur> Etablir(Dossier dossier, Bilan bilan)
    {
        var tenus = dossier.MisEnCause.Where(m => m.TenuInSolidum).ToList();
        if (bilan.Mode != ModeDImputation.Auteur || tenus.Count == 0)
        {
            return [];
        }

        var charges = PartsFont100(tenus)
            ? Repartition.Partager(bilan.TotalDemande, [.. tenus.Select(m => m.PartEntreCoauteurs ?? 0)])
            : null;
        return [.. tenus.Select((m, rang) => new PartDeCoauteur(m, bilan.Solde, Paye(dossier, m.Id), charges?[rang]))];
    }

    /// <summary>Vrai si chaque part est fixée et si leur somme est de 100 %.</summary>
    public static bool PartsFont100(IReadOnlyList<MisEnCause> tenus) =>
        tenus.All(m => m.PartEntreCoauteurs is not null) && tenus.Sum(m => m.PartEntreCoauteurs ?? 0) == 100;

    private static Montant Paye(Dossier dossier, string id) => Montant.Total(
        dossier.Versements.Where(v => v.MisEnCause == id && v.Proche.Length == 0).Select(v => v.Montant));
}
