using System.Text;
using Reparation.Documents.Blocs;
using Reparation.Documents.Pieces;
using Reparation.Documents.Tests.Actes;
using Reparation.Domain.Referentiels;
using UglyToad.PdfPig.Tokens;
using Lecture = Reparation.Documents.Tests.Rendu.Lecture;

namespace Reparation.Documents.Tests.Pieces;

/// <summary>Une liasse est complète, droite, liée, sous la limite, et dit ce qu'elle n'a pas pu faire.</summary>
public sealed class LiasseTests
{
    private static readonly Lazy<(string Sorte, byte[]? Octets, int Pages, bool Incident)[]> Sortes = new(() =>
    [
        ("composé", Originaux.Compose(3), 3, false),
        ("linéarisé", Originaux.Qpdf(Originaux.Compose(2), "--linearize"), 2, false),
        ("écrit à la main", Originaux.Ecrit(Originaux.Reperee(0)), 1, false),
        ("tourné", Originaux.Ecrit(Originaux.Reperee(90), Originaux.Reperee(180), Originaux.Reperee(270)), 3, false),
        ("paysage", Originaux.Ecrit(Originaux.Reperee(0, largeur: 842, hauteur: 595)), 1, false),
        ("A5 rogné", Originaux.Ecrit(Originaux.Reperee(0, 100, -40, 420, 595)), 1, false),
        ("ticket étroit", Originaux.Ecrit(Originaux.Reperee(0, largeur: 160, hauteur: 400)), 1, false),
        ("numérisation", Originaux.Jpeg(1240, 1754, pointsParPouce: 150), 1, false),
        ("image transparente", Originaux.Png(60, 40, 6, 8, (x, y) => [x * 4, y * 6, 0, 128]), 1, false),
        ("courriel", Originaux.Courriel(), 1, false),
        ("texte Word", Originaux.Word("Un premier paragraphe.", "Un second, avec un symbole rare\u00A0: \u4E2D."), 1, false),
        ("mot de passe", Originaux.Qpdf(Originaux.Compose(2), "--encrypt", "secret", "maitre", "256", "--"), 1, true),
        ("verrou de propriétaire", Originaux.Qpdf(Originaux.Compose(2), "--encrypt", "", "maitre", "256", "--"), 2, false),
        ("tronqué", Originaux.Compose(3)[..4000], 1, true),
        ("vide", [], 1, true),
        ("texte nommé .pdf", Encoding.ASCII.GetBytes("ceci n'est pas un PDF"), 1, true),
        ("absent", null, 1, true),
        ("sans fin", SansFin(Originaux.Ecrit(Originaux.Reperee(0))), 1, false),
    ]);

    [Fact]
    public void Cent_pieces_de_toutes_sortes_se_relient()
    {
        var pieces = Enumerable.Range(0, 100).Select(i => Sortes.Value[i % Sortes.Value.Length]).ToList();
        var dossier = Exemples.Lire("2-proxenetisme");
        var atelier = Atelier.Composer(pieces.Select(p => p.Octets), d => d with { Actes = [Atelier.Acte(dossier)] }, dossier);
        var fichier = Assert.Single(atelier.Liasse.Fichiers);
        var pages = Atelier.Pages(atelier.Seul);

        Assert.Equal(fichier.Pages, pages.Count);
        Assert.Equal(atelier.Seul.Length, fichier.Octets);
        Assert.Equal(pieces.Select((p, i) => (i + 1, p.Incident)).Where(p => p.Incident).Select(p => p.Item1), atelier.Liasse.Incidents.Select(i => i.Piece!.Value));
        var depart = fichier.PageDesAncres[Ancres.Piece(1)];
        Assert.Equal(fichier.Pages, depart - 1 + pieces.Sum(p => p.Pages));
        for (var i = 0; i < pieces.Count; i++)
        {
            Assert.Equal(depart, fichier.PageDesAncres[Ancres.Piece(i + 1)]);
            for (var p = 1; p <= pieces[i].Pages; p++)
            {
                var tampon = Atelier.Tampon(pages[depart - 1]);
                Assert.True(tampon.Contains($"Pièce n° {i + 1} ", StringComparison.Ordinal), $"{pieces[i].Sorte} : {tampon}");
                Assert.Contains($"page {p}/{pieces[i].Pages}", tampon, StringComparison.Ordinal);
                Assert.DoesNotContain('?', tampon);
                depart++;
            }
        }
    }

    [Fact]
    public void Chaque_lien_d_une_piece_citee_mene_a_sa_page_et_le_tampon_ramene_au_bordereau()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        var atelier = Atelier.Composer(
            dossier.Pieces.Select(_ => Originaux.Ecrit(Originaux.Reperee(0))), d => d with { Actes = [Atelier.Acte(dossier)] }, dossier);
        var fichier = Assert.Single(atelier.Liasse.Fichiers);
        using var lecture = new Lecture(atelier.Seul);
        var liens = lecture.Pages.SelectMany(p => (lecture.Valeur<ArrayToken>(p.Dictionary, "Annots")?.Data ?? [])
            .Select(a => (DictionaryToken)lecture.Lire(a))
            .Where(a => a.Data.ContainsKey("Dest"))
            .Select(a => (Depuis: p.Number, Texte: Lecture.Chaine(a.Data["Contents"]), Vers: lecture.PageDe(lecture.Valeur<ArrayToken>(a, "Dest")!.Data[0])))).ToList();

        var premiere = fichier.PageDesAncres[Ancres.Piece(1)];
        var citations = liens.Where(l => l.Depuis < premiere && l.Texte.StartsWith("pièce n°\u00A0", StringComparison.OrdinalIgnoreCase) && l.Texte.All(c => c != ',')).ToList();
        Assert.NotEmpty(citations);
        Assert.All(citations, c => Assert.Equal(fichier.PageDesAncres["piece-" + c.Texte.Split('\u00A0')[1]], c.Vers));
        for (var n = 1; n <= dossier.Pieces.Count; n++)
        {
            var page = fichier.PageDesAncres[Ancres.Piece(n)];
            Assert.Equal(fichier.PageDesAncres[Ancres.Bordereau(n)], Assert.Single(liens, l => l.Depuis == page).Vers);
        }

        // Le bordereau lui-même mène à chaque pièce.
        Assert.All(Enumerable.Range(1, dossier.Pieces.Count), n => Assert.Contains(liens, l => l.Vers == fichier.PageDesAncres[Ancres.Piece(n)] && l.Texte == $"{n}"));
    }

    [Fact]
    public void Sans_acte_la_liasse_compose_son_bordereau()
    {
        var atelier = Atelier.Composer([Originaux.Compose(1), Originaux.Compose(2)]);
        var fichier = Assert.Single(atelier.Liasse.Fichiers);

        Assert.Contains("Bordereau de communication de pièces", Atelier.Pages(atelier.Seul)[fichier.PageDesAncres[Ancres.Bordereau(2)] - 1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Avec_un_pdf_d_autrui_la_liasse_n_annonce_aucune_norme_mais_garde_langue_signets_et_alternatives()
    {
        var atelier = Atelier.Composer([Originaux.Compose(2)]);
        using var lecture = new Lecture(atelier.Seul);
        var xmp = Lecture.Flux(lecture.Valeur<StreamToken>(lecture.Catalogue, "Metadata")!);

        Assert.DoesNotContain("pdfaid", xmp, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfuaid", xmp, StringComparison.Ordinal);
        Assert.False(lecture.Catalogue.Data.ContainsKey("OutputIntents"));
        Assert.Equal("fr-FR", Lecture.Chaine(lecture.Catalogue.Data["Lang"]));
        Assert.True(lecture.Document.TryGetBookmarks(out var signets));
        Assert.Contains(signets.GetNodes(), s => s.Title.StartsWith("Pièce n°\u00A01", StringComparison.Ordinal));
        var figures = lecture.Arbre().Tous().Where(n => n.Genre == "Figure").Select(n => Lecture.Chaine(n.Dictionnaire.Data["Alt"])).ToList();
        Assert.Equal(2, figures.Count);
        Assert.EndsWith("pièce n°\u00A01, page 2 sur 2", figures[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Faite_de_pages_converties_elle_annonce_l_archivage_sans_l_accessibilite(bool imprimeur)
    {
        byte[]?[] originaux = [imprimeur ? DImprimeur(Originaux.Jpeg(200, 280)) : Originaux.Jpeg(200, 280), Originaux.Png(60, 40, 6, 8, (x, y) => [x, y, 0, 128]), Originaux.Courriel(), null];
        var atelier = Atelier.Composer(originaux);
        using var lecture = new Lecture(atelier.Seul);
        var xmp = Lecture.Flux(lecture.Valeur<StreamToken>(lecture.Catalogue, "Metadata")!);

        Assert.Equal(!imprimeur, xmp.Contains("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>B<", StringComparison.Ordinal));
        Assert.Equal(!imprimeur, lecture.Catalogue.Data.ContainsKey("OutputIntents"));
        Assert.DoesNotContain("pdfuaid", xmp, StringComparison.Ordinal);
        var annonce = Assert.Single(atelier.Liasse.Fichiers).Norme;
        Assert.StartsWith(imprimeur ? "Aucune norme" : "Conçu pour l’archivage", annonce, StringComparison.Ordinal);
        Assert.Contains(annonce[..20].Replace('\u00A0', ' '), Atelier.Pages(atelier.Seul)[0].Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Actes_et_bordereau_seuls_tiennent_toute_la_norme()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        var atelier = Atelier.Composer([Originaux.Compose(1)], d => d with { Actes = [Atelier.Acte(dossier)], Forme = FormeDeLiasse.UnFichierParPiece }, dossier);

        Assert.Empty(Rendu.Verificateur.Anomalies(atelier.Octets(atelier.Liasse.Fichiers[0].Nom)));
    }

    [Fact]
    public void La_meme_liasse_donne_les_memes_octets()
    {
        var originaux = Sortes.Value.Select(s => s.Octets).ToList();

        Assert.Equal(Atelier.Composer(originaux).Seul, Atelier.Composer(originaux).Seul);
    }

    [Fact]
    public void Le_tampon_peut_ne_paraitre_que_sur_la_premiere_page()
    {
        var atelier = Atelier.Composer([Originaux.Ecrit(Originaux.Reperee(0), Originaux.Reperee(0))], d => d with { PremierePageSeulement = true });
        var pages = Atelier.Pages(atelier.Seul);

        Assert.Contains("Pièce n° 1", pages[^2].Text, StringComparison.Ordinal);
        Assert.Equal(874, pages[^2].Height, 0.5);
        Assert.DoesNotContain("Pièce", pages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(842, pages[^1].Height, 0.5);
    }

    [Fact]
    public void Chaque_volume_tient_sous_la_limite_et_dit_ce_qu_il_contient()
    {
        var limite = Envois.Limite(CanalDEnvoi.Rpva);
        var atelier = Atelier.Composer(
            Enumerable.Range(0, 12).Select(_ => Originaux.Jpeg(800, 1100, remplissage: 900_000)), d => d with { Limite = limite });
        var fichiers = atelier.Liasse.Fichiers;

        Assert.True(fichiers.Count >= 3);
        Assert.Empty(atelier.Liasse.Incidents);
        Assert.All(fichiers, f => Assert.InRange(f.Octets, 1, limite.Octets));
        Assert.Equal(Enumerable.Range(1, 12), fichiers.SelectMany(f => f.Pieces));
        for (var i = 0; i < fichiers.Count; i++)
        {
            Assert.EndsWith($"_volume-{i + 1}-sur-{fichiers.Count}.pdf", fichiers[i].Nom, StringComparison.Ordinal);
            var garde = Atelier.Pages(atelier.Octets(fichiers[i].Nom))[0].Text;
            Assert.Contains($"Volume {i + 1} sur {fichiers.Count}", garde, StringComparison.Ordinal);
            Assert.Contains($"Pièce n° {fichiers[i].Pieces[0]} : Certificat", garde, StringComparison.Ordinal);
        }

        var seconde = Atelier.Pages(atelier.Octets(fichiers[1].Nom));
        Assert.Contains("Retour au sommaire", Atelier.Tampon(seconde[fichiers[1].PageDesAncres[Ancres.Piece(fichiers[1].Pieces[0])] - 1]), StringComparison.Ordinal);

        // Le renvoi à une pièce d'un autre volume reste au bordereau du premier.
        Assert.Contains(Ancres.Bordereau(12), fichiers[0].PageDesAncres.Keys);
    }

    [Fact]
    public void Une_piece_plus_lourde_que_la_limite_est_seule_et_signalee()
    {
        var lourde = Originaux.Jpeg(800, 1100, remplissage: 5_000_000);
        var atelier = Atelier.Composer([Originaux.Compose(1), lourde, Originaux.Compose(1)], d => d with { Limite = Envois.Limite(CanalDEnvoi.Rpva) });

        var incident = Assert.Single(atelier.Liasse.Incidents);
        Assert.Equal(2, incident.Piece);
        Assert.Contains("5\u00A0Mo", incident.Quoi, StringComparison.Ordinal);
        Assert.Contains(atelier.Liasse.Fichiers, f => f.Pieces is [2]);
        Assert.All(atelier.Liasse.Fichiers.Where(f => !f.Pieces.Contains(2)), f => Assert.InRange(f.Octets, 1, 4_000_000));
    }

    [Fact]
    public void Un_fichier_par_piece_porte_un_nom_neutre_et_court()
    {
        var enfant = Exemples.Lire("1-sextorsion").Enfant;
        var titres = new[] { "Certificat médical", $"Lettre de {enfant.Prenoms}", "Œuvre très longue, dont l’intitulé dépasse de loin ce qu’un canal accepte pour un nom" };
        var atelier = Atelier.Composer(titres.Select(_ => Originaux.Compose(1)), d => d with
        {
            Forme = FormeDeLiasse.UnFichierParPiece,
            Pieces = [.. d.Pieces.Select((p, i) => p with { Piece = p.Piece with { Titre = titres[i] } })],
        });
        var noms = atelier.Liasse.Fichiers.Select(f => f.Nom).ToList();

        Assert.Equal("Piece-01_Certificat-medical_2026-03-02.pdf", noms[1]);
        Assert.Equal("Piece-02_2026-03-02.pdf", noms[2]);
        Assert.StartsWith("Piece-03_Oeuvre-tres-longue-dont-l-intitule", noms[3], StringComparison.Ordinal);
        Assert.All(noms, n => Assert.True(n.Length <= 80 && n.All(char.IsAscii), n));
        Assert.Equal(2, Assert.Single(atelier.Liasse.Incidents).Piece);
        Assert.Contains("Pièce n° 1", Atelier.Tampon(Assert.Single(Atelier.Pages(atelier.Octets(noms[1])))), StringComparison.Ordinal);
    }

    [Fact]
    public void Une_piece_non_communicable_ou_au_numero_double_reste_dehors()
    {
        var atelier = Atelier.Composer([Originaux.Compose(1), Originaux.Compose(1), Originaux.Compose(1)], d => d with
        {
            Pieces = [d.Pieces[0] with { Piece = d.Pieces[0].Piece with { NonCommunicable = true } }, d.Pieces[1], d.Pieces[2] with { Piece = d.Pieces[1].Piece }],
        });

        Assert.Equal([2], Assert.Single(atelier.Liasse.Fichiers).Pieces);
        Assert.Equal([1, 2], atelier.Liasse.Incidents.Select(i => i.Piece!.Value));
    }

    [Fact]
    public void L_original_d_une_piece_transcrite_ou_illisible_est_joint_intact()
    {
        var courriel = Originaux.Courriel();
        var atelier = Atelier.Composer([courriel, Encoding.ASCII.GetBytes("ceci n'est pas un PDF")]);
        using var document = UglyToad.PdfPig.PdfDocument.Open(atelier.Seul);

        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var joints));
        Assert.Equal(courriel, joints.Single(j => j.Name == "Piece-01_original.eml").Memory.ToArray());
        Assert.Equal("ceci n'est pas un PDF", Encoding.ASCII.GetString(joints.Single(j => j.Name == "Piece-02_original.bin").Memory.Span));
        var texte = document.GetPages().ElementAt(document.NumberOfPages - 2).Text;
        Assert.Contains("Transcription du texte", texte, StringComparison.Ordinal);
        Assert.Contains("Établissement fictif", texte, StringComparison.Ordinal);
        Assert.Contains("Absences du trimestre, relevé", texte, StringComparison.Ordinal);
        Assert.Contains("absente douze demi-journées ☐", texte, StringComparison.Ordinal);
        Assert.Contains("image/png", texte, StringComparison.Ordinal);
    }

    [FactSiOutil("qpdf")]
    public void Qpdf_ne_trouve_rien_a_redire() => Assert.Equal("", OutilPdf.Verifier(Atelier.Composer(Sortes.Value.Select(s => s.Octets)).Seul));

    // Le nombre de couleurs, dans l'en-tête d'image.
    private static byte[] DImprimeur(byte[] jpeg)
    {
        jpeg[jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]) + 9] = 4;
        return jpeg;
    }

    private static byte[] SansFin(byte[] octets) => octets[..Encoding.Latin1.GetString(octets).LastIndexOf("startxref", StringComparison.Ordinal)];
}
