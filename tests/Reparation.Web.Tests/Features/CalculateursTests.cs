using System.Net;

namespace Reparation.Web.Tests.Features;

/// <summary>Chaque calculateur, par HTTP, contre une somme refaite à la main ; les fautes se disent sans rien perdre.</summary>
public sealed class CalculateursTests(Application application) : IClassFixture<Application>
{
    [Theory]
    // (28 h − 7 h) × 180 j ÷ 7 × 20 € = 540 h × 20 €, puis × 412 ÷ 365.
    [InlineData("aide-humaine?Saisie.Du=2026-01-01&Saisie.Au=2026-06-29&Saisie.HeuresParSemaine=28&Saisie.HeuresOrdinaires=7&Saisie.TauxHoraire=20", "10\u202F800,00")]
    [InlineData("aide-humaine?Saisie.Du=2026-01-01&Saisie.Au=2026-06-29&Saisie.HeuresParSemaine=28&Saisie.HeuresOrdinaires=7&Saisie.TauxHoraire=20&Saisie.JoursParAn=412", "12\u202F190,68")]
    // 10 × (120 km × 0,529 € + 8,40 €).
    [InlineData("trajets?Saisie.Nombre=10&Saisie.Kilometres=120&Saisie.TarifAuKilometre=0,529&Saisie.FraisParTrajet=8,40", "718,80")]
    // 10 000 € × 6,67 % × 181 j ÷ 365.
    [InlineData("interets?Saisie.Principal=10000&Saisie.Du=2026-01-01&Saisie.Au=2026-06-30", "10\u202F330,76")]
    // Exécutoire le 1er janvier : 60 j à 6,67 %, puis 121 j à 11,67 % dès le 2 mars.
    [InlineData("interets?Saisie.Principal=10000&Saisie.Du=2026-01-01&Saisie.Au=2026-06-30&Saisie.ExecutoireLe=2026-01-01", "10\u202F496,51")]
    // Le paiement éteint d’abord 330,76 € d’intérêts, puis 669,24 € de principal.
    [InlineData("interets?Saisie.Principal=10000&Saisie.Du=2026-01-01&Saisie.Au=2026-06-30&Saisie.Paiements.Index=0&Saisie.Paiements[0].Le=2026-06-30&Saisie.Paiements[0].Montant=1000", "9\u202F330,76")]
    [InlineData("interets?Saisie.Principal=10000&Saisie.Du=2026-01-01&Saisie.Au=2026-06-30&Saisie.Serie=interet-legal-autres", "10\u202F129,92")]
    // 1 000 € × 119,76 ÷ 104,24.
    [InlineData("actualisation?Saisie.Somme=1000&Saisie.ValeurAu=2021-01-15&Saisie.DecisionLe=2025-12-20", "1\u202F148,89")]
    public async Task Le_resultat_est_celui_de_la_main(string adresse, string attendu) =>
        Assert.Contains($"<p class=\"resultat\">{attendu}\u00A0€</p>", await Lire(adresse), StringComparison.Ordinal);

    [Theory]
    [InlineData("aide-humaine?Saisie.Du=2026-01-01&Saisie.Au=2026-06-29&Saisie.HeuresParSemaine=5&Saisie.HeuresOrdinaires=7&Saisie.TauxHoraire=20", "rien ne les dépasse", "2026-06-29")]
    [InlineData("aide-humaine?Saisie.HeuresParSemaine=vingt", "Ce n’est pas un nombre", "vingt")]
    [InlineData("trajets?Saisie.Kilometres=120&Saisie.Nombre=4", "lire dans le barème fiscal", "120")]
    [InlineData("interets?Saisie.Principal=10000&Saisie.Du=1980-01-01&Saisie.Au=1981-06-30", "compter à la main ce qui précède", "10000")]
    [InlineData("interets?Saisie.Principal=10000&Saisie.Du=2026-01-01&Saisie.Au=2026-06-30&Saisie.Paiements.Index=0&Saisie.Paiements[0].Montant=777", "Ce paiement n’a pas de date", "777")]
    [InlineData("actualisation?Saisie.Somme=1000&Saisie.ValeurAu=2025-12-20&Saisie.DecisionLe=2021-01-15", "rien à revaloriser", "1000")]
    [InlineData("actualisation?Saisie.Somme=1000&Saisie.ValeurAu=1999-01-01&Saisie.DecisionLe=2021-01-15", "L’indice livré commence le", "1999-01-01")]
    [InlineData("capitalisation?Saisie.Age=11&Saisie.Sexe=Masculin&Saisie.Bareme=rentes-2023", "n’a pas de table", "11")]
    public async Task Une_faute_se_dit_en_francais_et_garde_la_saisie(string adresse, string message, string tape)
    {
        var page = await Lire(adresse);

        Assert.Contains(message, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{tape}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_indice_qui_s_arrete_avant_la_decision_le_dit() => Assert.Contains(
        "s’arrête au 31\u00A0décembre 2025",
        await Lire("actualisation?Saisie.Somme=1000&Saisie.ValeurAu=2021-01-15&Saisie.DecisionLe=2026-11-24"), StringComparison.Ordinal);

    [Fact]
    public async Task Ajouter_un_paiement_garde_la_saisie_sans_rien_reprocher()
    {
        var page = await Lire("interets?Saisie.Principal=abc&Saisie.Paiements.Index=0&Saisie.Paiements[0].Montant=1000&action=ajouter:Saisie.Paiements");

        Assert.Contains("value=\"abc\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Saisie.Paiements[1].Le\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"erreur\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_capital_au_jour_pres_se_compare_et_ne_met_pas_la_naissance_dans_l_adresse()
    {
        // Anniversaire le jour de la décision : le prix est celui du barème publié, 38,977.
        var reponse = await Capitaliser(new()
        {
            ["Saisie.Naissance"] = "2015-03-01",
            ["Saisie.Decision"] = "2026-03-01",
            ["Saisie.Sexe"] = "Feminin",
            ["Saisie.Rente.Montant"] = "1000",
            ["Saisie.Rente.DesLAge"] = "18",
            ["Saisie.Rente.JusquALAge"] = "64",
        });
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Contains("<p class=\"resultat\">38,977</p>", page, StringComparison.Ordinal);
        Assert.Contains("38\u202F977,00\u00A0€", page, StringComparison.Ordinal);
        Assert.Contains("sans distinction de sexe", page, StringComparison.Ordinal);
        Assert.Contains("à comparer au barème imprimé", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2015-03-01\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("?Saisie.Naissance", page, StringComparison.Ordinal);

        // L'adresse seule ne remplit rien : une naissance n'a pas à s'y trouver.
        Assert.DoesNotContain("2015-03-01", await Lire("capitalisation-au-jour?Saisie.Naissance=2015-03-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_capital_sans_dates_dit_ce_qui_manque_et_garde_le_reste()
    {
        var reponse = await Capitaliser(new() { ["Saisie.Decision"] = "2026-03-01", ["Saisie.Rente.Montant"] = "1234" });
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        Assert.Contains("L’âge exact se compte depuis la naissance", page, StringComparison.Ordinal);
        Assert.Contains("value=\"1234\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_capital_entierement_echu_n_a_pas_de_prix()
    {
        var reponse = await Capitaliser(new()
        {
            ["Saisie.Naissance"] = "2010-01-01",
            ["Saisie.Decision"] = "2026-01-01",
            ["Saisie.Rente.Montant"] = "3650",
            ["Saisie.Rente.Du"] = "2025-01-01",
            ["Saisie.Rente.Au"] = "2025-01-31",
        });
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        // 3 650 € × 31 j ÷ 365.
        Assert.Contains("<p class=\"resultat\">310,00\u00A0€</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Prix d’un euro", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_index_mene_a_chaque_calculateur()
    {
        var page = await Lire("");
        foreach (var route in application.Routes.Select(r => r.RoutePattern.RawText!).Where(r => r.StartsWith("calculateurs/", StringComparison.Ordinal)))
        {
            Assert.Contains($"href=\"/{route}\"", page, StringComparison.Ordinal);
        }
    }

    private Task<HttpResponseMessage> Capitaliser(Dictionary<string, string> champs) =>
        application.Alice.EnvoyerAsync("/calculateurs/capitalisation-au-jour", champs);

    private async Task<string> Lire(string adresse) =>
        WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri($"/calculateurs/{adresse}".TrimEnd('/'), UriKind.Relative)));
}
