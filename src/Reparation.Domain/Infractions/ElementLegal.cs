namespace Reparation.Domain.Infractions;

/// <summary>Élément d'une infraction que les réponses du dossier permettent de dire réuni, manquant ou contraire.</summary>
public enum ElementLegal
{
    /// <summary>Victime de moins de dix-huit ans.</summary>
    VictimeMineure,

    /// <summary>Victime de moins de quinze ans.</summary>
    VictimeMoinsDe15,

    /// <summary>Victime de quinze à dix-sept ans.</summary>
    VictimeDe15A17,

    /// <summary>Auteur majeur.</summary>
    AuteurMajeur,

    /// <summary>Cinq ans d'écart d'âge au moins, ou contrepartie.</summary>
    EcartOuContrepartie,

    /// <summary>Acte que la procédure nomme viol.</summary>
    Viol,

    /// <summary>Atteinte sexuelle autre que le viol.</summary>
    Agression,

    /// <summary>Atteinte sexuelle, quelle qu'en soit la nature.</summary>
    Atteinte,

    /// <summary>Acte commandé ni commis ni tenté.</summary>
    NonCommis,

    /// <summary>Violence, contrainte, menace ou surprise.</summary>
    Moyen,

    /// <summary>Défaut de consentement.</summary>
    NonConsentement,

    /// <summary>Violence, menace ou contrainte en vue d'une remise.</summary>
    Menace,

    /// <summary>Circonstance aggravante du viol ou de l'agression.</summary>
    Circonstance,

    /// <summary>Circonstance aggravante de l'atteinte sexuelle.</summary>
    CirconstanceAtteinte,

    /// <summary>Circonstance aggravante de la traite.</summary>
    CirconstanceTraite,

    /// <summary>Ascendant ou proche ayant autorité.</summary>
    LienFamilial,

    /// <summary>Autorité de droit ou de fait.</summary>
    Autorite,

    /// <summary>Acte imposé sur soi-même ou par un tiers.</summary>
    ActeImpose,

    /// <summary>Réseau de communication électronique.</summary>
    ParReseau,

    /// <summary>Images transmises à d'autres.</summary>
    Partage,

    /// <summary>Contact physique.</summary>
    ContactPhysique,

    /// <summary>Rémunération ou avantage.</summary>
    Contrepartie,

    /// <summary>Bande organisée.</summary>
    BandeOrganisee,

    /// <summary>Substance administrée.</summary>
    Substance,

    /// <summary>Incapacité de plus de huit jours, ou habitude.</summary>
    IttOuHabitude,
}

/// <summary>Un élément, et ce que le dossier en dit.</summary>
/// <param name="Libelle">Élément, en clair.</param>
/// <param name="Etat">Ce que le dossier en dit.</param>
/// <param name="Motif">Pourquoi, ou quoi renseigner.</param>
public sealed record ElementConstate(string Libelle, EtatDElement Etat, string Motif);

/// <summary>Ce que le dossier dit d'un élément.</summary>
public enum EtatDElement
{
    /// <summary>Le dossier le contient.</summary>
    Reuni,

    /// <summary>Le dossier ne le dit pas encore.</summary>
    ARechercher,

    /// <summary>Le dossier dit le contraire.</summary>
    Contraire,
}
