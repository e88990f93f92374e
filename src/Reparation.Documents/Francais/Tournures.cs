namespace Reparation.Documents.Francais;

/// <summary>Accords et élisions dont les modèles ont besoin.</summary>
public static class Tournures
{
    // Barreaux qui portent un nom de département : le nom seul ne dit pas son article.
    private static readonly Dictionary<string, string> Departements = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Hauts-de-Seine"] = "des Hauts-de-Seine",
        ["Seine-Saint-Denis"] = "de la Seine-Saint-Denis",
        ["Val-de-Marne"] = "du Val-de-Marne",
        ["Val-d’Oise"] = "du Val-d’Oise",
        ["Val-d'Oise"] = "du Val-d’Oise",
        ["Essonne"] = "de l’Essonne",
    };

    private static readonly string[] Feminins = ["mère", "tante", "sœur", "marraine", "tutrice", "cousine", "épouse", "représentante"];

    /// <summary>Complément de lieu : « de Nanterre », « d’Évry », « du Havre », « des Sables-d’Olonne », « de La Rochelle ».</summary>
    public static string De(string nom)
    {
        ArgumentNullException.ThrowIfNull(nom);
        var propre = nom.Trim();
        return propre switch
        {
            "" => "",
            _ when DejaLie(propre) => propre,
            _ when Departements.TryGetValue(propre, out var lie) => lie,
            _ when propre.StartsWith("Le ", StringComparison.Ordinal) => "du " + propre[3..],
            _ when propre.StartsWith("le ", StringComparison.Ordinal) => "du " + propre[3..],
            _ when propre.StartsWith("les ", StringComparison.Ordinal) => "des " + propre[4..],
            _ when propre.StartsWith("Les ", StringComparison.Ordinal) => "des " + propre[4..],
            _ => Voyelle(propre[0]) ? "d’" + propre : "de " + propre,
        };
    }

    /// <summary>Première lettre en capitale, le reste inchangé.</summary>
    public static string Majuscule(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        return texte.Length == 0 ? texte : char.ToUpperInvariant(texte[0]) + texte[1..];
    }

    /// <summary>Première lettre en bas de casse, sauf sigle.</summary>
    public static string Minuscule(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        return texte.Length == 0 || (texte.Length > 1 && char.IsUpper(texte[1]))
            ? texte
            : char.ToLowerInvariant(texte[0]) + texte[1..];
    }

    /// <summary>Initiales : « Jeanne-Marie Du Bois » devient « J.-M. D. B. ».</summary>
    public static string Initiales(params IReadOnlyList<string> noms)
    {
        ArgumentNullException.ThrowIfNull(noms);
        return string.Join(' ', noms.SelectMany(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(mot => string.Join('-', mot.Split('-', StringSplitOptions.RemoveEmptyEntries)
                .Select(partie => char.ToUpperInvariant(partie[0]) + "."))));
    }

    /// <summary>Vrai si ce lien de parenté désigne une femme : « mère », « grand-mère paternelle », « tante »…</summary>
    public static bool EstUneFemme(string lien)
    {
        ArgumentNullException.ThrowIfNull(lien);
        return lien.Trim().Split([' ', ','])[0].Split('-').Any(m => Feminins.Contains(m.ToLowerInvariant()));
    }

    private static bool DejaLie(string nom) =>
        nom.StartsWith("de ", StringComparison.Ordinal) || nom.StartsWith("du ", StringComparison.Ordinal)
        || nom.StartsWith("des ", StringComparison.Ordinal) || nom.StartsWith("d’", StringComparison.Ordinal)
        || nom.StartsWith("d'", StringComparison.Ordinal);

    private static bool Voyelle(char lettre) => "AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ".Contains(char.ToUpperInvariant(lettre), StringComparison.Ordinal);
}
