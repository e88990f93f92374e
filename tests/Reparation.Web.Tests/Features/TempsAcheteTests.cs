using System.Net;

namespace Reparation.Web.Tests.Features;

/// <summary>Le temps acheté, par sa page et par son calculateur.</summary>
public sealed class TempsAcheteTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Un_scenario_saisi_dit_ses_mois_et_la_somme_qu_il_faudrait()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/plan/temps");
        foreach (var (champ, valeur) in Saisie("Dossier.Plan.Scenarios[0]."))
        {
            formulaire[champ] = valeur;
        }

        formulaire["Dossier.Plan.Scenarios[0].Libelle"] = "Provision seule";
        await formulaire.EnregistrerAsync();

        // Exemple publié E1 : 8 000 € à 320 € par mois, payés deux mois après.
        var page = await Lire($"/dossiers/{id}/plan/temps");
        Assert.Contains("25 mois, jusqu’au 31\u00A0mars 2029", page, StringComparison.Ordinal);
        Assert.Contains("640,00\u00A0€ manquent", page, StringComparison.Ordinal);
        Assert.Contains("7\u202F680,00\u00A0€", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/plan/temps")).StatusCode);
    }

    [Fact]
    public async Task Le_calculateur_compte_comme_le_dossier_et_ne_garde_rien_dans_l_adresse()
    {
        var reponse = await application.Alice.EnvoyerAsync("/calculateurs/temps-achete", Saisie("Saisie.Scenario."));

        Assert.Contains("25 mois, jusqu’au 31\u00A0mars 2029", WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("", reponse.RequestMessage!.RequestUri!.Query);
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_sans_rien_perdre()
    {
        var reponse = await application.Alice.EnvoyerAsync("/calculateurs/temps-achete", new Dictionary<string, string>
        {
            ["Saisie.Scenario.Rentrees[0].Montant"] = "45000",
            ["Saisie.Scenario.Rentrees[0].Le"] = "2027-06-01",
            ["Saisie.Scenario.Rentrees[0].Bloquee"] = "true",
        });
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        Assert.Contains("donnez celui du calcul", page, StringComparison.Ordinal);
        Assert.Contains("Le budget est vide", page, StringComparison.Ordinal);
        Assert.Contains("bloquée jusqu’à la majorité, qui est inconnue", page, StringComparison.Ordinal);
        Assert.Contains("value=\"45000", page.Replace("\u202F", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_budget_date_s_ajoute_et_se_complete_sans_s_imposer()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var champs = new Dictionary<string, string> { ["version"] = "1", ["budget"] = "jeune-majeur" };
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.EnvoyerAsync($"/dossiers/{id}/plan/temps/budget", champs, "/")).StatusCode);

        await application.Alice.EnvoyerAsync($"/dossiers/{id}/plan/temps/budget", champs, $"/dossiers/{id}/plan/temps");

        var scenario = Assert.Single((await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier.Plan.Scenarios);
        Assert.All(scenario.Depenses, d => Assert.Contains("lu le 24", d.SourceDuMontant, StringComparison.Ordinal));
        var page = await Lire($"/dossiers/{id}/plan/temps");
        Assert.Contains("Aucune somme n’est attendue", page, StringComparison.Ordinal);
        Assert.Contains("à vérifier", page, StringComparison.Ordinal);
        Assert.Contains("bourse sur critères sociaux, échelon 7", await Lire("/calculateurs/temps-achete?budget=etudiant-region-bourse"), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Saisie(string prefixe) => new()
    {
        [prefixe + "Calcul"] = "2027-01-01",
        [prefixe + "Rentrees[0].Montant"] = "8000",
        [prefixe + "Rentrees[0].Le"] = "2027-03-01",
        [prefixe + "Depenses[0].Libelle"] = "frais non couverts",
        [prefixe + "Depenses[0].Montant"] = "320",
    };

    private async Task<string> Lire(string adresse) =>
        WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));
}
