using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Actes.Champs;

/// <summary>
/// Numéro de pièce qui deviendra un lien. Dans une valeur, il est tenu entre deux caractères à usage privé, que le modèle
/// traverse sans les voir ; dans l'acte, c'est un <see cref="Inline.Lien"/> vers l'ancre de la pièce.
/// </summary>
internal static partial class RenvoiDePiece
{
    /// <summary>Écrit un numéro entre ses repères.</summary>
    public static string Marquer(int numero) => string.Create(CultureInfo.InvariantCulture, $"\uE002{numero}\uE003");

    /// <summary>Coupe un texte en fragments ; « pièce n° 3 » entier est le lien, et dans « 3, 4 et 7 » chaque numéro.</summary>
    public static IEnumerable<Inline> Lire(Inline.Texte texte)
    {
        var debut = 0;
        foreach (Match renvoi in Renvoi().Matches(texte.Contenu))
        {
            if (renvoi.Index > debut)
            {
                yield return texte with { Contenu = Oter(texte.Contenu[debut..renvoi.Index]) };
            }

            yield return new Inline.Lien(
                "#" + Ancres.Piece(int.Parse(renvoi.Groups["numero"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)),
                [texte with { Contenu = Oter(renvoi.Value) }]);
            debut = renvoi.Index + renvoi.Length;
        }

        if (debut < texte.Contenu.Length)
        {
            yield return texte with { Contenu = Oter(texte.Contenu[debut..]) };
        }
    }

    /// <summary>Le texte sans ses repères, là où un lien n'a pas de place.</summary>
    public static string Oter(string texte) => texte.Replace("\uE002", "", StringComparison.Ordinal).Replace("\uE003", "", StringComparison.Ordinal);

    [GeneratedRegex("(?:[Pp]ièces? n°[ \u00A0])?\uE002(?<numero>[0-9]{1,4})\uE003")]
    private static partial Regex Renvoi();
}
