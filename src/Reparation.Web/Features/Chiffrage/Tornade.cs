using System.Globalization;
using Reparation.Domain.Commun;
using Reparation.Domain.Postes;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Le dessin d'une analyse de sensibilité : une barre par choix, la plus large en haut, autour du total retenu.</summary>
/// <param name="Axe">Abscisse du total retenu.</param>
/// <param name="Intitules">Abscisse où centrer les intitulés : celle de l'axe, écartée des bords pour qu'aucun ne soit coupé.</param>
/// <param name="Hauteur">Hauteur du dessin.</param>
public sealed record Tornade(string Axe, string Intitules, int Hauteur, Montant Retenu, IReadOnlyList<BarreDeTornade> Barres)
{
    public const int Largeur = 760;

    private const int BarresMaximales = 12;
    private const int Pas = 46;
    private const int Entete = 34;

    // Demi-largeur d'un intitulé long.
    private const decimal Ecart = 200;

    // De quoi écrire la somme de chaque côté de la barre la plus large.
    private const decimal Marge = 130;

    /// <summary>Le dessin, en unités du repère ; rien s'il n'y a rien à montrer.</summary>
    public static Tornade? Dessiner(IReadOnlyList<Variation> variations)
    {
        ArgumentNullException.ThrowIfNull(variations);
        var montrees = variations.Take(BarresMaximales).ToList();
        if (montrees.Count == 0)
        {
            return null;
        }

        var (bas, haut) = (montrees.Min(v => v.Bas.Euros), montrees.Max(v => v.Haut.Euros));
        decimal Abscisse(Montant montant) => Marge + ((montant.Euros - bas) / (haut - bas) * (Largeur - (2 * Marge)));
        return new(
            Texte(Abscisse(montrees[0].Retenu)),
            Texte(Math.Clamp(Abscisse(montrees[0].Retenu), Ecart, Largeur - Ecart)),
            Entete + (montrees.Count * Pas),
            montrees[0].Retenu,
            [.. montrees.Select((v, i) => new BarreDeTornade(
                v, Entete + (i * Pas), Texte(Abscisse(v.Bas)), Texte(Abscisse(v.Haut)), Texte(Abscisse(v.Haut) - Abscisse(v.Bas))))]);
    }

    private static string Texte(decimal valeur) => valeur.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Une barre, en unités du repère.</summary>
public sealed record BarreDeTornade(Variation Variation, int Ordonnee, string Debut, string Fin, string Etendue);
