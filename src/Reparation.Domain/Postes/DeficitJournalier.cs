using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// DFP par montant journalier : D × taux × (jours écoulés depuis la consolidation + 365 × prix viager à la décision). Méthode
/// plaidée par des avocats de victimes, formule reconstituée : toujours à côté du résultat, jamais à sa place.
/// </summary>
internal static class DeficitJournalier
{
    public static void Comparer(Calcul calcul, decimal taux)
    {
        if (calcul.Saisie.BaseJournaliere is not { } journalier)
        {
            return;
        }

        var contexte = calcul.Contexte;
        if (contexte is not { Consolidation: { } consolidation, Chiffrage.DateDeDecision: { } decision, Naissance: { } naissance, Sexe: { } sexe, Bareme: { } bareme }
            || decision < consolidation || consolidation < naissance)
        {
            calcul.Avertir(
                "La méthode journalière n’est pas calculée : il lui faut la consolidation, une date de décision qui la suive, la naissance, le sexe "
                + "à l’état civil et un barème connu.");
            return;
        }

        var jours = decision.DayNumber - consolidation.DayNumber;
        var prix = PrixDeRente.Calculer(bareme, sexe, Ages.Le(naissance, decision), taux: contexte.Chiffrage.Taux);
        calcul.Comparer(
            "méthode journalière capitalisée, à titre subsidiaire (formule reconstituée, de mémoire)",
            $"{journalier} × {Francais.Pourcent(taux)} × ({Francais.Nombre(jours)} j écoulés + 365 × {Francais.NombreFixe(prix.Coefficient, 3)}), "
            + $"prix viager à {Francais.Ans(Ages.Le(naissance, decision))}, {bareme.Titre}, {Francais.Pourcent(prix.Taux)}",
            Montant.Arrondir(journalier.Euros * taux * (jours + (365 * prix.Coefficient)) / 100));
        calcul.Avertir(
            "La méthode journalière capitalisée n’est donnée qu’à titre subsidiaire : des avocats de victimes la plaident "
            + $"({Sources.DeficitJournalier.Intitule}), la formule est reconstituée et reste à vérifier ; elle n’entre dans aucun total.");
    }
}
