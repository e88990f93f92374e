using System.Xml.Linq;
using static Reparation.Documents.Rendu.Word.W;

namespace Reparation.Documents.Rendu.Word;

/// <summary>Listes : deux définitions à neuf niveaux, et une instance par liste numérotée, qui compte pour elle seule.</summary>
internal sealed class Numerotation
{
    /// <summary>Retrait d'un niveau, en points.</summary>
    public const double Pas = 18;

    private const int Niveaux = 9;
    private const int Puces = 1;

    private readonly List<XElement> _instances = [El("num", At("numId", Puces), Val("abstractNumId", 0))];

    /// <summary>Renvoi d'un paragraphe à sa liste.</summary>
    public static XElement Renvoi(int instance, int niveau) =>
        El("numPr", Val("ilvl", Math.Min(niveau, Niveaux - 1)), Val("numId", instance));

    /// <summary>Ouvre une liste ; rend son instance.</summary>
    public int Ouvrir(bool ordonnee, int debut, int niveau)
    {
        if (!ordonnee)
        {
            return Puces;
        }

        var instance = _instances.Count + 1;
        _instances.Add(El(
            "num", At("numId", instance), Val("abstractNumId", 1),
            El("lvlOverride", At("ilvl", Math.Min(niveau, Niveaux - 1)), Val("startOverride", debut))));
        return instance;
    }

    public XElement Ecrire() => El(
        "numbering",
        new XAttribute(XNamespace.Xmlns + "w", Espace),
        Definition(0, "bullet", n => n % 2 == 0 ? "–" : "•"),
        Definition(1, "decimal", n => $"%{(n + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}."),
        _instances);

    private static XElement Definition(int id, string format, Func<int, string> etiquette) => El(
        "abstractNum", At("abstractNumId", id),
        Val("multiLevelType", "hybridMultilevel"),
        Enumerable.Range(0, Niveaux).Select(n => El(
            "lvl", At("ilvl", n),
            Val("start", 1),
            Val("numFmt", format),
            Val("lvlText", etiquette(n)),
            Val("lvlJc", "left"),
            El("pPr", El("ind", At("left", Twips((n + 1) * Pas)), At("hanging", Twips(Pas - 3)))))));
}
