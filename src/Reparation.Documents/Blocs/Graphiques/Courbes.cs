using Reparation.Documents.Francais;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Des suites datées, un petit cadre chacune, sur un même axe de jours : notes des objectifs, totaux des questionnaires.</summary>
internal static class Courbes
{
    private const decimal Largeur = 453;
    private const decimal Marge = 190;
    private const decimal Haut = 16;
    private const decimal Cadre = 32;
    private const decimal Creux = 4;
    private const decimal Corps = 7.5m;
    private const decimal Point = 5;

    /// <summary>Dessine les courbes ; rien si tous les points sont du même jour.</summary>
    public static Dessin? Dessiner(IReadOnlyList<Courbe> courbes)
    {
        var jours = courbes.SelectMany(c => c.Foncee.Concat(c.Claire)).Select(p => p.Le).Distinct().Order().ToList();
        if (jours.Count < 2)
        {
            return null;
        }

        var (premier, dernier) = (jours[0], jours[^1]);
        decimal X(DateOnly jour) => decimal.Round(
            Marge + Point + ((decimal)(jour.DayNumber - premier.DayNumber) / (dernier.DayNumber - premier.DayNumber) * (Largeur - Marge - 40)), 2);

        var traits = new List<Trait>
        {
            new Trait.Texte(X(premier), Haut - 6, Langue.DateCourte(premier)) { Corps = Corps, Teinte = Teinte.Sourde },
            new Trait.Texte(X(dernier), Haut - 6, Langue.DateCourte(dernier), Alignement.Droite) { Corps = Corps, Teinte = Teinte.Sourde },
        };
        for (var rang = 0; rang < courbes.Count; rang++)
        {
            var (courbe, y) = (courbes[rang], Haut + (rang * Cadre));
            var pied = y + Cadre - Creux;
            decimal Y(decimal valeur) => decimal.Round(pied - ((valeur - courbe.Minimum) / (courbe.Maximum - courbe.Minimum) * (Cadre - (2 * Creux))), 2);
            traits.Add(new Trait.Texte(0, y + (Cadre / 2) + (courbe.Precision.Length > 0 ? -2 : 2), CalendrierDuPlan.Couper(courbe.Libelle, "objectif")) { Corps = Corps });
            if (courbe.Precision.Length > 0)
            {
                traits.Add(new Trait.Texte(0, y + (Cadre / 2) + 8, courbe.Precision) { Corps = Corps, Teinte = Teinte.Sourde });
            }

            traits.Add(new Trait.Ligne(Marge, Y(courbe.Maximum), Largeur - 30, Y(courbe.Maximum)) { Teinte = Teinte.Fond });
            traits.AddRange(courbe.Reperes.Select(r => new Trait.Ligne(Marge, Y(r), Largeur - 30, Y(r), 0.7m) { Teinte = Teinte.Claire }));
            traits.Add(new Trait.Ligne(Marge, pied, Largeur - 30, pied) { Teinte = Teinte.Sourde });
            Tracer(courbe.Claire, Teinte.Claire, X, Y, traits);
            Tracer(courbe.Foncee, Teinte.Foncee, X, Y, traits);
            traits.Add(new Trait.Texte(Largeur, y + (Cadre / 2) + 2, courbe.Fin, Alignement.Droite) { Corps = 9, Gras = true });
        }

        return new(Largeur, Haut + (courbes.Count * Cadre) + 2, [.. traits.Select(t => t is Trait.Texte texte ? texte with { Contenu = Typographie.Composer(texte.Contenu) } : t)]);
    }

    private static void Tracer(
        IReadOnlyList<(DateOnly Le, decimal Valeur)> points, Teinte teinte, Func<DateOnly, decimal> x, Func<decimal, decimal> y, List<Trait> traits)
    {
        (decimal X, decimal Y)? avant = null;
        foreach (var (le, valeur) in points)
        {
            var (px, py) = (x(le), y(valeur));
            if (avant is { } depart)
            {
                traits.Add(new Trait.Ligne(depart.X, depart.Y, px, py, 1.4m) { Teinte = teinte });
            }

            traits.Add(new Trait.Rectangle(px - (Point / 2), py - (Point / 2), Point, Point) { Teinte = teinte });
            avant = (px, py);
        }
    }
}

/// <summary>Une suite datée et son cadre.</summary>
/// <param name="Libelle">Ce qu'elle suit.</param>
/// <param name="Precision">Seconde ligne, ou vide.</param>
/// <param name="Minimum">Bas du cadre.</param>
/// <param name="Maximum">Haut du cadre ; plus grand que le bas.</param>
/// <param name="Foncee">Suite principale.</param>
/// <param name="Fin">Dernière valeur, écrite à droite.</param>
internal sealed record Courbe(
    string Libelle, string Precision, decimal Minimum, decimal Maximum, IReadOnlyList<(DateOnly Le, decimal Valeur)> Foncee, string Fin)
{
    /// <summary>Seconde suite, à côté de la première.</summary>
    public IReadOnlyList<(DateOnly Le, decimal Valeur)> Claire { get; init; } = [];

    /// <summary>Traits de repère, dans l'étendue du cadre.</summary>
    public IReadOnlyList<decimal> Reperes { get; init; } = [];
}
