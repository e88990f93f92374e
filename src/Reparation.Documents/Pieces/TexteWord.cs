using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Reparation.Documents.Pieces;

/// <summary>Les paragraphes d'un fichier Word, sans mise en forme, sans image et sans champ calculé.</summary>
internal static class TexteWord
{
    private const string Wordprocessing = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const long CaracteresAuPlus = 20_000_000;

    /// <summary>Lit les paragraphes ; rien si ce n'est pas un fichier Word.</summary>
    public static IReadOnlyList<string>? Lire(ReadOnlyMemory<byte> octets)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(octets.ToArray()), ZipArchiveMode.Read);
            if (archive.GetEntry("word/document.xml") is not { } document)
            {
                return null;
            }

            using var flux = document.Open();
            using var lecteur = XmlReader.Create(flux, new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = CaracteresAuPlus,
            });
            return Paragraphes(lecteur);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            return null;
        }
    }

    private static List<string> Paragraphes(XmlReader lecteur)
    {
        var paragraphes = new List<string>();
        var texte = new StringBuilder();
        while (lecteur.Read())
        {
            if (lecteur.NamespaceURI != Wordprocessing)
            {
                continue;
            }

            switch (lecteur.NodeType, lecteur.LocalName)
            {
                case (XmlNodeType.Element, "t") when !lecteur.IsEmptyElement:
                    texte.Append(lecteur.ReadString());
                    break;
                case (XmlNodeType.Element, "tab"):
                    texte.Append(' ');
                    break;
                case (XmlNodeType.Element, "br" or "cr"):
                    texte.Append('\n');
                    break;
                case (XmlNodeType.EndElement, "p"):
                    paragraphes.Add(texte.ToString());
                    texte.Clear();
                    break;
                default:
                    break;
            }
        }

        return paragraphes;
    }
}
