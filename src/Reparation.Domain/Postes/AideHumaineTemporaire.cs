using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Aide humaine d'avant la consolidation, dans les frais divers (FD) : heures multipliées par un taux horaire.</summary>
internal static class AideHumaineTemporaire
{
    public static void Evaluer(Calcul calcul)
    {
        foreach (var aide in calcul.Saisie.Aides)
        {
            var libelle = aide.Libelle.Length == 0 ? "aide humaine" : aide.Libelle;
            if (aide is not { Du: { } du, Au: { } au })
            {
                calcul.Reserver($"Aide humaine « {libelle} » : le premier et le dernier jour manquent.");
                continue;
            }

            if (au < du)
            {
                calcul.Reserver(
                    $"Aide humaine « {libelle} » : elle finit le {Francais.Date(au)}, avant son début le {Francais.Date(du)}.");
                continue;
            }

            if (calcul.Contexte.Consolidation is { } consolidation && au > consolidation)
            {
                calcul.Avertir(
                    $"L’aide humaine « {libelle} » dépasse la consolidation du {Francais.Date(consolidation)} : "
                    + "au-delà, elle relève de l’assistance par tierce personne (ATP) et ne se compte pas deux fois.");
            }

            var jours = Ages.Jours(du, au);

            // La division par sept vient en dernier : 28 h × 180 j ÷ 7 font exactement 720 heures.
            calcul.Ajouter(new(
                $"{libelle}, {Francais.Periode(du, au)}",
                $"{Francais.Nombre(aide.HeuresParSemaine)} h × {Francais.Nombre(jours)} j ÷ 7 × {aide.TauxHoraire}",
                Montant.Arrondir(aide.HeuresParSemaine * jours * aide.TauxHoraire.Euros / 7),
                [Sources.AideHumaine])
            {
                Pieces = aide.Pieces,
            });
        }
    }
}
