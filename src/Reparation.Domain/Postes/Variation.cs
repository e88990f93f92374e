using Reparation.Domain.Commun;

namespace Reparation.Domain.Postes;

/// <summary>Ce qu'un seul choix changé ferait du total : aucune valeur n'y est proposée.</summary>
/// <param name="Libelle">Le choix changé : « Édition et taux de capitalisation ».</param>
/// <param name="SiBas">Valeur qui donne le total le plus bas.</param>
/// <param name="Bas">Total le plus bas, au plus le total retenu.</param>
/// <param name="SiHaut">Valeur qui donne le total le plus haut.</param>
/// <param name="Haut">Total le plus haut, au moins le total retenu.</param>
/// <param name="Retenu">Total des choix du dossier.</param>
public sealed record Variation(string Libelle, string SiBas, Montant Bas, string SiHaut, Montant Haut, Montant Retenu)
{
    /// <summary>De combien ce choix fait bouger le total.</summary>
    public Montant Etendue => Haut - Bas;
}
