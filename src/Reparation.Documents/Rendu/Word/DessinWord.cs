using System.Xml.Linq;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Office;
using static Reparation.Documents.Rendu.Word.W;

namespace Reparation.Documents.Rendu.Word;

/// <summary>
/// Un dessin en formes DrawingML, que Word sait retoucher. Un lecteur trop ancien pour elles reçoit l'alternative en texte.
/// </summary>
internal static class DessinWord
{
    private const int Emu = 12700;

    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Wpg = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    private static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    /// <summary>Espaces de noms que la racine du document déclare.</summary>
    public static IEnumerable<XAttribute> Declarations { get; } =
    [
        new(XNamespace.Xmlns + "mc", Mc), new(XNamespace.Xmlns + "wp", Wp), new(XNamespace.Xmlns + "a", A),
        new(XNamespace.Xmlns + "wpg", Wpg), new(XNamespace.Xmlns + "wps", Wps),
    ];

    /// <summary>Le passage qui porte le dessin.</summary>
    /// <param name="figure">Figure.</param>
    /// <param name="rang">Rang de la figure dans l'acte, à partir de 1 : ses identifiants en viennent.</param>
    /// <param name="largeur">Place offerte, en points.</param>
    public static XElement Tracer(Bloc.Figure figure, int rang, double largeur)
    {
        var dessin = figure.Dessin;
        var echelle = Math.Min(1, largeur / (double)dessin.Largeur);
        var (cx, cy) = (Mesure((double)dessin.Largeur * echelle), Mesure((double)dessin.Hauteur * echelle));
        var premier = rang * 1000;
        return El(
            "r",
            new XElement(
                Mc + "AlternateContent",
                new XElement(
                    Mc + "Choice",
                    new XAttribute("Requires", "wpg"),
                    El("drawing", new XElement(
                        Wp + "anchor",
                        Ancrage,
                        new XElement(Wp + "simplePos", new XAttribute("x", 0), new XAttribute("y", 0)),
                        Place("positionH", "column", Mesure((largeur - (double)dessin.Largeur * echelle) / 2)),
                        Place("positionV", "paragraph", 0),
                        new XElement(Wp + "extent", Taille(cx, cy)),
                        new XElement(Wp + "wrapTopAndBottom"),
                        new XElement(
                            Wp + "docPr",
                            new XAttribute("id", premier),
                            new XAttribute("name", $"Figure {rang.ToString(System.Globalization.CultureInfo.InvariantCulture)}"),
                            new XAttribute("descr", Paquet.Propre(figure.Alternative))),
                        new XElement(Wp + "cNvGraphicFramePr"),
                        new XElement(A + "graphic", new XElement(
                            A + "graphicData",
                            new XAttribute("uri", Wpg.NamespaceName),
                            new XElement(
                                Wpg + "wgp",
                                new XElement(Wpg + "cNvGrpSpPr"),
                                new XElement(Wpg + "grpSpPr", new XElement(
                                    A + "xfrm",
                                    Point("off", 0, 0), new XElement(A + "ext", Taille(cx, cy)),
                                    Point("chOff", 0, 0), new XElement(A + "chExt", Taille(cx, cy)))),
                                dessin.Traits.Select((t, i) => Forme(t, premier + i + 1, echelle)))))))),
                new XElement(Mc + "Fallback", Texte(figure.Alternative))));
    }

    // Ancré, et non dans la ligne : LibreOffice perd les textes d'un groupe posé dans la ligne.
    private static XAttribute[] Ancrage =>
    [
        new("distT", 0), new("distB", 0), new("distL", 0), new("distR", 0), new("simplePos", 0), new("relativeHeight", 1), new("behindDoc", 0),
        new("locked", 0), new("layoutInCell", 1), new("allowOverlap", 0),
    ];

    private static XElement Place(string sens, string repere, int decalage) => new(
        Wp + sens, new XAttribute("relativeFrom", repere), new XElement(Wp + "posOffset", decalage));

    private static XElement Forme(Trait trait, int id, double echelle)
    {
        var couleur = Couleur(Encre.De(trait.Teinte));
        return trait switch
        {
            Trait.Rectangle r => Forme(
                id, "rect", null, echelle, r.X, r.Y, r.Largeur, r.Hauteur,
                Plein(couleur), new XElement(A + "ln", new XElement(A + "noFill"))),
            Trait.Disque d => Forme(
                id, "ellipse", null, echelle, d.X - d.Rayon, d.Y - d.Rayon, d.Rayon * 2, d.Rayon * 2,
                Plein(couleur), new XElement(A + "ln", new XElement(A + "noFill"))),
            Trait.Ligne l => Forme(
                id, "line", (l.X2 - l.X1) * (l.Y2 - l.Y1) < 0, echelle,
                Math.Min(l.X1, l.X2), Math.Min(l.Y1, l.Y2), Math.Abs(l.X2 - l.X1), Math.Abs(l.Y2 - l.Y1),
                null, new XElement(A + "ln", new XAttribute("w", Mesure((double)l.Epaisseur * echelle)), Plein(couleur))),
            Trait.Texte t => Ecriteau(t, id, couleur, echelle),
            _ => throw new RenduException($"Trait inconnu : {trait.GetType().Name}."),
        };
    }

    // Un texte se pose sur sa ligne de base : sa boîte, sans marge, monte du corps et descend d'un quart.
    private static XElement Ecriteau(Trait.Texte texte, int id, string couleur, double echelle)
    {
        var largeur = texte.Contenu.Length * texte.Corps * 0.7m + 8;
        var gauche = texte.Alignement switch
        {
            Alignement.Centre => texte.X - largeur / 2,
            Alignement.Droite => texte.X - largeur,
            _ => texte.X,
        };
        var corps = (int)Math.Round((double)texte.Corps * echelle * 2);
        var forme = Forme(id, "rect", null, echelle, gauche, texte.Base - texte.Corps, largeur, texte.Corps * 1.25m, new XElement(A + "noFill"), null);
        forme.Element(Wps + "cNvSpPr")!.Add(new XAttribute("txBox", 1));
        forme.Element(Wps + "bodyPr")!.ReplaceWith(
            new XElement(Wps + "txbx", El("txbxContent", El(
                "p",
                El(
                    "pPr",
                    Val("pStyle", "Normal"),
                    El("spacing", At("before", 0), At("after", 0), At("line", Twips((double)texte.Corps * echelle * 1.25)), At("lineRule", "exact")),
                    Val("jc", texte.Alignement switch { Alignement.Centre => "center", Alignement.Droite => "right", _ => "left" })),
                El(
                    "r",
                    El(
                        "rPr",
                        El("rFonts", At("ascii", Nom(Famille.Sans)), At("hAnsi", Nom(Famille.Sans))),
                        texte.Gras ? El("b") : null,
                        Val("color", couleur),
                        Val("sz", corps)),
                    Texte(texte.Contenu))))),
            new XElement(
                Wps + "bodyPr",
                new XAttribute("wrap", "none"), new XAttribute("lIns", 0), new XAttribute("tIns", 0), new XAttribute("rIns", 0),
                new XAttribute("bIns", 0), new XElement(A + "noAutofit")));
        return forme;
    }

    private static XElement Forme(
        int id, string geometrie, bool? montante, double echelle, decimal x, decimal y, decimal largeur, decimal hauteur, params XElement?[] traits) => new(
        Wps + "wsp",
        new XElement(
            Wps + "cNvPr", new XAttribute("id", id), new XAttribute("name", $"Trait {id.ToString(System.Globalization.CultureInfo.InvariantCulture)}")),
        new XElement(Wps + "cNvSpPr"),
        new XElement(
            Wps + "spPr",
            new XElement(
                A + "xfrm",
                montante == true ? new XAttribute("flipV", 1) : null,
                Point("off", Mesure((double)x * echelle), Mesure((double)y * echelle)),
                new XElement(A + "ext", Taille(Mesure((double)largeur * echelle), Mesure((double)hauteur * echelle)))),
            new XElement(A + "prstGeom", new XAttribute("prst", geometrie), new XElement(A + "avLst")),
            traits),
        new XElement(Wps + "bodyPr"));

    private static XElement Plein(string couleur) =>
        new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", couleur)));

    private static XElement Point(string nom, int x, int y) => new(A + nom, new XAttribute("x", x), new XAttribute("y", y));

    private static XAttribute[] Taille(int cx, int cy) => [new("cx", cx), new("cy", cy)];

    private static int Mesure(double points) => (int)Math.Round(points * Emu);
}
