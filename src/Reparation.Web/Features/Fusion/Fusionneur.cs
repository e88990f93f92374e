using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Features.Fusion;

/// <summary>Un endroit du dossier où deux enregistrements partis de la même version ne disent pas la même chose.</summary>
/// <param name="Chemin">Endroit, les éléments de liste étant désignés par leur identifiant.</param>
/// <param name="Depart">Ce que disait la version de départ ; rien si l'endroit n'existait pas.</param>
/// <param name="Actuel">Ce que dit la version déjà enregistrée.</param>
/// <param name="Mien">Ce que dit la page envoyée.</param>
public sealed record Ecart(string Chemin, string? Depart, string? Actuel, string? Mien)
{
    /// <summary>Vrai si les deux côtés ont changé : personne ne peut choisir à la place de qui écrit.</summary>
    public bool ADecider => Actuel != Depart && Mien != Depart;

    /// <summary>Vrai si seul l'envoi a changé cet endroit.</summary>
    public bool MienSeul => Actuel == Depart;
}

/// <summary>Compare et réunit trois états d'un dossier, champ par champ, sur sa forme JSON.</summary>
public static class Fusionneur
{
    private static readonly JsonSerializerOptions EnClair = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Endroits où la version actuelle et l'envoi diffèrent.</summary>
    public static IReadOnlyList<Ecart> Ecarts(Dossier depart, Dossier actuel, Dossier mien)
    {
        var ecarts = new List<Ecart>();
        Reunir(Arbre(depart), Arbre(actuel), Arbre(mien), "", e =>
        {
            ecarts.Add(e);
            return true;
        });
        return ecarts;
    }

    /// <summary>Réunit : à chaque écart, l'envoi si <paramref name="prendreLeMien"/> le dit, la version actuelle sinon.</summary>
    public static Lecture Fusionner(Dossier depart, Dossier actuel, Dossier mien, Editions editions, Func<Ecart, bool> prendreLeMien)
    {
        var reuni = Reunir(Arbre(depart), Arbre(actuel), Arbre(mien), "", prendreLeMien)!;
        return DossierJson.Lire(Encoding.UTF8.GetBytes(reuni.ToJsonString()), editions);
    }

    private static JsonNode Arbre(Dossier dossier) => JsonNode.Parse(DossierJson.Ecrire(dossier))!;

    private static JsonNode? Reunir(JsonNode? depart, JsonNode? actuel, JsonNode? mien, string chemin, Func<Ecart, bool> prendreLeMien)
    {
        if (JsonNode.DeepEquals(actuel, mien))
        {
            return actuel?.DeepClone();
        }

        if (actuel is JsonObject a && mien is JsonObject m)
        {
            var objet = new JsonObject();
            foreach (var cle in a.Select(p => p.Key).Union(m.Select(p => p.Key)))
            {
                objet[cle] = Reunir((depart as JsonObject)?[cle], a[cle], m[cle], chemin.Length == 0 ? cle : $"{chemin}.{cle}", prendreLeMien);
            }

            return objet;
        }

        if (actuel is JsonArray liste && mien is JsonArray envoyee && Cle(liste, envoyee) is { } nom)
        {
            return ReunirListes(depart as JsonArray, liste, envoyee, nom, chemin, prendreLeMien);
        }

        var ecart = new Ecart(chemin, Texte(depart), Texte(actuel), Texte(mien));
        return (prendreLeMien(ecart) ? mien : actuel)?.DeepClone();
    }

    private static JsonArray ReunirListes(
        JsonArray? depart, JsonArray actuel, JsonArray mien, string nom, string chemin, Func<Ecart, bool> prendreLeMien)
    {
        var reunie = new JsonArray();
        // L'ordre de l'envoi d'abord : c'est celui que la personne a sous les yeux.
        foreach (var id in Identifiants(mien, nom).Union(Identifiants(actuel, nom)))
        {
            var element = Reunir(
                Element(depart, nom, id), Element(actuel, nom, id), Element(mien, nom, id), $"{chemin}[{id}]", prendreLeMien);
            if (element is not null)
            {
                reunie.Add(element);
            }
        }

        return reunie;
    }

    private static string? Cle(JsonArray a, JsonArray b)
    {
        foreach (var nom in new[] { "id", "code" })
        {
            if (a.Concat(b).All(e => e is JsonObject o && o[nom] is JsonValue)
                && Identifiants(a, nom).Distinct().Count() == a.Count && Identifiants(b, nom).Distinct().Count() == b.Count)
            {
                return nom;
            }
        }

        return null;
    }

    private static IEnumerable<string> Identifiants(JsonArray liste, string nom) => liste.Select(e => e![nom]!.GetValue<string>());

    private static JsonNode? Element(JsonArray? liste, string nom, string id) =>
        liste?.FirstOrDefault(e => e is JsonObject o && o[nom] is JsonValue v && v.TryGetValue<string>(out var lu) && lu == id);

    private static string? Texte(JsonNode? noeud) => noeud switch
    {
        null => null,
        JsonValue valeur when valeur.TryGetValue<string>(out var texte) => texte,
        JsonValue valeur when valeur.TryGetValue<bool>(out var vrai) => vrai ? "oui" : "non",
        _ => noeud.ToJsonString(EnClair),
    };
}
