using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Reparation.Navigateur.Tests;

/// <summary>Suit tous les liens de la démonstration, comme un lecteur patient, et tient chaque page à la même exigence.</summary>
public sealed partial class ToutesLesPagesTests(NavigateurFixture fixture) : IClassFixture<NavigateurFixture>
{
    private static readonly string[] RubriquesAttendues =
    [
        "/", "/dossiers/nouveau", "/dossiers/importer", "/references", "/modeles", "/modeles/champs", "/annuaire", "/calculateurs", "/calculateurs/capitalisation",
        "/calculateurs/deficit-temporaire", "/calculateurs/deficit-permanent",
        "/calculateurs/aide-humaine", "/calculateurs/trajets", "/calculateurs/capitalisation-au-jour", "/calculateurs/actualisation",
        "/calculateurs/interets", "/calculateurs/temps-achete", "/references/series/ipc-hors-tabac", "/references/reperes/classes-dft",
        "/dossiers/{id}/enfant", "/dossiers/{id}/faits",
        "/dossiers/{id}/procedure", "/dossiers/{id}/pieces", "/dossiers/{id}/pieces/deposer", "/dossiers/{id}/pieces/liasse", "/dossiers/{id}/retentissements", "/dossiers/{id}/chiffrage",
        "/dossiers/{id}/chiffrage/DFT", "/dossiers/{id}/chiffrage/PEV", "/dossiers/{id}/chiffrage/ATP", "/dossiers/{id}/chiffrage/PGPF",
        "/dossiers/{id}/chiffrage/alertes", "/dossiers/{id}/chiffrage/plan", "/dossiers/{id}/chiffrage/globale", "/dossiers/{id}/chiffrage/gains",
        "/dossiers/{id}/chiffrage/offres", "/dossiers/{id}/chiffrage/sensibilite", "/dossiers/{id}/chiffrage/instantanes", "/dossiers/{id}/actes",
        "/dossiers/{id}/procedure/etapes", "/dossiers/{id}/procedure/delais", "/dossiers/{id}/procedure/voies", "/dossiers/{id}/procedure/retraits", "/dossiers/{id}/procedure/argent", "/dossiers/{id}/procedure/textes", "/reperage",
        "/dossiers/{id}/emissions", "/dossiers/{id}/sections/chiffrage/note", "/verifier",
        "/dossiers/{id}/actes/apercu/civi/requete", "/dossiers/{id}/plan", "/dossiers/{id}/plan/temps", "/dossiers/{id}/plan/revues", "/dossiers/{id}/plan/mesures", "/dossiers/{id}/livret", "/dossiers/{id}/livret/De15A17/page", "/dossiers/{id}/livret/FacileALire/page", "/dossiers/{id}/journal", "/dossiers/{id}/consultations", "/dossiers/{id}/acces",
    ];

    [FactSiChromium]
    public async Task Chaque_page_est_accessible_propre_et_tient_sur_un_telephone()
    {
        await using var page = await PageSurveillee.OuvrirAsync(
            fixture.Navigateur, fixture.Demonstration.Adresse, new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var fautes = new List<string>();
        var vues = await ParcourirAsync(page, async chemin =>
        {
            fautes.AddRange((await page.ViolationsAsync()).Select(v => $"{chemin} : {v}"));
            var titre = await page.Page.TitleAsync();
            if (titre.Length == 0 || NomsFictifs().IsMatch(titre) || NomsFictifs().IsMatch(page.Page.Url))
            {
                fautes.Add($"{chemin} : titre ou adresse vide ou nominatif");
            }

            var premier = await page.Page.EvaluateAsync<string>(
                "() => document.querySelector('a[href], button, input, select, textarea').textContent.trim()");
            if (premier != "Sortie rapide")
            {
                fautes.Add($"{chemin} : le premier élément est « {premier} », pas la sortie rapide");
            }

            await page.Page.SetViewportSizeAsync(320, 640);
            if (await page.DebordeAsync())
            {
                fautes.Add($"{chemin} : déborde à 320 px de large");
            }

            await page.Page.SetViewportSizeAsync(1280, 900);
        });

        Assert.Empty(RubriquesAttendues.Except(vues));
        Assert.True(fautes.Count == 0, string.Join("\n", fautes));
        Assert.True(page.Reproches.Count == 0, string.Join("\n", page.Reproches));
    }

    [FactSiChromium]
    public async Task Les_contrastes_tiennent_aussi_dans_le_theme_sombre()
    {
        await using var page = await PageSurveillee.OuvrirAsync(
            fixture.Navigateur, fixture.Demonstration.Adresse, new() { ColorScheme = ColorScheme.Dark });
        var dossier = await PremierDossierAsync(page.Page);
        foreach (var chemin in RubriquesAttendues)
        {
            await page.Page.GotoAsync(chemin.Replace("{id}", dossier, StringComparison.Ordinal));
            var violations = await page.ViolationsAsync();
            Assert.True(violations.Count == 0, $"{chemin} : " + string.Join("\n", violations));
        }
    }

    /// <summary>
    /// Visite chaque page du dossier le plus rempli, et des autres ce qui diffère d'un dossier à l'autre : chiffrage et actes.
    /// </summary>
    private static async Task<HashSet<string>> ParcourirAsync(PageSurveillee page, Func<string, Task> examiner)
    {
        await page.Page.GotoAsync("/");
        var complet = await page.Page.GetByRole(AriaRole.Link, new() { Name = "FICTIF-2026-002" }).GetAttributeAsync("href");
        var (formes, aVoir, vues) = (new HashSet<string>(), new Queue<string>(["/", complet!]), new HashSet<string>());
        while (aVoir.TryDequeue(out var chemin))
        {
            var forme = UneParmiDAutres().Replace(Identifiant().Replace(chemin, "{id}"), "$1/{un}");
            if (!vues.Add(VarieSelonLeDossier().IsMatch(chemin) ? chemin : forme))
            {
                continue;
            }

            await page.Page.GotoAsync(chemin);
            formes.Add(forme);
            await examiner(chemin);
            var liens = await page.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => new URL(a.href).pathname)");
            foreach (var lien in liens.Where(l => !Telechargement().IsMatch(l)))
            {
                aVoir.Enqueue(lien);
            }
        }

        return formes;
    }

    private static async Task<string> PremierDossierAsync(IPage page)
    {
        await page.GotoAsync("/");
        var lien = await page.Locator("a[href^='/dossiers/'][href$='/enfant']").First.GetAttributeAsync("href");
        return Identifiant().Match(lien!).Value;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identifiant();

    // Noms des enfants des dossiers fictifs : ils tiennent ici la place d'un vrai nom.
    [GeneratedRegex("Alpha|B(ê|%C3%AA|e)ta|Gamma|Exemple", RegexOptions.IgnoreCase)]
    private static partial Regex NomsFictifs();

    // Une fiche de pièce ressemble aux autres : une seule est visitée. De même les sections, hors de l'acte attendu.
    [GeneratedRegex("(/pieces/(?:fiche|numero)|/sections)/(?!chiffrage/note$).+$")]
    private static partial Regex UneParmiDAutres();

    [GeneratedRegex("/(chiffrage|actes)$")]
    private static partial Regex VarieSelonLeDossier();

    [GeneratedRegex(@"/export\.json$|^/modeles/apercu/|/chiffrage/tableur$|/actes/(?!apercu/).+|\.(pdf|json|tar|ics|pem)$|^/sortie")]
    private static partial Regex Telechargement();
}
