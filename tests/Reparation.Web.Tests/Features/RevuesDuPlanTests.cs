using System.Globalization;
using System.Net;

namespace Reparation.Web.Tests.Features;

public sealed class RevuesDuPlanTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Une_revue_se_prepare_se_note_et_se_relit()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf() with
        {
            Plan = new() { Objectifs = [new() { Id = "b1", Intitule = "Dormir la nuit" }] },
        });
        var chemin = $"/dossiers/{id}/plan/revues";

        await application.Alice.EnvoyerAsync(chemin + "/preparer", new() { ["version"] = "1" }, chemin);
        await application.Alice.EnvoyerAsync(
            chemin,
            new()
            {
                ["version"] = "2",
                ["Dossier.Plan.RevueLe"] = "2027-02-25",
                ["Dossier.Plan.Revues.Index"] = "0",
                ["Dossier.Plan.Revues[0].Id"] = "s1",
                ["Dossier.Plan.Revues[0].CeQuiAAide"] = "Une veilleuse",
                ["Dossier.Plan.Revues[0].Avancees.Index"] = "0",
                ["Dossier.Plan.Revues[0].Avancees[0].Objectif"] = "b1",
                ["Dossier.Plan.Revues[0].Avancees[0].NoteDeLEnfant"] = "4",
            },
            chemin);

        var plan = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier.Plan;
        var revue = Assert.Single(plan.Revues);
        Assert.NotNull(revue.Le);
        Assert.Equal(("Une veilleuse", 4), (revue.CeQuiAAide, Assert.Single(revue.Avancees).NoteDeLEnfant!.Value));
        Assert.Equal(new DateOnly(2027, 2, 25), plan.RevueLe);
        Assert.Contains("Une veilleuse", WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(chemin, UriKind.Relative))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/preparer")]
    public async Task Un_compte_etranger_n_y_entre_pas(string suite)
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var reponse = await application.Bruno.EnvoyerAsync(
            $"/dossiers/{id}/plan/revues{suite}", new() { ["version"] = 1.ToString(CultureInfo.InvariantCulture) }, "/");

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }
}
