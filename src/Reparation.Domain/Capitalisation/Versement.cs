namespace Reparation.Domain.Capitalisation;

/// <summary>
/// Moment où un euro de l'année se paie : une part au début, une part à la fin. Toutes les conventions usuelles s'écrivent
/// ainsi, ce qui les rend comparables terme à terme.
/// </summary>
/// <param name="EnDebut">Part payée au début de l'année, si l'on vit ce jour-là.</param>
/// <param name="EnFin">Part payée à la fin de l'année, si l'on vit ce jour-là.</param>
public readonly record struct Versement(decimal EnDebut, decimal EnFin)
{
    /// <summary>Une fois par an, à terme échu : convention des barèmes publiés.</summary>
    public static Versement Annuel { get; } = new(0, 1);

    /// <summary>Chaque mois à terme échu, par l'approximation usuelle : a + 11/24 · (1 − v^n · l(x + n) ÷ l(x)).</summary>
    public static Versement Mensuel { get; } = new(11m / 24, 13m / 24);

    /// <summary>
    /// En continu, à la manière d'Ogden : intégrale de v^s · l(x + s) sur l'année, les survivants y décroissant en ligne droite.
    /// </summary>
    /// <param name="facteur">v, positif.</param>
    internal static Versement Continu(decimal facteur)
    {
        var delta = -Logarithme.Neperien(facteur);
        if (delta == 0)
        {
            return new(0.5m, 0.5m);
        }

        var plein = (1 - facteur) / delta;
        var croissant = (1 - (facteur * (1 + delta))) / (delta * delta);
        return new(plein - croissant, croissant / facteur);
    }
}
