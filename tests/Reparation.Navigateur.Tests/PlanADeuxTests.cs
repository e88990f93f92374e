using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Reparation.Navigateur.Tests;

/// <summary>L'intervenante bâtit le plan, l'avocate en porte le reste à charge au chiffrage, la requête le demande.</summary>
public sealed partial class PlanADeuxTests(NavigateurFixture fixture) : IClassFixture<NavigateurFixture>
{
    private const string Reference = "FICTIF-2026-002";
    private const string Action = "Répétiteur fictif du soir";

    [FactSiChromium]
    public async Task Le_reste_du_plan_de_l_intervenante_arrive_dans_la_requete_de_l_avocate()
    {
        await using var deuxieme = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse);
        await using var premiere = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse);
        var (intervenante, avocate) = (deuxieme.Page, premiere.Page);

        // L'intervenante ne trouve que ce qui la regarde.
        await intervenante.GotoAsync("/");
        await intervenante.GetByRole(AriaRole.Button, new() { Name = "Voir comme l’intervenante" }).ClickAsync();
        await intervenante.GetByRole(AriaRole.Link, new() { Name = Reference }).ClickAsync();
        var dossier = Identifiant().Match(intervenante.Url).Value;
        Assert.Equal(
            ["Enfant", "Retentissements", "Documents", "Plan", "Journal", "Accès"],
            (await intervenante.Locator(".rubriques .deplie a").AllInnerTextsAsync()).Select(t => t.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '\n')));
        foreach (var chemin in (string[])["enfant", "retentissements", "actes", "plan", "plan/temps", "journal", "acces"])
        {
            await intervenante.GotoAsync($"/dossiers/{dossier}/{chemin}");
            await Examiner(deuxieme);
        }

        // Elle part d'un modèle, puis ajoute une action chiffrée.
        await intervenante.GotoAsync($"/dossiers/{dossier}/plan");
        await intervenante.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
        var actions = intervenante.Locator("[name^='Dossier.Plan.Actions['][name$='].Intitule']:visible");
        var sans = await actions.CountAsync();
        await intervenante.Locator("button[name=modele]").First.ClickAsync();
        await Assertions.Expect(actions).Not.ToHaveCountAsync(sans);
        await intervenante.WaitForLoadStateAsync();
        var deja = await actions.CountAsync();
        await intervenante.ClickAsync("button[value='ajouter:Dossier.Plan.Actions']");
        await Assertions.Expect(actions).ToHaveCountAsync(deja + 1);
        var ligne = (await actions.Last.GetAttributeAsync("name"))!.Replace("Intitule", "", StringComparison.Ordinal);
        foreach (var (champ, valeur) in new[]
        {
            ("Intitule", Action), ("Du", "2028-01-10"), ("Au", "2028-12-20"), ("Quantite", "1"), ("CoutUnitaire", "137"), ("SourceDuCout", "devis fictif"),
        })
        {
            await intervenante.FillAsync($"[name='{ligne}{champ}']", valeur);
        }

        await intervenante.SelectOptionAsync($"[name='{ligne}Rythme']", new SelectOptionValue { Value = "ParMois" });
        await intervenante.SelectOptionAsync($"[name='{ligne}Poste']", new SelectOptionValue { Value = "DSF" });
        await intervenante.Locator("button[value=enregistrer]:visible").First.ClickAsync();
        await Assertions.Expect(intervenante.GetByRole(AriaRole.Status).First).ToContainTextAsync("nregistré");

        // L'avocate voit ce qui bougerait, et l'accepte.
        await avocate.GotoAsync($"/dossiers/{dossier}/chiffrage");
        var avant = await avocate.Locator(".totaux .grand dd").First.InnerTextAsync();
        Assert.DoesNotContain(Serrer(Action), await Requete(), StringComparison.Ordinal);
        await avocate.GotoAsync($"/dossiers/{dossier}/chiffrage/plan");
        await Assertions.Expect(avocate.Locator("main")).ToContainTextAsync(Action);
        await Examiner(premiere);
        await avocate.GetByRole(AriaRole.Button, new() { Name = "Porter ces lignes au chiffrage" }).ClickAsync();
        await avocate.GotoAsync($"/dossiers/{dossier}/chiffrage");
        var apres = await avocate.Locator(".totaux .grand dd").First.InnerTextAsync();
        Assert.NotEqual(avant, apres);

        var requete = await Requete();
        Assert.Contains(Serrer(Action), requete, StringComparison.Ordinal);
        Assert.Contains(Serrer(apres), requete, StringComparison.Ordinal);
        Assert.Empty(premiere.Reproches);
        Assert.Empty(deuxieme.Reproches);

        async Task<string> Requete()
        {
            await avocate.GotoAsync($"/dossiers/{dossier}/actes");
            var telechargement = await avocate.RunAndWaitForDownloadAsync(() => avocate.Locator("a[href$='/actes/civi/requete']").First.ClickAsync());
            using var pdf = PdfDocument.Open(await File.ReadAllBytesAsync((await telechargement.PathAsync())!));
            return Serrer(string.Concat(pdf.GetPages().Select(p => p.Text)));
        }

        static async Task Examiner(PageSurveillee page)
        {
            var violations = await page.ViolationsAsync();
            Assert.True(violations.Count == 0, page.Page.Url + " : " + string.Join("\n", violations));
            await page.Page.SetViewportSizeAsync(320, 640);
            Assert.False(await page.DebordeAsync(), page.Page.Url);
            await page.Page.SetViewportSizeAsync(1280, 900);
        }
    }

    // Un texte justifié coupe et espace à sa façon : on compare les lettres, non les blancs.
    private static string Serrer(string texte) => Blancs().Replace(texte, "");

    [GeneratedRegex(@"[\s\u00AD\u00A0\u202F]+")]
    private static partial Regex Blancs();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identifiant();
}
