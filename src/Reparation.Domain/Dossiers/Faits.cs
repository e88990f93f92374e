using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Un fait, ou une suite de faits, dit par sa date, son lieu vague et sa qualification. Jamais par une description.</summary>
public sealed record Fait : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Premier jour.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour ; vide pour un fait d'un seul jour.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Lieu, volontairement vague : « domicile », « département de la Marne », « en ligne ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Lieu { get; init; } = "";

    /// <summary>Service en ligne en cause.</summary>
    [Longueur(Longueurs.Ligne)]
    public string ServiceEnLigne { get; init; } = "";

    /// <summary>Qualifications visées, par identifiant (<see cref="Qualifications"/>).</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>Formes de l'atteinte, telles que le métier les nomme : elles orientent la recherche des qualifications.</summary>
    public IReadOnlyList<Technique> Techniques { get; init; } = [];

    /// <summary>Nature légale de l'atteinte, telle que la procédure la nomme ; vide si elle ne le dit pas encore.</summary>
    public NatureDAtteinte? Atteinte { get; init; }

    /// <summary>Contact physique avec l'enfant.</summary>
    public Reponse ContactPhysique { get; init; }

    /// <summary>Acte imposé à l'enfant sur elle-même ou par un tiers (art. 222-22-2 du code pénal).</summary>
    public Reponse ActeImpose { get; init; }

    /// <summary>Moyens relevés ; liste vide si la procédure n'en dit rien.</summary>
    public IReadOnlyList<MoyenReleve> Moyens { get; init; } = [];

    /// <summary>Défaut de consentement, au sens de l'article 222-22 du code pénal depuis le 8 novembre 2025.</summary>
    public Reponse NonConsentement { get; init; }

    /// <summary>Rémunération ou avantage remis ou promis.</summary>
    public Reponse Contrepartie { get; init; }

    /// <summary>Lien de l'auteur avec l'enfant ; vide s'il est inconnu.</summary>
    public LienAvecLAuteur? LienAvecLAuteur { get; init; }

    /// <summary>Âge de l'auteur au premier jour des faits, s'il est connu.</summary>
    [Bornes("0", "120")]
    public int? AgeDeLAuteur { get; init; }

    /// <summary>Auteur majeur, quand son âge exact n'est pas connu.</summary>
    public Reponse AuteurMajeur { get; init; }

    /// <summary>Plusieurs auteurs ou complices.</summary>
    public Reponse PlusieursAuteurs { get; init; }

    /// <summary>Bande organisée.</summary>
    public Reponse BandeOrganisee { get; init; }

    /// <summary>Mise en contact, ou faits commis, par un réseau de communication électronique.</summary>
    public Reponse ParReseau { get; init; }

    /// <summary>Images de l'enfant montrées ou transmises à d'autres.</summary>
    public Reponse PartageDImages { get; init; }

    /// <summary>Substance administrée à l'insu de l'enfant.</summary>
    public Reponse Substance { get; init; }

    /// <summary>Faits commis en France, au moins pour partie.</summary>
    public Reponse EnFrance { get; init; }

    /// <summary>Exposé neutre, au présent, sans description d'acte ni citation d'échange.</summary>
    [Longueur(Longueurs.Recit)]
    public string Expose { get; init; } = "";

    /// <summary>Références de procédure qui tiennent lieu de contenu.</summary>
    public IReadOnlyList<ReferenceDeProcedure> References { get; init; } = [];

    /// <summary>Pièces qui prouvent le fait, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Référence d'un élément de procédure : l'application garde la référence, jamais le contenu.</summary>
public sealed record ReferenceDeProcedure : Confidentiel
{
    /// <summary>Nature.</summary>
    public GenreReference Genre { get; init; }

    /// <summary>Numéro ou cote.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Numero { get; init; } = "";

    /// <summary>Date.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>Nature d'une référence de procédure.</summary>
[JsonConverter(typeof(EnumFrancais<GenreReference>))]
public enum GenreReference
{
    /// <summary>Procès-verbal.</summary>
    ProcesVerbal,

    /// <summary>Scellé.</summary>
    Scelle,

    /// <summary>Signalement PHAROS.</summary>
    Pharos,

    /// <summary>Référence OFMIN.</summary>
    Ofmin,

    /// <summary>Rapport CyberTip.</summary>
    CyberTip,

    /// <summary>Signalement ou information préoccupante.</summary>
    Signalement,

    /// <summary>Cote de l'information judiciaire.</summary>
    Cote,
}

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

    /// <summary>Actes datés de la procédure : les délais partent d'eux.</summary>
    public IReadOnlyList<ActeDeProcedure> Actes { get; init; } = [];

    /// <summary>
    /// Vrai si l'avocat a établi la liste complète des actes interruptifs ; tant qu'elle ne l'est pas, une prescription n'est
    /// qu'apparente.
    /// </summary>
    public bool ActesInterruptifsEtablis { get; init; }
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

/// <summary>Pièce du bordereau.</summary>
public sealed record Piece : Confidentiel
{
    /// <summary>Identifiant stable : renuméroter ne change pas les citations.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Numéro au bordereau, à partir de 1.</summary>
    [Bornes("1", "9999")]
    public int Numero { get; init; } = 1;

    /// <summary>Intitulé neutre : ni prénom de l'enfant, ni nature des faits, ni diagnostic.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Titre { get; init; } = "";

    /// <summary>Date de la pièce.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Nature.</summary>
    public NaturePiece Nature { get; init; }

    /// <summary>Qui la détient ou l'a remise.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Detenteur { get; init; } = "";

    /// <summary>Vrai si elle ne peut pas être communiquée (secret, art. 706-52 du code de procédure pénale).</summary>
    public bool NonCommunicable { get; init; }
}

/// <summary>Nature d'une pièce.</summary>
[JsonConverter(typeof(EnumFrancais<NaturePiece>))]
public enum NaturePiece
{
    /// <summary>Identité et qualité.</summary>
    Identite,

    /// <summary>Procédure : plainte, avis, décision.</summary>
    Procedure,

    /// <summary>Médical : certificat, expertise, suivi.</summary>
    Medical,

    /// <summary>Scolarité.</summary>
    Scolarite,

    /// <summary>Attestation.</summary>
    Attestation,

    /// <summary>Facture, devis, justificatif de dépense.</summary>
    Facture,

    /// <summary>Décompte d'un organisme.</summary>
    Decompte,

    /// <summary>Autre.</summary>
    Autre,
}

/// <summary>Ce que les faits ont changé, prouvé par des pièces, et qui remplit des postes.</summary>
public sealed record Retentissement : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Domaine.</summary>
    public NatureRetentissement Nature { get; init; }

    /// <summary>Constat concret, observable, sans diagnostic posé par l'application.</summary>
    [Longueur(Longueurs.Recit)]
    public string Constat { get; init; } = "";

    /// <summary>Depuis quand.</summary>
    public DateOnly? Depuis { get; init; }

    /// <summary>Jusqu'à quand ; vide si cela dure.</summary>
    public DateOnly? Jusqua { get; init; }

    /// <summary>Intensité.</summary>
    public Intensite Intensite { get; init; }

    /// <summary>Pièces qui le prouvent, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];

    /// <summary>Codes des postes qu'il nourrit.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Postes { get; init; } = [];
}

/// <summary>Domaine d'un retentissement.</summary>
[JsonConverter(typeof(EnumFrancais<NatureRetentissement>))]
public enum NatureRetentissement
{
    /// <summary>Psychique.</summary>
    Psychique,

    /// <summary>Physique.</summary>
    Physique,

    /// <summary>Scolaire.</summary>
    Scolaire,

    /// <summary>Familial et social.</summary>
    Social,

    /// <summary>Financier.</summary>
    Financier,
}

/// <summary>Intensité d'un retentissement, telle que les pièces la disent.</summary>
[JsonConverter(typeof(EnumFrancais<Intensite>))]
public enum Intensite
{
    /// <summary>Légère.</summary>
    Legere,

    /// <summary>Modérée.</summary>
    Moderee,

    /// <summary>Marquée.</summary>
    Marquee,

    /// <summary>Sévère.</summary>
    Severe,
}

/// <summary>Somme déjà reçue.</summary>
public sealed record Versement : Confidentiel
{
    /// <summary>Date du versement.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Payeur.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Payeur { get; init; } = "";

    /// <summary>Nature.</summary>
    public GenreVersement Genre { get; init; }

    /// <summary>Somme reçue.</summary>
    public Commun.Montant Montant { get; init; }

    /// <summary>Poste que la somme répare, si elle a été allouée pour lui ; vide pour une déduction sur le total.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Poste { get; init; } = "";

    /// <summary>Proche à qui elle a été versée, par identifiant ; vide pour l'enfant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Proche { get; init; } = "";

    /// <summary>Auteur qui a payé, par identifiant ; vide sinon.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string MisEnCause { get; init; } = "";

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Nature d'une somme reçue.</summary>
[JsonConverter(typeof(EnumFrancais<GenreVersement>))]
public enum GenreVersement
{
    /// <summary>Provision à valoir.</summary>
    Provision,

    /// <summary>Paiement par l'auteur.</summary>
    PaiementDeLAuteur,

    /// <summary>Indemnité d'un autre débiteur pour le même préjudice.</summary>
    AutreIndemnite,

    /// <summary>Avance du service d'aide au recouvrement (SARVI).</summary>
    AvanceDuSarvi,

    /// <summary>Paiement sur les avoirs confisqués, par l'AGRASC (art. 706-164 du code de procédure pénale).</summary>
    PaiementDeLAgrasc,
}
