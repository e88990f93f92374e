using System.Net;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;

namespace Reparation.Web.Tests.Features;

/// <summary>On voit ce que d'autres éditions changeraient sans rien enregistrer, puis on les adopte, ou non.</summary>
public sealed class EditionsDUnDossierTests(Application application) : IClassFixture<Application>
{
    private const string Gp2022 = "?Choix.Referentiel=mornet-2024&Choix.Bareme=gp-2022&Choix.Taux=-1";

    private static readonly Dossier Depart = new()
    {
        Reference = "EDITIONS-1",
        Pseudonyme = "Sacha",
        Enfant = new() { DateDeNaissance = new(2012, 5, 1), Sexe = Sexe.Feminin },
        Chiffrage = new()
        {
            DateDeDecision = new(2026, 5, 1),
            Consolidation = new(2026, 1, 1),
            Postes =
            [
                new() { Code = "DSF", Rentes = [new() { Libelle = "Suivi", Du = new(2026, 5, 1), Montant = Montant.DeEuros(1000) }] },
                new() { Code = "SE", Cotation = 4, Montant = Montant.DeEuros(15000), Motif = "Fictif" },
            ],
        },
    };

    [Fact]
    public async Task L_apercu_montre_l_ecart_et_n_enregistre_rien()
    {
        var id = await application.CreerAsync(Depart);

        var ouverture = await Page(id, "");
        Assert.DoesNotContain("Ce qui changerait", ouverture, StringComparison.Ordinal);

        var page = await Page(id, Gp2022);
        Assert.Contains("Ce qui changerait", page, StringComparison.Ordinal);
        Assert.Contains("+ ", page, StringComparison.Ordinal);
        Assert.Contains("Adopter ces éditions", page, StringComparison.Ordinal);
        Assert.Contains("Gazette du Palais 2022", page, StringComparison.Ordinal);

        var ouvert = await Lire(id);
        Assert.Equal((1, "gp-2025"), (ouvert.Version, ouvert.Dossier.Chiffrage.Bareme));
    }

    [Fact]
    public async Task Les_memes_editions_ne_changent_rien()
    {
        var id = await application.CreerAsync(Depart);
        Assert.Contains("rien ne changerait", await Page(id, "?Choix.Bareme=gp-2025"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopter_enregistre_une_version_et_change_les_editions_seules()
    {
        var id = await application.CreerAsync(Depart);
        var reponse = await application.Alice.EnvoyerAsync($"/dossiers/{id}/chiffrage/editions", new()
        {
            ["Choix.Referentiel"] = "mornet-2024",
            ["Choix.Bareme"] = "gp-2022",
            ["Choix.Taux"] = "-1",
            ["Dossier.Pseudonyme"] = "Autre",
            ["version"] = "1",
            ["action"] = "enregistrer",
        }, $"/dossiers/{id}/chiffrage/editions{Gp2022}");

        Assert.Equal($"/dossiers/{id}/chiffrage", reponse.Headers.Location!.ToString());
        var ouvert = await Lire(id);
        Assert.Equal(2, ouvert.Version);
        var attendu = Depart with { Chiffrage = Depart.Chiffrage with { Referentiel = "mornet-2024", Bareme = "gp-2022", Taux = -1 } };
        Assert.Equal(DossierJson.Ecrire(attendu), DossierJson.Ecrire(ouvert.Dossier));
    }

    [Theory]
    [InlineData("?Choix.Bareme=gp-2025&Choix.Taux=3", "Ce barème n’a pas ce taux")]
    [InlineData("?Choix.Bareme=gp-1900", "Barème inconnu")]
    [InlineData("?Choix.Referentiel=rien", "Édition inconnue")]
    [InlineData("?Choix.Taux=beaucoup", "nombre")]
    public async Task Un_choix_impossible_est_dit_sans_comparaison(string choix, string message)
    {
        var page = await Page(await application.CreerAsync(Depart), choix);
        Assert.Contains(message, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Adopter ces éditions", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_autre_compte_ne_voit_ni_ne_change_rien()
    {
        var id = await application.CreerAsync(Depart);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/chiffrage/editions{Gp2022}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.EnvoyerAsync($"/dossiers/{id}/chiffrage/editions", new()
        {
            ["Choix.Bareme"] = "gp-2022",
            ["version"] = "1",
        }, "/dossiers/nouveau")).StatusCode);
        Assert.Equal(1, (await Lire(id)).Version);
    }

    private async Task<string> Page(Guid id, string choix) => WebUtility.HtmlDecode(
        await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/chiffrage/editions{choix}", UriKind.Relative)));

    private async Task<DossierOuvert> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!;
}
