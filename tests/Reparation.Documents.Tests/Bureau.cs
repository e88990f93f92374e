using System.Diagnostics;

namespace Reparation.Documents.Tests;

/// <summary>LibreOffice sans écran : une suite bureautique qui n'est pas la nôtre ouvre nos fichiers.</summary>
internal static class Bureau
{
    /// <summary>Convertit tous les fichiers de cette extension.</summary>
    public static void Convertir(string dossier, string format, string extension)
    {
        // Un profil à part : deux essais ne se disputent pas le même.
        var demande = new ProcessStartInfo("soffice")
        {
            WorkingDirectory = dossier,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless", "--norestore", $"-env:UserInstallation=file://{dossier}/profil", "--convert-to", format, "--outdir", dossier,
            },
        };
        foreach (var fichier in Directory.GetFiles(dossier, "*" + extension).Order(StringComparer.Ordinal))
        {
            demande.ArgumentList.Add(fichier);
        }

        using var processus = Process.Start(demande)!;
        var erreurs = processus.StandardError.ReadToEndAsync();
        processus.StandardOutput.ReadToEnd();
        processus.WaitForExit();
        Assert.True(processus.ExitCode == 0, erreurs.Result);
    }
}
