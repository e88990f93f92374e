namespace Reparation.Documents.Actes.Champs;

/// <summary>Un scénario de vie et le temps que ses sommes achètent.</summary>
internal sealed record ChampsScenarioDeVie
{
    public required string Nom { get; init; }

    public required string Calcul { get; init; }

    public required string Attendu { get; init; }

    public required string MoisFinances { get; init; }

    public required string Fin { get; init; }

    /// <summary>Mois de besoin avant la première somme ; vide s'il n'y en a pas.</summary>
    public string? Attente { get; init; }

    public required string NonCouvert { get; init; }

    public required string Hypotheses { get; init; }

    /// <summary>Part des sommes qui ne se libère qu'à la majorité ; vide s'il n'y en a pas.</summary>
    public string? Bloque { get; init; }

    public required IReadOnlyList<ChampsRentree> Rentrees { get; init; }

    public required IReadOnlyList<ChampsLigneDeVie> Depenses { get; init; }

    public required IReadOnlyList<ChampsLigneDeVie> Revenus { get; init; }

    public required IReadOnlyList<ChampsSommePour> Retournee { get; init; }
}

/// <summary>Une somme reçue ou attendue.</summary>
internal sealed record ChampsRentree(string Libelle, string Montant, string Le, bool Bloquee, string? Autorise);

/// <summary>Ligne de budget ou de revenu.</summary>
internal sealed record ChampsLigneDeVie(string Libelle, string Montant, string Periode, string? SourceDuMontant);

/// <summary>Somme qui achèterait une durée ; vide si le besoin ne dure pas autant.</summary>
internal sealed record ChampsSommePour(string Duree, string? Somme);
