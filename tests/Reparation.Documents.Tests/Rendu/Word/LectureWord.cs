using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Reparation.Documents.Tests.Rendu.Word;

/// <summary>Relit un fichier .docx avec la bibliothèque de Microsoft, qui n'a pas servi à l'écrire.</summary>
internal static class LectureWord
{
    // « tblDescription », que lit un lecteur d'écran, date de 2010 : le schéma de 2007 ne la connaît pas.
    private static readonly FileFormatVersions[] Versions =
    [
        FileFormatVersions.Office2010, FileFormatVersions.Office2013, FileFormatVersions.Office2016, FileFormatVersions.Office2019,
        FileFormatVersions.Office2021, FileFormatVersions.Microsoft365,
    ];

    public static IReadOnlyList<string> Fautes(OpenXmlPackage fichier) =>
        [.. Versions.SelectMany(v => new OpenXmlValidator(v).Validate(fichier).Select(e => $"{v} {e.Path?.XPath} {e.Description}"))];

    public static T Lire<T>(byte[] octets, Func<WordprocessingDocument, T> lire)
    {
        using var flux = new MemoryStream(octets);
        using var fichier = WordprocessingDocument.Open(flux, isEditable: false);
        return lire(fichier);
    }

    /// <summary>Texte dans l'ordre de lecture, étiquettes de liste exclues : Word les compte lui-même.</summary>
    public static string Texte(byte[] octets) => Lire(octets, fichier =>
    {
        var sortie = new StringBuilder();
        foreach (var element in fichier.MainDocumentPart!.Document!.Body!.Descendants())
        {
            if (element.Ancestors<AlternateContentFallback>().Any())
            {
                continue;
            }

            sortie.Append(element switch
            {
                Text texte => texte.Text,
                Paragraph or Break or TabChar => " ",
                _ => "",
            });
        }

        return sortie.ToString();
    });
}
