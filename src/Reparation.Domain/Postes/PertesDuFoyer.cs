using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// PRP-D : pertes de revenus d'un proche après un décès. La perte du foyer est son revenu, moins ce que le défunt consommait pour
/// lui-même, moins ce qui reste ; la part du proche se capitalise sur sa propre tête.
/// </summary>
internal static class PertesDuFoyer
{
    public static void Evaluer(Calcul calcul)
    {
        var foyers = calcul.Saisie.Foyers;
        if (foyers.Count == 0)
        {
            return;
        }

        var (contexte, proche) = (calcul.Contexte, calcul.Contexte.Proche);
        var manques = new List<string>();
        if (contexte.Chiffrage.DateDeDecision is null)
        {
            manques.Add("la date prévue de la décision");
        }

        if (proche?.DateDeNaissance is null)
        {
            manques.Add("la date de naissance du proche");
        }

        if (proche?.Sexe is null)
        {
            manques.Add("le sexe du proche");
        }

        if (foyers.Any(f => f.Du is null) && contexte.Dossier.Enfant.DecedeLe is null)
        {
            manques.Add("la date du décès");
        }

        if (manques.Count > 0)
        {
            calcul.Reserver($"La perte du foyer ne peut pas être calculée : il manque {Francais.Liste(manques)}.");
            return;
        }

        var naissance = proche!.DateDeNaissance!.Value;
        if (Capital.Ouvrir(calcul, new(naissance, proche.Sexe, EstUnProche: true), contexte.Chiffrage.DateDeDecision!.Value) is not { } capital)
        {
            return;
        }

        foreach (var foyer in foyers)
        {
            if (Dater(calcul, foyer, naissance) is { } flux)
            {
                capital.Ajouter(flux, [Sources.Nomenclature]);
            }
        }

        capital.Comparer();
        if (capital.ADeLAvenir)
        {
            calcul.Avertir("L’avenir est capitalisé à l’âge et selon la table du proche lui-même.");
        }
    }

    private static Flux? Dater(Calcul calcul, PerteDuFoyer foyer, DateOnly naissance)
    {
        var nom = foyer.Libelle.Length == 0 ? "perte du foyer" : foyer.Libelle;
        var debut = foyer.Du ?? calcul.Contexte.Dossier.Enfant.DecedeLe!.Value;
        var fin = foyer.JusquALAge is { } arret ? Ages.Anniversaire(naissance, arret) : (DateOnly?)null;
        if (fin <= debut)
        {
            calcul.Reserver($"« {nom} » s’arrête le {Francais.Date(fin.Value)}, sans dépasser son premier jour, le {Francais.Date(debut)}.");
            return null;
        }

        var perte = (foyer.RevenuDuFoyer.Euros * (100 - foyer.Autoconsommation) / 100) - foyer.RevenuQuiReste.Euros;
        if (perte < 0)
        {
            calcul.Reserver(
                $"« {nom} » : ce qui reste au foyer ({foyer.RevenuQuiReste}) dépasse son revenu d’avant le décès, autoconsommation retirée : "
                + "il n’y a pas de perte. Corriger l’un des revenus, ou retirer la ligne.");
            return null;
        }

        var parAn = Montant.Arrondir(perte * foyer.PartDuProche / 100);
        return new(nom, parAn, debut, fin)
        {
            Derivation = $"({foyer.RevenuDuFoyer} − {Francais.Pourcent(foyer.Autoconsommation)} d’autoconsommation − {foyer.RevenuQuiReste}) "
                + $"× {Francais.Pourcent(foyer.PartDuProche)} = {parAn} par an",
            Pieces = foyer.Pieces,
        };
    }
}
