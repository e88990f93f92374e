using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Reparation.Navigateur.Tests;

/// <summary>Réécrire une section, émettre l'acte, le télécharger, le vérifier : le chemin d'un acte jusqu'à la juridiction.</summary>
public sealed partial class ActeEmisTests(NavigateurFixture fixture) : IClassFixture<NavigateurFixture>
{
    private const string Modele = "chiffrage/note";

    [FactSiChromium]
    public async Task Un_acte_se_reecrit_s_emet_se_telecharge_et_se_verifie()
    {
        await using var surveillee = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse);
        var page = surveillee.Page;
        await page.GotoAsync("/");
        var lien = await page.GetByRole(AriaRole.Link, new() { Name = "FICTIF-2026-002" }).GetAttributeAsync("href");
        var dossier = "/dossiers/" + Identifiant().Match(lien!).Value;

        // Une section réécrite : aperçu, puis enregistrement.
        await page.GotoAsync($"{dossier}/sections/{Modele}?section=section-1");
        await page.FillAsync("#texte", "Phrase **inédite** de l’avocate.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir l’aperçu" }).ClickAsync();
        Assert.Equal("inédite", await page.Locator(".apercu-acte strong").InnerTextAsync());
        await Examiner();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer cette section" }).ClickAsync();
        Assert.Equal("réécrite", await page.Locator("td .etiquette").InnerTextAsync());
        await Examiner();

        // Les textes cités sont relus, et l'acte émis.
        await page.GotoAsync($"{dossier}/procedure/textes");
        foreach (var texte in await page.Locator("[name=textes]").AllAsync())
        {
            await texte.CheckAsync();
        }

        await page.FillAsync("[name=motif]", "Relus pour l’essai.");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.GotoAsync($"{dossier}/actes");
        await page.Locator($"button[value='{Modele}']").ClickAsync();
        await Examiner();
        var recu = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Télécharger l’acte émis (PDF)" }).ClickAsync());
        var octets = await File.ReadAllBytesAsync(await recu.PathAsync());

        // Une remise se note.
        await page.FillAsync("#A", "tribunal d’essai");
        await page.FillAsync("#Canal", "remise au greffe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter la remise" }).ClickAsync();
        Assert.Contains("tribunal d’essai", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // Intact tel que reçu ; un octet changé est nommé.
        Assert.Contains("Le fichier est intact", await Verifier(octets), StringComparison.Ordinal);
        await Examiner();
        octets[octets.Length / 4] ^= 1;
        Assert.Contains("Partie changée", await Verifier(octets), StringComparison.Ordinal);
        await Examiner();
        Assert.True(surveillee.Reproches.Count == 0, string.Join("\n", surveillee.Reproches));

        async Task<string> Verifier(byte[] fichier)
        {
            await page.GotoAsync("/verifier");
            await page.SetInputFilesAsync("#fichier", new FilePayload { Name = "acte.pdf", MimeType = "application/pdf", Buffer = fichier });
            await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier", Exact = true }).ClickAsync();
            return await page.Locator(".verdict").InnerTextAsync();
        }

        async Task Examiner()
        {
            var violations = await surveillee.ViolationsAsync();
            Assert.True(violations.Count == 0, string.Join("\n", violations));
            await page.SetViewportSizeAsync(320, 640);
            Assert.False(await surveillee.DebordeAsync(), page.Url);
            await page.SetViewportSizeAsync(1280, 900);
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identifiant();
}
