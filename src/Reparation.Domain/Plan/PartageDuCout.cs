using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>
/// Le coût d'une action entre ses payeurs. Quand l'un d'eux commence ou cesse, le reste change : l'action se lit par tranches.
/// Chaque part se sert dans l'ordre, sur ce que les précédentes ont laissé : le total n'excède jamais le coût.
/// </summary>
public static class PartageDuCout
{
    /// <summary>Tranches de l'action, bout à bout, de son premier jour à son dernier ; une seule si rien ne change.</summary>
    public static IReadOnlyList<TrancheDeCout> Tranches(ActionDuPlan action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var (debut, fin) = (Debut(action), Fin(action));
        List<DateOnly> bornes =
        [
            .. action.Payeurs.SelectMany(p => new[] { p.Du, p.Au < fin ? p.Au.Value.AddDays(1) : null })
                .OfType<DateOnly>().Where(j => j > debut && j <= fin).Append(debut).Distinct().Order(),
        ];
        return [.. bornes.Select((du, i) => Tranche(action, du, i + 1 < bornes.Count ? bornes[i + 1].AddDays(-1) : fin))];
    }

    /// <summary>Tranche en cours un jour donné ; la première avant l'action, la dernière après elle.</summary>
    public static TrancheDeCout Au(ActionDuPlan action, DateOnly jour) =>
        Tranches(action) is var tranches && tranches.LastOrDefault(t => t.Du <= jour) is { } trouvee ? trouvee : tranches[0];

    /// <summary>Ce que les parts en cours un jour demandent au-delà du coût d'une unité ; zéro si elles y tiennent.</summary>
    internal static bool Deborde(ActionDuPlan action) => Tranches(action).Any(t =>
        EnCours(action, t.Du).Sum(p => p.ParUnite?.Euros ?? (p.Pourcentage ?? 0) / 100 * action.CoutUnitaire.Euros) > action.CoutUnitaire.Euros);

    private static DateOnly Debut(ActionDuPlan action) => action.Du ?? DateOnly.MinValue;

    private static DateOnly Fin(ActionDuPlan action) =>
        Max(Debut(action), (action.Rythme == Rythme.UneFois ? action.Du : action.Au) ?? DateOnly.MaxValue);

    private static IEnumerable<PartDePayeur> EnCours(ActionDuPlan action, DateOnly jour) =>
        action.Payeurs.Where(p => (p.Du ?? DateOnly.MinValue) <= jour && jour <= (p.Au ?? DateOnly.MaxValue));

    private static TrancheDeCout Tranche(ActionDuPlan action, DateOnly du, DateOnly au)
    {
        var reste = action.CoutUnitaire;
        var parts = new List<PartPayee>();
        foreach (var part in EnCours(action, du))
        {
            var voulu = part.ParUnite ?? (part.Pourcentage is { } pourcent ? Montant.Arrondir(action.CoutUnitaire.Euros * pourcent / 100) : reste);
            var paye = Montant.Min(voulu, reste);
            parts.Add(new(part, paye));
            reste -= paye;
        }

        return new(du, au, parts, reste);
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>Jours pendant lesquels les mêmes payeurs paient les mêmes parts d'une unité.</summary>
/// <param name="Du">Premier jour ; le premier du calendrier si l'action n'en a pas.</param>
/// <param name="Au">Dernier jour ; le dernier du calendrier si l'action n'en a pas.</param>
/// <param name="Parts">Parts d'une unité.</param>
/// <param name="Reste">Ce qu'aucun payeur ne prend.</param>
public sealed record TrancheDeCout(DateOnly Du, DateOnly Au, IReadOnlyList<PartPayee> Parts, Montant Reste)
{
    /// <summary>Ce qui se demande : le reste, et ce que d'autres n'ont fait qu'avancer.</summary>
    public Montant ADemander => Reste + Montant.Total(Parts.Where(p => p.Avance).Select(p => p.Montant));

    /// <summary>Les mêmes sommes pour ce nombre d'unités : l'arrondi se fait sur les cumuls, et parts et reste font toujours le coût.</summary>
    internal TrancheDeCout Pour(decimal unites)
    {
        var parts = new List<PartPayee>();
        var (cumul, deja) = (0m, Montant.Zero);
        foreach (var part in Parts)
        {
            cumul += part.Montant.Euros;
            var jusqua = Montant.Arrondir(unites * cumul);
            parts.Add(part with { Montant = jusqua - deja });
            deja = jusqua;
        }

        return this with { Parts = parts, Reste = Montant.Arrondir(unites * (cumul + Reste.Euros)) - deja };
    }
}

/// <summary>Ce qu'un payeur paie.</summary>
/// <param name="Part">Part saisie.</param>
/// <param name="Montant">Somme.</param>
public sealed record PartPayee(PartDePayeur Part, Montant Montant)
{
    /// <summary>Nom : la précision si elle est donnée, le genre sinon.</summary>
    public string Nom => Part.Precision.Length > 0 ? Part.Precision : Payeur.Trouver(Part.Payeur)?.Libelle ?? Part.Payeur;

    /// <summary>Vrai si elle n'est qu'avancée : elle reste demandée.</summary>
    public bool Avance => Payeur.Trouver(Part.Payeur)?.Avance == true;
}
