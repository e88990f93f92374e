using System.Globalization;
using System.Text;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Actes;

/// <summary>Un acte en texte seul : pour le relire au terminal, et pour approuver ce qu'un modèle produit.</summary>
public static class ActeTexte
{
    /// <summary>Écrit tous les blocs, dans l'ordre de lecture.</summary>
    public static string Ecrire(Acte acte)
    {
        ArgumentNullException.ThrowIfNull(acte);
        var sortie = new StringBuilder();
        if (acte.Identite.EnTete.Length > 0)
        {
            sortie.Append(CultureInfo.InvariantCulture, $"[{acte.Identite.EnTete}]\n\n");
        }

        Suite(acte.Corps, "", sortie);
        sortie.Append(CultureInfo.InvariantCulture, $"[{acte.Identite.PiedDePage} – {acte.Identite.Reference}]\n");
        foreach (var jointe in acte.Jointes)
        {
            sortie.Append(CultureInfo.InvariantCulture, $"[Joint : {jointe.Nom}]\n");
        }

        return sortie.ToString();
    }

    /// <summary>Texte d'une suite de blocs.</summary>
    public static string Ecrire(IReadOnlyList<Bloc> blocs)
    {
        var sortie = new StringBuilder();
        Suite(blocs, "", sortie);
        return sortie.ToString();
    }

    /// <summary>Texte d'une suite de fragments.</summary>
    public static string Ecrire(IReadOnlyList<Inline> contenu)
    {
        ArgumentNullException.ThrowIfNull(contenu);
        return string.Concat(contenu.Select(i => i switch
        {
            Inline.Texte texte => texte.Contenu,
            Inline.Lien lien => string.Concat(lien.Contenu.Select(t => t.Contenu)),
            Inline.Note note => $" [note : {Ecrire(note.Contenu)}]",
            _ => "\n",
        }));
    }

    private static void Suite(IReadOnlyList<Bloc> blocs, string retrait, StringBuilder sortie)
    {
        foreach (var bloc in blocs)
        {
            Un(bloc, retrait, sortie);
        }
    }

    private static void Un(Bloc bloc, string retrait, StringBuilder sortie)
    {
        switch (bloc)
        {
            case Bloc.Titre titre:
                Paragraphe($"{new string('#', titre.Niveau)} {Ecrire(titre.Contenu)}", retrait, sortie);
                break;
            case Bloc.Paragraphe { Style: StyleParagraphe.Courant } paragraphe:
                Paragraphe(Ecrire(paragraphe.Contenu), retrait, sortie);
                break;
            case Bloc.Paragraphe paragraphe:
                Paragraphe($"({Role(paragraphe.Style)}) {Ecrire(paragraphe.Contenu)}", retrait, sortie);
                break;
            case Bloc.Liste liste:
                for (var i = 0; i < liste.Elements.Count; i++)
                {
                    var puce = liste.Ordonnee ? (liste.Debut + i).ToString(CultureInfo.InvariantCulture) + "." : "-";
                    Element(liste.Elements[i], puce, retrait, sortie);
                }

                sortie.Append('\n');
                break;
            case Bloc.Tableau tableau:
                Tableau(tableau, retrait, sortie);
                break;
            case Bloc.CoteACote cote:
                foreach (var colonne in cote.Colonnes)
                {
                    Suite(colonne, retrait + "| ", sortie);
                }

                break;
            case Bloc.Encadre encadre:
                Suite(encadre.Contenu, retrait + "> ", sortie);
                break;
            case Bloc.Figure figure:
                Paragraphe($"[Figure : {figure.Alternative}]", retrait, sortie);
                foreach (var texte in figure.Dessin.Traits.OfType<Trait.Texte>())
                {
                    sortie.Append(retrait).Append("  ").Append(texte.Contenu).Append('\n');
                }

                sortie.Append('\n');
                if (figure.Legende.Count > 0)
                {
                    Paragraphe($"(légende) {Ecrire(figure.Legende)}", retrait, sortie);
                }

                break;
            case Bloc.Sommaire:
                Paragraphe("[Sommaire]", retrait, sortie);
                break;
            case Bloc.SautDePage:
                Paragraphe("[Saut de page]", retrait, sortie);
                break;
            case Bloc.Filet:
                Paragraphe("—————", retrait, sortie);
                break;
            case Bloc.Signature signature:
                Paragraphe($"[Signature] {Ecrire(signature.Legende)}", retrait, sortie);
                break;
        }
    }

    private static void Element(IReadOnlyList<Bloc> blocs, string puce, string retrait, StringBuilder sortie)
    {
        var contenu = new StringBuilder();
        Suite(blocs, "", contenu);
        var lignes = contenu.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < lignes.Length; i++)
        {
            sortie.Append(retrait).Append(i == 0 ? puce + " " : new string(' ', puce.Length + 1)).Append(lignes[i]).Append('\n');
        }
    }

    private static void Tableau(Bloc.Tableau tableau, string retrait, StringBuilder sortie)
    {
        Rangee([.. tableau.Colonnes.Select(c => Ecrire(c.Entete))], "", retrait, sortie);
        foreach (var ligne in tableau.Lignes)
        {
            Rangee(
                [.. ligne.Cellules.Select(Ecrire)],
                ligne.Genre switch { GenreLigne.Groupe => "Groupe : ", GenreLigne.Total => "= ", _ => "" },
                retrait,
                sortie);
        }

        sortie.Append('\n');
    }

    private static void Rangee(IReadOnlyList<string> cellules, string debut, string retrait, StringBuilder sortie) =>
        sortie.Append(retrait).Append("| ").Append(debut)
            .AppendJoin(" | ", cellules.Select(c => c.Replace('\n', ' '))).Append(" |\n");

    private static void Paragraphe(string texte, string retrait, StringBuilder sortie)
    {
        foreach (var ligne in texte.Split('\n'))
        {
            sortie.Append(retrait).Append(ligne).Append('\n');
        }

        sortie.Append('\n');
    }

    private static string Role(StyleParagraphe style) => style switch
    {
        StyleParagraphe.TitreDocument => "titre",
        StyleParagraphe.SousTitre => "sous-titre",
        StyleParagraphe.Centre => "centré",
        StyleParagraphe.Droite => "à droite",
        _ => "note",
    };
}
