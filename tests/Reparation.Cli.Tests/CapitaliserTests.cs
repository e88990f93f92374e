using System.Globalization;

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
    public void Une_commande_fautive_dit_quoi_corriger(string mot, params string[] args)
    {
        var reponse = Terminal.Taper(args);

        Assert.Equal(2, reponse.Code);
        Assert.Contains(mot, reponse.Erreurs, StringComparison.Ordinal);
        Assert.Empty(reponse.Sortie);
    }
}
