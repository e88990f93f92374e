using System.Text.Json;
using Reparation.Domain.Postes;

namespace Reparation.Cli.Tests;

public sealed class CasTests
{
    private const string UnCas = """
        { "format": "reparation/cas@1", "cas": [ { "id": "un", "titre": "Un cas", "source": "Calcul à la main",
          "saisie": { "code": "DSA", "depenses": [ { "prixUnitaire": 10.00 } ] }, "attendu": { "montant": 10.00 } } ] }
        """;

    public static TheoryData<string> FichiersDePostes => [.. Fichiers];

    private static IEnumerable<string> Fichiers =>
        Directory.GetFiles(Terminal.Cas("postes"), "*.json").Select(f => Path.GetFileName(f)).Order();

    [Theory]
    [MemberData(nameof(FichiersDePostes))]
    public void Les_cas_de_postes_passent(string fichier)
    {
        var reponse = Terminal.Taper("cas", Terminal.Cas("postes", fichier));

        Assert.Equal(0, reponse.Code);
        Assert.Matches(@"^[1-9]\d* passed, 0 failed\s*$", reponse.Sortie);
    }

    [Fact]
    public void Les_exemples_publies_passent() => Assert.Equal(
        "8 passed, 0 failed", Terminal.Taper("cas", Terminal.Cas("worked-examples.json")).Sortie.TrimEnd());

    [Fact]
    public void Les_cas_de_temps_achete_passent()
    {
        var reponse = Terminal.Taper("cas", Terminal.Cas("temps", "temps-achete.json"));

        Assert.Equal("28 passed, 0 failed", reponse.Sortie.TrimEnd());
    }

    [Fact]
    public void Une_cle_inconnue_d_un_cas_de_temps_est_refusee()
    {
        var cas = File.ReadAllText(Terminal.Cas("temps", "temps-achete.json")).Replace("\"parMois\"", "\"parmois\"", StringComparison.Ordinal);

        Assert.Contains("clé est inconnue", Terminal.Taper("cas", Terminal.Ecrire(cas)).Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Les_prix_publies_passent()
    {
        var lignes = File.ReadAllLines(Terminal.Cas("capitalisation-published.csv")).Length - 1;
        var json = Terminal.Taper("cas", Terminal.Cas("capitalisation-published.csv"), "--json").Json;

        Assert.Equal(0, json.GetProperty("echoues").GetInt32());
        Assert.Equal(lignes, json.GetProperty("reussis").GetInt32());
        Assert.True(json.GetProperty("reussis").GetInt32() > 200);
    }

    [Fact]
    public void Chaque_poste_de_la_nomenclature_a_un_cas()
    {
        var vus = Fichiers.SelectMany(f =>
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Terminal.Cas("postes", f)));
            return document.RootElement.GetProperty("cas").EnumerateArray()
                .Select(c => c.GetProperty("saisie").GetProperty("code").GetString()!).ToList();
        }).ToHashSet();

        Assert.Equal([], Nomenclature.Postes.Select(p => p.Code).Where(c => !vus.Contains(c)));
    }

    [Fact]
    public void Cent_vingt_cas_au_moins_sont_resolus()
    {
        var json = Terminal.Taper(["cas", .. Fichiers.Select(f => Terminal.Cas("postes", f)), "--json"]).Json;

        Assert.True(json.GetProperty("reussis").GetInt32() >= 120);
    }

    [Theory]
    [InlineData("""{ "avertissement": "d’où il vient" }""", 0)]
    [InlineData("""{ "avertissement": "tout va bien" }""", 1)]
    [InlineData("""{ "alerte": "aucune pièce" }""", 0)]
    [InlineData("""{ "alerte": "tout va bien" }""", 1)]
    [InlineData("""{ "droit": 53.00 }""", 0)]
    [InlineData("""{ "droit": 53.01 }""", 1)]
    [InlineData("""{ "comparaisons": {} }""", 0)]
    [InlineData("""{ "comparaisons": { "autre édition": 53.00 } }""", 1)]
    [InlineData("""{ "composantes": [] }""", 0)]
    [InlineData("""{ "composantes": ["dignité"] }""", 1)]
    [InlineData("""{ "refus": "n’est pas refusée" }""", 1)]
    public void Chaque_attente_peut_echouer(string attendu, int code)
    {
        var cas = $$"""
            { "format": "reparation/cas@1", "cas": [ { "id": "un", "titre": "Un cas", "source": "Calcul à la main", "faits": [ { "du": "2026-01-01" } ],
              "saisie": { "code": "FD", "deplacements": [ { "kilometres": 100, "tarifAuKilometre": 0.53 } ] }, "attendu": {{attendu}} } ] }
            """;

        Assert.Equal(code, Terminal.Taper("cas", Terminal.Ecrire(cas)).Code);
    }

    [Theory]
    [InlineData("trois décimales", 0)]
    [InlineData("autre chose", 1)]
    public void Un_refus_attendu_est_lu_dans_le_message(string mots, int code) => Assert.Equal(code, Terminal.Taper("cas", Terminal.Ecrire($$"""
        { "format": "reparation/cas@1", "cas": [ { "id": "un", "titre": "Un cas", "source": "Calcul à la main",
          "saisie": { "code": "FD", "deplacements": [ { "tarifAuKilometre": 0.5295 } ] }, "attendu": { "refus": "{{mots}}" } } ] }
        """)).Code);

    [Fact]
    public void Un_cas_faux_echoue_et_dit_l_ecart()
    {
        var reponse = Terminal.Taper("cas", Terminal.Ecrire(UnCas.Replace("\"montant\": 10.00", "\"montant\": 10.01", StringComparison.Ordinal)));

        Assert.Equal(1, reponse.Code);
        Assert.Contains("10,01", reponse.Sortie, StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed", reponse.Sortie.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"montant\": 0.00")] // un poste réservé vaut zéro sans être chiffré à zéro
    [InlineData("\"sansObjet\": true")]
    [InlineData("\"aReserver\": false")]
    [InlineData("\"aReserver\": true, \"motif\": \"autre chose\"")]
    [InlineData("")]
    public void Une_attente_fausse_ou_vide_ne_passe_pas_pour_un_poste_reserve(string attendu)
    {
        var reserve = UnCas.Replace("\"depenses\": [ { \"prixUnitaire\": 10.00 } ]", "\"choix\": \"reserver\"", StringComparison.Ordinal)
            .Replace("\"montant\": 10.00", attendu, StringComparison.Ordinal);

        Assert.Equal(1, Terminal.Taper("cas", Terminal.Ecrire(reserve)).Code);
    }

    [Theory]
    [InlineData("\"amount\": 79000", "\"amount\": 79001", "W5")]
    [InlineData("\"pointValue\": 3740", "\"pointValue\": 3741", "W1")]
    [InlineData("\"hours\": 720", "\"hours\": 721", "W6")]
    [InlineData("\"amount\": 5008.22", "\"amount\": 5008.24", "W8")]
    [InlineData("\"dataset\": \"referentiel-2013-03\"", "\"dataset\": \"inconnu\"", "W5")]
    [InlineData("\"share\": 1", "\"share\": 2", "W4")]
    [InlineData("\"from\": \"2017-07-01\"", "\"from\": \"2017-07-02\"", "W8")] // un jour sans taux
    public void Un_exemple_publie_fausse_echoue(string vrai, string faux, string id)
    {
        var texte = File.ReadAllText(Terminal.Cas("worked-examples.json"));
        Assert.Contains(vrai, texte, StringComparison.Ordinal);
        var reponse = Terminal.Taper("cas", Terminal.Ecrire(texte.Replace(vrai, faux, StringComparison.Ordinal)));

        Assert.Equal(1, reponse.Code);
        Assert.Contains(id, reponse.Sortie, StringComparison.Ordinal);
        Assert.EndsWith("7 passed, 1 failed", reponse.Sortie.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("48.000", 1)] // prix faux
    [InlineData("45.8365", 0)]
    [InlineData("45.8381", 1)] // un peu plus que l'écart admis
    public void L_ecart_admis_sur_un_prix_est_etroit(string prix, int code)
    {
        var csv = $"edition,sexe,age,jusqua,taux_pct,prix_publie\nGP2025-stationnaire,F,11,64,0.50,{prix}\n";

        Assert.Equal(code, Terminal.Taper("cas", Terminal.Ecrire(csv)).Code);
    }

    [Fact]
    public void Une_edition_inconnue_est_un_echec()
    {
        var csv = "edition,sexe,age,jusqua,taux_pct,prix_publie\nGP1900,F,11,viager,non indique,1.000\nGP2025-stationnaire,F,11,64,0.50,45.837\n";
        var reponse = Terminal.Taper("cas", Terminal.Ecrire(csv));

        Assert.Equal(1, reponse.Code);
        Assert.Contains("édition inconnue, GP1900", reponse.Sortie, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 1 failed", reponse.Sortie.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format", "reparation/cas@1", "reparation/cas@9")]
    [InlineData("cas[0].saisie", "\"prixUnitaire\"", "\"prixUnitair\"")]
    [InlineData("cas[0].saisie.code", "\"DSA\"", "\"XYZ\"")]
    [InlineData("cas[0].attendu.montent", "\"montant\"", "\"montent\"")]
    [InlineData("cas[0].attendu", "\"montant\": 10.00", "\"montant\": \"dix\"")]
    [InlineData("cas[0].source", "\"source\": \"Calcul à la main\",", "")]
    [InlineData("cas[0].atendu", "\"attendu\"", "\"atendu\"")]
    public void Un_fichier_de_cas_fautif_est_refuse_avec_le_chemin(string chemin, string vrai, string faux)
    {
        Assert.Contains(vrai, UnCas, StringComparison.Ordinal);
        var reponse = Terminal.Taper("cas", Terminal.Ecrire(UnCas.Replace(vrai, faux, StringComparison.Ordinal)));

        Assert.Equal(2, reponse.Code);
        Assert.Contains(chemin, reponse.Erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "format inconnu")]
    [InlineData("", "format inconnu")]
    [InlineData("{ \"schemaVersion\": 2, \"examples\": [] }", "format inconnu")]
    [InlineData("{ \"schemaVersion\": 1, \"examples\": [ { \"id\": \"W1\" } ] }", "examples[0]")]
    [InlineData("{ oups", "JSON")]
    [InlineData("edition,sexe,age,jusqua,taux_pct,prix_publie\nGP2022,F,onze,,0,1\n", "ligne 2, age")]
    public void Un_format_inconnu_est_refuse(string contenu, string mot)
    {
        var reponse = Terminal.Taper("cas", Terminal.Ecrire(contenu));

        Assert.Equal(2, reponse.Code);
        Assert.Contains(mot, reponse.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Plusieurs_fichiers_font_un_seul_compte()
    {
        var reponse = Terminal.Taper("cas", Terminal.Ecrire(UnCas), Terminal.Cas("worked-examples.json"));

        Assert.EndsWith("9 passed, 0 failed", reponse.Sortie.TrimEnd(), StringComparison.Ordinal);
    }
}
