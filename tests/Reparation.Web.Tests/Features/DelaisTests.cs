using System.Net;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;

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

    [Fact]
    public async Task Un_age_atteint_dans_l_annee_parait_au_tableau_et_dans_l_agenda()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf() with { Reference = "AGES-1", Enfant = new() { DateDeNaissance = new(2011, 3, 1) } });

        var tableau = await Lire(application.Alice, "/");
        Assert.Contains("Âges qui comptent, dans l’année", tableau, StringComparison.Ordinal);
        Assert.Contains($"/dossiers/{id}/procedure/delais#t-ages\">16 ans</a>", tableau, StringComparison.Ordinal);
        Assert.Contains("âge", await Lire(application.Alice, $"/dossiers/{id}/procedure/delais.ics"), StringComparison.Ordinal);
        Assert.DoesNotContain("AGES-1", await Lire(application.Bruno, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_ressort_l_auteur_d_un_fait_et_une_autre_victime_se_saisissent()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf() with
        {
            Reference = "RESSORT-1",
            MisEnCause = [new() { Id = "m1", Designation = "Auteur fictif" }],
            Procedure = new() { Actes = [new() { Genre = GenreActe.NotificationCivi, Le = new(2026, 3, 3) }], AutresVictimes = [new()] },
        });

        var procedure = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/procedure");
        procedure["Dossier.Procedure.Ressort"] = "AlsaceMoselle";
        procedure["Dossier.Procedure.Demeure"] = "OutreMer";
        procedure["Dossier.Procedure.Actes[0].MisEnCause"] = "m1";
        procedure["Dossier.Procedure.AutresVictimes[0].FaitLe"] = "2024-02-02";
        procedure["Dossier.Procedure.AutresVictimes[0].Qualification"] = "viol_15";
        await procedure.EnregistrerAsync();

        var lu = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
        Assert.Equal((Territoire.AlsaceMoselle, Demeure.OutreMer, "m1"), (lu.Procedure.Ressort, lu.Procedure.Demeure, lu.Procedure.Actes[0].MisEnCause));
        Assert.Equal((new DateOnly(2024, 2, 2), "viol_15"), (lu.Procedure.AutresVictimes[0].FaitLe!.Value, lu.Procedure.AutresVictimes[0].Qualification));
        var appel = Echeancier.Dresser(lu, new(2026, 11, 24)).Echeances.Single(e => e.Regle == "CIVI-APPEL");
        Assert.Contains(Francais.Date(appel.DernierJourLegal!.Value), await Lire(application.Alice, $"/dossiers/{id}/procedure/delais"), StringComparison.Ordinal);
        Assert.Contains("Auteur fictif", await Lire(application.Alice, $"/dossiers/{id}/faits"), StringComparison.Ordinal);
    }

    private static async Task<string> Lire(HttpClient client, string adresse)
    {
        var reponse = await client.OuvrirAsync(adresse);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }
}
