namespace Reparation.Domain.Dossiers;

/// <summary>L'avocat a relu un texte que l'application citait de mémoire, ou que ses sources contredisaient : un acte peut le citer.</summary>
public sealed record ConfirmationDeTexte : Confidentiel
{
    /// <summary>Texte relu, tel qu'il était cité (<see cref="Commun.Source.Cle"/>).</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Texte { get; init; } = "";

    /// <summary>Où et comment il a été relu.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Motif { get; init; } = "";

    /// <summary>Qui l'a relu.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Par { get; init; } = "";

    /// <summary>Jour de la relecture.</summary>
    public DateOnly? Le { get; init; }
}
