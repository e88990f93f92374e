using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>Les jours du plan à ne pas laisser passer : âges, revues, fins de prise en charge et d'aides. Sans un mot de ce qu'ils réparent.</summary>
public static class DatesDuPlan
{
    /// <summary>Jours à venir, ce jour compris, du plus proche au plus lointain ; deux dates de même genre le même jour n'en font qu'une.</summary>
    public static IReadOnlyList<DateDuPlan> AVenir(Dossier dossier, DateOnly jour)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var plan = dossier.Plan;
        return
        [
            .. AgesDuPlan.Dater(dossier).Select(a => new DateDuPlan(GenreDeDate.Age, a.Le, a.Libelle))
                .Concat(Datees(GenreDeDate.Revue, plan.Revues.Select(r => r.Le).Append(plan.RevueLe ?? SuiviDesObjectifs.Proposer(plan))))
                .Concat(Datees(GenreDeDate.FinDePriseEnCharge, plan.Actions.Where(a => !a.EstEcartee()).SelectMany(a => a.Payeurs.Select(p => p.Au))))
                .Concat(Datees(GenreDeDate.FinDAide, plan.Scenarios.SelectMany(s => s.Revenus.Select(r => r.Au))))
                .Where(d => d.Le >= jour).Distinct().OrderBy(d => d.Le).ThenBy(d => d.Genre),
        ];
    }

    private static IEnumerable<DateDuPlan> Datees(GenreDeDate genre, IEnumerable<DateOnly?> jours) =>
        jours.OfType<DateOnly>().Select(j => new DateDuPlan(genre, j, ""));
}

/// <summary>Un jour du plan.</summary>
/// <param name="Genre">Ce qu'il est.</param>
/// <param name="Le">Jour.</param>
/// <param name="Age">« 17 ans et demi » pour un âge ; vide sinon.</param>
public sealed record DateDuPlan(GenreDeDate Genre, DateOnly Le, string Age);

/// <summary>Ce qu'est un jour du plan.</summary>
public enum GenreDeDate
{
    /// <summary>Âge qui change les droits ou l'argent.</summary>
    Age,

    /// <summary>Revue du plan, prévue ou proposée.</summary>
    Revue,

    /// <summary>Dernier jour payé par un tiers.</summary>
    FinDePriseEnCharge,

    /// <summary>Dernier jour d'un revenu ou d'une aide.</summary>
    FinDAide,
}
