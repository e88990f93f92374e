using System.Globalization;
using System.Text.RegularExpressions;

namespace Reparation.Documents.Sceaux;

/// <summary>Les sommes d'un texte imprimé : « 12 500,00 € ».</summary>
public static partial class SommesDuTexte
{
    /// <summary>Toutes, dans l'ordre du texte, doublons compris. Ce qui dépasse tout préjudice n'est pas une somme.</summary>
    public static IReadOnlyList<decimal> Lire(string texte) =>
        [.. Somme().Matches(texte).Select(m => decimal.Parse(
            string.Concat(m.Groups[1].Value.Where(char.IsAsciiDigit)) + "." + m.Groups[2].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"(?<![\d,.])([0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3}){0,5}|[0-9]{4,15}),([0-9]{2})[ \u00A0\u202F\t\n]?€")]
    private static partial Regex Somme();
}
