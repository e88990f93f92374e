using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Ce que les faits ont changé, prouvé par des pièces, et qui remplit des postes.</summary>
public sealed record Retentissement : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Domaine.</summary>
    public NatureRetentissement Nature { get; init; }

    /// <summary>Constat concret, observable, sans diagnostic posé par l'application.</summary>
    [Longueur(Longueurs.Recit)]
    public string Constat { get; init; } = "";

    /// <summary>Depuis quand.</summary>
    public DateOnly? Depuis { get; init; }

    /// <summary>Jusqu'à quand ; vide si cela dure.</summary>
    public DateOnly? Jusqua { get; init; }

    /// <summary>Intensité.</summary>
    public Intensite Intensite { get; init; }

    /// <summary>Pièces qui le prouvent, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];

    /// <summary>Codes des postes qu'il nourrit.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Postes { get; init; } = [];
}

/// <summary>Domaine d'un retentissement.</summary>
[JsonConverter(typeof(EnumFrancais<NatureRetentissement>))]
public enum NatureRetentissement
{
    /// <summary>Psychique.</summary>
    Psychique,

    /// <summary>Physique.</summary>
    Physique,

    /// <summary>Scolaire.</summary>
    Scolaire,

    /// <summary>Familial et social.</summary>
    Social,

    /// <summary>Financier.</summary>
    Financier,
}

/// <summary>Intensité d'un retentissement, telle que les pièces la disent.</summary>
[JsonConverter(typeof(EnumFrancais<Intensite>))]
public enum Intensite
{
    /// <summary>Légère.</summary>
    Legere,

    /// <summary>Modérée.</summary>
    Moderee,

    /// <summary>Marquée.</summary>
    Marquee,

    /// <summary>Sévère.</summary>
    Severe,
}
