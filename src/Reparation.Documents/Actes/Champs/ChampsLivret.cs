namespace Reparation.Documents.Actes.Champs;

/// <summary>Ce que le livret de l'enfant dit.</summary>
internal sealed record ChampsLivret(bool Aides, bool Chemin, bool Droits, bool Choix, bool Argent, bool Plan, bool Danger)
{
    /// <summary>Total reçu pour l'enfant ; rien si l'on a choisi de le taire, ou si rien n'est reçu.</summary>
    public string? SommeRecue { get; init; }

    /// <summary>Langue de la traduction ; rien en français.</summary>
    public string? Langue { get; init; }
}
