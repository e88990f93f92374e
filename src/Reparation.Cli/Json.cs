using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Reparation.Domain.Commun;

namespace Reparation.Cli;

/// <summary>Écriture JSON des réponses : clés françaises, accents lisibles, sommes à deux décimales.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static object Source(Source source) => new
    {
        source.Genre,
        source.Intitule,
        source.Page,
        source.Adresse,
        source.VerifieLe,
        source.Confiance,
    };

    public static object Etape(Etape etape) => new
    {
        etape.Libelle,
        etape.Formule,
        etape.Resultat,
        etape.Pieces,
        Sources = etape.Sources.Select(Source),
        Details = etape.Details.Select(Etape),
    };
}
