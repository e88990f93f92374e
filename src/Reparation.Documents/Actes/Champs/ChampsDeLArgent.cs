namespace Reparation.Documents.Actes.Champs;

/// <summary>L'argent de l'enfant, hors de toute offre.</summary>
[Rubrique("procedure/argent")]
internal sealed record ChampsArgent
{
    /// <summary>Tiers qui saisit le juge ; rien si le représentant agit.</summary>
    public string? Requerant { get; init; }

    [Saisie("les raisons de saisir le juge", Remede = "Dites-les sous « Procédure », « Argent de l’enfant » : valeur du patrimoine, âge, situation de famille, actes ou risques constatés.")]
    public string? Situation { get; init; }

    [Saisie("l’emploi des fonds avant la majorité", Remede = "Dites-le sous « Procédure », « Argent de l’enfant » : soins, études, plan.")]
    public string? EmploiDesFonds { get; init; }

    public string? Placement { get; init; }

    public string? PartBloquee { get; init; }

    public string? PartBloqueeEnLettres { get; init; }

    public string? Prelevement { get; init; }

    public required bool Inventaire { get; init; }

    public required bool Comptes { get; init; }

    public string? OrdonneLe { get; init; }

    public string? Ordonnance { get; init; }

    public string? Pieces { get; init; }

    /// <summary>Jour des seize ans, où toute jouissance des parents cesse ; rien si l'identité est tue.</summary>
    public string? FinDeJouissance { get; init; }

    public required ChampsVentilation Demande { get; init; }

    public required ChampsVentilation Recu { get; init; }
}

/// <summary>Des sommes réparties selon ce que la jouissance légale peut en atteindre.</summary>
internal sealed record ChampsVentilation(IReadOnlyList<ChampsPartVentilee> Parts, string Hors, string Possible, string? AVentiler);

/// <summary>Un poste, sa somme et sa règle.</summary>
internal sealed record ChampsPartVentilee(string Nom, string Code, string Montant, string Regime);
