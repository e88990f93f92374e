namespace Reparation.Domain.Capitalisation;

/// <summary>Logarithme népérien en décimal : aucun nombre flottant n'entre dans une somme d'argent.</summary>
internal static class Logarithme
{
    /// <summary>ln(y), par la série 2 · Σ z^(2k + 1) ÷ (2k + 1) avec z = (y − 1) ÷ (y + 1) ; rapide près de 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">y nul ou négatif.</exception>
    public static decimal Neperien(decimal y)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(y);
        var z = (y - 1) / (y + 1);
        var (carre, puissance, somme) = (z * z, z, 0m);
        for (var impair = 1; puissance != 0; impair += 2)
        {
            somme += puissance / impair;
            puissance *= carre;
        }

        return 2 * somme;
    }
}
