namespace Reparation.Documents.Actes.Champs;

[Rubrique("plan")]
internal sealed record ChampsPlan
{
    public string? EtabliLe { get; init; }

    [Saisie("la personne qui tient le plan")]
    public string? Accompagnant { get; init; }

    [Saisie("ce qui compte pour l’enfant", Remede = "Recueillez ses mots avec son accord, ou écrivez qu’elle ou il n’a pas souhaité s’exprimer.")]
    public string? CeQuiCompte { get; init; }

    public string? PersonnesDeConfiance { get; init; }

    [Saisie("la date de la prochaine revue du plan")]
    public string? RevueLe { get; init; }

    [Saisie("au moins un objectif ou une action", Remede = "Ajoutez-les dans la rubrique « Plan ».")]
    public required IReadOnlyList<ChampsDomaine> Domaines { get; init; }

    /// <summary>Les trois premiers objectifs, pour le livret.</summary>
    public required IReadOnlyList<ChampsObjectif> TroisObjectifs { get; init; }

    /// <summary>Lignes mensuelles du budget.</summary>
    public required IReadOnlyList<ChampsLigneDeBudget> Mensuelles { get; init; }

    /// <summary>Dépenses faites une seule fois.</summary>
    public required IReadOnlyList<ChampsLigneDeBudget> Ponctuelles { get; init; }

    public required string CoutMensuel { get; init; }

    public required string PrisEnChargeMensuel { get; init; }

    public required string ResteMensuel { get; init; }

    public required string CoutPonctuel { get; init; }

    public required string PrisEnChargePonctuel { get; init; }

    public required string RestePonctuel { get; init; }

    public required IReadOnlyList<ChampsPartDePoste> ParPoste { get; init; }

    /// <summary>Ce que chaque payeur prend, le jour de l'acte.</summary>
    public required IReadOnlyList<ChampsPayeur> ParPayeur { get; init; }

    /// <summary>Services de l'annuaire que le plan nomme.</summary>
    public required IReadOnlyList<ChampsService> Services { get; init; }

    /// <summary>Temps que les sommes attendues achètent.</summary>
    public IReadOnlyList<ChampsScenarioDeVie> Scenarios => LesScenarios.Value;

    /// <summary>Vrai si le calendrier du plan se dessine.</summary>
    public bool Calendrier => LeCalendrier.Value;

    /// <summary>Vrai si les notes de deux revues au moins se dessinent.</summary>
    public bool Suivi => LeSuivi.Value;

    /// <summary>Dernière revue tenue ; rien si aucune ne l'est.</summary>
    public ChampsRevue? DerniereRevue { get; init; }

    /// <summary>Mois du plan, dans l'ordre.</summary>
    public IReadOnlyList<ChampsMoisDuPlan> Mois => LesMois.Value;

    /// <summary>Âges qui changent les droits et l'argent, à venir.</summary>
    public IReadOnlyList<ChampsAgeDuPlan> Ages => LesAges.Value;

    // Ce que peu de modèles citent ne se calcule pas pour les autres.
    internal required Lazy<IReadOnlyList<ChampsScenarioDeVie>> LesScenarios { get; init; }

    internal required Lazy<bool> LeCalendrier { get; init; }

    internal required Lazy<bool> LeSuivi { get; init; }

    internal required Lazy<IReadOnlyList<ChampsMoisDuPlan>> LesMois { get; init; }

    internal required Lazy<IReadOnlyList<ChampsAgeDuPlan>> LesAges { get; init; }

    /// <summary>Mois où il reste le plus à payer, chaque dépense à sa date ; rien si toutes les actions courent ensemble.</summary>
    public ChampsMoisLourd? MoisLePlusLourd { get; init; }

    /// <summary>Mois que la provision demandée finance, une fois payées les dépenses faites une seule fois.</summary>
    public string? MoisFinances { get; init; }
}

/// <summary>Domaine de vie.</summary>
internal sealed record ChampsDomaine
{
    public required string Titre { get; init; }

    public required IReadOnlyList<ChampsObjectif> Objectifs { get; init; }

    public required IReadOnlyList<ChampsAction> Actions { get; init; }
}

[Rubrique("plan")]
internal sealed record ChampsObjectif
{
    public required string Repere { get; init; }

    [Saisie("l’intitulé de l’objectif")]
    public string? Intitule { get; init; }

    public string? Indicateur { get; init; }

    public string? Echeance { get; init; }

    /// <summary>« atteint », « à revoir », « abandonné » ; rien tant qu'il est en cours.</summary>
    public string? Etat { get; init; }

    /// <summary>Dernière note de l'enfant, sur dix.</summary>
    public string? NoteDeLEnfant { get; init; }

    /// <summary>Dernière note de l'adulte, sur dix.</summary>
    public string? NoteDeLAdulte { get; init; }

    /// <summary>Vrai si la note de l'enfant a baissé d'au moins le repère.</summary>
    public bool ABaisse { get; init; }
}

[Rubrique("plan")]
internal sealed record ChampsAction
{
    public required string Repere { get; init; }

    [Saisie("l’intitulé de l’action")]
    public string? Intitule { get; init; }

    [Saisie("la personne ou le service qui fait l’action")]
    public string? Intervenant { get; init; }

    public string? Periode { get; init; }

    public required string Rythme { get; init; }

    public required bool Payante { get; init; }

    public required string Cout { get; init; }

    public string? Payeurs { get; init; }

    public string? Changements { get; init; }

    public required string Reste { get; init; }

    [Saisie("la source du coût", Remede = "Indiquez le devis, la facture ou le tarif, avec sa date.")]
    public string? SourceDuCout { get; init; }

    public required string Poste { get; init; }

    public string? Prealable { get; init; }

    /// <summary>Vrai si elle est faite.</summary>
    public bool Faite { get; init; }
}

/// <summary>Service que le plan nomme.</summary>
internal sealed record ChampsService(string Nom, string? Coordonnees, string Pour, string? Acces);

/// <summary>Revue tenue du plan.</summary>
internal sealed record ChampsRevue(string Le, string? Presents, string? CeQuiAAide, string? CeQuiChange);

/// <summary>Ligne du budget.</summary>
[Rubrique("plan")]
internal sealed record ChampsLigneDeBudget
{
    public required string Repere { get; init; }

    [Saisie("l’intitulé de l’action")]
    public string? Intitule { get; init; }

    public required string Calcul { get; init; }

    public required string Cout { get; init; }

    public required string PrisEnCharge { get; init; }

    public required string Reste { get; init; }

    public required string Poste { get; init; }
}

/// <summary>Ce qu'un payeur prend du plan.</summary>
internal sealed record ChampsPayeur(string Nom, bool Avance, string ParMois, string UneFois);

/// <summary>Reste à charge que le plan apporte à un poste.</summary>
internal sealed record ChampsPartDePoste(string Poste, string ParMois, string UneFois);

/// <summary>Mois de budget.</summary>
internal sealed record ChampsMoisLourd(string Mois, string Reste);

/// <summary>Un mois du plan.</summary>
internal sealed record ChampsMoisDuPlan(string Mois, string Actions, string Reprises, bool TropPlein);

/// <summary>Un âge, sa date et ce qu'il change.</summary>
internal sealed record ChampsAgeDuPlan(string Libelle, string Le, string AFaire);
