using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Reparation.Web.Tests.Securite;

/// <summary>Contrôles menés sur toutes les routes que l'application déclare : une page ajoutée est couverte d'office.</summary>
public sealed partial class PortesTests(Application application) : IClassFixture<Application>
{
    // Les seules pages ouvertes sans compte. En allonger la liste se décide, ne s'oublie pas.
    private static readonly string[] Ouvertes =
    [
        "connexion", "connexion/code", "connexion/cle", "connexion/cle/epreuve", "premier-compte", "sante", "erreur/{code:int}",
        // Le lien d'une invitation, tiré au hasard, tient lieu de compte.
        "invitation/{jeton}",
        // Une juridiction qui reçoit un document le vérifie sans compte : rien n’est gardé de ce qu’elle envoie.
        "verifier", "verifier/cle.pem",
        // Calculs sans dossier et sources publiées : rien n’y est stocké ni lu.
        "references", "calculateurs", "calculateurs/capitalisation", "calculateurs/deficit-temporaire", "calculateurs/deficit-permanent",
    ];

    private static readonly string[] EnTetesAttendus =
    [
        "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy",
        "Cross-Origin-Resource-Policy", "Permissions-Policy",
    ];

    [Fact]
    public async Task Sans_compte_toute_page_mene_a_la_connexion()
    {
        using var anonyme = application.Anonyme();
        var fautes = new List<string>();
        foreach (var (route, methode) in Routes().Where(r => !Ouvertes.Contains(r.Route.RoutePattern.RawText!.Trim('/'))))
        {
            using var requete = new HttpRequestMessage(new(methode), Adresse(route, Guid.NewGuid()));
            var reponse = await anonyme.SendAsync(requete);
            if (reponse.StatusCode != HttpStatusCode.Redirect
                || !reponse.Headers.Location!.OriginalString.Contains("/connexion", StringComparison.Ordinal))
            {
                fautes.Add($"{methode} {route.RoutePattern.RawText} : {(int)reponse.StatusCode}");
            }
        }

        Assert.Empty(fautes);
        Assert.Equal(HttpStatusCode.Redirect, (await anonyme.OuvrirAsync("/adresse-qui-n-existe-pas")).StatusCode);
    }

    [Fact]
    public async Task Le_dossier_d_un_autre_n_existe_pas()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var jeton = await application.Bruno.JetonAsync("/phrase-de-passe");
        var routes = Routes().Where(r => r.Route.RoutePattern.Parameters.Any(p => p.Name == "id")).ToList();
        Assert.NotEmpty(routes);
        var fautes = new List<string>();
        foreach (var (route, methode) in routes)
        {
            var reponse = await EnvoyerAsync(application.Bruno, methode, Adresse(route, id), jeton);
            if (reponse.StatusCode != HttpStatusCode.NotFound)
            {
                fautes.Add($"{methode} {route.RoutePattern.RawText} : {(int)reponse.StatusCode}");
            }
        }

        Assert.Empty(fautes);
        Assert.Single(await application.AuNomDe(Application.CourrielDAlice, a => a.HistoriqueAsync(id, default)));
    }

    [Fact]
    public async Task Le_meme_dossier_s_ouvre_a_qui_l_a_cree()
    {
        // Sans ce contrôle, des adresses mal formées feraient réussir le précédent.
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var fautes = new List<string>();
        foreach (var (route, _) in Routes().Where(r =>
            r.Methode == "GET" && r.Route.RoutePattern.Parameters.Any(p => p.Name == "id") && r.Route.RoutePattern.Parameters.Count == 1))
        {
            var reponse = await application.Alice.GetAsync(Adresse(route, id));
            if (reponse.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
            {
                fautes.Add($"GET {route.RoutePattern.RawText} : {(int)reponse.StatusCode}");
            }
        }

        Assert.Empty(fautes);
    }

    [Fact]
    public async Task Toute_reponse_porte_les_en_tetes_et_aucune_page_ne_reste_en_cache()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var fautes = new List<string>();
        foreach (var (route, methode) in Routes().Where(r => !r.Route.RoutePattern.RawText!.Contains("deconnexion", StringComparison.Ordinal)))
        {
            foreach (var client in new[] { application.Alice, application.Bruno })
            {
                var reponse = await EnvoyerAsync(client, methode, Adresse(route, id), jeton: "");
                var manquants = EnTetesAttendus.Where(e => !reponse.Headers.Contains(e)).ToList();
                if (manquants.Count > 0 || reponse.Headers.CacheControl?.NoStore != true || reponse.Headers.Contains("Server"))
                {
                    fautes.Add($"{methode} {route.RoutePattern.RawText} : {string.Join(", ", manquants)} {reponse.Headers.CacheControl}");
                }
            }
        }

        Assert.Empty(fautes);
    }

    [Fact]
    public async Task Un_dossier_abime_donne_une_page_de_panne_et_laisse_les_autres_ouverts()
    {
        var (abime, sain) = (await application.CreerAsync(DossierDEssai.Neuf()), await application.CreerAsync(DossierDEssai.Neuf()));
        Assert.Equal(1, await application.SqlAsync($"UPDATE Versions SET Charge = x'0102' WHERE DossierId = '{abime.ToString().ToUpperInvariant()}'"));
        var reponse = await application.Alice.OuvrirAsync($"/dossiers/{abime}/enfant");
        var page = await reponse.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, reponse.StatusCode);
        Assert.All(EnTetesAttendus, e => Assert.True(reponse.Headers.Contains(e), e));
        Assert.Contains("<h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync($"/dossiers/{sain}/enfant")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync("/")).StatusCode);
    }

    [Fact]
    public async Task La_politique_de_contenu_n_admet_que_l_application()
    {
        using var anonyme = application.Anonyme();
        foreach (var adresse in new[] { "/connexion", "/adresse-qui-n-existe-pas", "/reparation.css" })
        {
            var reponse = await anonyme.OuvrirAsync(adresse);
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
                "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                Assert.Single(reponse.Headers.GetValues("Content-Security-Policy")));
        }
    }

    [Fact]
    public async Task Tout_formulaire_affiche_porte_son_jeton()
    {
        // Un <form action="…"> écrit à la main n'a pas de jeton si on ne le demande pas : l'envoi serait refusé.
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var (formulaires, sans) = (0, new List<string>());
        foreach (var (route, _) in Routes().Where(r => r.Methode == "GET"))
        {
            var page = await (await application.Alice.GetAsync(Adresse(route, id))).Content.ReadAsStringAsync();
            foreach (Match formulaire in Formulaire().Matches(page))
            {
                formulaires++;
                if (!formulaire.Value.Contains("__RequestVerificationToken", StringComparison.Ordinal))
                {
                    sans.Add($"{route.RoutePattern.RawText} : {formulaire.Value[..formulaire.Value.IndexOf('>', StringComparison.Ordinal)]}");
                }
            }
        }

        Assert.Empty(sans);
        Assert.True(formulaires > 10);
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Formulaire();

    private static async Task<HttpResponseMessage> EnvoyerAsync(HttpClient client, string methode, Uri adresse, string jeton)
    {
        using var requete = new HttpRequestMessage(new(methode), adresse);
        if (methode != "GET")
        {
            requete.Content = new FormUrlEncodedContent([new("version", "1"), new("__RequestVerificationToken", jeton)]);
        }

        return await client.SendAsync(requete);
    }

    internal static Uri Adresse(RouteEndpoint route, Guid id) => new(
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart texte => texte.Content,
            RoutePatternSeparatorPart separateur => separateur.Content,
            RoutePatternParameterPart { Name: "id" } => id.ToString(),
            RoutePatternParameterPart { Name: "code" } => "DFT",
            RoutePatternParameterPart parametre => parametre.ParameterPolicies.Any(c => c.Content == "guid") ? id.ToString() : "1",
            _ => "",
        })))),
        UriKind.Relative);

    private IEnumerable<(RouteEndpoint Route, string Methode)> Routes() =>
        from route in application.Routes
        from methode in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (route, methode);
}
