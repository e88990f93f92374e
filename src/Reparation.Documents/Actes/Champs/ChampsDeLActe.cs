namespace Reparation.Documents.Actes.Champs;

/// <summary>
/// Tout ce qu'un modèle peut citer. Les dates, sommes et énumérations y sont déjà du français ; un champ sans valeur est
/// nul, jamais vide, pour que « if » le voie absent.
/// </summary>
[Rubrique("enfant")]
internal sealed record ChampsDeLActe
{
    public required string Reference { get; init; }

    /// <summary>« nominatif », « initiales » ou « prénom d'emprunt ».</summary>
    public required string ProfilDIdentite { get; init; }

    public required bool Fictif { get; init; }

    public required bool Projet { get; init; }

    public required string Date { get; init; }

    public required ChampsEnfant Enfant { get; init; }

    [Saisie("la personne ou le service qui représente l’enfant")]
    public required IReadOnlyList<ChampsRepresentant> Representants { get; init; }

    public required ChampsAvocat Avocat { get; init; }

    [Saisie("au moins un organisme susceptible d’indemniser (art. R. 50-9, 6° du code de procédure pénale)", Rubrique = "enfant",
        Remede = "Ajoutez la caisse d’assurance maladie et, s’il y en a, la mutuelle et l’assureur.")]
    public required IReadOnlyList<ChampsOrganisme> Organismes { get; init; }

    /// <summary>Organisme à qui s'adresse un document tiré pour chacun.</summary>
    [Saisie("l’organisme à qui écrire", Remede = "Ajoutez-le dans la rubrique « Enfant », sous « Organismes à mettre en cause ».")]
    public ChampsOrganisme? OrganismeAppele { get; init; }

    public required IReadOnlyList<ChampsMisEnCause> MisEnCause { get; init; }

    public required ChampsDebiteurs Debiteurs { get; init; }

    /// <summary>Mission proposée à l'expert, point par point.</summary>
    public required IReadOnlyList<ChampsPointDeMission> Mission { get; init; }

    public required ChampsRecouvrement Recouvrement { get; init; }

    [Saisie("la date, le lieu et les circonstances de l’infraction (art. R. 50-9, 2° du code de procédure pénale)", Rubrique = "faits",
        Remede = "Ajoutez au moins un fait dans la rubrique « Faits ».")]
    public required IReadOnlyList<ChampsFait> Faits { get; init; }

    public required ChampsProcedure Procedure { get; init; }

    [Saisie("les atteintes à la personne (art. R. 50-9, 3° du code de procédure pénale)", Rubrique = "retentissements",
        Remede = "Ajoutez au moins un constat dans la rubrique « Retentissements ».")]
    public required IReadOnlyList<ChampsRetentissement> Retentissements { get; init; }

    [Saisie("les pièces à communiquer", Rubrique = "pieces", Remede = "Ajoutez les pièces dans la rubrique « Pièces ».")]
    public required IReadOnlyList<ChampsPiece> Pieces { get; init; }

    /// <summary>Les mêmes, rangées par groupe ; un groupe sans pièce ne paraît pas.</summary>
    public required IReadOnlyList<ChampsGroupeDePieces> PiecesParGroupe { get; init; }

    /// <summary>Pièces du dossier qui ne se communiquent pas.</summary>
    public required IReadOnlyList<ChampsPiece> PiecesRetenues { get; init; }

    /// <summary>Vrai si au moins un fichier est déposé.</summary>
    public required bool AvecEmpreintes { get; init; }

    /// <summary>Demandes de retrait de contenus, par date.</summary>
    public required IReadOnlyList<ChampsRetrait> Retraits { get; init; }

    [Saisie("le certificat médical initial, que la requête doit joindre (art. R. 50-9 du code de procédure pénale)", Rubrique = "pieces",
        Remede = "Ajoutez-le aux pièces, avec la nature « Médical ».")]
    public required string? PiecesMedicales { get; init; }

    public required ChampsChiffrage Chiffrage { get; init; }

    [Saisie("au moins un poste chiffré ou réservé", Rubrique = "chiffrage", Remede = "Saisissez les postes dans la rubrique « Chiffrage ».")]
    public required IReadOnlyList<ChampsGroupe> Groupes { get; init; }

    /// <summary>Postes chiffrés de l'enfant, dans l'ordre.</summary>
    public required IReadOnlyList<ChampsPoste> Demandes { get; init; }

    /// <summary>Postes réservés de l'enfant, dans l'ordre.</summary>
    public required IReadOnlyList<ChampsPoste> Reserves { get; init; }

    public required IReadOnlyList<ChampsProche> Proches { get; init; }

    public required IReadOnlyList<ChampsVersement> Versements { get; init; }

    /// <summary>Ce que l'on demande au juge pour l'argent de l'enfant, et ce que la loi lui en réserve.</summary>
    public required ChampsArgent Argent { get; init; }

    public required ChampsTotaux Totaux { get; init; }

    /// <summary>Du poste au solde, ligne à ligne : la fin de l'annexe.</summary>
    public required IReadOnlyList<ChampsEtape> Recapitulation { get; init; }

    public ChampsGlobal? Global { get; init; }

    public ChampsPoste? Gains { get; init; }

    public required IReadOnlyList<ChampsCoauteur> Coauteurs { get; init; }

    public required IReadOnlyList<ChampsVariation> Sensibilite { get; init; }

    [Saisie("l’offre reçue", Rubrique = "chiffrage", Remede = "Saisissez l’offre poste par poste dans la rubrique « Chiffrage ».")]
    public required IReadOnlyList<ChampsOffre> Offres { get; init; }

    /// <summary>Points que l'avocat doit revoir avant de signer ; imprimés tant que l'acte est un projet.</summary>
    public required IReadOnlyList<ChampsControle> Controles { get; init; }

    /// <summary>Alertes du dossier auxquelles l'avocat a répondu, avec sa raison.</summary>
    public required IReadOnlyList<ChampsControle> Reponses { get; init; }

    public required ChampsCarnet Carnet { get; init; }

    /// <summary>Textes, décisions et publications que les calculs citent, chacun une fois.</summary>
    public required IReadOnlyList<ChampsSource> Sources { get; init; }

    public required ChampsPlan Plan { get; init; }

    public required ChampsLivret Livret { get; init; }

    /// <summary>Numéros qu'un enfant peut appeler seul.</summary>
    public required IReadOnlyList<ChampsContact> Contacts { get; init; }

    /// <summary>« 17, 114 et 119 » : numéros de mémoire, à contrôler avant d'imprimer ; rien s'il n'y en a pas.</summary>
    public string? ContactsAVerifier { get; init; }

    /// <summary>Qualifications, voies, délais et étapes au jour de l'acte ; rien si le modèle n'en parle pas.</summary>
    public ChampsDuDroit? EtatDuDroit { get; init; }
}

/// <summary>Carnet de bord : constats dans l'ordre du temps, et ce qu'ils coûtent.</summary>
[Rubrique("retentissements")]
internal sealed record ChampsCarnet
{
    [Saisie("la date d’au moins un constat")]
    public string? Depuis { get; init; }

    public required IReadOnlyList<ChampsRetentissement> Entrees { get; init; }

    /// <summary>« constats n° 2 et 5 » : sans date ou sans pièce ; rien s'il n'y en a pas.</summary>
    public string? Incompletes { get; init; }

    /// <summary>Postes patrimoniaux temporaires déjà chiffrés.</summary>
    public required IReadOnlyList<ChampsPoste> Frais { get; init; }
}

/// <summary>Source citée.</summary>
internal sealed record ChampsSource(string Texte);

/// <summary>Numéro à appeler, en mots simples.</summary>
internal sealed record ChampsContact(string Numero, string Nom, string Pour);

/// <summary>Point à contrôler avant signature.</summary>
internal sealed record ChampsControle(string Texte);
