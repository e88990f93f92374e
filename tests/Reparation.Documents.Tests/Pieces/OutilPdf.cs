using System.Diagnostics;

namespace Reparation.Documents.Tests.Pieces;

/// <summary>Outils de la machine, appelés sur un fichier passager.</summary>
internal static class OutilPdf
{
    /// <summary>Ce que <c>qpdf --check</c> reproche au fichier ; vide s'il n'a rien à dire.</summary>
    public static string Verifier(byte[] octets)
    {
        var (code, sortie, _) = Lancer("qpdf", octets, f => ["--check", f]);
        return code == 0 ? "" : sortie;
    }

    /// <summary>Le fichier, tous ses flux en clair.</summary>
    public static string EnClair(byte[] octets) => Lancer("qpdf", octets, f => ["--qdf", "--object-streams=disable", f, "-"]).Sortie;

    /// <summary>Gris, de 0 à 255, d'un point d'une page, compté en points depuis le coin haut gauche.</summary>
    public static int Point(byte[] octets, int page, int x, int y)
    {
        var numero = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (_, image, _) = Lancer("pdftoppm", octets, f => ["-r", "72", "-gray", "-f", numero, "-l", numero, f]);
        var champs = image.Split(['\n', ' '], 5);
        var largeur = int.Parse(champs[1], System.Globalization.CultureInfo.InvariantCulture);
        return champs[4][y * largeur + x];
    }

    private static (int Code, string Sortie, string Erreurs) Lancer(string outil, byte[] octets, Func<string, string[]> arguments)
    {
        var fichier = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(fichier, octets);
            using var processus = Process.Start(new ProcessStartInfo(outil, arguments(fichier))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.Latin1,
            })!;
            var erreurs = processus.StandardError.ReadToEndAsync();
            var sortie = processus.StandardOutput.ReadToEnd();
            processus.WaitForExit();
            return (processus.ExitCode, sortie + erreurs.Result, erreurs.Result);
        }
        finally
        {
            File.Delete(fichier);
        }
    }
}
