using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>Écrit des blocs dans le Markdown que <see cref="MarkdownEnBlocs"/> relit : ce que l'avocat modifie est ce qui s'imprimera.</summary>
internal static partial class MarkdownDesBlocs
{
    /// <summary>Écrit les blocs ; une figure y paraît par son rang, de 1 en 1.</summary>
    public static string Ecrire(IReadOnlyList<Bloc> blocs)
    {
        var figures = Figures(blocs).ToList();
        return Numeroter(Suite(blocs, figures), [.. Notes(blocs)]) + "\n";
    }

    // Les notes se numérotent de 1 en 1 dans la section ; leurs textes la suivent.
    private static string Numeroter(string texte, List<Inline.Note> notes)
    {
        var rang = 0;
        var appele = Appel().Replace(texte, _ => $"[^{Nom(rang++)}]");
        return string.Join("\n\n", notes.Select((n, i) => $"[^{Nom(i)}]: {Texte(n.Contenu)}").Prepend(appele));
    }

    private static IEnumerable<Inline.Note> Notes(IReadOnlyList<Bloc> blocs) => blocs.SelectMany(b => b switch
    {
        Bloc.Paragraphe paragraphe => paragraphe.Contenu.OfType<Inline.Note>(),
        Bloc.Encadre encadre => Notes(encadre.Contenu),
        Bloc.CoteACote cote => cote.Colonnes.SelectMany(Notes),
        Bloc.Liste liste => liste.Elements.SelectMany(Notes),
        _ => [],
    });

    /// <summary>Figures des blocs, par le nom qu'elles portent dans le Markdown.</summary>
    public static IReadOnlyDictionary<string, Bloc.Figure> Nommer(IReadOnlyList<Bloc> blocs) =>
        Figures(blocs).Index().ToDictionary(f => Nom(f.Index), f => f.Item);

    private static string Nom(int rang) => (rang + 1).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Bloc.Figure> Figures(IReadOnlyList<Bloc> blocs) => blocs.SelectMany(b => b switch
    {
        Bloc.Figure figure => [figure],
        Bloc.Encadre encadre => Figures(encadre.Contenu),
        Bloc.CoteACote cote => cote.Colonnes.SelectMany(Figures),
        Bloc.Liste liste => liste.Elements.SelectMany(Figures),
        _ => Enumerable.Empty<Bloc.Figure>(),
    });

    private static string Suite(IReadOnlyList<Bloc> blocs, List<Bloc.Figure> figures) => string.Join("\n\n", blocs.Select(b => Un(b, figures)));

    private static string Un(Bloc bloc, List<Bloc.Figure> figures) => bloc switch
    {
        Bloc.Titre titre => $"{new string('#', titre.Niveau)} {Ligne(titre.Contenu)}",
        Bloc.Paragraphe { Style: StyleParagraphe.Courant } p => Ligne(p.Contenu),
        Bloc.Paragraphe p => Conteneur(Role(p.Style), Ligne(p.Contenu)),
        Bloc.Liste liste => Liste(liste, figures),
        Bloc.Tableau tableau => Tableau(tableau),
        Bloc.CoteACote cote => Conteneur("cote-a-cote", string.Join("\n\n+++\n\n", cote.Colonnes.Select(c => Suite(c, figures)))),
        Bloc.Encadre encadre => Conteneur("encadre", Suite(encadre.Contenu, figures)),
        Bloc.Sommaire sommaire => string.Create(CultureInfo.InvariantCulture, $"::: sommaire {sommaire.NiveauMax}"),
        Bloc.Figure figure => $"::: figure {Nom(figures.FindIndex(f => ReferenceEquals(f, figure)))}",
        Bloc.Signature signature => Conteneur("signature", Ligne(signature.Legende)),
        Bloc.Filet => "---",
        _ => "::: saut-de-page",
    };

    private static string Role(StyleParagraphe style) => style switch
    {
        StyleParagraphe.TitreDocument => "titre-document",
        StyleParagraphe.SousTitre => "sous-titre",
        StyleParagraphe.Centre => "centre",
        StyleParagraphe.Droite => "droite",
        _ => "note",
    };

    private static string Conteneur(string nom, string contenu) => $"::: {nom}\n{contenu}\n:::";

    private static string Liste(Bloc.Liste liste, List<Bloc.Figure> figures)
    {
        var aere = liste.Elements.Any(e => e.Count > 1);
        return string.Join(aere ? "\n\n" : "\n", liste.Elements.Select((element, i) =>
        {
            var puce = liste.Ordonnee ? (liste.Debut + i).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            return puce + Suite(element, figures).Replace("\n", "\n" + new string(' ', puce.Length), StringComparison.Ordinal);
        }));
    }

    private static string Tableau(Bloc.Tableau tableau)
    {
        var poids = tableau.Colonnes.All(c => c.Poids > 0)
            ? " | " + string.Join(' ', tableau.Colonnes.Select(c => c.Poids.ToString(CultureInfo.InvariantCulture)))
            : "";
        var sortie = new StringBuilder();
        Rangee(sortie, tableau.Colonnes.Select(c => Texte(c.Entete)));
        sortie.Append('|').AppendJoin('|', tableau.Colonnes.Select(c => c.Alignement switch
        {
            Alignement.Droite => "---:",
            Alignement.Centre => ":---:",
            _ => "---",
        })).Append("|\n");
        foreach (var ligne in tableau.Lignes)
        {
            Rangee(sortie, ligne.Cellules.Select(Texte).Concat(Enumerable.Repeat("", tableau.Colonnes.Count - ligne.Cellules.Count)));
        }

        return Conteneur($"tableau {tableau.Resume.Replace('|', ' ')}{poids}", sortie.ToString().TrimEnd('\n'));
    }

    private static void Rangee(StringBuilder sortie, IEnumerable<string> cellules) =>
        sortie.Append("| ").AppendJoin(" | ", cellules).Append(" |\n");

    // Ce qui ouvrirait une liste ou un titre en début de ligne n'en est pas un.
    private static string Ligne(IReadOnlyList<Inline> contenu) => DebutTrompeur().Replace(Texte(contenu), @"$1\$2");

    private static string Texte(IReadOnlyList<Inline> contenu)
    {
        var sortie = new StringBuilder();
        for (var i = 0; i < contenu.Count; i++)
        {
            switch (contenu[i])
            {
                case Inline.Texte texte:
                    // Un exposant n'est qu'une typographie : il se retrouve à la relecture.
                    var entier = texte.Contenu;
                    while (i + 1 < contenu.Count && contenu[i + 1] is Inline.Texte suite && (suite.Gras, suite.Italique) == (texte.Gras, texte.Italique))
                    {
                        entier += suite.Contenu;
                        i++;
                    }

                    sortie.Append(Styler(entier, texte.Gras, texte.Italique));
                    break;
                case Inline.Lien lien:
                    sortie.Append('[').Append(Texte(lien.Contenu)).Append("](").Append(lien.Cible).Append(')');
                    break;
                case Inline.Note:
                    sortie.Append('\uE0F0');
                    break;
                default:
                    sortie.Append("\\\n");
                    break;
            }
        }

        return sortie.ToString();
    }

    // Un signe de graisse ne touche jamais une espace : Markdown ne le lirait plus.
    private static string Styler(string texte, bool gras, bool italique)
    {
        var nu = texte.Trim();
        if (nu.Length == 0 || !(gras || italique))
        {
            return Echapper(texte);
        }

        var signe = (gras ? "**" : "") + (italique ? "*" : "");
        var debut = texte.IndexOf(nu, StringComparison.Ordinal);
        return texte[..debut] + signe + Echapper(nu) + signe + texte[(debut + nu.Length)..];
    }

    private static string Echapper(string texte) => Special().Replace(texte, @"\$0");

    [GeneratedRegex("\uE0F0")]
    private static partial Regex Appel();

    [GeneratedRegex(@"[\\`*_\[\]<>|&]|:(?=:)")]
    private static partial Regex Special();

    [GeneratedRegex(@"^(\d{0,9})([#+\-.)])(?=\s|$|#|\+\+)")]
    private static partial Regex DebutTrompeur();
}
