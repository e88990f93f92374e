using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reparation.Documents.Pieces;
using Reparation.Documents.Rendu;
using Reparation.Documents.Sceaux;
using Reparation.Documents.Tests.Actes;
using Reparation.Documents.Tests.Pieces;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Sceaux;

/// <summary>Une liasse scellée dit laquelle de ses parties a changé, jusqu'à la pièce, et quelle somme de l'acte.</summary>
public sealed partial class LiasseScelleeTests
{
    private static readonly Lazy<byte[]> Petite = new(() => Composer(
        [Originaux.Compose(2), Originaux.Jpeg(200, 280), Originaux.Courriel()],
        d => d with { Actes = [new(Scelles.Petit(), Charte.Acte)] }).Seul);

    [Fact]
    public void Intacte_elle_refait_les_sommes_de_son_acte()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        var atelier = Composer(
            dossier.Pieces.Select(_ => Originaux.Ecrit(Originaux.Reperee(0))), d => d with { Actes = [Atelier.Acte(dossier, "chiffrage/note")] }, dossier);
        var lue = Scelles.Examiner(atelier.Seul);

        Assert.True(Assert.Single(atelier.Liasse.Fichiers).Scelle);
        Assert.Equal(atelier.Seul.Length, atelier.Liasse.Fichiers[0].Octets);
        Assert.Equal((Verdict.Intact, OrigineDuSceau.CetteInstallation, "liasse"), (lue.Verdict, lue.Origine, lue.Fiche!.Modele));
        Assert.True(lue.ToutConcorde);
        Assert.True(lue.Recalcul!.Refaites > 50);
        Assert.True(lue.SommesLues > 20);
        Assert.Empty(lue.SommesAbsentes);
    }

    [Fact]
    public void Un_octet_change_nomme_la_page_de_l_acte_la_piece_ou_le_fichier_joint()
    {
        var octets = Petite.Value.ToArray();
        var (debut, fin) = Scelles.Manifeste(octets);
        var vues = new HashSet<string>();
        for (var i = 0; i < octets.Length; i += 1 + (octets.Length / 400))
        {
            octets[i] ^= 1;
            var lue = Scelles.Examiner(octets);
            octets[i] ^= 1;
            Assert.Equal(i >= debut && i < fin ? Verdict.SceauAltere : Verdict.Modifie, lue.Verdict);
            vues.UnionWith(lue.PartiesChangees);
        }

        Assert.Superset(
            new HashSet<string> { "page 1", "page 2", "pièce n°\u00A01", "pièce n°\u00A02", "pièce n°\u00A03", "polices", "signets, liens et ordre de lecture" }, vues);
        Assert.DoesNotContain("page 7", vues);
        Assert.Equal(["donnees.json"], Changer(octets, JointeEn(octets, "donnees.json")).PartiesChangees);
        Assert.Equal(["Piece-03_original.eml"], Changer(octets, JointeEn(octets, "Piece-03_original.eml")).PartiesChangees);
    }

    [Fact]
    public void Chaque_volume_et_chaque_piece_seule_ont_leur_sceau()
    {
        var volumes = Composer(
            Enumerable.Range(1, 5).Select(_ => Originaux.Jpeg(200, 280, remplissage: 900_000)),
            d => d with { Limite = Reparation.Domain.Referentiels.Envois.Limite(Reparation.Domain.Referentiels.CanalDEnvoi.Rpva) });
        var separees = Composer([Originaux.Compose(1), null], d => d with { Forme = FormeDeLiasse.UnFichierParPiece });

        Assert.True(volumes.Liasse.Fichiers.Count > 1);
        Assert.All(volumes.Liasse.Fichiers, f => Assert.Equal(Verdict.Intact, Scelles.Examiner(volumes.Octets(f.Nom)).Verdict));
        Assert.Equal(3, separees.Liasse.Fichiers.Count);
        Assert.All(separees.Liasse.Fichiers, f => Assert.Equal(Verdict.Intact, Scelles.Examiner(separees.Octets(f.Nom)).Verdict));
    }

    [Fact]
    public void Un_projet_n_est_pas_scelle()
    {
        var projet = Atelier.Composer([Originaux.Compose(1)]);

        Assert.False(projet.Liasse.Fichiers[0].Scelle);
        Assert.Equal(Verdict.SansSceau, Scelles.Examiner(projet.Seul).Verdict);
    }

    [FactSiOutil("qpdf")]
    public void Une_somme_recrite_dans_le_flux_puis_reenregistree_est_dite()
    {
        // Le flux de la page est vraiment récrit : chaque « 5 » de la police courante devient un « 6 ».
        var clair = Encoding.Latin1.GetString(Scelles.Qpdf(Petite.Value, "--qdf", "--object-streams=disable"));
        var (cinq, six) = (Glyphe(clair, '5'), Glyphe(clair, '6'));
        var recrit = Chaines().Replace(clair, m => Hexadecimal().Replace(
            m.Value, h => string.Concat(h.Value.Chunk(4).Select(c => new string(c)).Select(g => g == cinq ? six : g))));
        Assert.NotEqual(clair, recrit);
        var lue = Scelles.Examiner(Scelles.Qpdf(Encoding.Latin1.GetBytes(recrit)));

        Assert.Equal(Verdict.Modifie, lue.Verdict);
        Assert.Contains(lue.Sommes, s => s is { Scellee: 12500m, Imprimee: 12600m });
        Assert.Contains(ConstatsDeVerification.Dire(lue), c => c.Texte.Contains("12\u202F600,00\u00A0€ imprimés, 12\u202F500,00\u00A0€ scellés", StringComparison.Ordinal));
    }

    [FactSiOutil("qpdf")]
    public void Reenregistree_sans_rien_changer_elle_dit_ce_qui_n_est_plus_prouve()
    {
        var lue = Scelles.Examiner(Scelles.Qpdf(Petite.Value));

        Assert.Equal(Verdict.Modifie, lue.Verdict);
        Assert.Empty(lue.PagesChangees);
        Assert.Empty(lue.JointesChangees);
        Assert.NotNull(lue.PagesComparees);
        Assert.Contains(ConstatsDeVerification.Dire(lue), c => c.Texte.Contains("qui précèdent les pièces", StringComparison.Ordinal));
    }

    [FactSiOutil("qpdf")]
    public void Qpdf_ne_trouve_rien_a_redire() => Assert.Equal("", OutilPdf.Verifier(Petite.Value));

    private static Atelier Composer(
        IEnumerable<byte[]?> originaux, Func<DemandeDeLiasse, DemandeDeLiasse> regler, Dossier? dossier = null) =>
        Atelier.Composer(originaux, d => regler(d) with { Sceau = new(Scelles.Cle, ["Barème d’essai"]) }, dossier);

    private static Verification Changer(byte[] octets, int place)
    {
        octets[place] ^= 1;
        var lue = Scelles.Examiner(octets);
        octets[place] ^= 1;
        return lue;
    }

    // La place d'une partie, telle que le manifeste, lisible à l'œil nu, l'écrit.
    private static int JointeEn(byte[] octets, string nom)
    {
        var (debut, fin) = Scelles.Manifeste(octets);
        var ligne = Regex.Match(Encoding.UTF8.GetString(octets, debut, fin - debut), $"\\[\"{Regex.Escape(nom)}\",(\\d+),(\\d+)");
        return int.Parse(ligne.Groups[1].Value, CultureInfo.InvariantCulture) + (int.Parse(ligne.Groups[2].Value, CultureInfo.InvariantCulture) / 2);
    }

    // Le numéro d'un caractère dans la police du corps : celle qui porte aussi « € ».
    private static string Glyphe(string pdf, char caractere) => Correspondances().Matches(pdf)
        .First(m => m.Value.Contains("<20AC>", StringComparison.OrdinalIgnoreCase))
        .Value.Split('\n').Select(l => Regex.Match(l, "^<([0-9A-F]{4})><([0-9A-F]{4})>"))
        .First(m => m.Groups[2].Value == ((int)caractere).ToString("X4", CultureInfo.InvariantCulture)).Groups[1].Value.ToLowerInvariant();

    [GeneratedRegex("beginbfchar\\n.*?endbfchar", RegexOptions.Singleline)]
    private static partial Regex Correspondances();

    [GeneratedRegex(@"\[[^\]\n]*\]TJ")]
    private static partial Regex Chaines();

    [GeneratedRegex("(?<=<)[0-9a-f]+(?=>)")]
    private static partial Regex Hexadecimal();
}
