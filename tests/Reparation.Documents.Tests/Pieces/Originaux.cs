using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Tests.Pieces;

/// <summary>Une page d'un PDF écrit à la main.</summary>
internal sealed record PageEcrite(string Contenu, string Cadres = "/MediaBox[0 0 595 842]", string Reste = "", string Ressources = "");

/// <summary>Pièces fabriquées pour les essais : aucune ne vient d'un dossier, aucun binaire ne dort dans le dépôt.</summary>
internal static class Originaux
{
    /// <summary>PDF de notre moteur : objets compressés, polices réduites.</summary>
    public static byte[] Compose(int pages, string texte = "Texte de la pièce d’essai") => new MoteurMaison().Composer(
        new(
            new("Pièce d’essai", "", "", new(2026, 11, 24), "", ""),
            [.. Enumerable.Range(1, pages).SelectMany(p => new Bloc[]
            {
                new Bloc.Paragraphe([new Inline.Texte(string.Create(CultureInfo.InvariantCulture, $"{texte}, feuille {p}."))]),
                new Bloc.SautDePage(),
            })],
            []),
        Charte.Acte).Octets;

    /// <summary>PDF écrit à la main, table classique, police standard non jointe.</summary>
    public static byte[] Ecrit(params IReadOnlyList<PageEcrite> pages) => Ecrit([], pages);

    /// <summary>Le même, avec des objets de plus, numérotés à partir de 10, et un catalogue complété.</summary>
    public static byte[] Ecrit(IReadOnlyList<string> objets, IReadOnlyList<PageEcrite> pages, string catalogue = "")
    {
        var corps = new SortedDictionary<int, string>
        {
            [1] = $"<</Type/Catalog/Pages 2 0 R{catalogue}>>",
            [3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        };
        for (var i = 0; i < objets.Count; i++)
        {
            corps[10 + i] = objets[i];
        }

        var suivant = 10 + objets.Count;
        var enfants = new List<int>();
        foreach (var page in pages)
        {
            corps[suivant] = string.Create(CultureInfo.InvariantCulture, $"<</Length {page.Contenu.Length}>>\nstream\n{page.Contenu}\nendstream");
            var contenu = page.Reste.Contains("/Contents", StringComparison.Ordinal) ? "" : $"/Contents {suivant} 0 R";
            corps[suivant + 1] = $"<</Type/Page/Parent 2 0 R{page.Cadres}{contenu}/Resources<</Font<</F1 3 0 R>>{page.Ressources}>>{page.Reste}>>";
            enfants.Add(suivant + 1);
            suivant += 2;
        }

        corps[2] = $"<</Type/Pages/Count {enfants.Count}/Kids[{string.Join(' ', enfants.Select(e => $"{e} 0 R"))}]>>";
        var sortie = new StringBuilder("%PDF-1.7\n");
        var places = new Dictionary<int, int>();
        foreach (var (numero, objet) in corps)
        {
            places[numero] = sortie.Length;
            sortie.Append(CultureInfo.InvariantCulture, $"{numero} 0 obj\n{objet}\nendobj\n");
        }

        var depart = sortie.Length;
        sortie.Append(CultureInfo.InvariantCulture, $"xref\n0 {suivant}\n0000000000 65535 f \n");
        for (var i = 1; i < suivant; i++)
        {
            sortie.Append(places.TryGetValue(i, out var place) ? string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n") : "0000000000 00000 f \n");
        }

        sortie.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {suivant}/Root 1 0 R>>\nstartxref\n{depart}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(sortie.ToString());
    }

    /// <summary>Une page dont le mot REPERE commence à 30 points du bord gauche et 50 du bord haut, telle qu'on la voit.</summary>
    public static PageEcrite Reperee(int rotation, double gauche = 0, double bas = 0, double largeur = 595, double hauteur = 842)
    {
        // La page tournée : le texte est écrit de façon à paraître droit.
        var (x, y) = (gauche, bas);
        var texte = rotation switch
        {
            90 => Ecrire("0 1 -1 0", x + 50, y + 30),
            180 => Ecrire("-1 0 0 -1", x + largeur - 30, y + 50),
            270 => Ecrire("0 -1 1 0", x + largeur - 50, y + hauteur - 30),
            _ => Ecrire("1 0 0 1", x + 30, y + hauteur - 50),
        };
        var cadre = string.Create(CultureInfo.InvariantCulture,
            $"/MediaBox[{gauche - 20} {bas - 20} {gauche + largeur + 40} {bas + hauteur + 40}]/CropBox[{gauche} {bas} {gauche + largeur} {bas + hauteur}]/Rotate {rotation}");

        // Un état ouvert et jamais refermé : il ne doit rien déplacer chez nous.
        return new("q 0.2 g q " + texte, cadre);

        static string Ecrire(string axe, double x, double y) =>
            string.Create(CultureInfo.InvariantCulture, $"BT /F1 20 Tf {axe} {x} {y} Tm (REPERE) Tj ET");
    }

    /// <summary>JPEG gris, blanc sauf le bloc de huit points en haut à gauche, noir.</summary>
    public static byte[] Jpeg(int largeur, int hauteur, int orientation = 1, int pointsParPouce = 0, int remplissage = 0)
    {
        var o = new List<byte> { 0xFF, 0xD8 };
        if (orientation > 1 || pointsParPouce > 0)
        {
            Segment(0xE1, [.. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 4,
                .. Entree(0x0112, 3, [0, (byte)orientation, 0, 0]),
                .. Entree(0x011A, 5, [0, 0, 0, 62]), .. Entree(0x0128, 3, [0, 2, 0, 0]),
                .. Entree(0x8825, 4, [0, 0, 0, 0]), 0, 0, 0, 0,
                .. Gros(pointsParPouce, 4), 0, 0, 0, 1, .. "LIEU-DE-PRISE"u8]);
        }

        Segment(0xFE, "COMMENTAIRE"u8);
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Segment(0xC0, [8, .. Gros(hauteur, 2), .. Gros(largeur, 2), 1, 1, 0x11, 0]);
        // Deux longueurs : « 0 » dit zéro, « 10 » une différence de sept bits ; en alternatif, « 0 » clôt le bloc.
        Segment(0xC4, [0x00, 1, 1, .. new byte[14], 0, 7]);
        Segment(0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(0xDA, [1, 1, 0x00, 0, 63, 0]);
        var bits = new StringBuilder();
        var blocs = (largeur + 7) / 8 * ((hauteur + 7) / 8);
        for (var i = 0; i < blocs; i++)
        {
            // −127 puis +127 × 2 : noir, puis blanc jusqu'au bout.
            bits.Append(i switch { 0 => "100000000", 1 or 2 => "101111111", _ => "0" }).Append('0');
        }

        while (bits.Length % 8 != 0)
        {
            bits.Append('1');
        }

        for (var i = 0; i < bits.Length; i += 8)
        {
            o.Add(Convert.ToByte(bits.ToString(i, 8), 2));
            if (o[^1] == 0xFF)
            {
                o.Add(0);
            }
        }

        o.AddRange([0xFF, 0xD9]);
        if (remplissage > 0)
        {
            // Des tables répétées : un fichier plus lourd que son image.
            var table = new byte[4 + 65];
            (table[0], table[1], table[3]) = (0xFF, 0xDB, 67);
            table.AsSpan(5).Fill(8);
            o.InsertRange(2, Enumerable.Repeat(table, remplissage / table.Length).SelectMany(t => t));
        }

        return [.. o];

        void Segment(byte marque, ReadOnlySpan<byte> contenu) => o.AddRange([0xFF, marque, .. Gros(contenu.Length + 2, 2), .. contenu]);

        static byte[] Entree(int etiquette, int genre, byte[] valeur) => [.. Gros(etiquette, 2), .. Gros(genre, 2), 0, 0, 0, 1, .. valeur];
    }

    /// <summary>PNG d'un dégradé ; <paramref name="point"/> rend les valeurs des canaux d'un point.</summary>
    public static byte[] Png(
        int largeur, int hauteur, int genre, int bits, Func<int, int, int[]> point, bool entrelace = false, byte[]? palette = null, byte[]? transparence = null)
    {
        using var sortie = new MemoryStream();
        sortie.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Morceau("IHDR", [.. Gros(largeur, 4), .. Gros(hauteur, 4), (byte)bits, (byte)genre, 0, 0, (byte)(entrelace ? 1 : 0)]);
        if (palette is not null)
        {
            Morceau("PLTE", palette);
        }

        if (transparence is not null)
        {
            Morceau("tRNS", transparence);
        }

        using var donnees = new MemoryStream();
        using (var zlib = new ZLibStream(donnees, CompressionLevel.Fastest, leaveOpen: true))
        {
            (int, int, int, int)[] passes = entrelace
                ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
                : [(0, 0, 1, 1)];
            foreach (var (x0, y0, pasX, pasY) in passes)
            {
                for (var y = y0; y < hauteur && x0 < largeur; y += pasY)
                {
                    var flux = new StringBuilder();
                    for (var x = x0; x < largeur; x += pasX)
                    {
                        foreach (var valeur in point(x, y))
                        {
                            flux.Append(Convert.ToString(valeur, 2).PadLeft(bits, '0'));
                        }
                    }

                    while (flux.Length % 8 != 0)
                    {
                        flux.Append('0');
                    }

                    zlib.WriteByte(0);
                    for (var i = 0; i < flux.Length; i += 8)
                    {
                        zlib.WriteByte(Convert.ToByte(flux.ToString(i, 8), 2));
                    }
                }
            }
        }

        Morceau("IDAT", donnees.ToArray());
        Morceau("IEND", []);
        return sortie.ToArray();

        void Morceau(string nom, byte[] contenu)
        {
            sortie.Write(Gros(contenu.Length, 4));
            sortie.Write(Encoding.ASCII.GetBytes(nom));
            sortie.Write(contenu);
            sortie.Write(new byte[4]);
        }
    }

    /// <summary>Courriel en deux parties, en-têtes codés.</summary>
    public static byte[] Courriel() => Encoding.Latin1.GetBytes(
        "From: =?utf-8?Q?=C3=89tablissement_fictif?= <ecole@exemple.invalid>\r\nTo: parent@exemple.invalid\r\n"
        + "Date: Mon, 2 Mar 2026 09:00:00 +0100\r\nSubject: =?utf-8?B?QWJzZW5jZXMgZHUgdHJpbWVzdHJlLCByZWxldsOp?=\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"xx\"\r\n\r\n--xx\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + "Bonjour,\r\nL=E2=80=99=C3=A9l=C3=A8ve a =C3=A9t=C3=A9 absente douze demi-journ=C3=A9es \xF0\x9F\x93\x85.\r\n"
        + "--xx\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--xx--\r\n");

    /// <summary>Texte Word de quelques paragraphes.</summary>
    public static byte[] Word(params string[] paragraphes)
    {
        using var memoire = new MemoryStream();
        using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var flux = archive.CreateEntry("word/document.xml").Open();
            flux.Write(Encoding.UTF8.GetBytes(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + string.Concat(paragraphes.Select(p => $"<w:p><w:r><w:t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(p)}</w:t></w:r></w:p>"))
                + "</w:body></w:document>"));
        }

        return memoire.ToArray();
    }

    /// <summary>Passe un PDF dans qpdf, quand la machine l'a ; rend l'original sinon.</summary>
    public static byte[] Qpdf(byte[] octets, params string[] options)
    {
        var dossier = Directory.CreateTempSubdirectory("originaux-");
        try
        {
            var (entree, sortie) = (Path.Combine(dossier.FullName, "e.pdf"), Path.Combine(dossier.FullName, "s.pdf"));
            File.WriteAllBytes(entree, octets);
            using var qpdf = Process.Start(new ProcessStartInfo("qpdf", [.. options, entree, sortie]) { RedirectStandardError = true })!;
            qpdf.WaitForExit();
            return File.ReadAllBytes(sortie);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return octets;
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }

    private static byte[] Gros(int valeur, int taille)
    {
        var quatre = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(quatre, valeur);
        return quatre[(4 - taille)..];
    }
}
