namespace Reparation.Domain.Capitalisation;

/// <summary>
/// Colonnes de commutation d'une table à un facteur annuel v : D(x) = v^x · l(x), et le cumul N(x) des D au-delà de x. Un prix
/// s'y lit en quelques produits et une division, au lieu d'une somme d'une centaine de termes. Au-delà de la table, zéro.
/// </summary>
internal sealed class Commutations
{
    private readonly decimal[] _actualises;
    private readonly decimal[] _cumulsApres;
    private readonly decimal _inverse;

    public Commutations(decimal[] survivants, decimal facteur)
    {
        _inverse = 1 / facteur;
        _actualises = new decimal[survivants.Length];
        _cumulsApres = new decimal[survivants.Length];
        var puissance = 1m;
        for (var age = 0; age < survivants.Length; age++)
        {
            _actualises[age] = puissance * survivants[age];
            puissance *= facteur;
        }

        for (var age = survivants.Length - 2; age >= 0; age--)
        {
            _cumulsApres[age] = _cumulsApres[age + 1] + _actualises[age + 1];
        }
    }

    /// <summary>
    /// Prix d'un euro par an entre deux moments, vu de l'âge exact x. Les survivants d'un âge non entier s'interpolent entre
    /// les deux âges entiers voisins : d'où des colonnes voisines deux à deux, et toujours une forme close.
    /// </summary>
    public decimal Prix(TempsEcoule age, TempsEcoule debut, TempsEcoule fin, Versement versement)
    {
        var vue = new Vue(this, age);
        return (vue.Reste(debut, versement) - vue.Reste(fin, versement)) / vue.Terme(0);
    }

    private static decimal Lire(decimal[] colonne, int age) => age < colonne.Length ? colonne[age] : 0;

    private readonly struct Vue(Commutations colonnes, TempsEcoule age)
    {
        // Poids des deux âges voisins, en jours : le nombre de jours de l'année disparaît dans le quotient, sans division.
        private readonly decimal _avant = age.Jours == 0 ? 1 : age.Sur - age.Jours;
        private readonly decimal _apres = age.Jours == 0 ? 0 : age.Jours * colonnes._inverse;

        /// <summary>v^t · l(x + t), à une constante près, qui disparaît dans le quotient.</summary>
        public decimal Terme(int annee) => Interpoler(colonnes._actualises, annee);

        /// <summary>Valeur de ce qui reste à payer après ce moment ; l'année entamée compte pour sa part restante.</summary>
        public decimal Reste(TempsEcoule moment, Versement versement)
        {
            var suite = Interpoler(colonnes._cumulsApres, moment.Annees);
            if (versement.EnDebut == 0)
            {
                return moment.Jours == 0 ? suite : suite - (Terme(moment.Annees + 1) * moment.Jours / moment.Sur);
            }

            var terme = Terme(moment.Annees);
            var reste = (versement.EnFin * suite) + (versement.EnDebut * (suite + terme));
            return moment.Jours == 0
                ? reste
                : reste - (moment.Part * ((versement.EnDebut * terme) + (versement.EnFin * Terme(moment.Annees + 1))));
        }

        private decimal Interpoler(decimal[] colonne, int annee)
        {
            var lue = Lire(colonne, age.Annees + annee);
            return _apres == 0 ? lue : (_avant * lue) + (_apres * Lire(colonne, age.Annees + annee + 1));
        }
    }
}
