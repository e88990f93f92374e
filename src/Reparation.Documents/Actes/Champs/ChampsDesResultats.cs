namespace Reparation.Documents.Actes.Champs;

[Rubrique("chiffrage")]
internal sealed record ChampsTotaux
{
    public required string Brut { get; init; }

    public required string TiersPayeurs { get; init; }

    public required string Droit { get; init; }

    /// <summary>Total du détail, poste par poste.</summary>
    public required string Enfant { get; init; }

    /// <summary>Ce que l'acte demande pour l'enfant : la somme globale si elle est retenue, sinon le détail ; gains compris.</summary>
    public required string Demande { get; init; }

    public required string DemandeEnLettres { get; init; }

    public required string Proches { get; init; }

    public required string General { get; init; }

    public required string Provisions { get; init; }

    public required string Solde { get; init; }

    public required string SoldeEnLettres { get; init; }

    [Saisie("le montant réclamé (art. R. 50-9, 8° du code de procédure pénale)", Remede = "Chiffrez au moins un poste, ou demandez une provision, dans la rubrique « Chiffrage ».")]
    public string? MontantReclame { get; init; }

    /// <summary>Sommes déjà reçues par l'enfant, une à une.</summary>
    public required IReadOnlyList<ChampsDeduction> Deductions { get; init; }

    public required bool AvecProvisions { get; init; }

    public required bool AvecTiersPayeurs { get; init; }

    public required bool AvecProches { get; init; }

    public required bool AvecDemandes { get; init; }

    /// <summary>Vrai si l'acte demande une somme pour l'enfant : le détail, ou une somme globale.</summary>
    public required bool AvecSomme { get; init; }
}

internal sealed record ChampsDeduction(string Libelle, string Montant);

/// <summary>Manière dont l'avenir est capitalisé.</summary>
[Rubrique("chiffrage")]
internal sealed record ChampsCapitalisation
{
    public required string Bareme { get; init; }

    public string? Tables { get; init; }

    public required string Taux { get; init; }

    public string? Decision { get; init; }

    /// <summary>Âge exact le jour de la décision, celui dont le prix dépend.</summary>
    public string? Age { get; init; }

    public required string Paiement { get; init; }

    /// <summary>Vrai si le taux, la courbe ou le rythme s'écarte de l'édition.</summary>
    public required bool Plaidee { get; init; }

    [Saisie("les raisons de la méthode de capitalisation choisie")]
    public string? Motif { get; init; }
}

/// <summary>Somme globale à côté du détail.</summary>
[Rubrique("chiffrage")]
internal sealed record ChampsGlobal
{
    public required string Montant { get; init; }

    public required string EnLettres { get; init; }

    public required string Detail { get; init; }

    public required string Ecart { get; init; }

    /// <summary>« de moins que le détail », « de plus que le détail ».</summary>
    public required string Sens { get; init; }

    public required bool Retenu { get; init; }

    [Saisie("le motif de la somme globale")]
    public string? Motif { get; init; }
}

/// <summary>Auteur tenu de la réparation entière.</summary>
[Rubrique("chiffrage")]
internal sealed record ChampsCoauteur
{
    public required string Repere { get; init; }

    [Saisie("la désignation de la personne tenue in solidum", Rubrique = "faits")]
    public string? Designation { get; init; }

    public required string Du { get; init; }

    public required string Paye { get; init; }

    public string? Charge { get; init; }
}

/// <summary>Ce qu'un seul choix changé ferait du total.</summary>
internal sealed record ChampsVariation(string Libelle, string SiBas, string Bas, string SiHaut, string Haut, string Etendue);

/// <summary>Offre mise en face de la demande.</summary>
[Rubrique("chiffrage")]
internal sealed record ChampsOffre
{
    public required string Repere { get; init; }

    [Saisie("l’auteur de l’offre")]
    public string? Auteur { get; init; }

    [Saisie("la date de réception de l’offre", Remede = "Saisissez-la avec l’offre, dans la rubrique « Chiffrage » : les délais de réponse courent d’elle.")]
    public string? RecueLe { get; init; }

    public string? Reference { get; init; }

    /// <summary>« de l’accepter », « de la refuser »… ; rien tant que ce n'est pas décidé.</summary>
    [Saisie("ce que l’on entend faire de l’offre", Remede = "Choisissez sur la page de l’offre, dans la rubrique « Chiffrage » : l’accepter, l’accepter en réservant des postes, ou la refuser.")]
    public string? Suite { get; init; }

    public required bool Acceptee { get; init; }

    public required bool Refusee { get; init; }

    public required bool SousReserve { get; init; }

    [Saisie("l’avis motivé de l’avocat sur l’offre", Remede = "Écrivez-le sur la page de l’offre, dans la rubrique « Chiffrage » : en quoi l’intérêt de l’enfant le commande.")]
    public string? Avis { get; init; }

    [Saisie("l’emploi et le placement des fonds", Remede = "Proposez-les sur la page de l’offre, dans la rubrique « Chiffrage » : part mobilisable pour le plan, part placée jusqu’à la majorité.")]
    public string? EmploiDesFonds { get; init; }

    public string? AutoriseeLe { get; init; }

    /// <summary>Dernier jour pour répondre ; rien si l'offre n'est pas celle du fonds, seule soumise à ce délai.</summary>
    public string? RepondreAvant { get; init; }

    public required string OffertEnLettres { get; init; }

    /// <summary>Ce que la jouissance légale des parents peut atteindre de l'offre.</summary>
    public required ChampsVentilation Ventilation { get; init; }

    public required bool Globale { get; init; }

    public string? Pieces { get; init; }

    public required IReadOnlyList<ChampsPosteOffert> Postes { get; init; }

    /// <summary>« dépenses de santé actuelles (DSA), … » : demandés, et passés sous silence.</summary>
    public string? Silences { get; init; }

    public required string Demande { get; init; }

    public required string Offert { get; init; }

    public required string Ecart { get; init; }
}

/// <summary>Un poste de la demande en face de l'offre.</summary>
[Rubrique("chiffrage")]
internal sealed record ChampsPosteOffert
{
    public required string Repere { get; init; }

    public required string Nom { get; init; }

    public required string Code { get; init; }

    public string? Proche { get; init; }

    public required string Demande { get; init; }

    /// <summary>Vrai si la demande réserve ce poste : elle n'y porte aucune somme.</summary>
    public required bool Reserve { get; init; }

    /// <summary>Somme offerte ; rien si l'offre est muette.</summary>
    public string? Offert { get; init; }

    public required string Ecart { get; init; }

    /// <summary>Vrai si l'offre n'en dit rien et que l'avocat n'y répond pas en propre.</summary>
    public required bool Tu { get; init; }

    public string? Fondement { get; init; }

    public string? Reponse { get; init; }

    public required IReadOnlyList<ChampsControle> Constats { get; init; }
}
