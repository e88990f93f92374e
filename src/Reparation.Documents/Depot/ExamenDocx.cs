using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Depot;

/// <summary>
/// Un texte Word : l'archive est relue partie par partie, chacune doit être du XML sans image, objet, macro, champ actif ni
/// appel extérieur. Rien n'est décompressé au-delà d'un plafond.
/// </summary>
internal static class ExamenDocx
{
    private const int FinDeRepertoire = 22;
    private const int CommentaireMaximal = 65_535;
    private const int EntreesMaximales = 1_000;
    private const int RepertoireMaximal = 1024 * 1024;
    private const int ProfondeurMaximale = 256;

    private static readonly string[] ObjetsInterdits =
        ["object", "OLEObject", "control", "altChunk", "binData", "binaryData", "imagedata", "blip", "movie", "audioFile", "videoFile"];

    private static readonly string[] ChampsActifs = ["DDE", "INCLUDE", "MACROBUTTON", "IMPORT", "LINK", "DATABASE"];

    private static readonly XmlReaderSettings Lecture = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
        IgnoreComments = true,
    };

    public static Admission Examiner(Stream contenu, LimitesDeDepot limites)
    {
        if (Enveloppe(contenu) is { } refus)
        {
            return refus;
        }

        using var archive = new ZipArchive(contenu, ZipArchiveMode.Read, leaveOpen: true);
        var noms = archive.Entries.Select(e => e.FullName).ToList();
        if (!noms.Contains("[Content_Types].xml") || !noms.Contains("word/document.xml"))
        {
            return Refus.Archive;
        }

        if (noms.Distinct(StringComparer.OrdinalIgnoreCase).Count() != noms.Count)
        {
            return Refus.Abime;
        }

        if (noms.Exists(n => n.Contains("vba", StringComparison.OrdinalIgnoreCase) || n.Contains("macro", StringComparison.OrdinalIgnoreCase)))
        {
            return Refus.DocxMacro;
        }

        if (noms.Exists(n => !n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            return Refus.DocxMedia;
        }

        var budget = new Budget(limites.OctetsDecompresses);
        return archive.Entries.Select(e => Partie(e, budget)).FirstOrDefault(r => r is not null)
            ?? (Admission)new Admission.Acceptee(TypeDePiece.Docx, null, AConfirmer: false);
    }

    /// <summary>Vrai si les derniers octets sont la fin d'une archive : un autre logiciel y ouvrirait une archive.</summary>
    public static bool FinitEnArchive(Stream contenu) => FinDeZip(contenu) is not null;

    // Avant d'ouvrir l'archive : elle finit où finit le fichier, et son répertoire, lu d'un bloc, reste petit.
    private static Admission.Refusee? Enveloppe(Stream contenu)
    {
        if (FinDeZip(contenu) is not { } fin)
        {
            return Refus.Abime;
        }

        var entrees = BinaryPrimitives.ReadUInt16LittleEndian(fin.AsSpan(10));
        var taille = BinaryPrimitives.ReadUInt32LittleEndian(fin.AsSpan(12));
        var debut = BinaryPrimitives.ReadUInt32LittleEndian(fin.AsSpan(16));
        if (entrees is 0 or > EntreesMaximales || taille > RepertoireMaximal || debut == uint.MaxValue)
        {
            return Refus.Abime;
        }

        // Un répertoire qui ne touche pas sa fin laisse de la place à un autre contenu.
        return debut + taille + fin.Length == contenu.Length ? null : Refus.Double;
    }

    private static byte[]? FinDeZip(Stream contenu)
    {
        var taille = (int)Math.Min(contenu.Length, FinDeRepertoire + CommentaireMaximal);
        var queue = new byte[taille];
        contenu.Position = contenu.Length - taille;
        contenu.ReadExactly(queue);
        for (var i = taille - FinDeRepertoire; i >= 0; i--)
        {
            if (queue.AsSpan(i).StartsWith("PK\u0005\u0006"u8)
                && BinaryPrimitives.ReadUInt16LittleEndian(queue.AsSpan(i + 20)) == taille - i - FinDeRepertoire)
            {
                return queue[i..];
            }
        }

        return null;
    }

    private static Admission.Refusee? Partie(ZipArchiveEntry entree, Budget budget)
    {
        using var brut = entree.Open();
        using var flux = new FluxCompte(brut, budget);
        using var xml = XmlReader.Create(flux, Lecture);
        // Word découpe une instruction à son gré (« D », « DE ») : elle se relit entière, champ par champ.
        var (champs, instruction) = (new Stack<string>(), false);
        while (xml.Read())
        {
            if (xml.Depth > ProfondeurMaximale || champs.Count > ProfondeurMaximale)
            {
                return Refus.Abime;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                instruction = xml.LocalName == "instrText";
                if (Element(xml) is { } refus)
                {
                    return refus;
                }

                if (xml.LocalName == "fldChar" && xml.GetAttribute("fldCharType", xml.NamespaceURI) is { } bord)
                {
                    Border(champs, bord);
                }
            }
            else if (instruction && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                champs.TryPop(out var debut);
                champs.Push(debut + xml.Value);
                if (EstActif(champs.Peek()))
                {
                    return Refus.DocxMacro;
                }
            }
        }

        return null;
    }

    private static void Border(Stack<string> champs, string bord)
    {
        if (bord == "begin")
        {
            champs.Push("");
        }
        else if (bord == "end")
        {
            champs.TryPop(out _);
        }
    }

    private static Admission.Refusee? Element(XmlReader xml)
    {
        if (ObjetsInterdits.Contains(xml.LocalName, StringComparer.OrdinalIgnoreCase))
        {
            return Refus.DocxMedia;
        }

        return xml.LocalName switch
        {
            "Override" or "Default" when Contient("ContentType", "macro") || Contient("ContentType", "vba") => Refus.DocxMacro,
            "fldSimple" when xml.GetAttribute("instr", xml.NamespaceURI) is { } champ && EstActif(champ) => Refus.DocxMacro,
            // Un lien écrit se lit et ne s'ouvre pas seul ; tout autre appel extérieur est suivi à l'ouverture.
            "Relationship" when xml.GetAttribute("TargetMode") == "External" && !Contient("Type", "/hyperlink") => Refus.DocxExterne,
            _ => null,
        };

        bool Contient(string attribut, string mot) =>
            xml.GetAttribute(attribut)?.Contains(mot, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static bool EstActif(string instruction) =>
        ChampsActifs.Any(c => instruction.TrimStart().StartsWith(c, StringComparison.OrdinalIgnoreCase));
}
