using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Tous les postes d'un dossier évalués, et leurs totaux. Écran, actes, tableur et essais lisent ce même objet.</summary>
/// <param name="Directs">Les vingt postes de l'enfant, dans l'ordre de la nomenclature, saisis ou non.</param>
/// <param name="Proches">Postes demandés pour chaque proche.</param>
/// <param name="Editions">Éditions employées, avec leur source.</param>
public sealed record Bilan(
    IReadOnlyList<PosteEvalue> Directs,
    IReadOnlyList<BilanDuProche> Proches,
    IReadOnlyList<Source> Editions)
{
    /// <summary>Référentiel d'indemnisation choisi ; nul s'il n'est plus connu.</summary>
    public EditionIndemnisation? Referentiel { get; init; }

    /// <summary>Barème de capitalisation choisi ; nul s'il n'est plus connu.</summary>
    public EditionCapitalisation? Bareme { get; init; }

    /// <summary>Règle d'imputation suivie.</summary>
    public ModeDImputation Mode { get; init; }

    /// <summary>Part dont le débiteur répond, de 0 à 1.</summary>
    public decimal PartDuDroit { get; init; } = 1;

    /// <summary>Sommes déjà reçues par l'enfant, une ligne chacune, à déduire une seule fois du total.</summary>
    public IReadOnlyList<Deduction> Deductions { get; init; } = [];

    /// <summary>Gains retenus par l'exploiteur, hors nomenclature ; chiffrés seulement contre l'auteur.</summary>
    public Evaluation Gains { get; init; } = new Evaluation.SansObjet("");

    /// <summary>Somme globale saisie à côté du détail ; nulle si aucune.</summary>
    public BilanGlobal? Global { get; init; }

    /// <summary>Auteurs tenus de la réparation entière, et leurs rapports entre eux.</summary>
    public IReadOnlyList<PartDeCoauteur> Coauteurs { get; init; } = [];

    /// <summary>Alertes qui portent sur le dossier entier.</summary>
    public IReadOnlyList<Alerte> Alertes { get; init; } = [];

    /// <summary>Postes de l'enfant, puis de chaque proche.</summary>
    public IEnumerable<PosteEvalue> Tous => Directs.Concat(Proches.SelectMany(p => p.Postes));

    /// <summary>Total du détail, pour l'enfant, avant déduction des sommes reçues.</summary>
    public Montant TotalEnfant => Montant.Total(Directs.Select(p => p.Demande));

    /// <summary>Total demandé pour les proches, sommes reçues par eux non déduites.</summary>
    public Montant TotalProches => Montant.Total(Proches.Select(p => p.Total));

    /// <summary>Total des évaluations brutes de l'enfant.</summary>
    public Montant TotalBrut => Montant.Total(Directs.Select(p => p.Brut));

    /// <summary>Total des prestations des tiers payeurs imputées.</summary>
    public Montant TotalTiersPayeurs => Montant.Total(Directs.Select(p => p.TiersPayeurs));

    /// <summary>Total du droit à réparation : part de la victime et part des tiers payeurs.</summary>
    public Montant TotalDroit => Montant.Total(Directs.Select(p => p.Droit));

    /// <summary>Gains demandés ; zéro s'ils ne le sont pas.</summary>
    public Montant TotalGains => Gains is Evaluation.Chiffree chiffree ? chiffree.Montant : Montant.Zero;

    /// <summary>Ce que l'acte demande pour l'enfant : la somme globale si elle est retenue, sinon le détail ; gains compris.</summary>
    public Montant TotalDemande => (Global is { Retenu: true } global ? global.Montant : TotalEnfant) + TotalGains;

    /// <summary>Total des sommes déjà reçues par l'enfant.</summary>
    public Montant Provisions => Montant.Total(Deductions.Select(d => d.Montant));

    /// <summary>Ce qui reste dû à l'enfant : total demandé moins sommes reçues ; jamais négatif.</summary>
    public Montant Solde => Montant.Max(TotalDemande - Provisions, Montant.Zero);

    /// <summary>Total demandé d'un groupe de postes de l'enfant.</summary>
    public Montant Total(Famille famille, Phase phase) => Montant.Total(
        Directs.Where(p => p.Poste.Famille == famille && p.Poste.Phase == phase).Select(p => p.Demande));
}

/// <summary>Postes d'un proche.</summary>
public sealed record BilanDuProche(Proche Proche, IReadOnlyList<PosteEvalue> Postes)
{
    /// <summary>Sommes déjà reçues par ce proche.</summary>
    public IReadOnlyList<Deduction> Deductions { get; init; } = [];

    /// <summary>Total demandé pour ce proche.</summary>
    public Montant Total => Montant.Total(Postes.Select(p => p.Demande));

    /// <summary>Ce qui lui reste dû ; jamais négatif.</summary>
    public Montant Solde => Montant.Max(Total - Montant.Total(Deductions.Select(d => d.Montant)), Montant.Zero);
}

/// <summary>Un poste, sa saisie, son évaluation et l'imputation des tiers payeurs.</summary>
/// <param name="Poste">Définition.</param>
/// <param name="Saisie">Saisie ; celle par défaut si rien n'est saisi.</param>
/// <param name="Evaluation">Issue du calcul.</param>
/// <param name="Brut">Évaluation totale ; zéro si le poste n'est pas chiffré.</param>
/// <param name="TiersPayeurs">Prestations imputées sur ce poste.</param>
/// <param name="Demande">Part revenant à la victime, demandée.</param>
/// <param name="Alertes">Ce qui doit être vu avant d'imprimer : sans pièce, double emploi possible, source de mémoire.</param>
public sealed record PosteEvalue(
    PosteDePrejudice Poste,
    SaisiePoste Saisie,
    Evaluation Evaluation,
    Montant Brut,
    Montant TiersPayeurs,
    Montant Demande,
    IReadOnlyList<Alerte> Alertes)
{
    /// <summary>Droit à réparation sur ce poste : part de la victime et part des tiers payeurs.</summary>
    public Montant Droit => Demande + TiersPayeurs;

    /// <summary>Part de chaque tiers payeur, au prorata de leurs prestations s'ils sont plusieurs.</summary>
    public IReadOnlyList<PartDuTiers> ParTiers { get; init; } = [];

    /// <summary>Identifiants des pièces citées par la saisie ou par l'une de ses lignes, sans doublon.</summary>
    public IReadOnlyList<string> Pieces => Saisie.ToutesLesPieces();
}

/// <summary>Part imputée à un tiers payeur sur un poste.</summary>
/// <param name="Organisme">Identifiant de l'organisme.</param>
/// <param name="Prestations">Ce qu'il réclame sur ce poste.</param>
/// <param name="Montant">Ce qui lui revient.</param>
public sealed record PartDuTiers(string Organisme, Montant Prestations, Montant Montant);

/// <summary>Somme déjà reçue, à déduire.</summary>
/// <param name="Libelle">« provision versée par le fonds de garantie le 3 mars 2026 ».</param>
/// <param name="Montant">Somme.</param>
/// <param name="Versement">Versement d'origine.</param>
public sealed record Deduction(string Libelle, Montant Montant, Versement Versement);

/// <summary>Somme globale à côté du détail.</summary>
/// <param name="Montant">Somme globale.</param>
/// <param name="Detail">Total du détail poste par poste.</param>
/// <param name="Retenu">Vrai si c'est la somme globale que l'acte demande.</param>
public sealed record BilanGlobal(Montant Montant, Montant Detail, bool Retenu)
{
    /// <summary>Détail moins somme globale : ce que la demande globale laisse de côté, ou négatif si elle dépasse.</summary>
    public Montant Ecart => Detail - Montant;
}

/// <summary>Un auteur tenu in solidum. Envers l'enfant il doit tout ; les parts ne règlent que leurs rapports.</summary>
/// <param name="MisEnCause">Auteur.</param>
/// <param name="Du">Ce qu'il doit à la victime : la réparation entière, moins ce qui est déjà payé.</param>
/// <param name="Paye">Ce qu'il a déjà payé.</param>
/// <param name="Charge">Ce qui restera à sa charge entre coauteurs ; nul si aucune part n'est fixée.</param>
public sealed record PartDeCoauteur(MisEnCause MisEnCause, Montant Du, Montant Paye, Montant? Charge);
