namespace Reparation.Domain.Dossiers;

/// <summary>Une infraction, telle que la loi la nomme.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Intitule">Nom juridique.</param>
/// <param name="Articles">Articles du code pénal.</param>
/// <param name="ListeeA7063">Vrai si l'article 706-3, 2° du code de procédure pénale la cite.</param>
/// <param name="Source">Source et crédit.</param>
public sealed record Qualification(
    string Id, string Intitule, IReadOnlyList<string> Articles, bool ListeeA7063, Commun.Source Source);

/// <summary>Les qualifications connues.</summary>
public static class Qualifications
{
    /// <summary>Toutes, dans l'ordre du code.</summary>
    public static IReadOnlyList<Qualification> Toutes { get; } = [];

    /// <summary>Qualification de cet identifiant, ou rien.</summary>
    public static Qualification? Trouver(string id) => Toutes.FirstOrDefault(q => q.Id == id);
}
