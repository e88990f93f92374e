using System.Net;

namespace Reparation.Web.Tests.Features;

public sealed class ModelesDePlanTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Un_modele_s_ajoute_au_plan_une_seule_fois()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());

        await Ajouter(id, 1);
        await Ajouter(id, 2);

        var plan = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier.Plan;
        Assert.Equal(7, plan.Objectifs.Count);
        Assert.Contains("jamais pendant que l’exploitation", WebUtility.HtmlDecode(
            await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/plan", UriKind.Relative))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_compte_etranger_ne_peut_rien_ajouter()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var reponse = await application.Bruno.EnvoyerAsync(
            $"/dossiers/{id}/plan/modele", new() { ["version"] = "1", ["modele"] = "en-ligne" }, "/");

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    private Task<HttpResponseMessage> Ajouter(Guid id, int version) => application.Alice.EnvoyerAsync(
        $"/dossiers/{id}/plan/modele", new() { ["version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture), ["modele"] = "en-ligne" },
        $"/dossiers/{id}/plan");
}
