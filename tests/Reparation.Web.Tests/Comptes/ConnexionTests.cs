using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Comptes;

public sealed class ConnexionTests(Application application) : IClassFixture<Application>
{
    [Theory]
    [InlineData(Application.CourrielDAlice, "une phrase qui n'est pas la bonne")]
    [InlineData("personne@exemple.test", Application.Phrase)]
    public async Task Courriel_inconnu_et_phrase_fausse_recoivent_la_meme_page(string courriel, string phrase)
    {
        using var client = application.Anonyme();
        var reponse = await client.EnvoyerAsync("/connexion", new() { ["Courriel"] = courriel, ["Phrase"] = phrase });
        var page = await reponse.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains(MessagesDeCompte.ConnexionRefusee, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{courriel}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(phrase, page, StringComparison.Ordinal);
        Assert.False(reponse.Headers.Contains("Set-Cookie") && reponse.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("reparation=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task La_session_revient_a_la_page_demandee_et_jamais_ailleurs()
    {
        using var client = application.Anonyme();
        var renvoi = await client.OuvrirAsync("/comptes?x=1");
        Assert.Equal("/connexion?retour=%2Fcomptes%3Fx%3D1", renvoi.Headers.Location!.PathAndQuery);

        var champs = new Dictionary<string, string> { ["Courriel"] = Application.CourrielDeBruno, ["Phrase"] = Application.Phrase };
        var ailleurs = await client.EnvoyerAsync("/connexion", new(champs) { ["Retour"] = "//ailleurs.test/" });
        Assert.Equal("/", ailleurs.Headers.Location!.OriginalString);

        using var autre = application.Anonyme();
        var ici = await autre.EnvoyerAsync("/connexion", new(champs) { ["Retour"] = "/phrase-de-passe" });
        Assert.Equal("/phrase-de-passe", ici.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Le_temoin_de_session_est_ferme_aux_scripts_et_aux_autres_sites()
    {
        using var client = application.Anonyme();
        var reponse = await client.EnvoyerAsync(
            "/connexion", new() { ["Courriel"] = Application.CourrielDeBruno, ["Phrase"] = Application.Phrase });
        var temoin = reponse.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("reparation=", StringComparison.Ordinal));

        Assert.Contains("httponly", temoin, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", temoin, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", temoin, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Un_envoi_sans_jeton_de_formulaire_est_refuse()
    {
        using var contenu = new FormUrlEncodedContent([new("Saisie.Courriel", "pirate@exemple.test")]);
        var reponse = await application.Alice.PostAsync(new Uri("/comptes", UriKind.Relative), contenu);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
    }

    [Fact]
    public async Task Un_membre_n_ouvre_pas_de_compte()
    {
        var reponse = await application.Bruno.OuvrirAsync("/comptes");
        Assert.Equal(HttpStatusCode.Forbidden, reponse.StatusCode);
    }

    [Fact]
    public async Task Deux_comptes_n_ont_pas_la_meme_adresse_a_la_casse_pres()
    {
        var reponse = await application.Alice.EnvoyerAsync("/comptes", new() { ["Saisie.Courriel"] = " " + Application.CourrielDeBruno.ToUpperInvariant() });
        Assert.Contains(MessagesDeCompte.DejaUnCompte, await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("onze signes", "onze signes", MessagesDeCompte.PhraseCourte)]
    [InlineData("une phrase assez longue", "une phrase assez longuee", MessagesDeCompte.PhrasesDifferentes)]
    [InlineData("Motdepasse-2026!", "Motdepasse-2026!", MessagesDeCompte.PhraseCommune)]
    public async Task Une_phrase_trop_courte_commune_ou_mal_repetee_est_expliquee(string phrase, string repetee, string message)
    {
        using var client = application.Anonyme();
        var lien = await application.InviterAsync($"carole{phrase.Length}@exemple.test", Qualite.Avocat);
        var reponse = await client.EnvoyerAsync(lien, new() { ["Phrase"] = phrase, ["Repetee"] = repetee });
        var page = await reponse.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains(message, page, StringComparison.Ordinal);
        Assert.DoesNotContain(phrase, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.EnvoyerAsync(lien, new() { ["Phrase"] = Application.Phrase, ["Repetee"] = Application.Phrase })).StatusCode);
    }

    [Theory]
    [InlineData("azertyuiopqsd")]
    [InlineData("0123456789012")]
    [InlineData("bonjourBonjour12")]
    [InlineData("admin-password!")]
    [InlineData("ababababababab")]
    [InlineData("Réparation2026")]
    [InlineData("            ")]
    public void Ce_qui_se_devine_est_refuse(string phrase) => Assert.True(PhraseSureAttribute.EstCommune(phrase));

    [Theory]
    [InlineData(Application.Phrase)]
    [InlineData("tambour lune verger ficelle")]
    [InlineData("xk7-Vr9!qwLm2")]
    public void Quatre_mots_sans_lien_passent(string phrase) => Assert.False(PhraseSureAttribute.EstCommune(phrase));

    [Fact]
    public async Task Le_onzieme_essai_est_suspendu_meme_avec_la_bonne_phrase()
    {
        using var client = application.Anonyme();
        var jeton = await client.JetonAsync("/connexion");
        HttpStatusCode dernier = default;
        for (var essai = 0; essai < 11; essai++)
        {
            using var contenu = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Courriel"] = "cible@exemple.test",
                ["Phrase"] = "essai",
                ["__RequestVerificationToken"] = jeton,
            });
            dernier = (await client.PostAsync(new Uri("/connexion", UriKind.Relative), contenu)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, dernier);
    }

    [Fact]
    public async Task Changer_sa_phrase_ferme_les_autres_sessions()
    {
        const string Courriel = "denis@exemple.test";
        using var premiere = await application.OuvrirCompteAsync(Courriel, Qualite.Avocat);
        var connexion = new Dictionary<string, string> { ["Courriel"] = Courriel, ["Phrase"] = Application.Phrase };
        using var bureau = application.Anonyme();
        using var oubliee = application.Anonyme();
        await bureau.EnvoyerAsync("/connexion", new(connexion));
        await oubliee.EnvoyerAsync("/connexion", new(connexion));
        Assert.Equal(HttpStatusCode.OK, (await oubliee.OuvrirAsync("/phrase-de-passe")).StatusCode);

        const string Nouvelle = "cinq autres mots choisis au hasard";
        var change = await bureau.EnvoyerAsync("/phrase-de-passe", new()
        {
            ["Actuelle"] = Application.Phrase,
            ["Phrase"] = Nouvelle,
            ["Repetee"] = Nouvelle,
        });

        Assert.Equal(HttpStatusCode.Redirect, change.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bureau.OuvrirAsync("/phrase-de-passe")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await oubliee.OuvrirAsync("/phrase-de-passe")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await oubliee.EnvoyerAsync("/connexion", new(connexion))).StatusCode);
    }

    [Fact]
    public async Task Se_deconnecter_ferme_la_session()
    {
        using var client = application.Anonyme();
        await client.EnvoyerAsync("/connexion", new() { ["Courriel"] = Application.CourrielDeBruno, ["Phrase"] = Application.Phrase });
        Assert.Equal(HttpStatusCode.Redirect, (await client.EnvoyerAsync("/deconnexion", [], page: "/phrase-de-passe")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.OuvrirAsync("/phrase-de-passe")).StatusCode);
    }

    [Fact]
    public async Task Un_role_change_dans_la_base_ferme_le_compte_au_lieu_de_l_elever()
    {
        const string Courriel = "eve@exemple.test";
        using var premiere = await application.OuvrirCompteAsync(Courriel, Qualite.Avocat);
        await using var portee = application.Services.CreateAsyncScope();
        var annuaire = portee.ServiceProvider.GetRequiredService<Annuaire>();
        var eve = (await annuaire.ListerAsync(default)).Single(c => c.Courriel == Courriel);
        Assert.Equal(1, await application.SqlAsync($"UPDATE Comptes SET Role = 2 WHERE Id = '{eve.Id.ToString().ToUpperInvariant()}'"));

        using var client = application.Anonyme();
        var reponse = await client.EnvoyerAsync("/connexion", new() { ["Courriel"] = Courriel, ["Phrase"] = Application.Phrase });
        Assert.False(reponse.Headers.Contains("Set-Cookie") && reponse.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("reparation=", StringComparison.Ordinal)));
    }
}
