using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Toutes les éditions embarquées : référentiels d'indemnisation et barèmes de capitalisation.</summary>
public sealed class Editions
{
    /// <summary>Les éditions livrées avec l'application ; lues une fois, immuables.</summary>
    public static Editions Embarquees { get; } = new();

    /// <summary>Référentiels d'indemnisation (point de DFP, cotations, DFT, années scolaires).</summary>
    public IReadOnlyList<EditionIndemnisation> Indemnisation { get; init; } = [];

    /// <summary>Barèmes de capitalisation.</summary>
    public IReadOnlyList<EditionCapitalisation> Capitalisation { get; init; } = [];
}

/// <summary>Édition d'un référentiel d'indemnisation.</summary>
public sealed record EditionIndemnisation
{
    /// <summary>Identifiant : « mornet-2025 ».</summary>
    public required string Id { get; init; }

    /// <summary>Titre lisible.</summary>
    public required string Titre { get; init; }

    /// <summary>Source de l'édition.</summary>
    public required Source Source { get; init; }
}

/// <summary>Édition d'un barème de capitalisation.</summary>
public sealed record EditionCapitalisation
{
    /// <summary>Identifiant : « gp-2025 ».</summary>
    public required string Id { get; init; }

    /// <summary>Titre lisible.</summary>
    public required string Titre { get; init; }

    /// <summary>Source de l'édition.</summary>
    public required Source Source { get; init; }

    /// <summary>Taux admis, en pour cent ; le premier est le taux principal.</summary>
    public required IReadOnlyList<decimal> Taux { get; init; }
}
