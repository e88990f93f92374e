using System.Net;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Tests.Features;

/// <summary>Alertes répondues, offres comparées, chiffrages figés.</summary>
public sealed class SuiviDuChiffrageTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Une_alerte_recoit_une_reponse_datee_qui_se_retire()
    {
        var id = await application.CreerAsync(Simple());
        const string regle = "sans-piece";
        const string poste = "DSA";
        Assert.Contains($"id=\"alerte-{regle}-{poste}\"", await Texte($"/dossiers/{id}/chiffrage/alertes"), StringComparison.Ordinal);

        var refus = await Repondre(id, new() { ["Reponse.Regle"] = regle, ["Reponse.Poste"] = poste, ["Reponse.Motif"] = new('x', 2_001) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.StatusCode);

        var reponse = await Repondre(id, new() { ["Reponse.Regle"] = regle, ["Reponse.Poste"] = poste, ["Reponse.Motif"] = "Facture au dossier de plaidoirie.", ["retour"] = "poste" });
        Assert.Equal($"/dossiers/{id}/chiffrage/{poste}", reponse.Headers.Location!.OriginalString);
        var gardee = Assert.Single((await Lire(id)).Chiffrage.Reponses);
        Assert.Equal((regle, poste, "Facture au dossier de plaidoirie."), (gardee.Regle, gardee.Poste, gardee.Motif));
        Assert.NotNull(gardee.Le);
        var apres = await Texte($"/dossiers/{id}/chiffrage/{poste}");
        Assert.Contains("Facture au dossier de plaidoirie.", apres, StringComparison.Ordinal);
        Assert.Contains("alerte repondue", apres, StringComparison.Ordinal);

        await Repondre(id, new() { ["Reponse.Regle"] = regle, ["Reponse.Poste"] = poste }, version: "2");
        Assert.Empty((await Lire(id)).Chiffrage.Reponses);
    }

    [Fact]
    public async Task Le_retour_d_une_reponse_reste_dans_l_application()
    {
        var id = await application.CreerAsync(Simple());

        var reponse = await Repondre(id, new() { ["Reponse.Regle"] = "r", ["Reponse.Motif"] = "m", ["retour"] = "https://ailleurs.test/" });

        Assert.Equal($"/dossiers/{id}/chiffrage/alertes", reponse.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Une_offre_s_ouvre_avec_les_postes_demandes_se_compare_et_se_retire()
    {
        var id = await application.CreerAsync(Simple());
        var ouverture = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/offres");
        ouverture["Offre.Auteur"] = "Fonds de garantie";
        ouverture["Offre.RecueLe"] = "2026-11-02";
        var suite = (await ouverture.EnvoyerAsync()).Headers.Location!.OriginalString;
        Assert.EndsWith("/offres/offre-1", suite, StringComparison.Ordinal);

        var offre = await Formulaire.OuvrirAsync(application.Alice, suite);
        Assert.Equal("DSA", offre["Offre.Lignes[0].Code"]);
        offre["Offre.Lignes[0].Montant"] = "1 250";
        offre["Offre.Lignes[0].Fondement"] = "Référentiel fictif.";
        offre["Offre.Lignes[0].Reponse"] = "La facture est produite.";
        using var contenu = new FormUrlEncodedContent(offre.Champs);
        var apercu = await application.Alice.PostAsync(new Uri(suite + "/apercu", UriKind.Relative), contenu);
        Assert.Contains(Francais.Euros(1_750), WebUtility.HtmlDecode(await apercu.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await offre.EnregistrerAsync();

        var page = await Texte(suite);
        foreach (var attendu in new[] { Francais.Euros(3_000), Francais.Euros(1_250), Francais.Euros(1_750), "Référentiel fictif.", "La facture est produite.", "42\u00A0% de la demande" })
        {
            Assert.Contains(attendu, page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(suite)).StatusCode);
        var retrait = await application.Alice.EnvoyerAsync(suite + "/retirer", new() { ["version"] = "3" }, suite);
        Assert.Equal($"/dossiers/{id}/chiffrage/offres", retrait.Headers.Location!.OriginalString);
        Assert.Empty((await Lire(id)).Chiffrage.Offres);
    }

    [Fact]
    public async Task Une_offre_sans_auteur_est_refusee_et_ce_qui_est_tape_demeure()
    {
        var id = await application.CreerAsync(Simple());
        var ouverture = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/offres");
        ouverture["Offre.Reference"] = "R-77";

        var refus = await ouverture.EnvoyerAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.StatusCode);
        Assert.Equal("R-77", (await Formulaire.RelireAsync(application.Alice, "/", refus))["Offre.Reference"]);
        Assert.Empty((await Lire(id)).Chiffrage.Offres);
    }

    [Fact]
    public async Task Deux_chiffrages_figes_se_comparent_entre_eux_et_avec_celui_du_jour()
    {
        var id = await application.CreerAsync(Simple());
        await Figer(id, "Premier");
        var poste = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/DSA");
        poste["Poste.Depenses[0].PrixUnitaire"] = "3 400";
        await poste.EnregistrerAsync();

        var jour = await Texte($"/dossiers/{id}/chiffrage/instantanes");
        Assert.Contains("+ " + Francais.Euros(400), jour, StringComparison.Ordinal);

        await Figer(id, "Second");
        var entreEux = await Texte($"/dossiers/{id}/chiffrage/instantanes?avant=instantane-2&apres=instantane-1");
        Assert.Contains("\u2212400,00", entreEux, StringComparison.Ordinal);
        Assert.DoesNotContain("+ " + Francais.Euros(400), entreEux, StringComparison.Ordinal);

        var retrait = await application.Alice.EnvoyerAsync(
            $"/dossiers/{id}/chiffrage/instantanes/instantane-1/retirer", new() { ["version"] = "4" }, $"/dossiers/{id}/chiffrage/instantanes");
        Assert.Equal(HttpStatusCode.Redirect, retrait.StatusCode);
        Assert.Equal(["Second"], (await Lire(id)).Chiffrage.Instantanes.Select(i => i.Libelle));
    }

    private static Dossier Simple() => DossierDEssai.Neuf() with
    {
        Chiffrage = new()
        {
            DateDeDecision = new(2027, 3, 1),
            Postes = [new() { Code = "DSA", Depenses = [new() { Libelle = "soins", Date = new(2026, 1, 1), PrixUnitaire = Montant.DeEuros(3_000) }] }],
        },
    };

    private async Task Figer(Guid id, string nom)
    {
        var page = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/instantanes");
        page["Instantane.Libelle"] = nom;
        await page.EnregistrerAsync();
    }

    private Task<HttpResponseMessage> Repondre(Guid id, Dictionary<string, string> champs, string version = "1")
    {
        champs["version"] = version;
        return application.Alice.EnvoyerAsync($"/dossiers/{id}/chiffrage/alertes", champs, $"/dossiers/{id}/chiffrage/offres");
    }

    private async Task<string> Texte(string adresse) =>
        WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
}
