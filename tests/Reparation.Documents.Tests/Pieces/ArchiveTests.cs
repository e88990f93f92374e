using Reparation.Documents.Pieces;
using Reparation.Documents.Rendu;
using Reparation.Documents.Sceaux;
using Reparation.Documents.Tests.Actes;
using Reparation.Documents.Tests.Sceaux;
using Reparation.Domain.Referentiels;
using UglyToad.PdfPig;

namespace Reparation.Documents.Tests.Pieces;

/// <summary>L'archive : un PDF/A-3 qui porte les actes, le bordereau, et les originaux joints sans y toucher.</summary>
public sealed class ArchiveTests
{
    private static readonly byte[]?[] Originales =
    [
        Originaux.Compose(2), Originaux.Jpeg(200, 280), Originaux.Courriel(), [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "abc"u8.ToArray(),
    ];

    [Fact]
    public void Avec_le_pdf_d_un_autre_elle_tient_toute_la_norme_et_joint_chaque_original_intact()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        var atelier = Atelier.Composer(Originales, d => d with { Actes = [Atelier.Acte(dossier, "chiffrage/note")], Forme = FormeDeLiasse.Archive }, dossier);

        Assert.Empty(Rendu.Verificateur.Anomalies(atelier.Seul));
        Assert.StartsWith("Archive_", atelier.Liasse.Fichiers[0].Nom, StringComparison.Ordinal);
        Assert.StartsWith("Conçu pour l’archivage et l’accessibilité", atelier.Liasse.Fichiers[0].Norme, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4, 5], atelier.Liasse.Fichiers[0].Pieces);
        var jointes = Jointes(atelier.Seul);
        Assert.Equal(
            Originales.Select((o, i) => ($"Piece-{i + 1:00}_Certificat-d-essai_2026-03-02.{Extension(i)}", Convert.ToBase64String(o!))),
            jointes.Where(j => j.Key.StartsWith("Piece-", StringComparison.Ordinal)).Select(j => (j.Key, Convert.ToBase64String(j.Value))).Order());
        Assert.Contains("chiffrage.json", jointes.Keys);
        Assert.Contains("Piece-02_Certificat-d-essai_2026-03-02.jpg", string.Concat(Atelier.Pages(atelier.Seul).Take(2).Select(p => p.Text)).Replace('\u2011', '-'), StringComparison.Ordinal);
    }

    [Fact]
    public void Scellee_elle_nomme_l_original_change()
    {
        var atelier = Atelier.Composer(Originales, d => d with { Forme = FormeDeLiasse.Archive, Sceau = new(Scelles.Cle, ["Barème d’essai"]) });
        var octets = atelier.Seul;
        Assert.Equal(Verdict.Intact, Scelles.Examiner(octets).Verdict);

        octets[octets.AsSpan().IndexOf(Originales[1]) + 100] ^= 1;

        Assert.Equal(["Piece-02_Certificat-d-essai_2026-03-02.jpg"], Scelles.Examiner(octets).PartiesChangees);
    }

    [Fact]
    public void Une_piece_sans_fichier_est_dite_sans_arreter_le_reste()
    {
        var atelier = Atelier.Composer([Originaux.Compose(1), null], d => d with { Forme = FormeDeLiasse.Archive });

        Assert.Equal(2, Assert.Single(atelier.Liasse.Incidents).Piece);
        Assert.Single(Jointes(atelier.Seul));
        Assert.Contains("n’a pas été déposé", Atelier.Pages(atelier.Seul)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Elle_se_partage_sous_la_limite_du_canal_sans_perdre_un_original()
    {
        var limite = Envois.Limite(CanalDEnvoi.Rpva);
        var atelier = Atelier.Composer(
            Enumerable.Range(1, 6).Select(_ => Originaux.Jpeg(200, 280, remplissage: 2_000_000)), d => d with { Forme = FormeDeLiasse.Archive, Limite = limite });

        Assert.True(atelier.Liasse.Fichiers.Count > 1);
        Assert.All(atelier.Liasse.Fichiers, f => Assert.InRange(f.Octets, 1, limite.Octets));
        Assert.All(atelier.Liasse.Fichiers, f => Assert.Empty(Rendu.Verificateur.Anomalies(atelier.Octets(f.Nom))));
        Assert.Equal(6, atelier.Liasse.Fichiers.Sum(f => Jointes(atelier.Octets(f.Nom)).Count));
    }

    [Fact]
    public void Le_nom_de_l_enfant_dans_un_intitule_n_entre_pas_dans_le_nom_du_fichier_joint()
    {
        var dossier = Exemples.Lire("1-sextorsion");
        var atelier = Atelier.Composer(
            [Originaux.Compose(1)],
            d => d with { Forme = FormeDeLiasse.Archive, Pieces = [d.Pieces[0] with { Piece = d.Pieces[0].Piece with { Titre = $"Certificat de {dossier.Enfant.Prenoms} {dossier.Enfant.Nom}" } }] },
            dossier);

        Assert.Equal(["Piece-01_2026-03-02.pdf"], Jointes(atelier.Seul).Keys);
    }

    [FactSiOutil("qpdf")]
    public void Qpdf_ne_trouve_rien_a_redire() =>
        Assert.Equal("", OutilPdf.Verifier(Atelier.Composer(Originales, d => d with { Forme = FormeDeLiasse.Archive }).Seul));

    private static string Extension(int rang) => rang switch { 0 or 3 => "pdf", 1 => "jpg", 2 => "eml", _ => "bin" };

    private static Dictionary<string, byte[]> Jointes(byte[] octets)
    {
        using var document = PdfDocument.Open(octets);
        return document.Advanced.TryGetEmbeddedFiles(out var fichiers) ? fichiers.ToDictionary(f => f.Name, f => f.Memory.ToArray()) : [];
    }
}
