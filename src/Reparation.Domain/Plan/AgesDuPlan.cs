using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Ce que l'accompagnement prépare à 16, 17, 17 ans et demi, 18 et 21 ans : l'argent, l'aide jeune majeur, le relais des soins.</summary>
public static class AgesDuPlan
{
    private static readonly IReadOnlyList<(int Mois, string Libelle, string AFaire, Source Source)> Tous = Lire();

    /// <summary>Âges datés de l'enfant, dans l'ordre ; vide si sa date de naissance manque.</summary>
    public static IReadOnlyList<AgeDuPlan> Dater(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Enfant.DateDeNaissance is { } naissance
            ? [.. Tous.Select(a => new AgeDuPlan(a.Libelle, naissance.AddMonths(a.Mois), a.AFaire, a.Source))]
            : [];
    }

    /// <summary>Ceux qui ne sont pas passés.</summary>
    public static IReadOnlyList<AgeDuPlan> AVenir(Dossier dossier, DateOnly jour) => [.. Dater(dossier).Where(a => a.Le >= jour)];

    private static IReadOnlyList<(int Mois, string Libelle, string AFaire, Source Source)> Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/ages.json", SourcesDuDroit.Fichiers);
        return
        [
            .. fiche.Elements(fiche.Racine, "ages").Select(a => (
                (int)fiche.Nombre(a, "mois"), fiche.Texte(a, "libelle"), fiche.Texte(a, "aFaire"), fiche.SourceDe(a, "source", GenreSource.Article))),
        ];
    }
}

/// <summary>Un âge du plan.</summary>
/// <param name="Libelle">« 17 ans et demi ».</param>
/// <param name="Le">Jour où il est atteint.</param>
/// <param name="AFaire">Ce qu'il faut avoir préparé.</param>
/// <param name="Source">Source.</param>
public sealed record AgeDuPlan(string Libelle, DateOnly Le, string AFaire, Source Source);
