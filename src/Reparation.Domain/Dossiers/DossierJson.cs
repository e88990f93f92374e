using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Dossiers;

/// <summary>La forme <c>reparation/dossier@1</c> : écriture canonique, lecture stricte, schéma.</summary>
public static class DossierJson
{
    /// <summary>Taille maximale d'un fichier lu, en octets.</summary>
    public const int TailleMaximale = 5 * 1024 * 1024;

    private const string MalCode =
        "Le fichier contient un caractère mal codé. Enregistrez-le en UTF-8, et ressaisissez le texte où il se trouve.";

    private static readonly DossierContexte Contexte = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    internal static JsonTypeInfo<Dossier> Type => Contexte.Dossier;

    /// <summary>Écrit le dossier. Mêmes données, mêmes octets.</summary>
    public static byte[] Ecrire(Dossier dossier) => JsonSerializer.SerializeToUtf8Bytes(dossier, Contexte.Dossier);

    /// <summary>
    /// Lit un dossier sans rien deviner : champ inconnu, type faux, date impossible, somme négative, texte trop long,
    /// renvoi à une pièce absente donnent chacun un message avec le chemin de l'endroit.
    /// </summary>
    /// <param name="octets">Fichier entier.</param>
    /// <param name="editions">Éditions que le dossier peut avoir choisies.</param>
    public static Lecture Lire(ReadOnlyMemory<byte> octets, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(editions);
        if (octets.Length > TailleMaximale)
        {
            return Lecture.Refus("(fichier)", $"Le fichier dépasse {TailleMaximale / 1024 / 1024} Mo. Un dossier ne contient que du texte : vérifiez le fichier choisi.");
        }

        // Le Bloc-notes de Windows écrit une marque d'ordre en tête.
        octets = octets.Span.StartsWith("\uFEFF"u8) ? octets[3..] : octets;
        if (!Utf8.IsValid(octets.Span))
        {
            return Lecture.Refus("(fichier)", MalCode);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(octets, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 });
        }
        catch (JsonException e)
        {
            var endroit = e.LineNumber is { } ligne
                ? $"ligne {Francais.Nombre(ligne + 1, 0)}, colonne {Francais.Nombre((e.BytePositionInLine ?? 0) + 1, 0)}"
                : "(fichier)";
            return Lecture.Refus(endroit, "Le fichier n’est pas du JSON valide, ou un champ y est écrit deux fois. Ouvrez-le à cet endroit et corrigez-le.");
        }

        using (document)
        {
            return Lire(document.RootElement, octets, editions);
        }
    }

    private static Lecture Lire(JsonElement racine, ReadOnlyMemory<byte> octets, Editions editions)
    {
        try
        {
            var anomalies = Controle.Verifier(racine, Contexte.Dossier);
            if (anomalies.Count > 0)
            {
                return new Lecture.Refusee(anomalies);
            }

            var dossier = Completion.Lire(octets.Span, Contexte.Dossier);
            var incoherences = Coherence.Verifier(dossier, editions);
            return incoherences.Count == 0 ? new Lecture.Reussie(dossier) : new Lecture.Refusee(incoherences);
        }
        catch (InvalidOperationException)
        {
            // Une demi-paire UTF-16 écrite « \ud800 » : du JSON valide, mais aucun texte.
            return Lecture.Refus("(fichier)", MalCode);
        }
    }

    /// <summary>
    /// Relit un dossier que l'application a écrit et authentifié. La cohérence n'est pas revérifiée : une règle ajoutée
    /// depuis ne doit jamais fermer un dossier déjà enregistré.
    /// </summary>
    public static Dossier Relire(ReadOnlySpan<byte> octets) => Completion.Lire(octets, Contexte.Dossier);

    /// <summary>Schéma JSON (2020-12) de <c>reparation/dossier@1</c>, engendré depuis les types.</summary>
    public static string Schema()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Preciser };
        var racine = (JsonObject)Contexte.Dossier.GetJsonSchemaAsNode(options);
        racine.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        racine.Insert(1, "$id", Dossier.FormatCourant);
        return racine.ToJsonString(Contexte.Options);
    }

    private static JsonNode Preciser(JsonSchemaExporterContext contexte, JsonNode noeud)
    {
        if (noeud is not JsonObject objet)
        {
            return noeud;
        }

        var type = Nullable.GetUnderlyingType(contexte.TypeInfo.Type) ?? contexte.TypeInfo.Type;
        if (type == typeof(Montant))
        {
            var nullable = contexte.TypeInfo.Type != type;
            return new JsonObject
            {
                ["type"] = nullable ? new JsonArray("number", "string", "null") : new JsonArray("number", "string"),
                ["minimum"] = 0,
                ["maximum"] = Montant.Plafond,
                ["multipleOf"] = 0.01m,
                ["pattern"] = @"^\d{1,10}(\.\d{1,2})?$",
            };
        }

        if (Attribut<LongueurAttribute>(contexte.PropertyInfo) is { } longueur)
        {
            (objet["items"] as JsonObject ?? objet)["maxLength"] = longueur.MaximumLength;
        }

        if (Attribut<BornesAttribute>(contexte.PropertyInfo) is { } bornes)
        {
            objet["minimum"] = bornes.Minimum;
            objet["maximum"] = bornes.Maximum;
        }

        return objet;
    }

    internal static T? Attribut<T>(JsonPropertyInfo? propriete)
        where T : ValidationAttribute =>
        propriete?.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();
}

/// <summary>Métadonnées de sérialisation, produites à la compilation.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Dossier))]
internal sealed partial class DossierContexte : JsonSerializerContext;
