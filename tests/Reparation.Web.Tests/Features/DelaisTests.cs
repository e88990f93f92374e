using System.Net;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;

namespace Reparation.Web.Tests.Features;

/// <summary>Les délais au tableau de bord, sur la page du dossier et dans l'agenda : la même date partout, aucun nom.</summary>
public sealed class DelaisTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Un_delai_se_lit_au_tableau_au_dossier_et_dans_l_agenda_sans_nom()
    {
        var dossier = DossierDEssai.Neuf() with
        {
            Reference = "DELAIS-1",
            Enfant = new() { Nom = "Nomsecret", Prenoms = "Prenomsecret", DateDeNaissance = new(2014, 6, 10) },
            Faits = [new() { Id = "f1", Du = new(2025, 3, 4) }],
        };
        var id = await application.CreerAsync(dossier);
        var attendue = Echeancier.Dresser(dossier, new(2026, 11, 24)).Echeances.First(e => e.Regle == "CIVI-FORCL-NEW");
        var jour = attendue.JourPrudent!.Value;

        var tableau = await Lire(application.Alice, "/");
        Assert.Contains($"/dossiers/{id}/procedure/delais#regle-CIVI-FORCL-NEW", tableau, StringComparison.Ordinal);
        Assert.Contains(Francais.DateCourte(jour), tableau, StringComparison.Ordinal);
        Assert.Contains(Francais.Date(jour), await Lire(application.Alice, $"/dossiers/{id}/procedure/delais"), StringComparison.Ordinal);
        foreach (var adresse in new[] { "/delais.ics", $"/dossiers/{id}/procedure/delais.ics" })
        {
            var agenda = await Lire(application.Alice, adresse);
            Assert.Contains("BEGIN:VEVENT", agenda, StringComparison.Ordinal);
            Assert.Contains("DELAIS-1", agenda, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", agenda, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(dossier.Pseudonyme, agenda, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("DELAIS-1", await Lire(application.Bruno, "/delais.ics"), StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), await Lire(application.Bruno, "/"), StringComparison.Ordinal);
    }

    private static async Task<string> Lire(HttpClient client, string adresse)
    {
        var reponse = await client.OuvrirAsync(adresse);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }
}
