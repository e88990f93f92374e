using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Un fait, ou une suite de faits, dit par sa date, son lieu vague et sa qualification. Jamais par une description.</summary>
public sealed record Fait : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Premier jour.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour ; vide pour un fait d'un seul jour.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Lieu, volontairement vague : « domicile », « département de la Marne », « en ligne ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Lieu { get; init; } = "";

    /// <summary>Service en ligne en cause.</summary>
    [Longueur(Longueurs.Ligne)]
    public string ServiceEnLigne { get; init; } = "";

    /// <summary>Qualifications visées, par identifiant (<see cref="Qualifications"/>).</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>Formes de l'atteinte, telles que le métier les nomme : elles orientent la recherche des qualifications.</summary>
    public IReadOnlyList<Technique> Techniques { get; init; } = [];

    /// <summary>Nature légale de l'atteinte, telle que la procédure la nomme ; vide si elle ne le dit pas encore.</summary>
    public NatureDAtteinte? Atteinte { get; init; }

    /// <summary>Contact physique avec l'enfant.</summary>
    public Reponse ContactPhysique { get; init; }

    /// <summary>Acte imposé à l'enfant sur elle-même ou par un tiers (art. 222-22-2 du code pénal).</summary>
    public Reponse ActeImpose { get; init; }

    /// <summary>Moyens relevés ; liste vide si la procédure n'en dit rien.</summary>
    public IReadOnlyList<MoyenReleve> Moyens { get; init; } = [];

    /// <summary>Défaut de consentement, au sens de l'article 222-22 du code pénal depuis le 8 novembre 2025.</summary>
    public Reponse NonConsentement { get; init; }

    /// <summary>Rémunération ou avantage remis ou promis.</summary>
    public Reponse Contrepartie { get; init; }

    /// <summary>Mis en cause pour ce fait, par identifiant ; liste vide si le fait n'est rattaché à personne.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> MisEnCause { get; init; } = [];

    /// <summary>Lien de l'auteur avec l'enfant ; vide s'il est inconnu.</summary>
    public LienAvecLAuteur? LienAvecLAuteur { get; init; }

    /// <summary>Âge de l'auteur au premier jour des faits, s'il est connu.</summary>
    [Bornes("0", "120")]
    public int? AgeDeLAuteur { get; init; }

    /// <summary>Auteur majeur, quand son âge exact n'est pas connu.</summary>
    public Reponse AuteurMajeur { get; init; }

    /// <summary>Plusieurs auteurs ou complices.</summary>
    public Reponse PlusieursAuteurs { get; init; }

    /// <summary>Bande organisée.</summary>
    public Reponse BandeOrganisee { get; init; }

    /// <summary>Mise en contact, ou faits commis, par un réseau de communication électronique.</summary>
    public Reponse ParReseau { get; init; }

    /// <summary>Images de l'enfant montrées ou transmises à d'autres.</summary>
    public Reponse PartageDImages { get; init; }

    /// <summary>Substance administrée à l'insu de l'enfant.</summary>
    public Reponse Substance { get; init; }

    /// <summary>Faits commis en France, au moins pour partie.</summary>
    public Reponse EnFrance { get; init; }

    /// <summary>Exposé neutre, au présent, sans description d'acte ni citation d'échange.</summary>
    [Longueur(Longueurs.Recit)]
    public string Expose { get; init; } = "";

    /// <summary>Références de procédure qui tiennent lieu de contenu.</summary>
    public IReadOnlyList<ReferenceDeProcedure> References { get; init; } = [];

    /// <summary>Pièces qui prouvent le fait, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Référence d'un élément de procédure : l'application garde la référence, jamais le contenu.</summary>
public sealed record ReferenceDeProcedure : Confidentiel
{
    /// <summary>Nature.</summary>
    public GenreReference Genre { get; init; }

    /// <summary>Numéro ou cote.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Numero { get; init; } = "";

    /// <summary>Date.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>Nature d'une référence de procédure.</summary>
[JsonConverter(typeof(EnumFrancais<GenreReference>))]
public enum GenreReference
{
    /// <summary>Procès-verbal.</summary>
    ProcesVerbal,

    /// <summary>Scellé.</summary>
    Scelle,

    /// <summary>Signalement PHAROS.</summary>
    Pharos,

    /// <summary>Référence OFMIN.</summary>
    Ofmin,

    /// <summary>Rapport CyberTip.</summary>
    CyberTip,

    /// <summary>Signalement ou information préoccupante.</summary>
    Signalement,

    /// <summary>Cote de l'information judiciaire.</summary>
    Cote,
}
