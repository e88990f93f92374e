using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Reparation.Web.Tests.Demarrage;

/// <summary>Le vrai programme, dans son propre processus.</summary>
public sealed partial class Programme : IDisposable
{
    private readonly Process processus;
    private readonly StringBuilder dit = new();
    private readonly TaskCompletionSource<Uri> adresse = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Programme(params string[] arguments)
    {
        var demarrage = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        demarrage.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Reparation.Web.dll"));
        foreach (var argument in arguments)
        {
            demarrage.ArgumentList.Add(argument);
        }

        // Les réglages de l'environnement d'essai ne doivent pas changer ce que l'on éprouve.
        foreach (var nom in new[] { "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" })
        {
            demarrage.Environment.Remove(nom);
        }

        processus = Process.Start(demarrage)!;
        processus.OutputDataReceived += Entendre;
        processus.ErrorDataReceived += Entendre;
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
    }

    public string Dit
    {
        get
        {
            lock (dit)
            {
                return dit.ToString();
            }
        }
    }

    /// <summary>Attend que l'application annonce son adresse.</summary>
    public async Task<Uri> PretAsync()
    {
        var fin = processus.WaitForExitAsync();
        return await Task.WhenAny(adresse.Task, fin).WaitAsync(TimeSpan.FromSeconds(60)) == fin
            ? throw new InvalidOperationException("L'application s'est arrêtée : " + Dit)
            : await adresse.Task;
    }

    public async Task<int> FinAsync()
    {
        await processus.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return processus.ExitCode;
    }

    /// <summary>Arrêt brutal, sans préavis (SIGKILL).</summary>
    public async Task TuerAsync()
    {
        processus.Kill(entireProcessTree: true);
        await processus.WaitForExitAsync();
    }

    /// <summary>Arrêt demandé, comme le fait un service. SIGINT serait ignoré d'un programme lancé en arrière-plan.</summary>
    public async Task<int> ArreterAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", processus.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        return await FinAsync();
    }

    public void Dispose()
    {
        if (!processus.HasExited)
        {
            processus.Kill(entireProcessTree: true);
        }

        processus.Dispose();
    }

    private void Entendre(object emetteur, DataReceivedEventArgs ligne)
    {
        lock (dit)
        {
            dit.AppendLine(ligne.Data);
        }

        if (ligne.Data is { } texte && Ouvrez().Match(texte) is { Success: true } trouve)
        {
            adresse.TrySetResult(new Uri(trouve.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Ouvrez (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Ouvrez();
}
