using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Reparation.Documents.Actes.Champs;
using Reparation.Documents.Francais;
using Inline = Reparation.Documents.Blocs.Inline;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>Texte courant d'un modèle : remet les valeurs, puis compose la typographie.</summary>
internal sealed partial class InlinesDeMarkdown(string fichier, Registre registre)
{
    // Une note plus longue prendrait la page.
    private const int LongueurDUneNote = 1_200;

    /// <summary>Lit un texte qui ne peut pas appeler de note : un titre, une cellule.</summary>
    public IReadOnlyList<Inline> LireSansNote(ContainerInline? contenu) => Lire(contenu) is var lu && lu.Any(i => i is Inline.Note)
        ? throw new ModeleException(fichier, 1, "une note de bas de page s’appelle dans un paragraphe ou une liste, jamais dans un titre, un tableau ou une signature.")
        : lu;

    /// <summary>Lit un texte courant.</summary>
    public IReadOnlyList<Inline> Lire(ContainerInline? contenu)
    {
        var fragments = new List<Inline>();
        Ajouter(contenu, gras: false, italique: false, fragments);
        var fondus = Fondre(fragments);
        if (AppelSansNote().Match(string.Concat(fondus.OfType<Inline.Texte>().Select(t => t.Contenu))) is { Success: true } orphelin)
        {
            throw new ModeleException(fichier, 1, $"l’appel {orphelin.Value} n’a pas de note : ajoutez plus bas une ligne « {orphelin.Value}: » suivie de son texte.");
        }

        return Rogner([.. fondus.SelectMany(f => f is Inline.Texte t ? RenvoiDePiece.Lire(t) : [f])]);
    }

    private void Ajouter(ContainerInline? contenu, bool gras, bool italique, List<Inline> sortie)
    {
        foreach (var element in contenu ?? [])
        {
            switch (element)
            {
                case LiteralInline texte:
                    sortie.Add(new Inline.Texte(registre.Remplacer(texte.Content.ToString()), gras, italique));
                    break;
                case HtmlEntityInline entite:
                    sortie.Add(new Inline.Texte(entite.Transcoded.ToString(), gras, italique));
                    break;
                case EmphasisInline emphase:
                    Ajouter(emphase, gras || emphase.DelimiterCount == 2, italique || emphase.DelimiterCount == 1, sortie);
                    break;
                case LineBreakInline { IsHard: true }:
                    sortie.Add(new Inline.SautDeLigne());
                    break;
                case LineBreakInline:
                    sortie.Add(new Inline.Texte(" ", gras, italique));
                    break;
                case FootnoteLink { IsBackLink: true }:
                    break;
                case FootnoteLink note:
                    sortie.Add(Note(note.Footnote));
                    break;
                case LinkInline { IsImage: false } lien:
                    sortie.Add(Lien(lien, gras, italique));
                    break;
                case LinkInline or AutolinkInline or CodeInline or HtmlInline:
                    throw new ModeleException(fichier, 1, "image, code et balise HTML n’ont pas de place dans un acte.");
                case ContainerInline autre:
                    Ajouter(autre, gras, italique, sortie);
                    break;
                default:
                    throw new ModeleException(fichier, 1, "un passage du modèle ne se lit pas.");
            }
        }
    }

    private Inline.Note Note(Footnote note)
    {
        var contenu = note.OfType<ParagraphBlock>().SelectMany(p => Lire(p.Inline)).ToList();
        return note.Any(b => b is not ParagraphBlock) || contenu.Any(i => i is not (Inline.Texte or Inline.Lien)) || contenu.Sum(Longueur) is 0 or > LongueurDUneNote
            ? throw new ModeleException(fichier, 1, $"une note de bas de page est un paragraphe de {LongueurDUneNote} signes au plus, sans liste ni autre note.")
            : new(contenu);
    }

    private static int Longueur(Inline inline) => inline switch
    {
        Inline.Texte texte => texte.Contenu.Length,
        Inline.Lien lien => lien.Contenu.Sum(t => t.Contenu.Length),
        _ => 0,
    };

    private Inline.Lien Lien(LinkInline lien, bool gras, bool italique)
    {
        var cible = registre.Remplacer(lien.Url ?? "");
        if (!cible.StartsWith('#') && !cible.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new ModeleException(fichier, 1, "un lien mène à une ancre (#…) ou à une adresse https.");
        }

        var contenu = new List<Inline>();
        Ajouter(lien, gras, italique, contenu);
        return new(RenvoiDePiece.Oter(cible), [.. Rogner(Fondre(contenu)).OfType<Inline.Texte>()
            .Select(t => t with { Contenu = RenvoiDePiece.Oter(t.Contenu) })]);
    }

    [GeneratedRegex(@"\[\^[^\]\s]{1,20}\]")]
    private static partial Regex AppelSansNote();

    // Les morceaux de même style se rejoignent d'abord : la typographie regarde de part et d'autre d'une espace.
    private List<Inline> Fondre(List<Inline> fragments)
    {
        var fondus = new List<Inline>();
        foreach (var fragment in fragments)
        {
            if (fragment is Inline.Texte texte && fondus.LastOrDefault() is Inline.Texte precedent
                && (precedent.Gras, precedent.Italique) == (texte.Gras, texte.Italique))
            {
                fondus[^1] = precedent with { Contenu = precedent.Contenu + texte.Contenu };
            }
            else
            {
                fondus.Add(fragment);
            }
        }

        return registre.Traduction is not null ? fondus : [.. fondus.SelectMany(f => f is Inline.Texte t
            ? Typographie.Exposants(Typographie.Composer(t.Contenu)).Where(m => m.Texte.Length > 0)
                .Select(m => (Inline)(t with { Contenu = m.Texte, Exposant = m.Exposant }))
            : [f])];
    }

    private static List<Inline> Rogner(List<Inline> fragments)
    {
        if (fragments is [Inline.Texte premier, ..])
        {
            fragments[0] = premier with { Contenu = premier.Contenu.TrimStart(' ') };
        }

        if (fragments is [.., Inline.Texte dernier])
        {
            fragments[^1] = dernier with { Contenu = dernier.Contenu.TrimEnd(' ') };
        }

        fragments.RemoveAll(f => f is Inline.Texte { Contenu: "" });
        return fragments;
    }
}
