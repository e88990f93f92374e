using Reparation.Documents.Francais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Les notes de chaque objectif d'une revue à l'autre : un petit cadre par objectif. L'écran et la feuille de revue lisent le même dessin.</summary>
public static class CourbesDuSuivi
{
    /// <summary>Dessine les notes ; rien si moins de deux revues sont notées.</summary>
    public static Bloc.Figure? Dessiner(PlanDeReconstruction plan)
    {
        var suivis = SuiviDesObjectifs.Suivre(plan).Where(o => o.Notes.Count > 0).ToList();
        if (Courbes.Dessiner([.. suivis.Select(Courbe)]) is not { } dessin)
        {
            return null;
        }

        var jours = suivis.SelectMany(o => o.Notes).Select(n => n.Le).ToList();
        return new(
            Typographie.Composer($"Notes de {Langue.Compte(suivis.Count, "objectif", "objectifs")}, {Langue.Periode(jours.Min(), jours.Max())} : "
                + string.Join(" ; ", suivis.Select(s => $"{s.Objectif.Intitule}, {string.Join(", ", s.Notes.Select(n => Langue.Nombre(n.Enfant ?? n.Adulte!.Value)))}")) + "."),
            [new Inline.Texte(Typographie.Composer("De 0, en bas, à 10, en haut : en foncé la note de l’enfant, en clair celle de l’adulte. À droite, la dernière note de l’enfant ; celle de l’adulte s’il n’en donne pas."))],
            dessin);
    }

    private static Courbe Courbe(ObjectifSuivi suivi) => new(
        suivi.Objectif.Intitule, "", 0, Avancee.Maximum, Points(suivi, n => n.Enfant), Langue.Nombre(suivi.Derniere!.Enfant ?? suivi.Derniere.Adulte!.Value))
    {
        Claire = Points(suivi, n => n.Adulte),
    };

    private static IReadOnlyList<(DateOnly Le, decimal Valeur)> Points(ObjectifSuivi suivi, Func<NoteDObjectif, int?> lire) =>
        [.. suivi.Notes.Where(n => lire(n) is not null).Select(n => (n.Le, (decimal)lire(n)!.Value))];
}
