using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Word;
using Reparation.Documents.Tests.Actes;
using static Reparation.Documents.Tests.Rendu.ActeExemple;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Une note de bas de page : au pied de la page de son appel, vraie note pour Word, relue telle qu'elle s'écrit.</summary>
public sealed class NotesDePageTests
{
    private static readonly Acte Long = Avec(
    [
        .. Enumerable.Range(1, 60).Select(i => (Bloc)new Bloc.Paragraphe(
        [
            new Inline.Texte($"Paragraphe fictif {i}, assez long pour tenir sur deux lignes de la page et faire avancer le texte vers le bas de la feuille"),
            .. i % 3 == 0 ? new Inline[] { new Inline.Note([new Inline.Texte($"Source fictive {i}, dont le texte est lui aussi assez long pour occuper deux lignes au pied de la page, avec son numéro en tête.")]) } : [],
            new Inline.Texte("."),
        ])),
    ]);

    [Fact]
    public void Une_note_est_au_pied_de_la_page_de_son_appel_et_sous_tout_le_texte()
    {
        var rendu = new MoteurMaison().Composer(Long, Charte.Acte);

        Assert.Empty(Verificateur.Anomalies(rendu.Octets));
        using var lecture = new Lecture(rendu.Octets);
        var appels = lecture.Arbre().Tous().Where(n => n.Genre == "Reference").Select(Lecture.Page).ToList();
        var notes = lecture.Arbre().Tous().Where(n => n.Genre == "Note").ToList();
        Assert.Equal(20, notes.Count);
        Assert.Equal(appels, notes.Select(n => n.Tous().SelectMany(x => x.Enfants.OfType<Sequence>()).Select(s => s.Page).Distinct().Single()));
        Assert.True(appels.Distinct().Count() > 2);
        Assert.Equal(
            Enumerable.Range(1, 20).Select(i => $"{i} Source fictive {i * 3}, dont"),
            notes.Select(n => string.Join(' ', TexteDesBlocs.Mots(lecture.Texte(n)).Take(5))));

        // Sur chaque page, le plus bas du texte reste au-dessus de la première note, et la dernière au-dessus du pied.
        Assert.All(lecture.Pages, page =>
        {
            var mots = page.GetWords().ToList();
            var bas = mots.Where(m => m.Text == "Paragraphe").Min(m => m.BoundingBox.Bottom);
            Assert.All(mots.Where(m => m.Text == "Source"), m => Assert.InRange(m.BoundingBox.Top, 60, bas - 8));
        });
    }

    [Fact]
    public void Word_recoit_de_vraies_notes()
    {
        using var memoire = new MemoryStream(MoteurWord.Composer(Long, Charte.Acte));
        using var paquet = WordprocessingDocument.Open(memoire, isEditable: false);

        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(paquet).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal(22, paquet.MainDocumentPart!.FootnotesPart!.Footnotes!.ChildElements.Count);
        Assert.Equal(20, paquet.MainDocumentPart.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.FootnoteReference>().Count());
    }

    [Fact]
    public void Un_modele_l_ecrit_en_Markdown()
    {
        var acte = Exemples.Essayer("La règle est posée[^regle].\n\n[^regle]: Art. 2 du code de procédure pénale.\n\nSuite.\n", Exemples.Lire("1-sextorsion"));

        Assert.Contains("La règle est posée [note : Art. 2 du code de procédure pénale.].", ActeTexte.Ecrire(acte).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Un appel[^seul] sans texte.\n", "n’a pas de note")]
    [InlineData("# Titre[^1]\n\n[^1]: Texte.\n", "dans un paragraphe")]
    [InlineData("Un appel[^1].\n\n[^1]: Un texte, et sa note[^2].\n\n[^2]: Autre.\n", "ni autre note")]
    public void Une_note_mal_ecrite_est_refusee_avec_sa_raison(string corps, string raison) =>
        Assert.Contains(raison, Assert.Throws<ModeleException>(() => Exemples.Essayer(corps, Exemples.Lire("1-sextorsion"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Une_note_dans_un_tableau_est_refusee() => Assert.Contains(
        "tableau",
        Assert.Throws<RenduException>(() => new MoteurMaison().Composer(
            Avec(new Bloc.Tableau("t", [new([new Inline.Texte("a")])], [new([[new Inline.Note([new Inline.Texte("b")])]])])), Charte.Acte)).Message,
        StringComparison.Ordinal);
}
