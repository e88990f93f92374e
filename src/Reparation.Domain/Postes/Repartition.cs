using Reparation.Domain.Commun;

namespace Reparation.Domain.Postes;

/// <summary>Partage d'une somme au prorata, au centime : les parts redonnent toujours la somme.</summary>
public static class Repartition
{
    /// <summary>
    /// Parts au prorata des poids. Les centimes que l'arrondi laisse vont aux plus forts restes, le premier servi à égalité :
    /// aucune part ne dépasse alors son poids quand le total ne dépasse pas la somme des poids.
    /// </summary>
    /// <param name="total">Somme à partager, positive ou nulle.</param>
    /// <param name="poids">Poids, positifs ou nuls ; s'ils sont tous nuls, rien n'est partagé.</param>
    /// <exception cref="ArgumentOutOfRangeException">Total ou poids négatif.</exception>
    public static IReadOnlyList<Montant> Partager(Montant total, IReadOnlyList<decimal> poids)
    {
        ArgumentNullException.ThrowIfNull(poids);
        ArgumentOutOfRangeException.ThrowIfLessThan(total, Montant.Zero);
        var somme = 0m;
        foreach (var p in poids)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(p, nameof(poids));
            somme += p;
        }

        var parts = new Montant[poids.Count];
        if (somme == 0)
        {
            return parts;
        }

        var restes = new (decimal Reste, int Rang)[poids.Count];
        var centimes = total.Euros * 100;
        var distribues = 0m;
        for (var rang = 0; rang < poids.Count; rang++)
        {
            // Le reste se prend sur le produit, exact, et non sur un quotient que ses décimales tronquent.
            var produit = centimes * poids[rang];
            var reste = produit % somme;
            var entiere = (produit - reste) / somme;
            restes[rang] = (reste, rang);
            parts[rang] = Montant.DeEuros(entiere / 100);
            distribues += entiere;
        }

        Array.Sort(restes, static (a, b) => a.Reste == b.Reste ? a.Rang.CompareTo(b.Rang) : b.Reste.CompareTo(a.Reste));
        for (var servi = 0; distribues < centimes; servi++, distribues++)
        {
            parts[restes[servi].Rang] += Montant.DeEuros(0.01m);
        }

        return parts;
    }
}
