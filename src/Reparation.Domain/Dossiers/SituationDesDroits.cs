using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Ce dont l'ouverture des voies dépend, et que ni les faits ni la procédure ne disent déjà.</summary>
public sealed record SituationDesDroits : Confidentiel
{
    /// <summary>Victime de nationalité française (art. 706-3 du code de procédure pénale).</summary>
    public Reponse NationaliteFrancaise { get; init; }

    /// <summary>Faits relevant d'un autre régime : accident de la circulation, terrorisme, amiante, chasse.</summary>
    public Reponse AutreRegime { get; init; }

    /// <summary>Incapacité permanente, même psychique, constatée ou attendue par l'expertise.</summary>
    public Reponse IncapacitePermanente { get; init; }

    /// <summary>Intérêts des représentants opposés à ceux de l'enfant, ou protection incomplète.</summary>
    public Reponse OppositionDInterets { get; init; }

    /// <summary>Ressources du foyer sous le plafond de l'aide juridictionnelle partielle.</summary>
    public Reponse RessourcesSousPlafond { get; init; }

    /// <summary>Situation matérielle ou psychologique grave née des faits (art. 706-14).</summary>
    public Reponse SituationGrave { get; init; }

    /// <summary>Réparation effective et suffisante obtenue d'un autre.</summary>
    public Reponse ReparationEffective { get; init; }

    /// <summary>La victime s'est constituée partie civile.</summary>
    public Reponse PartieCivile { get; init; }

    /// <summary>Commission d'indemnisation déjà saisie : la partie civile doit le dire au juge pénal (art. 706-12 du code de procédure pénale).</summary>
    public Reponse CiviSaisie { get; init; }

    /// <summary>Demande d'indemnisation jugée irrecevable par la commission.</summary>
    public Reponse CiviIrrecevable { get; init; }

    /// <summary>Indemnisation obtenue de la commission ou du fonds.</summary>
    public Reponse CiviObtenue { get; init; }

    /// <summary>Dommages-intérêts et frais (art. 375 ou 475-1) alloués par une décision définitive.</summary>
    public Montant? DommagesInterets { get; init; }

    /// <summary>Dommages-intérêts payés par le condamné, en tout ou en partie.</summary>
    public Reponse PayesParLAuteur { get; init; }

    /// <summary>Biens du débiteur saisis ou confisqués.</summary>
    public Reponse BiensSaisis { get; init; }

    /// <summary>Auteur mineur confié par décision à un tiers, au jour des faits.</summary>
    public Reponse AuteurConfie { get; init; }

    /// <summary>Établissement, association ou employeur dont la responsabilité peut être recherchée.</summary>
    public Reponse Etablissement { get; init; }

    /// <summary>Plateforme restée inactive après avoir été avertie.</summary>
    public Reponse PlateformeInactive { get; init; }

    /// <summary>Fonctionnement défectueux du service de la justice, ou carence d'un service public chargé de l'enfant.</summary>
    public Reponse CarencePublique { get; init; }
}

/// <summary>Suite donnée à une étape proposée. Une étape écartée garde sa raison.</summary>
public sealed record EtapeSuivie : Confidentiel
{
    /// <summary>Identifiant de l'étape proposée.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>État.</summary>
    public EtatDEtape Etat { get; init; }

    /// <summary>Raison, nécessaire si l'étape est écartée.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Motif { get; init; } = "";

    /// <summary>Jour.</summary>
    public DateOnly? Le { get; init; }
}

/// <summary>État d'une étape proposée.</summary>
[JsonConverter(typeof(EnumFrancais<EtatDEtape>))]
public enum EtatDEtape
{
    /// <summary>À faire.</summary>
    Ouverte,

    /// <summary>Faite.</summary>
    Faite,

    /// <summary>Écartée, avec sa raison.</summary>
    Ecartee,
}
