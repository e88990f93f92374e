using System.Globalization;
using System.Xml.Linq;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Office;

namespace Reparation.Documents.Rendu.Tableur;

/// <summary>Aspect d'une case ; l'ordre est celui des formats du classeur.</summary>
internal enum Aspect
{
    Texte,
    Titre,
    Entete,
    Groupe,
    Euros,
    TotalTexte,
    TotalEuros,
    Jour,
    Petit,
}

/// <summary>Une case : un texte, une somme ou un jour, et la formule qui le donne s'il y en a une.</summary>
internal sealed record Case(object Valeur, Aspect Aspect, string? Formule = null);

/// <summary>Une feuille ; ses premières rangées restent à l'écran et se répètent à l'impression.</summary>
/// <param name="Nom">Nom de l'onglet.</param>
/// <param name="Largeurs">Largeurs des colonnes, en caractères.</param>
/// <param name="Figees">Nombre de rangées figées.</param>
/// <param name="Rangees">Rangées, de la première.</param>
internal sealed record Feuille(string Nom, IReadOnlyList<int> Largeurs, int Figees, IReadOnlyList<IReadOnlyList<Case?>> Rangees);

/// <summary>Écrit un classeur. Un texte y est toujours un texte : aucun mot d'un dossier ne devient une formule.</summary>
internal static class Classeur
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = Paquet.Relations;

    // Le jour zéro des tableurs, décalé de leur 29 février 1900 qui n'a pas existé.
    private static readonly DateOnly JourZero = new(1899, 12, 30);

    public static byte[] Ecrire(IReadOnlyList<Feuille> feuilles, IdentiteActe identite)
    {
        var paquet = new Paquet();
        paquet.Ajouter(
            "xl/workbook.xml", Type + "sheet.main+xml",
            El(
                "workbook",
                new XAttribute(XNamespace.Xmlns + "r", R),
                El("sheets", feuilles.Select((f, i) => El("sheet", At("name", f.Nom), At("sheetId", i + 1), new XAttribute(R + "id", Id(i))))),
                El("definedNames", feuilles.Select((f, i) => El(
                    "definedName", At("name", "_xlnm.Print_Titles"), At("localSheetId", i), $"'{f.Nom}'!$1:${Ecrit(f.Figees)}")))),
            [.. feuilles.Select((_, i) => new Relation(Id(i), Paquet.Relations + "/worksheet", $"worksheets/sheet{Ecrit(i + 1)}.xml")), new("rIdStyles", Paquet.Relations + "/styles", "styles.xml")]);
        for (var i = 0; i < feuilles.Count; i++)
        {
            paquet.Ajouter($"xl/worksheets/sheet{Ecrit(i + 1)}.xml", Type + "worksheet+xml", Ecrire(feuilles[i], identite));
        }

        paquet.Ajouter("xl/styles.xml", Type + "styles+xml", Styles());
        return paquet.Ecrire("xl/workbook.xml", identite);
    }

    /// <summary>Adresse d'une case : colonne et rangée à partir de zéro.</summary>
    public static string Adresse(int colonne, int rangee) => $"{(char)('A' + colonne)}{Ecrit(rangee + 1)}";

    private static XElement Ecrire(Feuille feuille, IdentiteActe identite) => El(
        "worksheet",
        El("sheetPr", El("pageSetUpPr", At("fitToPage", 1))),
        El("sheetViews", El(
            "sheetView", At("workbookViewId", 0),
            El("pane", At("ySplit", feuille.Figees), At("topLeftCell", Adresse(0, feuille.Figees)), At("activePane", "bottomLeft"), At("state", "frozen")))),
        El("cols", feuille.Largeurs.Select((l, i) => El("col", At("min", i + 1), At("max", i + 1), At("width", l), At("customWidth", 1)))),
        El("sheetData", feuille.Rangees.Select((r, i) => El(
            "row", At("r", i + 1), At("ht", Hauteur(r, feuille.Largeurs)), At("customHeight", 1), r.Select((c, j) => c is null ? null : Ecrire(c, Adresse(j, i)))))),
        El("pageMargins", At("left", 0.5), At("right", 0.5), At("top", 0.6), At("bottom", 0.6), At("header", 0.3), At("footer", 0.3)),
        El("pageSetup", At("paperSize", 9), At("orientation", "landscape"), At("fitToHeight", 0)),
        El("headerFooter", El("oddFooter", Paquet.Propre($"&L{Pied(identite.Reference)} · {Pied(identite.PiedDePage)}&Rpage &P sur &N"))));

    // La hauteur est dite : un tableur qui ouvre sans recalculer les lignes superposerait les textes longs.
    private static decimal Hauteur(IReadOnlyList<Case?> rangee, IReadOnlyList<int> largeurs) => rangee.Any(c => c?.Aspect == Aspect.Titre)
        ? 24
        : 2 + 13.5m * rangee.Select((c, j) => c is { Valeur: string texte, Aspect: Aspect.Texte or Aspect.TotalTexte or Aspect.Entete }
            ? 1 + texte.Length * 11 / (largeurs[j] * 10)
            : 1).Append(1).Max();

    // Dans un pied de page, « & » commence une commande.
    private static string Pied(string texte) => texte.Replace("&", "&&", StringComparison.Ordinal);

    private static XElement Ecrire(Case c, string adresse)
    {
        var formule = c.Formule is null ? null : El("f", c.Formule);
        var (r, s) = (At("r", adresse), At("s", (int)c.Aspect));
        return c.Valeur switch
        {
            decimal somme => El("c", r, s, formule, El("v", somme)),
            DateOnly jour => El("c", r, s, formule, El("v", jour.DayNumber - JourZero.DayNumber)),
            string texte when formule is not null => El("c", r, s, At("t", "str"), formule, El("v", Paquet.Propre(texte))),
            string texte => El("c", r, s, At("t", "inlineStr"), El("is", El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Paquet.Propre(texte)))),
            _ => throw new ArgumentException("Une case porte un texte, une somme ou un jour.", nameof(c)),
        };
    }

    private static XElement Styles() => El(
        "styleSheet",
        El(
            "numFmts", At("count", 2),
            El("numFmt", At("numFmtId", 164), At("formatCode", "#,##0.00\\ \"€\"")),
            El("numFmt", At("numFmtId", 165), At("formatCode", "dd/mm/yyyy"))),
        El("fonts", At("count", 4), Police(10), Police(15, gras: true), Police(10, gras: true), Police(9, encre: "FF5C5C5C")),
        El("fills", At("count", 5), Motif("none"), Motif("gray125"), Fond("FFEAEEF3"), Fond("FFF6F7FA"), Fond("FFEFF2F6")),
        El("borders", At("count", 2), Bordure(null), Bordure("thin")),
        El("cellStyleXfs", At("count", 1), El("xf", At("numFmtId", 0), At("fontId", 0), At("fillId", 0), At("borderId", 0))),
        El(
            "cellXfs", At("count", 9),
            Format(0, 0, 0, texte: true), Format(0, 1, 0), Format(0, 2, 2, texte: true), Format(0, 2, 3), Format(164, 0, 0),
            Format(0, 2, 4, texte: true), Format(164, 2, 4), Format(165, 0, 0), Format(0, 3, 0)),
        El("cellStyles", At("count", 1), El("cellStyle", At("name", "Normal"), At("xfId", 0), At("builtinId", 0))));

    private static XElement Police(int corps, bool gras = false, string encre = "FF000000") => El(
        "font", gras ? El("b") : null, El("sz", At("val", corps)), El("color", At("rgb", encre)), El("name", At("val", "Calibri")), El("family", At("val", 2)));

    private static XElement Motif(string motif) => El("fill", El("patternFill", At("patternType", motif)));

    private static XElement Fond(string teinte) => El("fill", El("patternFill", At("patternType", "solid"), El("fgColor", At("rgb", teinte))));

    private static XElement Bordure(string? trait) => El(
        "border", El("left"), El("right"), El("top"),
        trait is null ? El("bottom") : El("bottom", At("style", trait), El("color", At("rgb", "FFC7CCD6"))), El("diagonal"));

    // « quotePrefix » : même retapé, un texte qui commence par un signe égal reste un texte.
    private static XElement Format(int nombre, int police, int fond, bool texte = false) => El(
        "xf", At("numFmtId", nombre), At("fontId", police), At("fillId", fond), At("borderId", police == 1 ? 0 : 1), At("xfId", 0),
        texte ? At("quotePrefix", 1) : null,
        At("applyNumberFormat", 1), At("applyFont", 1), At("applyFill", 1), At("applyBorder", 1), At("applyAlignment", 1),
        El("alignment", At("vertical", "top"), texte ? At("wrapText", 1) : null));

    private static XElement El(string nom, params object?[] contenu) => new(S + nom, contenu);

    private static XAttribute At(string nom, object valeur) => new(nom, valeur);

    private static string Id(int rang) => "rId" + Ecrit(rang + 1);

    private static string Ecrit(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);
}
