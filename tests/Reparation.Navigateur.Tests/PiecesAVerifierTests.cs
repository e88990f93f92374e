using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Reparation.Tests;

namespace Reparation.Navigateur.Tests;

/// <summary>Le chemin d'une pièce : déposée, rangée, citée par l'acte, émise et reliée avec lui, puis vérifiée par qui la reçoit.</summary>
public sealed partial class PiecesAVerifierTests(NavigateurFixture fixture) : IClassFixture<NavigateurFixture>
{
    private const string Modele = "chiffrage/note";

    [FactSiChromium]
    public async Task Deux_pieces_se_deposent_se_rangent_se_citent_et_se_verifient_avec_leur_acte()
    {
        await using var surveillee = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse);
        var page = surveillee.Page;
        await page.GotoAsync("/");
        var lien = await page.GetByRole(AriaRole.Link, new() { Name = "FICTIF-2026-002" }).GetAttributeAsync("href");
        var dossier = "/dossiers/" + Identifiant().Match(lien!).Value;

        // Déposer : une par le champ, une en la faisant glisser ; la progression se voit.
        await page.GotoAsync($"{dossier}/pieces/deposer");
        await page.EvaluateAsync("""
            () => {
              globalThis.progressions = [];
              new MutationObserver((m) => m.forEach((x) => x.addedNodes.forEach((n) => {
                const barre = n.querySelector?.("progress");
                if (barre) { globalThis.progressions.push(barre.getAttribute("aria-label")); }
              }))).observe(document.querySelector("[data-depots]"), { childList: true });
            }
            """);
        await page.SetInputFilesAsync("#fichiers", new FilePayload { Name = "Attestation_du_club.pdf", MimeType = "application/pdf", Buffer = FichiersDEssai.Pdf() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Déposer", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-depots] .admis")).ToHaveCountAsync(1);
        var glisse = await page.EvaluateHandleAsync(
            """
            (octets) => {
              const transfert = new DataTransfer();
              transfert.items.add(new File([Uint8Array.from(atob(octets), (c) => c.charCodeAt(0))], "Certificat_de_suivi.pdf", { type: "application/pdf" }));
              return transfert;
            }
            """,
            Convert.ToBase64String(FichiersDEssai.Pdf(pages: 2)));
        await page.Locator("[data-zone]").DispatchEventAsync("drop", new { dataTransfer = glisse });
        await Assertions.Expect(page.Locator("[data-depots] .admis")).ToHaveCountAsync(2);
        Assert.Equal(["Dépôt de Attestation_du_club.pdf", "Dépôt de Certificat_de_suivi.pdf"], await page.EvaluateAsync<string[]>("() => globalThis.progressions"));
        await Examiner();

        // Citer : la seconde prouve un poste ; l'acte la cite sous le numéro qu'elle a reçu.
        await page.Locator("[data-depots] .admis a").Last.ClickAsync();
        var fiche = new Uri(page.Url).AbsolutePath;
        var numero = Nombre().Match(await page.Locator("h1").InnerTextAsync()).Value;
        await page.Locator("details.cases summary", new() { HasText = "Postes de préjudice" }).ClickAsync();
        await page.Locator("[name='Fiche.Preuves.Postes'][value=SE]").CheckAsync();
        await page.Locator("button[value=enregistrer]:visible").First.ClickAsync();
        await Examiner();
        Assert.Equal(fiche, await Suivre(numero));

        // Ranger au clavier : elle monte en tête ; renuméroter se propose sans attendre, et la citation la suit.
        await page.GotoAsync($"{dossier}/pieces");
        Assert.False(await page.Locator("[data-renumeroter]").IsVisibleAsync());
        var ligne = page.Locator("fieldset.ligne").Last;
        var titre = await ligne.Locator("[name$='.Titre']").GetAttributeAsync("name");
        await ligne.GetByRole(AriaRole.Button, new() { Name = "Monter" }).FocusAsync();
        var rangs = int.Parse(numero, CultureInfo.InvariantCulture);
        for (var i = 1; i < rangs; i++)
        {
            await page.Keyboard.PressAsync("Enter");
        }

        Assert.Equal(titre, await page.Locator("fieldset.ligne").First.Locator("[name$='.Titre']").GetAttributeAsync("name"));
        Assert.Equal("Monter : pièce 1", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et renuméroter dans cet ordre" }).ClickAsync();
        Assert.Equal("1", await page.Locator("fieldset.ligne").First.Locator("[name$='.Numero']").InputValueAsync());
        await Examiner();
        Assert.Equal(fiche, await Suivre("1"));

        // Émettre, puis relier : l'acte et la liasse se téléchargent, et celui qui les reçoit les vérifie.
        await Relire();
        await page.GotoAsync($"{dossier}/actes");
        await page.Locator($"button[value='{Modele}']").ClickAsync();
        var acte = await Telecharger(page.GetByRole(AriaRole.Link, new() { Name = "Télécharger l’acte émis (PDF)" }));
        await page.GotoAsync($"{dossier}/pieces/liasse");
        await page.SelectOptionAsync("#acte", Modele);
        await page.CheckAsync("#definitif");
        await page.GetByRole(AriaRole.Button, new() { Name = "Composer" }).ClickAsync();
        await Examiner();
        var liasse = await Telecharger(page.Locator("a[download]").First);
        Assert.Contains("Le fichier est intact", await Verifier(acte), StringComparison.Ordinal);
        Assert.DoesNotContain("Partie changée", await Verifier(liasse), StringComparison.Ordinal);
        Assert.True(surveillee.Reproches.Count == 0, string.Join("\n", surveillee.Reproches));

        // Ouvre l'acte, y suit la citation de ce numéro, et rend la page atteinte.
        async Task<string> Suivre(string cite)
        {
            await page.GotoAsync($"{dossier}/actes/apercu/{Modele}");
            await page.Locator($".apercu-acte a[href$='/pieces/numero/{cite}']").First.ClickAsync();
            return new Uri(page.Url).AbsolutePath;
        }

        async Task Relire()
        {
            await page.GotoAsync($"{dossier}/procedure/textes");
            foreach (var texte in await page.Locator("[name=textes]").AllAsync())
            {
                await texte.CheckAsync();
            }

            await page.FillAsync("[name=motif]", "Relus pour l’essai.");
            await page.Locator("main form button[type=submit]").First.ClickAsync();
        }

        async Task<byte[]> Telecharger(ILocator lien)
        {
            var recu = await page.RunAndWaitForDownloadAsync(() => lien.ClickAsync());
            return await File.ReadAllBytesAsync(await recu.PathAsync());
        }

        async Task<string> Verifier(byte[] fichier)
        {
            await page.GotoAsync("/verifier");
            await page.SetInputFilesAsync("#fichier", new FilePayload { Name = "recu.pdf", MimeType = "application/pdf", Buffer = fichier });
            await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier", Exact = true }).ClickAsync();
            return await page.Locator(".verdict, [role=alert]").First.InnerTextAsync();
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

    [GeneratedRegex(@"\d+")]
    private static partial Regex Nombre();
}
