namespace Reparation.Documents.Actes.Champs;

[Rubrique("chiffrage")]
internal sealed record ChampsChiffrage
{
    public string? EtabliLe { get; init; }

    public string? DateDeDecision { get; init; }

    public string? Consolidation { get; init; }

    [Saisie("ce que disent les médecins de la consolidation")]
    public string? EtatMedical { get; init; }

    [Saisie("l’expertise demandée : spécialité, moment, objet")]
    public string? ExpertiseDemandee { get; init; }

    /// <summary>La même, sans point final : le dispositif la reprend au fil de sa phrase.</summary>
    public string? Mission { get; init; }

    /// <summary>Vrai si une somme globale se montre : retenue, ou comparée dans un projet.</summary>
    public required bool AvecGlobale { get; init; }

    public required string Referentiel { get; init; }

    public required bool DevantLaCommission { get; init; }

    /// <summary>Total des postes temporaires chiffrés de l'enfant : le plancher d'une provision.</summary>
    public required string PostesTemporaires { get; init; }

    [Saisie("la provision demandée")]
    public string? ProvisionDemandee { get; init; }

    public string? ProvisionEnLettres { get; init; }

    [Saisie("l’emploi de la provision demandée")]
    public string? EmploiDeLaProvision { get; init; }

    public string? Frais { get; init; }

    /// <summary>Vrai si l'acte demande la revalorisation des pertes passées.</summary>
    public required bool Actualiser { get; init; }

    /// <summary>« 75 % », ou rien quand la réparation est entière.</summary>
    public string? PartDuDroit { get; init; }

    [Saisie("la décision et les raisons qui limitent le droit à réparation")]
    public string? MotifDeLaPart { get; init; }

    /// <summary>Manière dont l'avenir est capitalisé ; rien si aucun capital n'est calculé.</summary>
    public ChampsCapitalisation? Capitalisation { get; init; }

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

    public required string Droit { get; init; }

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

    /// <summary>Vrai pour un poste d'avant la consolidation.</summary>
    public bool Temporaire { get; init; }

    public string? Recit { get; init; }

    public string? Motif { get; init; }

    /// <summary>Constats qui nourrissent ce poste, par leur rang au dossier : « constats n° 1 et 4 ».</summary>
    public string? Constats { get; init; }

    /// <summary>« cotation 5/7 », « taux 15 % », ou rien.</summary>
    public string? Parametres { get; init; }

    public required string Brut { get; init; }

    public required string TiersPayeurs { get; init; }

    /// <summary>Part dont le débiteur répond, tiers payeurs compris.</summary>
    public required string Droit { get; init; }

    public required bool AvecTiersPayeurs { get; init; }

    public required IReadOnlyList<ChampsPrestation> Prestations { get; init; }

    public required string Demande { get; init; }

    /// <summary>« pièces n° 3 et 4 ».</summary>
    [Saisie("au moins une pièce pour ce poste", Remede = "Un poste demandé sans preuve ne peut pas entrer au dispositif : ajoutez une pièce, ou réservez le poste.")]
    public string? Pieces { get; init; }

    /// <summary>« 3, 4 ».</summary>
    public string? NumerosDesPieces { get; init; }

    /// <summary>Toutes les sources du calcul, chacune une fois.</summary>
    public string? Sources { get; init; }

    public string? PiecesAttendues { get; init; }

    public required IReadOnlyList<ChampsEtape> Etapes { get; init; }

    public required IReadOnlyList<ChampsComparaison> Comparaisons { get; init; }

    public required IReadOnlyList<ChampsControle> Avertissements { get; init; }

    /// <summary>Alertes auxquelles l'avocat a répondu, avec sa raison.</summary>
    public required IReadOnlyList<ChampsControle> Reponses { get; init; }

    /// <summary>Ce qui se plaide à l'intérieur du poste, sans somme propre.</summary>
    public required IReadOnlyList<ChampsComposante> Composantes { get; init; }
}

[Rubrique("chiffrage")]
internal sealed record ChampsComposante
{
    public required string Repere { get; init; }

    public required string Nature { get; init; }

    [Saisie("ce qui montre cette composante du poste")]
    public string? Expose { get; init; }

    /// <summary>Pourquoi elle se plaide dans ce poste et ne s'ajoute pas.</summary>
    public required string Explication { get; init; }

    public string? Sources { get; init; }
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

/// <summary>Pas d'un calcul, mis à plat : le retrait dit sa profondeur, le numéro permet aux sommes de le citer.</summary>
internal sealed record ChampsEtape
{
    public string? Retrait { get; init; }

    /// <summary>« 3.2 ».</summary>
    public required string Numero { get; init; }

    public required string Libelle { get; init; }

    /// <summary>Opération telle que l'acte l'écrit : « 101 j × 50 % × 30,00 € ».</summary>
    public required string Formule { get; init; }

    /// <summary>La même, refaisable au crayon : une somme y cite les lignes qu'elle additionne.</summary>
    public required string Operation { get; init; }

    /// <summary>Détail d'un coefficient, hors de l'opération.</summary>
    public string? Precision { get; init; }

    public required string Resultat { get; init; }

    public string? Pieces { get; init; }

    public required bool Racine { get; init; }
}

internal sealed record ChampsComparaison(string Libelle, string Formule, string? Precision, string Resultat);
