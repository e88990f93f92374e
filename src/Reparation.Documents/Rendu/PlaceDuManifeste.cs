namespace Reparation.Documents.Rendu;

/// <summary>Place laissée au manifeste dans un fichier, et les parties qui couvrent tout le reste.</summary>
/// <param name="Debut">Premier octet, à partir de zéro.</param>
/// <param name="Octets">Taille réservée.</param>
/// <param name="Parties">Parties du fichier, dans l'ordre, jointives : seul le manifeste leur échappe.</param>
public sealed record PlaceDuManifeste(long Debut, int Octets, IReadOnlyList<Partie> Parties);

/// <summary>Une suite d'octets du fichier et ce qu'elle porte.</summary>
/// <param name="Nom">« page 3 », « chiffrage.json », « pièce n° 4 ». Jamais un nom de personne.</param>
/// <param name="Debut">Premier octet, à partir de zéro.</param>
/// <param name="Longueur">Nombre d'octets.</param>
/// <param name="Empreinte">SHA-256 de ces octets, en hexadécimal.</param>
public sealed record Partie(string Nom, long Debut, long Longueur, string Empreinte);
