using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Une vie à financer, telle qu'on la saisit : elle dit combien de mois une somme achète (<see cref="Domain.Plan.TempsAchete"/>).</summary>
public sealed record ScenarioDeVie : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Nom du scénario : « provision seule », « indemnité et études ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Jour dont partent les mois.</summary>
    public DateOnly? Calcul { get; init; }

    /// <summary>Rendement net par an, en pour cent ; vide pour aucun.</summary>
    [Bornes("-2", "15")]
    public decimal? Rendement { get; init; }

    /// <summary>Inflation par an, en pour cent ; vide pour aucune.</summary>
    [Bornes("-2", "15")]
    public decimal? Inflation { get; init; }

    /// <summary>Réserve gardée pour les soins.</summary>
    public Montant Reserve { get; init; }

    /// <summary>Sommes reçues ou attendues.</summary>
    public IReadOnlyList<RentreeAttendue> Rentrees { get; init; } = [];

    /// <summary>Budget de vie.</summary>
    public IReadOnlyList<DepenseDuBudget> Depenses { get; init; } = [];

    /// <summary>Ce qui paie déjà une part du budget.</summary>
    public IReadOnlyList<RevenuAttendu> Revenus { get; init; } = [];
}

/// <summary>Somme reçue ou attendue.</summary>
public sealed record RentreeAttendue : Confidentiel
{
    /// <summary>D'où elle vient.</summary>
    public GenreDeRentree Genre { get; init; }

    /// <summary>Précision.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Somme nette, provisions déjà versées déduites.</summary>
    public Montant Montant { get; init; }

    /// <summary>Jour du paiement, même attendu.</summary>
    public DateOnly? Le { get; init; }

    /// <summary>Vrai si elle ne se libère qu'à la majorité.</summary>
    public bool Bloquee { get; init; }

    /// <summary>Prélèvement mensuel que le juge des tutelles autorise sur une somme bloquée ; vide pour aucun.</summary>
    public Montant? AutoriseParMois { get; init; }

    /// <summary>Rendement propre, en pour cent par an ; vide pour celui du scénario.</summary>
    [Bornes("-2", "15")]
    public decimal? Rendement { get; init; }
}

/// <summary>D'où vient une somme.</summary>
[JsonConverter(typeof(EnumFrancais<GenreDeRentree>))]
public enum GenreDeRentree
{
    /// <summary>Provision.</summary>
    Provision,

    /// <summary>Indemnité de la commission ou du fonds.</summary>
    Indemnite,

    /// <summary>Part versée par le SARVI.</summary>
    Sarvi,

    /// <summary>Paiement sur biens confisqués (AGRASC).</summary>
    Agrasc,

    /// <summary>Versement de l'auteur.</summary>
    Auteur,

    /// <summary>Autre.</summary>
    Autre,
}

/// <summary>Ligne du budget de vie.</summary>
public sealed record DepenseDuBudget : Confidentiel
{
    /// <summary>Ce qu'elle paie.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Somme du mois, ou somme unique.</summary>
    public Montant Montant { get; init; }

    /// <summary>D'où vient cette somme, avec sa date : bail, barème, enquête.</summary>
    [Longueur(Longueurs.Ligne)]
    public string SourceDuMontant { get; init; } = "";

    /// <summary>Vrai si elle n'est payée qu'une fois, le mois qui suit son premier jour.</summary>
    public bool UneFois { get; init; }

    /// <summary>Premier jour ; vide dès le calcul.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour ; vide pour toujours.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Vrai si elle suit l'inflation.</summary>
    public bool Indexee { get; init; } = true;
}

/// <summary>Revenu qui paie une part du budget.</summary>
public sealed record RevenuAttendu : Confidentiel
{
    /// <summary>Ce qu'il est : bourse, aide jeune majeur, salaire, versements de l'auteur.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Somme d'un mois payé.</summary>
    public Montant ParMois { get; init; }

    /// <summary>D'où vient cette somme, avec sa date : bail, barème, enquête.</summary>
    [Longueur(Longueurs.Ligne)]
    public string SourceDuMontant { get; init; } = "";

    /// <summary>Mois payés par an : une bourse en paie dix.</summary>
    [Bornes("1", "12")]
    public int MoisParAn { get; init; } = 12;

    /// <summary>Premier jour ; vide dès le calcul.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour ; vide pour toujours.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Vrai s'il suit l'inflation.</summary>
    public bool Indexe { get; init; }
}
