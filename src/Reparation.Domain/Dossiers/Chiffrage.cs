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

    /// <summary>Édition du référentiel d'indemnisation.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Referentiel { get; init; } = "mornet-2025";

    /// <summary>Édition du barème de capitalisation.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Bareme { get; init; } = "gp-2025";

    /// <summary>Taux de capitalisation en pour cent, parmi ceux de l'édition ; vide pour son taux principal.</summary>
    [Bornes("-5", "10")]
    public decimal? Taux { get; init; }

    /// <summary>Contre qui l'on demande : change l'imputation des tiers payeurs.</summary>
    public ModeDImputation Imputation { get; init; }

    /// <summary>Provision demandée.</summary>
    public Montant? ProvisionDemandee { get; init; }

    /// <summary>À quoi la provision servira.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string EmploiDeLaProvision { get; init; } = "";

    /// <summary>Frais de procédure demandés (art. 700 du code de procédure civile, 475-1 ou 375 du code de procédure pénale).</summary>
    public Montant? Frais { get; init; }

    /// <summary>Saisies, une au plus par poste.</summary>
    public IReadOnlyList<SaisiePoste> Postes { get; init; } = [];
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

/// <summary>
/// Ce que l'avocat saisit pour un poste. Chaque poste n'emploie qu'une partie des champs
/// (<see cref="Postes.PosteDePrejudice.Saisies"/>) ; les autres y sont refusés.
/// </summary>
public sealed record SaisiePoste : Confidentiel
{
    /// <summary>Code du poste : DFT, SE, PGPF…</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Code { get; init; } = "";

    /// <summary>Demander, réserver, ou ne pas demander.</summary>
    public ChoixPoste Choix { get; init; }

    /// <summary>Motif de la réserve, de l'absence de demande, ou du montant retenu.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Motif { get; init; } = "";

    /// <summary>Ce que l'enfant a vécu sous ce poste : constats datés, destinés à l'acte.</summary>
    [Longueur(Longueurs.Recit)]
    public string Recit { get; init; } = "";

    /// <summary>Pièces qui prouvent le poste, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];

    /// <summary>Dépenses exposées.</summary>
    public IReadOnlyList<Depense> Depenses { get; init; } = [];

    /// <summary>Aide humaine temporaire.</summary>
    public IReadOnlyList<AideHumaine> Aides { get; init; } = [];

    /// <summary>Périodes de gêne temporaire.</summary>
    public IReadOnlyList<PeriodeDeGene> Periodes { get; init; } = [];

    /// <summary>Montant journalier d'une gêne totale.</summary>
    public Montant? BaseJournaliere { get; init; }

    /// <summary>Cotation médicale sur sept, par demi-degré.</summary>
    [Bornes("0.5", "7")]
    public decimal? Cotation { get; init; }

    /// <summary>Taux de déficit fonctionnel permanent, en points.</summary>
    [Bornes("0.5", "100")]
    public decimal? TauxDeDeficit { get; init; }

    /// <summary>Valeur du point imposée par l'avocat, au lieu de la grille ; le motif est alors requis.</summary>
    public Montant? ValeurDuPoint { get; init; }

    /// <summary>Années d'études perdues.</summary>
    public IReadOnlyList<AnneesPerdues> Annees { get; init; } = [];

    /// <summary>Dépenses ou pertes qui se répètent chaque année.</summary>
    public IReadOnlyList<Rente> Rentes { get; init; } = [];

    /// <summary>Montant motivé par l'avocat, pour les postes à fourchette ou sans barème ; il s'ajoute aux lignes calculées.</summary>
    public Montant? Montant { get; init; }

    /// <summary>Prestations de tiers payeurs qui réparent ce poste.</summary>
    public IReadOnlyList<Prestation> Prestations { get; init; } = [];

    /// <summary>Identifiants des pièces citées par la saisie ou par l'une de ses lignes, sans doublon.</summary>
    public IReadOnlyList<string> ToutesLesPieces() =>
    [
        .. Pieces
            .Concat(Depenses.SelectMany(d => d.Pieces))
            .Concat(Aides.SelectMany(a => a.Pieces))
            .Concat(Periodes.SelectMany(p => p.Pieces))
            .Concat(Annees.SelectMany(a => a.Pieces))
            .Concat(Rentes.SelectMany(r => r.Pieces))
            .Distinct(),
    ];
}

/// <summary>Sort d'un poste.</summary>
[JsonConverter(typeof(EnumFrancais<ChoixPoste>))]
public enum ChoixPoste
{
    /// <summary>Demander ce que le calcul donne.</summary>
    Demander,

    /// <summary>Réserver : le poste figure à l'acte sans somme.</summary>
    Reserver,

    /// <summary>Ne pas demander.</summary>
    SansObjet,
}

/// <summary>Dépense exposée.</summary>
public sealed record Depense : Confidentiel
{
    /// <summary>Objet.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Date, ou premier jour.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Nombre d'unités (séances, kilomètres, mois).</summary>
    [Bornes("0", "1000000")]
    public decimal Quantite { get; init; } = 1;

    /// <summary>Prix d'une unité, remboursements compris.</summary>
    public Montant PrixUnitaire { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
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

    /// <summary>Taux horaire.</summary>
    public Montant TauxHoraire { get; init; }

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

/// <summary>Dépense ou perte annuelle : les arrérages se somment, l'avenir se capitalise.</summary>
public sealed record Rente : Confidentiel
{
    /// <summary>Objet.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Montant d'une année. Pour une perte de gains, la perte : revenu de référence moins revenu résiduel.</summary>
    public Montant ParAn { get; init; }

    /// <summary>Premier jour dû ; vide pour la consolidation, ou si la rente commence à un âge.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Âge auquel elle commence, en années révolues ; sans objet si <see cref="Du"/> est saisi.</summary>
    [Bornes("0", "100")]
    public int? DesLAge { get; init; }

    /// <summary>Âge auquel elle s'arrête ; vide pour la vie entière.</summary>
    [Bornes("1", "104")]
    public int? JusquALAge { get; init; }

    /// <summary>Chance perdue, en pour cent ; vide pour une perte certaine. Elle se justifie dans le motif.</summary>
    [Bornes("1", "100")]
    public decimal? Chance { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
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
}
