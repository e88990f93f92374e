namespace Reparation.Documents.Actes;

/// <summary>
/// Erreur de l'auteur d'un modèle : balise mal fermée, champ inconnu, boucle sans borne. Ce n'est jamais une donnée
/// manquante du dossier : celle-là donne <see cref="Composition.Incomplete"/>.
/// </summary>
public sealed class ModeleException(string fichier, int ligne, string message)
    : Exception($"{fichier}, ligne {ligne.ToString(System.Globalization.CultureInfo.InvariantCulture)} : {message}")
{
    /// <summary>Fichier du modèle, relatif à <c>templates/</c>.</summary>
    public string Fichier { get; } = fichier;

    /// <summary>Ligne, à partir de 1.</summary>
    public int Ligne { get; } = ligne;
}
