using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>DFP : taux de l'expert multiplié par la valeur du point, à l'âge de la consolidation.</summary>
internal static class DeficitFonctionnelPermanent
{
    public static void Evaluer(Calcul calcul)
    {
        if (calcul.Saisie.TauxDeDeficit is not { } taux)
        {
            calcul.Reserver("Le taux de déficit fixé par l’expert n’est pas saisi.");
            return;
        }

        if (taux is <= 0 or > 100)
        {
            calcul.Reserver($"Le taux de {Francais.Pourcent(taux)} doit être compris entre 0 et 100 %.");
            return;
        }

        DeficitJournalier.Comparer(calcul, taux);
        var age = AgeALaConsolidation(calcul);
        var grille = calcul.Contexte.Referentiel?.GrilleDfp;
        if (calcul.Saisie.ValeurDuPoint is { } point)
        {
            EvaluerAutrePoint(calcul, taux, point, age, grille);
            return;
        }

        if (age is not { } ans)
        {
            return;
        }

        if (grille is null)
        {
            calcul.Reserver("L’édition choisie ne publie pas de valeur du point : choisir une autre édition, ou saisir un point motivé.");
            return;
        }

        if (taux != decimal.Floor(taux))
        {
            calcul.Reserver(
                $"Le taux de {Francais.Pourcent(taux)} n’est pas entier et le référentiel est muet sur les fractions : "
                + "demander à l’expert un taux entier, ou saisir une valeur du point motivée.");
            return;
        }

        var referentiel = calcul.Contexte.Referentiel!;
        var atteinte = grille.Trouver(ans, (int)taux);
        calcul.Ajouter(new(
            $"{Francais.Ans(ans)} à la consolidation : tranche d’âge {atteinte.Age} ans, tranche de taux {atteinte.Taux} %",
            $"{Francais.Nombre(taux)} × {atteinte.Point}",
            Montant.Arrondir(taux * atteinte.Point.Euros),
            [referentiel.Source, Sources.SouffrancesDApres])
        {
            Pieces = calcul.Saisie.Pieces,
        });
        foreach (var voisine in grille.Voisines(ans, (int)taux))
        {
            var libelle = voisine.Age == atteinte.Age
                ? $"même âge, tranche de taux {voisine.Taux} %"
                : $"même taux, tranche d’âge {voisine.Age} ans";
            calcul.Comparer(libelle, $"{Francais.Nombre(taux)} × {voisine.Point}", Montant.Arrondir(taux * voisine.Point.Euros));
        }
    }

    private static void EvaluerAutrePoint(Calcul calcul, decimal taux, Montant point, int? age, GrilleDfp? grille)
    {
        if (string.IsNullOrWhiteSpace(calcul.Saisie.Motif))
        {
            calcul.Reserver($"La valeur du point de {point} s’écarte de la grille sans motif : ses raisons doivent être données.");
            return;
        }

        calcul.Ajouter(new(
            "valeur du point motivée",
            $"{Francais.Nombre(taux)} × {point}",
            Montant.Arrondir(taux * point.Euros),
            [Sources.AutreValeurDuPoint, Sources.SouffrancesDApres])
        {
            Pieces = calcul.Saisie.Pieces,
        });
        if (age is { } ans && grille is not null && taux == decimal.Floor(taux))
        {
            var atteinte = grille.Trouver(ans, (int)taux);
            calcul.Comparer(
                $"grille de {calcul.Contexte.Referentiel!.Titre}",
                $"{Francais.Nombre(taux)} × {atteinte.Point}",
                Montant.Arrondir(taux * atteinte.Point.Euros));
        }
    }

    private static int? AgeALaConsolidation(Calcul calcul)
    {
        if (calcul.Contexte.Naissance is not { } naissance)
        {
            calcul.Reserver("La date de naissance de l’enfant manque : la valeur du point dépend de l’âge à la consolidation.");
            return null;
        }

        if (calcul.Contexte.Consolidation is not { } consolidation)
        {
            calcul.Reserver("La date de consolidation manque : la valeur du point dépend de l’âge à cette date.");
            return null;
        }

        if (consolidation < naissance)
        {
            calcul.Reserver(
                $"La consolidation du {Francais.Date(consolidation)} précède la naissance du {Francais.Date(naissance)} : corriger l’une des deux dates.");
            return null;
        }

        return Ages.Le(naissance, consolidation);
    }
}
