using System.Text;
using Reparation.Documents.Depot;
using Reparation.Domain.Dossiers;
using Xunit.Abstractions;

namespace Reparation.Documents.Tests.Depot;

/// <summary>
/// Dix mille fichiers abîmés, coupés, recollés, depuis des graines qui devaient entrer et d'autres qui ne le devaient pas.
/// Les mêmes à chaque passage.
/// </summary>
public sealed class FichiersMutesTests(ITestOutputHelper sortie)
{
    private const int Fichiers = 10_000;
    private const int Graine = 20261125;
    private const long MemoireGardee = 32L * 1024 * 1024;

    private static readonly byte[][] Graines =
    [
        FichiersDEssai.Pdf(pages: 3),
        FichiersDEssai.Pdf(catalogue: "/OpenAction << /S /JavaScript /JS (x) >>"),
        FichiersDEssai.Pdf(objet: FichiersDEssai.FluxDObjets("<< /S /Launch /F (a) >>")),
        FichiersDEssai.Pdf(objet: FichiersDEssai.FluxDObjets("<< /Type /Page >>")),
        FichiersDEssai.Pdf(objet: "<< /Subtype /Image /Width 2480 /Height 3508 /Length 3 >>\nstream\nabc\nendstream"),
        [.. FichiersDEssai.Pdf(), .. FichiersDEssai.Zip([("a.txt", "a")])],
        FichiersDEssai.Jpeg(),
        FichiersDEssai.Png(),
        [.. FichiersDEssai.Png(), .. FichiersDEssai.Pdf()],
        FichiersDEssai.Docx(),
        FichiersDEssai.Docx(parties: ("word/vbaProject.bin", "x")),
        FichiersDEssai.Docx(parties: ("word/media/a.png", "x")),
        FichiersDEssai.Eml(),
        FichiersDEssai.Eml("multipart/mixed; boundary=zz", "--zz\r\nContent-Type: text/plain\r\n\r\na\r\n--zz\r\nContent-Type: image/png\r\n\r\nb\r\n--zz--"),
        FichiersDEssai.Eml(codage: "base64", corps: Convert.ToBase64String(FichiersDEssai.Png())),
    ];

    private static readonly byte[][] Mots =
    [
        .. new[]
        {
            "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/Encrypt", "stream\n", "endstream", "endobj", "obj", "<<", ">>", "[[[[", "(", ")", "%",
            "%%EOF", "/Kids [2 0 R]", "/Length 999999999999", "/Length -1", "PK\u0003\u0004", "PK\u0005\u0006", "\u00FF\u00D9", "\u00FF\u00D8", "IEND", "acTL",
            "--zz--", "Content-Type: image/png\r\n", "\r\n\r\n", "\0\0\0\0", "\u00FF\u00FF\u00FF\u00FF",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    [Fact]
    public void Aucun_fichier_mute_n_echappe_a_l_examen()
    {
        var (hasard, limites) = (new Random(Graine), new LimitesDeDepot { OctetsDecompresses = 4 * 1024 * 1024 });
        var (admis, refus) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        var avant = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Fichiers; i++)
        {
            var fichier = Muter(Graines[hasard.Next(Graines.Length)], hasard);
            switch (Admission.Examiner(new MemoryStream(fichier), limites))
            {
                case Admission.Acceptee acceptee:
                    admis++;
                    Assert.True(EstInerte(acceptee.Type, fichier), $"Le fichier muté n° {i} est entré comme {acceptee.Type} :\n{Encoding.Latin1.GetString(fichier)}");
                    break;
                case Admission.Refusee refusee:
                    refus[refusee.Quoi] = refus.GetValueOrDefault(refusee.Quoi) + 1;
                    break;
            }
        }

        var gardee = GC.GetTotalMemory(forceFullCollection: true) - avant;
        sortie.WriteLine($"{admis} admis ; {gardee / 1024} Kio gardés ; {string.Join(" ; ", refus.Select(r => $"{r.Value} × {r.Key}"))}");
        // Les mutations doivent atteindre les deux issues, et des refus variés, pour que l'essai prouve quelque chose.
        Assert.True(admis > Fichiers / 100 && refus.Count > 10, $"{admis} admis, {refus.Count} motifs.");
        Assert.True(gardee < MemoireGardee, $"{gardee} octets gardés.");
    }

    // Ce qu'un fichier admis ne peut pas porter, jugé autrement que par l'examen.
    private static bool EstInerte(TypeDePiece type, byte[] fichier) => type switch
    {
        TypeDePiece.Pdf => fichier.AsSpan().StartsWith("%PDF-"u8) && fichier.AsSpan().TrimEnd("\0\t\n\f\r "u8).EndsWith("%%EOF"u8)
            && fichier.AsSpan().IndexOf("/S /JavaScript /JS"u8) < 0,
        TypeDePiece.Jpeg => fichier is [0xFF, 0xD8, 0xFF, .., 0xFF, 0xD9],
        TypeDePiece.Png => fichier is [0x89, 0x50, .., 0x49, 0x45, 0x4E, 0x44, _, _, _, _] && fichier.AsSpan().IndexOf("%PDF"u8) < 0,
        TypeDePiece.Docx => fichier.AsSpan().StartsWith("PK"u8) && fichier.AsSpan().IndexOf("vbaProject.bin"u8) < 0 && fichier.AsSpan().IndexOf("media/a.png"u8) < 0,
        TypeDePiece.Eml => fichier.AsSpan().IndexOf("\niVBORw0KGgo"u8) < 0 && fichier.AsSpan().IndexOfAnyInRange((byte)0, (byte)8) < 0,
        _ => false,
    };

    private static byte[] Muter(byte[] graine, Random hasard)
    {
        var fichier = graine.ToList();
        for (var n = hasard.Next(1, 5); n > 0 && fichier.Count > 0; n--)
        {
            var (ou, long_) = (hasard.Next(fichier.Count), hasard.Next(1, 64));
            var autre = Graines[hasard.Next(Graines.Length)];
            switch (hasard.Next(8))
            {
                case 0:
                    fichier[ou] ^= (byte)(1 << hasard.Next(8));
                    break;
                case 1:
                    fichier[ou] = (byte)hasard.Next(256);
                    break;
                case 2:
                    fichier.RemoveRange(ou, Math.Min(long_, fichier.Count - ou));
                    break;
                case 3:
                    fichier.InsertRange(ou, fichier.GetRange(ou, Math.Min(long_, fichier.Count - ou)));
                    break;
                case 4:
                    fichier.InsertRange(ou, Mots[hasard.Next(Mots.Length)]);
                    break;
                case 5 when hasard.Next(4) == 0:
                    fichier.RemoveRange(ou, fichier.Count - ou);
                    break;
                case 6 when hasard.Next(4) == 0:
                    fichier.AddRange(autre);
                    break;
                case 7:
                    fichier.InsertRange(ou, autre.AsSpan(Math.Min(autre.Length - 1, ou), Math.Min(long_, autre.Length - Math.Min(autre.Length - 1, ou))).ToArray());
                    break;
            }
        }

        return [.. fichier];
    }
}
