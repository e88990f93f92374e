using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Dossiers;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Features;

/// <summary>Déposer, ranger, numéroter et relier des pièces, par HTTP, comme deux personnes.</summary>
public sealed class PiecesTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Le_formulaire_sans_script_depose_plusieurs_fichiers_et_dit_de_chacun_ce_qu_il_devient()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());

        var reponse = await DeposerAsync(application.Alice, id, numerisation: false,
            ("Certificat_médical.pdf", FichiersDEssai.Pdf(pages: 3)), ("scan.jpg", FichiersDEssai.Jpeg()), ("film.pdf", "....ftypmp42"u8.ToArray()),
            ("copie.pdf", FichiersDEssai.Pdf(pages: 3)));
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        Assert.Contains("Pièce n°\u00A01 déposée (3 pages)", page, StringComparison.Ordinal);
        Assert.Contains("cochez la confirmation", page, StringComparison.Ordinal);
        Assert.Contains("C’est une vidéo.", page, StringComparison.Ordinal);
        Assert.Contains("déjà la pièce n°\u00A01", page, StringComparison.Ordinal);
        var piece = Assert.Single((await LireAsync(id)).Pieces);
        Assert.Equal(("Certificat médical", 3, TypeDePiece.Pdf), (piece.Titre, piece.Fichier!.Pages, piece.Fichier.Type));

        Assert.Equal(HttpStatusCode.OK, (await DeposerAsync(application.Alice, id, numerisation: true, ("scan.jpg", FichiersDEssai.Jpeg()))).StatusCode);
        Assert.Equal(2, (await LireAsync(id)).Pieces.Count);
    }

    [Fact]
    public async Task Un_nom_de_fichier_qui_nomme_l_enfant_ne_devient_pas_un_intitule()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());

        await DeposerAsync(application.Alice, id, false, ($"certificat {DossierDEssai.Prenoms.ToUpperInvariant()}.pdf", FichiersDEssai.Pdf()));

        Assert.Equal("Pièce à intituler", Assert.Single((await LireAsync(id)).Pieces).Titre);
    }

    [Fact]
    public async Task Un_depot_se_mene_par_envois_et_se_telecharge_sous_un_nom_neutre()
    {
        var (id, pdf) = (await application.CreerAsync(DossierDEssai.Neuf()), FichiersDEssai.Pdf(pages: 2));
        var racine = $"/dossiers/{id}/pieces/depots";
        var jeton = await application.Alice.JetonAsync($"/dossiers/{id}/pieces/deposer");

        var depot = (await PosterAsync(racine, Champs(("octets", $"{pdf.Length}")))).GetProperty("depot").GetGuid();
        Assert.Equal(0, (await application.Alice.GetFromJsonAsync<JsonElement>($"{racine}/{depot}")).GetProperty("recus").GetInt64());
        Assert.False((await PosterAsync($"{racine}/{depot}/terminer", Champs())).GetProperty("admis").GetBoolean());
        Assert.Equal(pdf.Length, (await PosterAsync($"{racine}/{depot}?debut=0", new ByteArrayContent(pdf))).GetProperty("recus").GetInt64());
        var issue = await PosterAsync($"{racine}/{depot}/terminer", Champs(("nom", "Jugement.pdf")));

        Assert.True(issue.GetProperty("admis").GetBoolean());
        var fiche = $"/dossiers/{id}/pieces/fiche/{issue.GetProperty("piece").GetString()}";
        var reponse = await application.Alice.OuvrirAsync(fiche + "/fichier");
        Assert.Equal(pdf, await reponse.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment; filename=Piece-01.pdf; filename*=UTF-8''Piece-01.pdf", reponse.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", Assert.Single(reponse.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(fiche + "/fichier")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(fiche)).StatusCode);

        async Task<JsonElement> PosterAsync(string adresse, HttpContent contenu)
        {
            using var requete = new HttpRequestMessage(HttpMethod.Post, new Uri(adresse, UriKind.Relative)) { Content = contenu };
            requete.Headers.Add("RequestVerificationToken", jeton);
            var lue = await application.Alice.SendAsync(requete);
            Assert.Equal(HttpStatusCode.OK, lue.StatusCode);
            return await lue.Content.ReadFromJsonAsync<JsonElement>();
        }

        static FormUrlEncodedContent Champs(params (string Nom, string Valeur)[] champs) =>
            new(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
    }

    [Fact]
    public async Task Un_envoi_sans_jeton_ou_vers_le_dossier_d_un_autre_ne_depose_rien()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        using var sans = Multiple("", false, ("a.pdf", FichiersDEssai.Pdf()));
        var adresse = new Uri($"/dossiers/{id}/pieces/deposer", UriKind.Relative);

        Assert.Equal(HttpStatusCode.BadRequest, (await application.Alice.PostAsync(adresse, sans)).StatusCode);
        using var etranger = Multiple(await application.Bruno.JetonAsync("/phrase-de-passe"), false, ("a.pdf", FichiersDEssai.Pdf()));
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.PostAsync(adresse, etranger)).StatusCode);
        Assert.Empty((await LireAsync(id)).Pieces);
    }

    [Fact]
    public async Task Enregistrer_le_bordereau_garde_le_fichier_et_les_communications_et_n_en_forge_pas()
    {
        var id = await AvecDeuxPiecesAsync();
        var avant = await LireAsync(id);
        var page = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/pieces");
        page["Dossier.Pieces[1].Titre"] = "Bulletins scolaires";
        page.Cocher("Dossier.Pieces[1].Fichier.Sha256", new string('a', 64));
        page.Cocher("Dossier.Pieces[1].Fichier.Octets", "12");

        await page.EnregistrerAsync();

        var apres = await LireAsync(id);
        Assert.Equal("Bulletins scolaires", apres.Pieces[1].Titre);
        Assert.Equal(avant.Pieces[0].Fichier, apres.Pieces[0].Fichier);
        Assert.Equal(avant.Pieces[0].Communications, apres.Pieces[0].Communications);
        Assert.Null(apres.Pieces[1].Fichier);
    }

    [Fact]
    public async Task On_ne_renumerote_que_si_on_le_demande_et_les_renvois_suivent()
    {
        var id = await AvecDeuxPiecesAsync();
        var page = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/pieces");

        var deplacee = await Formulaire.RelireAsync(
            application.Alice, $"/dossiers/{id}/pieces", await page.EnvoyerAsync("monter:Dossier.Pieces[1]"));
        await deplacee.EnregistrerAsync();
        Assert.Equal([("p2", 2), ("p1", 1)], (await LireAsync(id)).Pieces.Select(p => (p.Id, p.Numero)));

        var reponse = await (await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/pieces")).EnvoyerAsync("renumeroter");
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var dossier = await LireAsync(id);
        Assert.Equal([("p2", 1), ("p1", 2)], dossier.Pieces.Select(p => (p.Id, p.Numero)));
        Assert.Equal(["p1"], dossier.Faits[0].Pieces);
    }

    [Fact]
    public async Task La_fiche_relie_dans_les_deux_sens_et_la_page_montre_ce_qui_reste_a_prouver()
    {
        var id = await AvecDeuxPiecesAsync();
        var bordereau = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/pieces", UriKind.Relative)));
        Assert.Contains($"Psychique – {DossierDEssai.Note}", bordereau, StringComparison.Ordinal);
        Assert.Contains("n° 2 – Attestation", bordereau, StringComparison.Ordinal);

        var fiche = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/pieces/fiche/p2");
        fiche.Cocher("Fiche.Preuves.Retentissements", "t1");
        fiche["Fiche.Piece.Origine"] = "Remise par la mère";
        fiche["Fiche.Piece.Communications[0].A"] = "Fonds de garantie";
        fiche["Fiche.Piece.Communications[0].Le"] = "2026-03-02";
        await fiche.EnregistrerAsync();

        var dossier = await LireAsync(id);
        Assert.Equal(["p2"], dossier.Retentissements[0].Pieces);
        Assert.Equal(["p1"], dossier.Faits[0].Pieces);
        Assert.Equal(("Remise par la mère", "Fonds de garantie"), (dossier.Pieces[1].Origine, Assert.Single(dossier.Pieces[1].Communications).A));
        var depuisLeFait = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/pieces/fiche/p1");
        Assert.Contains(depuisLeFait.Champs, c => c is { Key: "Fiche.Preuves.Faits", Value: "f1" });
    }

    [Fact]
    public async Task Un_intitule_qui_nomme_l_enfant_est_refuse_avec_ce_qu_il_faut_ecrire()
    {
        var id = await AvecDeuxPiecesAsync();
        var page = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/pieces/fiche/p2");
        page["Fiche.Piece.Titre"] = $"Attestation de {DossierDEssai.Nom.ToLowerInvariant()}";

        var reponse = await page.EnvoyerAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        var dit = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        Assert.Contains("attestation de la mère", dit, StringComparison.Ordinal);
        Assert.Contains("href=\"#Fiche-Piece-Titre\"", dit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_fichier_se_detruit_et_la_piece_reste()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        await DeposerAsync(application.Alice, id, false, ("Avis.pdf", FichiersDEssai.Pdf()));
        var fiche = $"/dossiers/{id}/pieces/fiche/p1";

        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.EnvoyerAsync(fiche + "/detruire", [], "/phrase-de-passe")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.EnvoyerAsync(fiche + "/detruire", [], fiche)).StatusCode);

        Assert.Null(Assert.Single((await LireAsync(id)).Pieces).Fichier);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync(fiche + "/fichier")).StatusCode);
    }

    [Fact]
    public async Task La_liasse_se_lit_puis_se_telecharge_partie_par_partie()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        await DeposerAsync(application.Alice, id, false, ("Avis.pdf", FichiersDEssai.Pdf(pages: 2)), ("Jugement.pdf", FichiersDEssai.Pdf(pages: 3)));
        var adresse = $"/dossiers/{id}/pieces/liasse";

        var page = await application.Alice.GetStringAsync(new Uri(adresse + "?Composer=true&Canal=Rpva&Forme=UnFichierParPiece", UriKind.Relative));
        var parties = Regex.Matches(page, "href=\"([^\"]*/partie/\\d+[^\"]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.Equal(3, parties.Count);
        foreach (var partie in parties)
        {
            var reponse = await application.Alice.OuvrirAsync(partie);
            var octets = await reponse.Content.ReadAsByteArrayAsync();
            Assert.Equal("application/pdf", reponse.Content.Headers.ContentType!.MediaType);
            Assert.True(octets.AsSpan().StartsWith("%PDF-"u8));
            Assert.True(octets.AsSpan().EndsWith("%%EOF\n"u8));
            Assert.DoesNotContain(DossierDEssai.Nom, reponse.Content.Headers.ContentDisposition!.FileName!, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(partie)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync(adresse + "/partie/9?Composer=true")).StatusCode);
    }

    [Fact]
    public async Task L_archive_joint_l_original_a_un_pdf_qui_annonce_la_norme_et_reste_fermee_aux_autres()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var original = FichiersDEssai.Pdf(pages: 2);
        await DeposerAsync(application.Alice, id, false, ("Avis.pdf", original));
        var adresse = $"/dossiers/{id}/pieces/liasse?Composer=true&Forme=Archive";

        var page = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));
        Assert.Contains("Conçu pour l’archivage et l’accessibilité", page, StringComparison.Ordinal);
        Assert.Contains("selected=\"selected\">Archive", page, StringComparison.Ordinal);
        var partie = adresse.Replace("liasse?", "liasse/partie/1?", StringComparison.Ordinal);
        var octets = await application.Alice.GetByteArrayAsync(new Uri(partie, UriKind.Relative));
        Assert.True(octets.AsSpan().IndexOf(original) > 0);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(partie)).StatusCode);
    }

    [Fact]
    public async Task Definitive_la_liasse_est_scellee_par_l_installation_et_la_page_publique_nomme_la_piece_changee()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        await DeposerAsync(application.Alice, id, false, ("Avis.pdf", FichiersDEssai.Pdf(pages: 2)), ("Jugement.pdf", FichiersDEssai.Pdf(pages: 3)));
        var adresse = $"/dossiers/{id}/pieces/liasse?Composer=true&Definitif=true";
        var page = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));
        var reponse = await application.Alice.OuvrirAsync(adresse.Replace("?", "/partie/1?", StringComparison.Ordinal));
        var octets = await reponse.Content.ReadAsByteArrayAsync();
        var connues = application.Services.GetRequiredService<SceauDeLInstallation>().Connues;
        var intacte = Verification.Examiner(octets, connues);
        var lieu = octets.AsSpan().IndexOf("/BBox"u8) + 6;
        octets[lieu] ^= 1;

        Assert.Contains("Mo, scellé", page, StringComparison.Ordinal);
        Assert.Contains("Aucune norme d’archivage", page, StringComparison.Ordinal);
        Assert.Equal((Verdict.Intact, OrigineDuSceau.CetteInstallation), (intacte.Verdict, intacte.Origine));
        Assert.Equal(["pièce n°\u00A01"], Verification.Examiner(octets, connues).PartiesChangees);
    }

    private async Task<Guid> AvecDeuxPiecesAsync()
    {
        var neuf = DossierDEssai.Neuf();
        return await application.CreerAsync(neuf with
        {
            Pieces =
            [
                new()
                {
                    Id = "p1",
                    Numero = 1,
                    Titre = "Certificat médical initial",
                    Fichier = new() { Sha256 = new string('0', 64), Octets = 1200, Pages = 1, DeposeLe = new(2026, 1, 5) },
                    Communications = [new() { A = "Juridiction", Le = new(2026, 2, 3) }],
                },
                new() { Id = "p2", Numero = 2, Titre = "Attestation" , Nature = NaturePiece.Attestation },
            ],
            Faits = [neuf.Faits[0] with { Pieces = ["p1"] }],
        });
    }

    private async Task<Dossier> LireAsync(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;

    private static async Task<HttpResponseMessage> DeposerAsync(HttpClient client, Guid id, bool numerisation, params (string Nom, byte[] Octets)[] fichiers)
    {
        var adresse = string.Create(CultureInfo.InvariantCulture, $"/dossiers/{id}/pieces/deposer");
        using var contenu = Multiple(await client.JetonAsync(adresse), numerisation, fichiers);
        return await client.PostAsync(new Uri(adresse, UriKind.Relative), contenu);
    }

    private static MultipartFormDataContent Multiple(string jeton, bool numerisation, params (string Nom, byte[] Octets)[] fichiers)
    {
        var contenu = new MultipartFormDataContent
        {
            { new StringContent(jeton), "__RequestVerificationToken" },
            { new StringContent(""), "piece" },
            { new StringContent(numerisation ? "true" : "false"), "numerisation" },
        };
        foreach (var (nom, octets) in fichiers)
        {
            contenu.Add(new ByteArrayContent(octets), "fichiers", nom);
        }

        return contenu;
    }
}
