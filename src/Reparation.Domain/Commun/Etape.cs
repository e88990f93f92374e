namespace Reparation.Domain.Commun;

/// <summary>Un pas du calcul : ce qu'on lit à l'audience, et ce dont le total est fait.</summary>
/// <remarks>
/// Les mots s'écrivent à la première lecture : un total, une liste de dossiers, une variation ne les attendent pas.
/// </remarks>
public sealed record Etape
{
    private readonly Func<string>? _libelle;
    private readonly Func<string>? _formule;

    /// <summary>Pas dont les mots sont déjà écrits.</summary>
    public Etape(string libelle, string formule, Montant resultat, IReadOnlyList<Source> sources) =>
        (Libelle, Formule, Resultat, Sources) = (libelle, formule, resultat, sources);

    /// <summary>Pas dont les mots s'écriront s'ils sont lus.</summary>
    public Etape(Func<string> libelle, Func<string> formule, Montant resultat, IReadOnlyList<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(libelle);
        ArgumentNullException.ThrowIfNull(formule);
        (_libelle, _formule, Resultat, Sources) = (libelle, formule, resultat, sources);
    }

    /// <summary>Ce que ce pas chiffre.</summary>
    public string Libelle { get => field ??= _libelle!(); init; }

    /// <summary>L'opération, refaisable à la main : « 101 j × 50 % × 30,00 € ».</summary>
    public string Formule { get => field ??= _formule!(); init; }

    /// <summary>Somme obtenue, au centime.</summary>
    public Montant Resultat { get; init; }

    /// <summary>Textes et éditions qui fondent ce pas.</summary>
    public IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Sous-étapes dont ce résultat découle.</summary>
    public IReadOnlyList<Etape> Details { get; init; } = [];

    /// <summary>
    /// Jour de valeur d'une perte économique passée : la revalorisation au jour de la décision part de lui. Vide pour ce qui
    /// ne se revalorise pas (avenir, postes personnels).
    /// </summary>
    public DateOnly? ValeurAu { get; init; }

    /// <summary>Identifiants des pièces qui prouvent ce pas.</summary>
    public IReadOnlyList<string> Pieces { get; init; } = [];

    /// <summary>Étape dont le résultat est la somme de ses détails : le total ne peut pas s'en écarter.</summary>
    public static Etape Somme(string libelle, IReadOnlyList<Etape> details, params IReadOnlyList<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(details);
        var total = Montant.Zero;
        for (var rang = 0; rang < details.Count; rang++)
        {
            total += details[rang].Resultat;
        }

        return new(libelle, "somme des lignes", total, sources) { Details = details };
    }
}

/// <summary>Un autre calcul, donné à côté du résultat pour l'éclairer ou le discuter ; il n'entre dans aucun total.</summary>
/// <param name="Libelle">« tranche d'âge suivante », « bas de la fourchette », « édition gp-2022 »…</param>
/// <param name="Formule">L'opération.</param>
/// <param name="Resultat">Somme qu'elle donnerait.</param>
public sealed record Comparaison(string Libelle, string Formule, Montant Resultat);
