using System.Xml.Linq;
using Reparation.Documents.Rendu.Office;

namespace Reparation.Documents.Rendu.Word;

/// <summary>Le vocabulaire WordprocessingML, et ses unités.</summary>
internal static class W
{
    public static readonly XNamespace Espace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static XElement El(string nom, params object?[] contenu) => new(Espace + nom, contenu);

    public static XAttribute At(string nom, object valeur) => new(Espace + nom, valeur);

    /// <summary>Élément dont toute la valeur est dans son attribut <c>val</c>.</summary>
    public static XElement Val(string nom, object valeur) => El(nom, At("val", valeur));

    /// <summary>Vingtièmes de point.</summary>
    public static int Twips(double points) => (int)Math.Round(points * 20);

    /// <summary>Texte d'un fragment, ses espaces comprises.</summary>
    public static XElement Texte(string texte) =>
        El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Paquet.Propre(texte));

    /// <summary>Champ tenu à jour par Word, avec le résultat qu'il montre en attendant.</summary>
    public static XElement Champ(string instruction, string resultat) =>
        El("fldSimple", At("instr", $" {instruction} "), El("r", Texte(resultat)));

    /// <summary>Filet d'un bord.</summary>
    public static XElement Bord(string cote, string encre, double points) => El(
        cote, At("val", "single"), At("sz", (int)Math.Round(points * 8)), At("space", 0), At("color", Couleur(encre)));

    public static XElement Fond(string encre) => El("shd", At("val", "clear"), At("color", "auto"), At("fill", Couleur(encre)));

    /// <summary>Une encre du PDF, en hexadécimal.</summary>
    public static string Couleur(string encre)
    {
        var parts = encre.Split(' ').SkipLast(1)
            .Select(p => (int)Math.Round(double.Parse(p, System.Globalization.CultureInfo.InvariantCulture) * 255)).ToList();
        return string.Concat((parts.Count == 1 ? [parts[0], parts[0], parts[0]] : parts).Select(p => p.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    public static string Nom(Famille famille) => famille == Famille.Serif ? "Source Serif 4" : "Source Sans 3";
}
