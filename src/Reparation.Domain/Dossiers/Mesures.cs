using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Résultat daté d'un questionnaire de suivi : un total, ou les réponses par leur seul rang. Ni les questions, ni un
/// événement, ni un récit n'y entrent.
/// </summary>
public sealed record Mesure : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Instrument, par identifiant (<see cref="Domain.Plan.Instrument"/>).</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Instrument { get; init; } = "";

    /// <summary>Version et langue du questionnaire rempli : deux totaux ne se comparent qu'à version et langue égales.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Version { get; init; } = "";

    /// <summary>Qui a répondu.</summary>
    public Repondant Repondant { get; init; }

    /// <summary>Jour de la passation.</summary>
    public DateOnly? Le { get; init; }

    /// <summary>Professionnel qui l'a fait passer et en répond.</summary>
    [Longueur(Longueurs.Ligne)]
    public string PassePar { get; init; } = "";

    /// <summary>Total, tel que le professionnel l'a compté ; vide si les réponses sont données.</summary>
    [Bornes("0", "1000")]
    public decimal? Total { get; init; }

    /// <summary>Réponses chiffrées, dans l'ordre, séparées par une espace ; un tiret pour une réponse manquante.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Reponses { get; init; } = "";

    /// <summary>Pièce qui le porte, par identifiant ; vide s'il n'est pas au bordereau.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Piece { get; init; } = "";
}

/// <summary>Qui répond à un questionnaire.</summary>
[JsonConverter(typeof(EnumFrancais<Repondant>))]
public enum Repondant
{
    /// <summary>L'enfant.</summary>
    Enfant,

    /// <summary>Un parent ou un adulte qui l'élève.</summary>
    Parent,

    /// <summary>Un enseignant.</summary>
    Enseignant,

    /// <summary>Le soignant.</summary>
    Soignant,
}
