namespace Reparation.Documents.Tests.Pieces;

/// <summary>Une page d'autrui entre telle qu'on la voit, et sans rien d'autre.</summary>
public sealed class ImportTests
{
    [Theory]
    [InlineData(0, 0, 0, 595, 842)]
    [InlineData(90, 0, 0, 595, 842)]
    [InlineData(180, 0, 0, 595, 842)]
    [InlineData(270, 0, 0, 595, 842)]
    [InlineData(0, 120, -60, 420, 595)]
    [InlineData(90, 120, -60, 420, 595)]
    [InlineData(270, -50, 33, 842, 595)]
    public void Tournee_ou_rognee_la_page_parait_droite_et_a_sa_place(int rotation, double gauche, double bas, double largeur, double hauteur)
    {
        var page = Derniere(Originaux.Ecrit(Originaux.Reperee(rotation, gauche, bas, largeur, hauteur)));
        var lettre = page.Letters.First(l => l.Value == "R" && l.FontName!.Contains("Helvetica", StringComparison.Ordinal));
        var (vueL, vueH) = rotation is 90 or 270 ? (hauteur, largeur) : (largeur, hauteur);

        Assert.Equal(vueL, page.Width, 0.1);
        Assert.Equal(vueH + 32, page.Height, 0.1);
        Assert.Equal(UglyToad.PdfPig.Content.TextOrientation.Horizontal, lettre.TextOrientation);
        Assert.Equal(30, lettre.StartBaseLine.X, 0.1);
        Assert.Equal(vueH - 50, lettre.StartBaseLine.Y, 0.1);
    }

    [Fact]
    public void Plusieurs_flux_de_contenu_se_lisent_bout_a_bout()
    {
        var octets = Originaux.Ecrit(
            ["<</Length 22>>\nstream\nBT /F1 20 Tf 30 700 Td\nendstream", "<</Length 12>>\nstream\n(SUITE) Tj ET\nendstream".Replace("12", "13", StringComparison.Ordinal)],
            [new PageEcrite("", Reste: "/Contents[10 0 R 11 0 R]")]);

        Assert.Contains("SUITE", Derniere(octets).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_reponse_cochee_et_un_champ_rempli_restent_visibles()
    {
        var octets = Originaux.Ecrit(
            [
                "<</Type/Annot/Subtype/Widget/FT/Tx/V(x)/F 4/Rect[100 600 300 640]/AP<</N 11 0 R>>>>",
                "<</Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 3 0 R>>>>/Length 34>>\nstream\nBT /F1 10 Tf 0 5 Td (REMPLI) Tj ET \nendstream",
                "<</Type/Annot/Subtype/Widget/FT/Btn/AS/Oui/F 4/Rect[50 50 60 60]/AP<</N<</Oui 13 0 R/Off 14 0 R>>>>>>",
                "<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<</Font<</F1 3 0 R>>>>/Length 32>>\nstream\nBT /F1 8 Tf 1 1 Td (COCHE) Tj ET  \nendstream",
                "<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<</Font<</F1 3 0 R>>>>/Length 32>>\nstream\nBT /F1 8 Tf 1 1 Td (VIDE) Tj ET   \nendstream",
                "<</Type/Annot/Subtype/Text/F 2/Rect[0 0 9 9]/AP<</N 16 0 R>>>>",
                "<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<</Font<</F1 3 0 R>>>>/Length 32>>\nstream\nBT /F1 8 Tf 1 1 Td (CACHE) Tj ET  \nendstream",
            ],
            [new PageEcrite("", Reste: "/Annots[10 0 R 12 0 R 15 0 R]")]);
        var page = Derniere(octets);
        var rempli = page.Letters.First(l => l.Value == "M" && l.FontName!.Contains("Helvetica", StringComparison.Ordinal));

        Assert.Contains("REMPLI", page.Text, StringComparison.Ordinal);
        Assert.Contains("COCHE", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("VIDE", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("CACHE", page.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), rempli.Color.ToRGBValues());
        Assert.Equal(610, rempli.StartBaseLine.Y, 0.5);
        Assert.Equal(20, rempli.PointSize, 0.5);
    }

    [Fact]
    public void Un_champ_rempli_sans_dessin_est_signale()
    {
        var octets = Originaux.Ecrit(["<</Type/Annot/Subtype/Widget/FT/Tx/V(x)/F 4/Rect[100 600 300 640]>>"], [new PageEcrite("", Reste: "/Annots[10 0 R]")]);

        Assert.Contains("champ de formulaire", Assert.Single(Atelier.Composer([octets]).Liasse.Incidents).Quoi, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_image_d_un_calque_masque_n_entre_pas()
    {
        var octets = Originaux.Ecrit(
            [
                "<</Type/OCG/Name(secret)>>",
                "<</Type/XObject/Subtype/Form/OC 10 0 R/BBox[0 0 500 500]/Resources<</Font<</F1 3 0 R>>>>/Length 35>>\nstream\nBT /F1 10 Tf 30 30 Td (MASQUE) Tj ET\nendstream",
            ],
            [new PageEcrite("/X Do BT /F1 9 Tf 30 300 Td (VISIBLE) Tj ET", Ressources: "/XObject<</X 11 0 R>>")],
            "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>");
        var page = Derniere(octets);

        Assert.Contains("VISIBLE", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MASQUE", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_passage_d_un_calque_masque_fait_refuser_la_piece()
    {
        var octets = Originaux.Ecrit(
            ["<</Type/OCG/Name(secret)>>"],
            [new PageEcrite("/OC /M BDC BT /F1 9 Tf 30 300 Td (MASQUE) Tj ET EMC", Ressources: "/Properties<</M 10 0 R>>")],
            "/OCProperties<</OCGs[10 0 R]/D<</BaseState/OFF>>>>");
        var atelier = Atelier.Composer([octets]);

        Assert.Contains("calque masqué", Assert.Single(atelier.Liasse.Incidents).Quoi, StringComparison.Ordinal);
        Assert.DoesNotContain("MASQUE", Atelier.Pages(atelier.Seul)[^1].Text, StringComparison.Ordinal);
    }

    [FactSiOutil("qpdf")]
    public void Scripts_actions_metadonnees_et_fichiers_joints_n_entrent_pas()
    {
        var octets = Originaux.Ecrit(
            [
                "<</S/JavaScript/JS(app.alert\\(SCRIPT\\))>>",
                "<</Type/Filespec/F(JOINT.exe)/EF<</F 12 0 R>>>>",
                "<</Type/EmbeddedFile/Length 8>>\nstream\nCHEVALTR\nendstream",
                "<</Type/Metadata/Length 9>>\nstream\nMETADONNE\nendstream",
                "<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A<</S/Launch/F(LANCE.exe)>>>>",
                "<</Type/ExtGState/Metadata 13 0 R/PieceInfo<</X<</Private(PRIVE)>>>>/AF[11 0 R]/CA 1>>",
            ],
            [new PageEcrite("/G gs", Reste: "/AA<</O 10 0 R>>/Metadata 13 0 R/Annots[14 0 R]/PieceInfo<</Y(PRIVE)>>", Ressources: "/ExtGState<</G 15 0 R>>")],
            "/OpenAction 10 0 R/Names<</EmbeddedFiles<</Names[(a) 11 0 R]>>/JavaScript<</Names[(b) 10 0 R]>>>>/Metadata 13 0 R");
        var clair = OutilPdf.EnClair(Atelier.Composer([octets]).Seul);

        Assert.All(["SCRIPT", "JavaScript", "JOINT", "CHEVALTR", "METADONNE", "LANCE", "Launch", "PRIVE", "PieceInfo"],
            mot => Assert.DoesNotContain(mot, clair, StringComparison.Ordinal));
    }

    [FactSiOutil("pdftoppm")]
    public void Les_huit_orientations_d_une_photographie_sont_redressees()
    {
        // Le coin noir, en haut à gauche de l'image enregistrée, et où il se voit.
        (int Orientation, bool Droite, bool Bas)[] attendus =
            [(1, false, false), (2, true, false), (3, true, true), (4, false, true), (5, false, false), (6, true, false), (7, true, true), (8, false, true)];
        var atelier = Atelier.Composer(attendus.Select(a => Originaux.Jpeg(80, 80, a.Orientation, pointsParPouce: 72)));
        var (pages, octets) = (Atelier.Pages(atelier.Seul), atelier.Seul);

        foreach (var (orientation, droite, bas) in attendus)
        {
            var page = pages.Count - 8 + orientation;
            var (x, y) = ((int)(pages[page - 1].Width - 80) / 2, 32);
            foreach (var (d, b) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                var gris = OutilPdf.Point(octets, page, x + (d ? 76 : 4), y + (b ? 76 : 4));
                Assert.True((gris < 60) == ((d, b) == (droite, bas)), $"orientation {orientation}, coin {d}/{b} : {gris}");
            }
        }
    }

    [FactSiOutil("qpdf")]
    public void Lieu_appareil_et_commentaire_d_une_photographie_sont_otes_et_l_image_reste_telle_quelle()
    {
        var jpeg = Originaux.Jpeg(80, 64, 6, 72);
        var clair = OutilPdf.EnClair(Atelier.Composer([jpeg]).Seul);

        Assert.DoesNotContain("LIEU-DE-PRISE", clair, StringComparison.Ordinal);
        Assert.DoesNotContain("COMMENTAIRE", clair, StringComparison.Ordinal);
        var donnees = System.Text.Encoding.Latin1.GetString(jpeg);
        Assert.Contains(donnees[donnees.IndexOf("\u00FF\u00DA", StringComparison.Ordinal)..], clair, StringComparison.Ordinal);
    }

    [FactSiOutil("pdftoppm")]
    public void Chaque_genre_de_png_se_voit_comme_il_faut()
    {
        // Moitié gauche noire, moitié droite blanche ; la transparence, elle, laisse voir le blanc.
        Func<int, int, int> moitie = (x, _) => x < 40 ? 0 : 1;
        byte[][] images =
        [
            Originaux.Png(80, 80, 0, 1, (x, y) => [moitie(x, y)]),
            Originaux.Png(80, 80, 0, 16, (x, y) => [moitie(x, y) * 65535]),
            Originaux.Png(80, 80, 2, 8, (x, y) => [moitie(x, y) * 255, moitie(x, y) * 255, moitie(x, y) * 255]),
            Originaux.Png(80, 80, 3, 4, (x, y) => [moitie(x, y)], palette: [0, 0, 0, 255, 255, 255]),
            Originaux.Png(80, 80, 3, 2, (x, y) => [moitie(x, y)], palette: [0, 0, 0, 0, 0, 0], transparence: [255, 0]),
            Originaux.Png(80, 80, 4, 8, (x, y) => [0, 255 * (1 - moitie(x, y))]),
            Originaux.Png(80, 80, 6, 16, (x, y) => [0, 0, 0, 65535 * (1 - moitie(x, y))]),
            Originaux.Png(80, 80, 2, 8, (x, y) => [9 * moitie(x, y), 0, 0], transparence: [0, 9, 0, 0, 0, 0]),
            Originaux.Png(80, 80, 0, 4, (x, y) => [moitie(x, y) * 15], entrelace: true),
            Originaux.Png(80, 80, 6, 8, (x, y) => [0, 0, 0, 255 * (1 - moitie(x, y))], entrelace: true),
        ];
        var atelier = Atelier.Composer(images);
        var (pages, octets) = (Atelier.Pages(atelier.Seul), atelier.Seul);

        Assert.Empty(atelier.Liasse.Incidents);
        for (var i = 0; i < images.Length; i++)
        {
            var page = pages[pages.Count - images.Length + i];
            var milieu = (int)(32 + (page.Height - 32) / 2);
            Assert.True(OutilPdf.Point(octets, page.Number, (int)page.Width / 4, milieu) < 10, $"image {i} : gauche");
            Assert.True(OutilPdf.Point(octets, page.Number, (int)(page.Width * 3 / 4), milieu) > 245, $"image {i} : droite");
        }
    }

    [Fact]
    public void Une_image_tronquee_est_refusee()
    {
        var (jpeg, png) = (Originaux.Jpeg(80, 80), Originaux.Png(80, 80, 2, 8, (x, y) => [x, y, 0]));

        Assert.Equal(2, Atelier.Composer([jpeg[..^20], png[..^40]]).Liasse.Incidents.Count);
    }

    [Theory]
    [InlineData("<</Type/Pages/Count 1/Kids[2 0 R]>>")]
    [InlineData("<</Type/Pages/Count 9/Kids[10 0 R 10 0 R 99 0 R]>>")]
    public void Un_arbre_de_pages_en_boucle_ou_troue_est_refuse(string racine)
    {
        var texte = System.Text.Encoding.Latin1.GetString(Originaux.Ecrit(Originaux.Reperee(0)));
        var abime = System.Text.RegularExpressions.Regex.Replace(texte, "<</Type/Pages/Count 1/Kids\\[[^]]*\\]>>", racine);

        Assert.Single(Atelier.Composer([System.Text.Encoding.Latin1.GetBytes(abime)]).Liasse.Incidents);
    }

    private static UglyToad.PdfPig.Content.Page Derniere(byte[] original)
    {
        var atelier = Atelier.Composer([original]);

        Assert.Empty(atelier.Liasse.Incidents);
        return Atelier.Pages(atelier.Seul)[^1];
    }
}
