using System.Globalization;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using UglyToad.PdfPig.Content;
using static Reparation.Documents.Blocs.Bloc;
using static Reparation.Documents.Tests.Rendu.ActeExemple;
using Page = UglyToad.PdfPig.Content.Page;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Ce que l'œil voit : marges, coupures, mentions.</summary>
public sealed class MiseEnPagesTests
{
    private const double Gauche = MoteurMaison.Marge;
    private const double Droite = MoteurMaison.Marge + MoteurMaison.Mesure;

    private static readonly string Phrase = string.Concat(Enumerable.Repeat("La Commission examine la demande de l’enfant fictif. ", 6));

    public static TheoryData<string> Chartes => ["acte", "plan"];

    [Theory]
    [MemberData(nameof(Chartes))]
    public void Rien_ne_sort_des_marges(string charte)
    {
        foreach (var acte in new[] { Complet(), Retors() })
        {
            using var lecture = new Lecture(Composer(acte, charte == "acte" ? Charte.Acte : Charte.Plan).Octets);
            Assert.All(lecture.Pages.SelectMany(Visibles), l =>
            {
                Assert.InRange(l.BoundingBox.Left, Gauche - 2, Droite);
                Assert.InRange(l.BoundingBox.Right, Gauche, Droite + 2);
                Assert.InRange(l.BoundingBox.Bottom, 25, 820);
            });
        }
    }

    [Fact]
    public void Les_lignes_justifiees_touchent_la_marge_et_la_derniere_non()
    {
        using var lecture = new Lecture(Composer(Avec(P(Phrase))).Octets);
        var lignes = Lignes(lecture.Pages[0]).Where(l => l.Count > 0 && l[0].PointSize > 10).ToList();

        Assert.True(lignes.Count >= 3);
        Assert.All(lignes.SkipLast(1), l => Assert.InRange(l[^1].BoundingBox.Right, Droite - 1.5, Droite + 1.5));
        Assert.True(lignes[^1][^1].BoundingBox.Right < Droite - 5);
    }

    [Fact]
    public void Un_paragraphe_ne_laisse_jamais_une_ligne_seule()
    {
        // Chaque décalage d'une ligne essaie une autre coupure de page.
        for (var decalage = 0; decalage < 50; decalage++)
        {
            var corps = new List<Bloc>();
            corps.AddRange(Enumerable.Range(0, decalage).Select(_ => P("Pièce.", StyleParagraphe.Note)));
            corps.AddRange(Enumerable.Range(0, 12).Select(_ => P(Phrase)));
            using var lecture = new Lecture(Composer(Avec([.. corps])).Octets);
            var paragraphes = lecture.Arbre().Tous().Where(n => n.Genre == "P").Skip(decalage);

            Assert.All(paragraphes, p =>
            {
                var parts = p.Enfants.OfType<Sequence>().ToList();
                Assert.All(parts, s => Assert.True(parts.Count == 1 || Hauteurs(lecture, s) >= 2));
            });
        }
    }

    [Fact]
    public void Un_titre_n_est_jamais_en_bas_de_page()
    {
        for (var decalage = 0; decalage < 50; decalage++)
        {
            var corps = new List<Bloc>();
            corps.AddRange(Enumerable.Range(0, decalage).Select(_ => P("Pièce.", StyleParagraphe.Note)));
            corps.AddRange([H(1, "Titre", "a"), H(2, "Sous-titre", "b"), P(Phrase)]);
            var rendu = Composer(Avec([.. corps]));
            using var lecture = new Lecture(rendu.Octets);
            var suite = Lecture.Page(lecture.Arbre().Tous().Last(n => n.Genre == "P"));

            Assert.Equal(suite, rendu.PageDesAncres["a"]);
            Assert.Equal(suite, rendu.PageDesAncres["b"]);
        }
    }

    [Fact]
    public void Une_rangee_n_est_pas_coupee_et_une_rangee_geante_l_est_par_lignes()
    {
        var geante = string.Concat(Enumerable.Repeat(Phrase, 40));
        var tableau = new Tableau("Essai", [new(T("A")), new(T("B"))],
        [
            .. Enumerable.Range(0, 60).Select(i => new Ligne([T($"Ligne {i}"), T(Phrase)])),
            new([T("Géante"), T(geante)]),
        ]);
        using var lecture = new Lecture(Composer(Avec(tableau)).Octets);
        var rangees = lecture.Arbre().Tous().Where(n => n.Genre == "TR").ToList();

        Assert.All(rangees.SkipLast(1), r => Assert.Single(Pages(r)));
        Assert.True(Pages(rangees[^1]).Count >= 2);
    }

    [Fact]
    public void Un_nombre_aligne_a_droite_ne_passe_pas_a_la_ligne()
    {
        var tableau = new Tableau("Essai", [new(T("Poste")), new(T("Montant demandé en principal"), Alignement.Droite)],
            [new([T(Phrase + Phrase), T("12 345 678,90 euros")])]);
        using var lecture = new Lecture(Composer(Avec(tableau)).Octets);
        var cellule = lecture.Arbre().Tous().Last(n => n.Genre == "TD");

        Assert.Equal(1, Hauteurs(lecture, cellule.Enfants.OfType<Sequence>().Single()));
    }

    [Fact]
    public void Un_petit_encadre_et_un_petit_tableau_restent_entiers()
    {
        for (var decalage = 0; decalage < 50; decalage++)
        {
            var corps = Enumerable.Range(0, decalage).Select(_ => P("Pièce.", StyleParagraphe.Note)).Cast<Bloc>()
                .Append(P("PLAISE À LA COMMISSION", StyleParagraphe.Centre)).Append(new Encadre([P(Phrase), P(Phrase)]))
                .Append(new Tableau("Essai", [new(T("A"))], [new([T("1")]), new([T("2")]), new([T("3")], GenreLigne.Total)]));
            using var lecture = new Lecture(Composer(Avec([.. corps])).Octets);
            var arbre = lecture.Arbre();
            var encadre = arbre.Tous().Single(n => n.Genre == "Div");

            Assert.Single(Pages(encadre));
            Assert.Single(Pages(arbre.Tous().Single(n => n.Genre == "Table")));
            Assert.Equal(Lecture.Page(encadre), Lecture.Page(arbre.Tous().Where(n => n.Genre == "P").ElementAt(decalage)));
        }
    }

    [Fact]
    public void Un_long_encadre_se_poursuit_sur_la_page_suivante()
    {
        using var lecture = new Lecture(Composer(Avec(new Encadre([.. Enumerable.Range(0, 15).Select(_ => P(Phrase))]))).Octets);

        Assert.True(Pages(lecture.Arbre().Tous().Single(n => n.Genre == "Div")).Count >= 2);
    }

    [Fact]
    public void Un_article_ne_se_coupe_pas_a_son_trait_d_union()
    {
        var texte = string.Concat(Enumerable.Repeat("Vu l’article 706-3 et le poste PAF-S, rendez-vous. ", 80));
        using var lecture = new Lecture(Composer(Avec(P(texte))).Octets);

        Assert.All(Lignes(lecture.Pages[0]), ligne =>
        {
            var fin = string.Concat(ligne.Select(l => l.Value));
            Assert.False(fin.EndsWith("706-", StringComparison.Ordinal) || fin.EndsWith("PAF-", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Une_signature_ne_parait_pas_seule()
    {
        for (var decalage = 0; decalage < 50; decalage++)
        {
            var corps = Enumerable.Range(0, decalage).Select(_ => P("Pièce.", StyleParagraphe.Note)).Cast<Bloc>()
                .Append(P("Sous toutes réserves.")).Append(new Signature(T("Fait à Paris")));
            using var lecture = new Lecture(Composer(Avec([.. corps])).Octets);
            var paragraphes = lecture.Arbre().Tous().Where(n => n.Genre == "P").ToList();

            Assert.Equal(Lecture.Page(paragraphes[^1]), Lecture.Page(paragraphes[^2]));
        }
    }

    [Fact]
    public void La_mention_projet_parait_sur_chaque_page_tant_que_l_acte_n_est_pas_valide()
    {
        using var projet = new Lecture(Composer(Complet()).Octets);
        using var valide = new Lecture(Composer(Complet() with { Identite = Identite with { Projet = false } }).Octets);

        Assert.All(projet.Pages, p => Assert.Contains("Projet", p.Text));
        Assert.All(valide.Pages, p => Assert.DoesNotContain("Projet", p.Text));
    }

    [Fact]
    public void Le_pied_de_page_porte_la_reference_et_le_compte_des_pages()
    {
        var rendu = Composer(Complet());
        using var lecture = new Lecture(rendu.Octets);

        Assert.All(lecture.Pages, p =>
        {
            Assert.Contains("Réf. EX-0001 · Document couvert", p.Text);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"page {p.Number}/{rendu.Pages}"), p.Text);
        });
    }

    [Fact]
    public void Un_saut_de_page_final_n_ajoute_pas_de_page_blanche()
    {
        Assert.Equal(1, Composer(Avec(new SautDePage(), P("Texte."), new SautDePage())).Pages);
        Assert.Equal(2, Composer(Avec(P("Texte."), new SautDePage(), new SautDePage(), P("Suite."))).Pages);
        Assert.Equal(1, Composer(Avec()).Pages);
    }

    private static DocumentRendu Composer(Acte acte, Charte? charte = null) => new MoteurMaison().Composer(acte, charte ?? Charte.Acte);

    private static IEnumerable<Letter> Visibles(Page page) => page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value));

    private static List<List<Letter>> Lignes(Page page) => [.. Visibles(page)
        .GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).OrderByDescending(g => g.Key)
        .Select(g => g.OrderBy(l => l.BoundingBox.Left).ToList())];

    private static List<int> Pages(Noeud noeud) =>
        [.. noeud.Tous().SelectMany(n => n.Enfants.OfType<Sequence>()).Select(s => s.Page).Distinct()];

    private static int Hauteurs(Lecture lecture, Sequence sequence) => lecture.Pages[sequence.Page - 1].GetMarkedContents()
        .First(m => m.MarkedContentIdentifier == sequence.Mcid).Letters
        .Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => Math.Round(l.StartBaseLine.Y)).Distinct().Count();
}
