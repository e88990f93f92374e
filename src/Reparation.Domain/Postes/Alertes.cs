using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Passe les règles de contrôle, et joint à chaque alerte la réponse que l'avocat y a faite.</summary>
internal static class Alertes
{
    /// <summary>Alertes d'un poste.</summary>
    public static IReadOnlyList<Alerte> Relever(PosteVu vu)
    {
        List<Alerte>? alertes = null;
        foreach (var regle in ReglesDeCoherence.DesPostes)
        {
            if (regle.SurUnPoste!(vu) is { } message)
            {
                (alertes ??= []).Add(Repondre(regle, message, vu.Code, vu.Contexte.IdDuProche, vu.Contexte.Chiffrage.Reponses));
            }
        }

        return alertes ?? (IReadOnlyList<Alerte>)[];
    }

    /// <summary>Alertes du dossier entier.</summary>
    public static IReadOnlyList<Alerte> Relever(DossierVu vu)
    {
        List<Alerte>? alertes = null;
        foreach (var regle in ReglesDeCoherence.DuDossier)
        {
            if (regle.SurLeDossier!(vu) is { } message)
            {
                (alertes ??= []).Add(Repondre(regle, message, "", "", vu.Chiffrage.Reponses));
            }
        }

        return alertes ?? (IReadOnlyList<Alerte>)[];
    }

    private static Alerte Repondre(
        RegleDeCoherence regle, string message, string poste, string proche, IReadOnlyList<ReponseAUneAlerte> reponses)
    {
        var alerte = new Alerte(regle.Id, message, regle.Sources);
        for (var rang = reponses.Count - 1; rang >= 0; rang--)
        {
            // La dernière réponse fait foi ; une raison vide n'en est pas une.
            var reponse = reponses[rang];
            if (reponse.Regle == regle.Id && reponse.Poste == poste && reponse.Proche == proche && !string.IsNullOrWhiteSpace(reponse.Motif))
            {
                return alerte with { Reponse = reponse.Motif };
            }
        }

        return alerte;
    }
}
