using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Donne à chaque renvoi vers une pièce sa cible dans le document composé : sa première page, sa ligne du bordereau, ou
/// aucune, et le lien redevient un texte.
/// </summary>
internal sealed class Renvois
{
    private readonly Func<int, string?> _cible;
    private readonly Func<string, string> _ancre;
    private readonly HashSet<string> _lignes;

    private Renvois(Func<int, string?> cible, Func<string, string> ancre, HashSet<string> lignes) =>
        (_cible, _ancre, _lignes) = (cible, ancre, lignes);

    /// <summary>Un acte seul : un renvoi mène au bordereau que l'acte porte.</summary>
    public static IReadOnlyList<Bloc> Resoudre(IReadOnlyList<Bloc> corps)
    {
        var lignes = Lignes(corps).ToHashSet(StringComparer.Ordinal);
        return Resoudre(corps, n => lignes.Contains(Ancres.Bordereau(n)) ? Ancres.Bordereau(n) : null, ancre => ancre, []);
    }

    /// <summary>Une partie de liasse.</summary>
    /// <param name="corps">Blocs.</param>
    /// <param name="cible">Ancre où mène une pièce, ou rien.</param>
    /// <param name="ancre">Nom unique, dans la liasse, d'une ancre de titre.</param>
    /// <param name="lignes">Lignes déjà nommées par une autre partie : un nom ne sert qu'une fois.</param>
    public static IReadOnlyList<Bloc> Resoudre(
        IReadOnlyList<Bloc> corps, Func<int, string?> cible, Func<string, string> ancre, HashSet<string> lignes) =>
        new Renvois(cible, ancre, lignes).Blocs(corps);

    /// <summary>Ancres des lignes de tableau.</summary>
    public static IEnumerable<string> Lignes(IEnumerable<Bloc> corps) => corps.SelectMany(b => b switch
    {
        Bloc.Tableau t => t.Lignes.Select(l => l.Ancre).Where(a => a.Length > 0),
        Bloc.Encadre e => Lignes(e.Contenu),
        Bloc.Liste l => l.Elements.SelectMany(Lignes),
        Bloc.CoteACote c => c.Colonnes.SelectMany(Lignes),
        _ => [],
    });

    private IReadOnlyList<Bloc> Blocs(IReadOnlyList<Bloc> blocs) => [.. blocs.Select(Un)];

    private Bloc Un(Bloc bloc) => bloc switch
    {
        Bloc.Titre t => t with { Contenu = Textes(t.Contenu), Ancre = _ancre(t.Ancre) },
        Bloc.Paragraphe p => p with { Contenu = Textes(p.Contenu) },
        Bloc.Signature s => s with { Legende = Textes(s.Legende) },
        Bloc.Liste l => l with { Elements = [.. l.Elements.Select(Blocs)] },
        Bloc.CoteACote c => c with { Colonnes = [.. c.Colonnes.Select(Blocs)] },
        Bloc.Encadre e => e with { Contenu = Blocs(e.Contenu) },
        Bloc.Figure f => f with { Legende = Textes(f.Legende) },
        Bloc.Tableau t => t with
        {
            Colonnes = [.. t.Colonnes.Select(c => c with { Entete = Textes(c.Entete) })],
            Lignes = [.. t.Lignes.Select(Rangee)],
        },
        _ => bloc,
    };

    private Ligne Rangee(Ligne ligne)
    {
        var ancre = ligne.Ancre.Length > 0 && _lignes.Add(ligne.Ancre) ? ligne.Ancre : "";
        return ligne with { Ancre = ancre, Cellules = [.. ligne.Cellules.Select(c => Textes(c, ligne.Ancre))] };
    }

    private IReadOnlyList<Inline> Textes(IReadOnlyList<Inline> contenu, string ici = "") =>
        contenu.Any(i => i is Inline.Lien { Cible: ['#', ..] } or Inline.Note) ? [.. contenu.SelectMany(i => Lien(i, ici))] : contenu;

    private IEnumerable<Inline> Lien(Inline inline, string ici)
    {
        if (inline is Inline.Note note)
        {
            return [new Inline.Note(Textes(note.Contenu, ici))];
        }

        if (inline is not Inline.Lien { Cible: ['#', ..] } lien)
        {
            return [inline];
        }

        if (Ancres.NumeroDePiece(lien.Cible) is not { } numero)
        {
            return [lien with { Cible = "#" + _ancre(lien.Cible[1..]) }];
        }

        // Un lien vers sa propre ligne ne mène nulle part.
        return _cible(numero) is { } cible && cible != ici ? [lien with { Cible = "#" + cible }] : lien.Contenu;
    }
}
