using System.Net;
using Reparation.Domain.Referentiels;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Tests.Features;

public sealed class SectionsTests(Application application) : IClassFixture<Application>
{
    private const string Modele = "chiffrage/note";

    [Fact]
    public async Task Une_section_se_previsualise_s_enregistre_et_se_rend_au_modele()
    {
        var id = await CreerAsync();
        var (page, adresse) = ($"/dossiers/{id}/sections/{Modele}?section=section-1", $"/dossiers/{id}/sections/{Modele}");
        var apercu = await EnvoyerAsync(adresse, page, "1", "Phrase **inédite** de l’avocat.", "apercu");
        var enregistre = await EnvoyerAsync(adresse, page, "1", "Phrase **inédite** de l’avocat.", "enregistrer");
        var acte = await LireAsync($"/dossiers/{id}/actes/apercu/{Modele}");
        var rendu = await EnvoyerAsync(adresse, page, "2", "x", "retablir");

        Assert.Equal(HttpStatusCode.OK, apercu.StatusCode);
        Assert.Contains("<strong>inédite</strong>", await apercu.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, enregistre.StatusCode);
        Assert.Contains("inédite", acte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, rendu.StatusCode);
        Assert.DoesNotContain("inédite", await LireAsync($"/dossiers/{id}/actes/apercu/{Modele}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_faute_garde_ce_qui_est_tape_et_dit_sa_ligne()
    {
        var id = await CreerAsync();
        var reponse = await EnvoyerAsync(
            $"/dossiers/{id}/sections/{Modele}", $"/dossiers/{id}/sections/{Modele}?section=section-1", "1", "Bon.\n\n<i>mauvais</i>", "enregistrer");
        var html = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        Assert.Contains("Ligne 3\u00A0: Une balise HTML", html, StringComparison.Ordinal);
        Assert.Contains("<i>mauvais</i></textarea>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_section_d_un_autre_n_existe_pas()
    {
        var id = await CreerAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/sections/{Modele}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/sections/{Modele}?section=section-1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync($"/dossiers/{id}/sections/{Modele}?section=absente")).StatusCode);
    }

    private Task<Guid> CreerAsync() => application.CreerAsync(Demonstration.Lire(Editions.Embarquees).ElementAt(1));

    private Task<HttpResponseMessage> EnvoyerAsync(string adresse, string page, string version, string texte, string action) =>
        application.Alice.EnvoyerAsync(
            adresse, new() { ["section"] = "section-1", ["version"] = version, ["texte"] = texte, ["action"] = action }, page);

    private async Task<string> LireAsync(string adresse)
    {
        var reponse = await application.Alice.OuvrirAsync(adresse);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }
}
