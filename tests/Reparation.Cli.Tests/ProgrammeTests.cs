using System.Text.Json;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Tests;

public sealed class ProgrammeTests
{
    [Fact]
    public void Les_champs_d_un_modele_se_listent_avec_leur_sens()
    {
        var json = Terminal.Taper("champs", "--json").Json;
        var enfant = json.GetProperty("champs").EnumerateArray().Single(g => g.GetProperty("nom").GetString() == "Enfant");

        Assert.Contains(enfant.GetProperty("champs").EnumerateArray(), c => c.GetProperty("nom").GetString() == "dateDeNaissance" && c.GetProperty("sens").GetString()!.Length > 0);
        Assert.Contains("dateDeNaissance [texte, peut manquer]", Terminal.Taper("champs").Sortie, StringComparison.Ordinal);
    }

    [Fact]
    public void L_aide_est_francaise_et_nomme_les_verbes()
    {
        var reponse = Terminal.Taper("--help");

        Assert.Equal(0, reponse.Code);
        Assert.All(
            new[] { "capitaliser", "chiffrer", "delais", "acte", "plan", "livret", "cas", "schema", "exemples", "Utilisation", "Afficher l’aide" },
            mot => Assert.Contains(mot, reponse.Sortie, StringComparison.Ordinal));
        Assert.DoesNotContain("Show help", reponse.Sortie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sauvegarder", "vers")]
    [InlineData("restaurer", "fichier")]
    [InlineData("controler")]
    public void Les_verbes_d_exploitation_demandent_le_serveur_et_rendent_ce_qu_il_dit(params string[] verbe)
    {
        var absent = Terminal.Taper([.. verbe, "--serveur", "absent.dll"]);
        Assert.Equal((2, ""), (absent.Code, absent.Sortie));
        Assert.Contains("Le programme du serveur n’est pas là (absent.dll)", absent.Erreurs, StringComparison.Ordinal);

        // Notre propre programme en guise de serveur : il répond qu'il n'en trouve pas, et son code revient.
        var relaye = Terminal.Taper([.. verbe, "--serveur", typeof(Programme).Assembly.Location]);
        Assert.Equal(2, relaye.Code);
        Assert.Contains("Le programme du serveur n’est pas là", relaye.Erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("capitaliser")]
    [InlineData("chiffrer")]
    [InlineData("acte")]
    [InlineData("plan")]
    [InlineData("cas")]
    [InlineData("delais")]
    [InlineData("schema")]
    [InlineData("exemples")]
    public void Chaque_verbe_a_json(string verbe) =>
        Assert.Contains("--json", Terminal.Taper(verbe, "--help").Sortie, StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("bidule")]
    [InlineData("chiffrer")]
    [InlineData("chiffrer", "a.json", "b.json")]
    [InlineData("schema", "--inconnu")]
    public void Une_commande_mal_ecrite_rend_deux_et_renvoie_a_l_aide(params string[] args)
    {
        var reponse = Terminal.Taper(args);

        Assert.Equal(2, reponse.Code);
        Assert.NotEmpty(reponse.Erreurs);
        Assert.Empty(reponse.Sortie);
    }

    [Fact]
    public void Le_schema_est_du_json_et_connait_les_postes()
    {
        var json = Terminal.Taper("schema").Json;

        Assert.Equal(Dossier.FormatCourant, json.GetProperty("$id").GetString());
        Assert.True(json.GetProperty("properties").TryGetProperty("chiffrage", out _));
    }

    [Fact]
    public void Les_exemples_se_listent_et_s_ecrivent_sans_ecraser()
    {
        var vers = Path.Combine(Terminal.DossierTemporaire(), "nouveau");

        Assert.Equal(3, Terminal.Taper("exemples", "--json").Json.GetArrayLength());
        Assert.Equal(0, Terminal.Taper("exemples", "-o", vers).Code);
        Assert.Equal(3, Directory.GetFiles(vers).Length);
        var reponse = Terminal.Taper("exemples", "-o", vers);
        Assert.Equal(2, reponse.Code);
        Assert.Contains("existe déjà", reponse.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Les_exemples_sont_dits_fictifs_et_se_relisent_a_l_identique()
    {
        foreach (var exemple in Terminal.Exemples)
        {
            var dossier = Lire(File.ReadAllBytes(Terminal.Exemple(exemple)));

            Assert.True(dossier.Fictif);
            Assert.StartsWith("FICTIF-", dossier.Reference, StringComparison.Ordinal);
            Assert.Equal(DossierJson.Ecrire(dossier), DossierJson.Ecrire(Lire(DossierJson.Ecrire(dossier))));
        }
    }

    // Une pièce citée nulle part, ou un constat sans preuve, ferait un mauvais modèle de dossier.
    [Fact]
    public void Dans_les_exemples_chaque_poste_demande_est_prouve_raconte_et_relie()
    {
        foreach (var dossier in Terminal.Exemples.Select(e => Lire(File.ReadAllBytes(Terminal.Exemple(e)))))
        {
            var demandes = dossier.Chiffrage.Postes.Where(p => p.Choix == ChoixPoste.Demander).ToList();
            Assert.All(demandes, p => Assert.NotEmpty(p.ToutesLesPieces()));
            Assert.All(demandes, p => Assert.NotEmpty(p.Recit));
            Assert.All(dossier.Retentissements, r => Assert.NotEmpty(r.Pieces));
            Assert.All(dossier.Retentissements, r => Assert.NotEmpty(r.Postes));
            Assert.All(dossier.Plan.Actions, a => Assert.NotEmpty(a.SourceDuCout));
            Assert.All(dossier.Plan.Actions, a => Assert.NotEmpty(a.Retentissement));
            var constates = dossier.Retentissements.SelectMany(r => r.Postes).ToHashSet();
            Assert.Equal([], demandes.Select(p => p.Code).Where(c => !constates.Contains(c)));
        }
    }

    // Les guillemets, les deux-points et l'apostrophe des textes lus au tribunal.
    [Fact]
    public void La_typographie_des_exemples_est_francaise()
    {
        foreach (var exemple in Terminal.Exemples)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Terminal.Exemple(exemple)));
            Assert.All(Textes(document.RootElement), t =>
            {
                Assert.DoesNotMatch(@"\w'\w", t);
                Assert.DoesNotMatch(@"« |[^\u00A0]»| [:;!?€%]", t);
            });
        }
    }

    private static Dossier Lire(byte[] octets) => Assert.IsType<Lecture.Reussie>(DossierJson.Lire(octets, Editions.Embarquees)).Dossier;

    private static IEnumerable<string> Textes(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Textes),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Textes(p.Value)),
        _ => [],
    };
}
