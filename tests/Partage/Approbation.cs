using System.Runtime.CompilerServices;

namespace Reparation.Tests;

/// <summary>
/// Compare un texte à celui qu'un juriste a approuvé. En cas d'écart, le texte reçu est écrit à côté ; on l'approuve, après
/// l'avoir relu, en relançant les essais avec REPARATION_APPROUVER=1.
/// </summary>
internal static class Approbation
{
    public static void Verifier(string nom, string recu, [CallerFilePath] string ici = "")
    {
        var dossier = Path.Combine(Racine(ici), "Approuves");
        var approuve = Path.Combine(dossier, nom + ".txt");
        var attente = Path.Combine(dossier, nom + ".recu.txt");
        if (Environment.GetEnvironmentVariable("REPARATION_APPROUVER") == "1")
        {
            Directory.CreateDirectory(dossier);
            File.WriteAllText(approuve, recu);
            File.Delete(attente);
            return;
        }

        var attendu = File.Exists(approuve) ? File.ReadAllText(approuve) : "";
        if (attendu == recu)
        {
            return;
        }

        File.WriteAllText(attente, recu);
        Assert.Fail($"« {nom} » n’est plus le texte approuvé.\n{Ecart(attendu.Split('\n'), recu.Split('\n'))}");
    }

    private static string Racine(string fichier)
    {
        var dossier = Path.GetDirectoryName(fichier);
        while (dossier is not null && Directory.GetFiles(dossier, "*.csproj").Length == 0)
        {
            dossier = Path.GetDirectoryName(dossier);
        }

        return dossier ?? throw new DirectoryNotFoundException();
    }

    private static string Ecart(string[] attendu, string[] recu)
    {
        var premiere = 0;
        while (premiere < Math.Min(attendu.Length, recu.Length) && attendu[premiere] == recu[premiere])
        {
            premiere++;
        }

        return $"Première ligne différente : {premiere + 1}\n"
            + string.Concat(attendu.Skip(premiere).Take(5).Select(l => $"- {l}\n"))
            + string.Concat(recu.Skip(premiere).Take(5).Select(l => $"+ {l}\n"));
    }
}
