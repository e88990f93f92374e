using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Reparation.Web.Features.Comptes;

namespace Reparation.Web.Tests.Comptes;

public sealed class PremierCompteTests : IAsyncDisposable
{
    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-premier-");
    private readonly WebApplicationFactory<Program> fabrique;

    public PremierCompteTests() => fabrique = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
        .UseEnvironment("Production")
        .UseSetting("Reparation:Donnees", Path.Combine(racine.FullName, "donnees")));

    public async ValueTask DisposeAsync()
    {
        await fabrique.DisposeAsync();
        SqliteConnection.ClearAllPools();
        racine.Delete(recursive: true);
    }

    [Fact]
    public async Task Le_premier_compte_se_cree_une_fois_et_une_seule()
    {
        using var client = fabrique.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal("/premier-compte", (await client.OuvrirAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal("/premier-compte", (await client.OuvrirAsync("/connexion")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.OuvrirAsync("/sante")).StatusCode);

        var champs = new Dictionary<string, string>
        {
            ["Saisie.Courriel"] = "premiere@exemple.test",
            ["Saisie.Phrase"] = Application.Phrase,
            ["Saisie.Repetee"] = Application.Phrase,
            ["Saisie.Code"] = "PASLEBONCODE",
        };
        var refus = await client.EnvoyerAsync("/premier-compte", new(champs));
        Assert.Equal(HttpStatusCode.BadRequest, refus.StatusCode);
        Assert.Contains(MessagesDeCompte.CodeFaux, await refus.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        champs["Saisie.Code"] = fabrique.Services.GetRequiredService<PremierCompte>().Code;
        var jeton = await client.JetonAsync("/premier-compte");
        Assert.Equal("/", (await client.EnvoyerAsync("/premier-compte", new(champs))).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.OuvrirAsync("/comptes")).StatusCode);

        // Le même code, un autre courriel, depuis un autre navigateur : la porte est fermée.
        using var second = fabrique.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal("/", (await second.OuvrirAsync("/premier-compte")).Headers.Location!.OriginalString);
        champs["Saisie.Courriel"] = "second@exemple.test";
        var tardif = await second.EnvoyerAsync("/premier-compte", new(champs), page: "/connexion");
        Assert.Equal(HttpStatusCode.NotFound, tardif.StatusCode);
        Assert.NotEmpty(jeton);
    }

    [Fact]
    public async Task Deux_premiers_comptes_simultanes_n_en_font_qu_un()
    {
        var crees = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using var portee = fabrique.Services.CreateAsyncScope();
            return await portee.ServiceProvider.GetRequiredService<Annuaire>()
                .CreerPremierAsync($"candidat{i}@exemple.test", Application.Phrase, Web.Securite.Qualite.Avocat, default);
        }));
        Assert.Single(crees, c => c is not null);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost", null, "HTTP/1.1", true)]
    [InlineData("::1", "[::1]", null, "HTTP/2", true)]
    [InlineData("192.0.2.7", "localhost", null, "HTTP/1.1", false)]
    [InlineData("127.0.0.1", "dossiers.cabinet.test", null, "HTTP/1.1", false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", "HTTP/1.1", false)]
    [InlineData("127.0.0.1", "localhost", "Forwarded", "HTTP/1.1", false)]
    [InlineData("127.0.0.1", "localhost", null, "HTTP/1.0", false)]
    public void Un_relais_n_est_pas_cette_machine(string adresse, string hote, string? entete, string protocole, bool attendu)
    {
        var contexte = new DefaultHttpContext();
        contexte.Connection.RemoteIpAddress = IPAddress.Parse(adresse);
        contexte.Request.Host = new HostString(hote, 5080);
        contexte.Request.Protocol = protocole;
        if (entete is not null)
        {
            contexte.Request.Headers[entete] = "192.0.2.7";
        }

        Assert.Equal(attendu, PremierCompte.DepuisCetteMachine(contexte));
    }
}
