using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>Ce qu'un plan invite à relire : l'ordre des soins, la charge, les postes. Des questions au professionnel, jamais un diagnostic.</summary>
public static class RelectureDuPlan
{
    /// <summary>Points à relire, dans l'ordre du plan.</summary>
    public static IReadOnlyList<string> Points(PlanDeReconstruction plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Prealables(plan), .. Charge(plan), .. Couts(plan)];
    }

    private static IEnumerable<string> Prealables(PlanDeReconstruction plan)
    {
        var surete = plan.Objectifs.Where(o => o.Domaine is DomaineDeVie.Securite or DomaineDeVie.Logement && o.Echeance is not null)
            .Select(o => o.Echeance!.Value).DefaultIfEmpty().Max();
        foreach (var action in plan.Actions.Where(a => a.Prealable.Length > 0))
        {
            yield return action.Du is { } du && du < surete
                ? $"« {action.Intitule} » commence le {Francais.Date(du)}, avant le terme fixé à la mise en sécurité ({Francais.Date(surete)}). {action.Prealable}"
                : $"« {action.Intitule} » : {action.Prealable}";
        }
    }

    private static IEnumerable<string> Charge(PlanDeReconstruction plan)
    {
        foreach (var debut in plan.Actions.Select(a => a.Du).OfType<DateOnly>().Distinct().Order())
        {
            // La quantité est en heures, en séances ou en kilomètres : seules les actions se comptent.
            var actions = plan.Actions.Count(a => a is { Rythme: Rythme.ParSemaine, Domaine: not DomaineDeVie.Logement }
                && (a.Du ?? DateOnly.MinValue) <= debut && debut <= (a.Au ?? DateOnly.MaxValue));
            if (actions > ChargeDuPlan.ActionsParSemaine)
            {
                yield return $"À partir du {Francais.Date(debut)}, {actions} actions reviennent chaque semaine : demandez à l’enfant ce qui peut attendre (repère du projet : {ChargeDuPlan.ActionsParSemaine}).";
                yield break;
            }
        }
    }

    private static IEnumerable<string> Couts(PlanDeReconstruction plan)
    {
        foreach (var action in plan.Actions.Where(a => a.SourceDuCout.Length == 0))
        {
            if (PartageDuCout.Tranches(action).Max(t => t.ADemander) is var reste && reste > Montant.Zero)
            {
                yield return $"« {action.Intitule} » laisse jusqu’à {reste} l’unité à charge sans source : joignez un devis ou une facture.";
            }
        }
    }
}
