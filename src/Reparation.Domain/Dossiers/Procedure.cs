using System.Text.Json.Serialization;
using Reparation.Domain.Delais;

namespace Reparation.Domain.Dossiers;

/// <summary>Où en est la procédure.</summary>
public sealed record Procedure : Confidentiel
{
    /// <summary>Stade.</summary>
    public StadeProcedure Stade { get; init; }

    /// <summary>Date et circonstances neutres de la révélation, signalement.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Revelation { get; init; } = "";

    /// <summary>Date de la plainte ou du signalement au parquet.</summary>
    public DateOnly? PlainteLe { get; init; }

    /// <summary>Ressort dont les jours fériés reportent les délais.</summary>
    public Territoire Ressort { get; init; }

    /// <summary>Où demeure celui qui doit agir : l'éloignement augmente certains délais (art. 643 du code de procédure civile).</summary>
    public Demeure Demeure { get; init; }

    /// <summary>Juridiction pénale saisie.</summary>
    [Longueur(Longueurs.Ligne)]
    public string JuridictionPenale { get; init; } = "";

    /// <summary>Numéro de parquet.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string NumeroDeParquet { get; init; } = "";

    /// <summary>Numéro d'instruction.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string NumeroDInstruction { get; init; } = "";

    /// <summary>Date d'audience prévue.</summary>
    public DateOnly? AudienceLe { get; init; }

    /// <summary>Décisions rendues.</summary>
    public IReadOnlyList<DecisionDeJustice> Decisions { get; init; } = [];

    /// <summary>Ville du tribunal judiciaire dont la commission est saisie.</summary>
    [Longueur(Longueurs.Ligne)]
    public string VilleDeLaCivi { get; init; } = "";

    /// <summary>Numéro du dossier devant la commission, s'il existe.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string NumeroCivi { get; init; } = "";

    /// <summary>Fondement par lequel la commission est saisie.</summary>
    public FondementCivi? FondementCivi { get; init; }

    /// <summary>Incapacité totale de travail personnelle, en jours.</summary>
    [Bornes("0", "3650")]
    public int? JoursDItt { get; init; }

    /// <summary>Demandes déjà présentées et actions engagées (art. R. 50-9, 7° du code de procédure pénale).</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string DemandesDejaPresentees { get; init; } = "";

    /// <summary>Adresse des notifications (art. R. 50-9, 9°) ; à défaut, celle de l'avocat.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string AdresseDesNotifications { get; init; } = "";

    /// <summary>
    /// Pour la réparation plafonnée (art. R. 50-10 du code de procédure pénale) : ressources de l'année des faits et de celle
    /// de la requête, impossibilité d'être indemnisé autrement, gravité de la situation.
    /// </summary>
    [Longueur(Longueurs.Paragraphe)]
    public string SituationMaterielle { get; init; } = "";

    /// <summary>Motif d'un relevé de forclusion, s'il doit être demandé.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string MotifDeReleve { get; init; } = "";

    /// <summary>Pourquoi les représentants, ou l'un d'eux, ne protègent pas complètement les intérêts de l'enfant : des faits, sans procès du parent.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string MotifDAdministrateur { get; init; } = "";

    /// <summary>Administrateur ad hoc proposé : proche ou personne de la liste, et ce qui établit son indépendance.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string AdministrateurPropose { get; init; } = "";

    /// <summary>Actes datés de la procédure : les délais partent d'eux.</summary>
    public IReadOnlyList<ActeDeProcedure> Actes { get; init; } = [];

    /// <summary>
    /// Vrai si l'avocat a établi la liste complète des actes interruptifs ; tant qu'elle ne l'est pas, une prescription n'est
    /// qu'apparente.
    /// </summary>
    public bool ActesInterruptifsEtablis { get; init; }

    /// <summary>Autres mineurs victimes du même auteur : ce qu'il leur a fait peut prolonger la prescription.</summary>
    public IReadOnlyList<AutreVictime> AutresVictimes { get; init; } = [];
}

/// <summary>Stade de la procédure pénale.</summary>
[JsonConverter(typeof(EnumFrancais<StadeProcedure>))]
public enum StadeProcedure
{
    /// <summary>Rien n'est encore engagé.</summary>
    AvantPlainte,

    /// <summary>Enquête.</summary>
    Enquete,

    /// <summary>Information judiciaire.</summary>
    Instruction,

    /// <summary>Audience de jugement.</summary>
    Jugement,

    /// <summary>Audience sur intérêts civils.</summary>
    InteretsCivils,

    /// <summary>Décision définitive : indemnisation et recouvrement.</summary>
    Recouvrement,

    /// <summary>Classement sans suite ou non-lieu.</summary>
    SansSuite,
}

/// <summary>Porte d'entrée devant la commission d'indemnisation.</summary>
[JsonConverter(typeof(EnumFrancais<FondementCivi>))]
public enum FondementCivi
{
    /// <summary>Infraction citée par l'article 706-3, 2° du code de procédure pénale.</summary>
    InfractionListee,

    /// <summary>Incapacité totale de travail personnelle d'au moins un mois.</summary>
    IttDUnMois,

    /// <summary>Incapacité permanente, même psychique.</summary>
    IncapacitePermanente,

    /// <summary>Réparation plafonnée de l'article 706-14.</summary>
    Plafonnee,
}

/// <summary>Décision de justice rendue.</summary>
public sealed record DecisionDeJustice : Confidentiel
{
    /// <summary>Juridiction.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Juridiction { get; init; } = "";

    /// <summary>Date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Numéro.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Numero { get; init; } = "";

    /// <summary>Ce qu'elle décide, en une phrase.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Dispositif { get; init; } = "";

    /// <summary>Vrai si elle n'est plus susceptible de recours.</summary>
    public bool Definitive { get; init; }

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}
