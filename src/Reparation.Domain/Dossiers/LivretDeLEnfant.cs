using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Ce que l'avocat ou l'accompagnant choisit de dire dans le livret. « Ce n'est pas ta faute » et les numéros à appeler y sont toujours.</summary>
public sealed record LivretDeLEnfant : Confidentiel
{
    /// <summary>Forme choisie ; celle de l'âge à défaut.</summary>
    public FormeDeLivret? Forme { get; init; }

    /// <summary>Langue dans laquelle il s'imprime ; hors le français, une traduction que personne n'a relue.</summary>
    public LangueDuLivret Langue { get; init; }

    /// <summary>Qui fait quoi.</summary>
    public bool Aides { get; init; } = true;

    /// <summary>Ce qui se passe, étape par étape.</summary>
    public bool Chemin { get; init; } = true;

    /// <summary>Ses droits.</summary>
    public bool Droits { get; init; } = true;

    /// <summary>Ce que l'enfant peut demander ou refuser.</summary>
    public bool Choix { get; init; } = true;

    /// <summary>L'argent de la réparation, sans chiffre.</summary>
    public bool Argent { get; init; } = true;

    /// <summary>Ce que le plan contient.</summary>
    public bool Plan { get; init; } = true;

    /// <summary>Pages « nommer le danger », pour les 11 ans et plus.</summary>
    public bool Danger { get; init; }

    /// <summary>Somme déjà reçue pour l'enfant, en chiffres.</summary>
    public bool Sommes { get; init; }
}

/// <summary>À qui le livret est écrit.</summary>
[JsonConverter(typeof(EnumFrancais<FormeDeLivret>))]
public enum FormeDeLivret
{
    /// <summary>De 7 à 10 ans, et avant, lu par un adulte.</summary>
    De7A10,

    /// <summary>De 11 à 14 ans.</summary>
    De11A14,

    /// <summary>De 15 à 17 ans.</summary>
    De15A17,

    /// <summary>Facile à lire, à tout âge.</summary>
    FacileALire,
}

/// <summary>Langue d'un livret.</summary>
[JsonConverter(typeof(EnumFrancais<LangueDuLivret>))]
public enum LangueDuLivret
{
    /// <summary>Français, langue de référence.</summary>
    Francais,

    /// <summary>Anglais.</summary>
    Anglais,

    /// <summary>Espagnol.</summary>
    Espagnol,

    /// <summary>Roumain.</summary>
    Roumain,
}
