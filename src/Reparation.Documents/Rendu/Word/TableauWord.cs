using System.Xml.Linq;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Office;
using static Reparation.Documents.Rendu.Word.W;

namespace Reparation.Documents.Rendu.Word;

/// <summary>Tableaux : celui de l'acte, et les grilles sans filet qui placent un cadre ou des colonnes.</summary>
internal static class TableauWord
{
    // En deçà, le tableau reste d'un seul tenant ; au-delà, il coule de page en page sous son en-tête.
    private const int RangeesInsecables = 6;

    // Un peu plus que dans le PDF : la police peut manquer au poste qui ouvre le fichier, et une somme ne passe pas à la ligne.
    private const double Aisance = 7;

    /// <summary>Le tableau, aux largeurs de colonnes du PDF.</summary>
    /// <param name="tableau">Tableau.</param>
    /// <param name="styles">Styles de la charte.</param>
    /// <param name="gauche">Retrait, en points.</param>
    /// <param name="largeur">Mesure, en points.</param>
    /// <param name="corps">Corps de l'acte, qui écrit le contenu des cellules.</param>
    public static XElement Ecrire(Bloc.Tableau tableau, Styles styles, double gauche, double largeur, CorpsWord corps)
    {
        var avecEntete = tableau.Colonnes.Any(c => c.Entete.Count > 0);
        var largeurs = LargeursColonnes.Calculer(
            tableau.Colonnes,
            [.. tableau.Colonnes.Select(c => Decoupeur.Decouper(c.Entete, styles.Entete))],
            [.. tableau.Lignes.Where(l => l.Genre != GenreLigne.Groupe).Select(l => l.Cellules
                .Select((c, i) => Etendue(tableau, l, i) > 1 ? [] : Decoupeur.Decouper(c, l.Genre == GenreLigne.Total ? styles.CelluleForte : styles.Cellule))
                .ToList())],
            largeur, Aisance);
        var rangees = new List<XElement>();
        if (avecEntete)
        {
            rangees.Add(El(
                "tr",
                El("trPr", El("cantSplit"), El("tblHeader")),
                tableau.Colonnes.Select((c, i) => Cellule(
                    largeurs[i], 1, null, Paragraphe(FeuilleDeStyles.Entete, c.Alignement, solidaire: true, corps.Passages(c.Entete))))));
        }

        for (var i = 0; i < tableau.Lignes.Count; i++)
        {
            var suivante = i + 1 < tableau.Lignes.Count ? tableau.Lignes[i + 1] : null;
            var solidaire = suivante is not null
                && (tableau.Lignes.Count <= RangeesInsecables || suivante.Genre == GenreLigne.Total || tableau.Lignes[i].Genre == GenreLigne.Groupe);
            rangees.Add(Rangee(tableau, tableau.Lignes[i], largeurs, solidaire, corps));
        }

        return El(
            "tbl",
            El(
                "tblPr",
                Val("tblStyle", "Tableaudacte"),
                El("tblW", At("w", Twips(largeur)), At("type", "dxa")),
                El("tblInd", At("w", Twips(gauche)), At("type", "dxa")),
                El("tblLook", At("val", avecEntete ? "0020" : "0000"), At("firstRow", avecEntete ? 1 : 0), At("noHBand", 1), At("noVBand", 1)),
                tableau.Resume.Length == 0 ? null : Val("tblDescription", Paquet.Propre(tableau.Resume))),
            El("tblGrid", largeurs.Select(l => El("gridCol", At("w", Twips(l))))),
            rangees);
    }

    /// <summary>Colonnes de blocs, sans filet ; un cadre n'en a qu'une, bordée.</summary>
    public static XElement Grille(IReadOnlyList<IEnumerable<XElement>> colonnes, double gauche, double largeur, double gouttiere, bool cadre)
    {
        var une = largeur / Math.Max(1, colonnes.Count);
        return El(
            "tbl",
            El(
                "tblPr",
                El("tblW", At("w", Twips(largeur)), At("type", "dxa")),
                El("tblInd", At("w", Twips(gauche)), At("type", "dxa")),
                cadre
                    ? El("tblBorders", new[] { "top", "left", "bottom", "right" }.Select(c => Bord(c, Encre.BordEncadre, 0.6)))
                    : null,
                El("tblLayout", At("type", "fixed")),
                FeuilleDeStyles.Marges("tblCellMar", 0, 0, 0)),
            El("tblGrid", colonnes.Select(_ => El("gridCol", At("w", Twips(une))))),
            El(
                "tr",
                El("trPr", El("cantSplit")),
                colonnes.Select((contenu, i) => El(
                    "tc",
                    El(
                        "tcPr",
                        El("tcW", At("w", Twips(une)), At("type", "dxa")),
                        cadre ? Fond(Encre.FondEncadre) : null,
                        cadre
                            ? FeuilleDeStyles.Marges("tcMar", 10, 8, 10)
                            : FeuilleDeStyles.Marges("tcMar", i == 0 ? 0 : gouttiere / 2, 0, i == colonnes.Count - 1 ? 0 : gouttiere / 2)),
                    contenu))));
    }

    private static XElement Rangee(Bloc.Tableau tableau, Ligne ligne, double[] largeurs, bool solidaire, CorpsWord corps)
    {
        var fond = ligne.Genre switch { GenreLigne.Groupe => Encre.FondGroupe, GenreLigne.Total => Encre.FondTotal, _ => null };
        var cellules = new List<XElement>();
        for (var i = 0; i < ligne.Cellules.Count;)
        {
            var contenu = corps.Passages(ligne.Cellules[i], ligne.Genre != GenreLigne.Courante);
            var etendue = ligne.Genre == GenreLigne.Groupe ? tableau.Colonnes.Count : Etendue(tableau, ligne, i);
            cellules.Add(Cellule(
                largeurs.Skip(i).Take(etendue).Sum(), etendue, fond,
                Paragraphe(
                    FeuilleDeStyles.Cellule, ligne.Genre == GenreLigne.Groupe ? Alignement.Gauche : tableau.Colonnes[i].Alignement, solidaire,
                    i == 0 && ligne.Ancre.Length > 0 ? corps.Signer(ligne.Ancre, contenu) : contenu)));
            i += etendue;
        }

        return El("tr", El("trPr", El("cantSplit")), cellules);
    }

    private static XElement Cellule(double largeur, int etendue, string? fond, XElement contenu) => El(
        "tc",
        El(
            "tcPr",
            El("tcW", At("w", Twips(largeur)), At("type", "dxa")),
            etendue > 1 ? Val("gridSpan", etendue) : null,
            fond is null ? null : Fond(fond)),
        contenu);

    private static XElement Paragraphe(string style, Alignement alignement, bool solidaire, IEnumerable<XElement> contenu) => El(
        "p",
        El(
            "pPr",
            Val("pStyle", style),
            solidaire ? El("keepNext") : null,
            alignement == Alignement.Gauche ? null : Val("jc", alignement == Alignement.Droite ? "right" : "center")),
        contenu);

    private static int Etendue(Bloc.Tableau tableau, Ligne ligne, int colonne) =>
        ComposeurTableau.Etendue(tableau.Colonnes, ligne.Genre, ligne.Cellules, colonne);
}
