using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Choix communs et saisies de tous les postes. Les éditions choisies y restent : un ancien dossier recalcule à l'identique.</summary>
public sealed record Chiffrage : Confidentiel
{
    /// <summary>Date portée par la note de chiffrage.</summary>
    public DateOnly? EtabliLe { get; init; }

    /// <summary>Date prévue de la décision : les arrérages courent jusqu'à elle, l'avenir se capitalise à l'âge de ce jour.</summary>
    public DateOnly? DateDeDecision { get; init; }

    /// <summary>Date de consolidation ; vide tant qu'elle n'est pas acquise.</summary>
    public DateOnly? Consolidation { get; init; }

    /// <summary>Ce que disent les médecins de la consolidation, et la revoyure prévue.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string EtatMedical { get; init; } = "";

    /// <summary>Expertise demandée : spécialité, moment, points de mission ; vide si aucune.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string ExpertiseDemandee { get; init; } = "";

    /// <summary>Lecture de la mission d'expertise proposée.</summary>
    public LectureDeMission Mission { get; init; }

    /// <summary>Édition du référentiel d'indemnisation.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Referentiel { get; init; } = "mornet-2025";

    /// <summary>Édition du barème de capitalisation.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Bareme { get; init; } = "gp-2025";

    /// <summary>Taux de capitalisation en pour cent, parmi ceux de l'édition ; vide pour son taux principal.</summary>
    [Bornes("-5", "10")]
    public decimal? Taux { get; init; }

    /// <summary>Comment l'avenir se capitalise : taux de l'édition, taux libre, ou courbe année par année.</summary>
    public MethodeDeCapitalisation Methode { get; init; }

    /// <summary>Taux et inflation de chaque année à venir, pour la méthode annuelle ; la dernière année saisie vaut pour les suivantes.</summary>
    public IReadOnlyList<PointDeCourbe> Courbe { get; init; } = [];

    /// <summary>Vrai pour compter des rentes payées chaque mois au lieu d'une fois l'an à terme échu ; le motif est alors requis.</summary>
    public bool PaiementMensuel { get; init; }

    /// <summary>Raisons d'un taux libre, d'une courbe ou du paiement mensuel : le barème est au choix souverain du juge.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string MotifDeCapitalisation { get; init; } = "";

    /// <summary>Vrai si l'acte demande que les pertes économiques passées soient revalorisées au jour de la décision, selon l'indice des prix.</summary>
    public bool Actualiser { get; init; }

    /// <summary>Contre qui l'on demande : change l'imputation des tiers payeurs.</summary>
    public ModeDImputation Imputation { get; init; }

    /// <summary>Part dont le débiteur répond, en pour cent ; vide pour la réparation entière, qui est la règle pour un enfant.</summary>
    [Bornes("0", "100")]
    public decimal? PartDuDroit { get; init; }

    /// <summary>Décision et raisons de la limitation du droit ; requises si la part est saisie.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string MotifDeLaPart { get; init; } = "";

    /// <summary>Demande d'une seule somme, à la place du détail poste par poste.</summary>
    public DemandeGlobale Globale { get; init; } = new();

    /// <summary>Gains que l'exploiteur a tirés de l'enfant, hors nomenclature, contre l'auteur seulement.</summary>
    public GainsRetenus Gains { get; init; } = new();

    /// <summary>Provision demandée.</summary>
    public Montant? ProvisionDemandee { get; init; }

    /// <summary>À quoi la provision servira.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string EmploiDeLaProvision { get; init; } = "";

    /// <summary>Frais de procédure demandés (art. 700 du code de procédure civile, 475-1 ou 375 du code de procédure pénale).</summary>
    public Montant? Frais { get; init; }

    /// <summary>Saisies, une au plus par poste.</summary>
    public IReadOnlyList<SaisiePoste> Postes { get; init; } = [];

    /// <summary>Offres reçues du fonds ou d'un assureur.</summary>
    public IReadOnlyList<OffreRecue> Offres { get; init; } = [];

    /// <summary>Chiffrages figés à une date, pour les comparer.</summary>
    public IReadOnlyList<Instantane> Instantanes { get; init; } = [];

    /// <summary>Chiffrage figé auquel les actes doivent s'accorder, par identifiant ; vide si aucun n'est arrêté.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string InstantaneDeReference { get; init; } = "";

    /// <summary>Réponses de l'avocat aux alertes : la raison reste au dossier.</summary>
    public IReadOnlyList<ReponseAUneAlerte> Reponses { get; init; } = [];
}

/// <summary>Lecture de la mission d'expertise : ce que l'expert doit dire, au-delà du dommage constaté.</summary>
[JsonConverter(typeof(EnumFrancais<LectureDeMission>))]
public enum LectureDeMission
{
    /// <summary>Mission détaillée, retentissement concret poste par poste (lecture des avocats et médecins de victimes).</summary>
    Detaillee,

    /// <summary>Mission descriptive : l'expert décrit le dommage, le juriste en déduit les postes (lecture des assureurs).</summary>
    Descriptive,
}

/// <summary>Comment l'avenir se capitalise.</summary>
[JsonConverter(typeof(EnumFrancais<MethodeDeCapitalisation>))]
public enum MethodeDeCapitalisation
{
    /// <summary>Table et taux de l'édition choisie.</summary>
    Edition,

    /// <summary>Table de l'édition choisie, taux plaidé.</summary>
    TauxLibre,

    /// <summary>Méthode annuelle paramétrable : un taux et une inflation par année, sur la table de l'édition choisie.</summary>
    CourbeAnnuelle,
}

/// <summary>Une année de la courbe.</summary>
public sealed record PointDeCourbe : Confidentiel
{
    /// <summary>Rang de l'année à venir, à partir de 1.</summary>
    [Bornes("1", "120")]
    public int Annee { get; init; } = 1;

    /// <summary>Taux de placement de cette année, en pour cent.</summary>
    [Bornes("-5", "20")]
    public decimal Taux { get; init; }

    /// <summary>Inflation de cette année, en pour cent.</summary>
    [Bornes("-5", "20")]
    public decimal Inflation { get; init; }
}

/// <summary>Une seule somme demandée pour l'ensemble. Elle renonce à l'avantage des postes séparés : l'écart est montré.</summary>
public sealed record DemandeGlobale : Confidentiel
{
    /// <summary>Vrai si c'est elle que l'acte demande, au lieu du détail.</summary>
    public bool Retenue { get; init; }

    /// <summary>Somme demandée.</summary>
    public Montant? Montant { get; init; }

    /// <summary>Pourquoi une somme globale, et ce qu'elle répare.</summary>
    [Longueur(Longueurs.Recit)]
    public string Motif { get; init; } = "";
}

/// <summary>
/// Gains retenus par l'exploiteur (CEDH, 28 nov. 2023, Krachunova c. Bulgarie, n° 18269/18). Aucune méthode française établie :
/// la ligne reste distincte, prouvée, et ne s'adresse qu'à l'auteur.
/// </summary>
public sealed record GainsRetenus : Confidentiel
{
    /// <summary>Vrai si la ligne est demandée.</summary>
    public bool Demandes { get; init; }

    /// <summary>Comment la somme est établie : flux bancaires, messages, enquête patrimoniale.</summary>
    [Longueur(Longueurs.Recit)]
    public string Methode { get; init; } = "";

    /// <summary>Lignes de la somme.</summary>
    public IReadOnlyList<LigneDeGains> Lignes { get; init; } = [];

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Une part des gains retenus.</summary>
public sealed record LigneDeGains : Confidentiel
{
    /// <summary>Objet, en termes neutres : « virements relevés », « espèces saisies ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Premier jour.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Nombre d'unités.</summary>
    [Bornes("0", "1000000")]
    public decimal Quantite { get; init; } = 1;

    /// <summary>Somme par unité.</summary>
    public Montant Unitaire { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Règle d'imputation des prestations des tiers payeurs.</summary>
[JsonConverter(typeof(EnumFrancais<ModeDImputation>))]
public enum ModeDImputation
{
    /// <summary>Devant la commission d'indemnisation (art. 706-9 du code de procédure pénale) : sans droit de préférence.</summary>
    Civi,

    /// <summary>Contre l'auteur (loi du 5 juillet 1985, art. 31) : droit de préférence de la victime.</summary>
    Auteur,
}
