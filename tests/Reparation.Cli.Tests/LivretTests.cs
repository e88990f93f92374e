using System.Text;

namespace Reparation.Cli.Tests;

public sealed class LivretTests
{
    [Theory]
    [InlineData("1-sextorsion", "Livret_15-17", new string[] { })]
    [InlineData("3-intrafamilial", "Livret_7-10", new string[] { })]
    [InlineData("3-intrafamilial", "Livret_11-14", new[] { "--tranche", "11-14" })]
    [InlineData("2-proxenetisme", "Livret_facile", new[] { "--facile" })]
    public void Le_livret_est_celui_de_l_age_ou_celui_qu_on_choisit(string exemple, string forme, string[] options)
    {
        var fichier = Path.Combine(Terminal.DossierTemporaire(), "x.pdf");
        var reponse = Terminal.Taper(["livret", Terminal.Exemple(exemple), .. options, "-o", fichier, "--json"]);

        Assert.Equal(0, reponse.Code);
        Assert.Equal(forme, "Livret_" + reponse.Json.GetProperty("modele").GetString()!.Split('/')[1]);
        Assert.Equal("fr-FR", reponse.Json.GetProperty("langue").GetString());
        Assert.InRange(reponse.Json.GetProperty("plusLongue").GetInt32(), 1, reponse.Json.GetProperty("limite").GetInt32());
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(File.ReadAllBytes(fichier), 0, 5));
    }

    [Fact]
    public void Une_autre_langue_se_dit_brouillon_et_le_cahier_compte_ses_faces()
    {
        var fichier = Path.Combine(Terminal.DossierTemporaire(), "x.pdf");
        var reponse = Terminal.Taper("livret", Terminal.Exemple("3-intrafamilial"), "--langue", "roumain", "--plie", "-o", fichier);

        Assert.Equal(0, reponse.Code);
        Assert.Contains("4 faces, mention «\u00A0Brouillon non relu – Ciornă neverificată\u00A0».", reponse.Sortie.Replace("4\u00A0faces", "4 faces", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Indice LIX", reponse.Sortie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tranche\u00A0: âges inconnus. Choisissez 7-10, 11-14, 15-17.", new[] { "--tranche", "6-9" })]
    [InlineData("--langue\u00A0: langue inconnue. Choisissez francais, anglais, espagnol, roumain.", new[] { "--langue", "latin" })]
    [InlineData("Retirez --tranche, ou --facile.", new[] { "--tranche", "7-10", "--facile" })]
    [InlineData("-o\u00A0: un livret s’écrit en PDF.", new[] { "-o", "x.docx" })]
    public void Un_choix_qui_n_existe_pas_se_refuse_en_disant_lesquels_existent(string attendu, string[] options)
    {
        var reponse = Terminal.Taper(["livret", Terminal.Exemple("3-intrafamilial"), .. options]);

        Assert.Equal(Programme.MauvaisUsage, reponse.Code);
        Assert.Contains(attendu, reponse.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_victime_majeure_n_a_pas_de_livret_sans_le_choisir()
    {
        var majeure = Terminal.Ecrire(File.ReadAllText(Terminal.Exemple("1-sextorsion")).Replace("2011-03-14", "2001-03-14", StringComparison.Ordinal));
        var reponse = Terminal.Taper("livret", majeure);

        Assert.Equal(Programme.MauvaisUsage, reponse.Code);
        Assert.Contains("aucun livret ne convient", reponse.Erreurs, StringComparison.Ordinal);
    }
}
