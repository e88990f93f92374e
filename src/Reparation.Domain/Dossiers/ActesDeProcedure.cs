using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Acte ou événement daté de la procédure, dont part ou que clôt un délai.</summary>
public sealed record ActeDeProcedure : Confidentiel
{
    /// <summary>Nature.</summary>
    public GenreActe Genre { get; init; }

    /// <summary>Jour de l'acte, de sa réception ou de sa notification.</summary>
    public DateOnly? Le { get; init; }

    /// <summary>Mis en cause que l'acte vise, par identifiant ; vide s'il n'en désigne pas un seul.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string MisEnCause { get; init; } = "";

    /// <summary>Précision neutre : juridiction, numéro, mode d'envoi.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Observation { get; init; } = "";

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Nature d'un acte de procédure.</summary>
[JsonConverter(typeof(EnumFrancais<GenreActe>))]
public enum GenreActe
{
    /// <summary>Plainte simple.</summary>
    Plainte,

    /// <summary>Plainte avec constitution de partie civile.</summary>
    PlainteAvecPartieCivile,

    /// <summary>Avis de ne pas poursuivre.</summary>
    AvisDeClassement,

    /// <summary>Acte d'enquête, de poursuite ou d'instruction qui interrompt la prescription.</summary>
    ActeInterruptif,

    /// <summary>Acte interruptif d'une autre procédure visant le même auteur.</summary>
    ActeInterruptifConnexe,

    /// <summary>Décision pénale prononcée contradictoirement.</summary>
    DecisionContradictoire,

    /// <summary>Signification de la décision pénale.</summary>
    Signification,

    /// <summary>Jour où la décision pénale est devenue définitive.</summary>
    DecisionPenaleDefinitive,

    /// <summary>Jour où la décision sur les intérêts civils est devenue définitive.</summary>
    DecisionCivileDefinitive,

    /// <summary>Requête déposée devant la commission d'indemnisation.</summary>
    RequeteCivi,

    /// <summary>Réception de la demande complète par le fonds de garantie.</summary>
    ReceptionParLeFonds,

    /// <summary>Offre notifiée par le fonds.</summary>
    OffreDuFonds,

    /// <summary>Demande de provision.</summary>
    DemandeDeProvision,

    /// <summary>Audience de la commission.</summary>
    AudienceCivi,

    /// <summary>Notification de la décision de la commission, ou de l'homologation.</summary>
    NotificationCivi,

    /// <summary>Notification de l'irrecevabilité par la commission.</summary>
    IrrecevabiliteCivi,

    /// <summary>Paiement par le fonds de garantie.</summary>
    PaiementDuFonds,

    /// <summary>Demande d'aide au recouvrement (SARVI).</summary>
    DemandeSarvi,

    /// <summary>Refus du SARVI.</summary>
    RefusSarvi,

    /// <summary>Demande de paiement à l'AGRASC.</summary>
    DemandeAgrasc,

    /// <summary>Jour où le dommage non corporel et son auteur ont été connus.</summary>
    ConnaissanceDuDommage,

    /// <summary>Émancipation.</summary>
    Emancipation,

    /// <summary>Fin de mission de l'avocat ou du représentant en justice.</summary>
    FinDeMission,
}
