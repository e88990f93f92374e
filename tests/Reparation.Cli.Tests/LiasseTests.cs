using System.Security.Cryptography;
using System.Text;
using Reparation.Documents.Sceaux;

namespace Reparation.Cli.Tests;

public sealed class LiasseTests
{
    [Fact]
    public void Les_originaux_se_trouvent_par_numero_ou_par_intitule()
    {
        var (pieces, vers) = (Terminal.DossierTemporaire(), Terminal.DossierTemporaire());
        Deposer(pieces, "Piece-01_x.pdf", "02 - autre chose.PDF", "3.pdf");
        var reponse = Terminal.Taper(
            "liasse", Terminal.Exemple("1-sextorsion"), "--pieces", pieces, "--canal", "rpva", "--acte", "civi/requete", "-o", vers, "--json");

        Assert.Equal(0, reponse.Code);
        var fichier = Assert.Single(reponse.Json.GetProperty("fichiers").EnumerateArray());
        var chemin = Path.Combine(vers, fichier.GetProperty("nom").GetString()!);
        Assert.Equal(new FileInfo(chemin).Length, fichier.GetProperty("octets").GetInt64());
        Assert.Equal(4, reponse.Json.GetProperty("limite").GetProperty("megaoctets").GetInt32());
        var manquantes = reponse.Json.GetProperty("incidents").EnumerateArray().Select(i => i.GetProperty("piece").GetInt32()).ToList();
        Assert.DoesNotContain(1, manquantes);
        Assert.DoesNotContain(2, manquantes);
        Assert.DoesNotContain(3, manquantes);
        Assert.Contains(4, manquantes);
    }

    [Fact]
    public void Un_fichier_par_piece_s_ecrit_et_les_absences_se_disent()
    {
        var (pieces, vers) = (Terminal.DossierTemporaire(), Terminal.DossierTemporaire());
        Deposer(pieces, "1.pdf");
        var reponse = Terminal.Taper("liasse", Terminal.Exemple("1-sextorsion"), "--pieces", pieces, "-o", vers, "--une-par-piece");

        Assert.Equal(0, reponse.Code);
        Assert.Contains(Directory.EnumerateFiles(vers).Select(Path.GetFileName), n => n!.StartsWith("Piece-01_", StringComparison.Ordinal));
        Assert.Contains("pièce n°\u00A02\u00A0: Le fichier de cette pièce n’a pas été déposé.", reponse.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_archive_porte_les_originaux_et_ne_se_demande_pas_avec_une_autre_forme()
    {
        var (pieces, vers) = (Terminal.DossierTemporaire(), Terminal.DossierTemporaire());
        Deposer(pieces, "1.pdf");
        string[] demande = ["liasse", Terminal.Exemple("1-sextorsion"), "--pieces", pieces, "-o", vers, "--archive"];
        var reponse = Terminal.Taper(demande);

        Assert.Equal(0, reponse.Code);
        Assert.Contains("PDF/A-3, niveau\u00A0A", reponse.Sortie, StringComparison.Ordinal);
        Assert.StartsWith("Archive_", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(vers))), StringComparison.Ordinal);
        var refus = Terminal.Taper([.. demande, "--une-par-piece"]);
        Assert.Equal(2, refus.Code);
        Assert.Contains("Choisissez l’une", refus.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void L_acte_d_un_modele_du_cabinet_se_relie_et_ses_fautes_se_disent()
    {
        var (pieces, vers, modeles) = (Terminal.DossierTemporaire(), Terminal.DossierTemporaire(), Terminal.DossierTemporaire());
        Directory.CreateDirectory(Path.Combine(modeles, "cabinet"));
        const string Entete = "---\ntitre: Lettre\ndestinataire: greffe\ncharte: acte\nfichier: Lettre\npied: Lettre\n---\n";
        File.WriteAllText(Path.Combine(modeles, "cabinet", "lettre.md"), Entete + "Ci-joint {{ pieces.size }} pièces.\n");
        File.WriteAllText(Path.Combine(modeles, "cabinet", "fautive.md"), Entete + "{{ inconnu }}\n");

        var reponse = Terminal.Taper(
            "liasse", Terminal.Exemple("1-sextorsion"), "--pieces", pieces, "--acte", "cabinet/lettre", "--modeles", modeles, "-o", vers);

        Assert.Equal(0, reponse.Code);
        Assert.Contains("cabinet/fautive.md, ligne 8", reponse.Erreurs, StringComparison.Ordinal);
        Assert.Equal(2, Terminal.Taper("liasse", Terminal.Exemple("1-sextorsion"), "--pieces", pieces, "--acte", "cabinet/lettre", "-o", vers).Code);
    }

    [Fact]
    public void Definitive_et_scellee_elle_se_verifie_et_un_projet_ne_se_scelle_pas()
    {
        var (pieces, vers) = (Terminal.DossierTemporaire(), Terminal.DossierTemporaire());
        Deposer(pieces, "1.pdf");
        using var cle = CleDeSceau.Tirer();
        var (privee, publique) = (Path.Combine(pieces, "secret.pem"), Path.Combine(pieces, "cabinet.pem"));
        File.WriteAllText(privee, PemEncoding.WriteString("PRIVATE KEY", cle.Exporter()));
        File.WriteAllText(publique, cle.Publique.Pem);
        string[] demande = ["liasse", Terminal.Exemple("2-proxenetisme"), "--pieces", pieces, "-o", vers, "--acte", "chiffrage/note", "--sceau"];
        var reponse = Terminal.Taper([.. demande, privee, "--definitif", "--json"]);
        var fichier = Path.Combine(vers, Assert.Single(reponse.Json.GetProperty("fichiers").EnumerateArray()).GetProperty("nom").GetString()!);
        var acte = Path.Combine(vers, "acte.pdf");

        Assert.Equal(0, reponse.Code);
        Assert.Equal(0, Terminal.Taper("verifier", fichier, "--cle", publique).Code);
        Assert.Equal(0, Terminal.Taper("acte", "chiffrage/note", Terminal.Exemple("2-proxenetisme"), "--definitif", "--sceau", privee, "-o", acte).Code);
        Assert.Equal(0, Terminal.Taper("verifier", acte, "--cle", publique).Code);
        Assert.Equal((2, true), Refus(Terminal.Taper([.. demande, privee]), "un projet ne se scelle pas"));
        Assert.Equal((2, true), Refus(Terminal.Taper([.. demande, publique, "--definitif"]), "n’est pas une clé privée"));
    }

    private static (int Code, bool Dit) Refus(Terminal.Reponse reponse, string mots) =>
        (reponse.Code, reponse.Erreurs.Contains(mots, StringComparison.Ordinal));

    [Theory]
    [InlineData("--canal", "--pieces", ".", "--canal", "pigeon", "-o", ".")]
    [InlineData("--pieces", "--pieces", "un-dossier-absent", "-o", ".")]
    public void Une_demande_fautive_dit_quoi_corriger(string mot, params string[] options)
    {
        var reponse = Terminal.Taper(["liasse", Terminal.Exemple("1-sextorsion"), .. options]);

        Assert.Equal(2, reponse.Code);
        Assert.Contains(mot, reponse.Erreurs, StringComparison.Ordinal);
    }

    private static void Deposer(string dossier, params string[] noms)
    {
        foreach (var nom in noms)
        {
            File.WriteAllBytes(Path.Combine(dossier, nom), Encoding.Latin1.GetBytes(
                "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Size 4/Root 1 0 R>>\n%%EOF\n"));
        }
    }
}
