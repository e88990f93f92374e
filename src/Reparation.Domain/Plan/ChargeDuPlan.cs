using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>Ce que le plan demande à l'enfant, mois par mois : des reprises, jamais des kilomètres ni des euros.</summary>
public static class ChargeDuPlan
{
    /// <summary>Actions par semaine au-delà desquelles le plan invite à relire. Repère du projet : une semaine d'école n'a plus alors de soir libre.</summary>
    public const int ActionsParSemaine = 5;

    /// <summary>Mois montrés au plus.</summary>
    public const int Horizon = 24;

    /// <summary>Actions datées du plan qui auront lieu, dans l'ordre de leur premier jour. Une action faite une fois ne dure qu'un jour.</summary>
    public static IReadOnlyList<(ActionDuPlan Action, DateOnly Du, DateOnly? Au)> Datees(PlanDeReconstruction plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Actions.Where(a => a.Du is not null && !a.EstEcartee())
                .Select(a => (a, a.Du!.Value, a.Rythme == Rythme.UneFois ? a.Du : a.Au))
                .OrderBy(a => a.Value).ThenBy(a => a.a.Intitule, StringComparer.Ordinal),
        ];
    }

    /// <summary>Mois par mois, du premier jour du plan au dernier, vingt-quatre mois au plus.</summary>
    public static IReadOnlyList<MoisDuPlan> ParMois(PlanDeReconstruction plan)
    {
        var actions = Datees(plan).Where(a => a.Action.Domaine != DomaineDeVie.Logement).ToList();
        if (actions.Count == 0)
        {
            return [];
        }

        var premier = new DateOnly(actions[0].Du.Year, actions[0].Du.Month, 1);
        var dernier = actions.Max(a => a.Au ?? a.Du);
        var mois = new List<MoisDuPlan>();
        for (var debut = premier; debut <= dernier && mois.Count < Horizon && debut.Year < DateOnly.MaxValue.Year; debut = debut.AddMonths(1))
        {
            var fin = debut.AddMonths(1).AddDays(-1);
            var enCours = actions.Where(a => a.Du <= fin && (a.Au ?? DateOnly.MaxValue) >= debut).ToList();
            mois.Add(new(
                debut,
                enCours.Count,
                enCours.Count(a => a.Action.Rythme == Rythme.ParSemaine),
                enCours.Sum(a => ReportAuxPostes.Occurrences(a.Action, debut > a.Du ? debut : a.Du, a.Au < fin ? a.Au.Value : fin))));
        }

        return mois;
    }
}

/// <summary>Un mois du plan.</summary>
/// <param name="Debut">Premier jour.</param>
/// <param name="Actions">Actions en cours.</param>
/// <param name="ParSemaine">Actions qui reviennent chaque semaine.</param>
/// <param name="Reprises">Fois où une action revient dans le mois, quelle que soit sa quantité.</param>
public sealed record MoisDuPlan(DateOnly Debut, int Actions, int ParSemaine, int Reprises)
{
    /// <summary>Vrai si une semaine de ce mois dépasse le repère.</summary>
    public bool TropPlein => ParSemaine > ChargeDuPlan.ActionsParSemaine;
}
