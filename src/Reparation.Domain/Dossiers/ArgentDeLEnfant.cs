using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>L'argent de l'enfant : ce que l'on demande au juge des tutelles d'en faire, en dehors de toute offre, et ce qu'il a ordonné.</summary>
public sealed record ArgentDeLEnfant : Confidentiel
{
    /// <summary>Tiers qui saisit le juge, nom et qualité (art. 387-3 du code civil) ; vide quand le représentant de l'enfant agit.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Requerant { get; init; } = "";

    /// <summary>Pourquoi le juge est saisi : valeur du patrimoine, âge, situation de famille, actes ou risques constatés.</summary>
    [Longueur(Longueurs.Recit)]
    public string Situation { get; init; } = "";

    /// <summary>À quoi l'argent servira avant la majorité : soins, études, plan.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string EmploiDesFonds { get; init; } = "";

    /// <summary>Placement proposé pour ce qui n'est pas dépensé.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Placement { get; init; } = "";

    /// <summary>Part à garder jusqu'à la majorité, puis gardée si le juge l'a ordonné ; vide si l'on n'en bloque pas.</summary>
    public Montant? PartBloquee { get; init; }

    /// <summary>Prélèvement mensuel à autoriser sur la part bloquée ; vide pour aucun.</summary>
    public Montant? PrelevementParMois { get; init; }

    /// <summary>Vrai si l'inventaire du patrimoine est demandé (art. 387-4 du code civil).</summary>
    public bool Inventaire { get; init; } = true;

    /// <summary>Vrai si des comptes de gestion sont demandés chaque année (art. 387-5 du code civil).</summary>
    public bool Comptes { get; init; } = true;

    /// <summary>Jour de l'ordonnance ; vide tant que le juge n'a pas statué.</summary>
    public DateOnly? OrdonneLe { get; init; }

    /// <summary>Juridiction et numéro de l'ordonnance.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Ordonnance { get; init; } = "";

    /// <summary>Pièces, par identifiant : décision, relevés, ordonnance.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}
