using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Qui peut payer une part du plan, à quelles conditions datées, et ce que cela change à la demande.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Libelle">Nom montré.</param>
/// <param name="ASavoir">Ce qu'il faut savoir avant de l'inscrire.</param>
public sealed record Payeur(string Id, string Libelle, string ASavoir)
{
    private static readonly Lazy<IReadOnlyList<Payeur>> Livres = new(Lire);

    /// <summary>Payeurs livrés, dans l'ordre où on les propose.</summary>
    public static IReadOnlyList<Payeur> Tous => Livres.Value;

    /// <summary>Vrai s'il paie en attendant : sa part reste demandée.</summary>
    public bool Avance { get; init; }

    /// <summary>Premier jour de ces conditions ; vide si l'on n'en connaît pas.</summary>
    public DateOnly? Depuis { get; init; }

    /// <summary>Unités qu'il paie par année civile, toutes actions ensemble ; vide sans plafond connu.</summary>
    public decimal? UnitesParAn { get; init; }

    /// <summary>Le plus qu'il paie d'une unité ; vide sans plafond connu.</summary>
    public Montant? MaximumParUnite { get; init; }

    /// <summary>Âge en années à partir duquel il paie ; vide sans condition.</summary>
    public int? DesLAge { get; init; }

    /// <summary>Âge en années auquel il cesse ; vide sans condition.</summary>
    public int? AvantLAge { get; init; }

    /// <summary>Articles du code pénal qui ouvrent sa prise en charge, par intervalles ; vide sans condition.</summary>
    public IReadOnlyList<(string Du, string Au)> Articles { get; init; } = [];

    /// <summary>Source de ces conditions ; rien s'il n'y en a pas.</summary>
    public Source? Source { get; init; }

    /// <summary>Payeur de cet identifiant, ou rien.</summary>
    public static Payeur? Trouver(string id) => Tous.FirstOrDefault(p => p.Id == id);

    private static IReadOnlyList<Payeur> Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/payeurs.json", SourcesDuDroit.Fichiers);
        var luLe = fiche.Date(fiche.Racine, "verifieLe");
        return
        [
            .. fiche.Elements(fiche.Racine, "payeurs").Select(p => new Payeur(fiche.Texte(p, "id"), fiche.Texte(p, "libelle"), fiche.Texte(p, "aSavoir"))
            {
                Avance = p.TryGetProperty("avance", out _) && fiche.Booleen(p, "avance"),
                Depuis = fiche.DateOuVide(p, "depuis"),
                UnitesParAn = p.TryGetProperty("unitesParAn", out _) ? fiche.Nombre(p, "unitesParAn") : null,
                MaximumParUnite = p.TryGetProperty("maximumParUnite", out _) ? fiche.Montant(p, "maximumParUnite") : null,
                DesLAge = p.TryGetProperty("desLAge", out _) ? (int)fiche.Nombre(p, "desLAge") : null,
                AvantLAge = p.TryGetProperty("avantLAge", out _) ? (int)fiche.Nombre(p, "avantLAge") : null,
                Articles = p.TryGetProperty("articles", out var articles) ? [.. articles.EnumerateArray().Select(a => (a[0].GetString()!, a[1].GetString()!))] : [],
                Source = p.TryGetProperty("source", out var source)
                    ? new(GenreSource.Publication, fiche.Texte(source, "intitule"), fiche.Texte(source, "adresse"), luLe, fiche.Parmi<Confiance>(source, "confiance"))
                    : null,
            }),
        ];
    }
}
