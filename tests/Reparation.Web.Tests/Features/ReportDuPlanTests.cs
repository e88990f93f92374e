using System.Globalization;
using System.Net;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Tests.Features;

public sealed class ReportDuPlanTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Le_reste_a_charge_n_entre_au_chiffrage_qu_une_fois_accepte()
    {
        var id = await application.CreerAsync(AvecPlan(1));
        Assert.Contains("Le chiffrage ne suit pas le plan", await Page($"/dossiers/{id}/plan"), StringComparison.Ordinal);
        Assert.Contains("Le chiffrage ne suit pas le plan", await Page($"/dossiers/{id}/chiffrage"), StringComparison.Ordinal);
        Assert.Contains("1 300,00 €", Lisible(await Page($"/dossiers/{id}/chiffrage/plan")), StringComparison.Ordinal);
        Assert.Empty((await Ouvrir(id)).Chiffrage.Postes);

        await Reporter(id, 1);

        var depense = Assert.Single(Assert.Single((await Ouvrir(id)).Chiffrage.Postes).Depenses);
        Assert.Equal(("a1", 26m, Montant.DeEuros(50)), (depense.Action, depense.Quantite, depense.PrixUnitaire));
        Assert.Contains("Le chiffrage suit le plan", await Page($"/dossiers/{id}/chiffrage/plan"), StringComparison.Ordinal);
        Assert.DoesNotContain("Le chiffrage ne suit pas", await Page($"/dossiers/{id}/plan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_plan_change_ensuite_sans_deplacer_la_demande_de_lui_meme()
    {
        var id = await application.CreerAsync(AvecPlan(1));
        await Reporter(id, 1);
        await application.AuNomDe(Application.CourrielDAlice, async a =>
        {
            var ouvert = (await a.OuvrirAsync(id, default))!;
            return await a.EnregistrerAsync(id, 2, ouvert.Dossier with { Plan = AvecPlan(2).Plan }, "essai", default);
        });

        Assert.Equal(26m, (await Ouvrir(id)).Chiffrage.Postes[0].Depenses[0].Quantite);
        var page = Lisible(await Page($"/dossiers/{id}/plan"));
        Assert.Contains("2 600,00 €", page, StringComparison.Ordinal);
        Assert.Contains("+ 1 300,00 €", page, StringComparison.Ordinal);

        await Reporter(id, 3);
        Assert.Equal(52m, (await Ouvrir(id)).Chiffrage.Postes[0].Depenses[0].Quantite);
    }

    [Fact]
    public async Task Une_ligne_corrigee_a_la_main_garde_son_lien()
    {
        var id = await application.CreerAsync(AvecPlan(1));
        await Reporter(id, 1);
        var champs = new Dictionary<string, string>
        {
            ["version"] = "2",
            ["action"] = "enregistrer",
            ["Poste.Depenses.Index"] = "0",
            ["Poste.Depenses[0].Action"] = "a1",
            ["Poste.Depenses[0].Libelle"] = "Suivi",
            ["Poste.Depenses[0].Nature"] = "soins",
            ["Poste.Depenses[0].Date"] = "2026-01-05",
            ["Poste.Depenses[0].Quantite"] = "24",
            ["Poste.Depenses[0].PrixUnitaire"] = "50",
        };
        Assert.Contains("name=\"Poste.Depenses[0].Action\" value=\"a1\"", await Page($"/dossiers/{id}/chiffrage/DSA"), StringComparison.Ordinal);
        await application.Alice.EnvoyerAsync($"/dossiers/{id}/chiffrage/DSA", champs, $"/dossiers/{id}/chiffrage/DSA");

        Assert.Equal(("a1", 24m), ((await Ouvrir(id)).Chiffrage.Postes[0].Depenses[0].Action, (await Ouvrir(id)).Chiffrage.Postes[0].Depenses[0].Quantite));
        Assert.Contains("24 × 50,00 €", Lisible(await Page($"/dossiers/{id}/chiffrage/plan")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_compte_etranger_ne_voit_ni_ne_porte_rien()
    {
        var id = await application.CreerAsync(AvecPlan(1));

        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.GetAsync(new Uri($"/dossiers/{id}/chiffrage/plan", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.EnvoyerAsync($"/dossiers/{id}/chiffrage/plan", new() { ["version"] = "1" }, "/")).StatusCode);
        Assert.Empty((await Ouvrir(id)).Chiffrage.Postes);
    }

    private static string Lisible(string page) => page.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<string> Page(string adresse) =>
        WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));

    private async Task<Dossier> Ouvrir(Guid id) => (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;

    private Task<HttpResponseMessage> Reporter(Guid id, int version) => application.Alice.EnvoyerAsync(
        $"/dossiers/{id}/chiffrage/plan", new() { ["version"] = version.ToString(CultureInfo.InvariantCulture) }, $"/dossiers/{id}/chiffrage/plan");

    private static Dossier AvecPlan(decimal quantite) => DossierDEssai.Neuf() with
    {
        Plan = new()
        {
            Actions =
            [
                new()
                {
                    Id = "a1",
                    Intitule = "Suivi",
                    Domaine = DomaineDeVie.SoinsPsychiques,
                    Du = new(2026, 1, 5),
                    Au = new(2026, 7, 3),
                    Rythme = Rythme.ParSemaine,
                    Quantite = quantite,
                    CoutUnitaire = Montant.DeEuros(70),
                    Payeurs = [new() { Payeur = "complementaire", ParUnite = Montant.DeEuros(20) }],
                    Poste = "DSA",
                },
            ],
        },
    };
}
