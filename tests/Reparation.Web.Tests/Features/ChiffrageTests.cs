using System.Net;
using System.Text;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Web.Features.Chiffrage;

namespace Reparation.Web.Tests.Features;

public sealed class ChiffrageTests(Application application) : IClassFixture<Application>
{
    private static readonly string[] Pages = ["", "/alertes", "/globale", "/gains", "/offres", "/offres/offre-1", "/sensibilite", "/instantanes"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Un_dossier_ou_tout_est_saisi_se_renvoie_sans_rien_perdre(bool deces)
    {
        var entier = DossierEntier.Composer(deces);
        var id = await application.CreerAsync(entier);
        var adresses = new[] { "enfant", "procedure", "chiffrage", "chiffrage/globale", "chiffrage/gains", "chiffrage/offres/offre-1" }
            .Concat(entier.Chiffrage.Postes.Select(p => "chiffrage/" + p.Code))
            .Concat(entier.Proches[0].Postes.Select(p => "chiffrage/proches/x1/" + p.Code));

        foreach (var adresse in adresses)
        {
            await (await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/{adresse}")).EnregistrerAsync();
            Assert.Equal(Json(entier), Json(await Lire(id)));
        }
    }

    [Fact]
    public async Task Chaque_page_s_ouvre_pour_sa_proprietaire_et_pour_elle_seule_sans_style_en_ligne()
    {
        var id = await application.CreerAsync(DossierEntier.Composer(deces: false));
        foreach (var page in Pages)
        {
            var adresse = $"/dossiers/{id}/chiffrage{page}";
            Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(adresse)).StatusCode);
            Assert.DoesNotContain(" style=", await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)), StringComparison.Ordinal);
        }

        foreach (var page in new[] { "/offres/offre-9", "/proches", "/XYZ" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync($"/dossiers/{id}/chiffrage{page}")).StatusCode);
        }
    }

    // Sommes calculées à la main ; aucune ne dépend d'une édition.
    [Theory]
    [InlineData("FD", "52,90", "Poste.Deplacements[0].Libelle=expertise;Poste.Deplacements[0].Kilometres=50;Poste.Deplacements[0].Nombre=2;Poste.Deplacements[0].TarifAuKilometre=0,529;Poste.Deplacements[0].Date=2026-01-05")]
    [InlineData("FD", "200,00", "Poste.Aides[0].Libelle=veille;Poste.Aides[0].Du=2026-01-05;Poste.Aides[0].Au=2026-01-11;Poste.Aides[0].HeuresParSemaine=14;Poste.Aides[0].HeuresOrdinaires=4;Poste.Aides[0].TauxHoraire=20")]
    [InlineData("PGPA", "6\u202F000,00", "Poste.Pertes[0].Libelle=contrat;Poste.Pertes[0].Du=2025-01-01;Poste.Pertes[0].Au=2025-12-31;Poste.Pertes[0].ReferenceParMois=900;Poste.Pertes[0].RecuParMois=400")]
    [InlineData("PSU", "7\u202F500,00", "Poste.Annees[0].Niveau=Lycee;Poste.Annees[0].AnneeScolaire=2025-2026;Poste.Annees[0].Raison=Absence;Poste.Annees[0].Nombre=1;Poste.Annees[0].ParAnnee=7500")]
    public async Task Une_saisie_change_la_somme_a_l_apercu_puis_a_l_enregistrement(string code, string attendu, string saisie)
    {
        var id = await application.CreerAsync(new()
        {
            Reference = "ESSAI-2026-003",
            Pseudonyme = "Lou",
            Enfant = new() { DateDeNaissance = new(2009, 5, 8), Sexe = Sexe.Feminin },
            Chiffrage = new() { DateDeDecision = new(2027, 3, 1), Consolidation = new(2026, 9, 30) },
        });
        var adresse = $"/dossiers/{id}/chiffrage/{code}";
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        foreach (var champ in saisie.Split(';').Select(c => c.Split('=')))
        {
            formulaire[champ[0]] = champ[1];
        }

        Assert.Contains(attendu, await Apercu(adresse, formulaire), StringComparison.Ordinal);
        Assert.DoesNotContain(attendu, await Texte(adresse), StringComparison.Ordinal);

        await formulaire.EnregistrerAsync();
        Assert.Contains(attendu, await Texte(adresse), StringComparison.Ordinal);
        Assert.Contains(attendu, await Texte($"/dossiers/{id}/chiffrage"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FD", "Poste.Deplacements[0].Kilometres", "-3", "compris entre 0 et")]
    [InlineData("FD", "Poste.Deplacements[0].TarifAuKilometre", "0,5291", "trois décimales")]
    [InlineData("DSF", "Poste.Rentes[0].JusquALAge", "vingt", "pas un nombre")]
    [InlineData("DSF", "Poste.Rentes[0].Croissance", "40", "compris entre")]
    [InlineData("PGPF", "Poste.Scenarios[0].Probabilite", "130", "compris entre")]
    [InlineData("PSU", "Poste.Annees[0].AnneeScolaire", "2025-2027", "deux années qui se suivent")]
    [InlineData("", "Dossier.Chiffrage.PartDuDroit", "120", "compris entre 0 et 100")]
    [InlineData("globale", "Dossier.Chiffrage.Globale.Montant", "beaucoup", "une somme que l’on puisse lire")]
    [InlineData("gains", "Dossier.Chiffrage.Gains.Lignes[0].Au", "2001-01-01", "avant son début")]
    [InlineData("offres/offre-1", "Offre.Lignes[0].Montant", "-1", "ne peut pas être négative")]
    [InlineData("offres/offre-1", "Offre.Auteur", "", "qui fait cette offre")]
    [InlineData("offres", "Offre.Globale", "cent", "une somme que l’on puisse lire")]
    [InlineData("instantanes", "Instantane.Libelle", "", "Donnez un nom")]
    public async Task Une_reponse_fautive_revient_telle_quelle_avec_sa_raison(string page, string champ, string tape, string raison)
    {
        var entier = DossierEntier.Composer(deces: false);
        var id = await application.CreerAsync(entier);
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/{page}".TrimEnd('/'));
        formulaire[champ] = tape;

        var reponse = await formulaire.EnvoyerAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        var html = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        Assert.Contains(raison, html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Equal(tape, (await Formulaire.RelireAsync(application.Alice, "/", reponse))[champ]);
        Assert.Equal(Json(entier), Json(await Lire(id)));
    }

    [Fact]
    public async Task Les_champs_rares_sont_replies_sauf_s_ils_servent_et_les_heures_ne_se_demandent_qu_a_la_tierce_personne()
    {
        var id = await application.CreerAsync(new() { Reference = "ESSAI-2026-004", Pseudonyme = "Lou" });
        var sante = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/DSF");

        Assert.Contains("<details class=\"options\">", sante.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(sante.Champs, c => c.Key.EndsWith(".HeuresParJour", StringComparison.Ordinal));
        Assert.Contains(
            (await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/ATP")).Champs,
            c => c.Key.EndsWith(".HeuresParJour", StringComparison.Ordinal));

        sante["Poste.Rentes[0].Libelle"] = "séances";
        sante["Poste.Rentes[0].Chance"] = "50";
        await sante.EnregistrerAsync();
        Assert.Contains("<details class=\"options\" open=\"open\">", await Texte($"/dossiers/{id}/chiffrage/DSF"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_somme_globale_et_les_gains_se_montrent_a_cote_du_detail()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf() with
        {
            Pieces = [new() { Id = "p1", Numero = 1, Titre = "Pièce fictive" }],
            Chiffrage = new()
            {
                DateDeDecision = new(2027, 3, 1),
                Imputation = ModeDImputation.Auteur,
                Postes = [new() { Code = "PPE", Montant = Montant.DeEuros(3_000), Motif = "Motif fictif." }, new() { Code = "DSA", Depenses = [new() { Libelle = "soins", Date = new(2026, 1, 1), PrixUnitaire = Montant.DeEuros(3_000) }] }],
            },
        });
        var globale = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/globale");
        globale["Dossier.Chiffrage.Globale.Montant"] = "2 000";
        globale["Dossier.Chiffrage.Globale.Motif"] = "Motif fictif.";
        var apercu = await Apercu($"/dossiers/{id}/chiffrage/globale", globale);
        Assert.Contains("Laissé de côté", apercu, StringComparison.Ordinal);
        Assert.Contains(Francais.Euros(2_000), apercu, StringComparison.Ordinal);
        await globale.EnregistrerAsync();

        var gains = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/gains");
        gains.Champs.Insert(0, new("Dossier.Chiffrage.Gains.Demandes", "true"));
        gains["Dossier.Chiffrage.Gains.Methode"] = "Relevés.";
        gains.Cocher("Dossier.Chiffrage.Gains.Pieces", "p1");
        gains["Dossier.Chiffrage.Gains.Lignes[0].Libelle"] = "virements relevés";
        gains["Dossier.Chiffrage.Gains.Lignes[0].Quantite"] = "3";
        gains["Dossier.Chiffrage.Gains.Lignes[0].Unitaire"] = "150";
        Assert.Contains(Francais.Euros(450), await Apercu($"/dossiers/{id}/chiffrage/gains", gains), StringComparison.Ordinal);
        await gains.EnregistrerAsync();

        var page = await Texte($"/dossiers/{id}/chiffrage");
        Assert.Contains("globale " + Francais.Euros(2_000), page, StringComparison.Ordinal);
        Assert.Contains("hors nomenclature", page, StringComparison.Ordinal);
        Assert.Contains(Francais.Euros(450), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chaque_somme_du_tableau_mene_a_ses_etapes()
    {
        var id = await application.CreerAsync(Web.Demarrage.Demonstration.Lire(Domain.Referentiels.Editions.Embarquees).ElementAt(1));
        var page = await Texte($"/dossiers/{id}/chiffrage");
        var renvois = System.Text.RegularExpressions.Regex.Matches(page, "href=\"#(calcul-[^\"]+)\"");

        Assert.True(renvois.Count > 10);
        Assert.All(renvois, r => Assert.Contains($"id=\"{r.Groups[1].Value}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_deces_ouvre_aux_proches_les_postes_du_deces()
    {
        var vivant = DossierEntier.Composer(deces: false) with { Chiffrage = new(), Versements = [] };
        vivant = vivant with { Proches = [vivant.Proches[0] with { Postes = [] }] };
        var id = await application.CreerAsync(vivant);
        Assert.DoesNotContain("proches/x1/PAF-D", await Texte($"/dossiers/{id}/chiffrage"), StringComparison.Ordinal);

        var enfant = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/enfant");
        enfant["Dossier.Enfant.DecedeLe"] = "2026-01-02";
        await enfant.EnregistrerAsync();

        var page = await Texte($"/dossiers/{id}/chiffrage");
        Assert.Contains("proches/x1/PAF-D", page, StringComparison.Ordinal);
        Assert.DoesNotContain("proches/x1/PAF-S", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_sensibilite_se_lit_en_image_et_en_tableau()
    {
        var id = await application.CreerAsync(Web.Demarrage.Demonstration.Lire(Domain.Referentiels.Editions.Embarquees).ElementAt(1));
        var page = await Texte($"/dossiers/{id}/chiffrage/sensibilite");

        Assert.Contains("<title id=\"t-tornade\">", page, StringComparison.Ordinal);
        Assert.Contains("<desc id=\"d-tornade\">", page, StringComparison.Ordinal);
        Assert.Contains("Barème de capitalisation</th>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void La_tornade_garde_chaque_barre_dans_son_cadre_la_plus_large_en_haut()
    {
        Assert.Null(Tornade.Dessiner([]));
        Domain.Postes.Variation Variation(decimal bas, decimal haut) => new("Choix", "a", Montant.DeEuros(bas), "b", Montant.DeEuros(haut), Montant.DeEuros(100));

        var image = Tornade.Dessiner([Variation(0, 200), Variation(50, 100), Variation(100, 100.50m)])!;

        Assert.Equal("380", image.Axe);
        Assert.Equal(["500", "125", "1.3"], image.Barres.Select(b => b.Etendue));
        Assert.All(image.Barres, b => Assert.True(decimal.Parse(b.Debut, System.Globalization.CultureInfo.InvariantCulture) >= 130));
    }

    private static string Json(Dossier dossier) => Encoding.UTF8.GetString(DossierJson.Ecrire(dossier));

    private async Task<string> Apercu(string adresse, Formulaire formulaire)
    {
        using var contenu = new FormUrlEncodedContent(formulaire.Champs);
        var reponse = await application.Alice.PostAsync(new Uri(adresse + "/apercu", UriKind.Relative), contenu);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }

    private async Task<string> Texte(string adresse) =>
        WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
}
