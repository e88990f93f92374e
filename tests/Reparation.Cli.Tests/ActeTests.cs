using System.Text;
using Reparation.Documents.Actes;

namespace Reparation.Cli.Tests;

public sealed class ActeTests
{
    public static TheoryData<string, string> ActesEtExemples
    {
        get
        {
            var donnees = new TheoryData<string, string>();
            foreach (var modele in Modeles.Embarques.Tous)
            {
                foreach (var exemple in Terminal.Exemples)
                {
                    donnees.Add(modele.Id, exemple);
                }
            }

            return donnees;
        }
    }

    [Theory]
    [MemberData(nameof(ActesEtExemples))]
    public void Chaque_exemple_imprime_chaque_acte_qui_lui_convient(string modele, string exemple)
    {
        var fichier = Path.Combine(Terminal.DossierTemporaire(), "acte.pdf");
        var reponse = Terminal.Taper("acte", modele, Terminal.Exemple(exemple), "-o", fichier, "--json");
        if (reponse.Code != 0)
        {
            // Un acte refusé l'est parce qu'il ne convient pas, et le dit.
            Assert.NotEqual(0, reponse.Json.GetProperty("neConvientPas").GetArrayLength());
            Assert.False(File.Exists(fichier));
            return;
        }

        Assert.True(reponse.Json.GetProperty("pages").GetInt32() > 0);
        Assert.Equal("2026-11-24", reponse.Json.GetProperty("date").GetString());
        var octets = File.ReadAllBytes(fichier);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(octets, 0, 5));
        Assert.Equal(octets.Length, reponse.Json.GetProperty("octets").GetInt32());
    }

    [Fact]
    public void Un_nom_en_docx_donne_un_document_Word()
    {
        var fichier = Path.Combine(Terminal.DossierTemporaire(), "acte.docx");
        var reponse = Terminal.Taper("acte", "civi/requete", Terminal.Exemple(Terminal.Exemples[0]), "-o", fichier);

        Assert.Equal(0, reponse.Code);
        Assert.Contains("document Word", reponse.Sortie, StringComparison.Ordinal);
        Assert.Equal("PK", Encoding.ASCII.GetString(File.ReadAllBytes(fichier), 0, 2));
    }

    [Fact]
    public void Deux_impressions_donnent_les_memes_octets()
    {
        byte[] Imprimer()
        {
            var fichier = Path.Combine(Terminal.DossierTemporaire(), "acte.pdf");
            Terminal.Taper("acte", "civi/requete", Terminal.Exemple("1-sextorsion"), "-o", fichier, "--date", "2026-11-24");
            return File.ReadAllBytes(fichier);
        }

        Assert.Equal(Imprimer(), Imprimer());
    }

    [Fact]
    public void Le_texte_se_relit_au_terminal()
    {
        var reponse = Terminal.Taper("acte", "civi/requete", Terminal.Exemple("2-proxenetisme"), "--texte", "--date", "2026-12-01");

        Assert.Equal(0, reponse.Code);
        Assert.StartsWith("[Projet]", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("1er\u00A0décembre 2026", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("349\u202F415,11\u00A0€", reponse.Sortie, StringComparison.Ordinal);
    }

    [Fact]
    public void L_adresse_confidentielle_n_est_pas_imprimee() => Assert.DoesNotContain(
        "2 rue de l’Exemple",
        Terminal.Taper("acte", "civi/requete", Terminal.Exemple("1-sextorsion"), "--texte").Sortie,
        StringComparison.Ordinal);

    [Fact]
    public void L_acte_definitif_perd_la_mention_projet() => Assert.DoesNotContain(
        "[Projet]",
        Terminal.Taper("acte", "chiffrage/note", Terminal.Exemple("2-proxenetisme"), "--texte", "--definitif").Sortie,
        StringComparison.Ordinal);

    [Fact]
    public void Le_plan_est_l_acte_du_meme_nom()
    {
        var exemple = Terminal.Exemple("1-sextorsion");

        Assert.Equal(Terminal.Taper("acte", "plan/plan", exemple, "--texte"), Terminal.Taper("plan", exemple, "--texte"));
    }

    [Fact]
    public void Un_acte_incomplet_dit_ce_qui_manque()
    {
        var fichier = Terminal.Ecrire("""{ "format": "reparation/dossier@1", "reference": "vide", "pseudonyme": "Lou" }""");
        var reponse = Terminal.Taper("acte", "civi/requete", fichier, "--texte");
        var json = Terminal.Taper("acte", "civi/requete", fichier, "--json");

        Assert.Equal(1, reponse.Code);
        Assert.Empty(reponse.Sortie);
        Assert.Contains("enfant", reponse.Erreurs, StringComparison.Ordinal);
        Assert.Equal(1, json.Code);
        Assert.False(json.Json.GetProperty("complet").GetBoolean());
        Assert.NotEqual(0, json.Json.GetProperty("manques").GetArrayLength());
    }

    [Theory]
    [InlineData("MODELE", "acte", "civi/inconnu", "{exemple}")]
    [InlineData("--date", "acte", "civi/requete", "{exemple}", "--date", "24/11/2026")]
    [InlineData("-o", "acte", "civi/requete", "{exemple}", "-o", "acte.odt")]
    [InlineData("-o", "acte", "civi/requete", "{exemple}", "-o", "un-dossier-absent/acte.pdf")]
    public void Une_demande_fautive_dit_quoi_corriger(string mot, params string[] args)
    {
        var reponse = Terminal.Taper([.. args.Select(a => a == "{exemple}" ? Terminal.Exemple("1-sextorsion") : a)]);

        Assert.Equal(2, reponse.Code);
        Assert.Contains(mot, reponse.Erreurs, StringComparison.Ordinal);
    }
}
