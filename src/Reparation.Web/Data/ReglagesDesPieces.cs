using Reparation.Documents.Depot;

namespace Reparation.Web.Data;

/// <summary>Ce que l'installation permet de déposer (<c>Reparation:Pieces:…</c>), en mégaoctets.</summary>
public sealed record ReglagesDesPieces
{
    private const long Mega = 1024 * 1024;

    /// <summary>Taille d'une pièce.</summary>
    public int MegaoctetsParPiece { get; init; } = 200;

    /// <summary>Taille de toutes les pièces d'un dossier.</summary>
    public int MegaoctetsParDossier { get; init; } = 5_000;

    /// <summary>Pages d'une pièce.</summary>
    public int PagesParPiece { get; init; } = 2_000;

    /// <summary>Dépôts menés de front dans un dossier.</summary>
    public int DepotsOuverts { get; init; } = 20;

    /// <summary>Heures au bout desquelles un dépôt interrompu est effacé.</summary>
    public int HeuresDeReprise { get; init; } = 24;

    public LimitesDeDepot Limites => new() { OctetsMaximaux = MegaoctetsParPiece * Mega, PagesMaximales = PagesParPiece };

    public long OctetsParDossier => MegaoctetsParDossier * Mega;
}
