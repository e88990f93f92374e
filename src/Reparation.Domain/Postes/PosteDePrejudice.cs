namespace Reparation.Domain.Postes;

/// <summary>Un poste de la nomenclature Dintilhac (juillet 2005), avec ce qu'il faut pour le présenter et le saisir.</summary>
public sealed record PosteDePrejudice
{
    /// <summary>Sigle : DFT, SE, PGPF…</summary>
    public required string Code { get; init; }

    /// <summary>Nom complet.</summary>
    public required string Nom { get; init; }

    /// <summary>Victime directe, ou proche.</summary>
    public required Victime Victime { get; init; }

    /// <summary>Patrimonial ou extrapatrimonial.</summary>
    public required Famille Famille { get; init; }

    /// <summary>Temporaire, permanent, hors consolidation ; décès ou survie pour un proche.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Ce que répare le poste, en une ou deux phrases.</summary>
    public required string Definition { get; init; }

    /// <summary>Comment il se calcule.</summary>
    public required string Methode { get; init; }

    /// <summary>Pièces usuelles.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }

    /// <summary>Ce qui est propre à un mineur ; vide si rien.</summary>
    public required string Mineur { get; init; }

    /// <summary>Vrai si les tiers payeurs ont un recours sur ce poste.</summary>
    public required bool Recours { get; init; }

    /// <summary>Champs de <see cref="Dossiers.SaisiePoste"/> que ce poste emploie.</summary>
    public required IReadOnlyList<ChampDeSaisie> Saisies { get; init; }

    /// <summary>
    /// Vrai si le poste ne se demande pas avant la consolidation d'un enfant : il est alors à réserver.
    /// </summary>
    public required bool AttendLaConsolidation { get; init; }
}

/// <summary>Qui subit le préjudice.</summary>
public enum Victime
{
    /// <summary>L'enfant.</summary>
    Directe,

    /// <summary>Un proche, l'enfant vivant.</summary>
    ProcheSurvie,

    /// <summary>Un proche, l'enfant décédé.</summary>
    ProcheDeces,
}

/// <summary>Famille de postes.</summary>
public enum Famille
{
    /// <summary>Ce qui se compte en argent.</summary>
    Patrimonial,

    /// <summary>Ce qui touche la personne.</summary>
    Extrapatrimonial,
}

/// <summary>Moment du préjudice.</summary>
public enum Phase
{
    /// <summary>Avant la consolidation.</summary>
    Temporaire,

    /// <summary>Après la consolidation.</summary>
    Permanent,

    /// <summary>Hors consolidation : pathologies évolutives.</summary>
    Evolutif,

    /// <summary>Préjudices des proches.</summary>
    Proche,
}

/// <summary>Champ de saisie d'un poste.</summary>
public enum ChampDeSaisie
{
    /// <summary>Dépenses exposées.</summary>
    Depenses,

    /// <summary>Aide humaine temporaire.</summary>
    Aides,

    /// <summary>Périodes de gêne et base journalière.</summary>
    Periodes,

    /// <summary>Cotation sur sept.</summary>
    Cotation,

    /// <summary>Taux de déficit, valeur du point, et base journalière de la méthode subsidiaire.</summary>
    Taux,

    /// <summary>Années d'études perdues.</summary>
    Annees,

    /// <summary>Dépenses ou pertes annuelles.</summary>
    Rentes,

    /// <summary>Montant motivé.</summary>
    Montant,

    /// <summary>Trajets.</summary>
    Deplacements,

    /// <summary>Pertes de revenus passées.</summary>
    Pertes,

    /// <summary>Scénarios de carrière.</summary>
    Scenarios,

    /// <summary>Pertes du foyer après un décès.</summary>
    Foyers,

    /// <summary>Composantes plaidées dans le poste, sans somme propre.</summary>
    Composantes,

    /// <summary>Ligne du tableau d'affection.</summary>
    Affection,
}
