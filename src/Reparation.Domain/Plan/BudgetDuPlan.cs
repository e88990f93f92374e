using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>Ce que le plan coûte par mois, qui le paie, et ce qui reste à la charge de l'enfant.</summary>
/// <param name="Lignes">Une ligne par action, dans l'ordre du plan.</param>
public sealed record BudgetDuPlan(IReadOnlyList<LigneDeBudget> Lignes)
{
    private const decimal SemainesParMois = 52m / 12m;

    /// <summary>Coût mensuel de toutes les actions répétées.</summary>
    public Montant CoutMensuel => Montant.Total(Mensuelles.Select(l => l.Cout));

    /// <summary>Part de ce coût mensuel payée par d'autres.</summary>
    public Montant PrisEnChargeMensuel => Montant.Total(Mensuelles.Select(l => l.PrisEnCharge));

    /// <summary>Reste à charge mensuel.</summary>
    public Montant ResteMensuel => Montant.Total(Mensuelles.Select(l => l.Reste));

    /// <summary>Coût des actions qui n'ont lieu qu'une fois.</summary>
    public Montant CoutUnique => Montant.Total(Uniques.Select(l => l.Cout));

    /// <summary>Reste à charge des actions qui n'ont lieu qu'une fois.</summary>
    public Montant ResteUnique => Montant.Total(Uniques.Select(l => l.Reste));

    /// <summary>Ce que chaque payeur prend, dans l'ordre où le plan les nomme.</summary>
    public IReadOnlyList<BudgetDUnPayeur> ParPayeur =>
    [
        .. Lignes.SelectMany(l => l.Partage.Parts.Select(p => (l.UneFois, Part: p))).Where(p => p.Part.Montant > Montant.Zero)
            .GroupBy(p => (p.Part.Nom, p.Part.Avance))
            .Select(g => new BudgetDUnPayeur(
                g.Key.Nom,
                g.Key.Avance,
                Montant.Total(g.Where(p => !p.UneFois).Select(p => p.Part.Montant)),
                Montant.Total(g.Where(p => p.UneFois).Select(p => p.Part.Montant)))),
    ];

    private IEnumerable<LigneDeBudget> Mensuelles => Lignes.Where(l => !l.UneFois);

    private IEnumerable<LigneDeBudget> Uniques => Lignes.Where(l => l.UneFois);

    /// <summary>
    /// Budget du plan, ses payeurs étant ceux d'un jour. Une semaine compte pour 52/12 d'un mois, une année pour 1/12 ; l'arrondi
    /// se fait une fois par ligne.
    /// </summary>
    /// <param name="plan">Plan.</param>
    /// <param name="jour">Jour lu ; une action qui n'a pas commencé montre ses premiers payeurs, une action finie ses derniers.</param>
    public static BudgetDuPlan Calculer(PlanDeReconstruction plan, DateOnly jour)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new([.. plan.Actions.Select(a => Ligne(a, jour))]);
    }

    /// <summary>
    /// Le budget mois par mois, chaque dépense à sa date : ce qui revient quatre ou cinq fois dans un mois y compte quatre ou cinq
    /// fois. Vingt-quatre mois au plus ; une action sans premier jour n'y entre pas.
    /// </summary>
    public static IReadOnlyList<MoisDeBudget> ParMois(PlanDeReconstruction plan)
    {
        var actions = ChargeDuPlan.Datees(plan).Where(a => a.Action.CoutUnitaire > Montant.Zero).ToList();
        if (actions.Count == 0)
        {
            return [];
        }

        var mois = new List<MoisDeBudget>();
        var dernier = actions.Max(a => a.Au ?? DateOnly.MaxValue);
        for (var debut = new DateOnly(actions[0].Du.Year, actions[0].Du.Month, 1);
            debut <= dernier && mois.Count < ChargeDuPlan.Horizon && debut.Year < DateOnly.MaxValue.Year;
            debut = debut.AddMonths(1))
        {
            mois.Add(Mois(actions.Select(a => a.Action), debut, debut.AddMonths(1).AddDays(-1)));
        }

        return mois;
    }

    private static MoisDeBudget Mois(IEnumerable<ActionDuPlan> actions, DateOnly debut, DateOnly fin)
    {
        var tranches = actions.SelectMany(a => PartageDuCout.Tranches(a)
            .Where(t => t.Du <= fin && t.Au >= debut)
            .Select(t => t.Pour(a.Quantite * ReportAuxPostes.Occurrences(a, t.Du > debut ? t.Du : debut, t.Au < fin ? t.Au : fin)))).ToList();
        return new(
            debut,
            [.. tranches.SelectMany(t => t.Parts).GroupBy(p => p.Nom).Select(g => (g.Key, Montant.Total(g.Select(p => p.Montant)))).Where(p => p.Item2 > Montant.Zero)],
            Montant.Total(tranches.Select(t => t.Reste)));
    }

    private static LigneDeBudget Ligne(ActionDuPlan action, DateOnly jour)
    {
        var facteur = action.Rythme switch
        {
            Rythme.ParSemaine => SemainesParMois,
            Rythme.ParAn => 1m / 12m,
            _ => 1m,
        };
        return new(action, action.Rythme == Rythme.UneFois, PartageDuCout.Au(action, jour).Pour(action.Quantite * facteur));
    }
}

/// <summary>Une action du plan, ramenée au mois ou comptée une fois.</summary>
/// <param name="Action">L'action.</param>
/// <param name="UneFois">Vrai si elle n'a lieu qu'une fois ; ses sommes n'entrent pas dans les totaux mensuels.</param>
/// <param name="Partage">Qui paie quoi, du mois ou une fois, le jour lu.</param>
public sealed record LigneDeBudget(ActionDuPlan Action, bool UneFois, TrancheDeCout Partage)
{
    /// <summary>Coût du mois, ou coût unique.</summary>
    public Montant Cout => PrisEnCharge + Reste;

    /// <summary>Ce que d'autres paient ou avancent.</summary>
    public Montant PrisEnCharge => Montant.Total(Partage.Parts.Select(p => p.Montant));

    /// <summary>Reste à charge.</summary>
    public Montant Reste => Partage.Reste;
}

/// <summary>Ce qu'un payeur prend du plan.</summary>
/// <param name="Nom">Nom.</param>
/// <param name="Avance">Vrai s'il ne fait qu'avancer : ces sommes restent demandées.</param>
/// <param name="ParMois">Chaque mois.</param>
/// <param name="UneFois">Une fois.</param>
public sealed record BudgetDUnPayeur(string Nom, bool Avance, Montant ParMois, Montant UneFois);

/// <summary>Un mois de budget, dépenses à leur date.</summary>
/// <param name="Debut">Premier jour.</param>
/// <param name="Payes">Ce que chaque payeur paie.</param>
/// <param name="Reste">Reste à charge.</param>
public sealed record MoisDeBudget(DateOnly Debut, IReadOnlyList<(string Payeur, Montant Somme)> Payes, Montant Reste)
{
    /// <summary>Ce que d'autres paient.</summary>
    public Montant Paye => Montant.Total(Payes.Select(p => p.Somme));

    /// <summary>Coût du mois.</summary>
    public Montant Cout => Paye + Reste;
}
