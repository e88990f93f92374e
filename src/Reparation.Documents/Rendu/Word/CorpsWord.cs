using System.Globalization;
using System.Xml.Linq;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Office;
using static Reparation.Documents.Rendu.Word.W;

namespace Reparation.Documents.Rendu.Word;

/// <summary>Change les blocs d'un acte en paragraphes et tableaux de Word.</summary>
/// <param name="styles">Styles de la charte.</param>
/// <param name="reperes">Endroits nommés de l'acte, dans l'ordre.</param>
/// <param name="pages">Page de chaque ancre, que le sommaire montre jusqu'à sa première mise à jour.</param>
internal sealed class CorpsWord(Styles styles, IReadOnlyList<Repere> reperes, IReadOnlyDictionary<string, int> pages)
{
    private const double Gouttiere = 24;

    private readonly Dictionary<string, string> _signets = reperes
        .Select((r, i) => (r.Ancre, Signet: "_Toc" + (i + 1).ToString("D9", CultureInfo.InvariantCulture)))
        .ToDictionary(r => r.Ancre, r => r.Signet);

    private readonly List<Relation> _relations = [];
    private readonly List<XElement> _notes = [];
    private int _poses;
    private int _figures;
    private int _sommaires;

    /// <summary>Où l'on écrit : retrait et mesure en points, niveau de liste ; zéro hors de toute liste.</summary>
    private sealed record Lieu(double Gauche, double Largeur, int Niveau = 0);

    public Numerotation Numerotation { get; } = new();

    /// <summary>Adresses que le corps cite.</summary>
    public IReadOnlyList<Relation> Relations => _relations;

    /// <summary>Notes de bas de page, dans l'ordre.</summary>
    public IReadOnlyList<XElement> Notes => _notes;

    public IEnumerable<XElement> Ecrire(IReadOnlyList<Bloc> corps, double mesure) => Suite(corps, new(0, mesure));

    private List<XElement> Suite(IReadOnlyList<Bloc> blocs, Lieu lieu)
    {
        var sortie = new List<XElement>();
        var saut = false;
        for (var i = 0; i < blocs.Count; i++)
        {
            if (blocs[i] is Bloc.SautDePage)
            {
                saut = true;
                continue;
            }

            var debut = sortie.Count;
            sortie.AddRange(Un(blocs[i], lieu));
            if (saut && sortie.Count > debut)
            {
                if (sortie[debut].Name != Espace + "p")
                {
                    sortie.Insert(debut, Intervalle());
                }

                Disposer(sortie[debut], El("pageBreakBefore"));
                saut = false;
            }

            if (i + 1 < blocs.Count && sortie.Count > debut && sortie[^1].Name == Espace + "p" && Annonce(blocs[i], blocs[i + 1]))
            {
                Disposer(sortie[^1], El("keepNext"));
            }
        }

        // Une cellule finit par un paragraphe ; une grille n'en a pas derrière elle.
        if (sortie.Count == 0 || sortie[^1].Name != Espace + "p")
        {
            sortie.Add(Intervalle());
        }

        return sortie;
    }

    private static bool Annonce(Bloc bloc, Bloc suivant) => suivant is Bloc.Signature
        || (bloc is Bloc.Paragraphe p && Inlines.Texte(p.Contenu).TrimEnd().EndsWith(':'));

    private List<XElement> Un(Bloc bloc, Lieu lieu) => bloc switch
    {
        Bloc.Titre titre => [Titre(titre)],
        Bloc.Paragraphe { Style: StyleParagraphe.Courant } p when lieu.Niveau > 0 => [Paragraphe(FeuilleDeStyles.Element, p.Contenu, Retrait(lieu))],
        Bloc.Paragraphe p =>
            [Paragraphe(FeuilleDeStyles.Paragraphe(p.Style), p.Contenu, p.Style == StyleParagraphe.Courant && Etroit(lieu) ? Val("jc", "left") : null)],
        Bloc.Liste liste => Liste(liste, lieu),
        Bloc.Tableau tableau =>
            [TableauWord.Ecrire(tableau, styles, lieu.Gauche, lieu.Largeur, this), Intervalle()],
        Bloc.CoteACote cote =>
        [
            TableauWord.Grille(
                [.. cote.Colonnes.Select((c, i) => Suite(c, new(0, lieu.Largeur * (i == 0 && cote.PartDeLaPremiere > 0 ? (double)cote.PartDeLaPremiere : 1.0 / cote.Colonnes.Count) - Gouttiere)))], lieu.Gauche, lieu.Largeur, Gouttiere, cadre: false),
            Intervalle(),
        ],
        Bloc.Encadre encadre =>
            [TableauWord.Grille([Suite(encadre.Contenu, new(0, lieu.Largeur - 20))], lieu.Gauche, lieu.Largeur, 0, cadre: true), Intervalle()],
        Bloc.Figure figure =>
        [
            El("p", El("pPr", Val("pStyle", FeuilleDeStyles.Figure)), DessinWord.Tracer(figure, ++_figures, lieu.Largeur)),
            .. figure.Legende.Count == 0 ? [] : new[] { Paragraphe(FeuilleDeStyles.Legende, figure.Legende) },
        ],
        Bloc.Sommaire sommaire => Sommaire(sommaire),
        Bloc.Filet => [Paragraphe(FeuilleDeStyles.Filet, [])],
        Bloc.Signature signature =>
            [Paragraphe(FeuilleDeStyles.Signature, signature.Legende, Etroit(lieu) ? El("ind", At("left", 0)) : null)],
        _ => throw new RenduException($"Bloc inconnu de l’export Word : {bloc.GetType().Name}."),
    };

    private XElement Titre(Bloc.Titre titre) => El(
        "p", El("pPr", Val("pStyle", FeuilleDeStyles.Titre(titre.Niveau))), Signer(titre.Ancre, Passages(titre.Contenu)));

    private List<XElement> Liste(Bloc.Liste liste, Lieu lieu)
    {
        var instance = Numerotation.Ouvrir(liste.Ordonnee, liste.Debut, lieu.Niveau);
        var dedans = new Lieu(lieu.Gauche + Numerotation.Pas, lieu.Largeur - Numerotation.Pas, lieu.Niveau + 1);
        var sortie = new List<XElement>();
        foreach (var element in liste.Elements)
        {
            var (premier, reste) = element is [Bloc.Paragraphe p, ..] ? (p.Contenu, element.Skip(1)) : ([], element);
            sortie.Add(Paragraphe(
                liste.Ordonnee ? FeuilleDeStyles.Numeros : FeuilleDeStyles.Puces, premier, Numerotation.Renvoi(instance, lieu.Niveau)));
            sortie.AddRange(reste.SelectMany(b => Un(b, dedans)));
        }

        return sortie;
    }

    // Le sommaire que Word écrirait : un champ, dans le bloc qui offre « Mettre à jour la table », et ses entrées déjà là.
    private List<XElement> Sommaire(Bloc.Sommaire sommaire)
    {
        var entrees = reperes.Where(r => r.Niveau > 0 && r.Niveau <= sommaire.NiveauMax).ToList();
        if (entrees.Count == 0)
        {
            return [];
        }

        var lignes = entrees.Select((titre, i) => El(
            "p",
            El("pPr", Val("pStyle", FeuilleDeStyles.Sommaire(titre.Niveau))),
            i > 0 ? null : new[] { Borne("begin"), Instruction($"TOC \\o \"1-{sommaire.NiveauMax.ToString(CultureInfo.InvariantCulture)}\" \\h \\z \\u"), Borne("separate") },
            El(
                "hyperlink", At("anchor", _signets[titre.Ancre]), At("history", 1),
                El("r", Texte(Inlines.Texte(titre.Contenu).Replace('\n', ' '))),
                El("r", El("tab")),
                Borne("begin"),
                Instruction($"PAGEREF {_signets[titre.Ancre]} \\h"),
                Borne("separate"),
                El("r", Texte(pages[titre.Ancre].ToString(CultureInfo.InvariantCulture))),
                Borne("end")))).ToList();
        var fin = Intervalle();
        fin.Add(Borne("end"));
        return
        [
            El(
                "sdt",
                El(
                    "sdtPr",
                    Val("id", 900_000 + ++_sommaires),
                    El("docPartObj", Val("docPartGallery", "Table of Contents"), El("docPartUnique"))),
                El("sdtContent", lignes, fin)),
        ];
    }

    private XElement Paragraphe(string style, IReadOnlyList<Inline> contenu, XElement? disposition = null) =>
        El("p", El("pPr", Val("pStyle", style), disposition), Passages(contenu));

    private static bool Etroit(Lieu lieu) => lieu.Largeur < Composeur.MesureJustifiable;

    private static XElement Retrait(Lieu lieu) => El("ind", At("left", Twips(lieu.Niveau * Numerotation.Pas)));

    private static XElement Intervalle() => El("p", El("pPr", Val("pStyle", FeuilleDeStyles.Espace)));

    // Ces deux dispositions suivent le style et précèdent toutes les autres, dans cet ordre : le schéma l'impose.
    private static void Disposer(XElement paragraphe, XElement disposition)
    {
        var dispositions = paragraphe.Element(Espace + "pPr")!;
        if (dispositions.Element(disposition.Name) is null)
        {
            var avant = disposition.Name.LocalName == "pageBreakBefore" ? dispositions.Element(Espace + "keepNext") : null;
            (avant ?? dispositions.Element(Espace + "pStyle")!).AddAfterSelf(disposition);
        }
    }

    /// <summary>Pose le signet d'un endroit nommé autour de son contenu.</summary>
    public IEnumerable<XElement> Signer(string ancre, IEnumerable<XElement> contenu)
    {
        var id = ++_poses;
        return
        [
            El("bookmarkStart", At("id", id), At("name", _signets[ancre])),
            .. contenu,
            El("bookmarkEnd", At("id", id)),
        ];
    }

    /// <summary>Texte courant.</summary>
    public IEnumerable<XElement> Passages(IReadOnlyList<Inline> contenu, bool gras = false) => contenu.Select(i => i switch
    {
        Inline.Texte texte => Passage(texte, gras, lien: false),
        Inline.Lien lien => Lien(lien, gras),
        Inline.Note note => Appeler(note),
        _ => El("r", El("br")),
    });

    private XElement Lien(Inline.Lien cite, bool gras)
    {
        var passages = cite.Contenu.Select(t => Passage(t, gras, lien: true));
        if (cite.Cible.StartsWith('#'))
        {
            return El("hyperlink", At("anchor", _signets[cite.Cible[1..]]), At("history", 1), passages);
        }

        var relation = _relations.Find(r => r.Cible == cite.Cible);
        if (relation is null)
        {
            relation = new("rIdLien" + (_relations.Count + 1).ToString(CultureInfo.InvariantCulture), Paquet.Relations + "/hyperlink", cite.Cible, Externe: true);
            _relations.Add(relation);
        }

        return El("hyperlink", new XAttribute(XNamespace.Get(Paquet.Relations) + "id", relation.Id), At("history", 1), passages);
    }

    private XElement Appeler(Inline.Note note)
    {
        var id = _notes.Count + 1;
        _notes.Add(El(
            "footnote", At("id", id),
            El(
                "p", El("pPr", Val("pStyle", FeuilleDeStyles.NoteDePage)),
                El("r", El("rPr", Val("rStyle", FeuilleDeStyles.AppelDeNote)), El("footnoteRef")),
                El("r", Texte(" ")),
                Passages(note.Contenu))));
        return El("r", El("rPr", Val("rStyle", FeuilleDeStyles.AppelDeNote)), El("footnoteReference", At("id", id)));
    }

    private static XElement Passage(Inline.Texte texte, bool gras, bool lien)
    {
        var aspects = new[]
        {
            lien ? Val("rStyle", FeuilleDeStyles.Lien) : null,
            texte.Gras || gras ? El("b") : null,
            texte.Italique ? El("i") : null,
            texte.Exposant ? Val("vertAlign", "superscript") : null,
        };
        return El("r", aspects.Any(a => a is not null) ? El("rPr", aspects) : null, Texte(texte.Contenu));
    }

    private static XElement Borne(string genre) => El("r", El("fldChar", At("fldCharType", genre)));

    private static XElement Instruction(string texte) =>
        El("r", El("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), $" {texte} "));
}
