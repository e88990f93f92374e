using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <content>Dessins légendés.</content>
internal sealed partial class Composeur
{
    private List<Bande> Figure(Bloc.Figure figure, Element parent, Lieu lieu)
    {
        // La légende est sœur du dessin : un lecteur d'écran qui lit l'alternative ne descend pas dans le dessin.
        var ensemble = parent.Ajouter("Div");
        var element = ensemble.Ajouter("Figure", $"/Alt {Ecriture.Chaine(figure.Alternative)}");
        var legende = figure.Legende.Count == 0 ? [] : Texte(figure.Legende, styles.Note, ensemble.Ajouter("Caption"), lieu);
        var place = hauteurPage - legende.Sum(b => b.Hauteur) - 2 * Cadre.Dedans * lieu.Cadres.Count - 20;
        var (largeur, hauteur) = ((double)figure.Dessin.Largeur, (double)figure.Dessin.Hauteur);
        var echelle = Math.Min(1, Math.Min(lieu.Largeur / largeur, place / hauteur));
        var x = lieu.X + (lieu.Largeur - largeur * echelle) / 2;
        return
        [
            new Bande
            {
                Hauteur = hauteur * echelle,
                Avant = 8,
                Apres = 6,
                Solidaire = legende.Count > 0,
                Cadres = lieu.Cadres,
                Dessiner = (page, haut) =>
                {
                    var (x1, y1) = page.SurLaFeuille(x, haut + hauteur * echelle);
                    var (x2, y2) = page.SurLaFeuille(x + largeur * echelle, haut);
                    element.Completer(
                        $"/A<</O/Layout/Placement/Block/BBox[{Ecriture.Nombre(x1)} {Ecriture.Nombre(y1)} {Ecriture.Nombre(x2)} {Ecriture.Nombre(y2)}]>>");
                    foreach (var trait in figure.Dessin.Traits)
                    {
                        Tracer(page, element, trait, x, haut, echelle);
                    }
                },
            },
            .. legende,
        ];
    }

    private static void Tracer(Page page, Element element, Trait trait, double x, double haut, double echelle)
    {
        var encre = Encre.De(trait.Teinte);
        if (trait is Trait.Texte texte)
        {
            var style = new StyleTexte(Famille.Sans, (double)texte.Corps * echelle, (double)texte.Corps * echelle * 1.3)
            {
                Gras = texte.Gras,
                Encre = encre,
                Tabulaire = true,
            };

            // L'espace finale sépare ce texte du suivant pour qui relit le fichier.
            LigneTexte.Simple(texte.Contenu + " ", style).Dessiner(
                page, element, x + (double)texte.X * echelle, haut + (double)texte.Base * echelle, 0, texte.Alignement);
            return;
        }

        using (page.Marquer(element))
        {
            switch (trait)
            {
                case Trait.Rectangle r:
                    page.Rectangle(
                        x + (double)r.X * echelle, haut + (double)r.Y * echelle, (double)r.Largeur * echelle, (double)r.Hauteur * echelle, encre);
                    break;
                case Trait.Disque d:
                    page.Disque(x + (double)d.X * echelle, haut + (double)d.Y * echelle, (double)d.Rayon * echelle, encre);
                    break;
                case Trait.Ligne l:
                    page.Segment(
                        x + (double)l.X1 * echelle, haut + (double)l.Y1 * echelle, x + (double)l.X2 * echelle, haut + (double)l.Y2 * echelle,
                        (double)l.Epaisseur * echelle, encre);
                    break;
            }
        }
    }
}
