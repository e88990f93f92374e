using System.Text;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;
using static Reparation.Documents.Tests.Rendu.ActeExemple;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>L'acte est balisé, lisible par un autre lecteur, et ses renvois mènent où ils disent.</summary>
public sealed class BalisageTests
{
    private static readonly Acte Acte = Complet();
    private static readonly DocumentRendu Document = new MoteurMaison().Composer(Acte, Charte.Acte);

    [Fact]
    public void Un_acte_complet_ne_presente_aucune_anomalie() => Assert.Empty(Verificateur.Anomalies(Document.Octets));

    [Fact]
    public void Un_acte_de_soixante_pages_ne_presente_aucune_anomalie()
    {
        var rendu = new MoteurMaison().Composer(DeSoixantePages(), Charte.Plan);

        Assert.True(rendu.Pages >= 60);
        Assert.Empty(Verificateur.Anomalies(rendu.Octets));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Le_texte_extrait_est_celui_des_blocs_mot_pour_mot(bool acte)
    {
        var rendu = new MoteurMaison().Composer(Acte, acte ? Charte.Acte : Charte.Plan);
        using var lecture = new Lecture(rendu.Octets);

        Assert.Equal(
            new TexteDesBlocs(rendu.PageDesAncres).Lire(Acte.Corps),
            TexteDesBlocs.Mots(lecture.Texte(lecture.Arbre())));
    }

    [Fact]
    public void Les_titres_sont_a_la_page_annoncee()
    {
        using var lecture = new Lecture(Document.Octets);
        var titres = lecture.Arbre().Tous().Where(n => n.Genre is "H1" or "H2" or "H3" or "H4").ToList();
        var blocs = Acte.Corps.OfType<Bloc.Titre>().ToList();

        Assert.Equal(blocs.Count, titres.Count);
        Assert.All(blocs.Zip(titres), paire =>
        {
            Assert.Equal($"H{paire.First.Niveau}", paire.Second.Genre);
            Assert.Equal(Document.PageDesAncres[paire.First.Ancre], Lecture.Page(paire.Second));
        });
    }

    [Fact]
    public void Chaque_signet_mene_a_la_page_de_son_titre()
    {
        using var lecture = new Lecture(Document.Octets);
        Assert.True(lecture.Document.TryGetBookmarks(out var signets));
        var pages = signets.GetNodes().OfType<DocumentBookmarkNode>().Select(n => (n.Title, n.Level, n.PageNumber)).ToList();

        Assert.Equal(
            Acte.Corps.OfType<Bloc.Titre>().Select(t => (string.Concat(t.Contenu.OfType<Inline.Texte>().Select(x => x.Contenu)), t.Niveau - 1, Document.PageDesAncres[t.Ancre])),
            pages);
    }

    [Fact]
    public void Chaque_ligne_du_sommaire_mene_a_la_page_qu_elle_imprime()
    {
        using var lecture = new Lecture(Document.Octets);
        var lignes = lecture.Arbre().Tous().Where(n => n.Genre == "TOCI").ToList();

        Assert.Equal(Acte.Corps.OfType<Bloc.Titre>().Count(t => t.Niveau <= 3), lignes.Count);
        Assert.All(lignes, ligne =>
        {
            var cible = ligne.Tous().SelectMany(n => n.Enfants.OfType<Renvoi>()).Single().Annotation;
            var destination = (ArrayToken)lecture.Lire(cible.Data["Dest"]);
            Assert.EndsWith(" " + lecture.PageDe(destination.Data[0]), lecture.Texte(ligne).TrimEnd());
        });
    }

    [Fact]
    public void Un_lien_https_garde_son_adresse_et_un_renvoi_sa_page()
    {
        using var lecture = new Lecture(Document.Octets);
        var liens = lecture.Arbre().Tous().Where(n => n.Genre == "P").SelectMany(n => n.Tous()).SelectMany(n => n.Enfants.OfType<Renvoi>())
            .Select(r => r.Annotation).ToList();

        Assert.Contains(liens, a => a.Data.ContainsKey("Dest")
            && lecture.PageDe(((ArrayToken)a.Data["Dest"]).Data[0]) == Document.PageDesAncres["poste-dft"]);
        Assert.Contains(liens, a => lecture.Valeur<DictionaryToken>(a, "A") is { } action
            && Lecture.Chaine(action.Data["URI"]) == "https://www.legifrance.gouv.fr/codes/id/LEGISCTA000006151920");
    }

    [Fact]
    public void Un_en_tete_repete_est_sur_chaque_page_et_une_seule_fois_dans_l_arbre()
    {
        using var lecture = new Lecture(Document.Octets);
        var tableau = lecture.Arbre().Tous().First(n => n.Genre == "Table");
        var pages = tableau.Tous().SelectMany(n => n.Enfants.OfType<Sequence>()).Select(s => s.Page).Distinct().ToList();

        Assert.True(pages.Count >= 3);
        Assert.Single(tableau.Tous(), n => n.Genre == "TH" && lecture.Texte(n).Trim() == "Observation");
        Assert.All(pages, p => Assert.Contains("Observation", lecture.Pages[p - 1].Text));
    }

    [Fact]
    public void Le_fichier_joint_est_rendu_octet_pour_octet()
    {
        using var lecture = new Lecture(Document.Octets);
        Assert.True(lecture.Document.Advanced.TryGetEmbeddedFiles(out var fichiers));

        Assert.Equal(Jointe.Octets, Assert.Single(fichiers).Memory.ToArray());
        var fiche = (DictionaryToken)lecture.Lire(lecture.Valeur<ArrayToken>(lecture.Catalogue, "AF")!.Data[0]);
        Assert.Equal("Data", lecture.Valeur<NameToken>(fiche, "AFRelationship")!.Data);
        Assert.Equal("donnees.json", Lecture.Chaine(fiche.Data["UF"]));
    }

    [Theory]
    [InlineData("/Tabs/S", "/Tabz/S")]
    [InlineData("/Lang (", "/Lanx (")]
    [InlineData("/Scope/Column", "/Scopx/Column")]
    [InlineData("/S/Figure/P", "/S/Figurx/P")]
    [InlineData("/Alt ", "/Alx ")]
    [InlineData("/BBox[", "/BBix[")]
    [InlineData("/Marked true", "/Markex true")]
    [InlineData("/Contents (", "/Contentx (")]
    [InlineData("/ToUnicode", "/ToUnicodx")]
    [InlineData("<pdfuaid:part>1", "<pdfuaid:part>9")]
    [InlineData("/H1<</MCID 0>>BDC", "                 ")]
    [InlineData("/S/H2", "/S/H4")]
    [InlineData("/F 4", "/F 0")]
    [InlineData("<</Type/Layout>>BDC", "<</MCID 7>>     BDC")]
    public void Une_balise_abimee_est_vue(string bonne, string abimee)
    {
        Assert.Equal(bonne.Length, abimee.Length);
        var texte = Encoding.Latin1.GetString(new MoteurMaison { Comprime = false }.Composer(Acte, Charte.Acte).Octets);
        var place = texte.IndexOf(bonne, StringComparison.Ordinal);
        Assert.True(place > 0, "La balise à abîmer n'est pas dans le fichier.");

        var mutant = Encoding.Latin1.GetBytes(texte[..place] + abimee + texte[(place + bonne.Length)..]);

        Assert.NotEmpty(Verificateur.Anomalies(mutant));
    }

    [Fact]
    public void Sans_compression_le_fichier_reste_sans_anomalie() =>
        Assert.Empty(Verificateur.Anomalies(new MoteurMaison { Comprime = false }.Composer(Acte, Charte.Acte).Octets));
}
