using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// PGPA, IP, PET, PA, PS, PE, PPE, PEV et postes des proches : aucune grille n'est publiée, l'avocat choisit une
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
            calcul.Reserver($"Aucune grille n’est publiée pour ce poste : un montant reste à choisir et à motiver. {Conseil(calcul.Poste.Code)}");
            return;
        }

        Evaluer(
            calcul,
            calcul.Saisie.Cotation is { } cotation ? $"montant motivé, cotation {Francais.Nombre(cotation)}/7" : "montant motivé",
            Fondement(calcul.Poste.Code));
    }

    /// <summary>Montant motivé qui complète des lignes calculées, ou qui en tient lieu si aucune n'est saisie.</summary>
    public static void Completer(Calcul calcul, bool seul)
    {
        if (seul)
        {
            EvaluerSeul(calcul);
        }
        else
        {
            Evaluer(calcul, "montant motivé", Fondement(calcul.Poste.Code));
        }
    }

    private static IReadOnlyList<Source> Fondement(string code) => code switch
    {
        "IP" => [Sources.GainsFutursDeLEnfant],
        "PS" => [Sources.PrejudiceSexuelDeLEnfant],
        "PE" => [Sources.ApresLaConsolidation],
        "PPE" => [Sources.PasDeDoubleEmploi],
        "PAF-S" or "PEX-S" or "PRP-S" => [Sources.ProchesDUneSurvivante],
        _ => [Sources.Nomenclature],
    };

    private static string Conseil(string code) => code switch
    {
        "PGPA" => "Saisir une perte datée, ou un montant.",
        "IP" => "Dire ce que la carrière perd en dehors du salaire, ou saisir une part d’un revenu de référence à capitaliser.",
        "PET" => "Dire l’atteinte, la zone exposée et la durée.",
        "PA" => "Nommer l’activité et prouver sa pratique régulière.",
        "PS" => "Il s’apprécie sans lien avec le taux du déficit permanent.",
        "PE" => "Montrer en quoi la gravité des séquelles compromet un projet familial.",
        "PPE" => "Montrer d’abord que le déficit permanent ne le répare pas déjà.",
        "PEV" => "Prouver l’affection évolutive ou le risque de contamination, et la durée de l’attente.",
        "PRP-D" or "PRP-S" => "Saisir une perte datée, une perte annuelle, ou un montant.",
        "PACC" => "Dire la vie commune jusqu’au décès et ce qu’elle est devenue.",
        "PAF-D" => "Dire le lien, la fréquence des relations et leur réalité.",
        "PAF-S" => "Aucun tableau ne vaut pour une victime survivante : motiver personne par personne.",
        _ => "Dire le bouleversement de la vie commune, distinct de l’affection.",
    };
}
