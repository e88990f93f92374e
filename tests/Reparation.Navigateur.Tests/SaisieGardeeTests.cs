using Microsoft.Playwright;

namespace Reparation.Navigateur.Tests;

/// <summary>Le navigateur tombe pendant qu'on écrit : la saisie revient. Un enregistrement se défait d'un geste.</summary>
public sealed class SaisieGardeeTests(NavigateurFixture fixture) : IClassFixture<NavigateurFixture>
{
    private const string Champ = "[name='Dossier.Enfant.Scolarite']:visible";
    private const string Texte = "Saisie fictive, interrompue";

    [FactSiChromium]
    public async Task Une_saisie_interrompue_se_reprend_s_enregistre_et_se_defait()
    {
        string adresse, avant;
        await using (var premiere = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse))
        {
            var page = premiere.Page;
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "FICTIF-2026-002" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Enfant" }).First.ClickAsync();
            adresse = page.Url;
            avant = await page.InputValueAsync(Champ);
            await page.FillAsync(Champ, Texte);
            await Assertions.Expect(page.Locator("[data-brouillon]")).ToContainTextAsync("Saisie gardée le");
            Assert.Empty(premiere.Reproches);

            // Rien de personnel ne reste dans le navigateur.
            Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        }

        // Le contexte fermé, plus rien ne reste de ce navigateur ; un autre prend la suite.
        await using var seconde = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse);
        var suite = seconde.Page;
        await suite.GotoAsync(adresse);
        await Assertions.Expect(suite.GetByText("Une saisie n’a pas été enregistrée")).ToBeVisibleAsync();
        Assert.Empty(await seconde.ViolationsAsync());
        Assert.Equal(avant, await suite.InputValueAsync(Champ));

        await suite.GetByRole(AriaRole.Button, new() { Name = "Reprendre cette saisie" }).ClickAsync();
        await Assertions.Expect(suite.GetByText("Modifications en cours, pas encore enregistrées.")).ToBeVisibleAsync();
        Assert.Equal(Texte, await suite.InputValueAsync(Champ));
        await suite.Locator("button[value=enregistrer]:visible").First.ClickAsync();
        await Assertions.Expect(suite.GetByRole(AriaRole.Status).First).ToContainTextAsync("Enregistré");
        await Assertions.Expect(suite.GetByText("Une saisie n’a pas été enregistrée")).ToHaveCountAsync(0);
        Assert.Equal(Texte, await suite.InputValueAsync(Champ));
        Assert.Empty(await seconde.ViolationsAsync());

        await suite.GetByRole(AriaRole.Button, new() { Name = "Annuler cet enregistrement" }).ClickAsync();
        await Assertions.Expect(suite.GetByRole(AriaRole.Status).First).ToContainTextAsync("Enregistré");
        Assert.Equal(avant, await suite.InputValueAsync(Champ));
        Assert.Empty(seconde.Reproches);
    }
}
