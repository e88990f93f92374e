using System.Text.Json;

namespace Reparation.Cli.Tests;

public sealed class ChiffrerTests
{
    // Sommes refaites hors du programme, ligne à ligne, à partir des saisies et de la table de mortalité.
    [Theory]
    [InlineData("1-sextorsion", 50988.09, 8840.00, 50988.09)]
    [InlineData("2-proxenetisme", 349415.11, 10922.20, 348215.11)]
    [InlineData("3-intrafamilial", 17898.09, 13560.50, 17898.09)]
    public void Les_totaux_des_exemples_sont_ceux_refaits_a_la_main(string exemple, decimal enfant, decimal proches, decimal solde)
    {
        var totaux = Json(exemple).GetProperty("totaux");

        Assert.Equal(enfant, totaux.GetProperty("enfant").GetDecimal());
        Assert.Equal(proches, totaux.GetProperty("proches").GetDecimal());
        Assert.Equal(solde, totaux.GetProperty("solde").GetDecimal());
    }

    [Theory]
    [InlineData("DSF", 19075.71)]
    [InlineData("PGPF", 144084.37)]
    [InlineData("DFP", 42000.00)]
    [InlineData("DFT", 10144.00)]
    [InlineData("FD", 12951.03)]
    public void Les_postes_calcules_de_l_exemple_consolide_sont_exacts(string code, decimal attendu) =>
        Assert.Equal(attendu, Poste(Json("2-proxenetisme"), code).GetProperty("demande").GetDecimal());

    [Theory]
    [MemberData(nameof(Exemples))]
    public void L_arbre_des_etapes_se_resomme(string exemple)
    {
        foreach (var poste in Json(exemple).GetProperty("postes").EnumerateArray().Where(p => p.GetProperty("issue").GetString() == "chiffré"))
        {
            var calcul = poste.GetProperty("calcul");
            Assert.Equal(poste.GetProperty("brut").GetDecimal(), calcul.GetProperty("resultat").GetDecimal());
            Assert.Equal(
                calcul.GetProperty("resultat").GetDecimal(),
                calcul.GetProperty("details").EnumerateArray().Sum(d => d.GetProperty("resultat").GetDecimal()));
        }
    }

    [Theory]
    [MemberData(nameof(Exemples))]
    public void Le_tableau_donne_groupes_totaux_et_reserves(string exemple)
    {
        var reponse = Terminal.Taper("chiffrer", Terminal.Exemple(exemple));

        Assert.Equal(0, reponse.Code);
        Assert.Contains("Préjudices patrimoniaux temporaires", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("Reste dû à l’enfant", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("Postes à réserver", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("à réserver", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("(exemple inventé)", reponse.Sortie, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Exemples))]
    public void Ni_le_tableau_ni_le_json_ne_portent_un_nom(string exemple)
    {
        var identite = JsonDocument.Parse(File.ReadAllBytes(Terminal.Exemple(exemple))).RootElement.GetProperty("enfant");
        var prenom = identite.GetProperty("prenoms").GetString()!;
        foreach (var sortie in new[] { Terminal.Taper("chiffrer", Terminal.Exemple(exemple)), Terminal.Taper("chiffrer", Terminal.Exemple(exemple), "--json") })
        {
            Assert.DoesNotContain(prenom, sortie.Sortie, StringComparison.Ordinal);
            Assert.DoesNotContain("Exemple ", sortie.Sortie, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Les_trois_exemples_couvrent_les_postes_annonces()
    {
        var demandes = Terminal.Exemples.SelectMany(e => Json(e).GetProperty("postes").EnumerateArray()
            .Where(p => p.GetProperty("issue").GetString() == "chiffré").Select(p => p.GetProperty("code").GetString()!)).ToHashSet();

        Assert.Superset(new HashSet<string> { "DSA", "FD", "DSF", "PGPF", "PSU", "DFT", "SE", "PET", "DFP", "PEP", "PS", "PE", "PEV" }, demandes);
    }

    [Fact]
    public void Un_poste_reserve_dit_pourquoi_et_ce_qui_est_attendu()
    {
        var poste = Poste(Json("1-sextorsion"), "DFP");

        Assert.Equal("réservé", poste.GetProperty("issue").GetString());
        Assert.Contains("consolidation", poste.GetProperty("motif").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, poste.GetProperty("piecesAttendues").GetArrayLength());
    }

    [Fact]
    public void Une_alerte_de_double_emploi_est_dite()
    {
        var reponse = Terminal.Taper("chiffrer", Terminal.Exemple("3-intrafamilial"));

        Assert.Contains("À voir avant d’imprimer", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("ne se paie pas deux fois", reponse.Sortie, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_champ_inconnu_est_refuse_avec_son_chemin()
    {
        var texte = File.ReadAllText(Terminal.Exemple("1-sextorsion")).Replace("\"cotation\"", "\"cotatoin\"", StringComparison.Ordinal);
        var reponse = Terminal.Taper("chiffrer", Terminal.Ecrire(texte));

        Assert.Equal(2, reponse.Code);
        Assert.Contains("chiffrage.postes[4]", reponse.Erreurs, StringComparison.Ordinal);
        Assert.DoesNotContain("Alpha", reponse.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_json_casse_est_refuse_avec_sa_ligne()
    {
        var reponse = Terminal.Taper("chiffrer", Terminal.Ecrire("{\n  \"format\": ,\n}"));

        Assert.Equal(2, reponse.Code);
        Assert.Contains("ligne 2", reponse.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_fichier_absent_est_dit()
    {
        var reponse = Terminal.Taper("chiffrer", Path.Combine(Terminal.DossierTemporaire(), "absent.json"));

        Assert.Equal(2, reponse.Code);
        Assert.Contains("n’existe pas", reponse.Erreurs, StringComparison.Ordinal);
    }

    public static TheoryData<string> Exemples => [.. Terminal.Exemples];

    private static JsonElement Json(string exemple)
    {
        var reponse = Terminal.Taper("chiffrer", Terminal.Exemple(exemple), "--json");
        Assert.Equal(0, reponse.Code);
        return reponse.Json;
    }

    private static JsonElement Poste(JsonElement bilan, string code) =>
        bilan.GetProperty("postes").EnumerateArray().Single(p => p.GetProperty("code").GetString() == code);

    [Fact]
    public void Un_nom_en_xlsx_donne_un_classeur()
    {
        var fichier = Path.Combine(Terminal.DossierTemporaire(), "chiffrage.xlsx");
        var reponse = Terminal.Taper("chiffrer", Terminal.Exemple(Terminal.Exemples[0]), "-o", fichier);

        Assert.Equal(0, reponse.Code);
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(fichier)[..2]);
        Assert.Equal(2, Terminal.Taper("chiffrer", Terminal.Exemple(Terminal.Exemples[0]), "-o", "chiffrage.ods").Code);
    }
}
