namespace Reparation.Domain.Commun;

/// <summary>D'où vient une règle ou un chiffre. Toute source dit quand elle a été lue et quel crédit on lui donne.</summary>
/// <param name="Genre">Nature du texte.</param>
/// <param name="Intitule">Ce qui s'imprime : « art. 706-9 CPP », « Référentiel indicatif, septembre 2025 ».</param>
/// <param name="Adresse">Où la relire ; vide si l'on ne connaît pas d'adresse.</param>
/// <param name="VerifieLe">Date de lecture.</param>
/// <param name="Confiance">Crédit de la lecture.</param>
public sealed record Source(GenreSource Genre, string Intitule, string Adresse, DateOnly VerifieLe, Confiance Confiance)
{
    /// <summary>Début d'application du texte, quand le texte est daté.</summary>
    public DateOnly? EnVigueur { get; init; }

    /// <summary>« version du 1er mars 1994 » ; vide si le texte n'est pas daté, ou si l'intitulé ou la page disent déjà ce jour.</summary>
    public string Version => EnVigueur is { } du && Francais.Date(du) is var jour && !Dit(Intitule, jour) && !Dit(Page, jour) ? "version du " + jour : "";

    /// <summary>Page ou paragraphe.</summary>
    public string Page { get; init; } = "";

    /// <summary>Qui a fourni la donnée : l'application, ou le dossier d'éditions du cabinet.</summary>
    public Provenance Provenance { get; init; }

    /// <summary>Ce qui, dans la source, n'a que ce crédit : « date d'application » ; vide si c'est toute la source.</summary>
    public string Doute { get; init; } = "";

    /// <summary>Vrai si elle est de mémoire ou contredite : aucun acte ne la cite avant que l'avocat l'ait relue.</summary>
    public bool ARelire => Confiance is Confiance.Memoire or Confiance.Contradictoire;

    /// <summary>
    /// Le texte, la version et la page cités. Une confirmation s'y rattache : corrigée dans les données, la source n'est plus
    /// celle qui a été relue.
    /// </summary>
    public string Cle => Intitule + (EnVigueur is { } du ? $" ({du:O})" : "") + (Page.Length > 0 ? $", {Page}" : "");

    // Les données s'écrivent aux espaces ordinaires, les dates composées aux insécables.
    private static bool Dit(string texte, string jour) =>
        texte.Replace(Francais.Insecable, " ", StringComparison.Ordinal)
            .Contains(jour.Replace(Francais.Insecable, " ", StringComparison.Ordinal), StringComparison.Ordinal);
}

/// <summary>D'où une édition est arrivée dans l'application.</summary>
public enum Provenance
{
    /// <summary>Livrée avec l'application.</summary>
    Livree,

    /// <summary>Ajoutée par le cabinet, qui répond de sa lecture.</summary>
    Cabinet,
}

/// <summary>Nature d'une source.</summary>
public enum GenreSource
{
    /// <summary>Article de loi ou de règlement.</summary>
    Article,

    /// <summary>Décision de justice.</summary>
    Decision,

    /// <summary>Édition d'un référentiel, d'un barème ou d'une table.</summary>
    Edition,

    /// <summary>Nomenclature, doctrine, page d'un praticien.</summary>
    Publication,

    /// <summary>Pièce ou saisie du dossier.</summary>
    Dossier,
}

/// <summary>Crédit donné à une source.</summary>
public enum Confiance
{
    /// <summary>Lue dans la source elle-même.</summary>
    Verifiee,

    /// <summary>Lue dans une transcription ou un commentaire de bonne tenue.</summary>
    Secondaire,

    /// <summary>Calculée par nous à partir de sources citées.</summary>
    Derivee,

    /// <summary>De mémoire : à relire avant tout usage.</summary>
    Memoire,

    /// <summary>Les sources se contredisent.</summary>
    Contradictoire,
}
