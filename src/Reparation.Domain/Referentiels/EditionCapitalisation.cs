using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Referentiels;

/// <summary>Édition d'un barème de capitalisation : des tables et des taux, jamais une grille de prix recopiée.</summary>
public sealed record EditionCapitalisation
{
    /// <summary>Identifiant : « gp-2025 ».</summary>
    public required string Id { get; init; }

    /// <summary>Titre lisible.</summary>
    public required string Titre { get; init; }

    /// <summary>Source de l'édition.</summary>
    public required Source Source { get; init; }

    /// <summary>Taux admis, en pour cent ; le premier est le taux principal.</summary>
    public required IReadOnlyList<decimal> Taux { get; init; }

    /// <summary>Qui l'a publiée.</summary>
    public string Editeur { get; init; } = "";

    /// <summary>Année, mois ou jour de parution.</summary>
    public string Parution { get; init; } = "";

    /// <summary>Réserves de lecture.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Table suivie pour une fille ou une femme.</summary>
    public TableDeMortalite? Femmes { get; init; }

    /// <summary>Table suivie pour un garçon ou un homme ; une même édition peut suivre deux territoires.</summary>
    public TableDeMortalite? Hommes { get; init; }

    /// <summary>Table suivie par cette édition pour ce sexe.</summary>
    /// <exception cref="InvalidOperationException">L'édition n'a pas de table pour ce sexe.</exception>
    public TableDeMortalite Table(Sexe sexe) => (sexe == Sexe.Feminin ? Femmes : Hommes)
        ?? throw new InvalidOperationException($"L’édition {Id} n’a pas de table pour ce sexe.");

    internal static EditionCapitalisation Lire(Fiche fiche, IReadOnlyList<TableDeMortalite> tables)
    {
        var taux = fiche.Elements(fiche.Racine, "taux").Select(t => t.GetDecimal()).ToList();
        return new()
        {
            Id = fiche.Texte("id"),
            Titre = fiche.Texte("titre"),
            Source = fiche.Source(),
            Editeur = fiche.Texte("editeur"),
            Parution = fiche.Texte("parution"),
            Notes = fiche.Textes(fiche.Racine, "notes"),
            Taux = taux.Count > 0 && taux.All(t => t is >= -5 and <= 10) && taux.Distinct().Count() == taux.Count
                ? taux
                : throw fiche.Malformee("« taux » est vide, doublé ou hors de −5 à 10"),
            Femmes = Trouver(fiche, "femmes", tables),
            Hommes = Trouver(fiche, "hommes", tables),
        };
    }

    private static TableDeMortalite Trouver(Fiche fiche, string champ, IReadOnlyList<TableDeMortalite> tables)
    {
        var id = fiche.Texte(champ);
        return tables.FirstOrDefault(t => t.Id == id) ?? throw fiche.Malformee($"« {champ} » : table inconnue « {id} »");
    }
}
