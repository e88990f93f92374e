using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Une demande de retrait de contenu : la référence et les dates, jamais le contenu ni son adresse.</summary>
public sealed record Retrait : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Fait concerné, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Fait { get; init; } = "";

    /// <summary>À qui la demande a été faite.</summary>
    public CanalDeRetrait Canal { get; init; }

    /// <summary>Service ou plateforme, par son nom, sans lien.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Destinataire { get; init; } = "";

    /// <summary>Référence donnée par le destinataire.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Numero { get; init; } = "";

    /// <summary>Jour de la demande : il date la connaissance du contenu par l'hébergeur.</summary>
    public DateOnly? DemandeLe { get; init; }

    /// <summary>Jour de la réponse.</summary>
    public DateOnly? ReponduLe { get; init; }

    /// <summary>Suite donnée.</summary>
    public SuiteDeRetrait Suite { get; init; }

    /// <summary>Jour d'une réapparition.</summary>
    public DateOnly? ReapparuLe { get; init; }
}

/// <summary>Voie par laquelle un retrait est demandé.</summary>
[JsonConverter(typeof(EnumFrancais<CanalDeRetrait>))]
public enum CanalDeRetrait
{
    /// <summary>PHAROS.</summary>
    Pharos,

    /// <summary>3018.</summary>
    Numero3018,

    /// <summary>Point de Contact.</summary>
    PointDeContact,

    /// <summary>Take It Down.</summary>
    TakeItDown,

    /// <summary>Hébergeur ou plateforme (art. 16 du règlement (UE) 2022/2065).</summary>
    Hebergeur,

    /// <summary>Moteur de recherche.</summary>
    Moteur,

    /// <summary>Commission nationale de l'informatique et des libertés.</summary>
    Cnil,
}

/// <summary>Suite donnée à une demande de retrait.</summary>
[JsonConverter(typeof(EnumFrancais<SuiteDeRetrait>))]
public enum SuiteDeRetrait
{
    /// <summary>Pas encore de réponse.</summary>
    EnAttente,

    /// <summary>Contenu retiré.</summary>
    Retire,

    /// <summary>Retrait refusé.</summary>
    Refuse,
}
