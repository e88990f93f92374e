using Microsoft.Playwright;

namespace Reparation.Navigateur.Tests;

/// <summary>Un Chromium et une application de démonstration pour tous les essais d'une classe.</summary>
public sealed class NavigateurFixture : IAsyncLifetime
{
    // Sans réseau d'arrière-plan : Chromium ne doit chercher aucun hôte extérieur.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;

    public IBrowser Navigateur { get; private set; } = null!;

    public Serveur Demonstration { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Chemin is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        Navigateur = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Chemin, Args = Arguments });
        Demonstration = await Serveur.LancerAsync(demonstration: true);
    }

    public async Task DisposeAsync()
    {
        if (Chromium.Chemin is null)
        {
            return;
        }

        await Demonstration.DisposeAsync();
        await Navigateur.DisposeAsync();
        playwright!.Dispose();
    }
}
