using Reparation.Domain.Commun;

namespace Reparation.Domain.Delais;

/// <summary>Un délai de la loi, dans ses versions successives.</summary>
/// <param name="Id">Identifiant stable : « CIVI-FORCL-NEW ».</param>
/// <param name="Libelle">Ce que le délai gouverne.</param>
public sealed record Regle(string Id, string Libelle)
{
    /// <summary>Nom court et neutre, pour un agenda que d'autres peuvent voir : « CIVI, forclusion ».</summary>
    public string Abrege { get; init; } = "";

    /// <summary>Manière de choisir le point de départ.</summary>
    public ModeDeDepart Mode { get; init; }

    /// <summary>Manière de compter.</summary>
    public Comput Comput { get; init; }

    /// <summary>Dates dont la règle part ; la première connue l'emporte pour un départ simple.</summary>
    public IReadOnlyList<Repere> Reperes { get; init; } = [];

    /// <summary>Sur qui le délai pèse.</summary>
    public Charge Charge { get; init; }

    /// <summary>Délai, ouverture d'une voie ou simple date.</summary>
    public NatureDuTerme Nature { get; init; }

    /// <summary>Vrai si la forclusion peut être relevée.</summary>
    public bool Releve { get; init; }

    /// <summary>Vrai si l'éloignement l'augmente (art. 643 du code de procédure civile).</summary>
    public bool Distance { get; init; }

    /// <summary>Durée maximale depuis les faits, quand la loi en fixe une (art. 2232 du code civil).</summary>
    public Duree? Butoir { get; init; }

    /// <summary>Durée depuis la décision pénale définitive, quand la loi en ouvre une seconde.</summary>
    public Duree? ApresDecision { get; init; }

    /// <summary>Classe de prescription pénale supposée quand l'infraction n'est pas dite ; vide s'il la faut.</summary>
    public string Classe { get; init; } = "";

    /// <summary>Genre de l'acte de procédure qui épuise ce délai, en toutes lettres ; vide s'il n'y en a pas.</summary>
    public string AccompliPar { get; init; } = "";

    /// <summary>Versions, de la plus ancienne à la plus récente, sans chevauchement.</summary>
    public IReadOnlyList<VersionDeRegle> Versions { get; init; } = [];

    /// <summary>Version applicable un jour, ou rien si la règle n'est pas connue ce jour-là.</summary>
    public VersionDeRegle? EnVigueurLe(DateOnly jour) => Versions.FirstOrDefault(v => v.Du <= jour && (v.Au is null || jour <= v.Au));
}

/// <summary>Une rédaction datée.</summary>
/// <param name="Du">Premier jour d'application.</param>
/// <param name="Au">Dernier jour ; vide si elle s'applique encore.</param>
/// <param name="Duree">Durée ; vide si elle dépend de l'infraction.</param>
/// <param name="Texte">Ce que la loi dit, en une phrase.</param>
/// <param name="Reserve">Ce qui reste à vérifier ; vide si rien.</param>
/// <param name="Sources">Article dans cette version, d'abord ; puis ce qui a été lu.</param>
public sealed record VersionDeRegle(
    DateOnly Du, DateOnly? Au, Duree? Duree, string Texte, string Reserve, IReadOnlyList<Source> Sources)
{
    /// <summary>Durée qu'une autre lecture donnerait, avec ses mots.</summary>
    public (Duree Duree, string Lecture)? Discutee { get; init; }

    /// <summary>Crédit le plus faible de ce qu'elle affirme, sa date d'application comprise.</summary>
    public Confiance Confiance => Sources[0].Confiance;
}

/// <summary>Manière de choisir le point de départ.</summary>
public enum ModeDeDepart
{
    /// <summary>Date de naissance.</summary>
    Majorite,

    /// <summary>Un seul événement.</summary>
    Simple,

    /// <summary>Prescription de l'action publique, loi après loi.</summary>
    Prescription,

    /// <summary>Prescription prolongée par un nouveau fait.</summary>
    Glissante,

    /// <summary>Interruption par l'acte d'une autre procédure.</summary>
    Connexite,

    /// <summary>Interruption.</summary>
    Interruption,

    /// <summary>Attente avant une plainte avec constitution de partie civile.</summary>
    Attente,

    /// <summary>Forclusion devant la commission d'indemnisation.</summary>
    Forclusion,

    /// <summary>Le plus tardif de l'événement et de la majorité.</summary>
    PlusTardif,

    /// <summary>Majorité ou émancipation.</summary>
    MajeurOuEmancipe,
}

/// <summary>Date d'où part un délai.</summary>
public enum Repere
{
    /// <summary>Naissance de la victime.</summary>
    Naissance,

    /// <summary>Premier fait.</summary>
    PremierFait,

    /// <summary>Dernier fait.</summary>
    DernierFait,

    /// <summary>Jour où la décision pénale ou sur les dommages-intérêts est devenue définitive.</summary>
    DecisionDefinitive,

    /// <summary>Jour où la décision sur les intérêts civils est devenue définitive.</summary>
    DecisionInteretsCivils,

    /// <summary>Prononcé contradictoire.</summary>
    Jugement,

    /// <summary>Signification.</summary>
    Signification,

    /// <summary>Plainte simple.</summary>
    Plainte,

    /// <summary>Avis de ne pas poursuivre.</summary>
    RefusDePoursuivre,

    /// <summary>Audience pénale.</summary>
    Audience,

    /// <summary>Réception de la demande complète par le fonds de garantie.</summary>
    ReceptionParLeFonds,

    /// <summary>Notification de l'offre du fonds.</summary>
    Offre,

    /// <summary>Demande de provision.</summary>
    DemandeDeProvision,

    /// <summary>Audience de la commission d'indemnisation.</summary>
    AudienceCivi,

    /// <summary>Notification de la décision de la commission ou de l'homologation.</summary>
    Notification,

    /// <summary>Notification de l'irrecevabilité par la commission.</summary>
    IrrecevabiliteCivi,

    /// <summary>Refus du service d'aide au recouvrement.</summary>
    RefusSarvi,

    /// <summary>Consolidation.</summary>
    Consolidation,

    /// <summary>Connaissance du dommage et de son auteur.</summary>
    Connaissance,

    /// <summary>Fin de mission de l'avocat ou du représentant en justice.</summary>
    FinDeMission,

    /// <summary>Émancipation.</summary>
    Emancipation,

    /// <summary>Acte interruptif.</summary>
    ActeInterruptif,

    /// <summary>Naissance de l'autre victime.</summary>
    SecondeNaissance,

    /// <summary>Fait commis sur l'autre victime.</summary>
    SecondFait,
}

/// <summary>Sur qui pèse un délai.</summary>
public enum Charge
{
    /// <summary>La victime ou qui agit pour elle.</summary>
    Victime,

    /// <summary>Le fonds de garantie.</summary>
    Fonds,

    /// <summary>La juridiction.</summary>
    Juridiction,

    /// <summary>L'adversaire.</summary>
    Adversaire,

    /// <summary>Le client contre son conseil.</summary>
    Client,

    /// <summary>Personne : une simple date.</summary>
    Personne,
}

/// <summary>Ce que marque un terme.</summary>
public enum NatureDuTerme
{
    /// <summary>Jour à ne pas dépasser.</summary>
    Delai,

    /// <summary>Jour avant lequel la voie n'est pas ouverte.</summary>
    Ouverture,

    /// <summary>Simple date.</summary>
    Date,
}
