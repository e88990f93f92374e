using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Revue tenue du plan : qui était là, où en est chaque objectif, ce qui a aidé, ce qui change.</summary>
public sealed record Revue : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Jour de la revue.</summary>
    public DateOnly? Le { get; init; }

    /// <summary>Personnes présentes, par leur rôle.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Presents { get; init; } = "";

    /// <summary>Si l'enfant a choisi d'être là.</summary>
    public PresenceDeLEnfant Enfant { get; init; }

    /// <summary>Où en est chaque objectif, ce jour-là.</summary>
    public IReadOnlyList<Avancee> Avancees { get; init; } = [];

    /// <summary>Ce qui a aidé depuis la revue d'avant.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string CeQuiAAide { get; init; } = "";

    /// <summary>Ce qui est décidé : ce qui change, ce qui s'arrête, ce qui commence.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string CeQuiChange { get; init; } = "";
}

/// <summary>Place de l'enfant dans une revue.</summary>
[JsonConverter(typeof(EnumFrancais<PresenceDeLEnfant>))]
public enum PresenceDeLEnfant
{
    /// <summary>Présent.</summary>
    Present,

    /// <summary>Absent, son avis recueilli avant.</summary>
    AvisRecueilli,

    /// <summary>N'a pas souhaité y prendre part.</summary>
    NonSouhaitee,
}

/// <summary>Note d'un objectif à une revue, de 0, rien n'a commencé, à 10, c'est fait.</summary>
public sealed record Avancee : Confidentiel
{
    /// <summary>Note la plus haute.</summary>
    public const int Maximum = 10;

    /// <summary>Objectif, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Objectif { get; init; } = "";

    /// <summary>Note donnée par l'enfant ; vide s'il n'en donne pas.</summary>
    [Bornes("0", "10")]
    public int? NoteDeLEnfant { get; init; }

    /// <summary>Note donnée par l'adulte, à côté de la première et sans la discuter.</summary>
    [Bornes("0", "10")]
    public int? NoteDeLAdulte { get; init; }
}

/// <summary>Où en est un objectif.</summary>
[JsonConverter(typeof(EnumFrancais<EtatDObjectif>))]
public enum EtatDObjectif
{
    /// <summary>En cours.</summary>
    EnCours,

    /// <summary>Atteint.</summary>
    Atteint,

    /// <summary>À revoir avec l'enfant.</summary>
    ARevoir,

    /// <summary>Abandonné, sans reproche.</summary>
    Abandonne,
}

/// <summary>Où en est une action.</summary>
[JsonConverter(typeof(EnumFrancais<EtatDAction>))]
public enum EtatDAction
{
    /// <summary>Prévue, ou en cours.</summary>
    Prevue,

    /// <summary>Faite.</summary>
    Faite,

    /// <summary>Refusée par l'enfant : elle ne coûte plus rien.</summary>
    Refusee,

    /// <summary>Impossible : elle ne coûte plus rien.</summary>
    Impossible,
}
