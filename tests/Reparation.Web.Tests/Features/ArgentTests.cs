using System.Net;
using Reparation.Domain.Commun;

namespace Reparation.Web.Tests.Features;

/// <summary>L'argent de l'enfant, de sa page à la requête, et l'agenda du plan.</summary>
public sealed class ArgentTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task La_demande_au_juge_se_saisit_se_repartit_et_s_imprime()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf() with
        {
            Enfant = new() { DateDeNaissance = new(2014, 6, 10) },
            Versements = [new() { Montant = Montant.DeEuros(1_500), Poste = "SE" }, new() { Montant = Montant.DeEuros(700) }],
        });
        var adresse = $"/dossiers/{id}/procedure/argent";
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        formulaire["Dossier.Argent.Situation"] = "Une somme est arrivée sur un compte que l’enfant ne tient pas.";
        formulaire["Dossier.Argent.PartBloquee"] = "6000";
        await formulaire.EnregistrerAsync();

        var page = await Lire(adresse);
        Assert.Contains("Toute jouissance prend fin le 10\u00A0juin 2030", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Hors de la jouissance</dt><dd>1\u202F500,00\u00A0€</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>À rattacher à un poste</dt><dd>700,00\u00A0€</dd>", page, StringComparison.Ordinal);
        Assert.Contains("garder 6\u202F000,00\u00A0€ jusqu’à la majorité", await Lire($"/dossiers/{id}/plan/temps"), StringComparison.Ordinal);

        // L'emploi des fonds manque encore : l'acte le réclame, et mène à la page qui le saisit.
        var actes = await Lire($"/dossiers/{id}/actes");
        Assert.Contains("Requête au juge des tutelles – argent de l’enfant", actes, StringComparison.Ordinal);
        Assert.Contains($"href=\"{adresse}\"", actes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_agenda_du_plan_ne_dit_ni_nom_ni_action_et_n_existe_pas_pour_un_autre()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf() with
        {
            Reference = "PLAN-ICS",
            Enfant = new() { Nom = "Nomsecret", DateDeNaissance = new(2014, 6, 10) },
            Plan = new() { RevueLe = new(2027, 2, 1), Actions = [new() { Id = "a1", Intitule = "Actionsecrete" }] },
        });
        Assert.Contains($"/dossiers/{id}/plan/plan.ics", await Lire($"/dossiers/{id}/plan"), StringComparison.Ordinal);

        var agenda = await Lire($"/dossiers/{id}/plan/plan.ics");
        Assert.Contains("PLAN-ICS – plan\\, revue", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", agenda, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(DossierDEssai.Pseudonyme, agenda, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/plan/plan.ics")).StatusCode);
    }

    private async Task<string> Lire(string adresse) =>
        WebUtility.HtmlDecode(await (await application.Alice.OuvrirAsync(adresse)).Content.ReadAsStringAsync());
}
