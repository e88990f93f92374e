using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// PGPA, IP, PET, PA, PS, PE, PPE, PEV et postes moraux des proches : aucune grille n'est publiée, l'avocat choisit une
/// somme et en donne les raisons.
/// </summary>
internal static class MontantMotive
{
    /// <summary>Ligne du montant motivé ; rien si aucun montant n'est saisi.</summary>
    public static void Evaluer(Calcul calcul, string libelle, params IReadOnlyList<Source> sources)
    {
        if (calcul.Saisie.Montant is not { } montant)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(calcul.Saisie.Motif))
        {
            calcul.Reserver($"Le montant de {montant} est saisi sans motif : aucune grille ne le fonde, ses raisons doivent être données.");
            return;
        }

        calcul.Ajouter(new(libelle, montant.ToString(), montant, [Sources.Indicatif, .. sources]) { Pieces = calcul.Saisie.Pieces });
    }

    /// <summary>Poste dont le montant motivé est la seule entrée.</summary>
    public static void EvaluerSeul(Calcul calcul)
    {
        if (calcul.Saisie.Montant is null)
        {
            calcul.Reserver("Aucune grille n’est publiée pour ce poste : un montant reste à choisir et à motiver.");
            return;
        }

        IReadOnlyList<Source> sources = calcul.Poste.Code switch
        {
            "PS" => [Sources.PrejudiceSexuelDeLEnfant],
            "PPE" => [Sources.PasDeDoubleEmploi],
            _ => [],
        };
        Evaluer(
            calcul,
            calcul.Saisie.Cotation is { } cotation ? $"montant motivé, cotation {Francais.Nombre(cotation)}/7" : "montant motivé",
            sources);
    }
}
