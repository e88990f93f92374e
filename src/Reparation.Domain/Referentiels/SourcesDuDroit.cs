using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Textes et décisions que citent les infractions, les voies et le repérage : chacun avec sa version et son crédit.</summary>
public static class SourcesDuDroit
{
    /// <summary>Fichiers livrés, lus une fois.</summary>
    internal static IReadOnlyDictionary<string, string> Fichiers { get; } = Editions.FichiersEmbarques();

    private static readonly Dictionary<string, Source> ParId = Lire();

    /// <summary>Toutes, par identifiant.</summary>
    public static IReadOnlyDictionary<string, Source> Toutes => ParId;

    /// <summary>Source de cet identifiant.</summary>
    /// <exception cref="InvalidDataException">Un fichier de données cite une source absente.</exception>
    public static Source Citer(string id) =>
        ParId.TryGetValue(id, out var source) ? source : throw new InvalidDataException($"textes/sources.json : source « {id} » absente.");

    /// <summary>Sources d'une liste d'identifiants.</summary>
    internal static IReadOnlyList<Source> Citer(IEnumerable<string> ids) => [.. ids.Select(Citer)];

    private static Dictionary<string, Source> Lire()
    {
        using var fiche = Fiche.Ouvrir("textes/sources.json", Fichiers);
        var lueLe = fiche.Date(fiche.Racine, "verifieLe");
        return fiche.Elements(fiche.Racine, "sources").ToDictionary(
            s => fiche.Texte(s, "id"),
            s => new Source(
                fiche.Parmi<GenreSource>(s, "genre"), fiche.Texte(s, "intitule"), fiche.Texte(s, "adresse"), lueLe,
                fiche.Parmi<Confiance>(s, "confiance"))
            {
                EnVigueur = fiche.DateOuVide(s, "enVigueur"),
                Page = fiche.Texte(s, "version"),
            },
            StringComparer.Ordinal);
    }
}
