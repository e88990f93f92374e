using System.Text;
using CsCheck;
using Reparation.Documents.Actes;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Sceaux;
using Reparation.Documents.Tests.Actes;
using Reparation.Documents.Tests.Rendu;

namespace Reparation.Documents.Tests.Sceaux;

/// <summary>Un document scellé dit ce qui lui est arrivé, à l'octet près.</summary>
public sealed class SceauTests
{
    public static TheoryData<string, string> Actes()
    {
        var cas = new TheoryData<string, string>();
        foreach (var modele in Modeles.Embarques.Tous)
        {
            foreach (var exemple in Exemples.Noms.Where(e => Exemples.Composer(modele.Id, Exemples.Lire(e)) is Composition.Prete))
            {
                cas.Add(modele.Id, exemple);
            }
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Actes))]
    public void Chaque_acte_scelle_est_intact_et_ses_sommes_se_refont(string modele, string exemple)
    {
        var octets = Scelles.Sceller(modele, exemple);
        var lue = Scelles.Examiner(octets);

        Assert.Equal(Verdict.Intact, lue.Verdict);
        Assert.Empty(lue.Recalcul?.Ecarts ?? []);
        Assert.True(lue.ToutConcorde);
        Assert.Equal(OrigineDuSceau.CetteInstallation, lue.Origine);
        Assert.Empty(Verificateur.Anomalies(octets));
    }

    [Fact]
    public void Le_chiffrage_joint_se_refait_ligne_a_ligne()
    {
        var recalcul = Scelles.Examiner(Scelles.Sceller("chiffrage/note", Exemples.Noms[1])).Recalcul!;

        Assert.True(recalcul.Refaites > recalcul.Etapes, $"{recalcul.Refaites} refaites, {recalcul.Etapes} étapes");
        Assert.Contains(144084.37m, recalcul.Demandes);
    }

    [Fact]
    public void Un_octet_change_nomme_sa_partie()
    {
        var octets = Scelles.Sceller(Scelles.Petit());
        var place = new MoteurMaison().Composer(Sceau.Reserver(Scelles.Petit()), Charte.Acte).Manifeste!;
        var vues = new HashSet<string>();
        for (var i = 0; i < octets.Length; i += 1 + (i % 97))
        {
            octets[i] ^= 1;
            var lue = Scelles.Examiner(octets);
            octets[i] ^= 1;
            if (place.Parties.SingleOrDefault(p => i >= p.Debut && i < p.Debut + p.Longueur) is { } partie)
            {
                Assert.Equal(Verdict.Modifie, lue.Verdict);
                Assert.Equal([partie.Nom], lue.PartiesChangees);
                vues.Add(partie.Nom);
            }
            else
            {
                Assert.True(lue.Verdict == Verdict.SceauAltere, $"octet {i} du manifeste : {lue.Verdict}");
                Assert.Equal(["manifeste.json"], lue.PartiesChangees);
            }
        }

        Assert.Superset(new HashSet<string> { "page 1", "page 2", "polices", "donnees.json", "signets, liens et ordre de lecture", "table et fin du fichier" }, vues);
    }

    [Fact]
    public void Les_parties_couvrent_tout_le_fichier()
    {
        var rendu = new MoteurMaison().Composer(Sceau.Reserver(Scelles.Petit()), Charte.Acte);
        var place = 0L;
        foreach (var partie in rendu.Manifeste!.Parties)
        {
            place += place == rendu.Manifeste.Debut ? rendu.Manifeste.Octets : 0;
            Assert.Equal(place, partie.Debut);
            place += partie.Longueur;
        }

        Assert.Equal(rendu.Octets.Length, place);
    }

    [Fact]
    public void Une_somme_changee_et_reenregistree_est_dite()
    {
        var faux = Scelles.Recomposer(Scelles.Sceller(Scelles.Petit()), Scelles.Petit("12\u202F600,00\u00A0€"));
        var lue = Scelles.Examiner(faux);

        Assert.Equal(Verdict.Modifie, lue.Verdict);
        Assert.Equal(new SommeChangee(1, 12500m, 12600m), Assert.Single(lue.Sommes));
        Assert.Equal([1], lue.PagesChangees);
    }

    [Fact]
    public void Le_meme_texte_reecrit_est_un_reenregistrement() =>
        Assert.Equal(Verdict.Reenregistre, Scelles.Examiner(Scelles.Recomposer(Scelles.Sceller(Scelles.Petit()), Scelles.Petit())).Verdict);

    [FactSiOutil("qpdf")]
    public void Qpdf_reenregistre_sans_changer_le_sens()
    {
        var scelle = Scelles.Sceller("chiffrage/note", Exemples.Noms[0]);

        Assert.Equal(Verdict.Reenregistre, Scelles.Examiner(Scelles.Qpdf(scelle, "--object-streams=disable")).Verdict);
        Assert.Equal(Verdict.Modifie, Scelles.Examiner(Scelles.Qpdf(scelle, "--pages", ".", "1-2", "--")).Verdict);
    }

    [Fact]
    public void Ce_qu_on_ajoute_apres_la_fin_est_compte()
    {
        var lue = Scelles.Examiner([.. Scelles.Sceller(Scelles.Petit()), .. "\n%ajout\n"u8]);

        Assert.Equal(Verdict.Modifie, lue.Verdict);
        Assert.Empty(lue.PartiesChangees);
        Assert.Equal(8, lue.OctetsAjoutes);
    }

    [Fact]
    public void Une_cle_inconnue_et_une_cle_confiee_se_distinguent()
    {
        var octets = Scelles.Sceller(Scelles.Petit());
        var pem = ClePublique.LirePem(Scelles.Cle.Publique.Pem)!;

        Assert.Equal(OrigineDuSceau.CleInconnue, Verification.Examiner(octets, [("", CleDeSceau.Tirer().Publique)]).Origine);
        var confiee = Verification.Examiner(octets, [("Cabinet voisin", pem)]);
        Assert.Equal((OrigineDuSceau.CleConnue, "Cabinet voisin"), (confiee.Origine, confiee.NomDeLaCle));
        Assert.Equal(Scelles.Fiche.Emetteur, confiee.Fiche!.Emetteur);
    }

    [Fact]
    public void Une_cle_gardee_rouvre_et_signe_pareil()
    {
        using var rouverte = CleDeSceau.Ouvrir(Scelles.Cle.Exporter());

        Assert.True(rouverte.Publique.Est(Scelles.Cle.Publique));
        Assert.Matches("^([0-9a-f]{4} ){3}[0-9a-f]{4}$", rouverte.Publique.Identifiant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas une clé")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void Une_cle_illisible_n_est_pas_une_cle(string texte) => Assert.Null(ClePublique.LirePem(texte));

    [Fact]
    public void Un_fichier_sans_sceau_ou_illisible_le_dit()
    {
        var nu = new MoteurMaison().Composer(Exemples.Acte("chiffrage/note", Exemples.Lire(Exemples.Noms[0])), Charte.Acte).Octets;

        Assert.Equal(Verdict.SansSceau, Scelles.Examiner(nu).Verdict);
        Assert.Empty(Scelles.Examiner(nu).SommesAbsentes);
        Assert.Equal(Verdict.Illisible, Scelles.Examiner([]).Verdict);
        Assert.Equal(Verdict.Illisible, Scelles.Examiner("Bonjour"u8.ToArray()).Verdict);
        Assert.Equal(Verdict.Illisible, Scelles.Examiner(nu[..(nu.Length / 2)]).Verdict);
    }

    [Fact]
    public void Un_fichier_hostile_ne_fait_jamais_de_panne()
    {
        var scelle = Scelles.Sceller(Scelles.Petit());
        Gen.Int[0, int.MaxValue].List[1, 40].Sample(
            tirages =>
            {
                var octets = scelle.ToArray();
                foreach (var (i, tirage) in tirages.Index())
                {
                    octets[tirage % octets.Length] = (byte)(tirage >> 8);
                    if (i % 7 == 3)
                    {
                        octets = octets[..(tirage % octets.Length + 1)];
                    }
                }

                return Scelles.Examiner(octets).Verdict != Verdict.Intact || octets.AsSpan().SequenceEqual(scelle);
            },
            iter: 300);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("(")]
    [InlineData("<</A ")]
    public void Un_emboitement_sans_fond_ne_fait_pas_de_panne(string ouvre)
    {
        var fond = string.Concat(Enumerable.Repeat(ouvre, 100_000));
        var octets = Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X {fond}>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n");

        Assert.True(Scelles.Examiner(octets).Verdict is Verdict.Illisible or Verdict.SansSceau);
    }
}
