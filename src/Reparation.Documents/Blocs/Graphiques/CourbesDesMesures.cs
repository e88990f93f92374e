using Reparation.Documents.Francais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Les totaux de chaque questionnaire dans le temps, sur son étendue, avec ses repères. L'écran et la feuille de revue lisent le même dessin.</summary>
public static class CourbesDesMesures
{
    /// <summary>Dessine les totaux qui se comparent ; rien si aucun questionnaire n'en a deux.</summary>
    public static Bloc.Figure? Dessiner(PlanDeReconstruction plan)
    {
        var series = SuiviDesMesures.Series(plan).Where(s => s.Points.Count > 1).ToList();
        if (Courbes.Dessiner([.. series.Select(Courbe)]) is not { } dessin)
        {
            return null;
        }

        return new(
            Typographie.Composer($"Totaux de {Langue.Compte(series.Count, "questionnaire", "questionnaires")} dans le temps : "
                + string.Join(" ; ", series.Select(s => $"{s.Instrument.Nom}, {s.Qui}, {string.Join(", ", s.Points.Select(p => Langue.Nombre(p.Lue.Total)))}")) + "."),
            [new Inline.Texte(Typographie.Composer("De bas en haut, du plus petit au plus grand total ; trait clair : repère de dépistage. À droite, le dernier."))],
            dessin);
    }

    // Sans étendue établie, le cadre est celui des totaux reçus.
    private static Courbe Courbe(SerieDeMesures serie)
    {
        var totaux = serie.Points.Select(p => p.Lue.Total).ToList();
        var bas = serie.Instrument.Minimum ?? totaux.Min();
        var haut = serie.Instrument.Maximum ?? totaux.Max();
        return new(
            serie.Instrument.Nom,
            $"{serie.Qui} – {(serie.Instrument.Monte ? "plus haut, mieux" : "plus bas, mieux")}",
            bas,
            haut > bas ? haut : bas + 1,
            [.. serie.Points.Select(p => (p.Le, p.Lue.Total))],
            Langue.Nombre(totaux[^1]))
        {
            Reperes = [.. serie.Instrument.Reperes.Where(r => (r.Pour ?? serie.Repondant) == serie.Repondant && r.A >= bas && r.A <= haut).Select(r => r.A)],
        };
    }
}
