using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Reparation.Tests;
using Reparation.Web.Features.Comptes;

namespace Reparation.Navigateur.Tests;

/// <summary>Clé d'accès, code à six chiffres, fin de session : ce qu'un vrai navigateur doit mener.</summary>
public sealed class ComptesTests(NavigateurFixture fixture) : IClassFixture<NavigateurFixture>
{
    private const string Courriel = "premiere@exemple.test";
    private const string Phrase = "tambour lune verger ficelle";

    [FactSiChromium]
    public async Task Une_cle_d_acces_puis_un_code_ouvrent_le_compte()
    {
        await using var serveur = await Serveur.LancerAsync(demonstration: false);
        await using var surveillee = await OuvrirAsync(serveur);
        var page = surveillee.Page;
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });

        // La clé s'ajoute, puis ouvre seule le compte.
        await page.GotoAsync("/securite");
        await Examiner(surveillee);
        await page.GetByLabel("Nom de la clé").FillAsync("Clé d’essai");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.Locator(".cles")).ToContainTextAsync("Clé d’essai");
        await SortirAsync(page);
        await page.GotoAsync("/securite");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("Connexion"));
        await Examiner(surveillee);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sécurité du compte" })).ToBeVisibleAsync();

        // Le code s'active, ses codes de secours se montrent, et la phrase seule n'ouvre plus.
        await page.GotoAsync("/securite/code");
        await Examiner(surveillee);
        var secret = Base32.Lire(await page.Locator("code").First.InnerTextAsync());
        await page.FillAsync("[name=Code]", CodeTemporaire.A(secret, DateTimeOffset.UtcNow));
        await page.GetByRole(AriaRole.Button, new() { Name = "Activer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".secours li")).ToHaveCountAsync(10);
        await Examiner(surveillee);
        var secours = await page.Locator(".secours li").First.InnerTextAsync();
        await SortirAsync(page);
        await page.GotoAsync("/connexion");
        await page.FillAsync("[name=Courriel]", Courriel);
        await page.FillAsync("[name=Phrase]", Phrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await Examiner(surveillee);
        await page.FillAsync("[name=Code]", secours);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Dossiers");

        // Les pages qu'aucune démonstration n'ouvre.
        await page.GotoAsync("/confirmer");
        await Examiner(surveillee);
        await page.GotoAsync("/comptes");
        await page.FillAsync("[name='Saisie.Courriel']", "invitee@exemple.test");
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer l’invitation" }).ClickAsync();
        var lien = await page.GetByLabel("Lien de l’invitation").InputValueAsync();
        await Examiner(surveillee);
        await SortirAsync(page);
        await page.GotoAsync(new Uri(lien).AbsolutePath);
        await Examiner(surveillee);
        Assert.Empty(surveillee.Reproches);
    }

    [FactSiChromium]
    public async Task La_page_previent_avant_la_fin_de_la_session_puis_se_vide()
    {
        await using var serveur = await Serveur.LancerAsync(demonstration: false, "--Reparation:SessionMinutes=1");
        await using var surveillee = await OuvrirAsync(serveur);
        var page = surveillee.Page;
        await page.GotoAsync("/dossiers/nouveau");
        await page.FillAsync("[name='Dossier.Reference']", "ESSAI-2026-901");
        await page.FillAsync("[name='Dossier.Pseudonyme']", "Zoé");
        await page.CheckAsync("[name='Dossier.Fictif']");
        await page.ClickAsync("main button.principal");
        await Assertions.Expect(page.Locator("form[data-garder]")).ToBeVisibleAsync();
        var avis = page.Locator("#fin-de-session");
        await Assertions.Expect(avis).ToBeHiddenAsync();
        await Assertions.Expect(avis).ToBeVisibleAsync(new() { Timeout = 55_000 });
        await Examiner(surveillee);
        await page.GetByRole(AriaRole.Button, new() { Name = "Rester connecté" }).ClickAsync();
        await Assertions.Expect(avis).ToBeHiddenAsync();
        Assert.InRange(await page.EvaluateAsync<int>("async () => (await (await fetch('/session')).json()).reste"), 45, 60);

        // Une saisie en cours ne retient pas la page : elle est gardée au serveur, et l'écran se vide.
        await page.FillAsync("[name='Dossier.Enfant.Demeure']", "1 rue Inventée, Villefictive");
        await Assertions.Expect(avis).ToBeVisibleAsync(new() { Timeout = 70_000 });
        await page.WaitForURLAsync(new Regex("/connexion\\?retour=%2Fdossiers%2F.*enfant$"), new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("Zoé")).ToHaveCountAsync(0);
        Assert.Empty(surveillee.Reproches);
    }

    // Une clé d'accès est liée à un nom de domaine : l'adresse numérique n'en est pas un.
    private async Task<PageSurveillee> OuvrirAsync(Serveur serveur)
    {
        var surveillee = await PageSurveillee.OuvrirAsync(
            fixture.Navigateur, new UriBuilder(serveur.Adresse) { Host = "localhost" }.Uri, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await surveillee.Page.GotoAsync("/");
        await surveillee.Page.FillAsync("[name='Saisie.Courriel']", Courriel);
        await surveillee.Page.FillAsync("[name='Saisie.Phrase']", Phrase);
        await surveillee.Page.FillAsync("[name='Saisie.Repetee']", Phrase);
        await surveillee.Page.GetByRole(AriaRole.Button, new() { Name = "Créer le compte" }).ClickAsync();
        await surveillee.Page.WaitForURLAsync("/");
        return surveillee;
    }

    private static async Task SortirAsync(IPage page)
    {
        await page.GotoAsync("/securite");
        await page.Locator(".compte summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        // Pas d'attente du chargement : vider les données du site le retarde.
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Connexion"));
    }

    private static async Task Examiner(PageSurveillee surveillee)
    {
        Assert.Equal([], await surveillee.ViolationsAsync());
        Assert.False(await surveillee.DebordeAsync(), surveillee.Page.Url);
    }
}
