using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Plan;

/// <summary>
/// Le temps qu'une somme achète : mois de vie payés, attente avant le premier euro, jour où l'argent manque. C'est une lecture de
/// la somme pour le juge et pour l'enfant ; ce n'est ni un poste de la nomenclature, ni une demande, ni une limite à l'emploi
/// des dommages-intérêts.
/// </summary>
/// <param name="MoisFinances">Mois de budget payés ; un mois payé à moitié compte pour un demi, un mois sans besoin ne compte pas.</param>
/// <param name="PremierUsage">Premier mois où la somme sert ; vide si elle ne sert jamais.</param>
/// <param name="MoisDAttente">Mois de besoin avant lui.</param>
/// <param name="BesoinNonCouvert">Ce qui a manqué pendant cette attente.</param>
/// <param name="Tire">Total tiré.</param>
/// <param name="Interets">Intérêts acquis jusqu'à la fin.</param>
/// <param name="Fin">Comment cela finit.</param>
/// <param name="Mois">Mois après mois, jusqu'à l'épuisement ou l'horizon.</param>
public sealed record TempsAchete(
    decimal MoisFinances,
    DateOnly? PremierUsage,
    int MoisDAttente,
    Montant BesoinNonCouvert,
    Montant Tire,
    Montant Interets,
    FinDuCapital Fin,
    IReadOnlyList<MoisDeVie> Mois)
{
    private static readonly int[] Durees = [24, 36, 60];

    /// <summary>Suit l'argent mois par mois.</summary>
    /// <exception cref="ArgumentException">Une somme est bloquée sans que la majorité soit connue.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Rendement ou inflation hors des bornes de <see cref="VieAFinancer"/>.</exception>
    public static TempsAchete Calculer(VieAFinancer vie)
    {
        ArgumentNullException.ThrowIfNull(vie);
        Verifier(vie);
        return new Suivi(vie).Derouler();
    }

    /// <summary>Même question par la formule, pour un écart constant qui suit l'inflation ; vide quand la somme ne s'épuise jamais.</summary>
    /// <param name="capital">Somme disponible.</param>
    /// <param name="ecart">Ce qui manque chaque mois, aux prix d'aujourd'hui.</param>
    /// <param name="rendement">Rendement net, en pour cent par an.</param>
    /// <param name="inflation">Inflation, en pour cent par an.</param>
    /// <exception cref="ArgumentOutOfRangeException">Un écart nul ou négatif : rien n'est à financer.</exception>
    public static decimal? ParFormule(Montant capital, Montant ecart, decimal rendement, decimal inflation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ecart.Euros, nameof(ecart));
        var reel = ((1 + CroissanceMensuelle.Du(rendement)) / (1 + CroissanceMensuelle.Du(inflation))) - 1;
        if (reel == 0)
        {
            return capital.Euros / ecart.Euros;
        }

        var reste = 1 - (capital.Euros * reel / (ecart.Euros * (1 + reel)));
        return reste <= 0 ? null : -Logarithme.Neperien(reste) / Logarithme.Neperien(1 + reel);
    }

    /// <summary>Somme qui paie les mois qui viennent si elle arrive aujourd'hui : de quoi demander une provision sans rupture.</summary>
    /// <param name="vie">Budget et revenus ; les sommes attendues n'y comptent pas.</param>
    /// <param name="mois">Nombre de mois, à partir du jour du calcul.</param>
    public static Montant ProvisionPour(VieAFinancer vie, int mois)
    {
        ArgumentNullException.ThrowIfNull(vie);
        var indices = Suivi.Indices(vie, mois);
        return Montant.Arrondir(Enumerable.Range(0, mois).Sum(m => Suivi.Ecart(vie, vie.Mois(m), indices[m / 12]).Ecart));
    }

    /// <summary>
    /// La question retournée : la plus petite somme, au centime, qui achète ce nombre de mois en prenant la place d'une rentrée
    /// attendue. Vide si le besoin ne dure pas autant.
    /// </summary>
    /// <param name="vie">Situation.</param>
    /// <param name="rang">Rang de la rentrée dont on cherche le montant.</param>
    /// <param name="mois">Mois à financer, plus de zéro.</param>
    public static Montant? SommePour(VieAFinancer vie, int rang, int mois)
    {
        ArgumentNullException.ThrowIfNull(vie);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mois);
        var (bas, haut) = (0L, 1L);
        while (!Suffit(haut))
        {
            haut *= 2;
            if (haut > (long)(Montant.Plafond * 100))
            {
                return null;
            }
        }

        // Plus d'argent n'achète jamais moins de mois : la recherche se resserre sans risque.
        while (bas < haut)
        {
            var milieu = bas + ((haut - bas) / 2);
            (bas, haut) = Suffit(milieu) ? (bas, milieu) : (milieu + 1, haut);
        }

        return Montant.DeEuros(bas / 100m);

        bool Suffit(long centimes) => Calculer(vie with
        {
            Rentrees = [.. vie.Rentrees.Select((r, i) => i == rang ? r with { Montant = Montant.DeEuros(centimes / 100m) } : r)],
        }).MoisFinances >= mois;
    }

    /// <summary>La question retournée pour deux, trois et cinq ans : la durée d'un diplôme court, d'une licence, d'un master.</summary>
    /// <param name="vie">Situation, avec une rentrée au moins ; la plus grande cède sa place.</param>
    public static IReadOnlyList<(int Mois, Montant? Somme)> Retourner(VieAFinancer vie)
    {
        ArgumentNullException.ThrowIfNull(vie);
        var rang = Enumerable.Range(0, vie.Rentrees.Count).MaxBy(i => vie.Rentrees[i].Montant);
        return [.. Durees.Select(d => (d, SommePour(vie, rang, d)))];
    }

    private static void Verifier(VieAFinancer vie)
    {
        foreach (var taux in vie.Rentrees.Select(r => r.Rendement ?? vie.Rendement).Append(vie.Rendement).Append(vie.Inflation))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(taux, VieAFinancer.PlusBasTaux, nameof(vie));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(taux, VieAFinancer.PlusHautTaux, nameof(vie));
        }

        if (vie.Majorite is null && vie.Rentrees.Any(r => r.Bloquee))
        {
            throw new ArgumentException("Une somme bloquée se libère à la majorité, qui n'est pas donnée.", nameof(vie));
        }
    }
}

/// <summary>Comment finit une somme.</summary>
public abstract record FinDuCapital
{
    private FinDuCapital()
    {
    }

    /// <summary>L'argent manque ce jour-là, et plus rien n'est attendu.</summary>
    /// <param name="Le">Premier jour non payé.</param>
    public sealed record Epuise(DateOnly Le) : FinDuCapital;

    /// <summary>Aucun besoin ne l'entame.</summary>
    /// <param name="Reste">Ce qui reste à l'horizon.</param>
    public sealed record NonConsomme(Montant Reste) : FinDuCapital;

    /// <summary>Elle dure plus que l'horizon : plus de cinquante ans.</summary>
    /// <param name="Reste">Ce qui reste à l'horizon.</param>
    public sealed record AuDelaDeLHorizon(Montant Reste) : FinDuCapital;

    /// <summary>Aucune somme n'est attendue : seule l'attente se compte.</summary>
    public sealed record SansSomme : FinDuCapital;
}

/// <summary>Un mois de vie. Les sommes sont celles qu'on lit : soldes et tirages arrondis, intérêts par différence, tout s'additionne.</summary>
/// <param name="Debut">Premier jour.</param>
/// <param name="Besoin">Budget du mois.</param>
/// <param name="Revenus">Ce qui le paie déjà.</param>
/// <param name="Entrees">Sommes arrivées au début du mois.</param>
/// <param name="Tire">Ce qui est tiré du capital.</param>
/// <param name="Interets">Intérêts du mois.</param>
/// <param name="Libre">Capital disponible à la fin du mois.</param>
/// <param name="Bloque">Capital bloqué à la fin du mois.</param>
public sealed record MoisDeVie(
    DateOnly Debut, Montant Besoin, Montant Revenus, Montant Entrees, Montant Tire, Montant Interets, Montant Libre, Montant Bloque)
{
    /// <summary>Capital, libre et bloqué.</summary>
    public Montant Solde => Libre + Bloque;
}
