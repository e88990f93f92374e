using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Pieces;

/// <summary>Une page venue d'un autre fichier, redressée : son format tel qu'il se voit, et les formes qui la dessinent.</summary>
/// <param name="Largeur">Largeur, en points, une fois tournée.</param>
/// <param name="Hauteur">Hauteur, en points, une fois tournée.</param>
/// <param name="Formes">Objets à dessiner dans l'ordre, chacun avec sa place depuis le coin bas gauche de la page.</param>
internal sealed record FeuilleImportee(double Largeur, double Hauteur, IReadOnlyList<(int Forme, Matrice Place)> Formes);

/// <summary>Ce qu'un fichier a donné.</summary>
/// <param name="Feuilles">Ses pages.</param>
/// <param name="Reserves">Ce que la page imprimée ne dit pas de l'original, en phrases.</param>
internal sealed record Importation(IReadOnlyList<FeuilleImportee> Feuilles, IReadOnlyList<string> Reserves);
