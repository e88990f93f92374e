using Reparation.Documents.Actes;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Tests;

public sealed class VerifierTests : IDisposable
{
    private readonly CleDeSceau cle = CleDeSceau.Tirer();
    private readonly string dossier = Terminal.DossierTemporaire();

    public void Dispose()
    {
        cle.Dispose();
        Directory.Delete(dossier, recursive: true);
    }

    [Fact]
    public void Un_acte_intact_reussit_et_dit_sa_cle()
    {
        var fichier = Ecrire("acte.pdf", Sceller());
        var pem = Ecrire("cabinet-voisin.pem", System.Text.Encoding.ASCII.GetBytes(cle.Publique.Pem));
        var reponse = Terminal.Taper("verifier", fichier, "--cle", pem);
        var json = Terminal.Taper("verifier", fichier, "--json").Json;

        Assert.Equal(0, reponse.Code);
        Assert.Contains("intact", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains("cabinet-voisin", reponse.Sortie, StringComparison.Ordinal);
        Assert.Contains(cle.Publique.Identifiant, reponse.Sortie, StringComparison.Ordinal);
        Assert.Equal("intact", json.GetProperty("verdict").GetString());
        Assert.Equal("cleInconnue", json.GetProperty("origine").GetString());
        Assert.Equal(0, json.GetProperty("recalcul").GetProperty("ecarts").GetArrayLength());
        Assert.True(json.GetProperty("recalcul").GetProperty("refaites").GetInt32() > 50);
    }

    [Fact]
    public void Un_octet_change_echoue_et_nomme_sa_partie()
    {
        var octets = Sceller();
        octets[octets.Length / 3] ^= 1;
        var reponse = Terminal.Taper("verifier", Ecrire("acte.pdf", octets), "--json");

        Assert.Equal(1, reponse.Code);
        Assert.Equal("modifie", reponse.Json.GetProperty("verdict").GetString());
        Assert.Equal(1, reponse.Json.GetProperty("partiesChangees").GetArrayLength());
    }

    [Fact]
    public void Une_autre_cle_que_celle_attendue_echoue()
    {
        using var autre = CleDeSceau.Tirer();
        var pem = Ecrire("autre.pem", System.Text.Encoding.ASCII.GetBytes(autre.Publique.Pem));

        Assert.Equal(1, Terminal.Taper("verifier", Ecrire("acte.pdf", Sceller()), "--cle", pem).Code);
        Assert.Equal(2, Terminal.Taper("verifier", Ecrire("acte.pdf", Sceller()), "--cle", Ecrire("faux.pem", "non"u8.ToArray())).Code);
    }

    [Fact]
    public void Un_projet_sans_sceau_et_un_fichier_quelconque_echouent_calmement()
    {
        var projet = Path.Combine(dossier, "projet.pdf");
        Terminal.Taper("acte", "chiffrage/note", Terminal.Exemple("1-sextorsion"), "-o", projet);

        Assert.Equal((1, true), Lire(Terminal.Taper("verifier", projet), "ne porte pas de sceau"));
        Assert.Equal((1, true), Lire(Terminal.Taper("verifier", Ecrire("rien.pdf", [])), "n’est pas un PDF"));
        Assert.Equal(2, Terminal.Taper("verifier", Path.Combine(dossier, "absent.pdf")).Code);
    }

    private static (int Code, bool Dit) Lire(Terminal.Reponse reponse, string mots) =>
        (reponse.Code, reponse.Sortie.Contains(mots, StringComparison.Ordinal));

    private string Ecrire(string nom, byte[] octets)
    {
        var chemin = Path.Combine(dossier, nom);
        File.WriteAllBytes(chemin, octets);
        return chemin;
    }

    private byte[] Sceller()
    {
        var lu = Assert.IsType<Lecture.Reussie>(DossierJson.Lire(File.ReadAllBytes(Terminal.Exemple("2-proxenetisme")), Editions.Embarquees)).Dossier;
        var modele = Modeles.Embarques.Trouver("chiffrage/note")!;
        var prete = Assert.IsType<Composition.Prete>(
            Redaction.Composer(modele, lu, Chiffreur.Evaluer(lu, Editions.Embarquees), new(2026, 11, 24), projet: false));
        var rendu = new MoteurMaison().Composer(Sceau.Reserver(prete.Acte), modele.Charte);
        return Sceau.Apposer(rendu, new(modele.Id, modele.Titre, modele.Empreinte, lu.Reference, new(2026, 11, 24), "Cabinet d’essai", []), cle, prete.Acte.Jointes);
    }
}
