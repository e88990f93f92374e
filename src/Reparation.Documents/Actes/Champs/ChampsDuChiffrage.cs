namespace Reparation.Documents.Actes.Champs;

[Rubrique("chiffrage")]
internal sealed record ChampsChiffrage
{
    public string? EtabliLe { get; init; }

    public string? DateDeDecision { get; init; }

    public string? Consolidation { get; init; }

    [Saisie("ce que disent les médecins de la consolidation")]
    public string? EtatMedical { get; init; }

    public string? ExpertiseDemandee { get; init; }

    public required string Referentiel { get; init; }

    public required string Bareme { get; init; }

    public string? Taux { get; init; }

    public required bool DevantLaCommission { get; init; }

    [Saisie("l’imputation devant la commission", Remede = "Le chiffrage est fait contre l’auteur, avec le droit de préférence de la victime ; la commission applique l’article 706-9. Changez l’imputation dans la rubrique « Chiffrage ».")]
    public string? ImputationCivi { get; init; }

    public string? ProvisionDemandee { get; init; }

    public string? ProvisionEnLettres { get; init; }

    [Saisie("l’emploi de la provision demandée")]
    public string? EmploiDeLaProvision { get; init; }

    public string? Frais { get; init; }

    public required IReadOnlyList<ChampsEdition> Editions { get; init; }
}

internal sealed record ChampsEdition
{
    public required string Intitule { get; init; }

    public string? Page { get; init; }

    public required string VerifieLe { get; init; }

    public required string Confiance { get; init; }

    public string? Adresse { get; init; }
}

/// <summary>Postes d'une même famille et d'une même phase.</summary>
internal sealed record ChampsGroupe
{
    public required string Titre { get; init; }

    public required bool AvecDemandes { get; init; }

    public required IReadOnlyList<ChampsPoste> Postes { get; init; }

    public required string Brut { get; init; }

    public required string TiersPayeurs { get; init; }

    public required string Demande { get; init; }
}

[Rubrique("chiffrage")]
internal sealed record ChampsPoste
{
    public required string Repere { get; init; }

    public required string Numero { get; init; }

    public required string Code { get; init; }

    public required string Nom { get; init; }

    public required string Definition { get; init; }

    public required string Methode { get; init; }

    public string? Mineur { get; init; }

    public required bool Chiffre { get; init; }

    public required bool Reserve { get; init; }

    public string? Recit { get; init; }

    public string? Motif { get; init; }

    /// <summary>Constats qui nourrissent ce poste, par leur rang au dossier : « constats n° 1 et 4 ».</summary>
    public string? Constats { get; init; }

    public required string Parametres { get; init; }

    public required string Brut { get; init; }

    public required string TiersPayeurs { get; init; }

    public required bool AvecTiersPayeurs { get; init; }

    public required IReadOnlyList<ChampsPrestation> Prestations { get; init; }

    public required string Demande { get; init; }

    /// <summary>« pièces n° 3 et 4 ».</summary>
    [Saisie("au moins une pièce pour ce poste", Remede = "Un poste demandé sans preuve ne peut pas entrer au dispositif : ajoutez une pièce, ou réservez le poste.")]
    public string? Pieces { get; init; }

    /// <summary>« 3, 4 ».</summary>
    public string? NumerosDesPieces { get; init; }

    public string? PiecesAttendues { get; init; }

    public required IReadOnlyList<ChampsEtape> Etapes { get; init; }

    public required IReadOnlyList<ChampsComparaison> Comparaisons { get; init; }

    public required IReadOnlyList<ChampsControle> Avertissements { get; init; }
}

[Rubrique("chiffrage")]
internal sealed record ChampsPrestation
{
    public required string Repere { get; init; }

    [Saisie("l’organisme qui a servi la prestation")]
    public string? Organisme { get; init; }

    public string? Nature { get; init; }

    public required string Montant { get; init; }
}

/// <summary>Pas d'un calcul, mis à plat : le retrait dit sa profondeur.</summary>
internal sealed record ChampsEtape
{
    public string? Retrait { get; init; }

    public required string Libelle { get; init; }

    public required string Formule { get; init; }

    public required string Resultat { get; init; }

    public string? Sources { get; init; }

    public string? Pieces { get; init; }

    public required bool Racine { get; init; }
}

internal sealed record ChampsComparaison(string Libelle, string Formule, string Resultat);

[Rubrique("chiffrage")]
internal sealed record ChampsTotaux
{
    public required string Brut { get; init; }

    public required string TiersPayeurs { get; init; }

    public required string Enfant { get; init; }

    public required string EnfantEnLettres { get; init; }

    public required string Proches { get; init; }

    public required string General { get; init; }

    public required string GeneralEnLettres { get; init; }

    public required string Provisions { get; init; }

    public required string Solde { get; init; }

    public required string SoldeEnLettres { get; init; }

    [Saisie("le montant réclamé (art. R. 50-9, 8° du code de procédure pénale)", Remede = "Chiffrez au moins un poste, ou demandez une provision, dans la rubrique « Chiffrage ».")]
    public string? MontantReclame { get; init; }

    public required bool AvecProvisions { get; init; }

    public required bool AvecTiersPayeurs { get; init; }

    public required bool AvecProches { get; init; }

    public required bool AvecDemandes { get; init; }
}
