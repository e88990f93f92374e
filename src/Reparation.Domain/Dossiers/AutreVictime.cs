namespace Reparation.Domain.Dossiers;

/// <summary>
/// Un autre mineur, victime du même auteur (art. 7 et 8 du code de procédure pénale, prescription prolongée). Ni nom ni récit : une
/// date de naissance, une infraction, un jour.
/// </summary>
public sealed record AutreVictime : Confidentiel
{
    /// <summary>Date de naissance.</summary>
    public DateOnly? DateDeNaissance { get; init; }

    /// <summary>Jour du fait.</summary>
    public DateOnly? FaitLe { get; init; }

    /// <summary>Infraction, par identifiant (<see cref="Qualifications"/>).</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Qualification { get; init; } = "";

    /// <summary>Auteur, par identifiant ; vide s'il n'y en a qu'un.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string MisEnCause { get; init; } = "";

    /// <summary>Numéro de la procédure où le fait est poursuivi.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Reference { get; init; } = "";
}
