using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>Les résultats comparables entre eux, dans le temps, et ce qu'ils invitent à dire au soignant.</summary>
public static class SuiviDesMesures
{
    /// <summary>Séries de même instrument, version et répondant, dans l'ordre du premier résultat.</summary>
    public static IReadOnlyList<SerieDeMesures> Series(PlanDeReconstruction plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Mesures
                .Where(m => m.Le is not null)
                .Select(m => (Mesure: m, Instrument: Instrument.Trouver(m.Instrument)))
                .Where(m => m.Instrument is not null)
                .Select(m => (m.Mesure, m.Instrument, Lue: m.Instrument!.Lire(m.Mesure, null) as LectureDeMesure.Lue))
                .Where(m => m.Lue is not null)
                .OrderBy(m => m.Mesure.Le)
                .GroupBy(m => (m.Instrument!, m.Mesure.Version.Trim(), m.Mesure.Repondant))
                .Select(g => new SerieDeMesures(g.Key.Item1, g.Key.Item2, g.Key.Repondant, [.. g.Select(m => new PointDeMesure(m.Mesure.Le!.Value, m.Lue!))])),
        ];
    }
}

/// <summary>Résultats comparables.</summary>
/// <param name="Instrument">Instrument.</param>
/// <param name="Version">Version et langue.</param>
/// <param name="Repondant">Qui a répondu.</param>
/// <param name="Points">Résultats, du plus ancien au plus récent.</param>
public sealed record SerieDeMesures(Instrument Instrument, string Version, Repondant Repondant, IReadOnlyList<PointDeMesure> Points)
{
    /// <summary>
    /// Ce que le dernier résultat invite à faire : le jour même si une réponse touche à la sécurité, au soignant s'il est nettement
    /// moins bon ou atteint un repère que le précédent n'atteignait pas. Jamais un diagnostic.
    /// </summary>
    public AlerteDeMesure Alerte => (Points[^1], Points.Count > 1 ? Points[^2] : null) switch
    {
        ({ Lue.Securite: true }, _) => AlerteDeMesure.LeJourMeme,
        (_, null) => AlerteDeMesure.Aucune,
        (var apres, { } avant) when Pire(avant.Lue.Total, apres.Lue.Total) >= (Instrument.Ecart ?? decimal.MaxValue)
            || Atteints(apres) > Atteints(avant) => AlerteDeMesure.AuSoignant,
        _ => AlerteDeMesure.Aucune,
    };

    /// <summary>« l’enfant », « un parent » : qui a répondu.</summary>
    public string Qui => Repondant switch
    {
        Repondant.Enfant => "l’enfant",
        Repondant.Parent => "un parent",
        Repondant.Enseignant => "un enseignant",
        _ => "le soignant",
    };

    /// <summary>L'alerte en clair, la même à l'écran et sur la feuille de revue ; rien s'il n'y en a pas.</summary>
    public string? Dire() => Alerte switch
    {
        AlerteDeMesure.LeJourMeme =>
            $"{Instrument.Nom}, le {Francais.Date(Points[^1].Le)} : une réponse touche à la sécurité de l’enfant. Parlez-lui et joignez son soignant aujourd’hui ; à défaut, le 3114, ou le 15 en cas de danger.",
        AlerteDeMesure.AuSoignant =>
            $"{Instrument.Nom}, {Qui} : {Francais.Nombre(Points[^2].Lue.Total)} le {Francais.Date(Points[^2].Le)}, {Francais.Nombre(Points[^1].Lue.Total)} le {Francais.Date(Points[^1].Le)}. C’est moins bon : parlez-en au soignant sans attendre la revue. Ce n’est pas un diagnostic.",
        _ => null,
    };

    private decimal Pire(decimal avant, decimal apres) => Instrument.Monte ? avant - apres : apres - avant;

    private int Atteints(PointDeMesure point) => Instrument.Atteints(point.Lue.Total, Repondant).Count;
}

/// <summary>Un résultat daté.</summary>
public sealed record PointDeMesure(DateOnly Le, LectureDeMesure.Lue Lue);

/// <summary>Ce qu'un résultat invite à faire.</summary>
public enum AlerteDeMesure
{
    /// <summary>Rien de plus.</summary>
    Aucune,

    /// <summary>En parler au soignant, sans attendre la revue.</summary>
    AuSoignant,

    /// <summary>Parler à l'enfant et joindre un soignant le jour même.</summary>
    LeJourMeme,
}
