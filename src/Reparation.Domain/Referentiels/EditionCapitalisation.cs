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

    /// <summary>Table suivie sans distinction de sexe : les survivants des deux autres, mêlés ; vide si l'une manque.</summary>
    public TableDeMortalite? SansDistinction { get; init; }

    /// <summary>Vrai si aucun barème publié n'emploie cette table : le taux se plaide, celui de l'édition n'est qu'un départ.</summary>
    public bool TauxLibre { get; init; }

    /// <summary>Vrai pour un instrument étranger à la réparation : il se compare, il ne se choisit pas.</summary>
    public bool ComparaisonSeulement { get; init; }

    /// <summary>Âge de fin au-delà duquel l'édition ne donne pas de prix ; vide si elle va jusqu'au bout de sa table.</summary>
    public int? FinAuPlus { get; init; }

    /// <summary>Vrai si l'édition donne des prix pour ce sexe.</summary>
    public bool Couvre(Sexe sexe) => Chercher(sexe) is not null;

    /// <summary>Table suivie par cette édition pour ce sexe.</summary>
    /// <exception cref="ArgumentOutOfRangeException">L'édition n'a pas de table pour ce sexe.</exception>
    public TableDeMortalite Table(Sexe sexe) => Chercher(sexe)
        ?? throw new ArgumentOutOfRangeException(nameof(sexe), sexe, $"L’édition {Id} n’a pas de table pour ce sexe.");

    internal static EditionCapitalisation Lire(Fiche fiche, IReadOnlyList<TableDeMortalite> tables)
    {
        var taux = fiche.Elements(fiche.Racine, "taux").Select(t => t.GetDecimal()).ToList();
        var (femmes, hommes) = (Trouver(fiche, "femmes", tables), Trouver(fiche, "hommes", tables));
        if (femmes is null && hommes is null)
        {
            throw fiche.Malformee("ni « femmes » ni « hommes » ne nomme de table");
        }

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
            Femmes = femmes,
            Hommes = hommes,
            SansDistinction = femmes is not null && hommes is not null ? TableDeMortalite.Reunir(femmes, hommes) : null,
            TauxLibre = fiche.Contient("taux_libre") && fiche.Booleen(fiche.Racine, "taux_libre"),
            ComparaisonSeulement = fiche.Contient("comparaison_seulement") && fiche.Booleen(fiche.Racine, "comparaison_seulement"),
            FinAuPlus = fiche.Contient("fin_au_plus") ? (int)fiche.Nombre(fiche.Racine, "fin_au_plus") : null,
        };
    }

    private TableDeMortalite? Chercher(Sexe sexe) => sexe switch
    {
        Sexe.Feminin => Femmes,
        Sexe.Masculin => Hommes,
        _ => SansDistinction,
    };

    // Une édition peut n'avoir été lue que pour un sexe : le nom de l'autre table est alors vide.
    private static TableDeMortalite? Trouver(Fiche fiche, string champ, IReadOnlyList<TableDeMortalite> tables)
    {
        var id = fiche.Texte(champ);
        return id.Length == 0 ? null : tables.FirstOrDefault(t => t.Id == id) ?? throw fiche.Malformee($"« {champ} » : table inconnue « {id} »");
    }
}
