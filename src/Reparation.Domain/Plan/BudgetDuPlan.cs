using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>Ce que le plan coûte par mois, ce que d'autres paient, et ce qui reste à la charge de l'enfant.</summary>
/// <param name="Lignes">Une ligne par action, dans l'ordre du plan ; celles qui n'auront pas lieu n'y sont pas.</param>
public sealed record BudgetDuPlan(IReadOnlyList<LigneDeBudget> Lignes)
{
    private const decimal SemainesParMois = 52m / 12m;

    /// <summary>Coût mensuel de toutes les actions répétées.</summary>
    public Montant CoutMensuel => Montant.Total(Lignes.Where(l => !l.UneFois).Select(l => l.Cout));

    /// <summary>Part de ce coût mensuel payée par des tiers.</summary>
    public Montant PrisEnChargeMensuel => Montant.Total(Lignes.Where(l => !l.UneFois).Select(l => l.PrisEnCharge));

    /// <summary>Reste à charge mensuel.</summary>
    public Montant ResteMensuel => Montant.Total(Lignes.Where(l => !l.UneFois).Select(l => l.Reste));

    /// <summary>Coût des actions qui n'ont lieu qu'une fois.</summary>
    public Montant CoutUnique => Montant.Total(Lignes.Where(l => l.UneFois).Select(l => l.Cout));

    /// <summary>Reste à charge des actions qui n'ont lieu qu'une fois.</summary>
    public Montant ResteUnique => Montant.Total(Lignes.Where(l => l.UneFois).Select(l => l.Reste));

    /// <summary>
    /// Budget du plan. Une semaine compte pour 52/12 d'un mois, une année pour 1/12 ; l'arrondi se fait une fois par ligne.
    /// </summary>
    public static BudgetDuPlan Calculer(PlanDeReconstruction plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new([.. plan.Actions.Where(a => !a.EstEcartee()).Select(Ligne)]);
    }

    private static LigneDeBudget Ligne(ActionDuPlan action)
    {
        var facteur = action.Rythme switch
        {
            Rythme.ParSemaine => SemainesParMois,
            Rythme.ParAn => 1m / 12m,
            _ => 1m,
        };
        var unites = action.Quantite * facteur;
        var cout = Montant.Arrondir(unites * action.CoutUnitaire.Euros);
        // La prise en charge ne dépasse jamais le coût : un trop-payé d'une action ne finance pas les autres.
        var paye = Montant.Min(Montant.Arrondir(unites * action.PrisEnCharge.Euros), cout);
        return new(action, action.Rythme == Rythme.UneFois, cout, paye, cout - paye);
    }
}

/// <summary>Une action du plan, ramenée au mois ou comptée une fois.</summary>
/// <param name="Action">L'action.</param>
/// <param name="UneFois">Vrai si elle n'a lieu qu'une fois ; ses sommes n'entrent pas dans les totaux mensuels.</param>
/// <param name="Cout">Coût du mois, ou coût unique.</param>
/// <param name="PrisEnCharge">Part payée par un tiers.</param>
/// <param name="Reste">Reste à charge.</param>
public sealed record LigneDeBudget(ActionDuPlan Action, bool UneFois, Montant Cout, Montant PrisEnCharge, Montant Reste);
