using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests;

/// <summary>
/// L'application entière, par HTTP, sur un répertoire de données neuf. Deux personnes connectées : celle qui crée les
/// dossiers, et celle qui ne doit rien en voir.
/// </summary>
public sealed partial class Application : IAsyncLifetime
{
    public const string CourrielDAlice = "alice.avocate@exemple.test";
    public const string CourrielDeBruno = "bruno.avocat@exemple.test";
    public const string Phrase = "quatre mots sans lien entre eux";

    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-web-");
    private WebApplicationFactory<Program> fabrique = null!;

    public string Donnees => Path.Combine(racine.FullName, "donnees");

    public string Base => Path.Combine(Donnees, "reparation.db");

    /// <summary>Instant où l'application se croit ; vide pour l'heure de la machine.</summary>
    public DateTimeOffset? Maintenant { get; init; }

    /// <summary>Panne que la base simule à chaque ouverture.</summary>
    public PanneSimulee Panne { get; } = new();

    /// <summary>L'horloge de l'application, si elle est feinte.</summary>
    public FakeTimeProvider Horloge => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    /// <summary>Administratrice, qui crée les dossiers.</summary>
    public HttpClient Alice { get; private set; } = null!;

    /// <summary>Membre, à qui ces dossiers n'appartiennent pas.</summary>
    public HttpClient Bruno { get; private set; } = null!;

    public IServiceProvider Services => fabrique.Services;

    /// <summary>Toutes les routes de l'application.</summary>
    public IReadOnlyList<RouteEndpoint> Routes =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async Task InitializeAsync()
    {
        fabrique = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
            .UseEnvironment("Production")
            .UseSetting("Reparation:Donnees", Donnees)
            .ConfigureTestServices(s =>
            {
                s.ConfigureDbContext<DossiersDb>(o => o.AddInterceptors(Panne));
                s.Configure<MvcOptions>(o => o.Filters.Add<PorteSeule>());
                if (Maintenant is { } instant)
                {
                    s.AddSingleton<TimeProvider>(new FakeTimeProvider(instant));
                }
            }));
        Alice = Anonyme();
        var code = Services.GetRequiredService<PremierCompte>().Code;
        await Exiger(HttpStatusCode.Redirect, Alice.EnvoyerAsync("/premier-compte", new()
        {
            ["Saisie.Courriel"] = CourrielDAlice,
            ["Saisie.Phrase"] = Phrase,
            ["Saisie.Repetee"] = Phrase,
            ["Saisie.Code"] = code,
        }));
        Bruno = await OuvrirCompteAsync(CourrielDeBruno, Qualite.Avocat);
    }

    public async Task DisposeAsync()
    {
        await fabrique.DisposeAsync();
        SqliteConnection.ClearAllPools();
        racine.Delete(recursive: true);
    }

    /// <summary>Un navigateur neuf, sans session.</summary>
    public HttpClient Anonyme() => fabrique.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>Invite, accepte, et rend le navigateur connecté de la personne.</summary>
    public async Task<HttpClient> OuvrirCompteAsync(string courriel, Qualite metier)
    {
        var client = Anonyme();
        var lien = await InviterAsync(courriel, metier);
        await Exiger(HttpStatusCode.Redirect, client.EnvoyerAsync(lien, new() { ["Phrase"] = Phrase, ["Repetee"] = Phrase }));
        return client;
    }

    /// <summary>Prépare une invitation et rend le chemin de son lien.</summary>
    public async Task<string> InviterAsync(string courriel, Qualite metier)
    {
        var reponse = await Alice.EnvoyerAsync("/comptes", new() { ["Saisie.Courriel"] = courriel, ["Saisie.Metier"] = metier.ToString() });
        return Lien().Match(WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync())).Value is { Length: > 0 } lien
            ? lien
            : throw new InvalidOperationException($"Invitation refusée à {courriel} ({(int)reponse.StatusCode}).");
    }

    /// <summary>Un navigateur neuf, connecté par la phrase.</summary>
    public async Task<HttpClient> ConnecterAsync(string courriel)
    {
        var client = Anonyme();
        await Exiger(HttpStatusCode.Redirect, client.EnvoyerAsync("/connexion", new() { ["Courriel"] = courriel, ["Phrase"] = Phrase }));
        return client;
    }

    /// <summary>Ouvre un dossier d'Alice à ce compte, par la page des accès.</summary>
    public Task<HttpResponseMessage> DonnerAccesAsync(Guid id, string courriel, Qualite qualite, string jusqua = "") =>
        Alice.EnvoyerAsync($"/dossiers/{id}/acces", new()
        {
            ["Saisie.Courriel"] = courriel,
            ["Saisie.Qualite"] = qualite.ToString(),
            ["Saisie.Jusqua"] = jusqua,
            ["Saisie.Motif"] = "Motif d’essai",
        });

    /// <summary>Agit dans l'application au nom d'un compte, sans passer par une page.</summary>
    public async Task<T> AuNomDe<T>(string courriel, Func<Archives, Task<T>> agir)
    {
        await using var portee = Services.CreateAsyncScope();
        var compte = (await portee.ServiceProvider.GetRequiredService<Annuaire>().ListerAsync(default)).Single(c => c.Courriel == courriel);
        portee.ServiceProvider.GetRequiredService<CompteCourant>().Designer(compte);
        return await agir(portee.ServiceProvider.GetRequiredService<Archives>());
    }

    public Task<Guid> CreerAsync(Dossier dossier, string courriel = CourrielDAlice) =>
        AuNomDe(courriel, a => a.CreerAsync(dossier, "Création", default));

    /// <summary>Exécute du SQL dans la base, comme le ferait qui a volé ou modifié le fichier.</summary>
    public async Task<int> SqlAsync(string sql)
    {
        await using var db = new DossiersDb(BaseSqlite.Options(Base));
        return await db.Database.ExecuteSqlRawAsync(sql);
    }

    [GeneratedRegex("/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Lien();

    private static async Task Exiger(HttpStatusCode attendu, Task<HttpResponseMessage> reponse) =>
        Assert.Equal(attendu, (await reponse).StatusCode);
}

/// <summary>Répond 204 à une requête d'essai qui a passé toutes les portes, sans exécuter l'action : la décision seule est mesurée.</summary>
public sealed class PorteSeule : IResourceFilter
{
    public const string EnTete = "X-Essai-Porte";

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Un refus se rend par la page d'erreur, qui repasse ici : elle doit garder son code.
        if (context.HttpContext.Request.Headers.ContainsKey(EnTete) && !context.HttpContext.Request.Path.StartsWithSegments("/erreur", StringComparison.Ordinal))
        {
            context.Result = new NoContentResult();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>Ce que fait un navigateur : lire la page, y prendre le jeton du formulaire, envoyer.</summary>
public static partial class Navigation
{
    public static async Task<HttpResponseMessage> EnvoyerAsync(
        this HttpClient client, string adresse, Dictionary<string, string> champs, string? page = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(champs);
        champs["__RequestVerificationToken"] = await client.JetonAsync(page ?? adresse);
        using var contenu = new FormUrlEncodedContent(champs);
        return await client.PostAsync(new Uri(adresse, UriKind.Relative), contenu);
    }

    public static async Task<string> JetonAsync(this HttpClient client, string page)
    {
        ArgumentNullException.ThrowIfNull(client);
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        return WebUtility.HtmlDecode(Jeton().Match(html).Groups[1].Value);
    }

    public static Task<HttpResponseMessage> OuvrirAsync(this HttpClient client, string adresse)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetAsync(new Uri(adresse, UriKind.Relative));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Jeton();
}
