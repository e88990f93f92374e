using System.Text.Json;

namespace Reparation.Cli.Tests;

public sealed class DelaisTests
{
    private const string UnCas = """{ "rule_id": "AGRASC", "input": { "final_decision_date": "2026-08-31" } }""";

    public static TheoryData<string> FichiersDeDelais =>
        [.. Fichiers];

    private static IEnumerable<string> Fichiers =>
        Directory.GetFiles(Terminal.Cas("delais"), "*.json").Select(f => Path.GetFileName(f)).Order();

    [Theory]
    [MemberData(nameof(FichiersDeDelais))]
    public void Les_cas_de_delais_passent(string fichier)
    {
        var reponse = Terminal.Taper("cas", Terminal.Cas("delais", fichier));

        Assert.Equal(0, reponse.Code);
        Assert.Matches(@"^[1-9]\d* passed, 0 failed\s*$", reponse.Sortie);
    }

    [Fact]
    public void Chaque_cas_est_raisonne_et_chaque_regle_en_a_un()
    {
        var cas = Fichiers.SelectMany(f =>
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Terminal.Cas("delais", f)));
            return document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone()).ToList();
        }).ToList();

        Assert.True(cas.Count > 92);
        Assert.All(cas, c => Assert.NotEmpty(c.GetProperty("reasoning_fr").GetString()!));
        var vues = cas.Select(c => c.GetProperty("rule_id").GetString()).ToHashSet();
        Assert.Equal([], Domain.Delais.Regles.Toutes.Select(r => r.Id).Where(r => !vues.Contains(r)));
    }

    [Fact]
    public void Un_cas_faux_echoue_et_dit_l_ecart()
    {
        var vrai = File.ReadAllText(Terminal.Cas("delais", "deadline-cases.json"));
        Assert.Contains("\"2027-03-01\"", vrai, StringComparison.Ordinal);
        var reponse = Terminal.Taper("cas", Terminal.Ecrire(vrai.Replace("\"2027-03-01\"", "\"2027-03-02\"", StringComparison.Ordinal)));

        Assert.Equal(1, reponse.Code);
        Assert.Contains("DC11", reponse.Sortie, StringComparison.Ordinal);
        Assert.EndsWith("11 passed, 1 failed", reponse.Sortie.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_cas_seul_se_calcule()
    {
        var json = Terminal.Taper("delais", Terminal.Ecrire(UnCas), "--json").Json;

        Assert.Equal("2027-02-28", json.GetProperty("last_day").GetString());
        Assert.Equal("2027-03-01", json.GetProperty("last_day_legal").GetString());
        Assert.Equal("2027-02-26", json.GetProperty("safe_day").GetString());
        Assert.Equal("OUVERT", json.GetProperty("status").GetString());
        Assert.Contains("706-164", json.GetProperty("sources")[0].GetProperty("intitule").GetString()!, StringComparison.Ordinal);
        Assert.Contains("28 février 2027", Terminal.Taper("delais", Terminal.Ecrire(UnCas)).Sortie.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"AGRASC\"", "\"AGRASK\"", "rule_id")]
    [InlineData("final_decision_date", "final_decision_dat", "input.final_decision_dat")]
    [InlineData("2026-08-31", "2026-08-32", "input.final_decision_date")]
    [InlineData("\"input\"", "\"inputs\"", "inputs")]
    public void Un_cas_mal_ecrit_est_refuse_avec_son_chemin(string vrai, string faux, string chemin)
    {
        var reponse = Terminal.Taper("delais", Terminal.Ecrire(UnCas.Replace(vrai, faux, StringComparison.Ordinal)));

        Assert.Equal(2, reponse.Code);
        Assert.Contains(chemin, reponse.Erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1-sextorsion")]
    [InlineData("2-proxenetisme")]
    [InlineData("3-intrafamilial")]
    public void Un_dossier_donne_ses_delais(string exemple)
    {
        var json = Terminal.Taper("delais", Terminal.Exemple(exemple), "--json", "--territoire", "alsaceMoselle").Json;

        Assert.True(json.GetProperty("echeances").GetArrayLength() > 2);
        Assert.Equal(7, json.GetProperty("ages").GetArrayLength());
        Assert.Equal(0, Terminal.Taper("delais", Terminal.Exemple(exemple)).Code);
    }

    [Fact]
    public void L_agenda_d_un_dossier_s_ecrit()
    {
        var fichier = Path.Combine(Terminal.DossierTemporaire(), "agenda.ics");

        Assert.Equal(0, Terminal.Taper("delais", Terminal.Exemple("1-sextorsion"), "--ics", fichier).Code);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", File.ReadAllText(fichier), StringComparison.Ordinal);
    }

    [Fact]
    public void L_agenda_refuse_un_autre_nom_de_fichier()
    {
        var reponse = Terminal.Taper("delais", Terminal.Exemple("1-sextorsion"), "--ics", "agenda.txt");

        Assert.Equal(2, reponse.Code);
        Assert.Contains(".ics", reponse.Erreurs, StringComparison.Ordinal);
    }
}
