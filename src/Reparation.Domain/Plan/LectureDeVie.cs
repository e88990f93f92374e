using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>D'un scénario saisi à une vie à financer, ou à ce qui lui manque.</summary>
public abstract record LectureDeVie
{
    private LectureDeVie()
    {
    }

    /// <summary>Le scénario se calcule.</summary>
    /// <param name="Vie">Ce qui se calcule.</param>
    /// <param name="Temps">Ce qu'on y lit.</param>
    public sealed record Complete(VieAFinancer Vie, TempsAchete Temps) : LectureDeVie;

    /// <summary>Il manque de quoi le calculer.</summary>
    /// <param name="Manques">Ce qui manque et que faire, dans l'ordre de la saisie.</param>
    public sealed record Incomplete(IReadOnlyList<string> Manques) : LectureDeVie;

    /// <summary>Lit un scénario.</summary>
    /// <param name="scenario">Saisie.</param>
    /// <param name="majorite">Majorité de l'enfant ; rien si sa naissance est inconnue.</param>
    public static LectureDeVie Lire(ScenarioDeVie scenario, DateOnly? majorite)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var manques = Manquer(scenario, majorite).ToList();
        if (manques.Count > 0)
        {
            return new Incomplete(manques);
        }

        var vie = new VieAFinancer(scenario.Calcul!.Value)
        {
            Majorite = majorite,
            Rendement = scenario.Rendement ?? 0,
            Inflation = scenario.Inflation ?? 0,
            Reserve = scenario.Reserve,
            Rentrees = [.. scenario.Rentrees.Select(r => new RentreeDArgent(r.Libelle, r.Montant, r.Le!.Value, r.Bloquee)
            {
                AutoriseParMois = r.AutoriseParMois ?? Montant.Zero,
                Rendement = r.Rendement,
            })],
            Revenus = [.. scenario.Revenus.Select(r => new RevenuDeVie(r.Libelle, r.ParMois, r.MoisParAn, r.Du, r.Au?.AddDays(1), r.Indexe))],
        };
        vie = vie with { Depenses = [.. scenario.Depenses.Select(d => Depense(d, vie))] };
        return new Complete(vie, TempsAchete.Calculer(vie));
    }

    private static DepenseDeVie Depense(DepenseDuBudget saisie, VieAFinancer vie)
    {
        var rang = vie.RangDuMois(saisie.Du ?? vie.Calcul);
        return saisie.UneFois
            ? new(saisie.Libelle, saisie.Montant, vie.Mois(rang), vie.Mois(rang + 1), saisie.Indexee)
            : new(saisie.Libelle, saisie.Montant, saisie.Du, saisie.Au?.AddDays(1), saisie.Indexee);
    }

    private static IEnumerable<string> Manquer(ScenarioDeVie scenario, DateOnly? majorite)
    {
        if (scenario.Calcul is null)
        {
            yield return "Les mois partent d’un jour : donnez celui du calcul.";
        }

        if (scenario.Rentrees.Count == 0)
        {
            yield return "Aucune somme n’est attendue : ajoutez-en une, même à zéro, pour compter l’attente.";
        }

        if (scenario.Depenses.Count == 0)
        {
            yield return "Le budget est vide : ajoutez ce que la vie coûte chaque mois.";
        }

        if (scenario.Rentrees.Any(r => r.Le is null))
        {
            yield return "Une somme n’a pas de date de paiement : donnez-la, même estimée.";
        }

        if (majorite is null && scenario.Rentrees.Any(r => r.Bloquee))
        {
            yield return "Une somme est bloquée jusqu’à la majorité, qui est inconnue : donnez la date de naissance de l’enfant.";
        }

        foreach (var depense in scenario.Depenses.Where(d => d.Au < d.Du))
        {
            yield return $"« {depense.Libelle} » finit le {Francais.Date(depense.Au!.Value)}, avant son début : corrigez l’une des deux dates.";
        }

        foreach (var revenu in scenario.Revenus.Where(r => r.Au < r.Du))
        {
            yield return $"« {revenu.Libelle} » finit le {Francais.Date(revenu.Au!.Value)}, avant son début : corrigez l’une des deux dates.";
        }
    }
}
