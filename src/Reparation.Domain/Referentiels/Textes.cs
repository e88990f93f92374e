using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Noms des juridictions et numéros d'articles, datés : une réforme change une donnée, jamais un acte déjà écrit.</summary>
public static class Textes
{
    private static readonly Dictionary<string, IReadOnlyList<NomDate>> ParId = Lire();

    /// <summary>Identifiants connus.</summary>
    public static IReadOnlyCollection<string> Identifiants => ParId.Keys;

    /// <summary>Nom à employer ce jour-là ; avant la première date connue, le plus ancien.</summary>
    /// <exception cref="ArgumentException">L'identifiant est inconnu.</exception>
    public static NomDate Nom(string id, DateOnly jour)
    {
        var versions = Versions(id);
        return versions.LastOrDefault(v => v.Du <= jour) ?? versions[0];
    }

    /// <summary>Vrai si le dernier nom connu ne s'emploie plus ce jour-là et qu'aucun autre ne l'a encore remplacé.</summary>
    /// <exception cref="ArgumentException">L'identifiant est inconnu.</exception>
    public static bool EstPerime(string id, DateOnly jour) => Nom(id, jour).Au < jour;

    /// <summary>Tous les noms, du plus ancien au plus récent.</summary>
    /// <exception cref="ArgumentException">L'identifiant est inconnu.</exception>
    public static IReadOnlyList<NomDate> Versions(string id) =>
        ParId.TryGetValue(id, out var versions) ? versions : throw new ArgumentException($"Nom inconnu : {id}.", nameof(id));

    private static Dictionary<string, IReadOnlyList<NomDate>> Lire() => Lire("textes/noms.json").Concat(Lire("textes/articles.json"))
        .ToDictionary(n => n.Id, n => n.Versions, StringComparer.Ordinal);

    private static List<(string Id, IReadOnlyList<NomDate> Versions)> Lire(string fichier)
    {
        using var fiche = Fiche.Ouvrir(fichier, SourcesDuDroit.Fichiers);
        return
        [
            .. fiche.Elements(fiche.Racine, "noms").Select(n => (
                fiche.Texte(n, "id"),
                (IReadOnlyList<NomDate>)[.. fiche.Elements(n, "versions").Select(v => new NomDate(
                    fiche.Texte(v, "nom"), fiche.DateOuVide(v, "du") ?? DateOnly.MinValue, fiche.DateOuVide(v, "au"),
                    SourcesDuDroit.Citer(fiche.Texte(v, "source")) with { Confiance = fiche.Parmi<Confiance>(v, "confiance") },
                    fiche.Texte(v, "reserve")))])),
        ];
    }
}

/// <summary>Nom, pendant une période.</summary>
/// <param name="Nom">Ce qui s'imprime.</param>
/// <param name="Du">Premier jour ; le premier de tous si le fichier ne le date pas.</param>
/// <param name="Au">Dernier jour ; rien s'il s'emploie encore.</param>
/// <param name="Source">Source, avec son crédit.</param>
/// <param name="Reserve">Ce qui se discute ; vide si rien.</param>
public sealed record NomDate(string Nom, DateOnly Du, DateOnly? Au, Source Source, string Reserve);
