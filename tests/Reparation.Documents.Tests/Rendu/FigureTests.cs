using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Blocs.Graphiques;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Commun;
using Reparation.Domain.Postes;
using UglyToad.PdfPig.Tokens;
using static Reparation.Documents.Tests.Rendu.ActeExemple;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Une figure se voit, se lit et se dit : tracé, textes et alternative.</summary>
public sealed class FigureTests
{
    [Fact]
    public void Une_figure_porte_son_alternative_sa_legende_et_ses_textes()
    {
        var figure = UneFigure();
        var rendu = new MoteurMaison().Composer(Avec(H(1, "Titre", "t"), figure), Charte.Plan);
        using var lecture = new Lecture(rendu.Octets);
        var noeud = Assert.Single(lecture.Arbre().Tous(), n => n.Genre == "Figure");
        var legende = Assert.Single(lecture.Arbre().Tous(), n => n.Genre == "Caption");

        Assert.Empty(Verificateur.Anomalies(rendu.Octets));
        Assert.Equal(figure.Alternative, Lecture.Chaine(noeud.Dictionnaire.Data["Alt"]));
        Assert.Equal(["repère", "1", "250,00", "€", "à", "droite"], TexteDesBlocs.Mots(lecture.Texte(noeud)));
        Assert.StartsWith("Légende de la figure", lecture.Texte(legende), StringComparison.Ordinal);
    }

    [Fact]
    public void Le_cadre_de_la_figure_entoure_tout_son_texte()
    {
        var rendu = new MoteurMaison().Composer(Avec(UneFigure()), Charte.Plan);
        using var lecture = new Lecture(rendu.Octets);
        var noeud = Assert.Single(lecture.Arbre().Tous(), n => n.Genre == "Figure");
        var cadre = lecture.Valeur<ArrayToken>(lecture.Valeur<DictionaryToken>(noeud.Dictionnaire, "A")!, "BBox")!
            .Data.OfType<NumericToken>().Select(n => n.Double).ToList();
        var lettres = lecture.Pages[0].GetMarkedContents().Where(m => m.Tag == "Figure").SelectMany(m => m.Letters)
            .Where(l => l.Value != " ").ToList();

        Assert.NotEmpty(lettres);
        Assert.All(lettres, l =>
        {
            Assert.InRange(l.BoundingBox.Left, cadre[0] - 0.5, cadre[2] + 0.5);
            Assert.InRange(l.BoundingBox.Right, cadre[0] - 0.5, cadre[2] + 0.5);
            Assert.InRange(l.BoundingBox.Bottom, cadre[1] - 3, cadre[3] + 0.5);
        });
    }

    [Fact]
    public void Une_figure_plus_grande_que_la_page_se_reduit()
    {
        var grande = UneFigure() with { Dessin = UneFigure().Dessin with { Largeur = 2000, Hauteur = 3000 } };
        var rendu = new MoteurMaison().Composer(Avec(grande), Charte.Plan);

        Assert.Equal(1, rendu.Pages);
        Assert.Empty(Verificateur.Anomalies(rendu.Octets));
    }

    [Fact]
    public void Une_figure_muette_ou_qui_sort_de_son_cadre_est_refusee()
    {
        var figure = UneFigure();
        Refuser(figure with { Alternative = " " });
        Refuser(figure with { Dessin = figure.Dessin with { Largeur = 100 } });
        Refuser(figure with { Dessin = figure.Dessin with { Hauteur = 0 } });

        static void Refuser(Bloc.Figure figure) =>
            Assert.Throws<RenduException>(() => new MoteurMaison().Composer(Avec(figure), Charte.Plan));
    }

    [Fact]
    public void Le_texte_de_l_acte_dit_la_figure()
    {
        var texte = ActeTexte.Ecrire(Avec(UneFigure()));

        Assert.Contains("[Figure : Deux barres autour d’un repère.]", texte, StringComparison.Ordinal);
        Assert.Contains("repère 1\u202F250,00\u00A0€", texte, StringComparison.Ordinal);
        Assert.Contains("(légende) Légende de la figure", texte, StringComparison.Ordinal);
    }

    [Fact]
    public void La_tornade_met_toutes_les_barres_sur_une_echelle()
    {
        Variation[] variations = [Une("Édition", 80, 120, 100), Une("Degré", 95, 100, 100), Une("Âge", 100, 110, 100)];

        Assert.Equal([(0m, 0.5m, 1m), (0.375m, 0.5m, 0.5m), (0.5m, 0.5m, 0.75m)], Tornade.Placer(variations).Select(b => (b.Debut, b.Pivot, b.Fin)));
        var figure = Tornade.Dessiner(variations);
        var textes = figure.Dessin.Traits.OfType<Trait.Texte>().Select(t => t.Contenu).ToList();
        Assert.All(variations, v => Assert.Contains(v.Libelle, textes));
        Assert.Contains(textes, t => t.EndsWith("120,00\u00A0€", StringComparison.Ordinal));
        Assert.DoesNotContain(textes, t => t.StartsWith("si haut", StringComparison.Ordinal) && t.EndsWith("100,00\u00A0€", StringComparison.Ordinal));
        Assert.All(variations, v => Assert.Contains($"de {v.Bas} à {v.Haut}", figure.Alternative, StringComparison.Ordinal));
        Assert.Empty(Verificateur.Anomalies(new MoteurMaison().Composer(Avec(figure), Charte.Plan).Octets));
    }

    [Fact]
    public void Une_tornade_vide_ne_se_dessine_pas()
    {
        Assert.Empty(Tornade.Placer([]));
        Assert.Throws<ArgumentException>(() => Tornade.Dessiner([]));
        Assert.Equal(0.5m, Assert.Single(Tornade.Placer([Une("Rien", 5, 5, 5)])).Pivot);
    }

    private static Variation Une(string libelle, decimal bas, decimal haut, decimal retenu) => new(
        libelle, "si bas", Montant.DeEuros(bas), "si haut", Montant.DeEuros(haut), Montant.DeEuros(retenu));
}
