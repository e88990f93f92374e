using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Règles qui placent chaque saisie du bon côté des faits, de la consolidation et de la décision.</summary>
internal static class ReglesDeDate
{
    public static IReadOnlyList<RegleDeCoherence> Toutes { get; } =
    [
        new("consolidation-apres-decision", "Consolidation après la décision",
            "Un poste permanent se chiffre au jour de la décision, donc après la consolidation : si elle est postérieure, une des deux dates est fausse.", [])
        {
            SurUnPoste = vu => vu.EstChiffre && vu.Poste.AttendLaConsolidation && vu.Consolidation > vu.Contexte.Chiffrage.DateDeDecision
                ? "La consolidation est postérieure à la décision prévue : l’une des deux dates est à corriger."
                : null,
        },
        new("sexuel-avant-consolidation", "Préjudice sexuel avant la consolidation",
            "Avant la consolidation, l’atteinte à la vie sexuelle se répare dans le déficit fonctionnel temporaire, sans somme distincte.",
            [Sources.SexuelTemporaire])
        {
            SurUnPoste = vu => vu is { Code: "PS", EstDemande: true, Consolidation: null, Saisie.Montant: not null }
                ? "Avant la consolidation, l’atteinte à la vie sexuelle se répare dans le déficit fonctionnel temporaire "
                    + "(Civ. 2e, 11 déc. 2014, n° 13-28.774) : la plaider dans le DFT, sans somme ici."
                : null,
        },
        new("etablissement-avant-consolidation", "Préjudice d’établissement avant la consolidation",
            "Le préjudice d’établissement n’est réparable que comme un préjudice permanent : aucune somme provisoire ne peut l’indemniser.",
            [Sources.ApresLaConsolidation])
        {
            SurUnPoste = vu => vu is { Code: "PE", EstDemande: true, Consolidation: null, Saisie.Montant: not null }
                ? "Le préjudice d’établissement ne se demande qu’après la consolidation : aucune somme provisoire."
                : null,
        },
        new("depense-apres-consolidation", "Dépense d’après la consolidation",
            "La consolidation sépare les dépenses de santé actuelles des futures, et l’aide temporaire de l’aide permanente : une ligne se porte du bon côté.",
            [Sources.Nomenclature])
        {
            SurUnPoste = ApresConsolidation,
        },
        new("depense-avant-consolidation", "Dépense d’avant la consolidation",
            "Un poste permanent ne compte que ce qui suit la consolidation : une dépense antérieure relève du poste temporaire.",
            [Sources.Nomenclature])
        {
            SurUnPoste = AvantConsolidation,
        },
        new("rente-avant-consolidation", "Rente qui commence avant la consolidation",
            "Dans un poste permanent, une dépense ou une perte annuelle court de la consolidation : ce qui précède relève d’un poste temporaire.",
            [Sources.Nomenclature, Sources.Arrerages])
        {
            SurUnPoste = vu => vu is { EstDemande: true, Poste.Phase: Phase.Permanent, Consolidation: { } jour } && PosteVu.Une(vu.Saisie.Rentes, r => r.Du < jour)
                ? $"Une dépense ou perte annuelle commence avant la consolidation du {Francais.Date(jour)} : jusque-là, elle relève "
                    + "d’un poste temporaire (DSA, FD ou PGPA)."
                : null,
        },
        new("gene-apres-consolidation", "Gêne temporaire après la consolidation",
            "Le déficit temporaire s’arrête à la consolidation : le déficit permanent répare la suite, et les mêmes jours ne se comptent pas deux fois.",
            [Sources.Nomenclature, Sources.SouffrancesDApres])
        {
            SurUnPoste = vu => vu is { Code: "DFT", EstDemande: true, Consolidation: { } jour } && PosteVu.Une(vu.Saisie.Periodes, p => p.Au > jour)
                ? $"Une période de gêne dépasse la consolidation du {Francais.Date(jour)} : la suite relève du déficit permanent (DFP)."
                : null,
        },
        new("avant-les-faits", "Saisie antérieure aux faits",
            "Une dépense, une gêne ou une perte antérieure au premier fait daté n’est pas causée par lui : la date du fait ou celle de la ligne est à relire.", [])
        {
            SurUnPoste = vu => vu.EstDemande && vu.Contexte.PremierFait is { } fait && PrecedeLesFaits(vu.Saisie, fait)
                ? $"Une ligne de ce poste précède le premier fait daté, du {Francais.Date(fait)} : corriger l’une des deux dates."
                : null,
        },
    ];

    private static string? ApresConsolidation(PosteVu vu)
    {
        if (vu is not { EstDemande: true, Code: "DSA" or "FD", Consolidation: { } jour })
        {
            return null;
        }

        var depense = !PosteVu.Une(vu.Saisie.Depenses, d => d.Date > jour) ? ""
            : vu.Code == "DSA"
                ? $"Une dépense est postérieure à la consolidation du {Francais.Date(jour)} : elle relève des dépenses de santé futures (DSF)."
                : $"Une dépense est postérieure à la consolidation du {Francais.Date(jour)} : les frais divers s’y arrêtent ; la porter au poste permanent qui convient.";
        var aide = !PosteVu.Une(vu.Saisie.Aides, a => a.Au > jour) ? ""
            : $"Une aide humaine dépasse la consolidation du {Francais.Date(jour)} : la suite relève de l’assistance par tierce personne (ATP) et ne se compte pas deux fois.";
        return (depense + " " + aide).Trim() is { Length: > 0 } message ? message : null;
    }

    private static string? AvantConsolidation(PosteVu vu) =>
        vu is { EstDemande: true, Code: "DSF" or "FLA" or "FVA", Consolidation: { } jour } && PosteVu.Une(vu.Saisie.Depenses, d => d.Date < jour)
            ? $"Une dépense précède la consolidation du {Francais.Date(jour)} : elle relève "
                + (vu.Code == "DSF" ? "des dépenses de santé actuelles (DSA)." : "des frais divers (FD).")
            : null;

    private static bool PrecedeLesFaits(SaisiePoste saisie, DateOnly fait) =>
        PosteVu.Une(saisie.Depenses, d => d.Date < fait)
        || PosteVu.Une(saisie.Aides, a => a.Du < fait)
        || PosteVu.Une(saisie.Deplacements, d => d.Date < fait)
        || PosteVu.Une(saisie.Pertes, p => p.Du < fait)
        || PosteVu.Une(saisie.Periodes, p => p.Du < fait)
        || PosteVu.Une(saisie.Rentes, r => r.Du < fait);
}
