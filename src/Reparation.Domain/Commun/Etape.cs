namespace Reparation.Domain.Commun;

/// <summary>Un pas du calcul : ce qu'on lit à l'audience, et ce dont le total est fait.</summary>
/// <param name="Libelle">Ce que ce pas chiffre.</param>
/// <param name="Formule">L'opération, refaisable à la main : « 101 j × 50 % × 30,00 € ».</param>
/// <param name="Resultat">Somme obtenue, au centime.</param>
/// <param name="Sources">Textes et éditions qui fondent ce pas.</param>
public sealed record Etape(string Libelle, string Formule, Montant Resultat, IReadOnlyList<Source> Sources)
{
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
        return new(libelle, "somme des lignes", Montant.Total(details.Select(d => d.Resultat)), sources) { Details = details };
    }
}

/// <summary>Un autre calcul, donné à côté du résultat pour l'éclairer ou le discuter ; il n'entre dans aucun total.</summary>
/// <param name="Libelle">« tranche d'âge suivante », « bas de la fourchette », « édition gp-2022 »…</param>
/// <param name="Formule">L'opération.</param>
/// <param name="Resultat">Somme qu'elle donnerait.</param>
public sealed record Comparaison(string Libelle, string Formule, Montant Resultat);
