using System.Xml.Linq;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Office;
using static Reparation.Documents.Rendu.Word.W;

namespace Reparation.Documents.Rendu.Word;

/// <summary>
/// Le même acte pour Word : vrais styles, listes numérotées, tableaux à en-tête répété, sommaire, « page x sur y ». Sans état ;
/// le même acte donne les mêmes octets. Les fichiers joints n'y sont pas : le PDF les porte.
/// </summary>
public static class MoteurWord
{
    /// <summary>Type de contenu d'un fichier .docx.</summary>
    public const string TypeMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Début des types de contenu d'une partie.</summary>
    internal const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Compose l'acte.</summary>
    /// <exception cref="RenduException">Un caractère manque aux polices, une ancre est inconnue ou double.</exception>
    public static byte[] Composer(Acte acte, Charte charte)
    {
        ArgumentNullException.ThrowIfNull(acte);
        ArgumentNullException.ThrowIfNull(charte);
        acte = acte with { Corps = Renvois.Resoudre(acte.Corps) };
        var reperes = Controle.Verifier(acte);
        var styles = new Styles(charte);
        var corps = new CorpsWord(styles, reperes, Pages(acte, charte));
        var contenu = corps.Ecrire(acte.Corps, MoteurMaison.Mesure).ToList();
        var paquet = new Paquet();
        List<string> parties = ["styles", "numbering", "settings", "fontTable", "header", "footer"];
        if (corps.Notes.Count > 0)
        {
            parties.Add("footnotes");
            paquet.Ajouter("word/footnotes.xml", $"{Word}footnotes+xml", Notes(corps.Notes), corps.Relations);
        }

        paquet.Ajouter(
            "word/document.xml", Word + "document.main+xml", Document(contenu, acte.Identite.EnTete.Length > 0),
            [
                .. parties.Select(n => new Relation(Id(n), $"{Paquet.Relations}/{n}", $"{n}.xml")),
                .. corps.Relations,
            ]);
        Partie(paquet, "styles", FeuilleDeStyles.Ecrire(styles, charte, MoteurMaison.Mesure));
        Partie(paquet, "numbering", corps.Numerotation.Ecrire());
        Partie(paquet, "settings", Reglages(corps.Notes.Count > 0));
        PolicesJointes.Ajouter(paquet, charte.Famille);
        Partie(paquet, "header", Tete(acte.Identite));
        Partie(paquet, "footer", Pied(acte.Identite));
        return paquet.Ecrire("word/document.xml", acte.Identite);
    }

    // Les pages du PDF : le sommaire les montre en attendant que Word compte les siennes.
    private static IReadOnlyDictionary<string, int> Pages(Acte acte, Charte charte) =>
        Sommaires(acte.Corps) ? new MoteurMaison().Composer(acte, charte).PageDesAncres : new Dictionary<string, int>();

    private static bool Sommaires(IEnumerable<Bloc> blocs) => blocs.Any(b => b switch
    {
        Bloc.Sommaire => true,
        Bloc.Encadre encadre => Sommaires(encadre.Contenu),
        Bloc.CoteACote cote => cote.Colonnes.Any(Sommaires),
        Bloc.Liste liste => liste.Elements.Any(Sommaires),
        _ => false,
    });

    private static XElement Document(IEnumerable<XElement> contenu, bool projet) => El(
        "document",
        new XAttribute(XNamespace.Xmlns + "w", Espace),
        new XAttribute(XNamespace.Xmlns + "r", Paquet.Relations),
        DessinWord.Declarations,
        El(
            "body",
            contenu,
            El(
                "sectPr",
                projet ? El("headerReference", At("type", "default"), Renvoi("header")) : null,
                El("footerReference", At("type", "default"), Renvoi("footer")),
                El("pgSz", At("w", 11906), At("h", 16838)),
                El(
                    "pgMar", At("top", 1240), At("right", Twips(MoteurMaison.Marge)), At("bottom", 1420), At("left", Twips(MoteurMaison.Marge)),
                    At("header", 540), At("footer", 600), At("gutter", 0)))));

    private static XElement Tete(IdentiteActe identite) => El(
        "hdr", new XAttribute(XNamespace.Xmlns + "w", Espace),
        El("p", El("pPr", Val("pStyle", FeuilleDeStyles.Tete)), El("r", Texte(identite.EnTete))));

    private static XElement Pied(IdentiteActe identite) => El(
        "ftr", new XAttribute(XNamespace.Xmlns + "w", Espace),
        El(
            "p",
            El("pPr", Val("pStyle", FeuilleDeStyles.Pied)),
            El("r", Texte(string.Join(" · ", new[] { identite.Reference, identite.PiedDePage }.Where(t => t.Length > 0)))),
            El("r", El("tab")),
            El("r", Texte("page ")),
            Champ("PAGE", "1"),
            El("r", Texte(" sur ")),
            Champ("NUMPAGES", "1")));

    // Word veut aussi les deux filets qui séparent les notes du texte.
    private static XElement Notes(IReadOnlyList<XElement> notes) => El(
        "footnotes",
        new XAttribute(XNamespace.Xmlns + "w", Espace),
        new XAttribute(XNamespace.Xmlns + "r", Paquet.Relations),
        El("footnote", At("type", "separator"), At("id", -1), El("p", El("r", El("separator")))),
        El("footnote", At("type", "continuationSeparator"), At("id", 0), El("p", El("r", El("continuationSeparator")))),
        notes);

    private static XElement Reglages(bool notes) => El(
        "settings",
        new XAttribute(XNamespace.Xmlns + "w", Espace),
        El("embedTrueTypeFonts"),
        Val("defaultTabStop", 709),
        notes ? El("footnotePr", El("footnote", At("id", -1)), El("footnote", At("id", 0))) : null,
        El("compat", El("compatSetting", At("name", "compatibilityMode"), At("uri", "http://schemas.microsoft.com/office/word"), At("val", 15))),
        Val("themeFontLang", "fr-FR"),
        Val("decimalSymbol", ","),
        Val("listSeparator", ";"));

    private static void Partie(Paquet paquet, string nom, XElement racine) => paquet.Ajouter($"word/{nom}.xml", $"{Word}{nom}+xml", racine);

    private static string Id(string nom) => "rId" + nom;

    private static XAttribute Renvoi(string nom) => new(XNamespace.Get(Paquet.Relations) + "id", Id(nom));
}
