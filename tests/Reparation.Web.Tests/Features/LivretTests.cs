using System.Net;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Tests.Features;

public sealed class LivretTests(Application application) : IClassFixture<Application>
{
    private static Dossier Adolescent => DossierDEssai.Neuf() with
    {
        Enfant = DossierDEssai.Neuf().Enfant with { DateDeNaissance = new(2010, 5, 5) },
        Avocat = new() { Nom = "Camille Fictif", Cabinet = "Cabinet fictif" },
    };

    [Fact]
    public async Task Ce_que_l_on_choisit_est_garde_et_s_imprime()
    {
        var id = await application.CreerAsync(Adolescent);
        var adresse = $"/dossiers/{id}/livret";
        var page = await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative));
        Assert.Contains("Indice LIX", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Une seule de ces choses suffit", page, StringComparison.Ordinal);

        await application.Alice.EnvoyerAsync(
            adresse,
            new() { ["version"] = "1", ["Dossier.Livret.Forme"] = "De11A14", ["Dossier.Livret.Danger"] = "true", ["Dossier.Livret.Argent"] = "false" },
            adresse);

        var livret = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier.Livret;
        Assert.Equal(new LivretDeLEnfant { Forme = FormeDeLivret.De11A14, Danger = true, Argent = false }, livret);
        var aLire = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse + "/De11A14/page", UriKind.Relative)));
        Assert.Contains("Une seule de ces choses suffit", aLire, StringComparison.Ordinal);
        Assert.DoesNotContain("La réparation et l’argent", aLire, StringComparison.Ordinal);
        Assert.Contains("<title>Notes</title>", aLire, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voir_sans_enregistrer_ne_garde_rien()
    {
        var id = await application.CreerAsync(Adolescent);
        var adresse = $"/dossiers/{id}/livret";
        var reponse = await application.Alice.EnvoyerAsync(
            adresse, new() { ["version"] = "1", ["action"] = "recalculer", ["Dossier.Livret.Danger"] = "true" }, adresse);

        Assert.Contains("Une seule de ces choses suffit", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False((await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier.Livret.Danger);
    }

    [Fact]
    public async Task Le_livret_d_une_autre_langue_se_dit_brouillon_en_page_et_en_cahier()
    {
        var id = await application.CreerAsync(Adolescent);
        var adresse = $"/dossiers/{id}/livret";
        await application.Alice.EnvoyerAsync(adresse, new() { ["version"] = "1", ["Dossier.Livret.Langue"] = "Roumain" }, adresse);

        var aLire = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse + "/De15A17/page", UriKind.Relative)));
        Assert.Contains("<html lang=\"ro-RO\">", aLire, StringComparison.Ordinal);
        Assert.Equal(2, aLire.Split("Brouillon non relu – ").Length - 1);
        Assert.Contains("Drepturile tale", aLire, StringComparison.Ordinal);
        Assert.Contains("Ieșire rapidă", aLire, StringComparison.Ordinal);
        Assert.DoesNotContain("Tes droits", aLire, StringComparison.Ordinal);
        Assert.Contains("<title>Notes</title>", aLire, StringComparison.Ordinal);

        var cahier = await application.Alice.GetAsync(new Uri(adresse + "/De15A17/cahier.pdf", UriKind.Relative));
        Assert.EndsWith("-ro-cahier.pdf", cahier.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_cahier_se_telecharge_sous_un_nom_neutre()
    {
        var id = await application.CreerAsync(Adolescent);
        var reponse = await application.Alice.GetAsync(new Uri($"/dossiers/{id}/livret/FacileALire/cahier.pdf", UriKind.Relative));

        Assert.Equal("application/pdf", reponse.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("Livret_facile-", reponse.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.GetAsync(new Uri($"/dossiers/{id}/livret/De7A10/page", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/De15A17/page")]
    [InlineData("/De15A17/cahier.pdf")]
    public async Task Un_compte_etranger_ne_voit_rien(string suite)
    {
        var id = await application.CreerAsync(Adolescent);

        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.GetAsync(new Uri($"/dossiers/{id}/livret{suite}", UriKind.Relative))).StatusCode);
    }
}
