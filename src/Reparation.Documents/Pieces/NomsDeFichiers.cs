using System.Globalization;
using System.Text;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Pieces;

/// <summary>Noms que les juridictions acceptent : ASCII, sans espace, courts, et qui ne disent rien de l'enfant.</summary>
internal static class NomsDeFichiers
{
    private const string Pdf = ".pdf";

    /// <summary>« Piece-07_Certificat-medical_2026-03-02.pdf ».</summary>
    public static string Piece(Piece piece, string titre, string suffixe = "") =>
        Composer(string.Create(CultureInfo.InvariantCulture, $"Piece-{piece.Numero:00}"), titre, piece.Date, suffixe + Pdf);

    /// <summary>« Piece-07_Certificat-medical_2026-03-02.jpg » : l'original, avec l'extension de son contenu.</summary>
    public static string Original(Piece piece, string titre, string extension) =>
        Composer(string.Create(CultureInfo.InvariantCulture, $"Piece-{piece.Numero:00}"), titre, piece.Date, "." + extension);

    /// <summary>« Liasse_REF_2026-11-24_volume-1-sur-3.pdf ».</summary>
    public static string Volume(string quoi, string reference, DateOnly date, int rang, int total) => Composer(
        quoi, reference, date, (total == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"_volume-{rang}-sur-{total}")) + Pdf);

    private static string Composer(string debut, string milieu, DateOnly? date, string suite)
    {
        var fin = (date is { } d ? "_" + d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "") + suite;
        var place = Envois.CaracteresDUnNom - debut.Length - fin.Length - 1;
        var ascii = Ascii(milieu);
        if (ascii.Length > place)
        {
            // Une coupe entre deux mots, si elle ne retire pas tout.
            var coupe = ascii.LastIndexOf('-', place);
            ascii = ascii[..(coupe > 0 ? coupe : place)];
        }

        return debut + (ascii.Length == 0 ? "" : "_" + ascii) + fin;
    }

    private static string Ascii(string texte)
    {
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in texte.Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "Oe", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                sortie.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && sortie.Length > 0 && sortie[^1] != '-')
            {
                sortie.Append('-');
            }
        }

        return sortie.ToString().TrimEnd('-');
    }
}
