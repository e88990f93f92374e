using System.Net;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.References;

namespace Reparation.Web.Tests.Features;

/// <summary>Chaque source a sa place dans le catalogue, et chaque édition sa page avec ses valeurs.</summary>
public sealed class ReferencesTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Chaque_edition_livree_a_sa_page()
    {
        var page = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri("/references", UriKind.Relative)));
        var references = Catalogue.Rayons(Editions.Embarquees).SelectMany(r => r.References).ToList();
        Assert.True(references.Count(r => r.Adresse is not null) >= 8);
        foreach (var reference in references)
        {
            Assert.Contains(reference.Titre, page, StringComparison.Ordinal);
            if (reference.Adresse is { } adresse)
            {
                var sienne = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri(adresse, UriKind.Relative)));
                Assert.Contains(reference.Source.Adresse, sienne, StringComparison.Ordinal);
                Assert.Contains("Livrée avec l’application", sienne, StringComparison.Ordinal);
                Assert.All(reference.Notes, n => Assert.Contains(n, sienne, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task La_page_d_un_referentiel_montre_sa_grille_et_celle_d_une_table_ses_survivants()
    {
        var grille = await application.Alice.GetStringAsync(new Uri("/references/indemnisation/mornet-2025", UriKind.Relative));
        Assert.Contains("2310", grille.Replace("\u202F", "", StringComparison.Ordinal).Replace("&#x202F;", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var table = Editions.Embarquees.Tables[0];
        var survivants = await application.Alice.GetStringAsync(new Uri($"/references/mortalite/{table.Id}", UriKind.Relative));
        Assert.Equal(table.DernierAge + 2, survivants.Split("<th scope=\"row\"").Length);
    }

    [Fact]
    public async Task La_page_d_une_serie_montre_ses_valeurs_et_dit_si_elle_est_perimee()
    {
        foreach (var serie in Editions.Embarquees.Series)
        {
            var page = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri($"/references/series/{serie.Id}", UriKind.Relative)));
            Assert.Equal(serie.Valeurs.Count() + 1, page.Split("<th scope=\"row\"").Length);
            Assert.Equal(serie.Valeurs.Select(v => v.Du.Year).Distinct().Count() + 1, page.Split("scope=\"rowgroup\"").Length);
            Assert.Equal(serie.Perimee(DateOnly.FromDateTime(DateTime.Today)), page.Contains(serie.Peremption, StringComparison.Ordinal));
        }

        var indice = await application.Alice.GetStringAsync(new Uri("/references/series/ipc-hors-tabac", UriKind.Relative));
        Assert.True(indice.IndexOf("119,76", StringComparison.Ordinal) < indice.IndexOf("84,42", StringComparison.Ordinal));
        Assert.Contains("Périmée", indice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_page_d_un_repere_montre_son_tarif() => Assert.Contains(
        "23,50",
        await application.Alice.GetStringAsync(new Uri("/references/reperes/aide-humaine-4", UriKind.Relative)), StringComparison.Ordinal);

    [Fact]
    public void Une_serie_et_une_table_du_cabinet_ont_leur_place_au_catalogue()
    {
        var livres = Editions.FichiersEmbarques();
        var cabinet = new Dictionary<string, string>
        {
            ["series/smic-2027.csv"] = "du,valeur\n2027-01-01,13.00\n",
            ["series/smic-2027.json"] = livres["series/smic-horaire.json"]
                .Replace("smic-horaire", "smic-2027", StringComparison.Ordinal).Replace("2026-12-31", "2027-12-31", StringComparison.Ordinal),
            ["mortalite/essai.csv"] = livres["mortalite/insee-2017-2019-france.csv"],
            ["mortalite/essai.json"] = livres["mortalite/insee-2017-2019-france.json"]
                .Replace("insee-2017-2019-france", "essai", StringComparison.Ordinal),
        };

        var references = Catalogue.Rayons(Editions.Charger(livres, cabinet)).SelectMany(r => r.References).ToList();

        var serie = Assert.Single(references, r => r.Adresse == "/references/series/smic-2027");
        Assert.Equal(Provenance.Cabinet, serie.Source.Provenance);
        Assert.Equal(13.00m, serie.Serie!.ValeurAu(new(2027, 6, 1)));
        Assert.True(serie.Perimee(new(2028, 1, 1)));
        Assert.Equal(Provenance.Cabinet, Assert.Single(references, r => r.Adresse == "/references/mortalite/essai").Source.Provenance);
    }

    [Theory]
    [InlineData("?mots=GAZETTE", "Gazette du Palais 2022", "Mornet")]
    [InlineData("?mots=sept%20mornet", "septembre 2024", "Gazette du Palais 2022")]
    [InlineData("?credit=Derivee", "Gazette du Palais 2022", "Mornet")]
    [InlineData("?mots=zzz", "0", "Mornet")]
    public async Task Le_filtre_garde_ce_qui_repond(string filtre, string garde, string retire)
    {
        var page = await application.Alice.GetStringAsync(new Uri("/references" + filtre, UriKind.Relative));
        Assert.Contains(garde, page, StringComparison.Ordinal);
        Assert.DoesNotContain(retire, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/references/indemnisation/inconnue")]
    [InlineData("/references/textes/mornet-2025")]
    [InlineData("/references/mortalite/mornet-2025")]
    public async Task Une_reference_inconnue_n_existe_pas(string adresse) =>
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync(adresse)).StatusCode);

    [Fact]
    public async Task Un_filtre_impossible_est_sans_effet() =>
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync("/references?credit=77&mots=" + new string('x', 500))).StatusCode);
}
