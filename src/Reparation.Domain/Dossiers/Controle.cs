using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Confronte un document JSON aux types, et dit tout ce qui ne va pas : le désérialiseur s'arrêterait à la première faute,
/// en anglais.
/// </summary>
internal static class Controle
{
    private const int AnomaliesMaximales = 100;

    private const string SommeNegative =
        "Cette somme est négative. Une somme du dossier est toujours positive : dites dans quel champ elle se déduit.";

    public static IReadOnlyList<Anomalie> Verifier(JsonElement racine, JsonTypeInfo type)
    {
        var anomalies = new List<Anomalie>();
        Valeur(racine, type, null, "", anomalies);
        return anomalies;
    }

    private static void Valeur(JsonElement element, JsonTypeInfo type, JsonPropertyInfo? propriete, string chemin, List<Anomalie> anomalies)
    {
        if (anomalies.Count >= AnomaliesMaximales)
        {
            return;
        }

        var attendu = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (element.ValueKind == JsonValueKind.Null)
        {
            if (propriete is null || !propriete.IsSetNullable)
            {
                Signaler("Ce champ ne peut pas être vide (null). Retirez-le ou donnez-lui une valeur.");
            }
        }
        else if (type.Kind == JsonTypeInfoKind.Object)
        {
            Objet(element, type, chemin, anomalies);
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            Suite(element, type, propriete, chemin, anomalies);
        }
        else if (Defaut(element, attendu, propriete) is { } message)
        {
            Signaler(message);
        }

        void Signaler(string texte) => anomalies.Add(new(chemin.Length == 0 ? "(racine)" : chemin, texte));
    }

    private static void Objet(JsonElement element, JsonTypeInfo type, string chemin, List<Anomalie> anomalies)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            anomalies.Add(new(chemin.Length == 0 ? "(racine)" : chemin, "Un objet { … } est attendu ici."));
            return;
        }

        var connues = type.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var champ in element.EnumerateObject())
        {
            var sousChemin = chemin.Length == 0 ? champ.Name : chemin + "." + champ.Name;
            if (connues.TryGetValue(champ.Name, out var propriete))
            {
                Valeur(champ.Value, type.Options.GetTypeInfo(propriete.PropertyType), propriete, sousChemin, anomalies);
            }
            else
            {
                anomalies.Add(new(sousChemin, $"Champ inconnu du format {Dossier.FormatCourant}. Vérifiez son orthographe, ou retirez-le."));
            }
        }

        foreach (var manquante in type.Properties.Where(p => p.IsRequired && !element.TryGetProperty(p.Name, out _)))
        {
            anomalies.Add(new(chemin.Length == 0 ? manquante.Name : chemin + "." + manquante.Name, "Ce champ est obligatoire et manque. Ajoutez-le."));
        }
    }

    private static void Suite(JsonElement element, JsonTypeInfo type, JsonPropertyInfo? propriete, string chemin, List<Anomalie> anomalies)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            anomalies.Add(new(chemin, "Une liste [ … ] est attendue ici."));
            return;
        }

        if (element.GetArrayLength() > Coherence.ElementsMaximaux)
        {
            anomalies.Add(new(chemin, $"Cette liste dépasse {Francais.Nombre(Coherence.ElementsMaximaux, 0)} éléments. Regroupez-les."));
            return;
        }

        var typeElement = type.Options.GetTypeInfo(type.ElementType!);
        var rang = 0;
        foreach (var valeur in element.EnumerateArray())
        {
            var sousChemin = $"{chemin}[{rang.ToString(CultureInfo.InvariantCulture)}]";
            if (valeur.ValueKind == JsonValueKind.Null)
            {
                anomalies.Add(new(sousChemin, "Un élément de liste ne peut pas être vide (null)."));
            }
            else
            {
                Valeur(valeur, typeElement, propriete, sousChemin, anomalies);
            }

            rang++;
        }
    }

    private static string? Defaut(JsonElement element, Type type, JsonPropertyInfo? propriete)
    {
        if (type == typeof(string))
        {
            return Texte(element, propriete);
        }

        if (type == typeof(bool))
        {
            return element.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "La valeur true ou false est attendue, sans guillemets.";
        }

        if (type == typeof(DateOnly))
        {
            return element.ValueKind == JsonValueKind.String
                && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && Coherence.EstUneDate(date)
                ? null
                : "Cette date n’existe pas ou n’est pas écrite année-mois-jour, comme 2026-11-24.";
        }

        if (type == typeof(Montant))
        {
            return Somme(element);
        }

        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal))
        {
            return Nombre(element, type, propriete);
        }

        if (type.IsEnum)
        {
            var admis = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
            return element.ValueKind == JsonValueKind.String && admis.Contains(element.GetString()!, StringComparer.Ordinal)
                ? null
                : $"Valeur inconnue. Valeurs admises{Francais.Insecable}: {string.Join(", ", admis)}.";
        }

        throw new InvalidOperationException($"Le type {type.Name} n'a pas de règle de lecture.");
    }

    private static string? Texte(JsonElement element, JsonPropertyInfo? propriete)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return "Un texte entre guillemets est attendu.";
        }

        var texte = element.GetString()!;
        var maximum = DossierJson.Attribut<LongueurAttribute>(propriete)?.MaximumLength
            ?? throw new InvalidOperationException($"Le champ {propriete?.Name} n'a pas de longueur maximale.");
        if (texte.Length > maximum)
        {
            return LongueurAttribute.Message(maximum);
        }

        return texte.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? "Ce texte contient un caractère de contrôle invisible. Ressaisissez-le."
            : null;
    }

    private static string? Somme(JsonElement element)
    {
        decimal euros;
        if (element.ValueKind == JsonValueKind.Number ? !element.TryGetDecimal(out euros) : !decimal.TryParse(
            element.ValueKind == JsonValueKind.String ? element.GetString() : null,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out euros))
        {
            if (element.ValueKind == JsonValueKind.String && element.GetString()!.StartsWith('-'))
            {
                return SommeNegative;
            }

            return "Une somme en euros est attendue, avec un point et deux décimales au plus : 1234.50.";
        }

        return euros switch
        {
            < 0 => SommeNegative,
            > Montant.Plafond => "Cette somme est trop grande pour être exacte. Vérifiez la frappe.",
            _ when decimal.Round(euros, 2) != euros => "Cette somme est plus fine que le centime. Arrondissez-la.",
            _ => null,
        };
    }

    private static string? Nombre(JsonElement element, Type type, JsonPropertyInfo? propriete)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out var nombre)
            || (type == typeof(int) && !element.TryGetInt32(out _))
            || (type == typeof(long) && !element.TryGetInt64(out _)))
        {
            return type != typeof(decimal) ? "Un nombre entier est attendu, sans guillemets." : "Un nombre est attendu, sans guillemets.";
        }

        var bornes = DossierJson.Attribut<BornesAttribute>(propriete)
            ?? throw new InvalidOperationException($"Le champ {propriete?.Name} n'a pas de bornes.");
        return bornes.IsValid(nombre) ? null : bornes.FormatErrorMessage("");
    }
}
