namespace Reparation.Documents.Pieces;

/// <summary>Ce qui a été écrit, et ce qu'il faut en savoir avant de l'envoyer.</summary>
/// <param name="Fichiers">Fichiers, dans l'ordre de lecture.</param>
/// <param name="Incidents">Pièces écartées ou illisibles, réserves, limites dépassées.</param>
public sealed record LiasseComposee(IReadOnlyList<FichierDeLiasse> Fichiers, IReadOnlyList<Incident> Incidents);

/// <summary>Un fichier écrit.</summary>
/// <param name="Nom">Nom ASCII, neutre, de la longueur que les canaux acceptent.</param>
/// <param name="Octets">Taille.</param>
/// <param name="Pages">Nombre de pages.</param>
/// <param name="Pieces">Numéros des pièces qu'il contient.</param>
/// <param name="PageDesAncres">Page, à partir de 1, de chaque endroit nommé ; <c>piece-3</c> est la première page de la pièce n° 3.</param>
/// <param name="Norme">La norme qu'il annonce, ou pourquoi il n'en annonce aucune, en une phrase.</param>
/// <param name="Scelle">Vrai s'il porte un sceau.</param>
public sealed record FichierDeLiasse(
    string Nom, long Octets, int Pages, IReadOnlyList<int> Pieces, IReadOnlyDictionary<string, int> PageDesAncres, string Norme, bool Scelle);

/// <summary>Ce qui n'a pas pu se faire comme demandé : la liasse est écrite quand même.</summary>
/// <param name="Piece">Numéro de la pièce ; rien si l'incident concerne la liasse entière.</param>
/// <param name="Quoi">Ce qui s'est passé et pourquoi.</param>
/// <param name="QueFaire">Ce que l'avocat peut faire.</param>
public sealed record Incident(int? Piece, string Quoi, string QueFaire);
