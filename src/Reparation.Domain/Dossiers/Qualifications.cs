using Reparation.Domain.Commun;
using Reparation.Domain.Infractions;

namespace Reparation.Domain.Dossiers;

/// <summary>Une infraction visée par l'acte, telle que la loi la nomme aujourd'hui. Ses rédactions sont au <see cref="Catalogue"/>.</summary>
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

/// <summary>Les qualifications qu'un fait peut viser.</summary>
public static class Qualifications
{
    /// <summary>Toutes, dans l'ordre du code.</summary>
    public static IReadOnlyList<Qualification> Toutes { get; } = [.. Catalogue.Toutes.Select(Viser)];

    private static readonly Dictionary<string, Qualification> ParId = Toutes.ToDictionary(q => q.Id, StringComparer.Ordinal);

    /// <summary>Qualification de cet identifiant, ou rien.</summary>
    public static Qualification? Trouver(string id) => id is null ? null : ParId.GetValueOrDefault(id);

    private static Qualification Viser(Infraction infraction)
    {
        var courante = infraction.Versions[^1];
        return new(
            infraction.Id, infraction.Intitule, infraction.Articles, infraction.CiteeA7063 == Appartenance.Oui,
            infraction.Citer(courante) with { EnVigueur = null })
        {
            Condition = infraction.Condition,
        };
    }
}
