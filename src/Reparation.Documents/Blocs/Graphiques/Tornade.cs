using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Postes;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>
/// Tornade : une barre par choix, la plus large en haut, de part et d'autre du total retenu. L'écran et l'acte lisent la même
/// géométrie. Elle montre ce qui bouge, jamais où s'arrêter.
/// </summary>
public static class Tornade
{
    /// <summary>Nombre de barres au plus : au-delà, les dernières ne se distinguent plus. Le tableau les donne toutes.</summary>
    public const int BarresAuPlus = 10;

    private const decimal Largeur = 453;
    private const decimal Rang = 37;
    private const decimal Tete = 18;
    private const decimal Epaisseur = 9;

    /// <summary>Place les barres sur une échelle commune, de 0 (le total le plus bas) à 1 (le plus haut).</summary>
    public static IReadOnlyList<Barre> Placer(IReadOnlyList<Variation> variations)
    {
        ArgumentNullException.ThrowIfNull(variations);
        var montrees = variations.Take(BarresAuPlus).ToList();
        if (montrees.Count == 0)
        {
            return [];
        }

        var (bas, haut) = (montrees.Min(v => v.Bas.Euros), montrees.Max(v => v.Haut.Euros));
        return [.. montrees.Select(v => new Barre(v, Situer(v.Bas), Situer(v.Retenu), Situer(v.Haut)))];

        decimal Situer(Montant montant) => haut == bas ? 0.5m : (montant.Euros - bas) / (haut - bas);
    }

    /// <summary>Dessine la tornade.</summary>
    /// <exception cref="ArgumentException">Aucune variation : il n'y a rien à montrer.</exception>
    public static Bloc.Figure Dessiner(IReadOnlyList<Variation> variations)
    {
        var barres = Placer(variations);
        if (barres.Count == 0)
        {
            throw new ArgumentException("Aucune variation à dessiner.", nameof(variations));
        }

        var hauteur = Tete + Rang * barres.Count;
        var retenu = barres[0].Variation.Retenu;
        var pivot = Abscisse(barres[0].Pivot);
        var traits = new List<Trait>();
        for (var i = 0; i < barres.Count; i++)
        {
            Tracer(barres[i], Tete + Rang * i, traits);
        }

        traits.Add(new Trait.Texte(pivot, 10, $"total retenu : {retenu}", Bord(barres[0].Pivot)) { Gras = true });
        return new(
            Typographie.Composer(
                $"Diagramme en tornade de {Domain.Commun.Francais.Compte(barres.Count, "barre", "barres")} autour du total retenu de {retenu}. "
                + string.Join(" ; ", barres.Select(b => $"{b.Variation.Libelle} : de {b.Variation.Bas} à {b.Variation.Haut}")) + "."),
            [new Inline.Texte(Typographie.Composer(
                "Un seul choix change à la fois. À gauche, en clair, ce qui abaisse le total ; à droite, en foncé, ce qui l’élève."))],
            new(Largeur, hauteur, [.. traits.Select(Composer)]));
    }

    private static void Tracer(Barre barre, decimal haut, List<Trait> traits)
    {
        var (debut, pivot, fin) = (Abscisse(barre.Debut), Abscisse(barre.Pivot), Abscisse(barre.Fin));
        traits.Add(new Trait.Texte(0, haut + 10, barre.Variation.Libelle));
        traits.Add(new Trait.Rectangle(0, haut + 14, Largeur, Epaisseur) { Teinte = Teinte.Fond });
        traits.Add(new Trait.Rectangle(debut, haut + 14, pivot - debut, Epaisseur) { Teinte = Teinte.Claire });
        traits.Add(new Trait.Rectangle(pivot, haut + 14, fin - pivot, Epaisseur) { Teinte = Teinte.Foncee });
        traits.Add(new Trait.Ligne(pivot, haut + 11, pivot, haut + 25, 1) { Teinte = Teinte.Encre });
        if (barre.Variation.Bas < barre.Variation.Retenu)
        {
            traits.Add(new Trait.Texte(0, haut + 32, $"{barre.Variation.SiBas} : {barre.Variation.Bas}") { Corps = 8, Teinte = Teinte.Sourde });
        }

        if (barre.Variation.Haut > barre.Variation.Retenu)
        {
            traits.Add(new Trait.Texte(Largeur, haut + 32, $"{barre.Variation.SiHaut} : {barre.Variation.Haut}", Alignement.Droite)
            {
                Corps = 8,
                Teinte = Teinte.Sourde,
            });
        }
    }

    private static Trait Composer(Trait trait) =>
        trait is Trait.Texte texte ? texte with { Contenu = Typographie.Composer(texte.Contenu) } : trait;

    private static decimal Abscisse(decimal part) => decimal.Round(part * Largeur, 2);

    // Un texte posé près d'un bord s'aligne sur lui pour ne pas sortir du dessin.
    private static Alignement Bord(decimal part) => part < 0.3m ? Alignement.Gauche : part > 0.7m ? Alignement.Droite : Alignement.Centre;
}

/// <summary>Une barre, sur l'échelle commune.</summary>
/// <param name="Variation">Choix qu'elle montre.</param>
/// <param name="Debut">Place du total le plus bas, de 0 à 1.</param>
/// <param name="Pivot">Place du total retenu.</param>
/// <param name="Fin">Place du total le plus haut.</param>
public sealed record Barre(Variation Variation, decimal Debut, decimal Pivot, decimal Fin);
