using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Reparation.Navigateur.Tests;

/// <summary>Une page qui retient tout ce que la console, le réseau et la politique de contenu lui reprochent.</summary>
public sealed class PageSurveillee : IAsyncDisposable
{
    private readonly IBrowserContext contexte;
    private readonly List<string> reproches = [];

    private PageSurveillee(IBrowserContext contexte, IPage page)
    {
        this.contexte = contexte;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Erreurs de console, exceptions de script, requêtes échouées ou sorties vers un autre hôte.</summary>
    public IReadOnlyList<string> Reproches => reproches;

    public static async Task<PageSurveillee> OuvrirAsync(IBrowser navigateur, Uri adresse, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = adresse.ToString();
        options.Locale = "fr-FR";
        var contexte = await navigateur.NewContextAsync(options);
        var surveillee = new PageSurveillee(contexte, await contexte.NewPageAsync());
        surveillee.Page.Console += (_, m) => surveillee.Noter(m.Type is "error" or "warning", $"console : {m.Text}");
        surveillee.Page.PageError += (_, e) => surveillee.Noter(true, $"script : {e}");
        surveillee.Page.Request += (_, r) => surveillee.Noter(
            Uri.TryCreate(r.Url, UriKind.Absolute, out var cible) && cible.Scheme.StartsWith("http", StringComparison.Ordinal) && cible.Authority != adresse.Authority,
            $"requête extérieure : {r.Url}");
        surveillee.Page.Response += (_, r) => surveillee.Noter(r.Status >= 400, $"réponse {r.Status} : {r.Url}");
        return surveillee;
    }

    /// <summary>Violations relevées par axe sur la page affichée, en clair.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        var resultat = await Page.RunAxe();
        return
        [
            .. resultat.Violations.Select(v => $"{v.Id} ({v.Impact}) : {v.Help} — {string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))}"),
        ];
    }

    /// <summary>Vrai si la page déborde en largeur : sur un téléphone, on ne lit plus.</summary>
    public Task<bool> DebordeAsync() =>
        Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    public ValueTask DisposeAsync() => contexte.DisposeAsync();

    private void Noter(bool siReproche, string reproche)
    {
        if (siReproche)
        {
            reproches.Add(reproche);
        }
    }
}
