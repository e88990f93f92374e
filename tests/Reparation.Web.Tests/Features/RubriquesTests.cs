using System.Net;
using System.Text;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;

namespace Reparation.Web.Tests.Features;

public sealed class RubriquesTests(Application application) : IClassFixture<Application>
{
    private static readonly string[] NomsDePages =
    [
        "enfant", "faits", "procedure", "pieces", "pieces/deposer", "pieces/liasse", "pieces/liasse?Composer=true", "retentissements", "chiffrage", "actes", "plan", "plan/temps", "journal",
        "chiffrage/DFT", "chiffrage/SE", "chiffrage/DFP", "chiffrage/PSU", "chiffrage/PGPF", "chiffrage/FD", "chiffrage/alertes", "chiffrage/globale", "chiffrage/gains", "chiffrage/offres",
        "chiffrage/sensibilite", "chiffrage/instantanes",
        "procedure/etapes", "procedure/delais", "procedure/delais.ics", "procedure/voies", "procedure/retraits", "export.json", "journal/1",
    ];

    public static readonly TheoryData<string> Pages = new(NomsDePages);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Chaque_page_s_ouvre_pour_sa_proprietaire_et_pour_elle_seule(string page)
    {
        foreach (var exemple in Exemples())
        {
            var id = await application.CreerAsync(exemple);

            Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync($"/dossiers/{id}/{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/{page}")).StatusCode);
        }
    }

    [Theory]
    [InlineData("enfant")]
    [InlineData("faits")]
    [InlineData("procedure")]
    [InlineData("procedure/voies")]
    [InlineData("procedure/retraits")]
    [InlineData("pieces")]
    [InlineData("retentissements")]
    [InlineData("chiffrage")]
    [InlineData("plan")]
    [InlineData("plan/temps")]
    public async Task Renvoyer_une_page_sans_y_toucher_ne_change_rien(string page)
    {
        foreach (var exemple in Exemples())
        {
            var id = await application.CreerAsync(exemple);

            await (await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/{page}")).EnregistrerAsync();

            Assert.Equal(Json(exemple), Json(await Lire(id)));
        }
    }

    [Fact]
    public async Task Renvoyer_un_poste_sans_y_toucher_ne_change_rien()
    {
        foreach (var exemple in Exemples())
        {
            var id = await application.CreerAsync(exemple);
            foreach (var poste in Nomenclature.Postes.Where(p => p.Victime == Victime.Directe))
            {
                await (await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/{poste.Code}")).EnregistrerAsync();
            }

            foreach (var (proche, saisie) in exemple.Proches.SelectMany(p => p.Postes.Select(s => (p, s))))
            {
                await (await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/proches/{proche.Id}/{saisie.Code}")).EnregistrerAsync();
            }

            Assert.Equal(Json(exemple), Json(await Lire(id)));
        }
    }

    [Fact]
    public async Task Renvoyer_une_fiche_de_piece_sans_y_toucher_ne_change_rien()
    {
        foreach (var exemple in Exemples())
        {
            var id = await application.CreerAsync(exemple);
            foreach (var piece in exemple.Pieces)
            {
                await (await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/pieces/fiche/{piece.Id}")).EnregistrerAsync();
            }

            Assert.Equal(Json(exemple), Json(await Lire(id)));
        }
    }

    [Fact]
    public async Task Un_dossier_se_remplit_de_rien_jusqu_a_son_total()
    {
        var nouveau = await Formulaire.OuvrirAsync(application.Alice, "/dossiers/nouveau");
        nouveau["Dossier.Reference"] = "ESSAI-2026-001";
        nouveau["Dossier.Pseudonyme"] = "Lou";
        var ouverture = await nouveau.EnvoyerAsync();
        var id = Guid.Parse(ouverture.Headers.Location!.OriginalString.Split('/')[2]);

        await Remplir(id, "enfant", f =>
        {
            f["Dossier.Enfant.DateDeNaissance"] = "2012-05-08";
            f["Dossier.Enfant.Sexe"] = "Feminin";
            f["Dossier.Avocat.Nom"] = "Personne Fictive";
            f["Dossier.Organismes[0].Nom"] = "Caisse fictive";
        });
        await Remplir(id, "pieces", f =>
        {
            f["Dossier.Pieces[0].Titre"] = "Certificat fictif";
            f["Dossier.Pieces[0].Nature"] = "Medical";
        });
        await Remplir(id, "faits", f =>
        {
            f["Dossier.Faits[0].Du"] = "03/09/2025"; // tapée à la française
            f["Dossier.Faits[0].Lieu"] = "en ligne";
            f.Cocher("Dossier.Faits[0].Pieces", "p1");
        });
        await Remplir(id, "retentissements", f =>
        {
            f["Dossier.Retentissements[0].Constat"] = "Ne va plus au club.";
            f.Cocher("Dossier.Retentissements[0].Postes", "DFT");
        });
        await Remplir(id, "procedure", f => f["Dossier.Versements[0].Montant"] = "1 000,00");
        await Remplir(id, "chiffrage", f =>
        {
            f["Dossier.Chiffrage.DateDeDecision"] = "2027-03-01";
            f["Dossier.Chiffrage.ProvisionDemandee"] = "12 000,50";
        });
        await Remplir(id, "chiffrage/DFT", f =>
        {
            f["Poste.BaseJournaliere"] = "28";
            f["Poste.Periodes[0].Du"] = "2026-01-01";
            f["Poste.Periodes[0].Au"] = "2026-04-10";
            f["Poste.Periodes[0].Taux"] = "50 %";
        });
        await Remplir(id, "plan", f =>
        {
            f["Dossier.Plan.Actions[0].Intitule"] = "Séance";
            f["Dossier.Plan.Actions[0].Rythme"] = "ParMois";
            f["Dossier.Plan.Actions[0].CoutUnitaire"] = "60,50";
        });

        // 100 jours × 50 % × 28 € = 1 400 €, moins 1 000 € déjà reçus.
        var page = await Texte($"/dossiers/{id}/chiffrage");
        Assert.Contains(Francais.Euros(1_400), page, StringComparison.Ordinal);
        Assert.Contains(Francais.Euros(400), page, StringComparison.Ordinal);
        Assert.Contains(Francais.Euros(60.50m), await Texte($"/dossiers/{id}/plan"), StringComparison.Ordinal);
        var dossier = await Lire(id);
        Assert.Equal(new DateOnly(2025, 9, 3), dossier.Faits[0].Du);
        Assert.Equal(["p1"], dossier.Faits[0].Pieces);
        Assert.Equal(1, dossier.Pieces[0].Numero);
        Assert.Equal(Montant.DeEuros(12_000.50m), dossier.Chiffrage.ProvisionDemandee);
        Assert.Equal(9, (await Versions(id)).Count);
    }

    [Theory]
    [InlineData("enfant", "Dossier.Enfant.DateDeNaissance", "31/02/2012", "n’existe pas au calendrier")]
    [InlineData("chiffrage", "Dossier.Chiffrage.ProvisionDemandee", "douze mille", "une somme que l’on puisse lire")]
    [InlineData("chiffrage", "Dossier.Chiffrage.ProvisionDemandee", "-5", "ne peut pas être négative")]
    [InlineData("chiffrage", "Dossier.Chiffrage.ProvisionDemandee", "5,001", "s’arrête au centime")]
    [InlineData("chiffrage/SE", "Poste.Cotation", "9", "compris entre 0,5 et 7")]
    [InlineData("chiffrage/SE", "Poste.Cotation", "3,2", "demi-degré")]
    [InlineData("pieces", "Dossier.Pieces[0].Numero", "un", "pas un nombre")]
    [InlineData("faits", "Dossier.Faits[0].Au", "2001-01-01", "avant son début")]
    public async Task Une_reponse_fautive_reste_a_l_ecran_avec_sa_raison(string page, string champ, string tape, string raison)
    {
        var id = await application.CreerAsync(Exemples()[0]);
        var avant = Json(await Lire(id));
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/{page}");
        formulaire[champ] = tape;

        var reponse = await formulaire.EnvoyerAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        var html = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        Assert.Contains(raison, html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Equal(tape, (await Formulaire.RelireAsync(application.Alice, "/", reponse))[champ]);
        Assert.Equal(avant, Json(await Lire(id)));
    }

    [Fact]
    public async Task Ajouter_une_ligne_sans_script_garde_ce_qui_est_tape_meme_faux_et_n_enregistre_rien()
    {
        var id = await application.CreerAsync(Exemples()[0]);
        var adresse = $"/dossiers/{id}/faits";
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        var lignes = formulaire.Champs.Count(c => c.Key == "Dossier.Faits.Index");
        formulaire["Dossier.Faits[0].Du"] = "31/02/2025";

        var reponse = await formulaire.EnvoyerAsync("ajouter:Dossier.Faits");

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        var relu = await Formulaire.RelireAsync(application.Alice, adresse, reponse);
        Assert.Equal(lignes + 1, relu.Champs.Count(c => c.Key == "Dossier.Faits.Index"));
        Assert.Equal("31/02/2025", relu["Dossier.Faits[0].Du"]);
        Assert.Single(await Versions(id));
    }

    [Fact]
    public async Task Retirer_et_deplacer_des_lignes_suit_l_ordre_de_la_page()
    {
        var depart = Exemples()[0];
        var id = await application.CreerAsync(depart with { Pieces = [Piece(1), Piece(2), Piece(3)], Faits = [], Retraits = [], Retentissements = [], Chiffrage = new(), Versements = [], Proches = [], Procedure = new(), Plan = new() });
        var adresse = $"/dossiers/{id}/pieces";
        var page = await Formulaire.OuvrirAsync(application.Alice, adresse);

        page = await Formulaire.RelireAsync(application.Alice, adresse, await page.EnvoyerAsync("monter:Dossier.Pieces[2]"));
        page = await Formulaire.RelireAsync(application.Alice, adresse, await page.EnvoyerAsync("retirer:Dossier.Pieces[0]"));
        await page.EnregistrerAsync();

        Assert.Equal(["p3", "p2"], (await Lire(id)).Pieces.Select(p => p.Id));
    }

    [Fact]
    public async Task Une_piece_citee_ne_se_retire_pas_en_silence()
    {
        var dossier = Exemples()[0];
        var id = await application.CreerAsync(dossier);
        var citee = dossier.Pieces.ToList().FindIndex(p => p.Id == dossier.Faits[0].Pieces[0]);
        var adresse = $"/dossiers/{id}/pieces";
        var page = await Formulaire.OuvrirAsync(application.Alice, adresse);
        page = await Formulaire.RelireAsync(application.Alice, adresse, await page.EnvoyerAsync($"retirer:Dossier.Pieces[{citee}]"));

        var reponse = await page.EnvoyerAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        Assert.Contains("bordereau", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_case_cochee_se_decoche()
    {
        var id = await application.CreerAsync(Exemples()[0] with { Fictif = true });
        var page = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/enfant");
        Assert.Equal("true", page["Dossier.Fictif"]);
        page.Champs.RemoveAt(page.Champs.FindIndex(c => c.Key == "Dossier.Fictif"));

        await page.EnregistrerAsync();

        Assert.False((await Lire(id)).Fictif);
    }

    [Fact]
    public async Task L_apercu_d_un_poste_calcule_sans_enregistrer()
    {
        var id = await application.CreerAsync(new() { Reference = "ESSAI-2026-002", Pseudonyme = "Lou" });
        var page = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/chiffrage/DFT");
        page["Poste.BaseJournaliere"] = "30";
        page["Poste.Periodes[0].Du"] = "2026-01-01";
        page["Poste.Periodes[0].Au"] = "2026-01-10";
        page["Poste.Periodes[0].Taux"] = "100";
        using var contenu = new FormUrlEncodedContent(page.Champs);

        var apercu = await application.Alice.PostAsync(new Uri($"/dossiers/{id}/chiffrage/DFT/apercu", UriKind.Relative), contenu);

        Assert.Equal(HttpStatusCode.OK, apercu.StatusCode);
        Assert.Contains(Francais.Euros(300), WebUtility.HtmlDecode(await apercu.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var recalcul = await page.EnvoyerAsync("recalculer");
        Assert.Contains(Francais.Euros(300), WebUtility.HtmlDecode(await recalcul.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Single(await Versions(id));
    }

    [Fact]
    public async Task Un_export_se_reimporte_a_l_identique_et_un_fichier_fautif_dit_ou()
    {
        var id = await application.CreerAsync(Exemples()[1]);
        var octets = await application.Alice.GetByteArrayAsync(new Uri($"/dossiers/{id}/export.json", UriKind.Relative));

        var reponse = await Importer(octets);
        var copie = Guid.Parse(reponse.Headers.Location!.OriginalString.Split('/')[2]);
        Assert.NotEqual(id, copie);
        Assert.Equal(Json(Exemples()[1]), Json(await Lire(copie)));

        var fautif = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(octets).Replace("\"pseudonyme\"", "\"pseudonime\"", StringComparison.Ordinal));
        var refus = await Importer(fautif);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.StatusCode);
        Assert.Contains("pseudonime", await refus.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reprendre_une_version_en_ajoute_une()
    {
        var exemple = Exemples()[0];
        var id = await application.CreerAsync(exemple);
        await Remplir(id, "enfant", f => f["Dossier.Enfant.Nationalite"] = "inventée");

        var reponse = await application.Alice.EnvoyerAsync(
            $"/dossiers/{id}/journal/1/reprendre", new() { ["derniere"] = "2" }, $"/dossiers/{id}/journal/1");

        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        Assert.Equal(3, (await Versions(id)).Count);
        Assert.Equal(Json(exemple), Json(await Lire(id)));
    }

    [Theory]
    [InlineData("actes/civi/requete", "application/pdf", "%PDF-")]
    [InlineData("chiffrage/tableur", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK")]
    [InlineData("actes/civi/requete?word=true", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]
    public async Task Les_documents_se_telechargent_sans_le_nom_de_l_enfant_dans_leur_fichier(string adresse, string type, string debut)
    {
        var exemple = Exemples()[0];
        var id = await application.CreerAsync(exemple);

        var reponse = await application.Alice.OuvrirAsync($"/dossiers/{id}/{adresse}");

        Assert.Equal(type, reponse.Content.Headers.ContentType!.MediaType);
        var nom = reponse.Content.Headers.ContentDisposition!.FileName!;
        Assert.Contains(exemple.Reference, nom, StringComparison.Ordinal);
        Assert.DoesNotContain(exemple.Enfant.Nom, nom, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith(debut, await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_nom_de_l_enfant_n_est_dans_aucun_titre()
    {
        var exemple = Exemples()[0];
        var id = await application.CreerAsync(exemple);
        foreach (var page in NomsDePages.Where(p => !p.EndsWith(".json", StringComparison.Ordinal) && !p.EndsWith(".ics", StringComparison.Ordinal)))
        {
            var html = await Texte($"/dossiers/{id}/{page}");
            var titre = html[html.IndexOf("<title>", StringComparison.Ordinal)..html.IndexOf("</title>", StringComparison.Ordinal)];
            Assert.DoesNotContain(exemple.Enfant.Nom, titre, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(exemple.Enfant.Prenoms.Split(' ')[0], titre, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(exemple.Reference, titre, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/calculateurs/deficit-temporaire?Saisie.Du=2026-01-01&Saisie.Au=2026-01-10&Saisie.Taux=25&Saisie.ParJour=28", "70,00")]
    [InlineData("/calculateurs/deficit-permanent?Saisie.Referentiel=mornet-2025&Saisie.Age=25&Saisie.Taux=32", "119\u202F680,00")] // exemple du référentiel
    [InlineData("/calculateurs/capitalisation?Saisie.Age=11&Saisie.JusquALAge=5", "finirait avant de commencer")]
    [InlineData("/calculateurs/deficit-permanent?Saisie.Age=abc", "pas un nombre")]
    [InlineData("/references", "Dintilhac")]
    public async Task Les_calculateurs_et_les_references_repondent_sans_dossier(string adresse, string attendu)
    {
        var html = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));

        Assert.Contains(attendu, html, StringComparison.Ordinal);
    }

    private static Piece Piece(int numero) => new() { Id = $"p{numero}", Numero = numero, Titre = $"Pièce fictive {numero}" };

    private static List<Dossier> Exemples() => [.. Web.Demarrage.Demonstration.Lire(Editions.Embarquees)];

    private static string Json(Dossier dossier) => Encoding.UTF8.GetString(DossierJson.Ecrire(dossier));

    private async Task Remplir(Guid id, string page, Action<Formulaire> remplir)
    {
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/{page}");
        remplir(formulaire);
        await formulaire.EnregistrerAsync();
    }

    private async Task<string> Texte(string adresse) =>
        WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;

    private Task<IReadOnlyList<VersionDeDossier>> Versions(Guid id) =>
        application.AuNomDe(Application.CourrielDAlice, a => a.HistoriqueAsync(id, default));

    private async Task<HttpResponseMessage> Importer(byte[] octets)
    {
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(await application.Alice.JetonAsync("/dossiers/importer")), "__RequestVerificationToken" },
            { new ByteArrayContent(octets), "fichier", "dossier.json" },
        };
        return await application.Alice.PostAsync(new Uri("/dossiers/importer", UriKind.Relative), contenu);
    }
}
