using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Reparation.Navigateur.Tests;

/// <summary>L'application telle qu'un utilisateur la lance : un vrai processus, un vrai port, un dossier de données neuf.</summary>
public sealed partial class Serveur : IAsyncDisposable
{
    private readonly Process processus;
    private readonly DirectoryInfo donnees;

    private Serveur(Process processus, DirectoryInfo donnees, Uri adresse)
    {
        this.processus = processus;
        this.donnees = donnees;
        Adresse = adresse;
    }

    public Uri Adresse { get; }

    public static async Task<Serveur> LancerAsync(bool demonstration, params string[] reglages)
    {
        var donnees = Directory.CreateTempSubdirectory("reparation-essai-");
        var demarrage = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        demarrage.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Reparation.Web.dll"));
        demarrage.ArgumentList.Add("--urls");
        demarrage.ArgumentList.Add("http://127.0.0.1:0");
        demarrage.ArgumentList.Add("--Reparation:Donnees=" + Path.Combine(donnees.FullName, "donnees"));
        foreach (var reglage in reglages)
        {
            demarrage.ArgumentList.Add(reglage);
        }

        if (demonstration)
        {
            demarrage.ArgumentList.Add("--demonstration");
        }

        demarrage.Environment["DOTNET_ENVIRONMENT"] = "Production";
        demarrage.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var processus = Process.Start(demarrage)!;
        var trouvee = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var dit = new List<string>();
        processus.OutputDataReceived += Lire;
        processus.ErrorDataReceived += Lire;
        processus.Exited += (_, _) => trouvee.TrySetException(new InvalidOperationException("L'application s'est arrêtée : " + string.Join('\n', dit)));
        processus.EnableRaisingEvents = true;
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
        var adresse = await trouvee.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return new(processus, donnees, adresse);

        void Lire(object _, DataReceivedEventArgs e)
        {
            if (e.Data is not { } ligne)
            {
                return;
            }

            lock (dit)
            {
                dit.Add(ligne);
            }

            if (AdresseEcoutee().Match(ligne) is { Success: true } trouve)
            {
                trouvee.TrySetResult(new Uri(trouve.Value));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        processus.Kill(entireProcessTree: true);
        await processus.WaitForExitAsync();
        processus.Dispose();
        donnees.Delete(recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex AdresseEcoutee();
}
