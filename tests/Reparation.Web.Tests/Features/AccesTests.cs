using System.Net;
using System.Text.RegularExpressions;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Features;

/// <summary>Un dossier ouvert à d'autres comptes, vu depuis leurs pages.</summary>
public sealed partial class AccesTests(Application application) : IClassFixture<Application>
{
    private const string Titre = "Procès-verbalunique";
    private const string Suspect = "Suspectunique";
    private const string Demandes = "Demandesuniques";
    private const string Organisme = "Caisseunique";

    private static Dossier Complet() => DossierDEssai.Neuf() with
    {
        MisEnCause = [new() { Id = "m1", Designation = Suspect }],
        Organismes = [new() { Id = "o1", Nom = Organisme }],
        Pieces = [new() { Id = "p1", Numero = 1, Titre = Titre }],
        Retentissements = [new() { Id = "t1", Constat = DossierDEssai.Note, Depuis = new(2025, 1, 2), Pieces = ["p1"] }],
        Procedure = new() { DemandesDejaPresentees = Demandes },
        Plan = new() { Actions = [new() { Id = "a1", Intitule = "Suivi", CoutUnitaire = Montant.DeEuros(70), Poste = "DSF", Du = new(2026, 1, 1) }] },
    };

    [Fact]
    public async Task Un_intervenant_voit_l_histoire_de_ce_qu_il_tient_et_la_reprend_sans_toucher_au_reste()
    {
        var id = await application.CreerAsync(Complet());
        using var ines = await InviterAsync(id, "histoire@exemple.test", Qualite.Intervenant);
        async Task Changer(int depart, Func<Dossier, Dossier> changer, string raison) => await application.AuNomDe(Application.CourrielDAlice, async a =>
            await a.EnregistrerAsync(id, depart, changer((await a.OuvrirAsync(id, default))!.Dossier), raison, default));
        await Changer(1, d => d with { Plan = d.Plan with { CeQuiCompte = "Un chat" } }, "Raisonduplan");
        await Changer(2, d => d with { Procedure = d.Procedure with { NumeroCivi = "Numerosecret" } }, "Raisonsecrete");
        await Changer(3, d => d with { Plan = d.Plan with { CeQuiCompte = "Un chien" }, Procedure = d.Procedure with { NumeroCivi = "Autresecret" } }, "Raisonmelee");

        var journal = await Lire(ines, $"/dossiers/{id}/journal");
        Assert.Contains("Raisonduplan", journal, StringComparison.Ordinal);
        Assert.Contains("Raisonmelee", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("Raisonsecrete", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("export.json", journal, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.OuvrirAsync($"/dossiers/{id}/journal/3")).StatusCode);
        var melee = await Lire(ines, $"/dossiers/{id}/journal/4");
        Assert.Contains("Un chien", melee, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", melee, StringComparison.OrdinalIgnoreCase);

        await ines.EnvoyerAsync($"/dossiers/{id}/journal/2/reprendre", new() { ["derniere"] = "4" }, $"/dossiers/{id}/journal/2");

        var dossier = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
        Assert.Equal(("Un chat", "Autresecret"), (dossier.Plan.CeQuiCompte, dossier.Procedure.NumeroCivi));
        Assert.Contains("Raisonsecrete", await Lire(application.Alice, $"/dossiers/{id}/journal"), StringComparison.Ordinal);
    }

    private static async Task<string> Lire(HttpClient client, string adresse) =>
        WebUtility.HtmlDecode(await (await client.OuvrirAsync(adresse)).Content.ReadAsStringAsync());

    [Fact]
    public async Task Un_intervenant_va_partout_ou_ses_pages_menent_sans_rien_voir_de_la_procedure()
    {
        var id = await application.CreerAsync(Complet());
        using var ines = await InviterAsync(id, "ines@exemple.test", Qualite.Intervenant);
        var (aVoir, vues, fautes) = (new Queue<string>(["/", $"/dossiers/{id}"]), new HashSet<string>(), new List<string>());
        while (aVoir.TryDequeue(out var adresse))
        {
            if (!vues.Add(adresse))
            {
                continue;
            }

            var reponse = await ines.OuvrirAsync(adresse);
            if (reponse.Headers.Location is { } suite)
            {
                aVoir.Enqueue(suite.OriginalString);
                continue;
            }

            if (reponse.StatusCode != HttpStatusCode.OK)
            {
                fautes.Add($"{adresse} : {(int)reponse.StatusCode}");
            }

            if (reponse.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
            fautes.AddRange(new[] { Titre, Suspect, Demandes, Organisme, DossierDEssai.Expose }
                .Where(m => page.Contains(m, StringComparison.Ordinal)).Select(m => $"{adresse} : « {m} »"));
            foreach (Match lien in Lien().Matches(page))
            {
                if (lien.Groups[1].Value == "/" || lien.Groups[1].Value.StartsWith("/dossiers/", StringComparison.Ordinal))
                {
                    aVoir.Enqueue(lien.Groups[1].Value);
                }
            }
        }

        Assert.True(fautes.Count == 0, string.Join("\n", fautes));
        Assert.Contains($"/dossiers/{id}/plan/temps", vues);
        Assert.Contains($"/dossiers/{id}/actes", vues);
    }

    [Theory]
    [InlineData("plan/accompagnement", HttpStatusCode.OK)]
    [InlineData("plan/revue", HttpStatusCode.OK)]
    [InlineData("plan/plan", HttpStatusCode.NotFound)]
    [InlineData("civi/requete", HttpStatusCode.NotFound)]
    [InlineData("chiffrage/note", HttpStatusCode.NotFound)]
    [InlineData("organismes/mise-en-cause", HttpStatusCode.NotFound)]
    public async Task Un_intervenant_imprime_les_documents_du_plan_et_aucun_acte(string modele, HttpStatusCode attendu)
    {
        var id = await application.CreerAsync(Web.Demarrage.Demonstration.Lire(Domain.Referentiels.Editions.Embarquees).ElementAt(1));
        using var ines = await InviterAsync(id, $"{modele.Replace('/', '-')}@exemple.test", Qualite.Intervenant);
        foreach (var adresse in (string[])[$"/dossiers/{id}/actes/apercu/{modele}", $"/dossiers/{id}/actes/{modele}"])
        {
            Assert.Equal(attendu, (await ines.OuvrirAsync(adresse)).StatusCode);
        }
    }

    [Fact]
    public async Task Un_champ_glisse_dans_un_formulaire_permis_ne_change_que_ce_qui_est_permis()
    {
        var id = await application.CreerAsync(Complet());
        using var ines = await InviterAsync(id, "glisse@exemple.test", Qualite.Intervenant);
        var page = await Formulaire.OuvrirAsync(ines, $"/dossiers/{id}/plan");
        page["Dossier.Plan.CeQuiCompte"] = "Dormir.";
        page.Champs.Add(new("Dossier.Pseudonyme", "Autre"));
        page.Champs.Add(new("Dossier.Procedure.DemandesDejaPresentees", "Rien"));
        await page.EnregistrerAsync();

        var lu = await Lire(id);
        Assert.Equal("Dormir.", lu.Plan.CeQuiCompte);
        Assert.Equal(Complet() with { Plan = new() }, lu with { Plan = new() }, (a, b) => DossierJson.Ecrire(a).SequenceEqual(DossierJson.Ecrire(b)));
    }

    [Fact]
    public async Task Un_retentissement_corrige_sans_les_pieces_garde_les_siennes()
    {
        var id = await application.CreerAsync(Complet());
        using var ines = await InviterAsync(id, "constat@exemple.test", Qualite.Intervenant);
        var page = await Formulaire.OuvrirAsync(ines, $"/dossiers/{id}/retentissements");
        page["Dossier.Retentissements[0].Constat"] = "Dort mieux.";
        await page.EnregistrerAsync();

        var t = Assert.Single((await Lire(id)).Retentissements);
        Assert.Equal("Dort mieux.", t.Constat);
        Assert.Equal(["p1"], t.Pieces);
    }

    [Fact]
    public async Task Ce_que_l_avocate_ecrit_pendant_ce_temps_ni_ne_se_perd_ni_n_arrete_l_intervenante()
    {
        var id = await application.CreerAsync(Complet());
        using var ines = await InviterAsync(id, "croise@exemple.test", Qualite.Intervenant);
        var plan = await Formulaire.OuvrirAsync(ines, $"/dossiers/{id}/plan");
        var faits = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/procedure");
        faits["Dossier.Procedure.DemandesDejaPresentees"] = "Aucune";
        await faits.EnregistrerAsync();
        plan["Dossier.Plan.CeQuiCompte"] = "Dormir.";
        await plan.EnregistrerAsync();

        var lu = await Lire(id);
        Assert.Equal("Aucune", lu.Procedure.DemandesDejaPresentees);
        Assert.Equal("Dormir.", lu.Plan.CeQuiCompte);
    }

    [Fact]
    public async Task Deux_plans_croises_se_reunissent_sans_que_la_page_porte_le_reste_du_dossier()
    {
        var id = await application.CreerAsync(Complet());
        using var ines = await InviterAsync(id, "reunit@exemple.test", Qualite.Intervenant);
        var sien = await Formulaire.OuvrirAsync(ines, $"/dossiers/{id}/plan");
        var autre = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/plan");
        autre["Dossier.Plan.CeQuiCompte"] = "Le club.";
        await autre.EnregistrerAsync();
        sien["Dossier.Plan.CeQuiCompte"] = "Dormir.";
        var conflit = await sien.EnvoyerAsync();
        Assert.Equal(HttpStatusCode.Conflict, conflit.StatusCode);
        var page = await Formulaire.RelireAsync(ines, $"/dossiers/{id}/fusion", conflit);
        Assert.DoesNotContain(Demandes, WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        page.Cocher("choix-0", "mien");
        await page.EnregistrerAsync();

        var lu = await Lire(id);
        Assert.Equal("Dormir.", lu.Plan.CeQuiCompte);
        Assert.Equal(Demandes, lu.Procedure.DemandesDejaPresentees);
        Assert.Single(lu.Pieces);
    }

    [Fact]
    public async Task Un_acces_retire_ferme_le_dossier_et_reste_au_journal_des_acces()
    {
        var id = await application.CreerAsync(Complet());
        using var ines = await InviterAsync(id, "retiree@exemple.test", Qualite.Lecteur);
        Assert.Contains(DossierDEssai.Reference, await ines.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("Vous lisez cette page", await ines.GetStringAsync(new Uri($"/dossiers/{id}/faits", UriKind.Relative)), StringComparison.Ordinal);
        var page = await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/acces", UriKind.Relative));
        var retirer = Retirer().Match(page).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.EnvoyerAsync(retirer, [], page: $"/dossiers/{id}/acces")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await ines.OuvrirAsync($"/dossiers/{id}/enfant")).StatusCode);
        Assert.DoesNotContain(DossierDEssai.Reference, await ines.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        page = await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/acces", UriKind.Relative));
        Assert.Contains("Accès passés", page, StringComparison.Ordinal);
        Assert.Contains("retiree@exemple.test", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Qualite = 1")]
    [InlineData("FinLe = 1, RetireLe = NULL")]
    [InlineData("RetireLe = 5")]
    public async Task Un_acces_change_dans_la_base_n_ouvre_rien(string changement)
    {
        var id = await application.CreerAsync(Complet());
        var courriel = $"force-{changement.Length}@exemple.test";
        using var ines = await InviterAsync(id, courriel, Qualite.Intervenant);
        Assert.Equal(HttpStatusCode.OK, (await ines.OuvrirAsync($"/dossiers/{id}/plan")).StatusCode);
        Assert.Equal(1, await application.SqlAsync($"UPDATE Acces SET {changement} WHERE DossierId = '{id.ToString().ToUpperInvariant()}'"));

        Assert.Equal(HttpStatusCode.NotFound, (await ines.OuvrirAsync($"/dossiers/{id}/plan")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync($"/dossiers/{id}/acces")).StatusCode);
    }

    [Theory]
    [InlineData("inconnue@exemple.test", "Intervenant", "", "Aucun compte")]
    [InlineData(Application.CourrielDAlice, "Intervenant", "", "ouvre déjà")]
    [InlineData(Application.CourrielDeBruno, "Intervenant", "2001-01-01", "Ce jour est passé")]
    [InlineData(Application.CourrielDeBruno, "Administrateur", "", "Ce choix ne figure pas")]
    [InlineData(Application.CourrielDeBruno, "Intervenant", "2026-02-31", "Cette date n’existe pas")]
    public async Task Une_ouverture_impossible_est_expliquee_et_garde_la_saisie(string courriel, string qualite, string jusqua, string message)
    {
        var id = await application.CreerAsync(Complet());
        var reponse = await application.DonnerAccesAsync(id, courriel, Enum.Parse<Qualite>(qualite), jusqua);
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        Assert.Contains(message, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{courriel}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_intervenante_ouvre_son_dossier_et_y_appelle_l_avocat()
    {
        const string Courriel = "tient@exemple.test";
        using var ines = await application.OuvrirCompteAsync(Courriel, Qualite.Intervenant);
        var id = await application.CreerAsync(Complet(), Courriel);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.OuvrirAsync($"/dossiers/{id}/chiffrage")).StatusCode);
        var enfant = await Formulaire.OuvrirAsync(ines, $"/dossiers/{id}/enfant");
        enfant["Dossier.Pseudonyme"] = "Nouveau";
        await enfant.EnregistrerAsync();
        var acces = await ines.EnvoyerAsync($"/dossiers/{id}/acces", new() { ["Saisie.Courriel"] = Application.CourrielDeBruno, ["Saisie.Qualite"] = "Avocat" });
        Assert.Equal(HttpStatusCode.Redirect, acces.StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/chiffrage")).StatusCode);
        var lu = (await application.AuNomDe(Application.CourrielDeBruno, a => a.OuvrirAsync(id, default)))!.Dossier;
        Assert.Equal("Nouveau", lu.Pseudonyme);
        Assert.Equal(Suspect, Assert.Single(lu.MisEnCause).Designation);
    }

    [Fact]
    public async Task Changer_le_metier_change_ce_que_le_compte_voit_de_ses_dossiers()
    {
        const string Courriel = "change@exemple.test";
        using var ines = await application.OuvrirCompteAsync(Courriel, Qualite.Avocat);
        var id = await application.CreerAsync(Complet(), Courriel);
        Assert.Equal(HttpStatusCode.OK, (await ines.OuvrirAsync($"/dossiers/{id}/chiffrage")).StatusCode);
        var comptes = await application.Alice.GetStringAsync(new Uri("/comptes", UriKind.Relative));
        var adresse = Metier().Matches(comptes).Single(m => m.Groups[2].Value == Courriel).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.EnvoyerAsync(adresse, new() { ["metier"] = "Intervenant" }, page: "/comptes")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await ines.OuvrirAsync($"/dossiers/{id}/chiffrage")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ines.OuvrirAsync($"/dossiers/{id}/plan")).StatusCode);
    }

    [GeneratedRegex("href=\"(/[^\"#?]*)")]
    private static partial Regex Lien();

    [GeneratedRegex("action=\"(/dossiers/[^\"]+/retirer)\"")]
    private static partial Regex Retirer();

    [GeneratedRegex("action=\"(/comptes/[^\"]+/metier)\".*?aria-label=\"Métier de ([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Metier();

    private async Task<HttpClient> InviterAsync(Guid id, string courriel, Qualite qualite)
    {
        var client = await application.OuvrirCompteAsync(courriel, Qualite.Intervenant);
        Assert.Equal(HttpStatusCode.Redirect, (await application.DonnerAccesAsync(id, courriel, qualite)).StatusCode);
        return client;
    }

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
}
