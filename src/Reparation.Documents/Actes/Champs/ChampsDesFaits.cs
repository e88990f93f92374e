namespace Reparation.Documents.Actes.Champs;

[Rubrique("faits")]
internal sealed record ChampsFait
{
    public required string Repere { get; init; }

    [Saisie("la date du fait")]
    public string? Periode { get; init; }

    [Saisie("le lieu du fait", Remede = "Un lieu vague suffit : « domicile », « en ligne », un département.")]
    public string? Lieu { get; init; }

    public string? ServiceEnLigne { get; init; }

    [Saisie("la qualification du fait", Remede = "Choisissez au moins une qualification dans la rubrique « Faits ».")]
    public string? Qualifications { get; init; }

    [Saisie("l’exposé du fait", Remede = "Écrivez les circonstances en quelques phrases neutres, sans description d’acte.")]
    public string? Expose { get; init; }

    public string? References { get; init; }

    public string? Pieces { get; init; }
}

[Rubrique("procedure")]
internal sealed record ChampsProcedure
{
    public required string Stade { get; init; }

    /// <summary>Nom court du stade, pour « if » : « avantPlainte », « enquete », « instruction », « jugement », « interetsCivils », « recouvrement », « sansSuite ».</summary>
    public required string StadeCourt { get; init; }

    public string? Revelation { get; init; }

    public string? PlainteLe { get; init; }

    [Saisie("la juridiction pénale saisie (art. R. 50-9, 4° du code de procédure pénale)",
        Remede = "Indiquez-la dans la rubrique « Procédure », ou écrivez « aucune ».")]
    public string? JuridictionPenale { get; init; }

    public string? NumeroDeParquet { get; init; }

    public string? NumeroDInstruction { get; init; }

    public string? AudienceLe { get; init; }

    public required IReadOnlyList<ChampsEvenement> Chronologie { get; init; }

    /// <summary>Vrai pendant l'information judiciaire.</summary>
    public required bool Instruction { get; init; }

    /// <summary>Vrai quand une juridiction de jugement est saisie de l'action civile.</summary>
    public required bool AuJugement { get; init; }

    /// <summary>Vrai s'il ne reste à juger que les intérêts civils.</summary>
    public required bool InteretsCivils { get; init; }

    /// <summary>« n’est pas saisie », « est saisie, sous le n° … » ; rien tant que le dossier ne le dit pas.</summary>
    public string? SaisineDeLaCommission { get; init; }

    public string? IndemniteDeLaCommission { get; init; }

    [Saisie("en quoi la protection de l’enfant n’est pas complètement assurée par ses représentants (art. 706-50 du code de procédure pénale, 383 et 388-2 du code civil)")]
    public string? MotifDAdministrateur { get; init; }

    [Saisie("l’administrateur ad hoc proposé", Remede = "Nommez dans la rubrique « Procédure » un proche ou une personne de la liste, ou écrivez que le choix est laissé au juge.")]
    public string? AdministrateurPropose { get; init; }

    [Saisie("la ville du tribunal judiciaire dont la commission est saisie")]
    public string? Commission { get; init; }

    public string? NumeroCivi { get; init; }

    [Saisie("la porte d’entrée devant la commission (infraction listée, incapacité de travail d’un mois, incapacité permanente, réparation plafonnée)")]
    public string? Fondement { get; init; }

    public required bool ParInfractionListee { get; init; }

    public required bool ParItt { get; init; }

    public required bool ParIncapacite { get; init; }

    public required bool Plafonnee { get; init; }

    /// <summary>Autres titres qui ouvriraient la même réparation, si le premier était refusé.</summary>
    public required IReadOnlyList<ChampsControle> Subsidiaires { get; init; }

    [Saisie("une qualification citée par l’article 706-3, 2° du code de procédure pénale", Rubrique = "faits",
        Remede = "Aucun fait ne porte d’infraction de cette liste : corrigez la qualification, ou choisissez une autre porte d’entrée.")]
    public string? QualificationsListees { get; init; }

    [Saisie("le nombre de jours d’incapacité totale de travail personnelle")]
    public string? JoursDItt { get; init; }

    [Saisie("les demandes déjà présentées et les actions engagées (art. R. 50-9, 7° du code de procédure pénale)",
        Remede = "Indiquez-les dans la rubrique « Procédure », ou écrivez qu’il n’y en a pas.")]
    public string? DemandesDejaPresentees { get; init; }

    [Saisie("l’adresse des notifications (art. R. 50-9, 9° du code de procédure pénale)",
        Remede = "Saisissez-la dans la rubrique « Procédure », ou complétez l’adresse de l’avocat, qui en tient lieu.")]
    public string? AdresseDesNotifications { get; init; }

    public required bool RegimeDe2023 { get; init; }

    public required bool RegimeAnterieur { get; init; }

    [Saisie("la date de naissance de l’enfant", Rubrique = "enfant")]
    public string? TroisAnsApresLaMajorite { get; init; }

    [Saisie("la date des faits", Rubrique = "faits")]
    public string? TermeDuRegimeAnterieur { get; init; }

    public required bool Depasse { get; init; }

    [Saisie("le motif du relevé de forclusion", Remede = "Une partie des faits date de plus de trois ans et relève de l’ancien délai : dites pourquoi la demande n’a pas pu être présentée plus tôt.")]
    public string? MotifDeReleve { get; init; }

    [Saisie("les ressources et la situation de la victime (art. R. 50-10 du code de procédure pénale)",
        Remede = "La réparation plafonnée demande les ressources de l’année des faits et de l’année de la requête, l’impossibilité d’être indemnisé autrement et la gravité de la situation.")]
    public string? SituationMaterielle { get; init; }
}

/// <summary>Étape datée de la procédure.</summary>
[Rubrique("procedure")]
internal sealed record ChampsEvenement
{
    public required string Repere { get; init; }

    [Saisie("la date de la décision")]
    public string? Date { get; init; }

    [Saisie("la juridiction qui a rendu la décision")]
    public string? Etape { get; init; }

    public string? Pieces { get; init; }
}

[Rubrique("retentissements")]
internal sealed record ChampsRetentissement
{
    public required string Repere { get; init; }

    public required string Nature { get; init; }

    [Saisie("le constat")]
    public string? Constat { get; init; }

    public string? Periode { get; init; }

    public string? Pieces { get; init; }

    /// <summary>« 3, 4 ».</summary>
    public string? NumerosDesPieces { get; init; }
}

[Rubrique("pieces")]
internal sealed record ChampsPiece
{
    public required string Repere { get; init; }

    public required string Numero { get; init; }

    [Saisie("l’intitulé de la pièce")]
    public string? Titre { get; init; }

    public string? Date { get; init; }

    public required string Nature { get; init; }

    public string? Pages { get; init; }

    /// <summary>Vrai si elle n'a encore été communiquée à personne.</summary>
    public required bool Nouvelle { get; init; }

    /// <summary>Empreinte SHA-256 du fichier déposé.</summary>
    public string? Empreinte { get; init; }

    [Saisie("la raison pour laquelle la pièce n’est pas communiquée")]
    public string? MotifDeRetenue { get; init; }
}

/// <summary>Pièces d'un même groupe du bordereau.</summary>
internal sealed record ChampsGroupeDePieces(string Lettre, string Titre, IReadOnlyList<ChampsPiece> Pieces);

/// <summary>Demande de retrait d'un contenu, par référence.</summary>
[Rubrique("faits")]
internal sealed record ChampsRetrait
{
    public required string Repere { get; init; }

    [Saisie("la date de la demande de retrait")]
    public string? DemandeLe { get; init; }

    public required string Aupres { get; init; }

    public string? Numero { get; init; }

    public required string Suite { get; init; }
}

[Rubrique("chiffrage")]
internal sealed record ChampsVersement
{
    public required string Repere { get; init; }

    [Saisie("la date du versement")]
    public string? Date { get; init; }

    [Saisie("l’auteur du versement")]
    public string? Payeur { get; init; }

    public required string Nature { get; init; }

    public required string Montant { get; init; }

    public string? Pieces { get; init; }
}
