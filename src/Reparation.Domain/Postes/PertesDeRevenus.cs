using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// PGPA et pertes de revenus passées des proches : revenu de référence moins revenu reçu, au jour près. Un mois vaut
/// 365 ÷ 12 jours : une année entière fait douze mois, et couper une période en deux ne change rien.
/// </summary>
internal static class PertesDeRevenus
{
    public static void Evaluer(Calcul calcul)
    {
        foreach (var perte in calcul.Saisie.Pertes)
        {
            var nom = perte.Libelle.Length == 0 ? "perte de revenus" : perte.Libelle;
            if (perte is not { Du: { } du, Au: { } au })
            {
                calcul.Reserver($"« {nom} » : le premier et le dernier jour de la perte manquent.");
                continue;
            }

            if (au < du)
            {
                calcul.Reserver($"« {nom} » : la perte finit le {Francais.Date(au)}, avant son début le {Francais.Date(du)}.");
                continue;
            }

            if (perte.RecuParMois > perte.ReferenceParMois)
            {
                calcul.Reserver(
                    $"« {nom} » : le revenu reçu, {perte.RecuParMois} par mois, dépasse le revenu de référence, {perte.ReferenceParMois} : "
                    + "il n’y a pas de perte. Corriger l’un des deux, ou retirer la ligne.");
                continue;
            }

            if (calcul.Poste.Code == "PGPA" && calcul.Contexte.Consolidation is { } consolidation && au > consolidation)
            {
                calcul.Avertir(
                    $"« {nom} » dépasse la consolidation du {Francais.Date(consolidation)} : au-delà, la perte relève des pertes de gains "
                    + "professionnels futurs (PGPF).");
            }

            var jours = Ages.Jours(du, au);
            calcul.Ajouter(new(
                $"{nom}, {Francais.Periode(du, au)}, un mois compté 365 ÷ 12 jours",
                $"{Francais.Nombre(jours)} j × ({perte.ReferenceParMois} − {perte.RecuParMois}) × 12 ÷ 365",
                Montant.Arrondir(jours * (perte.ReferenceParMois - perte.RecuParMois).Euros * 12 / 365),
                [Sources.Nomenclature])
            {
                Pieces = perte.Pieces,
                ValeurAu = calcul.Contexte.Passe(Ages.Milieu(du, au)),
            });
        }
    }
}
