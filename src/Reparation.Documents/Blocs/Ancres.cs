using System.Globalization;

namespace Reparation.Documents.Blocs;

/// <summary>
/// Noms des ancres qu'un document et sa liasse partagent. Un lien vers une pièce mène à sa première page dans la liasse,
/// à sa ligne du bordereau dans l'acte seul ; sans l'une ni l'autre, il reste un texte.
/// </summary>
public static class Ancres
{
    /// <summary>Ce qui commence l'ancre d'une ligne de bordereau.</summary>
    public const string DebutBordereau = "bordereau-";

    private const string DebutPiece = "piece-";

    /// <summary>Première page de la pièce, dans une liasse.</summary>
    public static string Piece(int numero) => string.Create(CultureInfo.InvariantCulture, $"{DebutPiece}{numero}");

    /// <summary>Ligne de la pièce au bordereau.</summary>
    public static string Bordereau(int numero) => string.Create(CultureInfo.InvariantCulture, $"{DebutBordereau}{numero}");

    /// <summary>Numéro de la pièce que vise un lien, ou rien s'il vise autre chose.</summary>
    public static int? NumeroDePiece(string cible)
    {
        ArgumentNullException.ThrowIfNull(cible);
        return cible.StartsWith('#') && cible.AsSpan(1).StartsWith(DebutPiece)
            && int.TryParse(cible.AsSpan(1 + DebutPiece.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var numero)
            ? numero
            : null;
    }
}
