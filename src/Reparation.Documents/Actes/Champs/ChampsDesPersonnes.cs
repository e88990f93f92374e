namespace Reparation.Documents.Actes.Champs;

[Rubrique("enfant")]
internal sealed record ChampsEnfant
{
    [Saisie("le nom de l’enfant")]
    public string? Nom { get; init; }

    [Saisie("les prénoms de l’enfant")]
    public string? Prenoms { get; init; }

    [Saisie("le nom et les prénoms de l’enfant")]
    public string? Initiales { get; init; }

    [Saisie("le prénom d’emprunt")]
    public string? Pseudonyme { get; init; }

    /// <summary>Vrai si le document ne dit ni le nom, ni la naissance : il tourne alors ses phrases autour de l'âge.</summary>
    public required bool NomTu { get; init; }

    /// <summary>« né » ou « née » ; rien quand le sexe à l'état civil n'est pas dit.</summary>
    public string? Ne { get; init; }

    /// <summary>Vrai quand rien ne permet d'accorder : la rédaction tourne alors autrement.</summary>
    public required bool AccordIncertain { get; init; }

    [Saisie("la date de naissance de l’enfant")]
    public string? DateDeNaissance { get; init; }

    [Saisie("le lieu de naissance de l’enfant")]
    public string? LieuDeNaissance { get; init; }

    [Saisie("la nationalité de l’enfant")]
    public string? Nationalite { get; init; }

    [Saisie("la demeure de l’enfant, ou l’adresse de l’avocat si elle est confidentielle")]
    public string? Demeure { get; init; }

    [Saisie("la date de naissance de l’enfant")]
    public string? Age { get; init; }

    [Saisie("la date de naissance de l’enfant et la date des faits")]
    public string? AgeAuxFaits { get; init; }

    [Saisie("la date de naissance de l’enfant")]
    public string? AnneeDeMajorite { get; init; }

    [Saisie("la date de naissance de l’enfant")]
    public string? DateDeMajorite { get; init; }

    public required bool Majeur { get; init; }

    public string? Scolarite { get; init; }

    public string? CadreDeVie { get; init; }

    public string? Avis { get; init; }

    [Saisie("l’établissement qui tient le compte ouvert au nom de l’enfant", Remede = "Saisissez-le dans la rubrique « Enfant » ; le relevé d’identité bancaire est une pièce.")]
    public string? Compte { get; init; }

    /// <summary>Vrai à partir de seize ans : les comptes lui sont remis (art. 387-4 et 387-5 du code civil).</summary>
    public required bool SeizeAns { get; init; }
}

[Rubrique("enfant")]
internal sealed record ChampsRepresentant
{
    public required string Repere { get; init; }

    [Saisie("le nom du représentant")]
    public string? Nom { get; init; }

    public required string Qualite { get; init; }

    [Saisie("le lien du représentant avec l’enfant (art. R. 50-9, 5° du code de procédure pénale)")]
    public string? Lien { get; init; }

    [Saisie("l’adresse du représentant")]
    public string? Demeure { get; init; }

    [Saisie("l’acte qui donne qualité au représentant (livret de famille, ordonnance)")]
    public string? Titre { get; init; }

    public string? DateDuTitre { get; init; }

    public required bool EstLaVictime { get; init; }

    /// <summary>« ta mère », « l'administrateur ad hoc » : comme on le dit à l'enfant.</summary>
    public string? PourLEnfant { get; init; }
}

[Rubrique("enfant")]
internal sealed record ChampsAvocat
{
    [Saisie("le nom de l’avocat")]
    public string? Nom { get; init; }

    [Saisie("le barreau de l’avocat")]
    public string? Barreau { get; init; }

    public string? Toque { get; init; }

    public string? Cabinet { get; init; }

    [Saisie("l’adresse professionnelle de l’avocat")]
    public string? Adresse { get; init; }

    [Saisie("la ville de l’avocat", Remede = "Terminez son adresse par le code postal et la ville : elle date l’acte.")]
    public string? Ville { get; init; }

    public string? Telephone { get; init; }

    public string? Courriel { get; init; }

    public string? AideJuridictionnelle { get; init; }
}

[Rubrique("enfant")]
internal sealed record ChampsOrganisme
{
    public required string Repere { get; init; }

    [Saisie("le nom de l’organisme")]
    public string? Nom { get; init; }

    public required string Nature { get; init; }

    [Saisie("l’adresse de l’organisme", Rubrique = "enfant")]
    public string? Adresse { get; init; }

    /// <summary>Vrai pour une caisse d'assurance maladie.</summary>
    public required bool Caisse { get; init; }

    [Saisie("le numéro d’assuré ou de dossier auprès de l’organisme (art. L. 376-1 du code de la sécurité sociale)", Rubrique = "enfant")]
    public string? Numero { get; init; }

    public string? MisEnCauseLe { get; init; }

    public string? Decompte { get; init; }
}

[Rubrique("faits")]
internal sealed record ChampsMisEnCause
{
    public required string Repere { get; init; }

    [Saisie("la désignation de la personne mise en cause", Remede = "Écrivez son nom, ses initiales, ou « auteur non identifié ».")]
    public string? Designation { get; init; }

    public string? Lien { get; init; }

    public string? Situation { get; init; }

    public string? CivilementResponsable { get; init; }

    [Saisie("ce que l’on sait de la solvabilité du condamné", Rubrique = "enfant", Remede = "Adresse, employeur, ressources et biens connus : saisissez-les avec la personne mise en cause, ou écrivez qu’on n’en sait rien.")]
    public string? Solvabilite { get; init; }

    public string? Confiscation { get; init; }

    /// <summary>Vrai si l'acte demande sa condamnation.</summary>
    public required bool Poursuivi { get; init; }
}

/// <summary>Ceux dont l'acte demande la condamnation, nommés d'une traite.</summary>
[Rubrique("enfant")]
internal sealed record ChampsDebiteurs
{
    [Saisie("la personne dont la condamnation est demandée", Remede = "Ajoutez-la aux personnes mises en cause ; si elles sont plusieurs, cochez celles qui sont tenues de la réparation entière.")]
    public string? Noms { get; init; }

    /// <summary>« condamner M. A. », « condamner solidairement M. A. et M. B. ».</summary>
    [Saisie("la personne dont la condamnation est demandée", Remede = "Ajoutez-la aux personnes mises en cause ; si elles sont plusieurs, cochez celles qui sont tenues de la réparation entière.")]
    public string? Condamner { get; init; }

    public required bool Plusieurs { get; init; }
}

[Rubrique("chiffrage")]
internal sealed record ChampsProche
{
    public required string Repere { get; init; }

    [Saisie("le nom du proche")]
    public string? Nom { get; init; }

    [Saisie("le nom du proche")]
    public string? Initiales { get; init; }

    [Saisie("le lien du proche avec l’enfant")]
    public string? Lien { get; init; }

    public string? DateDeNaissance { get; init; }

    /// <summary>« né » ou « née » ; rien quand son sexe à l'état civil n'est pas dit.</summary>
    public string? Ne { get; init; }

    [Saisie("la personne qui agit au nom du proche mineur", Rubrique = "enfant",
        Remede = "Ajoutez son représentant dans la rubrique « Enfant », sous ce proche : un mineur ne peut pas demander seul.")]
    public required IReadOnlyList<ChampsRepresentant> Representants { get; init; }

    /// <summary>Vrai si sa date de naissance dit qu'il est mineur au jour de l'acte.</summary>
    public required bool Mineur { get; init; }

    public required bool CommunauteDeVie { get; init; }

    public required IReadOnlyList<ChampsPoste> Postes { get; init; }

    public required bool AvecDemandes { get; init; }

    public required string Total { get; init; }

    /// <summary>Ce qui reste dû après les sommes qu'il a reçues.</summary>
    public required string Solde { get; init; }

    public required IReadOnlyList<ChampsDeduction> Deductions { get; init; }
}
