using System.Globalization;
using System.Xml.Linq;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using static Reparation.Documents.Rendu.Word.W;

namespace Reparation.Documents.Rendu.Word;

/// <summary>
/// Les styles du PDF, en styles de Word : qui reprend l'acte change un style, jamais des paragraphes un par un. Les noms
/// anglais sont ceux que Word traduit lui-même dans la langue de l'utilisateur.
/// </summary>
internal static class FeuilleDeStyles
{
    public const string Espace = "Espace";
    public const string Filet = "Filet";
    public const string Figure = "Figure";
    public const string Pied = "Pieddepage";
    public const string Tete = "En-tete";
    public const string Lien = "Lienhypertexte";
    public const string Puces = "Listepuces";
    public const string Numeros = "Listenumeros";
    public const string Element = "Elementdeliste";
    public const string Signature = "Signature";
    public const string Cellule = "Cellule";
    public const string Entete = "Entetedetableau";
    public const string Legende = "Legende";
    public const string NoteDePage = "Notedebasdepage";
    public const string AppelDeNote = "Appelnotedebasdep";

    public static string Titre(int niveau) => "Titre" + niveau.ToString(CultureInfo.InvariantCulture);

    public static string Sommaire(int niveau) => "TM" + niveau.ToString(CultureInfo.InvariantCulture);

    public static string Paragraphe(StyleParagraphe style) => style switch
    {
        StyleParagraphe.TitreDocument => "Titre",
        StyleParagraphe.SousTitre => "Sous-titre",
        StyleParagraphe.Centre => "Acte-centre",
        StyleParagraphe.Droite => "Acte-droite",
        StyleParagraphe.Note => "Note",
        _ => "Corps",
    };

    public static XElement Ecrire(Styles styles, Charte charte, double mesure)
    {
        var courant = styles.Courant;
        return El(
            "styles",
            new XAttribute(XNamespace.Xmlns + "w", W.Espace),
            El(
                "docDefaults",
                El("rPrDefault", El(
                    "rPr",
                    Polices(charte.Famille),
                    Val("sz", DemiPoints(courant.Corps)),
                    Val("szCs", DemiPoints(courant.Corps)),
                    El("lang", At("val", "fr-FR"), At("eastAsia", "fr-FR"), At("bidi", "ar-SA")))),
                El("pPrDefault", El("pPr", Interligne(courant with { Avant = 0, Apres = 0 })))),
            El("style", At("type", "paragraph"), At("default", 1), At("styleId", "Normal"), Val("name", "Normal"), El("qFormat")),
            El(
                "style", At("type", "character"), At("default", 1), At("styleId", "Policepardefaut"),
                Val("name", "Default Paragraph Font"), Val("uiPriority", 1), El("semiHidden")),
            El(
                "style", At("type", "table"), At("default", 1), At("styleId", "TableauNormal"),
                Val("name", "Normal Table"), Val("uiPriority", 99), El("semiHidden"),
                El("tblPr", El("tblInd", At("w", 0), At("type", "dxa")), Marges("tblCellMar", 0, 0, 0))),
            El("style", At("type", "numbering"), At("default", 1), At("styleId", "Aucuneliste"), Val("name", "No List"), El("semiHidden")),
            Un("Corps", "Body Text", courant),
            Un("Titre", "Title", styles.TitreDocument, suivant: "Corps", solidaire: true),
            Un("Sous-titre", "Subtitle", styles.SousTitre, suivant: "Corps", solidaire: true),
            Un("Acte-centre", "Acte centré", styles.Centre, solidaire: true),
            Un("Acte-droite", "Acte à droite", styles.Droite),
            Un("Note", "Note", styles.Note),
            styles.Titres.Select((s, i) => Un(
                Titre(i + 1), string.Create(CultureInfo.InvariantCulture, $"heading {i + 1}"), s, suivant: "Corps", solidaire: true, niveau: i)),
            styles.Sommaire.Select((s, i) => Un(
                Sommaire(i + 1), string.Create(CultureInfo.InvariantCulture, $"toc {i + 1}"), s,
                dispositions:
                [
                    El("tabs", El("tab", At("val", "right"), At("leader", "dot"), At("pos", Twips(mesure)))),
                    Interligne(s),
                    El("ind", At("left", Twips(i * 14.0))),
                ])),
            Un(Puces, "List Bullet", styles.Elements),
            Un(Numeros, "List Number", styles.Elements),
            Un(Element, "List Continue", styles.Elements),
            Un(Cellule, "Cellule de tableau", styles.Cellule),
            Un(Entete, "En-tête de tableau", styles.Entete, solidaire: true),
            Un(NoteDePage, "footnote text", styles.NoteDePage),
            Un(Legende, "caption", styles.Note with { Alignement = Alignement.Centre }),
            Un(Figure, "Figure", courant, solidaire: true, dispositions:
                [El("spacing", At("before", Twips(8)), At("after", 0), At("line", Twips(6)), At("lineRule", "exact"))]),
            Un(Signature, "Signature", courant with { Coupe = Coupe.Mode.Fer, Avant = 16, Apres = 72 }, gauche: mesure * 0.58),
            Un(Filet, "Filet", courant, dispositions:
            [
                El("pBdr", Bord("bottom", Encre.BordEncadre, 0.6)),
                El("spacing", At("before", 0), At("after", Twips(10)), At("line", Twips(10)), At("lineRule", "exact")),
            ]),
            Un(Espace, "Espace", courant, dispositions:
                [El("spacing", At("before", 0), At("after", 0), At("line", Twips(10)), At("lineRule", "exact"))]),
            Un(Tete, "header", styles.Projet with { Alignement = Alignement.Droite }),
            Un(Pied, "footer", styles.Pied, dispositions:
            [
                El("pBdr", Bord("top", Encre.FiletLeger, 0.5)),
                El("tabs", El("tab", At("val", "right"), At("pos", Twips(mesure)))),
                Interligne(styles.Pied with { Avant = 4 }),
            ]),
            El(
                "style", At("type", "character"), At("styleId", Lien), Val("name", "Hyperlink"), Val("uiPriority", 99),
                El("rPr", Val("color", Couleur(Encre.Lien)))),
            El(
                "style", At("type", "character"), At("styleId", AppelDeNote), Val("name", "footnote reference"), Val("uiPriority", 99),
                El("rPr", Val("vertAlign", "superscript"))),
            Tableau());
    }

    /// <summary>Marges d'une cellule ou de toutes celles d'un tableau, en points.</summary>
    public static XElement Marges(string nom, double gauche, double dessus, double droite) => El(
        nom,
        El("top", At("w", Twips(dessus)), At("type", "dxa")),
        El("left", At("w", Twips(gauche)), At("type", "dxa")),
        El("bottom", At("w", Twips(dessus)), At("type", "dxa")),
        El("right", At("w", Twips(droite)), At("type", "dxa")));

    private static XElement Tableau() => El(
        "style", At("type", "table"), At("customStyle", 1), At("styleId", "Tableaudacte"), Val("name", "Tableau d’acte"), Val("basedOn", "TableauNormal"),
        El(
            "tblPr",
            El("tblBorders", Bord("bottom", Encre.FiletLeger, 0.5), Bord("insideH", Encre.FiletLeger, 0.5)),
            Marges("tblCellMar", 5, 3.6, 5)),
        El(
            "tblStylePr", At("type", "firstRow"),
            El("tblPr"),
            El("tcPr", El("tcBorders", Bord("bottom", Encre.FiletFort, 1)), Fond(Encre.FondEntete), Val("vAlign", "bottom"))));

    private static XElement Un(
        string id, string nom, StyleTexte style, string? suivant = null, bool solidaire = false, int niveau = -1, double gauche = 0,
        IReadOnlyList<XElement>? dispositions = null)
    {
        var jc = style.Alignement switch
        {
            Alignement.Centre => "center",
            Alignement.Droite => "right",
            _ when style.Coupe == Coupe.Mode.Justifie => "both",
            _ => null,
        };
        return El(
            "style", At("type", "paragraph"), char.IsAsciiLetterLower(nom[0]) || DeWord.Contains(nom) ? null : At("customStyle", 1), At("styleId", id),
            Val("name", nom), Val("basedOn", "Normal"), suivant is null ? null : Val("next", suivant), El("qFormat"),
            El(
                "pPr",
                solidaire ? El("keepNext") : null,
                niveau < 0 ? null : El("keepLines"),
                dispositions is null ? Interligne(style) : null,
                dispositions is null && gauche > 0 ? El("ind", At("left", Twips(gauche))) : null,
                dispositions is null && jc is not null ? Val("jc", jc) : null,
                dispositions,
                niveau < 0 ? null : Val("outlineLvl", niveau)),
            El(
                "rPr",
                Polices(style.Famille),
                style.Gras ? El("b") : null,
                style.Gras ? El("bCs") : null,
                style.Italique ? El("i") : null,
                style.Italique ? El("iCs") : null,
                Val("color", Couleur(style.Encre)),
                Val("sz", DemiPoints(style.Corps)),
                Val("szCs", DemiPoints(style.Corps))));
    }

    private static readonly string[] DeWord =
        ["Body Text", "Title", "Subtitle", "List Bullet", "List Number", "List Continue", "Signature"];

    private static XElement Interligne(StyleTexte style) => El(
        "spacing", At("before", Twips(style.Avant)), At("after", Twips(style.Apres)), At("line", Twips(style.Interligne)), At("lineRule", "atLeast"));

    private static XElement Polices(Famille famille) => El(
        "rFonts", At("ascii", Nom(famille)), At("hAnsi", Nom(famille)), At("eastAsia", Nom(famille)), At("cs", Nom(famille)));

    private static int DemiPoints(double points) => (int)Math.Round(points * 2);
}
