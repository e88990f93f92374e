using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// PGPF d'un enfant : deux à quatre avenirs professionnels datés, chacun pesé par la probabilité que l'avocat lui donne et motive.
/// La somme est une espérance, jamais la perte entière d'un scénario.
/// </summary>
internal static class ScenariosDeCarriere
{
    public static void Evaluer(Calcul calcul)
    {
        var scenarios = calcul.Saisie.Scenarios;
        if (scenarios.Count == 0 || !Verifier(calcul, scenarios))
        {
            return;
        }

        var contexte = calcul.Contexte;
        if (contexte is not { Chiffrage.DateDeDecision: { } decision, Naissance: { } naissance })
        {
            calcul.Reserver("Les scénarios de carrière demandent la date de naissance de l’enfant et la date prévue de la décision.");
            return;
        }

        if (Capital.Ouvrir(calcul, new(naissance, contexte.Sexe), decision) is not { } capital)
        {
            return;
        }

        foreach (var scenario in scenarios)
        {
            if (Dater(calcul, scenario, naissance) is { } flux)
            {
                capital.Ajouter(flux, [Sources.Nomenclature, Sources.GainsFutursDeLEnfant]);
            }
        }

        capital.Comparer(avenirs => avenirs.Select(a => ComparaisonsDeCapital.Entier(a, $"{a.Flux.Nom} à 100 %")));
        Expliquer(calcul, scenarios);
    }

    private static bool Verifier(Calcul calcul, IReadOnlyList<ScenarioDeCarriere> scenarios)
    {
        var reserves = new List<string>();
        if (scenarios.Count is < 2 or > 4)
        {
            reserves.Add(
                $"L’avenir professionnel d’un enfant se plaide par deux à quatre scénarios ; {Francais.Compte(scenarios.Count, "seul est saisi", "sont saisis")}.");
        }

        foreach (var scenario in scenarios)
        {
            var nom = Nom(scenario);
            if (string.IsNullOrWhiteSpace(scenario.Raisons))
            {
                reserves.Add($"Le {nom} n’a pas de raisons : dire ce qui fonde sa probabilité (bulletins, projet, famille, expertise).");
            }

            if (scenario.Probabilite is <= 0 or > 100)
            {
                reserves.Add($"La probabilité du {nom} doit être comprise entre 0 et 100 %.");
            }

            if (scenario.ResiduelParAn > scenario.ReferenceParAn)
            {
                reserves.Add(
                    $"Dans le {nom}, le revenu gardé ({scenario.ResiduelParAn}) dépasse le revenu de référence ({scenario.ReferenceParAn}) : "
                    + "il n’y a pas de perte. Corriger l’un des deux, ou retirer le scénario.");
            }

            if (scenario is { Du: null, DesLAge: null })
            {
                reserves.Add($"Le {nom} n’a ni âge d’entrée ni premier jour.");
            }
        }

        var total = scenarios.Sum(s => s.Probabilite);
        if (total > 100)
        {
            reserves.Add($"Les probabilités font {Francais.Pourcent(total)} : elles ne peuvent pas dépasser 100 %.");
        }

        reserves.ForEach(calcul.Reserver);
        return reserves.Count == 0;
    }

    private static Flux? Dater(Calcul calcul, ScenarioDeCarriere scenario, DateOnly naissance)
    {
        var debut = scenario.Du ?? Ages.Anniversaire(naissance, scenario.DesLAge!.Value);
        var fin = scenario.JusquALAge is { } arret ? Ages.Anniversaire(naissance, arret) : (DateOnly?)null;
        if (fin <= debut)
        {
            calcul.Reserver(
                $"Le {Nom(scenario)} s’arrête le {Francais.Date(fin.Value)}, sans dépasser son premier jour, le {Francais.Date(debut)}.");
            return null;
        }

        var perte = scenario.ReferenceParAn - scenario.ResiduelParAn;
        return new(Nom(scenario), perte, debut, fin)
        {
            Derivation = $"{scenario.ReferenceParAn} − {scenario.ResiduelParAn} = {perte} par an, probabilité {Francais.Pourcent(scenario.Probabilite)}",
            Chance = scenario.Probabilite,
            Pieces = scenario.Pieces,
        };
    }

    private static void Expliquer(Calcul calcul, IReadOnlyList<ScenarioDeCarriere> scenarios)
    {
        var reste = 100 - scenarios.Sum(s => s.Probabilite);
        calcul.Avertir(
            "Chaque scénario est capitalisé, puis multiplié par sa probabilité : la somme répare une chance perdue, et ne vaut jamais la perte "
            + "entière d’un scénario"
            + (reste > 0 ? $" ; il reste {Francais.Pourcent(reste)} pour un avenir sans perte, compté pour zéro." : "."));
        if (calcul.Saisie.Rentes.Count > 0)
        {
            calcul.Avertir(
                "Des pertes annuelles s’ajoutent aux scénarios de carrière : vérifier que le même revenu n’est pas compté deux fois.");
        }
    }

    private static string Nom(ScenarioDeCarriere scenario) =>
        scenario.Libelle.Length == 0 ? "scénario sans nom" : $"scénario « {scenario.Libelle} »";
}
