using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Features;

/// <summary>Ce qu'on tape survit au navigateur, pour soi seul ; un enregistrement se défait ; à deux, rien ne se perd.</summary>
public sealed class BrouillonTests(Application application) : IClassFixture<Application>
{
    private const string Secret = "Saisieunique jamais enregistrée";

    [Fact]
    public async Task Une_saisie_gardee_se_reprend_apres_la_chute_puis_l_enregistrement_l_efface()
    {
        var (id, adresse) = await CreerAsync();
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        formulaire["Dossier.Enfant.Scolarite"] = Secret;
        Assert.Equal(HttpStatusCode.OK, (await GarderAsync(application.Alice, id, adresse, formulaire)).StatusCode);

        // Un autre navigateur, une session neuve : la page propose la saisie, et le dossier n'a pas changé.
        using var ailleurs = application.Anonyme();
        await ailleurs.EnvoyerAsync("/connexion", new() { ["Courriel"] = Application.CourrielDAlice, ["Phrase"] = Application.Phrase });
        var page = await LireAsync(ailleurs, adresse);
        Assert.Contains("Une saisie n’a pas été enregistrée", page, StringComparison.Ordinal);
        Assert.Single(await HistoriqueAsync(id));

        var reprise = await ReprendreAsync(ailleurs, adresse, page);
        Assert.Equal(Secret, WebUtility.HtmlDecode(reprise["Dossier.Enfant.Scolarite"]));
        Assert.Contains("Modifications en cours, pas encore enregistrées", WebUtility.HtmlDecode(reprise.Html), StringComparison.Ordinal);
        Assert.Single(await HistoriqueAsync(id));
        await reprise.EnregistrerAsync();

        Assert.Equal(Secret, (await OuvrirAsync(id)).Dossier.Enfant.Scolarite);
        Assert.DoesNotContain("Une saisie n’a pas été enregistrée", await LireAsync(ailleurs, adresse), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_saisie_gardee_est_scellee_a_soi_seul_et_se_jette()
    {
        var (id, adresse) = await CreerAsync();
        using var collaborateur = await application.OuvrirCompteAsync($"brouillon-{id:N}@exemple.test", Qualite.Collaborateur);
        Assert.Equal(HttpStatusCode.Redirect, (await application.DonnerAccesAsync(id, $"brouillon-{id:N}@exemple.test", Qualite.Collaborateur)).StatusCode);
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        formulaire["Dossier.Enfant.Scolarite"] = Secret;
        await GarderAsync(application.Alice, id, adresse, formulaire);

        Assert.DoesNotContain("Une saisie n’a pas été enregistrée", await LireAsync(collaborateur, adresse), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GarderAsync(application.Bruno, id, adresse, formulaire)).StatusCode);
        foreach (var fichier in Directory.GetFiles(application.Donnees))
        {
            await using var flux = new FileStream(fichier, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var octets = new byte[flux.Length];
            await flux.ReadExactlyAsync(octets);
            Assert.Equal(-1, octets.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.EnvoyerAsync($"/dossiers/{id}/brouillon/jeter", new() { ["page"] = adresse }, adresse)).StatusCode);
        Assert.DoesNotContain("Une saisie n’a pas été enregistrée", await LireAsync(application.Alice, adresse), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://pirate.test/")]
    [InlineData("//pirate.test/dossiers")]
    [InlineData("/connexion")]
    [InlineData("")]
    public async Task Une_page_etrangere_au_dossier_se_refuse(string page)
    {
        var (id, adresse) = await CreerAsync();
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        Assert.Equal(HttpStatusCode.BadRequest, (await GarderAsync(application.Alice, id, page, formulaire)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await application.Alice.EnvoyerAsync($"/dossiers/{id}/brouillon/jeter", new() { ["page"] = page }, adresse)).StatusCode);
    }

    [Fact]
    public async Task Une_saisie_abimee_ne_ferme_pas_la_page_et_les_anciennes_s_effacent()
    {
        var (id, adresse) = await CreerAsync();
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        await GarderAsync(application.Alice, id, adresse, formulaire);
        await application.SqlAsync($"UPDATE Brouillons SET Contenu = zeroblob(80) WHERE DossierId = '{id.ToString().ToUpperInvariant()}'");

        Assert.DoesNotContain("Une saisie n’a pas été enregistrée", await LireAsync(application.Alice, adresse), StringComparison.Ordinal);

        await using var db = new DossiersDb(BaseSqlite.Options(application.Base));
        await Brouillons.EffacerLesAnciensAsync(db, DateTimeOffset.UtcNow.AddDays(Brouillons.JoursDeGarde - 1), default);
        Assert.True(await db.Brouillons.AnyAsync(b => b.DossierId == id));
        await Brouillons.EffacerLesAnciensAsync(db, DateTimeOffset.UtcNow.AddDays(Brouillons.JoursDeGarde + 1), default);
        Assert.False(await db.Brouillons.AnyAsync(b => b.DossierId == id));
    }

    [Fact]
    public async Task Qui_enregistre_peut_defaire_et_chaque_version_reste()
    {
        var (id, _) = await CreerAsync();
        var courriel = $"annule-{id:N}@exemple.test";
        using var intervenant = await application.OuvrirCompteAsync(courriel, Qualite.Intervenant);
        Assert.Equal(HttpStatusCode.Redirect, (await application.DonnerAccesAsync(id, courriel, Qualite.Intervenant)).StatusCode);
        var page = $"/dossiers/{id}/retentissements";
        var formulaire = await Formulaire.OuvrirAsync(intervenant, page);
        formulaire["Dossier.Retentissements[0].Constat"] = "changé par erreur";
        await formulaire.EnregistrerAsync();
        Assert.Contains("Annuler cet enregistrement", await LireAsync(intervenant, page), StringComparison.Ordinal);
        // Une fois la confirmation vue, le geste ne se propose plus.
        Assert.DoesNotContain("Annuler cet enregistrement", await LireAsync(intervenant, page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await AnnulerAsync(application.Alice, id, 2, page)).StatusCode);
        var reponse = await AnnulerAsync(intervenant, id, 2, page);

        Assert.Equal((HttpStatusCode.Redirect, page), (reponse.StatusCode, reponse.Headers.Location!.ToString()));
        var ouvert = await OuvrirAsync(id);
        Assert.Equal((3, DossierDEssai.Note, "Annulation de la version 2"), (ouvert.Version, ouvert.Dossier.Retentissements[0].Constat, ouvert.Raison));
        Assert.Equal(3, (await HistoriqueAsync(id)).Count);
    }

    [Fact]
    public async Task Defaire_apres_l_enregistrement_d_un_autre_ne_lui_prend_rien()
    {
        var (id, adresse) = await CreerAsync();
        var courriel = $"apres-{id:N}@exemple.test";
        using var autre = await application.OuvrirCompteAsync(courriel, Qualite.Collaborateur);
        await application.DonnerAccesAsync(id, courriel, Qualite.Collaborateur);
        var mien = await Formulaire.OuvrirAsync(application.Alice, adresse);
        mien["Dossier.Enfant.Scolarite"] = "de moi";
        await mien.EnregistrerAsync();
        var sien = await Formulaire.OuvrirAsync(autre, adresse);
        sien["Dossier.Enfant.CadreDeVie"] = "de l’autre";
        await sien.EnregistrerAsync();

        var reponse = await AnnulerAsync(application.Alice, id, 2, adresse);

        // Les deux versions se croisent : la page les montre, et rien n'est pris tant qu'Alice n'a pas choisi.
        Assert.Equal(HttpStatusCode.Conflict, reponse.StatusCode);
        var page = await Formulaire.RelireAsync(application.Alice, $"/dossiers/{id}/fusion", reponse);
        await page.EnregistrerAsync();
        var enfant = (await OuvrirAsync(id)).Dossier.Enfant;
        Assert.Equal(("", "de l’autre"), (enfant.Scolarite, enfant.CadreDeVie));
    }

    [Fact]
    public async Task Deux_personnes_sur_la_meme_page_gardent_chacune_la_sienne_et_la_saisie_survit_au_conflit()
    {
        var (id, adresse) = await CreerAsync();
        var courriel = $"deux-{id:N}@exemple.test";
        using var autre = await application.OuvrirCompteAsync(courriel, Qualite.Collaborateur);
        await application.DonnerAccesAsync(id, courriel, Qualite.Collaborateur);
        var mien = await Formulaire.OuvrirAsync(application.Alice, adresse);
        mien["Dossier.Enfant.Scolarite"] = "la mienne";
        await GarderAsync(application.Alice, id, adresse, mien);
        var sien = await Formulaire.OuvrirAsync(autre, adresse);
        sien["Dossier.Enfant.Scolarite"] = "la sienne";
        await sien.EnregistrerAsync();

        // Le navigateur d'Alice tombe ; elle reprend, part de l'ancienne version, et choisit.
        var reprise = await ReprendreAsync(application.Alice, adresse, await LireAsync(application.Alice, adresse));
        var conflit = await reprise.EnvoyerAsync();
        Assert.Equal(HttpStatusCode.Conflict, conflit.StatusCode);
        Assert.Contains("Une saisie n’a pas été enregistrée", await LireAsync(application.Alice, adresse), StringComparison.Ordinal);
        var page = await Formulaire.RelireAsync(application.Alice, $"/dossiers/{id}/fusion", conflit);
        page.Cocher("choix-0", "mien");
        await page.EnregistrerAsync();

        Assert.Equal("la mienne", (await OuvrirAsync(id)).Dossier.Enfant.Scolarite);
        Assert.Contains("la sienne", Encoding.UTF8.GetString(Domain.Dossiers.DossierJson.Ecrire(
            (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirVersionAsync(id, 2, default)))!.Dossier)), StringComparison.Ordinal);
        Assert.DoesNotContain("Une saisie n’a pas été enregistrée", await LireAsync(application.Alice, adresse), StringComparison.Ordinal);
    }

    private static async Task<string> LireAsync(HttpClient client, string adresse) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(adresse, UriKind.Relative)));

    private static async Task<HttpResponseMessage> GarderAsync(HttpClient client, Guid id, string page, Formulaire formulaire)
    {
        using var contenu = new FormUrlEncodedContent(formulaire.Champs.Where(c => c.Key != "__RequestVerificationToken")
            .Append(new("__RequestVerificationToken", await client.JetonAsync("/phrase-de-passe"))));
        return await client.PostAsync(new Uri($"/dossiers/{id}/brouillon?page={Uri.EscapeDataString(page)}", UriKind.Relative), contenu);
    }

    // Ce que fait le bouton « Reprendre cette saisie » : renvoyer ses champs cachés à la page.
    private static async Task<Formulaire> ReprendreAsync(HttpClient client, string adresse, string page)
    {
        var bloc = Regex.Match(page, "saisie-gardee.*?</form>", RegexOptions.Singleline).Value;
        var champs = Regex.Matches(bloc, "<input[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"").Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[2].Value)).ToList();
        using var contenu = new FormUrlEncodedContent([.. champs, new("action", "recalculer")]);
        var reponse = await client.PostAsync(new Uri(adresse, UriKind.Relative), contenu);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return await Formulaire.RelireAsync(client, adresse, reponse);
    }

    private static Task<HttpResponseMessage> AnnulerAsync(HttpClient client, Guid id, int version, string retour) =>
        client.EnvoyerAsync($"/dossiers/{id}/annuler", new() { ["version"] = version.ToString(CultureInfo.InvariantCulture), ["retour"] = retour }, retour);

    private async Task<(Guid Id, string Adresse)> CreerAsync()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        return (id, $"/dossiers/{id}/enfant");
    }

    private async Task<DossierOuvert> OuvrirAsync(Guid id) => (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!;

    private Task<IReadOnlyList<VersionDeDossier>> HistoriqueAsync(Guid id) => application.AuNomDe(Application.CourrielDAlice, a => a.HistoriqueAsync(id, default));
}
