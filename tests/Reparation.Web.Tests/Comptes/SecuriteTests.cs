using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Comptes;

/// <summary>Ce qui protège un compte : invitation, second facteur, sessions, confirmation. L'heure est celle de l'essai.</summary>
public sealed partial class SecuriteTests : IAsyncLifetime
{
    private const string Courriel = "eve.avocate@exemple.test";

    private readonly Application application = new() { Maintenant = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero) };

    public Task InitializeAsync() => application.InitializeAsync();

    public Task DisposeAsync() => application.DisposeAsync();

    [Fact]
    public async Task Une_session_laissee_seule_se_ferme_et_une_session_active_dure()
    {
        for (var i = 0; i < 5; i++)
        {
            Avancer(14);
            Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync("/securite")).StatusCode);
        }

        Avancer(16);
        var renvoi = await application.Alice.OuvrirAsync("/securite");
        Assert.Equal("/connexion?retour=%2Fsecurite", renvoi.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Demander_ce_qu_il_reste_ne_prolonge_rien_et_rester_prolonge()
    {
        var jeton = await application.Alice.JetonAsync("/phrase-de-passe");
        Avancer(10);
        Assert.Equal(300, await ResteAsync());
        Avancer(4);
        Assert.Equal(60, await ResteAsync());
        using var requete = new HttpRequestMessage(HttpMethod.Post, new Uri("/session", UriKind.Relative));
        requete.Headers.Add("RequestVerificationToken", jeton);
        Assert.Equal(HttpStatusCode.NoContent, (await application.Alice.SendAsync(requete)).StatusCode);
        Assert.Equal(900, await ResteAsync());
    }

    [Fact]
    public async Task Meme_active_une_session_ne_depasse_pas_douze_heures()
    {
        for (var i = 0; i < 12 * 6; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync("/securite")).StatusCode);
            Avancer(10);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.OuvrirAsync("/securite")).StatusCode);
    }

    [Fact]
    public async Task Les_sessions_se_voient_et_se_ferment_d_ailleurs_mais_pas_celles_d_un_autre()
    {
        using var portable = await application.ConnecterAsync(Application.CourrielDAlice);
        var fermetures = Fermer().Matches(await LireAsync(application.Alice)).Select(m => m.Groups[1].Value).ToList();
        var fermeture = Assert.Single(fermetures);

        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.EnvoyerAsync(fermeture, [], page: "/phrase-de-passe")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portable.OuvrirAsync("/securite")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.EnvoyerAsync(fermeture, [], page: "/securite")).StatusCode);
        Assert.Equal("/connexion?retour=%2Fsecurite", (await portable.OuvrirAsync("/securite")).Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync("/securite")).StatusCode);
    }

    [Fact]
    public async Task Un_geste_qui_emporte_ou_partage_redemande_la_phrase_apres_dix_minutes()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync($"/dossiers/{id}/export.json")).StatusCode);
        Avancer(11);
        var renvoi = await application.Alice.OuvrirAsync($"/dossiers/{id}/export.json");
        var confirmer = renvoi.Headers.Location!.OriginalString;
        Assert.Equal($"/confirmer?retour=%2Fdossiers%2F{id}%2Fexport.json", confirmer);
        var partage = await application.DonnerAccesAsync(id, Application.CourrielDeBruno, Qualite.Lecteur);
        Assert.StartsWith("/confirmer", partage.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync($"/dossiers/{id}/acces")).StatusCode);

        var faux = await application.Alice.EnvoyerAsync("/confirmer", new() { ["phrase"] = "une autre phrase", ["retour"] = "/" });
        Assert.Equal(HttpStatusCode.BadRequest, faux.StatusCode);
        Assert.Contains(MessagesDeCompte.PhraseFausse, WebUtility.HtmlDecode(await faux.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var juste = await application.Alice.EnvoyerAsync(
            "/confirmer", new() { ["phrase"] = Application.Phrase, ["retour"] = $"/dossiers/{id}/export.json" }, page: confirmer);
        Assert.Equal($"/dossiers/{id}/export.json", juste.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync($"/dossiers/{id}/export.json")).StatusCode);
    }

    [Fact]
    public async Task Confirmer_ne_renvoie_jamais_ailleurs()
    {
        var reponse = await application.Alice.EnvoyerAsync("/confirmer", new() { ["phrase"] = Application.Phrase, ["retour"] = "https://ailleurs.test/" });
        Assert.Equal("/", reponse.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Le_code_double_la_phrase_et_ne_sert_qu_une_fois()
    {
        using var eve = await application.OuvrirCompteAsync(Courriel, Qualite.Avocat);
        var (secret, secours) = await ActiverAsync(eve);
        Assert.Equal(10, secours.Count);

        using var sansCode = application.Anonyme();
        var page = await DemanderLeCodeAsync(sansCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sansCode.OuvrirAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await RepondreAsync(sansCode, page, "000000")).StatusCode);
        // Le code de l'activation ne vaut plus ; le suivant vaut, une fois.
        Assert.Equal(HttpStatusCode.BadRequest, (await RepondreAsync(sansCode, page, Code(secret))).StatusCode);
        application.Horloge.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Redirect, (await RepondreAsync(sansCode, page, Code(secret))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sansCode.OuvrirAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await RepondreAsync(sansCode, page, Code(secret))).StatusCode);
    }

    [Fact]
    public async Task Un_code_de_secours_ouvre_une_fois_et_se_decompte()
    {
        using var eve = await application.OuvrirCompteAsync(Courriel, Qualite.Avocat);
        var (_, secours) = await ActiverAsync(eve);
        using var sansTelephone = application.Anonyme();
        var page = await DemanderLeCodeAsync(sansTelephone);

        Assert.Equal(HttpStatusCode.Redirect, (await RepondreAsync(sansTelephone, page, secours[3].ToLowerInvariant())).StatusCode);
        Assert.Contains("Codes de secours restants : 9", await LireAsync(sansTelephone), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await RepondreAsync(sansTelephone, page, secours[3])).StatusCode);
    }

    [Fact]
    public async Task Retirer_le_second_facteur_dans_la_base_ferme_le_compte()
    {
        using var eve = await application.OuvrirCompteAsync(Courriel, Qualite.Avocat);
        await ActiverAsync(eve);
        Assert.Equal(1, await application.SqlAsync("UPDATE Comptes SET Second = NULL WHERE Second IS NOT NULL"));

        using var voleur = application.Anonyme();
        await Assert.ThrowsAnyAsync<Exception>(async () => (await voleur.EnvoyerAsync(
            "/connexion", new() { ["Courriel"] = Courriel, ["Phrase"] = Application.Phrase })).EnsureSuccessStatusCode());
        Assert.Equal(HttpStatusCode.Redirect, (await voleur.OuvrirAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await eve.OuvrirAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Ne_plus_demander_de_code_se_confirme_puis_se_fait()
    {
        using var eve = await application.OuvrirCompteAsync(Courriel, Qualite.Avocat);
        await ActiverAsync(eve);
        Avancer(11);
        Assert.StartsWith("/confirmer", (await eve.EnvoyerAsync("/securite/code/retirer", [], page: "/securite")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        await eve.EnvoyerAsync("/confirmer", new() { ["phrase"] = Application.Phrase, ["retour"] = "/securite" });
        Assert.Equal("/securite", (await eve.EnvoyerAsync("/securite/code/retirer", [], page: "/securite")).Headers.Location!.OriginalString);
        using var autre = await application.ConnecterAsync(Courriel);
        Assert.Equal(HttpStatusCode.OK, (await autre.OuvrirAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Une_invitation_sert_une_fois_et_sept_jours()
    {
        var lien = await application.InviterAsync(Courriel, Qualite.Intervenant);
        var passe = await application.InviterAsync("tard@exemple.test", Qualite.Avocat);
        using var eve = application.Anonyme();
        Assert.Contains(Courriel, await eve.GetStringAsync(new Uri(lien, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("/", (await eve.EnvoyerAsync(lien, new() { ["Phrase"] = Application.Phrase, ["Repetee"] = Application.Phrase })).Headers.Location!.OriginalString);

        using var second = application.Anonyme();
        Assert.Equal(HttpStatusCode.NotFound, (await second.OuvrirAsync(lien)).StatusCode);
        application.Horloge.Advance(TimeSpan.FromDays(7.1));
        Assert.Equal(HttpStatusCode.NotFound, (await second.OuvrirAsync(passe)).StatusCode);
    }

    [Fact]
    public async Task Une_invitation_retiree_ou_changee_dans_la_base_ne_vaut_plus()
    {
        var retiree = await application.InviterAsync("retiree@exemple.test", Qualite.Avocat);
        var page = await application.Alice.GetStringAsync(new Uri("/comptes", UriKind.Relative));
        Assert.DoesNotContain(retiree, page, StringComparison.Ordinal);
        var adresse = Retirer().Match(page).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.EnvoyerAsync(adresse, [], page: "/comptes")).StatusCode);
        var changee = await application.InviterAsync("changee@exemple.test", Qualite.Avocat);
        Assert.Equal(1, await application.SqlAsync("UPDATE Invitations SET FinLe = FinLe + 1"));

        using var client = application.Anonyme();
        Assert.Equal(HttpStatusCode.NotFound, (await client.OuvrirAsync(retiree)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.OuvrirAsync(changee)).StatusCode);
    }

    // Vecteurs de la RFC 6238, annexe B (SHA-1), sur six chiffres.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Le_code_est_celui_de_la_RFC_6238(long secondes, string code) =>
        Assert.Equal(code, CodeTemporaire.A("12345678901234567890"u8, DateTimeOffset.FromUnixTimeSeconds(secondes)));

    // RFC 4648, section 10, et le secret de la RFC 6238.
    [Theory]
    [InlineData("fooba", "MZXW 6YTB")]
    [InlineData("12345678901234567890", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")]
    public void Le_secret_s_ecrit_en_base_32(string octets, string lettres) =>
        Assert.Equal(lettres, CodeTemporaire.EnLettres(System.Text.Encoding.ASCII.GetBytes(octets)));

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1", "Safari, iPhone")]
    [InlineData("", "Navigateur inconnu")]
    public void Un_navigateur_se_dit_en_deux_mots(string annonce, string dit) => Assert.Equal(dit, Sessions.Nommer(annonce));

    private void Avancer(int minutes) => application.Horloge.Advance(TimeSpan.FromMinutes(minutes));

    private string Code(string secret) => CodeTemporaire.A(Convert.FromHexString(secret), application.Horloge.GetUtcNow());

    private async Task<int> ResteAsync() => int.Parse(
        Reste().Match(await application.Alice.GetStringAsync(new Uri("/session", UriKind.Relative))).Value, CultureInfo.InvariantCulture);

    private static async Task<string> LireAsync(HttpClient client) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/securite", UriKind.Relative)));

    /// <summary>Active le second facteur comme le ferait une personne : elle recopie le secret et tape le code.</summary>
    private async Task<(string Secret, IReadOnlyList<string> Secours)> ActiverAsync(HttpClient client)
    {
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/securite/code", UriKind.Relative)));
        var secret = Convert.ToHexString(Base32.Lire(Secret().Match(page).Groups[1].Value));
        using var contenu = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Jeton().Match(page).Groups[1].Value,
            ["secret"] = Scelle().Match(page).Groups[1].Value,
            ["Code"] = Code(secret),
        });
        var reponse = await client.PostAsync(new Uri("/securite/code", UriKind.Relative), contenu);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return (secret, [.. Secours().Matches(await reponse.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value)]);
    }

    private static async Task<string> DemanderLeCodeAsync(HttpClient client)
    {
        var reponse = await client.EnvoyerAsync("/connexion", new() { ["Courriel"] = Courriel, ["Phrase"] = Application.Phrase });
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return EnAttente().Match(page).Groups[1].Value;
    }

    private static Task<HttpResponseMessage> RepondreAsync(HttpClient client, string enAttente, string code) => client.EnvoyerAsync(
        "/connexion/code", new() { ["enAttente"] = enAttente, ["Code"] = code }, page: "/connexion");

    [GeneratedRegex("action=\"(/securite/sessions/[0-9a-f-]+/fermer)\"")]
    private static partial Regex Fermer();

    [GeneratedRegex("action=\"(/comptes/invitations/[0-9a-f]+/retirer)\"")]
    private static partial Regex Retirer();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Reste();

    [GeneratedRegex("Secret : <code>([A-Z2-7 ]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"secret\" value=\"([^\"]+)\"")]
    private static partial Regex Scelle();

    [GeneratedRegex("name=\"enAttente\" value=\"([^\"]+)\"")]
    private static partial Regex EnAttente();

    [GeneratedRegex("<li><code>([A-Z2-9-]+)</code></li>")]
    private static partial Regex Secours();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Jeton();
}
