using System.Globalization;
using System.Text;

namespace Reparation.Domain.Commun;

/// <summary>
/// Le seul endroit qui met un nombre, une date ou un ordinal en français. Les séparateurs sont fixés ici :
/// la culture de la machine et la version d'ICU n'y changent rien.
/// </summary>
public static class Francais
{
    /// <summary>Espace insécable (U+00A0) : avant €, %, deux-points.</summary>
    public const string Insecable = "\u00A0";

    /// <summary>Espace fine insécable (U+202F) : entre les milliers, avant ; ! ?.</summary>
    public const string Fine = "\u202F";

    private static readonly NumberFormatInfo Nombres = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = Fine,
        NumberGroupSizes = [3],
        NegativeSign = "\u2212",
    };

    private static readonly string[] NomsDesMois =
    [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>Somme en euros, deux décimales : « 12 500,00 € ».</summary>
    public static string Euros(decimal euros) => euros.ToString("N2", Nombres) + Insecable + "€";

    /// <summary>Nombre sans décimales inutiles : « 1 234,5 ».</summary>
    /// <param name="valeur">Valeur.</param>
    /// <param name="decimales">Nombre de décimales au plus, de 0 à 10.</param>
    public static string Nombre(decimal valeur, int decimales = 2)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimales, 10);
        return valeur.ToString("#,0." + new string('#', decimales), Nombres);
    }

    /// <summary>Nombre à décimales fixes, pour un coefficient : « 38,977 ».</summary>
    public static string NombreFixe(decimal valeur, int decimales) =>
        valeur.ToString("N" + decimales.ToString(CultureInfo.InvariantCulture), Nombres);

    /// <summary>Taux donné en points : 15 devient « 15 % ».</summary>
    public static string Pourcent(decimal points) => Nombre(points) + Insecable + "%";

    /// <summary>Date en toutes lettres : « 1er janvier 2026 ».</summary>
    public static string Date(DateOnly date) =>
        $"{(date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture))}{Insecable}{NomsDesMois[date.Month - 1]} {Annee(date.Year)}";

    /// <summary>Mois et année : « mars 2026 ».</summary>
    public static string Mois(DateOnly date) => $"{NomsDesMois[date.Month - 1]} {Annee(date.Year)}";

    /// <summary>Date à chiffres, pour les colonnes étroites : « 01/02/2026 ».</summary>
    public static string DateCourte(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>Période : « le 3 mars 2026 », « du 3 mars 2026 au 4 avril 2026 », « depuis le 3 mars 2026 ».</summary>
    public static string Periode(DateOnly du, DateOnly? au) => au switch
    {
        null => $"depuis le {Date(du)}",
        { } fin when fin == du => $"le {Date(du)}",
        { } fin => $"du {Date(du)} au {Date(fin)}",
    };

    /// <summary>Ordinal : « 1er », « 1re », « 2e ».</summary>
    public static string Ordinal(int rang, bool feminin = false) =>
        rang == 1 ? (feminin ? "1re" : "1er") : Nombre(rang, 0) + "e";

    /// <summary>Le texte sans ses accents : de quoi reconnaître un nom écrit en capitales ou à la hâte.</summary>
    public static string SansAccents(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        return string.Concat(
            texte.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }

    /// <summary>Nombre suivi d'un nom accordé : « 1 jour », « 2 jours », « 0 jour ».</summary>
    public static string Compte(decimal nombre, string singulier, string pluriel) =>
        Nombre(nombre) + Insecable + (Math.Abs(nombre) < 2 ? singulier : pluriel);

    /// <summary>Âge : « 13 ans », « 1 an ».</summary>
    public static string Ans(int age) => Compte(age, "an", "ans");

    /// <summary>Énumération : « a, b et c ».</summary>
    public static string Liste(IReadOnlyList<string> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return elements.Count switch
        {
            0 => "",
            1 => elements[0],
            _ => string.Join(", ", elements.Take(elements.Count - 1)) + " et " + elements[^1],
        };
    }

    /// <summary>
    /// Lit une somme ou un nombre tel qu'un Français le tape : espaces, virgule ou point, signe € ou % à la fin.
    /// </summary>
    public static bool LireNombre(string? texte, out decimal valeur)
    {
        valeur = 0;
        if (string.IsNullOrWhiteSpace(texte))
        {
            return false;
        }

        var propre = string.Concat(texte.Where(c => !char.IsWhiteSpace(c)))
            .TrimEnd('€', '%').Replace('\u2212', '-');
        if (propre.Contains(',', StringComparison.Ordinal))
        {
            // « 1.234,50 » : le point groupe les milliers dès qu'une virgule marque les décimales.
            propre = propre.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }

        return decimal.TryParse(
            propre, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out valeur);
    }

    private static string Annee(int annee) => annee.ToString(CultureInfo.InvariantCulture);
}
