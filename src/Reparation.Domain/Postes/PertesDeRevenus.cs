using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// PGPA et pertes de revenus passées des proches : revenu de référence moins revenu reçu, par mois du calendrier. Un mois entamé
/// compte pour ses jours : trois mois entiers font trois fois la perte mensuelle, et couper une période en deux ne change rien.
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

            var mois = Mois.Entre(du, au);
            var parMois = perte.ReferenceParMois - perte.RecuParMois;
            calcul.Ajouter(new(
                () => $"{nom}, {Francais.Periode(du, au)}, prorata par mois du calendrier",
                () => $"{mois.Ecrire()} × ({perte.ReferenceParMois} − {perte.RecuParMois})",
                mois.Multiplier(parMois),
                [Sources.Nomenclature])
            {
                Pieces = perte.Pieces,
                ValeurAu = calcul.Contexte.Passe(Ages.Milieu(du, au)),
            });
        }
    }
}

/// <summary>Mois d'une période : entiers, et part du premier et du dernier s'ils sont entamés.</summary>
/// <param name="Entiers">Mois du calendrier entièrement compris.</param>
/// <param name="Parts">Jours compris et jours du mois, pour chaque mois entamé ; deux au plus.</param>
internal readonly record struct Mois(int Entiers, IReadOnlyList<(int Jours, int DuMois)> Parts)
{
    public static Mois Entre(DateOnly du, DateOnly au)
    {
        var (entiers, parts) = (0, new List<(int Jours, int DuMois)>(2));
        var debut = du;
        while (true)
        {
            var duMois = DateTime.DaysInMonth(debut.Year, debut.Month);
            var dernierMois = (debut.Year, debut.Month) == (au.Year, au.Month);
            var jours = (dernierMois ? au.Day : duMois) - debut.Day + 1;
            if (jours == duMois)
            {
                entiers++;
            }
            else
            {
                parts.Add((jours, duMois));
            }

            if (dernierMois)
            {
                return new(entiers, parts);
            }

            debut = debut.AddDays(duMois - debut.Day + 1);
        }
    }

    /// <summary>Somme pour cette perte mensuelle ; la division vient en dernier, l'arrondi une seule fois.</summary>
    public Montant Multiplier(Montant parMois)
    {
        var (haut, bas) = ((decimal)Entiers, 1m);
        foreach (var (jours, duMois) in Parts)
        {
            (haut, bas) = ((haut * duMois) + (jours * bas), bas * duMois);
        }

        return Montant.Arrondir(parMois.Euros * haut / bas);
    }

    /// <summary>« 3 », « 2 + 15 ÷ 31 » entre parenthèses : ce qu'on multiplie par la perte d'un mois.</summary>
    public string Ecrire()
    {
        var termes = Parts.Select(p => $"{p.Jours} ÷ {p.DuMois}").ToList();
        if (Entiers > 0)
        {
            termes.Insert(0, Francais.Nombre(Entiers));
        }

        return termes is [var seul] ? seul : $"({string.Join(" + ", termes)})";
    }
}
