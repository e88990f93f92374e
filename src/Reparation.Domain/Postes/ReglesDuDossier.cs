using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Règles qui relisent le dossier entier : parts, demande globale, provision, dates, éditions.</summary>
internal static class ReglesDuDossier
{
    public static IReadOnlyList<RegleDeCoherence> Toutes { get; } =
    [
        new("part-sans-motif", "Limitation du droit sans motif",
            "La réparation d’un enfant est entière. Une limitation ne vient que d’une décision, citée avec ses raisons ; la conduite d’un enfant en ligne n’est pas une faute à proposer d’office.",
            [Sources.LimitationDuDroit])
        {
            SurLeDossier = vu => vu.Chiffrage is { PartDuDroit: { } part and < 100 } && string.IsNullOrWhiteSpace(vu.Chiffrage.MotifDeLaPart)
                ? $"Une part de {Francais.Pourcent(part)} est saisie sans la décision ni les raisons qui limitent le droit : elle n’est pas appliquée, la réparation reste entière."
                : null,
        },
        new("droit-limite", "Droit limité",
            "Une part inférieure à cent réduit chaque poste avant toute prestation. Elle se discute : la conduite d’un enfant victime n’est pas une faute à proposer d’office.",
            [Sources.LimitationDuDroit])
        {
            SurLeDossier = vu => vu.Bilan.PartDuDroit < 1
                ? $"Chaque poste est réduit à {Francais.Pourcent(vu.Bilan.PartDuDroit * 100)} de son évaluation : vérifier que la décision citée l’impose à l’enfant."
                : null,
        },
        new("parts-entre-coauteurs", "Parts entre coauteurs",
            "Chaque auteur tenu in solidum doit tout à l’enfant. Leurs parts entre eux ne lui sont pas opposables ; si elles sont toutes saisies, leur somme doit être de cent.",
            [Sources.Solidarite])
        {
            SurLeDossier = vu => Tenus(vu.Dossier) is { Count: > 0 } tenus && tenus.Exists(m => m.PartEntreCoauteurs is not null) && !Coauteurs.PartsFont100(tenus)
                ? $"Les parts entre coauteurs font {Francais.Pourcent(tenus.Sum(m => m.PartEntreCoauteurs ?? 0))} au lieu de {Francais.Pourcent(100)} : aucune charge entre eux n’est calculée. Chacun reste tenu de tout envers l’enfant."
                : null,
        },
        new("demande-globale", "Demande globale retenue",
            "Une somme globale est simple, mais elle renonce à l’avantage des postes séparés et ne s’ajoute ni aux souffrances endurées ni au déficit permanent.",
            [Sources.PasDeDoubleEmploi, Sources.DemandesGlobales])
        {
            SurLeDossier = vu => vu.Bilan.Global is { Retenu: true } globale
                ? $"L’acte demande {globale.Montant} pour l’ensemble, au lieu de {globale.Detail} poste par poste : les postes séparés ne s’y ajoutent pas. Dire pourquoi."
                : null,
        },
        new("globale-sans-somme", "Demande globale incomplète",
            "Une demande globale se motive : la somme, et ce qu’elle répare. Sans somme, c’est le détail qui est demandé.", [])
        {
            SurLeDossier = vu => vu.Chiffrage.Globale is { Retenue: true } globale && (globale.Montant is null || string.IsNullOrWhiteSpace(globale.Motif))
                ? "La demande globale est retenue sans sa somme ou sans ses raisons : les saisir, ou revenir au détail."
                : null,
        },
        new("gains-devant-la-commission", "Gains retenus devant la commission",
            "Les gains que l’exploiteur a tirés de l’enfant se demandent à l’exploiteur. Aucune décision française n’en a établi la méthode.",
            [Sources.GainsRetenus])
        {
            SurLeDossier = vu => vu.Chiffrage is { Gains.Demandes: true, Imputation: ModeDImputation.Civi }
                ? "Des gains retenus sont saisis alors que la demande va à la commission : ils n’y comptent pas. Les demander à l’auteur."
                : null,
        },
        new("provision-superieure-au-total", "Provision supérieure au total chiffré",
            "Une provision s’impute sur l’indemnisation définitive. Supérieure à ce qui est chiffré, elle suppose des postes encore réservés, à nommer.",
            [Sources.Provision])
        {
            SurLeDossier = vu => vu.Chiffrage.ProvisionDemandee is { } provision && provision > vu.Bilan.Solde
                ? $"La provision demandée, {provision}, dépasse ce qui reste dû d’après le chiffrage, {vu.Bilan.Solde} : nommer les postes réservés qui la justifient, ou la réduire."
                : null,
        },
        new("enfant-non-consolide", "Enfant non consolidé sans provision ni expertise",
            "La consolidation d’un enfant est souvent repoussée à la majorité : le dossier demande alors une provision, et un nouvel examen.",
            [Sources.ConsolidationDeLEnfant])
        {
            SurLeDossier = vu => vu.Chiffrage is { Consolidation: null, ProvisionDemandee: null } && string.IsNullOrWhiteSpace(vu.Chiffrage.ExpertiseDemandee)
                && vu.Bilan.TotalBrut > Montant.Zero
                ? "L’enfant n’est pas consolidé et le dossier ne demande ni provision ni expertise : les postes permanents resteraient sans suite."
                : null,
        },
        new("indemnite-sans-poste-chiffre", "Indemnité allouée pour un poste qui n’est pas chiffré",
            "Devant la commission, l’indemnité d’un autre débiteur se retire du poste qu’elle répare. Si ce poste n’est pas chiffré, elle ne se retire de rien.",
            [Sources.R706_9])
        {
            SurLeDossier = IndemniteSansPoste,
        },
        new("decision-avant-la-note", "Décision antérieure à la note de chiffrage",
            "Les arrérages courent jusqu’au jour de la décision prévue. Une date passée au jour de la note fausserait l’âge, les arrérages et l’avenir.",
            [Sources.Arrerages])
        {
            SurLeDossier = vu => vu.Chiffrage is { DateDeDecision: { } decision, EtabliLe: { } note } && decision < note
                ? $"La décision prévue le {Francais.Date(decision)} précède la note du {Francais.Date(note)} : reporter la date prévue."
                : null,
        },
        new("edition-plus-recente", "Édition plus récente",
            "Un dossier garde les éditions choisies. Une édition plus récente peut changer le total : la retenir, ou dire pourquoi l’ancienne demeure.",
            [Sources.Indicatif])
        {
            SurLeDossier = EditionPlusRecente,
        },
        new("actualisation-non-demandee", "Pertes passées non revalorisées",
            "Le juge revalorise les pertes économiques passées au jour de sa décision, mais seulement si on le lui demande : l’acte doit le dire.",
            [Sources.Actualisation])
        {
            SurLeDossier = vu => vu.Chiffrage is { Actualiser: false, DateDeDecision: { } decision } && AttendUneRevalorisation(vu.Bilan, decision.AddYears(-1))
                ? "Des dépenses ou pertes économiques précèdent de plus d’un an la décision prévue et leur revalorisation n’est pas demandée : le juge ne l’accordera pas d’office."
                : null,
        },
        new("serie-perimee", "Indice des prix périmé",
            "La revalorisation emploie l’indice des prix du mois de la décision. Si la série livrée s’arrête avant, la dernière valeur connue est employée, ce qui minore la somme.", [])
        {
            SurLeDossier = vu => vu.Chiffrage is { Actualiser: true, DateDeDecision: { } decision }
                && vu.Contexte.Editions.TrouverSerie(Actualisation.Indice) is { } serie && serie.Perimee(decision)
                ? serie.Peremption
                : null,
        },
    ];

    private static bool AttendUneRevalorisation(Bilan bilan, DateOnly avant)
    {
        for (var rang = 0; rang < bilan.Directs.Count; rang++)
        {
            if (Attend(bilan.Directs[rang], avant))
            {
                return true;
            }
        }

        for (var rang = 0; rang < bilan.Proches.Count; rang++)
        {
            for (var poste = 0; poste < bilan.Proches[rang].Postes.Count; poste++)
            {
                if (Attend(bilan.Proches[rang].Postes[poste], avant))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Attend(PosteEvalue poste, DateOnly avant) =>
        poste.Poste.Famille == Famille.Patrimonial && poste.Evaluation is Evaluation.Chiffree chiffree && Actualisation.Attend(chiffree.Calcul, avant);

    private static List<MisEnCause> Tenus(Dossier dossier)
    {
        var tenus = new List<MisEnCause>(0);
        for (var rang = 0; rang < dossier.MisEnCause.Count; rang++)
        {
            if (dossier.MisEnCause[rang].TenuInSolidum)
            {
                tenus.Add(dossier.MisEnCause[rang]);
            }
        }

        return tenus;
    }

    private static string? IndemniteSansPoste(DossierVu vu)
    {
        foreach (var versement in vu.Dossier.Versements)
        {
            if (SommesRecues.VientSurUnPoste(versement, vu.Chiffrage.Imputation) && !EstChiffre(vu.Bilan, versement))
            {
                return $"Une indemnité de {versement.Montant} est allouée pour le poste {versement.Poste}, qui n’est pas chiffré : "
                    + "elle ne se retire de rien. Chiffrer ce poste, ou retirer le renvoi.";
            }
        }

        return null;
    }

    private static bool EstChiffre(Bilan bilan, Versement versement)
    {
        var postes = versement.Proche.Length == 0
            ? bilan.Directs
            : bilan.Proches.FirstOrDefault(p => p.Proche.Id == versement.Proche)?.Postes ?? [];
        return postes.Any(p => p.Poste.Code == versement.Poste && p.Evaluation is Evaluation.Chiffree);
    }

    private static string? EditionPlusRecente(DossierVu vu)
    {
        var (choisie, recente) = (vu.Contexte.Referentiel, vu.Contexte.Editions.Indemnisation.Count > 0 ? vu.Contexte.Editions.Indemnisation[0] : null);
        if (choisie is not null && recente is not null && string.CompareOrdinal(recente.Parution, choisie.Parution) > 0)
        {
            return $"Le référentiel choisi ({choisie.Titre}) a été suivi d’une édition plus récente ({recente.Titre}).";
        }

        var (bareme, nouveau) = (vu.Contexte.Bareme, vu.Contexte.Editions.Capitalisation.Count > 0 ? vu.Contexte.Editions.Capitalisation[0] : null);
        return bareme is not null && nouveau is not null && nouveau.Editeur == bareme.Editeur
            && string.CompareOrdinal(nouveau.Parution, bareme.Parution) > 0
            ? $"Le barème choisi ({bareme.Titre}) a été suivi d’une édition plus récente ({nouveau.Titre})."
            : null;
    }
}
