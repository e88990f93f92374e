namespace Reparation.Documents.Blocs;

/// <summary>Un document prêt à être composé. Tout y est écrit : rien n'est lu à l'horloge ni à la machine.</summary>
/// <param name="Identite">Titre, auteur, date et langue du fichier.</param>
/// <param name="Corps">Les blocs, dans l'ordre de lecture.</param>
/// <param name="Jointes">Fichiers joints au document, par exemple les données qui permettent de recalculer.</param>
public sealed record Acte(IdentiteActe Identite, IReadOnlyList<Bloc> Corps, IReadOnlyList<PieceJointe> Jointes)
{
    /// <summary>Place à laisser au manifeste d'un sceau, en octets, hors la liste des parties ; zéro si l'acte ne sera pas scellé.</summary>
    public int PlaceDuManifeste { get; init; }
}

/// <summary>Identité du fichier. Elle ne porte jamais le nom de l'enfant.</summary>
/// <param name="Titre">Titre neutre du document.</param>
/// <param name="Auteur">Cabinet ou association qui établit le document ; vide si inconnu.</param>
/// <param name="Sujet">Objet neutre.</param>
/// <param name="Date">Date portée par le document et ses métadonnées.</param>
/// <param name="Reference">Référence interne, en pied de page.</param>
/// <param name="PiedDePage">Mention de pied de page.</param>
/// <param name="Projet">Vrai tant que l'avocat n'a pas validé : la mention « Projet » paraît en tête de chaque page.</param>
public sealed record IdentiteActe(
    string Titre, string Auteur, string Sujet, DateOnly Date, string Reference, string PiedDePage, bool Projet = false)
{
    /// <summary>Étiquette du français.</summary>
    public const string Francais = "fr-FR";

    /// <summary>Langue du document.</summary>
    public string Langue { get; init; } = Francais;

    /// <summary>Réserve que chaque page porte, « Projet » ou non : une traduction que personne n'a relue. Vide le plus souvent.</summary>
    public string Reserve { get; init; } = "";

    /// <summary>Ce qui se lit en tête de chaque page ; vide s'il n'y a rien à y dire.</summary>
    public string EnTete => string.Join(" – ", new[] { Projet ? "Projet" : "", Reserve }.Where(t => t.Length > 0));
}

/// <summary>Fichier joint.</summary>
/// <param name="Nom">Nom ASCII sans nom d'enfant.</param>
/// <param name="TypeMime">Type de contenu.</param>
/// <param name="Description">Ce qu'il contient.</param>
/// <param name="Octets">Contenu.</param>
public sealed record PieceJointe(string Nom, string TypeMime, string Description, byte[] Octets);
