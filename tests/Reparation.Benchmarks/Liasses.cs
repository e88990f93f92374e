using System.Diagnostics;
using System.Globalization;
using System.Text;
using Reparation.Documents.Blocs;
using Reparation.Documents.Pieces;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Dossiers;

namespace Reparation.Benchmarks;

/// <summary>
/// Liasses : mille pages nées numériques, puis mille numérisations ; et la croissance de cent à quatre mille pages. À froid,
/// le programme de ligne de commande est lancé dans un processus neuf, et sa mémoire la plus haute est lue au système.
/// </summary>
internal static class Liasses
{
    private static readonly DateOnly Jour = new(2026, 11, 24);

    public static void Mesurer()
    {
        var texte = Composer(10);
        var image = Numerisation(76 * 1024);
        Mesure.Titre("Liasses, à chaud");
        Mesure.AChaud("1 000 pages nées numériques, 100 pièces", 10, () => Relier(texte, 100), cible: 750_000);
        Mesure.AChaud("1 000 numérisations, 76 Mio", 5, () => Relier(image, 1_000));
        Mesure.Titre("Croissance, nées numériques");
        foreach (var pieces in new[] { 10, 50, 100, 200, 400 })
        {
            Mesure.AChaud($"{pieces * 10} pages", 3, () => Relier(texte, pieces));
        }

        Mesure.Ecrire("");
        Mesure.Ecrire("À froid, processus neuf (cible : moins de 1 300 ms et de 110 Mio)");
        AFroid("1 000 pages nées numériques, 100 pièces", texte, 100, ".pdf");
        AFroid("1 000 numérisations", image, 1_000, ".jpg");
        foreach (var pieces in new[] { 10, 400 })
        {
            AFroid($"{pieces * 10} pages nées numériques", texte, pieces, ".pdf");
        }
    }

    private static long Relier(byte[] original, int pieces)
    {
        var liasse = Liasse.Composer(new(
            Dossier(pieces), Jour, [],
            [.. Dossier(pieces).Pieces.Select(p => new PieceALier(p, () => new MemoryStream(original, writable: false)))],
            _ => Stream.Null));
        return liasse.Fichiers[0].Octets;
    }

    private static void AFroid(string quoi, byte[] original, int pieces, string extension)
    {
        var racine = Directory.CreateTempSubdirectory("liasses-");
        try
        {
            var (dossier, originaux, vers) = (Path.Combine(racine.FullName, "d.json"), Path.Combine(racine.FullName, "p"), Path.Combine(racine.FullName, "s"));
            Directory.CreateDirectory(originaux);
            File.WriteAllBytes(dossier, DossierJson.Ecrire(Dossier(pieces)));
            for (var i = 1; i <= pieces; i++)
            {
                File.WriteAllBytes(Path.Combine(originaux, $"piece-{i}{extension}"), original);
            }

            var programme = Path.Combine(AppContext.BaseDirectory, "reparation.dll");
            string[] arguments = ["liasse", dossier, "--pieces", originaux, "-o", vers];
            var temps = new List<TimeSpan>();
            var memoire = 0L;
            for (var i = 0; i < 5; i++)
            {
                var chrono = Stopwatch.StartNew();
                using var processus = Process.Start(new ProcessStartInfo("dotnet", [programme, .. arguments]) { RedirectStandardOutput = true })!;
                while (!processus.WaitForExit(5))
                {
                    memoire = Math.Max(memoire, Sommet(processus));
                }

                temps.Add(chrono.Elapsed);
            }

            var taille = Directory.EnumerateFiles(vers).Sum(f => new FileInfo(f).Length);
            Mesure.UneFois($"{quoi}, médiane de 5 (mémoire {memoire / 1024 / 1024} Mio, fichier {taille / 1024} Kio)", temps.Order().ElementAt(2));
        }
        finally
        {
            racine.Delete(recursive: true);
        }
    }

    private static long Sommet(Process processus)
    {
        try
        {
            processus.Refresh();
            return processus.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // Il vient de finir : la mesure précédente tient.
            return 0;
        }
    }

    private static Dossier Dossier(int pieces) => new()
    {
        Reference = "MESURE",
        Pseudonyme = "Essai",
        Pieces = [.. Enumerable.Range(1, pieces).Select(n => new Piece
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"p{n}"), Numero = n, Titre = "Certificat d’essai", Date = Jour,
        })],
    };

    private static byte[] Composer(int pages) => new MoteurMaison().Composer(
        new(
            new("Pièce d’essai", "", "", Jour, "", ""),
            [.. Enumerable.Range(1, pages).SelectMany(p => Enumerable.Range(1, 12)
                .Select(Bloc (i) => new Bloc.Paragraphe([new Inline.Texte($"Alinéa {i} de la feuille {p} : l’enfant a été suivie par l’établissement, qui atteste de sa présence.")]))
                .Append(new Bloc.SautDePage()))],
            []),
        Charte.Acte).Octets;

    // Une image de points sans intérêt, du poids d'une page numérisée à 300 points par pouce : seuls les segments comptent ici.
    private static byte[] Numerisation(int poids)
    {
        var longueurs = "01" + new string('0', 30);
        var entete = Convert.FromHexString(
            "FFD8FFE000104A46494600010101012C012C0000FFDB004300" + string.Concat(Enumerable.Repeat("08", 64))
            + $"FFC0000B080DB409B101011100FFC4001400{longueurs}00FFC4001410{longueurs}00FFDA0008010100003F00");
        return [.. entete, .. Encoding.ASCII.GetBytes(new string('\u0007', poids)), 0xFF, 0xD9];
    }
}
