using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Intérêts au taux légal d'une condamnation, tranche par tranche. Ils ne se mêlent jamais aux postes.</summary>
public static class InteretLegal
{
    /// <summary>Intérêts simples, jours comptés bornes comprises, chaque tranche arrondie au centime.</summary>
    /// <param name="principal">Somme qui porte intérêt.</param>
    /// <param name="du">Premier jour.</param>
    /// <param name="au">Dernier jour.</param>
    /// <param name="taux">Taux successifs ; chaque jour de la période doit relever d'un seul.</param>
    /// <param name="diviseur">Jours d'une année : 365, même bissextile.</param>
    /// <exception cref="ArgumentException">La fin précède le début, ou un jour n'a aucun taux ou en a deux.</exception>
    public static Etape Calculer(
        Montant principal, DateOnly du, DateOnly au, IReadOnlyList<TauxDInteret> taux, int diviseur = 365)
    {
        ArgumentNullException.ThrowIfNull(taux);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(diviseur);
        var tranches = new List<Etape>();
        var couverts = 0;
        var suivant = du;
        foreach (var tranche in taux.OrderBy(t => t.Du))
        {
            var (debut, fin) = (tranche.Du > du ? tranche.Du : du, tranche.Au < au ? tranche.Au : au);
            if (fin < debut)
            {
                continue;
            }

            if (debut != suivant)
            {
                throw new ArgumentException(
                    $"Les taux ont un trou ou se recouvrent autour du {Francais.Date(suivant)}.", nameof(taux));
            }

            suivant = fin.AddDays(1);
            var jours = Ages.Jours(debut, fin);
            couverts += jours;
            tranches.Add(new(
                Francais.Periode(debut, fin),
                $"{principal} × {Francais.Pourcent(tranche.Points)} × {Francais.Nombre(jours)} j ÷ {Francais.Nombre(diviseur)}",
                Montant.Arrondir(principal.Euros * tranche.Points * jours / (100 * diviseur)),
                [Sources.InteretLegal]));
        }

        return couverts == Ages.Jours(du, au)
            ? Etape.Somme("Intérêts au taux légal", tranches, Sources.InteretLegal)
            : throw new ArgumentException($"Aucun taux n’est donné à partir du {Francais.Date(suivant)}.", nameof(taux));
    }
}

/// <summary>Taux d'intérêt applicable entre deux dates, bornes comprises.</summary>
/// <param name="Du">Premier jour.</param>
/// <param name="Au">Dernier jour.</param>
/// <param name="Points">Taux annuel en pour cent, majoration comprise s'il y a lieu.</param>
public sealed record TauxDInteret(DateOnly Du, DateOnly Au, decimal Points);
