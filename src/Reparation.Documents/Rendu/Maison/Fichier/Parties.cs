using System.Globalization;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Noms des parties d'un fichier, tels qu'une vérification les dit.</summary>
internal static class Parties
{
    public const string Entete = "en-tête du fichier";
    public const string Polices = "polices";
    public const string Identite = "titre, date et profil du document";
    public const string Structure = "signets, liens et ordre de lecture";
    public const string Annonce = "annonce du manifeste";
    public const string Table = "table et fin du fichier";

    /// <summary>Nom du fichier joint qui porte le manifeste.</summary>
    public const string Manifeste = "manifeste.json";

    /// <summary>Pages d'une pièce, tampons compris.</summary>
    public static string Piece(int numero) => $"pièce n°\u00A0{numero.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Contenu d'une page, comptée à partir de 1.</summary>
    public static string Page(int numero) => "page " + numero.ToString(CultureInfo.InvariantCulture);
}
