using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Referentiels;

/// <summary>Édition d'un référentiel d'indemnisation. Ce qu'elle ne publie pas reste vide : rien n'y est deviné.</summary>
public sealed record EditionIndemnisation
{
    /// <summary>Identifiant : « mornet-2025 ».</summary>
    public required string Id { get; init; }

    /// <summary>Titre lisible.</summary>
    public required string Titre { get; init; }

    /// <summary>Source de l'édition.</summary>
    public required Source Source { get; init; }

    /// <summary>Qui l'a publiée.</summary>
    public string Editeur { get; init; } = "";

    /// <summary>Année et mois de parution : « 2025-09 ».</summary>
    public string Parution { get; init; } = "";

    /// <summary>Réserves de lecture.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Bas de la fourchette journalière d'une gêne totale.</summary>
    public Montant? BorneBasseDft { get; init; }

    /// <summary>Haut de la fourchette journalière d'une gêne totale.</summary>
    public Montant? BorneHauteDft { get; init; }

    /// <summary>Échelle des souffrances endurées, commune au préjudice esthétique permanent ; vide si non publiée.</summary>
    public IReadOnlyList<DegreCote> Cotations { get; init; } = [];

    /// <summary>Valeur du point de déficit permanent ; vide si non publiée.</summary>
    public GrilleDfp? GrilleDfp { get; init; }

    /// <summary>Somme par année d'études perdue ; un niveau absent n'est pas publié.</summary>
    public IReadOnlyDictionary<NiveauScolaire, Montant> AnneesScolaires { get; init; } =
        new Dictionary<NiveauScolaire, Montant>();

    /// <summary>Somme par jour de scolarité perturbée, lorsque l'année n'est pas perdue.</summary>
    public Montant? JourDeScolarite { get; init; }

    /// <summary>Préjudice d'affection en cas de décès, par lien de parenté.</summary>
    public IReadOnlyList<LigneAffection> Affection { get; init; } = [];

    /// <summary>Fourchette d'une cotation sur sept ; pour un demi-degré, enveloppe des deux voisins, non publiée comme telle.</summary>
    public FourchetteCotee? Fourchette(decimal cotation)
    {
        var bas = Cotations.FirstOrDefault(d => d.Degre == (int)decimal.Floor(cotation));
        var haut = Cotations.FirstOrDefault(d => d.Degre == (int)decimal.Ceiling(cotation));

        // Un demi sous le premier degré n'a qu'un voisin publié.
        return haut is null ? null : new(bas is null ? null : bas.Min, haut.Max, bas == haut);
    }

    internal static EditionIndemnisation Lire(Fiche fiche)
    {
        var (bas, haut) = LireDft(fiche);
        var (annees, jour) = LireAnnees(fiche);
        return new()
        {
            Id = fiche.Texte("id"),
            Titre = fiche.Texte("titre"),
            Source = fiche.Source(),
            Editeur = fiche.Texte("editeur"),
            Parution = fiche.Texte("parution"),
            Notes = fiche.Textes(fiche.Racine, "notes"),
            BorneBasseDft = bas,
            BorneHauteDft = haut,
            GrilleDfp = fiche.Contient("dfp") ? GrilleDfp.Lire(fiche, "dfp") : null,
            Cotations = fiche.Contient("cotations") ? LireCotations(fiche) : [],
            Affection = fiche.Contient("affection") ? LireAffection(fiche) : [],
            AnneesScolaires = annees,
            JourDeScolarite = jour,
        };
    }

    private static (Montant? Bas, Montant? Haut) LireDft(Fiche fiche)
    {
        if (!fiche.Contient("dft"))
        {
            return (null, null);
        }

        var dft = fiche.Racine.GetProperty("dft");
        var (bas, haut) = (fiche.Montant(dft, "bas"), fiche.Montant(dft, "haut"));
        return bas <= haut ? (bas, haut) : throw fiche.Malformee("« dft » : le bas dépasse le haut");
    }

    private static (IReadOnlyDictionary<NiveauScolaire, Montant> Annees, Montant? Jour) LireAnnees(Fiche fiche)
    {
        var annees = new Dictionary<NiveauScolaire, Montant>();
        Montant? jour = null;
        if (fiche.Contient("annees_scolaires"))
        {
            var objet = fiche.Racine.GetProperty("annees_scolaires");
            foreach (var champ in objet.EnumerateObject())
            {
                var somme = fiche.Montant(objet, champ.Name);
                if (champ.Name == "par_jour")
                {
                    jour = somme;
                }
                else
                {
                    annees.Add(fiche.EnEnum<NiveauScolaire>(champ.Name, "annees_scolaires"), somme);
                }
            }
        }

        return (annees, jour);
    }

    private static List<DegreCote> LireCotations(Fiche fiche)
    {
        var degres = fiche.Tableau("cotations", "degre", "libelle", "min", "max").Skip(1).Select(c =>
        {
            var (bas, haut) = Fourchette(fiche, c[2], c[3]);
            return new DegreCote(fiche.EnEntier(c[0]), c[1], bas, haut);
        }).ToList();
        return degres.Select(d => d.Degre).SequenceEqual(Enumerable.Range(1, degres.Count)) && degres.Count >= 7
            ? degres
            : throw fiche.Malformee("les degrés de « cotations » ne se suivent pas de 1 à 7");
    }

    private static List<LigneAffection> LireAffection(Fiche fiche) =>
        [.. fiche.Tableau("affection", "code", "libelle", "min", "max").Skip(1).Select(c =>
        {
            var (bas, haut) = Fourchette(fiche, c[2], c[3]);
            return new LigneAffection(c[0], c[1], bas, haut);
        })];

    private static (Montant? Bas, Montant? Haut) Fourchette(Fiche fiche, string bas, string haut)
    {
        var (min, max) = (Borne(fiche, bas), Borne(fiche, haut));
        return min > max ? throw fiche.Malformee($"une fourchette va de {bas} à {haut} : le bas dépasse le haut") : (min, max);
    }

    private static Montant? Borne(Fiche fiche, string texte) =>
        texte.Length == 0 ? null : fiche.EnMontant(fiche.EnNombre(texte), "borne");
}

/// <summary>Un degré de l'échelle médicale et sa fourchette.</summary>
/// <param name="Degre">De 1 à 7 ; 8 pour l'exceptionnel, hors échelle.</param>
/// <param name="Libelle">« modéré », « moyen »…</param>
/// <param name="Min">Bas de la fourchette ; vide si non publié.</param>
/// <param name="Max">Haut de la fourchette ; vide si non publié.</param>
public sealed record DegreCote(int Degre, string Libelle, Montant? Min, Montant? Max);

/// <summary>Fourchette d'une cotation.</summary>
/// <param name="Min">Bas ; vide si non publié.</param>
/// <param name="Max">Haut ; vide si non publié.</param>
/// <param name="Publiee">Faux pour un demi-degré : enveloppe de ses deux voisins.</param>
public sealed record FourchetteCotee(Montant? Min, Montant? Max, bool Publiee);

/// <summary>Préjudice d'affection publié pour un lien de parenté, en cas de décès.</summary>
/// <param name="Code">Identifiant de la ligne.</param>
/// <param name="Lien">Lien avec la personne décédée.</param>
/// <param name="Min">Bas ; vide si non publié.</param>
/// <param name="Max">Haut ; vide si non publié.</param>
public sealed record LigneAffection(string Code, string Lien, Montant? Min, Montant? Max);
