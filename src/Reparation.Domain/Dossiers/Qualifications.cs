using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Dossiers;

/// <summary>Une infraction, telle que la loi la nomme.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Intitule">Nom juridique.</param>
/// <param name="Articles">Articles du code pénal.</param>
/// <param name="ListeeA7063">Vrai si l'article 706-3, 2° du code de procédure pénale la cite sans condition de gravité.</param>
/// <param name="Source">Source et crédit.</param>
public sealed record Qualification(
    string Id, string Intitule, IReadOnlyList<string> Articles, bool ListeeA7063, Source Source)
{
    /// <summary>Ce qu'il faut établir, ou ce qui se discute, pour une réparation intégrale ; vide si rien.</summary>
    public string Condition { get; init; } = "";
}

/// <summary>Les qualifications connues.</summary>
public static class Qualifications
{
    /// <summary>Toutes, dans l'ordre du code.</summary>
    public static IReadOnlyList<Qualification> Toutes { get; } = Lire(Editions.FichiersEmbarques());

    private static readonly Dictionary<string, Qualification> ParId = Toutes.ToDictionary(q => q.Id, StringComparer.Ordinal);

    /// <summary>Qualification de cet identifiant, ou rien.</summary>
    public static Qualification? Trouver(string id) => id is null ? null : ParId.GetValueOrDefault(id);

    private static List<Qualification> Lire(IReadOnlyDictionary<string, string> fichiers)
    {
        using var fiche = Fiche.Ouvrir("qualifications.json", fichiers);
        var lueLe = fiche.Date(fiche.Racine, "verifie_le");
        return fiche.Elements(fiche.Racine, "qualifications").Select(q =>
        {
            var articles = fiche.Textes(q, "articles");
            return new Qualification(
                fiche.Texte(q, "id"),
                fiche.Texte(q, "intitule"),
                articles,
                fiche.Booleen(q, "citee706_3"),
                new(GenreSource.Article, $"art. {Francais.Liste(articles)} du code pénal", fiche.Texte("adresse"), lueLe, fiche.Parmi<Confiance>(q, "confiance"))
                {
                    Page = fiche.Texte("page"),
                })
            {
                Condition = fiche.Texte(q, "condition"),
            };
        }).ToList();
    }
}
