using System.Globalization;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Tête et pied de page : des décors, hors de l'arbre de lecture.</summary>
internal sealed class Habillage
{
    private const double PlaceNumero = 70;

    private readonly List<LigneTexte> _mention;
    private readonly LigneTexte? _projet;
    private readonly Styles _styles;

    public Habillage(IdentiteActe identite, Styles styles)
    {
        _styles = styles;
        var mention = string.Join(" · ", new[] { identite.Reference, identite.PiedDePage }.Where(t => t.Length > 0));
        _mention = Coupe.Couper(
            Decoupeur.Decouper([new Inline.Texte(mention)], styles.Pied), MoteurMaison.Mesure - PlaceNumero, Coupe.Mode.Fer);
        _projet = identite.EnTete.Length > 0 ? LigneTexte.Simple(identite.EnTete, styles.Projet) : null;
    }

    /// <summary>Dernière ordonnée où le corps peut descendre.</summary>
    public double Bas => Page.Hauteur - 58 - Math.Max(1, _mention.Count) * _styles.Pied.Interligne;

    public void Dessiner(Page page, int rang, int total)
    {
        var (gauche, droite) = (MoteurMaison.Marge, MoteurMaison.Marge + MoteurMaison.Mesure);
        if (_projet is not null)
        {
            Marquer(page, droite);
        }

        var haut = Bas + 18;
        using (page.Artefact(Decor.PiedPage))
        {
            page.Rectangle(gauche, haut, MoteurMaison.Mesure, 0.4, Encre.FiletLeger);
        }

        var y = haut + 4 + _styles.Pied.Base;
        var numero = LigneTexte.Simple(string.Create(CultureInfo.InvariantCulture, $"page {rang}/{total}"), _styles.Pied);
        foreach (var ligne in _mention)
        {
            ligne.Dessiner(page, null, gauche, y, MoteurMaison.Mesure, Alignement.Gauche, Decor.PiedPage);
            y += _styles.Pied.Interligne;
        }

        numero.Dessiner(page, null, gauche, haut + 4 + _styles.Pied.Base, MoteurMaison.Mesure, Alignement.Droite, Decor.PiedPage);
    }

    private void Marquer(Page page, double droite)
    {
        const double haut = 27;
        var hauteur = _styles.Projet.Corps * 1.76;
        const double trait = 0.7;
        var largeur = _projet!.Largeur + 16;
        var x = droite - largeur;
        using (page.Artefact(Decor.TetePage))
        {
            page.Rectangle(x, haut, largeur, trait, Encre.Projet);
            page.Rectangle(x, haut + hauteur - trait, largeur, trait, Encre.Projet);
            page.Rectangle(x, haut, trait, hauteur, Encre.Projet);
            page.Rectangle(droite - trait, haut, trait, hauteur, Encre.Projet);
        }

        _projet.Dessiner(page, null, x, haut + hauteur / 2 + _styles.Projet.Corps * 0.335, largeur, Alignement.Centre, Decor.TetePage);
    }
}
