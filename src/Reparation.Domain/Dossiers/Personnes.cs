using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>L'enfant victime. Toutes ces données sont sensibles : chiffrées au repos, jamais dans une adresse ou un journal.</summary>
public sealed record Enfant : Confidentiel
{
    /// <summary>Nom de naissance.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Nom { get; init; } = "";

    /// <summary>Prénoms.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Prenoms { get; init; } = "";

    /// <summary>Date de naissance ; l'âge, la majorité et la capitalisation en dépendent.</summary>
    public DateOnly? DateDeNaissance { get; init; }

    /// <summary>Commune et pays de naissance.</summary>
    [Longueur(Longueurs.Ligne)]
    public string LieuDeNaissance { get; init; } = "";

    /// <summary>Sexe à l'état civil ; choisit la table de mortalité.</summary>
    public Sexe? Sexe { get; init; }

    /// <summary>Nationalité.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Nationalite { get; init; } = "";

    /// <summary>Date du décès, s'il est survenu ; ouvre aux proches les postes du décès.</summary>
    public DateOnly? DecedeLe { get; init; }

    /// <summary>Demeure. L'acte y substitue l'élection de domicile si l'adresse est confidentielle.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Demeure { get; init; } = "";

    /// <summary>Vrai si l'adresse ne doit pas être révélée ; c'est le réglage par défaut.</summary>
    public bool AdresseConfidentielle { get; init; } = true;

    /// <summary>Classe et parcours scolaire.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Scolarite { get; init; } = "";

    /// <summary>Cadre de vie : parents, placement, tiers.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string CadreDeVie { get; init; } = "";

    /// <summary>Avis de l'enfant recueilli, souhait d'être entendu (art. 388-1 du code civil).</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Avis { get; init; } = "";

    /// <summary>Établissement qui tient le compte ouvert à son nom ; le relevé d'identité bancaire est une pièce, jamais ce champ.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Compte { get; init; } = "";
}

/// <summary>Sexe à l'état civil.</summary>
[JsonConverter(typeof(EnumFrancais<Sexe>))]
public enum Sexe
{
    /// <summary>Féminin.</summary>
    Feminin,

    /// <summary>Masculin.</summary>
    Masculin,

    /// <summary>Non précisé : la capitalisation mêle les deux tables.</summary>
    NonPrecise,
}

/// <summary>Personne ou service qui représente l'enfant.</summary>
public sealed record Representant : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>À quel titre il agit.</summary>
    public QualiteRepresentant Qualite { get; init; }

    /// <summary>Nom et prénom, ou dénomination du service.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Nom { get; init; } = "";

    /// <summary>Lien avec l'enfant : mère, père, association…</summary>
    [Longueur(Longueurs.Ligne)]
    public string Lien { get; init; } = "";

    /// <summary>Adresse.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Demeure { get; init; } = "";

    /// <summary>Acte qui donne qualité : livret de famille, ordonnance (autorité, numéro).</summary>
    [Longueur(Longueurs.Ligne)]
    public string Titre { get; init; } = "";

    /// <summary>Date de cet acte.</summary>
    public DateOnly? DateDuTitre { get; init; }
}

/// <summary>Titres auxquels un mineur est représenté.</summary>
[JsonConverter(typeof(EnumFrancais<QualiteRepresentant>))]
public enum QualiteRepresentant
{
    /// <summary>Parent, administrateur légal (art. 382 du code civil).</summary>
    AdministrateurLegal,

    /// <summary>Administrateur ad hoc (art. 388-2 du code civil, 706-50 du code de procédure pénale).</summary>
    AdministrateurAdHoc,

    /// <summary>Tuteur.</summary>
    Tuteur,

    /// <summary>Service de l'aide sociale à l'enfance, délégataire ou tuteur.</summary>
    AideSocialeALEnfance,

    /// <summary>La victime elle-même, devenue majeure.</summary>
    VictimeMajeure,
}

/// <summary>L'avocat de l'enfant.</summary>
public sealed record Avocat : Confidentiel
{
    /// <summary>Prénom et nom, sans « Maître ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Nom { get; init; } = "";

    /// <summary>Barreau.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Barreau { get; init; } = "";

    /// <summary>Toque ou case palais.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Toque { get; init; } = "";

    /// <summary>Cabinet.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Cabinet { get; init; } = "";

    /// <summary>Adresse professionnelle.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Adresse { get; init; } = "";

    /// <summary>Téléphone professionnel.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Telephone { get; init; } = "";

    /// <summary>Adresse électronique professionnelle.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Courriel { get; init; } = "";

    /// <summary>Aide juridictionnelle : bureau, date, numéro, taux.</summary>
    [Longueur(Longueurs.Ligne)]
    public string AideJuridictionnelle { get; init; } = "";
}

/// <summary>Organisme public ou privé susceptible d'indemniser (art. R. 50-9, 6° du code de procédure pénale).</summary>
public sealed record Organisme : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Dénomination.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Nom { get; init; } = "";

    /// <summary>Nature.</summary>
    public NatureOrganisme Nature { get; init; }

    /// <summary>Adresse.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Adresse { get; init; } = "";

    /// <summary>Numéro d'assuré ou de dossier auprès de l'organisme (art. L. 376-1 du code de la sécurité sociale).</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Numero { get; init; } = "";

    /// <summary>Date à laquelle l'organisme a été mis en cause (art. L. 376-1 du code de la sécurité sociale).</summary>
    public DateOnly? MisEnCauseLe { get; init; }

    /// <summary>État du décompte : attendu, reçu le…, définitif.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Decompte { get; init; } = "";
}

/// <summary>Nature d'un organisme.</summary>
[JsonConverter(typeof(EnumFrancais<NatureOrganisme>))]
public enum NatureOrganisme
{
    /// <summary>Caisse d'assurance maladie.</summary>
    AssuranceMaladie,

    /// <summary>Mutuelle ou complémentaire.</summary>
    Complementaire,

    /// <summary>Maison départementale des personnes handicapées.</summary>
    Mdph,

    /// <summary>Caisse d'allocations familiales.</summary>
    AllocationsFamiliales,

    /// <summary>Assureur : garantie accidents de la vie, scolaire, protection juridique.</summary>
    Assureur,

    /// <summary>Autre débiteur.</summary>
    Autre,
}

/// <summary>Personne mise en cause.</summary>
public sealed record MisEnCause : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Désignation : nom, initiales, ou « auteur non identifié ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Designation { get; init; } = "";

    /// <summary>Lien avec l'enfant, autorité éventuelle.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Lien { get; init; } = "";

    /// <summary>Nature légale de ce lien ; vide si elle est inconnue. Pour les faits rattachés, elle l'emporte sur celle du fait.</summary>
    public LienAvecLAuteur? LienAvecLEnfant { get; init; }

    /// <summary>Date de naissance : l'âge au jour de chaque fait rattaché s'en déduit.</summary>
    public DateOnly? DateDeNaissance { get; init; }

    /// <summary>Suites pénales : mis en examen, renvoyé, condamné, non identifié.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Situation { get; init; } = "";

    /// <summary>Qui en répond civilement, et à quel titre : parents exerçant l'autorité parentale (art. 1242, al. 4 du code civil), employeur.</summary>
    [Longueur(Longueurs.Ligne)]
    public string CivilementResponsable { get; init; } = "";

    /// <summary>Adresse, employeur, ressources et biens connus : ce qui aide à le faire payer.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Solvabilite { get; init; } = "";

    /// <summary>Biens confisqués ou saisis : décision, date, références de la saisie.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Confiscation { get; init; } = "";

    /// <summary>Vrai s'il est tenu avec d'autres de la réparation entière (art. 480-1 du code de procédure pénale).</summary>
    public bool TenuInSolidum { get; init; }

    /// <summary>Part que la juridiction lui a donnée dans leurs rapports entre eux, en pour cent ; sans effet pour la victime.</summary>
    [Bornes("0", "100")]
    public decimal? PartEntreCoauteurs { get; init; }
}

/// <summary>Proche, victime indirecte.</summary>
public sealed record Proche : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Nom et prénom.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Nom { get; init; } = "";

    /// <summary>Lien de parenté ou d'affection.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Lien { get; init; } = "";

    /// <summary>Date de naissance, si l'une de ses pertes se capitalise sur sa tête.</summary>
    public DateOnly? DateDeNaissance { get; init; }

    /// <summary>Sexe à l'état civil, pour la même raison.</summary>
    public Sexe? Sexe { get; init; }

    /// <summary>Vrai s'il vit avec l'enfant.</summary>
    public bool CommunauteDeVie { get; init; }

    /// <summary>Ses postes de préjudice.</summary>
    public IReadOnlyList<SaisiePoste> Postes { get; init; } = [];
}
