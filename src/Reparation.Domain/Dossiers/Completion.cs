using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Donne aux champs absents leur valeur par défaut avant de désérialiser. Le code engendré par System.Text.Json traite une
/// propriété <c>init</c> comme un paramètre : absente du fichier, elle perdrait son initialiseur, et une adresse
/// confidentielle par défaut cesserait de l'être.
/// </summary>
internal static class Completion
{
    private static readonly ConcurrentDictionary<Type, JsonObject> Defauts = new();

    public static T Lire<T>(ReadOnlySpan<byte> octets, JsonTypeInfo<T> type)
    {
        var racine = JsonNode.Parse(octets);
        Completer(racine, type);
        return racine.Deserialize(type)!;
    }

    private static void Completer(JsonNode? noeud, JsonTypeInfo type)
    {
        if (noeud is JsonArray suite && type.Kind == JsonTypeInfoKind.Enumerable)
        {
            var typeElement = type.Options.GetTypeInfo(type.ElementType!);
            foreach (var element in suite)
            {
                Completer(element, typeElement);
            }
        }
        else if (noeud is JsonObject objet && type.Kind == JsonTypeInfoKind.Object)
        {
            var defaut = Defauts.GetOrAdd(type.Type, _ => Defaut(type));
            foreach (var propriete in type.Properties.Where(p => !p.IsRequired || objet.ContainsKey(p.Name)))
            {
                if (objet.TryGetPropertyValue(propriete.Name, out var valeur))
                {
                    Completer(valeur, type.Options.GetTypeInfo(propriete.PropertyType));
                }
                else
                {
                    objet[propriete.Name] = defaut[propriete.Name]?.DeepClone();
                }
            }
        }
    }

    private static JsonObject Defaut(JsonTypeInfo type)
    {
        var neuf = Activator.CreateInstance(type.Type)!;
        return new(type.Properties.Where(p => !p.IsRequired).Select(p => KeyValuePair.Create(
            p.Name, JsonSerializer.SerializeToNode(p.Get!(neuf), type.Options.GetTypeInfo(p.PropertyType)))));
    }
}
