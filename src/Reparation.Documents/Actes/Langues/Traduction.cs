using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Actes.Langues;

/// <summary>
/// Le livret dans une autre langue : chaque ligne française et sa traduction, toutes au même endroit
/// (<c>templates/livret/langues</c>). Une ligne qui n'y est pas ne s'invente pas.
/// </summary>
public sealed class Traduction
{
    private static readonly JsonSerializerOptions Lecture = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly FrozenDictionary<LangueDuLivret, Lazy<Traduction>> Livrees = Enum.GetValues<LangueDuLivret>()
        .Where(l => l != LangueDuLivret.Francais).ToFrozenDictionary(l => l, l => new Lazy<Traduction>(() => Lire(l)));

    private readonly Catalogue _catalogue;
    private readonly FrozenDictionary<string, string> _lignes;

    private Traduction(Catalogue catalogue) => (_catalogue, _lignes) =
        (catalogue, catalogue.Lignes.ToFrozenDictionary(l => Cle(l.Key), l => l.Value, StringComparer.Ordinal));

    /// <summary>Étiquette de langue du document : « en-GB ».</summary>
    public string Etiquette => _catalogue.Etiquette;

    /// <summary>Nom de la langue, en français : « anglais ».</summary>
    public string Nom => _catalogue.Nom;

    /// <summary>Brouillon non relu, en français puis dans la langue : la mention de chaque page.</summary>
    public string Mention => $"Brouillon non relu – {_catalogue.Brouillon}";

    /// <summary>Lignes françaises traduites.</summary>
    public IReadOnlyCollection<string> Lignes => _lignes.Keys;

    /// <summary>Traduction d'une langue ; rien pour le français.</summary>
    public static Traduction? Vers(LangueDuLivret langue) => Livrees.GetValueOrDefault(langue)?.Value;

    /// <summary>Traduction d'une ligne, ou rien.</summary>
    public string? Trouver(string ligne)
    {
        ArgumentNullException.ThrowIfNull(ligne);
        return _lignes.GetValueOrDefault(Cle(ligne));
    }

    /// <summary>Traduction d'un texte, ou lui-même : ce que le dossier porte reste dans les mots de qui l'a écrit.</summary>
    public string Dire(string texte) => Trouver(texte) ?? texte;

    /// <summary>Date en toutes lettres.</summary>
    public string Date(DateOnly date) => string.Format(
        CultureInfo.InvariantCulture, _catalogue.Date, date.Day, _catalogue.Mois[date.Month - 1], date.Year);

    // Les espaces insécables d'une ligne française se posent à l'impression : elles ne distinguent pas deux lignes.
    private static string Cle(string ligne) => ligne.Trim().Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static Traduction Lire(LangueDuLivret langue)
    {
        var nom = $"templates/livret/langues/{JsonNamingPolicy.CamelCase.ConvertName(langue.ToString())}.json";
        using var flux = Assembly.GetExecutingAssembly().GetManifestResourceStream(nom)
            ?? throw new InvalidOperationException($"La langue {langue} n'a pas de traduction.");
        return new(JsonSerializer.Deserialize<Catalogue>(flux, Lecture)!);
    }

    /// <summary>Fichier d'une langue.</summary>
    private sealed record Catalogue
    {
        public required string Etiquette { get; init; }

        public required string Nom { get; init; }

        public required string Brouillon { get; init; }

        /// <summary>Jour, mois et année, dans l'ordre de la langue.</summary>
        public required string Date { get; init; }

        public required IReadOnlyList<string> Mois { get; init; }

        public required IReadOnlyDictionary<string, string> Lignes { get; init; }
    }
}
