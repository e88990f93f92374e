using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Évalue tous les postes d'un dossier. Fonction pure : mêmes saisies, mêmes éditions, mêmes sommes.</summary>
public static class Chiffreur
{
    /// <summary>Bilan complet du dossier.</summary>
    public static Bilan Evaluer(Dossier dossier, Editions editions) => new([], [], Montant.Zero, []);
}
