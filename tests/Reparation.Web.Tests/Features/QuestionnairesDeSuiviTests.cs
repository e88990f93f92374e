using System.Net;

namespace Reparation.Web.Tests.Features;

public sealed class QuestionnairesDeSuiviTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Les_reponses_se_comptent_et_une_reponse_de_securite_se_dit()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf() with { Enfant = new() });
        var chemin = $"/dossiers/{id}/plan/mesures";

        var refuse = await Envoyer(id, "0 0 4 1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refuse.StatusCode);
        Assert.Contains("10 réponses", WebUtility.HtmlDecode(await refuse.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        await Envoyer(id, "0 0 4 1 4 0 0 0 0 4");
        Assert.Contains("touche à la sécurité", WebUtility.HtmlDecode(
            await application.Alice.GetStringAsync(new Uri(chemin, UriKind.Relative))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_compte_etranger_n_y_entre_pas()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var reponse = await application.Bruno.EnvoyerAsync($"/dossiers/{id}/plan/mesures", new() { ["version"] = "1" }, "/");

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    private Task<HttpResponseMessage> Envoyer(Guid id, string reponses) => application.Alice.EnvoyerAsync(
        $"/dossiers/{id}/plan/mesures",
        new()
        {
            ["version"] = "1",
            ["Dossier.Plan.Mesures.Index"] = "0",
            ["Dossier.Plan.Mesures[0].Instrument"] = "yp-core",
            ["Dossier.Plan.Mesures[0].Le"] = "2026-11-20",
            ["Dossier.Plan.Mesures[0].Reponses"] = reponses,
        },
        $"/dossiers/{id}/plan/mesures");
}
