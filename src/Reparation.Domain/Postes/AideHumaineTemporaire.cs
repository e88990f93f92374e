using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// Aide humaine d'avant la consolidation, dans les frais divers (FD) : heures qui dépassent ce qu'un parent doit à tout
/// enfant de cet âge, multipliées par un taux horaire.
/// </summary>
internal static class AideHumaineTemporaire
{
    private const int AnneeCivile = 365;
    private const int AvecConges = 412;

    public static void Evaluer(Calcul calcul)
    {
        var retenues = new List<(AideHumaine Aide, int Jours)>(calcul.Saisie.Aides.Count);
        foreach (var aide in calcul.Saisie.Aides)
        {
            var libelle = aide.Libelle.Length == 0 ? "aide humaine" : aide.Libelle;
            if (Obstacle(aide) is { } obstacle)
            {
                calcul.Reserver($"Aide humaine « {libelle} » : {obstacle}");
                continue;
            }

            var (du, au) = (aide.Du!.Value, aide.Au!.Value);
            Avertir(calcul, aide, libelle);
            var jours = Ages.Jours(du, au);
            retenues.Add((aide, jours));
            calcul.Ajouter(new(
                () => $"{libelle} ({Nature(aide.Nature)}{Ordinaires(aide)}), {Francais.Periode(du, au)}",
                () => Formule(aide, jours, aide.TauxHoraire, aide.JoursParAn),
                Somme(aide, jours, aide.TauxHoraire, aide.JoursParAn),
                aide.JoursParAn == AvecConges ? [Sources.AideHumaine, Sources.CongesDeLAide] : [Sources.AideHumaine])
            {
                Pieces = aide.Pieces,
                ValeurAu = calcul.Contexte.Passe(Ages.Milieu(du, au)),
            });
        }

        calcul.ComparerTout(() => Situer(retenues));
    }

    private static string? Obstacle(AideHumaine aide) => aide switch
    {
        { Du: null } or { Au: null } => "le premier et le dernier jour manquent.",
        { Du: { } du, Au: { } au } when au < du => $"elle finit le {Francais.Date(au)}, avant son début le {Francais.Date(du)}.",
        { JoursParAn: not (AnneeCivile or AvecConges) } =>
            $"{Francais.Nombre(aide.JoursParAn)} jours payés par an ; choisir 365, ou 412 pour les congés et jours fériés d’un salarié employé directement.",
        { HeuresOrdinaires: > 0 } when aide.HeuresOrdinaires >= aide.HeuresParSemaine =>
            $"les {Francais.Nombre(aide.HeuresOrdinaires)} h par semaine dues à tout enfant de cet âge couvrent les "
            + $"{Francais.Nombre(aide.HeuresParSemaine)} h saisies : rien ne les dépasse. Corriger l’un des deux nombres, ou retirer la ligne.",
        _ => null,
    };

    private static void Avertir(Calcul calcul, AideHumaine aide, string libelle)
    {
        if (aide.JoursParAn == AvecConges)
        {
            calcul.Avertir(
                $"L’aide humaine « {libelle} » est comptée sur 412 jours par an, pour payer les congés et les jours fériés d’un salarié "
                + "employé directement ; le prix d’un prestataire les comprend déjà : dans ce cas, compter 365 jours.");
        }
    }

    private static IEnumerable<Comparaison> Situer(List<(AideHumaine Aide, int Jours)> retenues)
    {
        foreach (var repere in Reperes.AideHumaine)
        {
            var comparables = retenues.Where(r => repere.Natures.Contains(r.Aide.Nature)).ToList();
            if (comparables.Count == 0)
            {
                continue;
            }

            yield return Comparer(repere.Bas);
            if (repere.Haut != repere.Bas)
            {
                yield return Comparer(repere.Haut);
            }

            Comparaison Comparer(Montant taux)
            {
                // Le prix d'un prestataire comprend déjà les congés : il se compare sur l'année civile.
                var lignes = comparables.Select(r => (r.Aide, r.Jours, Annee: repere.CongesCompris ? AnneeCivile : r.Aide.JoursParAn)).ToList();
                return new(
                    $"aide humaine, repère à {taux} de l’heure : {repere.Libelle} ({repere.Source.Intitule})",
                    string.Join(" + ", lignes.Select(l => Formule(l.Aide, l.Jours, taux, l.Annee))),
                    Montant.Total(lignes.Select(l => Somme(l.Aide, l.Jours, taux, l.Annee))));
            }
        }
    }

    private static string Formule(AideHumaine aide, int jours, Montant taux, int joursParAn)
    {
        var heures = aide.HeuresOrdinaires == 0
            ? $"{Francais.Nombre(aide.HeuresParSemaine)} h"
            : $"({Francais.Nombre(aide.HeuresParSemaine)} h − {Francais.Nombre(aide.HeuresOrdinaires)} h)";
        return $"{heures} × {Francais.Nombre(jours)} j ÷ 7 × {taux}" + (joursParAn == AnneeCivile ? "" : $" × {Francais.Nombre(joursParAn)} ÷ 365");
    }

    // La division vient en dernier : 28 h × 180 j ÷ 7 font exactement 720 heures.
    private static Montant Somme(AideHumaine aide, int jours, Montant taux, int joursParAn) => Montant.Arrondir(
        (aide.HeuresParSemaine - aide.HeuresOrdinaires) * jours * taux.Euros * joursParAn / (7 * AnneeCivile));

    private static string Ordinaires(AideHumaine aide) => aide.HeuresOrdinaires == 0
        ? ""
        : $", moins {Francais.Nombre(aide.HeuresOrdinaires)} h par semaine qu’un parent doit à tout enfant de cet âge";

    private static string Nature(NatureAide nature) => nature switch
    {
        NatureAide.Specialisee => "aide spécialisée",
        NatureAide.Surveillance => "surveillance",
        _ => "aide active, non spécialisée",
    };
}
