using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Dépense exposée.</summary>
public sealed record Depense : Confidentiel
{
    /// <summary>Objet.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Nature.</summary>
    public NatureDepense Nature { get; init; }

    /// <summary>Date, ou premier jour.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Nombre d'unités (séances, kilomètres, mois).</summary>
    [Bornes("0", "1000000")]
    public decimal Quantite { get; init; } = 1;

    /// <summary>Prix d'une unité, remboursements compris.</summary>
    public Montant PrixUnitaire { get; init; }

    /// <summary>Action du plan dont cette ligne vient, par identifiant ; vide si elle est saisie à la main. L'action peut avoir disparu depuis.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Action { get; init; } = "";

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Nature d'une dépense : elle dit où la chercher et quelle preuve attendre.</summary>
[JsonConverter(typeof(EnumFrancais<NatureDepense>))]
public enum NatureDepense
{
    /// <summary>Autre dépense.</summary>
    Autre,

    /// <summary>Soins, psychothérapie, rééducation, pharmacie.</summary>
    Soins,

    /// <summary>Médecin-conseil, expert, interprète.</summary>
    Conseil,

    /// <summary>Transport, hébergement, restauration.</summary>
    Transport,

    /// <summary>Retrait de contenus, déréférencement, veille.</summary>
    RetraitDeContenus,

    /// <summary>Sécurité numérique : appareil, numéro, comptes, accompagnement.</summary>
    SecuriteNumerique,

    /// <summary>Soutien scolaire, changement d'établissement, cours par correspondance.</summary>
    Scolarite,

    /// <summary>Relogement, mise à l'abri.</summary>
    Relogement,
}

/// <summary>Aide humaine avant consolidation : due même si la famille l'a donnée, et sans facture.</summary>
public sealed record AideHumaine : Confidentiel
{
    /// <summary>En quoi consiste l'aide, au-delà de ce qu'un parent doit à tout enfant de cet âge.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Premier jour.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Heures par semaine.</summary>
    [Bornes("0", "168")]
    public decimal HeuresParSemaine { get; init; }

    /// <summary>Heures par semaine qu'un parent doit de toute façon à un enfant de cet âge : elles se retirent.</summary>
    [Bornes("0", "168")]
    public decimal HeuresOrdinaires { get; init; }

    /// <summary>Nature de l'aide.</summary>
    public NatureAide Nature { get; init; }

    /// <summary>Jours payés par an : 365, ou 412 pour compter les congés et jours fériés d'un salarié employé directement.</summary>
    [Bornes("365", "412")]
    public int JoursParAn { get; init; } = 365;

    /// <summary>Taux horaire.</summary>
    public Montant TauxHoraire { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Nature d'une aide humaine ; le taux horaire en dépend.</summary>
[JsonConverter(typeof(EnumFrancais<NatureAide>))]
public enum NatureAide
{
    /// <summary>Aide active, sans qualification particulière.</summary>
    NonSpecialisee,

    /// <summary>Aide spécialisée : éducateur, soignant.</summary>
    Specialisee,

    /// <summary>Surveillance, présence sans intervention.</summary>
    Surveillance,
}

/// <summary>Trajets répétés : au kilomètre, frais compris.</summary>
public sealed record Deplacement : Confidentiel
{
    /// <summary>Objet : « consultations », « expertise », « audience ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Date, ou premier jour.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Kilomètres d'un aller et retour.</summary>
    [Bornes("0", "20000")]
    public decimal Kilometres { get; init; }

    /// <summary>Nombre d'allers et retours.</summary>
    [Bornes("0", "10000")]
    public decimal Nombre { get; init; } = 1;

    /// <summary>Tarif au kilomètre, en euros, trois décimales au plus, lu dans le barème fiscal de l'année.</summary>
    [Bornes("0", "5")]
    public decimal TarifAuKilometre { get; init; }

    /// <summary>D'où vient le tarif : barème, année, puissance du véhicule.</summary>
    [Longueur(Longueurs.Ligne)]
    public string SourceDuTarif { get; init; } = "";

    /// <summary>Péages, parking, billets : frais d'un aller et retour.</summary>
    public Montant FraisParTrajet { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Perte de revenus d'une période passée : revenu de référence moins revenu reçu.</summary>
public sealed record PerteDeRevenus : Confidentiel
{
    /// <summary>Emploi ou cause : « contrat d'apprentissage rompu ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Premier jour, compris.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour, compris.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Revenu net mensuel de référence.</summary>
    public Montant ReferenceParMois { get; init; }

    /// <summary>Revenu net mensuel reçu, hors prestations de tiers payeurs.</summary>
    public Montant RecuParMois { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Période de déficit fonctionnel temporaire.</summary>
public sealed record PeriodeDeGene : Confidentiel
{
    /// <summary>Premier jour, compris.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour, compris.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Taux de gêne, en points, de 1 à 100.</summary>
    [Bornes("1", "100")]
    public decimal Taux { get; init; }

    /// <summary>Ce qui l'explique : hospitalisation, éloignement, soins.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Motif { get; init; } = "";

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Années d'études perdues à un niveau.</summary>
public sealed record AnneesPerdues : Confidentiel
{
    /// <summary>Niveau.</summary>
    public NiveauScolaire Niveau { get; init; }

    /// <summary>Année scolaire : « 2025-2026 » ; vide pour plusieurs années d'un coup.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string AnneeScolaire { get; init; } = "";

    /// <summary>Pourquoi cette année est perdue : absence, redoublement, réorientation subie.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Raison { get; init; } = "";

    /// <summary>Nombre d'années, demi-années admises.</summary>
    [Bornes("0.5", "15")]
    public decimal Nombre { get; init; }

    /// <summary>Somme retenue par année ; vide pour celle de l'édition choisie, si elle en donne une.</summary>
    public Montant? ParAnnee { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Niveau scolaire.</summary>
[JsonConverter(typeof(EnumFrancais<NiveauScolaire>))]
public enum NiveauScolaire
{
    /// <summary>Primaire.</summary>
    Primaire,

    /// <summary>Collège.</summary>
    College,

    /// <summary>Lycée.</summary>
    Lycee,

    /// <summary>Études supérieures.</summary>
    Superieur,
}
