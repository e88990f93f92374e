using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Ce qui doit être vu avant d'imprimer un poste : preuve absente, double emploi possible, source fragile, saisie perdue.</summary>
internal static class Alertes
{
    public static IReadOnlyList<Alerte> Relever(
        PosteDePrejudice poste, SaisiePoste saisie, Evaluation evaluation, bool doublon, Contexte contexte)
    {
        var alertes = new List<string>();
        var prestations = Montant.Total(saisie.Prestations.Where(p => p.PreuveDuRecours.Length == 0 || poste.Recours).Select(p => p.Montant));
        if (doublon)
        {
            alertes.Add("Ce poste est saisi deux fois : seule la première saisie est comptée. Réunir les deux.");
        }

        var ignores = ChampsIgnores(poste, saisie);
        if (ignores.Count > 0)
        {
            alertes.Add($"Ce poste n’emploie pas {Francais.Liste(ignores)} : ces saisies ne comptent pas. Les porter au poste qui convient.");
        }

        ReleverPrestations(poste, evaluation, prestations, alertes);
        if (evaluation is Evaluation.Chiffree chiffree)
        {
            if (SansPiece(saisie))
            {
                alertes.Add("Aucune pièce ne prouve ce poste.");
            }

            if (EstFragile(chiffree.Calcul))
            {
                alertes.Add("Une source de ce calcul est citée de mémoire ou contredite : la relire avant d’imprimer.");
            }

            if (poste.AttendLaConsolidation && contexte.Consolidation > contexte.Chiffrage.DateDeDecision)
            {
                alertes.Add("La consolidation est postérieure à la décision prévue : l’une des deux dates est à corriger.");
            }
        }

        if (saisie.Choix == ChoixPoste.Demander)
        {
            ReleverDoublesEmplois(poste, saisie, evaluation, contexte, alertes);
        }

        return [.. alertes.Select(a => new Alerte("a-classer", a, []))];
    }

    private static void ReleverPrestations(
        PosteDePrejudice poste, Evaluation evaluation, Montant prestations, List<string> alertes)
    {
        if (prestations == Montant.Zero)
        {
            return;
        }

        if (!poste.Recours)
        {
            alertes.Add(
                $"{prestations} de prestations sont saisis sur un poste personnel : ils ne sont pas déduits, "
                + "sauf si le tiers payeur prouve qu’il a réparé ce poste.");
        }
        else if (evaluation is not Evaluation.Chiffree chiffree)
        {
            alertes.Add($"{prestations} de prestations sont saisis sans évaluation du poste : saisir d’abord la dépense ou la perte entière.");
        }
        else if (prestations > chiffree.Montant)
        {
            alertes.Add("Les prestations dépassent l’évaluation du poste : l’excédent ne s’impute sur aucun autre poste.");
        }
    }

    private static void ReleverDoublesEmplois(
        PosteDePrejudice poste, SaisiePoste saisie, Evaluation evaluation, Contexte contexte, List<string> alertes)
    {
        var consolidation = contexte.Consolidation;
        var demande = evaluation is Evaluation.Chiffree;
        switch (poste.Code)
        {
            case "PS" when consolidation is null && saisie.Montant is not null:
                alertes.Add(
                    "Avant la consolidation, l’atteinte à la vie sexuelle se répare dans le déficit fonctionnel temporaire "
                    + "(Civ. 2e, 11 déc. 2014, n° 13-28.774) : la plaider dans le DFT, sans somme ici.");
                break;
            case "PE" when consolidation is null && saisie.Montant is not null:
                alertes.Add("Le préjudice d’établissement ne se demande qu’après la consolidation : aucune somme provisoire.");
                break;
            case "PPE" or "PEX-S" when demande:
                alertes.Add(poste.Code == "PPE"
                    ? "Montrer que ce préjudice n’est pas déjà réparé par le DFP ; l’avilissement l’est par les SE, puis par le DFP (Civ. 2e, 13 déc. 2018, n° 18-10.276)."
                    : "Montrer que ce préjudice n’est pas déjà réparé par le préjudice d’affection du proche, ni par le DFP de l’enfant.");
                break;
            case "DSA" when consolidation is { } jour && saisie.Depenses.Any(d => d.Date > jour):
                alertes.Add($"Une dépense est postérieure à la consolidation du {Francais.Date(jour)} : elle relève des dépenses de santé futures (DSF).");
                break;
            case "DSF" when consolidation is { } jour && saisie.Depenses.Any(d => d.Date < jour):
                alertes.Add($"Une dépense précède la consolidation du {Francais.Date(jour)} : elle relève des dépenses de santé actuelles (DSA).");
                break;
            case "PRP-S" when demande && contexte.Dossier.Chiffrage.Postes.Any(EstUneAideHumaine):
                alertes.Add("Une aide humaine est aussi demandée pour l’enfant (FD ou ATP) : le même temps d’un proche ne se paie pas deux fois.");
                break;
            default:
                break;
        }

        if (consolidation is { } acquise && poste.Phase == Phase.Permanent && saisie.Rentes.Count > 0
            && saisie.Rentes.Any(r => r.Du < acquise))
        {
            alertes.Add(
                $"Une dépense ou perte annuelle commence avant la consolidation du {Francais.Date(acquise)} : jusque-là, elle relève "
                + "d’un poste temporaire (DSA, FD ou PGPA).");
        }
    }

    private static bool EstUneAideHumaine(SaisiePoste saisie) =>
        saisie.Choix == ChoixPoste.Demander && (saisie.Aides.Count > 0 || (saisie.Code == "ATP" && saisie.Rentes.Count > 0));

    private static bool SansPiece(SaisiePoste saisie) =>
        saisie.Pieces.Count == 0
        && saisie.Depenses.All(d => d.Pieces.Count == 0)
        && saisie.Aides.All(a => a.Pieces.Count == 0)
        && saisie.Periodes.All(p => p.Pieces.Count == 0)
        && saisie.Annees.All(a => a.Pieces.Count == 0)
        && saisie.Rentes.All(r => r.Pieces.Count == 0);

    private static bool EstFragile(Etape etape)
    {
        for (var rang = 0; rang < etape.Sources.Count; rang++)
        {
            if (etape.Sources[rang].Confiance is Confiance.Memoire or Confiance.Contradictoire)
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

    private static List<string> ChampsIgnores(PosteDePrejudice poste, SaisiePoste saisie)
    {
        var ignores = new List<string>();
        Noter(saisie.Depenses.Count > 0, ChampDeSaisie.Depenses, "les dépenses");
        Noter(saisie.Aides.Count > 0, ChampDeSaisie.Aides, "l’aide humaine");
        Noter(saisie.Periodes.Count > 0 || saisie.BaseJournaliere is not null, ChampDeSaisie.Periodes, "les périodes de gêne");
        Noter(saisie.Cotation is not null, ChampDeSaisie.Cotation, "la cotation");
        Noter(saisie.TauxDeDeficit is not null || saisie.ValeurDuPoint is not null, ChampDeSaisie.Taux, "le taux de déficit");
        Noter(saisie.Annees.Count > 0, ChampDeSaisie.Annees, "les années perdues");
        Noter(saisie.Rentes.Count > 0, ChampDeSaisie.Rentes, "les dépenses ou pertes annuelles");
        Noter(saisie.Montant is not null, ChampDeSaisie.Montant, "le montant motivé");
        return ignores;

        void Noter(bool rempli, ChampDeSaisie champ, string nom)
        {
            if (rempli && !poste.Saisies.Contains(champ))
            {
                ignores.Add(nom);
            }
        }
    }
}
