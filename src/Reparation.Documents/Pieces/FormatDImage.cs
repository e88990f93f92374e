using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Pieces;

/// <summary>Format de page d'une image : celui de sa résolution, ou l'A4 quand elle n'en dit pas de plausible.</summary>
internal static class FormatDImage
{
    // Un appareil photographique écrit 72 par habitude : une page de plus d'un A3 n'est pas un document.
    private const double CoteAuPlus = 1_191;
    private const double PointsParPouce = 72;

    public static (double Largeur, double Hauteur) Choisir(int largeur, int hauteur, double resolution)
    {
        if (resolution is >= 50 and <= 2_400)
        {
            var (l, h) = (largeur * PointsParPouce / resolution, hauteur * PointsParPouce / resolution);
            if (Math.Max(l, h) <= CoteAuPlus && Math.Min(l, h) >= PointsParPouce)
            {
                return (l, h);
            }
        }

        var (large, haut) = largeur > hauteur ? (Page.Hauteur, Page.Largeur) : (Page.Largeur, Page.Hauteur);
        var echelle = Math.Min(large / largeur, haut / hauteur);
        return (largeur * echelle, hauteur * echelle);
    }
}
