using System.Globalization;
using System.Text.Json;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>
/// Lecture stricte d'un fichier de données et de ses tableaux. Toute erreur nomme le fichier : une édition mal lue
/// fausserait des sommes sans que personne ne le voie.
/// </summary>
internal sealed class Fiche : IDisposable
{
    private readonly JsonDocument _document;
    private readonly IReadOnlyDictionary<string, string> _fichiers;

    private readonly Provenance _provenance;

    private Fiche(string nom, JsonDocument document, IReadOnlyDictionary<string, string> fichiers, Provenance provenance)
    {
        _provenance = provenance;
        Nom = nom;
        _document = document;
        _fichiers = fichiers;
    }

    public string Nom { get; }

    public JsonElement Racine => _document.RootElement;

    public static Fiche Ouvrir(
        string nom, IReadOnlyDictionary<string, string> fichiers, Provenance provenance = Provenance.Livree)
    {
        if (!fichiers.TryGetValue(nom, out var texte))
        {
            throw new InvalidDataException($"{nom} : fichier absent.");
        }

        try
        {
            var document = JsonDocument.Parse(texte, new() { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(nom, document, fichiers, provenance)
                : throw new InvalidDataException($"{nom} : un objet JSON est attendu.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{nom} : ce n’est pas du JSON, ou un champ y est écrit deux fois (ligne {(e.LineNumber ?? 0) + 1}).", e);
        }
    }

    public void Dispose() => _document.Dispose();

    public InvalidDataException Malformee(string cause) => new($"{Nom} : {cause}.");

    public bool Contient(string champ) => Racine.TryGetProperty(champ, out _);

    public string Texte(string champ) => Texte(Racine, champ);

    public string Texte(JsonElement objet, string champ) =>
        Champ(objet, champ) is { ValueKind: JsonValueKind.String } valeur
            ? valeur.GetString()!
            : throw Malformee($"« {champ} » n’est pas un texte");

    public bool Booleen(JsonElement objet, string champ) => Champ(objet, champ).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Malformee($"« {champ} » n’est ni vrai ni faux"),
    };

    public decimal Nombre(JsonElement objet, string champ) =>
        Champ(objet, champ) is { ValueKind: JsonValueKind.Number } valeur && valeur.TryGetDecimal(out var nombre)
            ? nombre
            : throw Malformee($"« {champ} » n’est pas un nombre");

    public Montant Montant(JsonElement objet, string champ) => EnMontant(Nombre(objet, champ), champ);

    public IReadOnlyList<string> Textes(JsonElement objet, string champ) =>
        [.. Elements(objet, champ).Select(e => e.ValueKind == JsonValueKind.String
            ? e.GetString()!
            : throw Malformee($"« {champ} » n’est pas une liste de textes"))];

    public IEnumerable<JsonElement> Elements(JsonElement objet, string champ) =>
        Champ(objet, champ) is { ValueKind: JsonValueKind.Array } liste
            ? liste.EnumerateArray()
            : throw Malformee($"« {champ} » n’est pas une liste");

    public T Parmi<T>(JsonElement objet, string champ)
        where T : struct, Enum => EnEnum<T>(Texte(objet, champ), champ);

    public T EnEnum<T>(string texte, string champ)
        where T : struct, Enum
    {
        foreach (var valeur in Enum.GetValues<T>())
        {
            var nom = valeur.ToString();
            if (texte.Length == nom.Length
                && char.ToLowerInvariant(nom[0]) == texte[0]
                && nom.AsSpan(1).SequenceEqual(texte.AsSpan(1)))
            {
                return valeur;
            }
        }

        throw Malformee($"« {champ} » : valeur inconnue « {texte} »");
    }

    public DateOnly Date(JsonElement objet, string champ) => EnDate(Texte(objet, champ), champ);

    public DateOnly EnDate(string texte, string champ) =>
        DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            ? jour
            : throw Malformee($"« {champ} » n’est pas une date AAAA-MM-JJ");

    /// <summary>Texte facultatif : vide si le champ est absent.</summary>
    public string TexteOuVide(JsonElement objet, string champ) => objet.TryGetProperty(champ, out _) ? Texte(objet, champ) : "";

    /// <summary>Date facultative : rien si le champ est absent.</summary>
    public DateOnly? DateOuVide(JsonElement objet, string champ) => objet.TryGetProperty(champ, out _) ? Date(objet, champ) : null;

    public Source Source(GenreSource genre = GenreSource.Edition)
    {
        Exiger("editeur");
        Exiger("titre");
        Exiger("adresse");
        return new(genre, Texte("titre"), Texte("adresse"), Date(Racine, "verifie_le"), Parmi<Confiance>(Racine, "confiance"))
        {
            Page = Texte("page"),
            Provenance = _provenance,
        };
    }

    /// <summary>Source écrite sous un objet : intitulé, adresse, confiance ; lue le jour que dit la fiche (« verifieLe »).</summary>
    public Source SourceDe(JsonElement objet, string champ, GenreSource genre = GenreSource.Publication)
    {
        var source = Champ(objet, champ);
        return new(genre, Texte(source, "intitule"), Texte(source, "adresse"), Date(Racine, "verifieLe"), Parmi<Confiance>(source, "confiance"))
        {
            Provenance = _provenance,
        };
    }

    /// <summary>Lignes d'un tableau CSV simple placé à côté de la fiche ; la première rendue est l'en-tête.</summary>
    /// <param name="champ">Champ de la fiche qui nomme le fichier.</param>
    /// <param name="colonnes">Colonnes attendues ; l'en-tête peut en avoir d'autres après elles.</param>
    public IReadOnlyList<string[]> Tableau(string champ, params ReadOnlySpan<string> colonnes)
    {
        var chemin = Nom[..(Nom.LastIndexOf('/') + 1)] + Texte(champ);
        if (!_fichiers.TryGetValue(chemin, out var texte))
        {
            throw new InvalidDataException($"{chemin} : fichier absent, demandé par {Nom}.");
        }

        var lignes = texte.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0)
            .Select(l => l.Split(',')).ToList();
        if (lignes.Count < 2 || lignes.Any(l => l.Length != lignes[0].Length))
        {
            throw new InvalidDataException($"{chemin} : tableau vide, ou lignes de longueurs inégales.");
        }

        if (!lignes[0].AsSpan().StartsWith(colonnes))
        {
            throw new InvalidDataException($"{chemin} : les colonnes attendues sont {string.Join(", ", colonnes!)}.");
        }

        return lignes;
    }

    public decimal EnNombre(string texte) =>
        decimal.TryParse(texte, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre)
            ? nombre
            : throw Malformee($"« {texte} » n’est pas un nombre");

    public int EnEntier(string texte) =>
        int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre)
            ? nombre
            : throw Malformee($"« {texte} » n’est pas un entier");

    public Montant EnMontant(decimal euros, string champ) => euros > 0 && decimal.Round(euros, 2) == euros
        ? Commun.Montant.DeEuros(euros)
        : throw Malformee($"« {champ} » n’est pas une somme positive au centime");

    private void Exiger(string champ)
    {
        if (string.IsNullOrWhiteSpace(Texte(champ)))
        {
            throw Malformee($"« {champ} » est vide");
        }
    }

    private JsonElement Champ(JsonElement objet, string champ) => objet.ValueKind == JsonValueKind.Object && objet.TryGetProperty(champ, out var valeur)
        ? valeur
        : throw Malformee($"« {champ} » manque");
}
