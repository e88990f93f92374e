using Reparation.Domain.Capitalisation;

namespace Reparation.Domain.Tests.Capitalisation;

/// <summary>
/// Prix d'une rente écrit une seconde fois depuis la convention, sans rien du moteur : ni colonnes de commutation, ni temps
/// écoulé, ni forme close. Une somme, année par année ; les jours d'une année entamée s'y comptent un à un.
/// </summary>
internal static class ReferenceLente
{
    public static decimal Prix(DemandeDePrix d)
    {
        var revolus = 0;
        while (Anniversaire(d.Naissance, revolus + 1) <= d.Decision)
        {
            revolus++;
        }

        var (dernier, prochain) = (Anniversaire(d.Naissance, revolus), Anniversaire(d.Naissance, revolus + 1));
        var entame = (decimal)(d.Decision.DayNumber - dernier.DayNumber) / (prochain.DayNumber - dernier.DayNumber);
        decimal Vivants(int apres) => ((1 - entame) * Survivants(d, revolus + apres)) + (entame * Survivants(d, revolus + apres + 1));

        var somme = 0m;
        var valeur = 1m;
        for (var annee = 1; Vivants(annee - 1) > 0; annee++)
        {
            var (taux, inflation) = Conditions(d, annee);
            var actualisation = (1 + (inflation / 100)) / (1 + (taux / 100)) * (1 + (d.Croissance / 100));
            var payeEnDebut = valeur * Vivants(annee - 1) / Vivants(0);
            valeur *= actualisation;
            var payeEnFin = valeur * Vivants(annee) / Vivants(0);
            somme += PartCourue(d, annee) * (d.Paiements == MomentDesPaiements.Mensuel
                ? payeEnFin + (11m / 24 * (payeEnDebut - payeEnFin))
                : payeEnFin);
        }

        return somme;
    }

    private static decimal PartCourue(DemandeDePrix d, int annee)
    {
        var (courus, jours) = (0, 0);
        var (premier, suivant) = (Anniversaire(d.Decision, annee - 1), Anniversaire(d.Decision, annee));
        if ((d.Debut is null || d.Debut <= premier) && (d.Fin is null || d.Fin >= suivant))
        {
            return 1;
        }

        for (var jour = premier; jour < suivant; jour = jour.AddDays(1))
        {
            jours++;
            if ((d.Debut is not { } debut || jour >= debut) && (d.Fin is not { } fin || jour < fin))
            {
                courus++;
            }
        }

        return (decimal)courus / jours;
    }

    private static (decimal Taux, decimal Inflation) Conditions(DemandeDePrix d, int annee)
    {
        if (d.Courbe.Count == 0)
        {
            return (d.Taux ?? d.Edition.Taux[0], 0);
        }

        var point = d.Courbe.Where(p => p.Annee <= annee).MaxBy(p => p.Annee)!;
        return (point.Taux, point.Inflation);
    }

    private static decimal Survivants(DemandeDePrix d, int age) =>
        age <= d.Edition.Table(d.Sexe).DernierAge ? d.Edition.Table(d.Sexe).Survivants(d.Sexe, age) : 0;

    // Né un 29 février : le 1er mars des années communes.
    private static DateOnly Anniversaire(DateOnly jour, int annees)
    {
        var annee = jour.Year + annees;
        return jour.Day > DateTime.DaysInMonth(annee, jour.Month) ? new(annee, 3, 1) : new(annee, jour.Month, jour.Day);
    }
}
