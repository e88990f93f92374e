using Reparation.Documents.Cabinet;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Demarrage;

/// <summary>Éditions de l'application et du cabinet, lues une fois au démarrage.</summary>
public static class ChoixDesEditions
{
    /// <exception cref="DemarrageRefuseException">Le dossier du cabinet est absent, ou une édition y est malformée.</exception>
    public static Editions Lire(string? dossier)
    {
        try
        {
            return EditionsDuCabinet.Lire(dossier);
        }
        catch (InvalidDataException refus)
        {
            throw new DemarrageRefuseException(
                $"Les éditions du cabinet ne sont pas chargées. {refus.Message} "
                + "Pour démarrer sans elles, retirez le réglage Reparation__Editions.");
        }
    }
}
