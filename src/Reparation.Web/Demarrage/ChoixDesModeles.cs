using Reparation.Documents.Cabinet;

namespace Reparation.Web.Demarrage;

/// <summary>Modèles de l'application et du cabinet, lus et essayés une fois au démarrage.</summary>
public static class ChoixDesModeles
{
    /// <exception cref="DemarrageRefuseException">Le dossier du cabinet est absent ou illisible ; un modèle fautif n'arrête rien.</exception>
    public static ModelesDuCabinet Lire(string? dossier)
    {
        try
        {
            return ModelesDuCabinet.Lire(dossier);
        }
        catch (InvalidDataException refus)
        {
            throw new DemarrageRefuseException(
                $"Les modèles du cabinet ne sont pas chargés. {refus.Message} Pour démarrer sans eux, retirez le réglage Reparation__Modeles.");
        }
    }
}
