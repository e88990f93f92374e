using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Règles qui relisent un poste seul : saisie perdue, prestations, preuves, source fragile.</summary>
internal static class ReglesDeSaisie
{
    public static IReadOnlyList<RegleDeCoherence> Toutes { get; } =
    [
        new("poste-saisi-deux-fois", "Poste saisi deux fois",
            "Un poste se saisit une seule fois : ses lignes s’y ajoutent. La première saisie est comptée, l’autre est gardée sans effet.", [])
        {
            SurUnPoste = vu => vu.Doublon ? "Ce poste est saisi deux fois : seule la première saisie est comptée. Réunir les deux." : null,
        },
        new("saisie-sans-effet", "Saisie que le poste n’emploie pas",
            "Chaque poste emploie certains champs seulement. Une somme portée ailleurs ne compte pas, et doit rejoindre le poste qui convient.", [])
        {
            SurUnPoste = vu => ChampsIgnores(vu) is { Count: > 0 } ignores
                ? $"Ce poste n’emploie pas {Francais.Liste(ignores)} : ces saisies ne comptent pas. Les porter au poste qui convient."
                : null,
        },
        new("recours-sur-poste-personnel", "Prestations sur un poste personnel",
            "Le tiers payeur n’a pas de recours sur un poste personnel, sauf s’il prouve qu’il a effectivement et préalablement réparé ce poste.",
            [Sources.PreferenceDeLaVictime])
        {
            SurUnPoste = vu => NonImputees(vu) is { } somme && somme > Montant.Zero
                ? $"{somme} de prestations sont saisis sur un poste personnel : ils ne sont pas déduits, "
                    + "sauf si le tiers payeur prouve qu’il a réparé ce poste."
                : null,
        },
        new("prestations-sans-evaluation", "Prestations sans évaluation",
            "Une prestation s’impute sur l’évaluation entière du poste : la dépense ou la perte se saisit avant remboursement.", [])
        {
            SurUnPoste = vu => !vu.EstChiffre && Imputees(vu) is { } somme && somme > Montant.Zero
                ? $"{somme} de prestations sont saisis sans évaluation du poste : saisir d’abord la dépense ou la perte entière."
                : null,
        },
        new("prestations-en-excedent", "Prestations supérieures au poste",
            "L’imputation se fait poste par poste : ce qu’un poste n’absorbe pas ne réduit jamais un autre poste.",
            [Sources.PreferenceDeLaVictime, Sources.R706_9])
        {
            SurUnPoste = vu => vu.Evaluation is Evaluation.Chiffree chiffree && Imputees(vu) > chiffree.Montant
                ? "Les prestations dépassent l’évaluation du poste : l’excédent ne s’impute sur aucun autre poste."
                : null,
        },
        new("sans-piece", "Poste sans pièce",
            "Aucun référentiel ne lie le juge : une somme se motive par les pièces du dossier. Un poste demandé sans aucune pièce est à compléter.",
            [Sources.Indicatif])
        {
            SurUnPoste = vu => vu.EstChiffre && SansPiece(vu.Saisie) ? "Aucune pièce ne prouve ce poste." : null,
        },
        new("source-fragile", "Source citée de mémoire ou contredite",
            "Chaque source porte le crédit de sa lecture. Celle qui n’a pas été relue, ou que d’autres contredisent, se vérifie avant d’imprimer.", [])
        {
            SurUnPoste = vu => vu.Evaluation is Evaluation.Chiffree chiffree && EstFragile(chiffree.Calcul)
                ? "Une source de ce calcul est citée de mémoire ou contredite : la relire avant d’imprimer."
                : null,
        },
    ];

    private static Montant Imputees(PosteVu vu) => Additionner(vu, imputees: true);

    private static Montant NonImputees(PosteVu vu) => Additionner(vu, imputees: false);

    private static Montant Additionner(PosteVu vu, bool imputees)
    {
        var somme = Montant.Zero;
        for (var rang = 0; rang < vu.Saisie.Prestations.Count; rang++)
        {
            if (Imputation.SImpute(vu.Poste, vu.Saisie.Prestations[rang]) == imputees)
            {
                somme += vu.Saisie.Prestations[rang].Montant;
            }
        }

        return somme;
    }

    // Sans réunir les pièces en une liste : ce chemin est suivi pour chaque poste de chaque chiffrage.
    private static bool SansPiece(SaisiePoste saisie) =>
        saisie.Pieces.Count == 0
        && !PosteVu.Une(saisie.Depenses, d => d.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Aides, a => a.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Periodes, p => p.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Annees, a => a.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Rentes, r => r.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Deplacements, d => d.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Pertes, p => p.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Scenarios, s => s.Pieces.Count > 0)
        && !PosteVu.Une(saisie.Foyers, f => f.Pieces.Count > 0);

    private static bool EstFragile(Etape etape)
    {
        for (var rang = 0; rang < etape.Sources.Count; rang++)
        {
            if (etape.Sources[rang].ARelire)
            {
                return true;
            }
        }

        for (var rang = 0; rang < etape.Details.Count; rang++)
        {
            if (EstFragile(etape.Details[rang]))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> ChampsIgnores(PosteVu vu)
    {
        var saisie = vu.Saisie;
        var ignores = new List<string>(0);
        Noter(saisie.Depenses.Count > 0, ChampDeSaisie.Depenses, "les dépenses");
        Noter(saisie.Aides.Count > 0, ChampDeSaisie.Aides, "l’aide humaine");
        Noter(saisie.Deplacements.Count > 0, ChampDeSaisie.Deplacements, "les trajets");
        Noter(saisie.Pertes.Count > 0, ChampDeSaisie.Pertes, "les pertes de revenus");
        Noter(saisie.Periodes.Count > 0, ChampDeSaisie.Periodes, "les périodes de gêne");
        Noter(saisie.Cotation is not null, ChampDeSaisie.Cotation, "la cotation");
        Noter(saisie.TauxDeDeficit is not null || saisie.ValeurDuPoint is not null, ChampDeSaisie.Taux, "le taux de déficit");
        Noter(saisie.Annees.Count > 0, ChampDeSaisie.Annees, "les années perdues");
        Noter(saisie.Rentes.Count > 0, ChampDeSaisie.Rentes, "les dépenses ou pertes annuelles");
        Noter(saisie.Scenarios.Count > 0, ChampDeSaisie.Scenarios, "les scénarios de carrière");
        Noter(saisie.Foyers.Count > 0, ChampDeSaisie.Foyers, "les pertes du foyer");
        Noter(saisie.LigneDAffection.Length > 0, ChampDeSaisie.Affection, "la ligne du tableau d’affection");
        Noter(saisie.Montant is not null, ChampDeSaisie.Montant, "le montant motivé");
        if (saisie.BaseJournaliere is not null && !Emploie(ChampDeSaisie.Periodes) && !Emploie(ChampDeSaisie.Taux))
        {
            ignores.Add("le montant journalier");
        }

        return ignores;

        bool Emploie(ChampDeSaisie champ)
        {
            for (var rang = 0; rang < vu.Poste.Saisies.Count; rang++)
            {
                if (vu.Poste.Saisies[rang] == champ)
                {
                    return true;
                }
            }

            return false;
        }

        void Noter(bool rempli, ChampDeSaisie champ, string nom)
        {
            if (rempli && !Emploie(champ))
            {
                ignores.Add(nom);
            }
        }
    }
}
