using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Reparation.Tests;

/// <summary>Fichiers écrits octet par octet, comme une personne pourrait en déposer. Rien de réel n'y figure.</summary>
internal static class FichiersDEssai
{
    /// <summary>PDF d'une page de texte, dont le catalogue ou un objet de plus porte ce qu'on lui donne.</summary>
    /// <param name="catalogue">Entrées ajoutées au catalogue.</param>
    /// <param name="objet">Corps d'un cinquième objet.</param>
    /// <param name="pages">Nombre de pages.</param>
    public static byte[] Pdf(string catalogue = "", string? objet = null, int pages = 1, string remorque = "")
    {
        var enfants = string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{4 + i} 0 R"));
        List<string> objets =
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
            $"<< /Type /Pages /Kids [{enfants}] /Count {pages} >>",
            "<< /Length 44 >>\nstream\nBT /F1 12 Tf 72 720 Td (Attestation fictive) Tj ET\nendstream",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>", pages),
        ];
        if (objet is not null)
        {
            objets.Add(objet);
        }

        var texte = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var rangs = new List<int>();
        for (var i = 0; i < objets.Count; i++)
        {
            rangs.Add(texte.Length);
            texte.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objets[i]}\nendobj\n");
        }

        var table = texte.Length;
        texte.Append(CultureInfo.InvariantCulture, $"xref\n0 {objets.Count + 1}\n0000000000 65535 f \n");
        rangs.ForEach(r => texte.Append(CultureInfo.InvariantCulture, $"{r:D10} 00000 n \n"));
        texte.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objets.Count + 1} /Root 1 0 R {remorque} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(texte.ToString());
    }

    /// <summary>Flux d'objets compressé, où un dictionnaire se cache.</summary>
    public static string FluxDObjets(string dictionnaire)
    {
        using var sortie = new MemoryStream();
        using (var zlib = new ZLibStream(sortie, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes("90 0 " + dictionnaire));
        }

        return $"<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length {sortie.Length} >>\nstream\n{Encoding.Latin1.GetString(sortie.ToArray())}\nendstream";
    }

    /// <summary>PNG gris uni.</summary>
    public static byte[] Png(uint largeur = 20, uint hauteur = 30, params (string Nom, byte[] Donnees)[] blocs)
    {
        var entete = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(entete, largeur);
        BinaryPrimitives.WriteUInt32BigEndian(entete.AsSpan(4), hauteur);
        entete[8] = 8;
        using var donnees = new MemoryStream();
        using (var zlib = new ZLibStream(donnees, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(new byte[Math.Min((largeur + 1) * hauteur, 1_000_000)]);
        }

        using var sortie = new MemoryStream();
        sortie.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> quatre = stackalloc byte[4];
        foreach (var (nom, contenu) in (IEnumerable<(string, byte[])>)[("IHDR", entete), .. blocs, ("IDAT", donnees.ToArray()), ("IEND", [])])
        {
            BinaryPrimitives.WriteUInt32BigEndian(quatre, (uint)contenu.Length);
            sortie.Write(quatre);
            byte[] bloc = [.. Encoding.ASCII.GetBytes(nom), .. contenu];
            sortie.Write(bloc);
            BinaryPrimitives.WriteUInt32BigEndian(quatre, Somme(bloc));
            sortie.Write(quatre);
        }

        return sortie.ToArray();
    }

    /// <summary>JPEG bien formé dans ses segments.</summary>
    public static byte[] Jpeg(ushort largeur = 1240, ushort hauteur = 1754) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, (byte)(hauteur >> 8), (byte)hauteur, (byte)(largeur >> 8), (byte)largeur, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    /// <summary>Texte Word minimal, avec des parties en plus.</summary>
    public static byte[] Docx(string corps = "<w:p><w:r><w:t>Attestation fictive</w:t></w:r></w:p>", params (string Nom, string Contenu)[] parties)
    {
        const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        return Zip(
        [
            ("[Content_Types].xml", Xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", Xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"),
            ("word/document.xml", Xml + $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{corps}</w:body></w:document>"),
            .. parties,
        ]);
    }

    public static byte[] Zip(IEnumerable<(string Nom, string Contenu)> entrees)
    {
        using var sortie = new MemoryStream();
        using (var archive = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, contenu) in entrees)
            {
                using var flux = archive.CreateEntry(nom).Open();
                flux.Write(Encoding.UTF8.GetBytes(contenu));
            }
        }

        return sortie.ToArray();
    }

    /// <summary>Courriel dont on choisit les dernières lignes d'en-tête et le corps.</summary>
    public static byte[] Eml(string type = "text/plain; charset=utf-8", string corps = "Texte fictif.", string codage = "8bit") => Encoding.UTF8.GetBytes(
        $"From: expediteur@exemple.invalid\r\nTo: destinataire@exemple.invalid\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: Essai\r\nMIME-Version: 1.0\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: {codage}\r\n\r\n{corps}\r\n");

    // CRC-32 du format PNG.
    private static uint Somme(byte[] octets)
    {
        var somme = uint.MaxValue;
        foreach (var octet in octets)
        {
            somme ^= octet;
            for (var i = 0; i < 8; i++)
            {
                somme = (somme & 1) == 0 ? somme >> 1 : (somme >> 1) ^ 0xEDB88320;
            }
        }

        return ~somme;
    }
}
