using System.Net;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Tests.Features;

/// <summary>Des signes cochés à un dossier sans nom.</summary>
public sealed class ReperageTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Des_signes_donnent_des_devoirs_puis_un_dossier_sans_nom()
    {
        var avant = (await application.AuNomDe(Application.CourrielDAlice, a => a.ListerAsync(default))).Count;
        var conseils = await application.Alice.EnvoyerAsync("/reperage", new() { ["signes"] = "gestes", ["danger"] = "Inconnu", ["techniques"] = "Caming" });
        var page = WebUtility.HtmlDecode(await conseils.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, conseils.StatusCode);
        Assert.Contains("Danger immédiat", page, StringComparison.Ordinal);
        Assert.Contains("PHAROS", page, StringComparison.Ordinal);
        Assert.Equal(avant, (await application.AuNomDe(Application.CourrielDAlice, a => a.ListerAsync(default))).Count);

        var ouverture = await application.Alice.EnvoyerAsync(
            "/reperage/dossier", new() { ["signes"] = "gestes", ["danger"] = "Inconnu", ["techniques"] = "Caming" }, "/reperage");

        Assert.Equal(HttpStatusCode.Redirect, ouverture.StatusCode);
        var id = Guid.Parse(ouverture.Headers.Location!.OriginalString.Split('/')[2]);
        var dossier = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
        Assert.Contains(Technique.Caming, Assert.Single(dossier.Faits).Techniques);
        Assert.Empty(dossier.Enfant.Nom);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/faits")).StatusCode);
    }

    [Fact]
    public async Task Une_case_inventee_est_ignoree()
    {
        var conseils = await application.Alice.EnvoyerAsync("/reperage", new() { ["signes"] = "invente", ["danger"] = "9", ["techniques"] = "Rien" });

        Assert.Equal(HttpStatusCode.OK, conseils.StatusCode);
    }
}
