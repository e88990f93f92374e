using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Part du coût d'une action payée par quelqu'un d'autre que l'enfant. Une somme, un pourcentage, ou rien : elle prend alors
/// tout ce que les parts qui la précèdent ont laissé.
/// </summary>
public sealed record PartDePayeur : Confidentiel
{
    /// <summary>Qui paie, par identifiant (<see cref="Domain.Plan.Payeur"/>).</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Payeur { get; init; } = "";

    /// <summary>Lequel, quand le genre ne suffit pas : « mutuelle du père », « commune ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Precision { get; init; } = "";

    /// <summary>Somme payée sur chaque unité.</summary>
    public Montant? ParUnite { get; init; }

    /// <summary>Part de chaque unité, en pour cent ; sans objet si une somme est saisie.</summary>
    [Bornes("0", "100")]
    public decimal? Pourcentage { get; init; }

    /// <summary>Premier jour payé ; vide dès le début de l'action.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour payé ; vide jusqu'à la fin de l'action.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Pièces qui prouvent la prise en charge, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}
