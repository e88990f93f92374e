namespace Reparation.Documents.Actes.Champs;

/// <summary>Ce qui a été alloué par une décision définitive, et ce qui reste à en obtenir.</summary>
[Rubrique("procedure")]
internal sealed record ChampsRecouvrement
{
    [Saisie("la décision pénale définitive qui alloue des dommages-intérêts", Remede = "Ajoutez-la aux décisions de la rubrique « Procédure », et cochez qu’elle n’est plus susceptible de recours.")]
    public string? Decision { get; init; }

    [Saisie("le jour où cette décision est devenue définitive", Remede = "Ajoutez aux actes datés de la rubrique « Procédure » le jour où la décision pénale est devenue définitive : le délai en dépend.")]
    public string? DefinitiveLe { get; init; }

    public string? PiecesDeLaDecision { get; init; }

    [Saisie("les dommages-intérêts et frais alloués", Rubrique = "procedure/voies", Remede = "Saisissez la somme sous « Procédure », « Voies ».")]
    public string? Alloue { get; init; }

    [Saisie("les dommages-intérêts et frais alloués", Rubrique = "procedure/voies", Remede = "Saisissez la somme sous « Procédure », « Voies ».")]
    public string? AlloueEnLettres { get; init; }

    /// <summary>Sommes déjà reçues par l'enfant, toutes origines.</summary>
    public required string Recu { get; init; }

    public required bool AvecRecu { get; init; }

    /// <summary>Ce qui reste dû sur les sommes allouées.</summary>
    [Saisie("les dommages-intérêts et frais alloués", Rubrique = "procedure/voies", Remede = "Saisissez la somme sous « Procédure », « Voies ».")]
    public string? Reste { get; init; }

    [Saisie("les dommages-intérêts et frais alloués", Rubrique = "procedure/voies", Remede = "Saisissez la somme sous « Procédure », « Voies ».")]
    public string? ResteEnLettres { get; init; }

    /// <summary>Opération de l'avance : « 30 % de 5 000,00 €, au moins …, au plus … ».</summary>
    public string? Operation { get; init; }

    [Saisie("le montant que la loi fixe à l’avance", Rubrique = "procedure/voies", Remede = "Saisissez la somme allouée sous « Procédure », « Voies ».")]
    public string? Avance { get; init; }

    /// <summary>Premier et dernier jour de la demande au SARVI.</summary>
    public string? FenetreDuSarvi { get; init; }

    /// <summary>Vrai si la fenêtre du SARVI n'est pas ouverte, ou s'est refermée, au jour de l'acte.</summary>
    public required bool HorsFenetre { get; init; }

    /// <summary>Dernier jour de la demande à l'AGRASC.</summary>
    public string? TermeDeLAgrasc { get; init; }

    public required bool TermeDeLAgrascPasse { get; init; }

    public required bool CiviIrrecevable { get; init; }

    public required bool CiviObtenue { get; init; }

    [Saisie("la confiscation ou la saisie des biens du condamné", Rubrique = "enfant", Remede = "Saisissez la décision, sa date et les références de la saisie avec la personne mise en cause.")]
    public string? Confiscations { get; init; }
}

/// <summary>Point de la mission d'expertise.</summary>
internal sealed record ChampsPointDeMission(string Numero, string Titre, string Demande, string? Postes);
