using System.Globalization;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Tests;

public sealed class CapitaliserTests
{
    private static readonly string[] Differe =
        ["capitaliser", "--edition", "gp-2025", "--sexe", "F", "--age", "11", "--jusqua", "64", "--a-partir-de", "18"];

    [Fact]
    public void Le_prix_differe_se_lit_avec_sa_formule_et_sa_source()
    {
        var reponse = Terminal.Taper(Differe);

        Assert.Equal(0, reponse.Code);
        Assert.Contains("38,977", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("a(11, 64) − a(11, 18)", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("sans différé", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("Source", reponse.Sortie, StringComparison.Ordinal);
        Assert.Empty(reponse.Erreurs);
    }

    [Fact]
    public void Le_json_porte_le_prix_au_millieme()
    {
        var json = Terminal.Taper([.. Differe, "--json"]).Json;

        Assert.Equal(38.977m, json.GetProperty("prix").GetDecimal());
        Assert.Equal(0.5m, json.GetProperty("taux").GetDecimal());
        Assert.Equal("gp-2025", json.GetProperty("edition").GetString());
        Assert.Equal(18, json.GetProperty("aPartirDe").GetInt32());
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("0,5")]
    public void La_virgule_et_le_point_valent_l_un_l_autre(string taux)
    {
        var json = Terminal.Taper([.. Differe, "--taux", taux, "--json"]).Json;

        Assert.Equal(38.977m, json.GetProperty("prix").GetDecimal());
    }

    [Fact]
    public void La_culture_de_la_machine_ne_change_rien()
    {
        var attendu = Terminal.Taper([.. Differe, "--taux", "0.5"]).Sortie;
        var avant = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(attendu, Terminal.Taper([.. Differe, "--taux", "0.5"]).Sortie);
        }
        finally
        {
            CultureInfo.CurrentCulture = avant;
        }
    }

    [Fact]
    public void Au_jour_d_un_anniversaire_le_prix_exact_est_celui_des_ages()
    {
        var json = Terminal.Taper(
            "capitaliser", "--edition", "gp-2025", "--sexe", "F", "--naissance", "2015-03-01", "--decision", "2026-03-01",
            "--a-partir-de", "18", "--jusqua", "64", "--json").Json;

        Assert.Equal(38.977m, json.GetProperty("prix").GetDecimal());
        Assert.Equal("2033-03-01", json.GetProperty("du").GetString());
        Assert.Equal("2079-02-28", json.GetProperty("au").GetString());
    }

    [Fact]
    public void Le_paiement_mensuel_la_croissance_et_les_dates_se_lisent()
    {
        string[] commune = ["capitaliser", "--edition", "gp-2025", "--sexe", "N", "--naissance", "2015-03-01", "--decision", "2026-09-15"];
        var annuel = Terminal.Taper([.. commune, "--json"]).Json.GetProperty("prixExact").GetDecimal();
        var mensuel = Terminal.Taper([.. commune, "--mensuel", "--json"]).Json.GetProperty("prixExact").GetDecimal();

        // Publié : le paiement mensuel vaut 11/24 de plus sur la vie entière.
        Assert.Equal(annuel + (11m / 24), mensuel, 20);
        var texte = Terminal.Taper([.. commune, "--du", "2030-01-01", "--au", "2040-12-31", "--croissance", "1"]).Sortie;
        Assert.Contains("11\u00a0ans et 198 j ÷ 365", texte, StringComparison.Ordinal);
        Assert.Contains("croissance 1\u00a0% par an", texte, StringComparison.Ordinal);
        Assert.Contains("à vérifier sur le barème imprimé", texte, StringComparison.Ordinal);
    }

    [Fact]
    public void La_table_entiere_se_relit_comme_des_cas()
    {
        var table = Terminal.Taper("capitaliser", "--edition", "gp-2013", "--table").Sortie;

        Assert.Contains("gp-2013,M,30,viager,1.2,35.637", table, StringComparison.Ordinal);
        Assert.Equal(0, Terminal.Taper("cas", Terminal.Ecrire(table)).Code);
    }

    [Theory]
    [InlineData("--sexe", "capitaliser", "--age", "11")]
    [InlineData("--age", "capitaliser", "--sexe", "F")]
    [InlineData("--edition", "capitaliser", "--sexe", "F", "--age", "11", "--edition", "gp-1900")]
    [InlineData("--sexe", "capitaliser", "--sexe", "X", "--age", "11")]
    [InlineData("--jusqua", "capitaliser", "--sexe", "F", "--age", "20", "--jusqua", "20")]
    [InlineData("table", "capitaliser", "--sexe", "F", "--age", "200")]
    [InlineData("taux", "capitaliser", "--sexe", "F", "--age", "11", "--taux", "50")]
    [InlineData("--age", "capitaliser", "--sexe", "F", "--age", "onze")]
    [InlineData("--taux", "capitaliser", "--sexe", "F", "--age", "11", "--taux", "beaucoup")]
    [InlineData("--naissance", "capitaliser", "--sexe", "F", "--age", "11", "--mensuel")]
    [InlineData("--naissance", "capitaliser", "--sexe", "F", "--decision", "2026-01-01")]
    [InlineData("--naissance", "capitaliser", "--sexe", "F", "--naissance", "01/03/2015", "--decision", "2026-01-01")]
    [InlineData("--decision", "capitaliser", "--sexe", "F", "--naissance", "2027-01-01", "--decision", "2026-01-01")]
    [InlineData("--au", "capitaliser", "--sexe", "F", "--naissance", "2015-01-01", "--decision", "2026-01-01", "--au", "2025-12-31")]
    [InlineData("--sexe", "capitaliser", "--edition", "rentes-2023", "--sexe", "M", "--age", "11", "--jusqua", "18")]
    [InlineData("--taux", "capitaliser", "--table", "--taux", "50")]
    public void Une_commande_fautive_dit_quoi_corriger(string mot, params string[] args)
    {
        var reponse = Terminal.Taper(args);

        Assert.Equal(2, reponse.Code);
        Assert.Contains(mot, reponse.Erreurs, StringComparison.Ordinal);
        Assert.Empty(reponse.Sortie);
    }

    [Fact]
    public void Un_bareme_du_dossier_d_editions_du_cabinet_s_emploie_comme_un_autre()
    {
        var racine = Terminal.DossierTemporaire();
        var bareme = Editions.FichiersEmbarques()["capitalisation/gp-2025/edition.json"].Replace("gp-2025", "du-cabinet", StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(racine, "capitalisation", "du-cabinet"));
        File.WriteAllText(Path.Combine(racine, "capitalisation", "du-cabinet", "edition.json"), bareme);
        string[] demande = ["capitaliser", "--edition", "du-cabinet", "--sexe", "F", "--age", "11", "--jusqua", "64", "--a-partir-de", "18"];

        var avec = Terminal.Taper([.. demande, "--editions", racine]);
        var sans = Terminal.Taper(demande);

        Assert.Equal(0, avec.Code);
        Assert.Contains("38,977", avec.Sortie, StringComparison.Ordinal);
        Assert.NotEqual(0, sans.Code);
        Assert.Contains("barème inconnu", sans.Erreurs, StringComparison.Ordinal);
    }
}
