using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Features;

/// <summary>Chaque lecture, chaque envoi et chaque refus s'écrit ; la chaîne trahit une ligne ôtée, changée ou glissée.</summary>
public sealed class ConsultationsTests : IAsyncLifetime
{
    private readonly Application application = new() { Maintenant = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero) };

    public Task InitializeAsync() => application.InitializeAsync();

    public Task DisposeAsync() => application.DisposeAsync();

    [Fact]
    public async Task La_page_dit_qui_a_lu_envoye_ou_essaye()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        using var intervenante = await application.OuvrirCompteAsync("intervenante@exemple.test", Qualite.Intervenant);
        await application.DonnerAccesAsync(id, "intervenante@exemple.test", Qualite.Intervenant);
        await application.Alice.OuvrirAsync($"/dossiers/{id}/faits");
        await intervenante.OuvrirAsync($"/dossiers/{id}/plan");
        Assert.Equal(HttpStatusCode.NotFound, (await intervenante.OuvrirAsync($"/dossiers/{id}/procedure")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/enfant")).StatusCode);

        var lignes = await LireAsync(id);

        Assert.Contains((Application.CourrielDAlice, Geste.Lecture, Section.Faits, "faits"), lignes);
        Assert.Contains((Application.CourrielDAlice, Geste.Envoi, Section.Acces, "acces"), lignes);
        Assert.Contains(("intervenante@exemple.test", Geste.Lecture, Section.Plan, "plan"), lignes);
        Assert.Contains(("intervenante@exemple.test", Geste.Refus, Section.Procedure, "procedure"), lignes);
        Assert.Contains((Application.CourrielDeBruno, Geste.Refus, Section.Enfant, "enfant"), lignes);
        var page = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/consultations", UriKind.Relative)));
        Assert.Contains(Application.CourrielDeBruno, page, StringComparison.Ordinal);
        Assert.Contains("A essayé, sans y avoir droit", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await intervenante.OuvrirAsync($"/dossiers/{id}/consultations")).StatusCode);
    }

    [Fact]
    public async Task Les_deux_cents_dernieres_puis_les_plus_anciennes()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        for (var i = 0; i < 210; i++)
        {
            await Dans(c => c.NoterAsync(Geste.Lecture, Guid.NewGuid(), id, Section.Plan, "plan", default));
        }

        var premiere = await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/consultations", UriKind.Relative));
        var suite = premiere[premiere.IndexOf($"/dossiers/{id}/consultations?avant=", StringComparison.Ordinal)..];
        var seconde = await application.Alice.GetStringAsync(new Uri(suite[..suite.IndexOf('"', StringComparison.Ordinal)], UriKind.Relative));
        Assert.DoesNotContain("?avant=", seconde, StringComparison.Ordinal);
        Assert.Contains("compte inconnu", seconde, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_connexion_et_un_essai_manque_se_voient_sur_la_page_du_compte()
    {
        using var autre = application.Anonyme();
        await autre.EnvoyerAsync("/connexion", new() { ["Courriel"] = Application.CourrielDAlice, ["Phrase"] = "une phrase qui n'est pas la bonne" });
        await autre.EnvoyerAsync("/connexion", new() { ["Courriel"] = "personne@exemple.test", ["Phrase"] = "une phrase qui n'est pas la bonne" });

        var page = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri("/securite", UriKind.Relative)));

        Assert.Contains("Connexion refusée (phrase)", page, StringComparison.Ordinal);
        Assert.Contains("25/11/2026 à 10\u00a0h\u00a000", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM Consultations WHERE Rang = 2", "manque")]
    [InlineData("DELETE FROM Consultations WHERE Rang = (SELECT max(Rang) FROM Consultations)", "La fin du journal")]
    [InlineData("UPDATE Consultations SET Le = Le + 1 WHERE Rang = 2", "La 2ᵉ ligne")]
    [InlineData("UPDATE Consultations SET DossierId = NULL WHERE DossierId IS NOT NULL", "ligne du journal")]
    [InlineData("UPDATE Consultations SET Contenu = (SELECT Contenu FROM Consultations WHERE Rang = 1) WHERE Rang = 2", "La 2ᵉ ligne")]
    [InlineData("UPDATE Parametres SET Valeur = zeroblob(90) WHERE Nom = 'consultations'", "La tête")]
    public async Task Une_ligne_touchee_hors_de_l_application_se_voit(string degat, string attendu)
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        await application.Alice.OuvrirAsync($"/dossiers/{id}/faits");
        await application.Alice.OuvrirAsync($"/dossiers/{id}/plan");
        Assert.Null((await ControlerAsync()).Rupture);
        Assert.NotEqual(0, await application.SqlAsync(degat));

        Assert.Contains(attendu, (await ControlerAsync()).Rupture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vingt_lectures_simultanees_gardent_une_seule_chaine()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var avant = (await ControlerAsync()).Lignes;
        var reponses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => application.Alice.OuvrirAsync($"/dossiers/{id}/retentissements")));

        Assert.All(reponses, r => Assert.Equal(HttpStatusCode.OK, r.StatusCode));
        var (lignes, tete, rupture) = await ControlerAsync();
        Assert.Null(rupture);
        Assert.Equal(avant + 20, lignes);
        Assert.StartsWith($"{lignes}-", tete, StringComparison.Ordinal);
    }

    private async Task<List<(string, Geste, Section, string)>> LireAsync(Guid id)
    {
        IReadOnlyList<Consultation> lues = [];
        await Dans(async c => lues = await c.ListerAsync(id, null, 500, default));
        return [.. lues.Select(l => (l.Personne, l.Geste, l.Section!.Value, l.Page))];
    }

    private async Task Dans(Func<Consultations, Task> agir)
    {
        await using var portee = application.Services.CreateAsyncScope();
        await agir(portee.ServiceProvider.GetRequiredService<Consultations>());
    }

    private async Task<(long Lignes, string Tete, string? Rupture)> ControlerAsync()
    {
        await using var portee = application.Services.CreateAsyncScope();
        return await Consultations.ControlerAsync(
            portee.ServiceProvider.GetRequiredService<DossiersDb>(), portee.ServiceProvider.GetRequiredService<Coffre>(), default);
    }
}
