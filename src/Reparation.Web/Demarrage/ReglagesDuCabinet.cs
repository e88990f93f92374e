using Reparation.Documents.Cabinet;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Demarrage;

/// <summary>Ce que le cabinet ajoute à l'application, lu une fois au démarrage.</summary>
public static class ReglagesDuCabinet
{
    /// <summary>Éditions de l'application et du cabinet.</summary>
    /// <exception cref="DemarrageRefuseException">Le dossier du cabinet est absent, ou une édition y est malformée.</exception>
    public static Editions Editions(string? dossier) => Lire(
        () => EditionsDuCabinet.Lire(dossier),
        refus => $"Les éditions du cabinet ne sont pas chargées. {refus} Pour démarrer sans elles, retirez le réglage Reparation__Editions.");

    /// <summary>Modèles de l'application et du cabinet, essayés au passage.</summary>
    /// <exception cref="DemarrageRefuseException">Le dossier du cabinet est absent ou illisible ; un modèle fautif n'arrête rien.</exception>
    public static ModelesDuCabinet Modeles(string? dossier) => Lire(
        () => ModelesDuCabinet.Lire(dossier),
        refus => $"Les modèles du cabinet ne sont pas chargés. {refus} Pour démarrer sans eux, retirez le réglage Reparation__Modeles.");

    private static T Lire<T>(Func<T> lire, Func<string, string> dire)
    {
        try
        {
            return lire();
        }
        catch (InvalidDataException refus)
        {
            throw new DemarrageRefuseException(dire(refus.Message));
        }
    }
}
