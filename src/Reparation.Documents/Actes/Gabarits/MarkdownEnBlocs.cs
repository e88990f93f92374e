using System.Globalization;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Reparation.Documents.Actes.Champs;
using Reparation.Documents.Blocs;
using Reparation.Documents.Blocs.Graphiques;
using Inline = Reparation.Documents.Blocs.Inline;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>Lit le Markdown d'un modèle rendu et en fait des blocs.</summary>
internal sealed class MarkdownEnBlocs
{
    private static readonly MarkdownPipeline Grammaire = Preparer();

    private readonly InlinesDeMarkdown _inlines;
    private readonly Registre _registre;
    private readonly string _fichier;
    private readonly bool _numeroter;
    private readonly HashSet<string> _ancres = [];
    private readonly int[] _rangs = new int[2];
    private string _dernierTitre = "Tableau";

    private MarkdownEnBlocs(string fichier, Registre registre, bool numeroter)
    {
        (_fichier, _registre, _numeroter) = (fichier, registre, numeroter);
        _inlines = new(fichier, registre);
    }

    public static IReadOnlyList<Bloc> Lire(string markdown, string fichier, Registre registre, bool numeroter) =>
        new MarkdownEnBlocs(fichier, registre, numeroter).Blocs(Analyser(markdown, fichier));

    private static MarkdownDocument Analyser(string markdown, string fichier)
    {
        try
        {
            return Markdown.Parse(Conteneurs.Compter(markdown), Grammaire);
        }
        catch (ArgumentException)
        {
            // Markdig ne dit pas autrement qu'il renonce : c'est sa borne de profondeur.
            throw new ModeleException(fichier, 1, "le texte est trop imbriqué : trop de citations ou de listes l’une dans l’autre.");
        }
    }

    private static MarkdownPipeline Preparer()
    {
        var constructeur = new MarkdownPipelineBuilder().UsePipeTables().UseCustomContainers().UseFootnotes().DisableHtml();
        constructeur.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        // Un retrait n'est qu'un retrait : un juriste qui aligne son texte n'écrit pas du code.
        constructeur.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return constructeur.Build();
    }

    private List<Bloc> Blocs(ContainerBlock conteneur) => [.. conteneur.SelectMany(Bloc)];

    private IEnumerable<Bloc> Bloc(Block bloc) => bloc switch
    {
        HeadingBlock titre => [Titre(titre)],
        ParagraphBlock paragraphe => Paragraphe(paragraphe),
        ListBlock liste => [Liste(liste)],
        Table table => [Tableau(table, _dernierTitre, [])],
        ThematicBreakBlock => [new Bloc.Filet()],
        CustomContainer conteneur => Conteneur(conteneur),
        LinkReferenceDefinitionGroup or FootnoteGroup or BlankLineBlock => [],
        _ => throw Faute($"un bloc « {bloc.GetType().Name} » n’a pas de place dans un acte ; employez titres, paragraphes, listes et tableaux."),
    };

    private Bloc.Titre Titre(HeadingBlock titre)
    {
        if (titre.Level > 4)
        {
            throw Faute("un titre a quatre niveaux au plus.");
        }

        var contenu = _inlines.LireSansNote(titre.Inline).ToList();
        // On regarde le texte du modèle, pas la valeur du dossier : un nom ne change pas la numérotation.
        if (titre.Inline?.LastChild is LiteralInline fin && fin.Content.ToString().EndsWith("{-}", StringComparison.Ordinal)
            && contenu is [.., Inline.Texte dernier])
        {
            contenu[^1] = dernier with { Contenu = dernier.Contenu[..^3].TrimEnd(' ') };
        }
        else if (_numeroter && titre.Level <= 2)
        {
            contenu.Insert(0, new Inline.Texte(Numero(titre.Level)));
        }

        _dernierTitre = string.Concat(contenu.OfType<Inline.Texte>().Select(t => t.Contenu));
        return new(titre.Level, contenu, Ancre());
    }

    private string Numero(int niveau)
    {
        _rangs[niveau - 1]++;
        if (niveau == 1)
        {
            _rangs[1] = 0;
        }

        return niveau == 1 ? Romain(_rangs[0]) + ". " : (char)('A' + Math.Min(25, _rangs[1] - 1)) + ". ";
    }

    private static string Romain(int rang)
    {
        string[] dizaines = ["", "X", "XX", "XXX"];
        string[] unites = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return dizaines[rang / 10 % 4] + unites[rang % 10];
    }

    // Un numéro, jamais des mots : le nom d'une ancre se lit dans le fichier.
    private string Ancre()
    {
        var ancre = "section-" + (_ancres.Count + 1).ToString(CultureInfo.InvariantCulture);
        _ancres.Add(ancre);
        return ancre;
    }

    private IEnumerable<Bloc> Paragraphe(ParagraphBlock paragraphe, StyleParagraphe style = StyleParagraphe.Courant)
    {
        var contenu = _inlines.Lire(paragraphe.Inline);
        return contenu.Count == 0 ? [] : [new Bloc.Paragraphe(contenu, style)];
    }

    private Bloc.Liste Liste(ListBlock liste) => new(
        liste.IsOrdered,
        [.. liste.OfType<ListItemBlock>().Select(element => (IReadOnlyList<Bloc>)Blocs(element))],
        liste.IsOrdered && int.TryParse(liste.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var debut) ? debut : 1);

    private IEnumerable<Bloc> Conteneur(CustomContainer conteneur)
    {
        switch (conteneur.Info)
        {
            case "encadre":
                return [new Bloc.Encadre(Blocs(conteneur))];
            case "cote-a-cote":
                return [CoteACote(conteneur)];
            case "titre-document":
                return Styler(conteneur, StyleParagraphe.TitreDocument);
            case "sous-titre":
                return Styler(conteneur, StyleParagraphe.SousTitre);
            case "centre":
                return Styler(conteneur, StyleParagraphe.Centre);
            case "droite":
                return Styler(conteneur, StyleParagraphe.Droite);
            case "note":
                return Styler(conteneur, StyleParagraphe.Note);
            case "signature":
                return [new Bloc.Signature(Joindre(conteneur))];
            case "tableau":
                return TableauDecrit(conteneur);
            case "figure":
                return _registre.Figures.TryGetValue(conteneur.Arguments?.Trim() ?? "", out var figure) ? [figure] : [];
            case "lignes":
                return [APlume.Lignes(
                    int.TryParse(conteneur.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var lignes) && lignes is > 0 and <= APlume.LignesAuPlus
                        ? lignes
                        : throw Faute($"« ::: lignes » reçoit un nombre, de 1 à {APlume.LignesAuPlus}."))];
            case "formulaire":
                return [APlume.Formulaire(Rubriques(conteneur).Select(r => r.Texte).ToList())];
            case "chemin":
                var etapes = Rubriques(conteneur);
                return [APlume.Chemin([.. etapes.Select(e => e.Texte)], etapes.FindIndex(e => e.Gras) + 1, _registre.Traduction is { } langue ? langue.Dire : null)];
            case "idee":
                return [Idee(conteneur)];
            case "sommaire":
                return [new Bloc.Sommaire(int.TryParse(conteneur.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 2)];
            default:
                return [new Bloc.SautDePage()];
        }
    }

    private IEnumerable<Bloc> Styler(CustomContainer conteneur, StyleParagraphe style) => conteneur.SelectMany(
        bloc => bloc is ParagraphBlock paragraphe ? Paragraphe(paragraphe, style) : Bloc(bloc));

    private Bloc.CoteACote CoteACote(CustomContainer conteneur)
    {
        var colonnes = new List<IReadOnlyList<Bloc>>();
        var courante = new List<Bloc>();
        foreach (var bloc in conteneur)
        {
            if (bloc is ParagraphBlock { Inline.FirstChild: LiteralInline { NextSibling: null } separateur } && separateur.Content.ToString() == "+++")
            {
                colonnes.Add(courante);
                courante = [];
                continue;
            }

            courante.AddRange(Bloc(bloc));
        }

        colonnes.Add(courante);
        return new(colonnes);
    }

    // « ::: idee maison Une maison. » : un dessin et, à côté, ce qu'il redit.
    private Bloc.CoteACote Idee(CustomContainer conteneur)
    {
        const decimal PartDuDessin = 0.16m;
        var argument = (conteneur.Arguments ?? "").Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        var dessin = argument.Length == 2 ? Imagerie.Dessiner(argument[0], argument[1]) : null;
        return dessin is null
            ? throw Faute($"« ::: idee » reçoit un dessin, puis ce qu’il montre ; dessins possibles : {string.Join(", ", Imagerie.Noms)}.")
            : new([[dessin], Blocs(conteneur)]) { PartDeLaPremiere = PartDuDessin };
    }

    private List<Inline> Joindre(CustomContainer conteneur)
    {
        var contenu = new List<Inline>();
        foreach (var paragraphe in conteneur.OfType<ParagraphBlock>())
        {
            if (contenu.Count > 0)
            {
                contenu.Add(new Inline.SautDeLigne());
            }

            contenu.AddRange(_inlines.LireSansNote(paragraphe.Inline));
        }

        return contenu;
    }

    // Les lignes d'une liste, en texte ; celle qui est en gras se détache.
    private List<(string Texte, bool Gras)> Rubriques(CustomContainer conteneur)
    {
        var rubriques = conteneur.OfType<ListBlock>().SelectMany(l => l.OfType<ListItemBlock>())
            .Select(e => e.OfType<ParagraphBlock>().SelectMany(p => _inlines.Lire(p.Inline)).OfType<Inline.Texte>().ToList())
            .Where(t => t.Count > 0)
            .Select(t => (string.Concat(t.Select(m => m.Contenu)), t[0].Gras)).ToList();
        return rubriques.Count > 0 ? rubriques : throw Faute($"« ::: {conteneur.Info} » contient une liste à puces.");
    }

    // « ::: tableau Résumé pour lecteur d'écran | 1 4 2 » : ce qui suit la barre donne les largeurs relatives.
    private List<Bloc> TableauDecrit(CustomContainer conteneur)
    {
        var argument = (conteneur.Arguments ?? "").Split('|', 2, StringSplitOptions.TrimEntries);
        var poids = argument.Length < 2
            ? []
            : argument[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => decimal.TryParse(p, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lu)
                    ? lu
                    : throw Faute("les largeurs d’un tableau sont des nombres."))
                .ToList();
        return [.. conteneur.SelectMany(bloc => bloc is Table table
            ? [Tableau(table, argument[0].Length == 0 ? _dernierTitre : RenvoiDePiece.Oter(_registre.Remplacer(argument[0])), poids)]
            : Bloc(bloc))];
    }

    private Bloc.Tableau Tableau(Table table, string resume, List<decimal> poids)
    {
        var lignes = table.OfType<TableRow>().ToList();
        var entete = lignes.Find(l => l.IsHeader) ?? throw Faute("un tableau commence par une ligne d’en-têtes.");
        if (poids.Count > 0 && poids.Count != entete.Count)
        {
            throw Faute($"un tableau de {entete.Count} colonnes reçoit {poids.Count} largeurs.");
        }

        var colonnes = entete.Select((cellule, i) => new Colonne(
            Cellule(cellule),
            table.ColumnDefinitions[i].Alignment switch
            {
                TableColumnAlign.Right => Alignement.Droite,
                TableColumnAlign.Center => Alignement.Centre,
                _ => Alignement.Gauche,
            },
            poids.Count > 0 ? poids[i] : 0)).ToList();
        return new(resume, colonnes, [.. lignes.Where(l => !l.IsHeader).Select(l => LigneDe(l, colonnes.Count))]);
    }

    private Ligne LigneDe(TableRow rangee, int colonnes)
    {
        var cellules = rangee.Select(Cellule).Take(colonnes).ToList();
        while (cellules.Count < colonnes)
        {
            cellules.Add([]);
        }

        // Un numéro de ligne peut précéder l'intitulé : c'est le premier texte en gras qui dit le rôle de la rangée.
        var gras = cellules.Find(c => c is [Inline.Texte { Gras: true }, ..]) is [Inline.Texte intitule, ..] ? intitule.Contenu : "";
        if (gras.StartsWith("Total", StringComparison.Ordinal) || gras.StartsWith("Sous-total", StringComparison.Ordinal)
            || gras.StartsWith("Solde", StringComparison.Ordinal))
        {
            return new(cellules, GenreLigne.Total);
        }

        return gras.Length > 0 && cellules[0].Count > 0 && cellules.Skip(1).All(c => c.Count == 0)
            ? new([cellules[0]], GenreLigne.Groupe)
            : new(cellules) { Ancre = AncreDe(cellules[0]) };
    }

    // Une ligne dont la première case n'est que le numéro d'une pièce est sa ligne de bordereau.
    private static string AncreDe(IReadOnlyList<Inline> premiere) =>
        premiere is [Inline.Lien lien] && Ancres.NumeroDePiece(lien.Cible) is { } numero ? Ancres.Bordereau(numero) : "";

    private IReadOnlyList<Inline> Cellule(Block cellule) =>
        [.. ((TableCell)cellule).OfType<ParagraphBlock>().SelectMany(p => _inlines.LireSansNote(p.Inline))];

    private ModeleException Faute(string message) => new(_fichier, 1, message);
}
