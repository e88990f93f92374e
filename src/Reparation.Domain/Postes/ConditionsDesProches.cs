using Reparation.Domain.Commun;

namespace Reparation.Domain.Postes;

/// <summary>Ce qu'un poste de proche suppose avant tout calcul : décès ou survie de l'enfant, communauté de vie.</summary>
internal static class ConditionsDesProches
{
    public static void Verifier(Calcul calcul)
    {
        var deces = calcul.Contexte.Dossier.Enfant.DecedeLe;
        if (calcul.Poste.Victime == Victime.ProcheDeces && deces is null)
        {
            calcul.Reserver(
                "Ce poste suppose le décès de l’enfant, dont la date n’est pas saisie. La saisir à la rubrique Enfant ; si l’enfant vit, "
                + "choisir le poste de proche qui correspond à sa survie.");
        }

        if (calcul.Poste.Victime == Victime.ProcheSurvie && deces is { } jour)
        {
            calcul.Avertir(
                $"L’enfant est décédé le {Francais.Date(jour)} : ce poste répare ce que le proche a vécu ou dépensé avant cette date ; "
                + "au-delà, les postes de décès s’appliquent.");
        }

        if (calcul.Poste.Code == "PACC" && calcul.Contexte.Proche is { CommunauteDeVie: false })
        {
            calcul.Avertir(
                "L’accompagnement se répare pour qui partageait la vie de l’enfant jusqu’au décès : la communauté de vie n’est pas cochée "
                + "pour ce proche. La cocher si elle est prouvée, ou dire quelle proximité effective la remplace.");
        }

        if (calcul.Poste.Code is "FO" or "FDP-D" && deces is { } fin
            && (calcul.Saisie.Depenses.Any(d => d.Date < fin) || calcul.Saisie.Deplacements.Any(d => d.Date < fin)))
        {
            calcul.Avertir(
                $"Une dépense précède le décès du {Francais.Date(fin)} : elle relève des frais divers des proches, l’enfant vivant (FDP-S).");
        }
    }
}
