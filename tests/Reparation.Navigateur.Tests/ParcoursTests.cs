using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Reparation.Navigateur.Tests;

/// <summary>Le travail entier, comme le ferait une avocate le premier jour : un compte, un dossier, des sommes, des actes.</summary>
public sealed partial class ParcoursTests(NavigateurFixture fixture) : IClassFixture<NavigateurFixture>
{
    [FactSiChromium]
    public async Task D_un_compte_neuf_a_trois_actes()
    {
        await using var serveur = await Serveur.LancerAsync(demonstration: false);
        await using var surveillee = await PageSurveillee.OuvrirAsync(fixture.Navigateur, serveur.Adresse);
        var page = surveillee.Page;

        // Le premier compte.
        await page.GotoAsync("/");
        Assert.EndsWith("/premier-compte", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(await surveillee.ViolationsAsync());
        await page.FillAsync("[name='Saisie.Courriel']", "avocate@exemple.invalid");
        await page.FillAsync("[name='Saisie.Phrase']", "quatre mots sans lien");
        await page.FillAsync("[name='Saisie.Repetee']", "quatre mots sans lien");
        await page.ClickAsync("main button[type=submit]");

        // Un dossier.
        await page.GotoAsync("/dossiers/nouveau");
        await page.FillAsync("[name='Dossier.Reference']", "ESSAI-2026-900");
        await page.FillAsync("[name='Dossier.Pseudonyme']", "Zoé");
        await page.CheckAsync("[name='Dossier.Fictif']");
        await page.ClickAsync("main button.principal");
        var dossier = Identifiant().Match(page.Url).Value;

        await Rubrique("enfant", async () =>
        {
            await Remplir("Dossier.Enfant.Nom", "Fictif");
            await Remplir("Dossier.Enfant.Prenoms", "Oméga");
            await Remplir("Dossier.Enfant.DateDeNaissance", "2011-03-14");
            await Remplir("Dossier.Enfant.LieuDeNaissance", "Villefictive (France)");
            await Choisir("Dossier.Enfant.Sexe", "Féminin");
            await Remplir("Dossier.Enfant.Nationalite", "française");
            await Remplir("Dossier.Enfant.Demeure", "1 rue Inventée, Villefictive");
            await Ligne("Dossier.Representants");
            await Remplir("Dossier.Representants[0].Nom", "Sigma Fictif");
            await Remplir("Dossier.Representants[0].Lien", "mère");
            await Remplir("Dossier.Representants[0].Titre", "livret de famille");
            await Remplir("Dossier.Representants[0].Demeure", "1 rue Inventée, Villefictive");
            await Remplir("Dossier.Avocat.Nom", "Camille Fictif");
            await Remplir("Dossier.Avocat.Barreau", "Villefictive");
            await Remplir("Dossier.Avocat.Cabinet", "Cabinet Fictif");
            await Remplir("Dossier.Avocat.Adresse", "2 rue Inventée, 99999 Villefictive");
            await Ligne("Dossier.Organismes");
            await Remplir("Dossier.Organismes[0].Nom", "Caisse fictive de Villefictive");
            await Ligne("Dossier.MisEnCause");
            await Remplir("Dossier.MisEnCause[0].Designation", "auteur non identifié");
        });
        await Rubrique("pieces", async () =>
        {
            await Ligne("Dossier.Pieces");
            await Remplir("Dossier.Pieces[0].Titre", "Certificat médical initial");
            await Remplir("Dossier.Pieces[0].Date", "2025-03-03");
            await Choisir("Dossier.Pieces[0].Nature", "Médical");
        });
        await Rubrique("faits", async () =>
        {
            await Ligne("Dossier.Faits");
            await Remplir("Dossier.Faits[0].Du", "2024-09-01");
            await Remplir("Dossier.Faits[0].Au", "2024-12-31");
            await Remplir("Dossier.Faits[0].Lieu", "en ligne");
            await Remplir("Dossier.Faits[0].Expose", "Les faits se déroulent en ligne pendant un trimestre scolaire.");
            await Cocher("Dossier.Faits[0].Qualifications", "traite");
            await CocherPremiere("Dossier.Faits[0].Pieces");
        });
        await Rubrique("procedure", async () =>
        {
            await Remplir("Dossier.Procedure.DemandesDejaPresentees", "Aucune.");
            await Remplir("Dossier.Procedure.Revelation", "Le 2 mars 2025, l’enfant se confie à une infirmière scolaire.");
            await Remplir("Dossier.Procedure.PlainteLe", "2025-03-03");
            await Remplir("Dossier.Procedure.JuridictionPenale", "tribunal correctionnel de Villefictive");
            await Remplir("Dossier.Procedure.VilleDeLaCivi", "Villefictive");
            await page.SelectOptionAsync("[name='Dossier.Procedure.FondementCivi']", new SelectOptionValue { Index = 1 });
        });
        await Rubrique("retentissements", async () =>
        {
            await Ligne("Dossier.Retentissements");
            await Remplir("Dossier.Retentissements[0].Constat", "Ne dort plus seule, a quitté son club, manque un jour d’école sur trois.");
            await Remplir("Dossier.Retentissements[0].Depuis", "2024-10-01");
            await CocherPremiere("Dossier.Retentissements[0].Pieces");
            await Cocher("Dossier.Retentissements[0].Postes", "DFT");
        });
        await Rubrique("chiffrage", async () =>
        {
            await Deplier();
            await Remplir("Dossier.Chiffrage.EtabliLe", "2026-11-24");
            await Remplir("Dossier.Chiffrage.DateDeDecision", "2027-06-01");
            await Remplir("Dossier.Chiffrage.EtatMedical", "L’enfant n’est pas consolidée ; une expertise est demandée à sa majorité.");
        });
        await Rubrique("chiffrage/SE", async () =>
        {
            await Remplir("Poste.Cotation", "4");
            await Remplir("Poste.Montant", "15 000");
            await Remplir("Poste.Motif", "Durée, minorité et isolement, constatés par le certificat.");
            await Remplir("Poste.Recit", "Elle ne dort plus seule et a quitté son club.");
            await CocherPremiere("Poste.Pieces");
        });

        // Le déficit temporaire : le chiffre suit la saisie avant tout enregistrement.
        await page.GotoAsync($"/dossiers/{dossier}/chiffrage/DFT");
        await Ligne("Poste.Periodes");
        await Remplir("Poste.BaseJournaliere", "30");
        await Remplir("Poste.Periodes[0].Du", "2024-10-01");
        await Remplir("Poste.Periodes[0].Au", "2025-01-08");
        await Remplir("Poste.Periodes[0].Taux", "25");
        await Remplir("Poste.Motif", "Milieu de la vie courante de son âge empêché.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Espaces("750,00 €"));
        await CocherPremiere("Poste.Pieces");
        await Enregistrer();

        // Le total, puis les trois actes.
        await page.GotoAsync($"/dossiers/{dossier}/chiffrage");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Espaces("15 750,00 €"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("n’est pas consolidé");
        Assert.Empty(await surveillee.ViolationsAsync());

        await Rubrique("plan", async () =>
        {
            await Remplir("Dossier.Plan.EtabliLe", "2026-11-24");
            await Remplir("Dossier.Plan.Accompagnant", "Association fictive");
            await Remplir("Dossier.Plan.CeQuiCompte", "Dormir. Retourner au club.");
            await Remplir("Dossier.Plan.RevueLe", "2027-02-24");
            await Ligne("Dossier.Plan.Objectifs");
            await Remplir("Dossier.Plan.Objectifs[0].Intitule", "Retrouver le sommeil");
            await Remplir("Dossier.Plan.Objectifs[0].Indicateur", "cinq nuits calmes par semaine");
            await Ligne("Dossier.Plan.Actions");
            await Remplir("Dossier.Plan.Actions[0].Intitule", "Suivi par une psychologue formée");
            await Remplir("Dossier.Plan.Actions[0].Intervenant", "psychologue");
            await Remplir("Dossier.Plan.Actions[0].Du", "2026-12-01");
            await Remplir("Dossier.Plan.Actions[0].CoutUnitaire", "70");
            await Remplir("Dossier.Plan.Actions[0].SourceDuCout", "devis du 20 novembre 2026");
        });

        await page.GotoAsync($"/dossiers/{dossier}/actes");
        foreach (var modele in (string[])["civi/requete", "chiffrage/note", "plan/plan"])
        {
            var telechargement = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href*='/actes/{modele}']").First.ClickAsync());
            var octets = await File.ReadAllBytesAsync((await telechargement.PathAsync())!);
            Assert.StartsWith("%PDF-1.7", Encoding.ASCII.GetString(octets, 0, 8), StringComparison.Ordinal);
            Assert.Matches("^[A-Za-z0-9._-]+\\.pdf$", telechargement.SuggestedFilename);
            Assert.DoesNotContain("Fictif", telechargement.SuggestedFilename.Replace("ESSAI-2026-900", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(surveillee.Reproches);

        async Task Rubrique(string rubrique, Func<Task> remplir)
        {
            await page.GotoAsync($"/dossiers/{dossier}/{rubrique}");
            await remplir();
            await Enregistrer();
        }

        async Task Enregistrer()
        {
            await page.Locator("button[value=enregistrer]:visible").First.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("nregistré");
        }

        Task Remplir(string nom, string valeur) => page.FillAsync($"[name='{nom}']", valeur);

        Task Choisir(string nom, string libelle) => page.SelectOptionAsync($"select[name='{nom}']", new SelectOptionValue { Label = libelle });

        async Task Ligne(string liste)
        {
            if (await page.Locator($"[name^='{liste}[0].']:visible").CountAsync() == 0)
            {
                await page.ClickAsync($"button[value='ajouter:{liste}']");
            }
        }

        Task Deplier() => page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");

        async Task Cocher(string nom, string valeur)
        {
            await Deplier();
            await page.CheckAsync($"[name='{nom}'][value='{valeur}']");
        }

        async Task CocherPremiere(string nom)
        {
            await Deplier();
            await page.Locator($"[name='{nom}'][type=checkbox]").First.CheckAsync();
        }
    }

    [FactSiChromium]
    public async Task De_signes_observes_a_un_dossier_avec_ses_qualifications_ses_voies_et_ses_etapes()
    {
        await using var surveillee = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse);
        var page = surveillee.Page;
        await page.GotoAsync("/reperage");
        await page.Locator("input[name=signes]").First.CheckAsync();
        await page.Locator("input[name=danger][value=Non]").CheckAsync();
        await page.Locator("details.cases summary").ClickAsync();
        await page.Locator("input[name=techniques][value=ProxenetismeDeProximite]").CheckAsync();
        await page.ClickAsync(".envoi button");
        await Assertions.Expect(page.Locator("#suite")).ToContainTextAsync("119");
        Assert.Empty(await surveillee.ViolationsAsync());

        // Le dossier s'ouvre sans nom ; deux dates suffisent à confronter le fait aux textes.
        await page.ClickAsync("#suite button.principal");
        var dossier = Identifiant().Match(page.Url).Value;
        await page.GotoAsync($"/dossiers/{dossier}/enfant");
        await page.FillAsync("[name='Dossier.Enfant.DateDeNaissance']", "2011-03-14");
        await page.ClickAsync("button[value=enregistrer] >> visible=true");
        await page.GotoAsync($"/dossiers/{dossier}/faits");
        await page.FillAsync("[name='Dossier.Faits[0].Du']", "2026-02-03");
        await page.ClickAsync("button[value=enregistrer] >> visible=true");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Qualifications à chercher pour ce fait");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Proxénétisme");
        Assert.Empty(await surveillee.ViolationsAsync());

        await page.GotoAsync($"/dossiers/{dossier}/procedure/voies");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Entrer devant la commission d’indemnisation");
        await page.GotoAsync($"/dossiers/{dossier}/procedure/etapes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Faite" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Faite");
        await page.GotoAsync($"/dossiers/{dossier}/procedure/delais");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("CIVI");
        Assert.Empty(surveillee.Reproches);
    }

    [FactSiChromium]
    public async Task Sans_script_le_bouton_recalcule_sans_enregistrer()
    {
        await using var surveillee = await PageSurveillee.OuvrirAsync(
            fixture.Navigateur, fixture.Demonstration.Adresse, new() { JavaScriptEnabled = false });
        var page = surveillee.Page;
        await page.GotoAsync("/");
        var dossier = Identifiant().Match((await page.Locator("a[href$='/chiffrage']").First.GetAttributeAsync("href"))!).Value;
        await page.GotoAsync($"/dossiers/{dossier}/chiffrage");
        var avant = await page.Locator("main").InnerTextAsync();

        await page.GotoAsync($"/dossiers/{dossier}/chiffrage/PGPA");
        await page.FillAsync("[name='Poste.Montant']", "1 234,56");
        await page.FillAsync("[name='Poste.Motif']", "Contrat d’été rompu.");
        await page.SelectOptionAsync("[name='Poste.Choix']", new SelectOptionValue { Index = 0 });
        await page.ClickAsync("button[value=recalculer]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Espaces("1 234,56 €"));
        Assert.Equal("Contrat d’été rompu.", await page.InputValueAsync("[name='Poste.Motif']"));

        await page.GotoAsync($"/dossiers/{dossier}/chiffrage");
        Assert.Equal(avant, await page.Locator("main").InnerTextAsync());
        Assert.Empty(surveillee.Reproches);
    }

    [FactSiChromium]
    public async Task Changer_la_date_de_decision_change_les_sommes_sans_enregistrer()
    {
        await using var surveillee = await PageSurveillee.OuvrirAsync(fixture.Navigateur, fixture.Demonstration.Adresse);
        var page = surveillee.Page;
        await page.GotoAsync("/");
        var lien = await page.GetByRole(AriaRole.Link, new() { Name = "FICTIF-2026-002" }).GetAttributeAsync("href");
        await page.GotoAsync(lien!.Replace("/enfant", "/chiffrage", StringComparison.Ordinal));
        var total = page.Locator(".totaux .grand dd");
        var avant = await total.InnerTextAsync();
        await page.Locator("details.choix-communs > summary").ClickAsync();

        await page.FillAsync("[name='Dossier.Chiffrage.DateDeDecision']", "2030-01-15");
        await Assertions.Expect(total).Not.ToHaveTextAsync(avant);

        await page.ReloadAsync();
        await Assertions.Expect(total).ToHaveTextAsync(avant);
        Assert.Empty(surveillee.Reproches);
    }

    /// <summary>Les espaces d'une somme sont insécables ou fines : on n'exige ici que des espaces.</summary>
    private static Regex Espaces(string texte) =>
        new(Regex.Escape(texte).Replace("\\ ", "\\s", StringComparison.Ordinal));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identifiant();
}
