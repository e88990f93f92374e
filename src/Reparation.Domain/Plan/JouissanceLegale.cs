using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>
/// Ce que la jouissance légale des parents peut atteindre des sommes d'un enfant, poste par poste (art. 386-1 à 386-4 du code civil).
/// La règle suit la famille du poste ; elle est une donnée, avec sa source.
/// </summary>
public static class JouissanceLegale
{
    private static readonly (int FinEnMois, Source Source, IReadOnlyDictionary<Famille, RegleDeJouissance> Regles) Donnees = Lire();

    /// <summary>Source de la fin de la jouissance.</summary>
    public static Source SourceDeLaFin => Donnees.Source;

    /// <summary>Toutes les règles, une par famille de postes.</summary>
    public static IReadOnlyCollection<RegleDeJouissance> Regles => [.. Donnees.Regles.Values];

    /// <summary>Règle d'un poste.</summary>
    public static RegleDeJouissance De(PosteDePrejudice poste)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return Donnees.Regles[poste.Famille];
    }

    /// <summary>Jour où toute jouissance des parents a pris fin ; rien si la naissance manque.</summary>
    public static DateOnly? FinLe(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Enfant.DateDeNaissance?.AddMonths(Donnees.FinEnMois);
    }

    /// <summary>Ce que l'enfant demande, poste par poste.</summary>
    public static Ventilation Demande(Bilan bilan)
    {
        ArgumentNullException.ThrowIfNull(bilan);
        return Ventiler(bilan.Directs.Select(p => (p.Poste.Code, p.Demande)));
    }

    /// <summary>Ce que l'enfant a déjà reçu ; un versement sans poste reste à ventiler.</summary>
    public static Ventilation Recu(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return Ventiler(dossier.Versements.Where(v => v.Proche.Length == 0).Select(v => (v.Poste, v.Montant)));
    }

    /// <summary>Ce qu'une offre donne à l'enfant ; une somme globale reste à ventiler.</summary>
    public static Ventilation Offert(OffreRecue offre)
    {
        ArgumentNullException.ThrowIfNull(offre);
        return offre.Globale is { } globale
            ? Ventiler([("", globale)])
            : Ventiler(offre.Lignes.Where(l => l.Proche.Length == 0 && l.Montant is not null).Select(l => (l.Code, l.Montant!.Value)));
    }

    private static Ventilation Ventiler(IEnumerable<(string Code, Montant Montant)> sommes)
    {
        var parts = sommes.Where(s => s.Montant > Montant.Zero).GroupBy(s => s.Code)
            .Select(g => (Poste: Nomenclature.Trouver(g.Key), Montant: Montant.Total(g.Select(s => s.Montant)))).ToList();
        return new(
            [.. parts.Where(p => p.Poste is not null).Select(p => new PartVentilee(p.Poste!, De(p.Poste!), p.Montant))],
            Montant.Total(parts.Where(p => p.Poste is null).Select(p => p.Montant)));
    }

    private static (int FinEnMois, Source Source, IReadOnlyDictionary<Famille, RegleDeJouissance> Regles) Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/jouissance.json", SourcesDuDroit.Fichiers);
        return (
            (int)fiche.Nombre(fiche.Racine, "finEnMois"),
            fiche.SourceDe(fiche.Racine, "source", GenreSource.Article),
            fiche.Elements(fiche.Racine, "regles").ToDictionary(r => fiche.Parmi<Famille>(r, "famille"), r => new RegleDeJouissance(
                fiche.Booleen(r, "possible"), fiche.Texte(r, "regime"), fiche.Texte(r, "explication"), fiche.SourceDe(r, "source", GenreSource.Article))));
    }
}

/// <summary>Ce que la loi dit d'une famille de postes.</summary>
/// <param name="Possible">Vrai si la jouissance des parents n'est pas écartée avant sa fin.</param>
/// <param name="Regime">En deux ou trois mots, pour une colonne.</param>
/// <param name="Explication">En une phrase.</param>
/// <param name="Source">Source.</param>
public sealed record RegleDeJouissance(bool Possible, string Regime, string Explication, Source Source);

/// <summary>Somme d'un poste, et sa règle.</summary>
public sealed record PartVentilee(PosteDePrejudice Poste, RegleDeJouissance Regle, Montant Montant);

/// <summary>Des sommes réparties selon ce que la jouissance légale peut en atteindre.</summary>
/// <param name="Parts">Postes, dans l'ordre reçu.</param>
/// <param name="AVentiler">Somme qu'aucune décision ne rattache à un poste.</param>
public sealed record Ventilation(IReadOnlyList<PartVentilee> Parts, Montant AVentiler)
{
    /// <summary>Part que la jouissance n'atteint jamais.</summary>
    public Montant Hors => Montant.Total(Parts.Where(p => !p.Regle.Possible).Select(p => p.Montant));

    /// <summary>Part que le texte n'en écarte pas avant sa fin.</summary>
    public Montant Possible => Montant.Total(Parts.Where(p => p.Regle.Possible).Select(p => p.Montant));
}
