using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Dépense ou perte qui se répète : ce qui est échu s'additionne, l'avenir se capitalise. Une suite de rentes bout à bout dit
/// un besoin qui change.
/// </summary>
public sealed record Rente : Confidentiel
{
    /// <summary>Objet.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Montant d'une échéance, en euros du jour de la décision. Pour une perte de gains : revenu de référence moins revenu résiduel.</summary>
    public Montant Montant { get; init; }

    /// <summary>À quel rythme ce montant revient.</summary>
    public Periodicite Periodicite { get; init; }

    /// <summary>Pour un renouvellement : tous les combien d'années.</summary>
    [Bornes("0.5", "50")]
    public decimal? TousLesAns { get; init; }

    /// <summary>Heures d'aide par jour ; avec le taux horaire, elles remplacent le montant.</summary>
    [Bornes("0", "24")]
    public decimal? HeuresParJour { get; init; }

    /// <summary>Taux horaire de l'aide.</summary>
    public Montant? TauxHoraire { get; init; }

    /// <summary>Nature de l'aide.</summary>
    public NatureAide Aide { get; init; }

    /// <summary>Jours d'aide payés par an : 365, ou 412 avec congés et jours fériés d'un salarié employé directement.</summary>
    [Bornes("365", "412")]
    public int? JoursParAn { get; init; }

    /// <summary>Premier jour dû ; vide pour la consolidation, ou si la rente commence à un âge.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Âge auquel elle commence, en années révolues ; sans objet si <see cref="Du"/> est saisi.</summary>
    [Bornes("0", "100")]
    public int? DesLAge { get; init; }

    /// <summary>Dernier jour dû, compris ; vide si elle finit à un âge ou dure la vie entière.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Âge auquel elle s'arrête ; vide pour la vie entière, sans objet si <see cref="Au"/> est saisi.</summary>
    [Bornes("1", "104")]
    public int? JusquALAge { get; init; }

    /// <summary>Croissance annuelle du besoin, en pour cent, au-delà de l'inflation ; elle ne joue que sur l'avenir.</summary>
    [Bornes("-5", "10")]
    public decimal? Croissance { get; init; }

    /// <summary>Chance perdue, en pour cent ; vide pour une perte certaine. Elle se justifie dans le motif.</summary>
    [Bornes("1", "100")]
    public decimal? Chance { get; init; }

    /// <summary>Coefficient lu dans un barème imprimé, à la place du prix calculé ; sa référence est alors requise.</summary>
    [Bornes("0", "200")]
    public decimal? CoefficientImprime { get; init; }

    /// <summary>Barème, page, ligne et colonne du coefficient imprimé.</summary>
    [Longueur(Longueurs.Ligne)]
    public string ReferenceDuCoefficient { get; init; } = "";

    /// <summary>Action du plan dont cette ligne vient, par identifiant ; vide si elle est saisie à la main. L'action peut avoir disparu depuis.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Action { get; init; } = "";

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Rythme d'une rente.</summary>
[JsonConverter(typeof(EnumFrancais<Periodicite>))]
public enum Periodicite
{
    /// <summary>Par an.</summary>
    Annuelle,

    /// <summary>Par trimestre : quatre par an.</summary>
    Trimestrielle,

    /// <summary>Par mois : douze par an.</summary>
    Mensuelle,

    /// <summary>Par semaine : cinquante-deux par an.</summary>
    Hebdomadaire,

    /// <summary>Par jour : trois cent soixante-cinq par an.</summary>
    Quotidienne,

    /// <summary>Achat à renouveler : le prix se divise par la durée de service.</summary>
    Renouvellement,
}

/// <summary>Un avenir professionnel possible, avec la probabilité que l'avocat lui donne et ses raisons.</summary>
public sealed record ScenarioDeCarriere : Confidentiel
{
    /// <summary>Intitulé : « études supérieures courtes », « emploi au salaire médian ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Âge d'entrée dans cette carrière.</summary>
    [Bornes("14", "40")]
    public int? DesLAge { get; init; }

    /// <summary>Premier jour, à la place de l'âge.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Âge de fin ; vide pour la vie entière, retraite comprise.</summary>
    [Bornes("15", "104")]
    public int? JusquALAge { get; init; }

    /// <summary>Revenu net annuel sans les faits.</summary>
    public Montant ReferenceParAn { get; init; }

    /// <summary>Revenu net annuel que l'enfant gardera.</summary>
    public Montant ResiduelParAn { get; init; }

    /// <summary>Probabilité de ce scénario sans les faits, en pour cent.</summary>
    [Bornes("1", "100")]
    public decimal Probabilite { get; init; }

    /// <summary>Raisons : bulletins, projet, fratrie, niveau des parents, expertise.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Raisons { get; init; } = "";

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Perte annuelle d'un foyer après un décès : revenu du foyer, moins l'autoconsommation du défunt, moins le revenu qui reste.</summary>
public sealed record PerteDuFoyer : Confidentiel
{
    /// <summary>Objet.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Revenu net annuel du foyer avant le décès.</summary>
    public Montant RevenuDuFoyer { get; init; }

    /// <summary>Part que le défunt consommait pour lui-même, en pour cent.</summary>
    [Bornes("0", "100")]
    public decimal Autoconsommation { get; init; }

    /// <summary>Revenu net annuel du foyer depuis le décès.</summary>
    public Montant RevenuQuiReste { get; init; }

    /// <summary>Part de la perte qui revient à ce proche, en pour cent.</summary>
    [Bornes("1", "100")]
    public decimal PartDuProche { get; init; } = 100;

    /// <summary>Premier jour ; vide pour le décès.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Âge du proche auquel la perte cesse ; vide pour la vie entière.</summary>
    [Bornes("1", "104")]
    public int? JusquALAge { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Ce qui se plaide à l'intérieur d'un poste, avec la décision qui le fonde, sans jamais s'y ajouter.</summary>
public sealed record Composante : Confidentiel
{
    /// <summary>Nature.</summary>
    public NatureComposante Nature { get; init; }

    /// <summary>Constats neutres et datés qui la montrent.</summary>
    [Longueur(Longueurs.Recit)]
    public string Expose { get; init; } = "";
}

/// <summary>Composante plaidée à l'intérieur d'un poste.</summary>
[JsonConverter(typeof(EnumFrancais<NatureComposante>))]
public enum NatureComposante
{
    /// <summary>Atteinte à la dignité, avilissement.</summary>
    Dignite,

    /// <summary>Situation de prostitution.</summary>
    SituationDeProstitution,

    /// <summary>Circulation persistante d'images.</summary>
    CirculationDImages,

    /// <summary>Angoisse de mort imminente.</summary>
    AngoisseDeMort,

    /// <summary>Souffrance accrue par les dénégations de l'auteur.</summary>
    Denegations,

    /// <summary>Atteinte à la vie sexuelle avant la consolidation.</summary>
    SexuelTemporaire,

    /// <summary>Privation temporaire des agréments propres à l'âge.</summary>
    AgrementTemporaire,
}

/// <summary>Prestation d'un tiers payeur, imputée sur un seul poste.</summary>
public sealed record Prestation : Confidentiel
{
    /// <summary>Organisme, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Organisme { get; init; } = "";

    /// <summary>Somme versée ou à verser.</summary>
    public Montant Montant { get; init; }

    /// <summary>Nature : frais médicaux, indemnités journalières.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Nature { get; init; } = "";

    /// <summary>Sur un poste personnel : ce qui prouve que le tiers payeur a réparé ce poste ; vide, rien n'est déduit.</summary>
    [Longueur(Longueurs.Ligne)]
    public string PreuveDuRecours { get; init; } = "";
}
