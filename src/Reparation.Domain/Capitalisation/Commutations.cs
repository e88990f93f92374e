namespace Reparation.Domain.Capitalisation;

/// <summary>
/// Colonnes de commutation d'une table à un taux : D(x) = v^x · l(x), et le cumul des D au-delà de x. Un prix s'y lit
/// en une soustraction et une division, au lieu d'une somme d'une centaine de termes.
/// </summary>
internal sealed class Commutations
{
    private readonly decimal[] _actualises;
    private readonly decimal[] _cumulsApres;

    public Commutations(decimal[] survivants, decimal taux)
    {
        var v = 1 / (1 + (taux / 100));
        _actualises = new decimal[survivants.Length];
        _cumulsApres = new decimal[survivants.Length];
        var puissance = 1m;
        for (var age = 0; age < survivants.Length; age++)
        {
            _actualises[age] = puissance * survivants[age];
            puissance *= v;
        }

        for (var age = survivants.Length - 2; age >= 0; age--)
        {
            _cumulsApres[age] = _cumulsApres[age + 1] + _actualises[age + 1];
        }
    }

    /// <summary>a(x, N) : un euro à chaque anniversaire de x + 1 à N, si l'on est vivant.</summary>
    public decimal Prix(int age, int fin) => Prix(age, age, fin);

    /// <summary>a(x, N) − a(x, D) : un euro à chaque anniversaire de D + 1 à N, vu de l'âge x.</summary>
    public decimal Prix(int age, int debut, int fin) =>
        (_cumulsApres[debut] - _cumulsApres[fin]) / _actualises[age];
}
