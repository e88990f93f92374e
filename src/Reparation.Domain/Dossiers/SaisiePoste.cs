using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Ce que l'avocat saisit pour un poste. Chaque poste n'emploie qu'une partie des champs
/// (<see cref="Postes.PosteDePrejudice.Saisies"/>) ; les autres y sont refusés.
/// </summary>
public sealed record SaisiePoste : Confidentiel
{
    /// <summary>Code du poste : DFT, SE, PGPF…</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Code { get; init; } = "";

    /// <summary>Demander, réserver, ou ne pas demander.</summary>
    public ChoixPoste Choix { get; init; }

    /// <summary>Motif de la réserve, de l'absence de demande, ou du montant retenu.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Motif { get; init; } = "";

    /// <summary>Ce que l'enfant a vécu sous ce poste : constats datés, destinés à l'acte.</summary>
    [Longueur(Longueurs.Recit)]
    public string Recit { get; init; } = "";

    /// <summary>Pièces qui prouvent le poste, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];

    /// <summary>Dépenses exposées.</summary>
    public IReadOnlyList<Depense> Depenses { get; init; } = [];

    /// <summary>Aide humaine temporaire.</summary>
    public IReadOnlyList<AideHumaine> Aides { get; init; } = [];

    /// <summary>Trajets, au kilomètre ou à leur prix.</summary>
    public IReadOnlyList<Deplacement> Deplacements { get; init; } = [];

    /// <summary>Pertes de revenus d'une période passée.</summary>
    public IReadOnlyList<PerteDeRevenus> Pertes { get; init; } = [];

    /// <summary>Périodes de gêne temporaire.</summary>
    public IReadOnlyList<PeriodeDeGene> Periodes { get; init; } = [];

    /// <summary>Montant journalier d'une gêne totale ; pour le déficit permanent, base de la méthode journalière donnée à titre subsidiaire.</summary>
    public Montant? BaseJournaliere { get; init; }

    /// <summary>Cotation médicale sur sept, par demi-degré.</summary>
    [Bornes("0.5", "7")]
    public decimal? Cotation { get; init; }

    /// <summary>Taux de déficit fonctionnel permanent, en points.</summary>
    [Bornes("0.5", "100")]
    public decimal? TauxDeDeficit { get; init; }

    /// <summary>Valeur du point imposée par l'avocat, au lieu de la grille ; le motif est alors requis.</summary>
    public Montant? ValeurDuPoint { get; init; }

    /// <summary>Années d'études perdues.</summary>
    public IReadOnlyList<AnneesPerdues> Annees { get; init; } = [];

    /// <summary>Dépenses ou pertes qui se répètent chaque année.</summary>
    public IReadOnlyList<Rente> Rentes { get; init; } = [];

    /// <summary>Scénarios de carrière, deux à quatre, quand l'avenir professionnel d'un enfant s'estime.</summary>
    public IReadOnlyList<ScenarioDeCarriere> Scenarios { get; init; } = [];

    /// <summary>Pertes du foyer après un décès.</summary>
    public IReadOnlyList<PerteDuFoyer> Foyers { get; init; } = [];

    /// <summary>Composantes plaidées à l'intérieur du poste, sans somme propre : elles ne s'ajoutent jamais.</summary>
    public IReadOnlyList<Composante> Composantes { get; init; } = [];

    /// <summary>Ligne du tableau d'affection de l'édition, par code, pour un décès.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string LigneDAffection { get; init; } = "";

    /// <summary>Montant motivé par l'avocat, pour les postes à fourchette ou sans barème ; il s'ajoute aux lignes calculées.</summary>
    public Montant? Montant { get; init; }

    /// <summary>Prestations de tiers payeurs qui réparent ce poste.</summary>
    public IReadOnlyList<Prestation> Prestations { get; init; } = [];

    /// <summary>Vrai si rien n'est saisi sous ce poste, son sort mis à part.</summary>
    public bool EstVierge() => this is
    {
        Depenses.Count: 0, Aides.Count: 0, Periodes.Count: 0, Annees.Count: 0, Rentes.Count: 0, Pieces.Count: 0,
        Deplacements.Count: 0, Pertes.Count: 0, Scenarios.Count: 0, Foyers.Count: 0, Composantes.Count: 0, LigneDAffection: "",
        Prestations.Count: 0, BaseJournaliere: null, Cotation: null, TauxDeDeficit: null, ValeurDuPoint: null, Montant: null,
    } && string.IsNullOrWhiteSpace(Motif) && string.IsNullOrWhiteSpace(Recit);

    /// <summary>Identifiants des pièces citées par la saisie ou par l'une de ses lignes, sans doublon.</summary>
    public IReadOnlyList<string> ToutesLesPieces() =>
    [
        .. Pieces
            .Concat(Depenses.SelectMany(d => d.Pieces))
            .Concat(Aides.SelectMany(a => a.Pieces))
            .Concat(Periodes.SelectMany(p => p.Pieces))
            .Concat(Annees.SelectMany(a => a.Pieces))
            .Concat(Rentes.SelectMany(r => r.Pieces))
            .Concat(Deplacements.SelectMany(d => d.Pieces))
            .Concat(Pertes.SelectMany(p => p.Pieces))
            .Concat(Scenarios.SelectMany(s => s.Pieces))
            .Concat(Foyers.SelectMany(f => f.Pieces))
            .Distinct(),
    ];
}

/// <summary>Sort d'un poste.</summary>
[JsonConverter(typeof(EnumFrancais<ChoixPoste>))]
public enum ChoixPoste
{
    /// <summary>Demander ce que le calcul donne.</summary>
    Demander,

    /// <summary>Réserver : le poste figure à l'acte sans somme.</summary>
    Reserver,

    /// <summary>Ne pas demander.</summary>
    SansObjet,
}
