using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Refuse, avant toute composition, un acte qui donnerait un mauvais fichier. Les messages désignent par un rang :
/// un titre ou une ancre peut porter un nom.
/// </summary>
internal sealed class Controle
{
    private readonly List<Repere> _reperes = [];
    private readonly Dictionary<string, int> _rangs = [];
    private readonly List<string> _cibles = [];

    private int _titres;
    private int _tableaux;
    private int _figures;

    /// <summary>Les endroits nommés, titres et lignes de tableau, dans l'ordre de lecture.</summary>
    /// <param name="acte">Document.</param>
    /// <param name="ailleurs">Ancres que le reste d'une liasse porte.</param>
    public static List<Repere> Verifier(Acte acte, Func<string, bool>? ailleurs = null)
    {
        var controle = new Controle();
        if (string.IsNullOrWhiteSpace(acte.Identite.Titre))
        {
            throw new RenduException("Le document n'a pas de titre. Donnez-lui un titre neutre, sans nom d'enfant.");
        }

        if (acte.Jointes.Select(j => j.Nom).Distinct(StringComparer.Ordinal).Count() < acte.Jointes.Count)
        {
            throw new RenduException("Deux fichiers joints portent le même nom. Renommez l'un d'eux.");
        }

        controle.Blocs(acte.Corps);
        for (var i = 0; i < controle._cibles.Count; i++)
        {
            controle.Cible(controle._cibles[i], i + 1, ailleurs);
        }

        return controle._reperes;
    }

    private void Blocs(IEnumerable<Bloc> blocs)
    {
        foreach (var bloc in blocs)
        {
            switch (bloc)
            {
                case Bloc.Titre titre:
                    Titre(titre);
                    break;
                case Bloc.Paragraphe paragraphe:
                    Liens([.. paragraphe.Contenu.SelectMany(i => i is Inline.Note note ? note.Contenu : [i])]);
                    break;
                case Bloc.Signature signature:
                    Liens(signature.Legende);
                    break;
                case Bloc.Liste liste:
                    liste.Elements.ToList().ForEach(Blocs);
                    break;
                case Bloc.CoteACote cote:
                    cote.Colonnes.ToList().ForEach(Blocs);
                    break;
                case Bloc.Encadre encadre:
                    Blocs(encadre.Contenu);
                    break;
                case Bloc.Figure figure:
                    Figure(figure);
                    break;
                case Bloc.Tableau tableau:
                    Tableau(tableau);
                    break;
                default:
                    break;
            }
        }
    }

    private void Titre(Bloc.Titre titre)
    {
        var rang = ++_titres;
        var precedent = _reperes.FindLast(r => r.Niveau > 0)?.Niveau ?? 0;
        if (titre.Niveau is < 1 or > 4 || titre.Niveau > precedent + 1)
        {
            throw new RenduException(
                $"Le titre n° {rang} est de niveau {titre.Niveau} après un titre de niveau {precedent} : " +
                "les titres vont de 1 à 4 et n'en sautent aucun.");
        }

        if (titre.Ancre.Length == 0)
        {
            throw new RenduException($"Le titre n° {rang} n'a pas d'ancre.");
        }

        if (!_rangs.TryAdd(titre.Ancre, rang))
        {
            throw new RenduException($"Le titre n° {rang} reprend l'ancre du titre n° {_rangs[titre.Ancre]} : une ancre est unique.");
        }

        _reperes.Add(new Repere(titre.Ancre, titre.Niveau, titre.Contenu));
        Liens(titre.Contenu);
    }

    private void Tableau(Bloc.Tableau tableau)
    {
        _tableaux++;
        if (tableau.Colonnes.Count == 0)
        {
            throw new RenduException($"Le tableau n° {_tableaux} n'a pas de colonne.");
        }

        foreach (var colonne in tableau.Colonnes)
        {
            Liens(colonne.Entete);
        }

        for (var i = 0; i < tableau.Lignes.Count; i++)
        {
            var ligne = tableau.Lignes[i];
            var attendues = ligne.Genre == GenreLigne.Groupe ? 1 : tableau.Colonnes.Count;
            if (ligne.Cellules.Count != attendues)
            {
                throw new RenduException(
                    $"La ligne {i + 1} du tableau n° {_tableaux} a {ligne.Cellules.Count} cellule(s) au lieu de {attendues}.");
            }

            if (ligne.Ancre.Length > 0 && _rangs.TryAdd(ligne.Ancre, 0))
            {
                _reperes.Add(new Repere(ligne.Ancre, 0, []));
            }

            foreach (var cellule in ligne.Cellules)
            {
                Liens(cellule);
            }
        }
    }

    private void Figure(Bloc.Figure figure)
    {
        _figures++;
        var (largeur, hauteur) = (figure.Dessin.Largeur, figure.Dessin.Hauteur);
        if (string.IsNullOrWhiteSpace(figure.Alternative))
        {
            throw new RenduException($"La figure n° {_figures} n'a pas d'alternative : qui ne la voit pas n'en saurait rien.");
        }

        if (largeur <= 0 || hauteur <= 0 || !figure.Dessin.Traits.All(t => t switch
        {
            Trait.Rectangle r => Dedans(r.X, r.Y) && Dedans(r.X + r.Largeur, r.Y + r.Hauteur) && r.Largeur >= 0 && r.Hauteur >= 0,
            Trait.Disque d => d.Rayon >= 0 && Dedans(d.X - d.Rayon, d.Y - d.Rayon) && Dedans(d.X + d.Rayon, d.Y + d.Rayon),
            Trait.Ligne l => Dedans(l.X1, l.Y1) && Dedans(l.X2, l.Y2),
            Trait.Texte x => Dedans(x.X, x.Base),
            _ => false,
        }))
        {
            throw new RenduException($"La figure n° {_figures} sort de son cadre.");
        }

        Liens(figure.Legende);

        bool Dedans(decimal x, decimal y) => x >= 0 && x <= largeur && y >= 0 && y <= hauteur;
    }

    private void Liens(IReadOnlyList<Inline> contenu)
    {
        if (contenu.Any(i => i is Inline.Note))
        {
            throw new RenduException("Une note de bas de page n'a sa place que dans un paragraphe ou une liste, jamais dans un titre, un tableau ou une autre note.");
        }

        _cibles.AddRange(contenu.OfType<Inline.Lien>().Select(l => l.Cible));
    }

    private void Cible(string cible, int rang, Func<string, bool>? ailleurs)
    {
        if (cible.StartsWith('#'))
        {
            if (!_rangs.ContainsKey(cible[1..]) && ailleurs?.Invoke(cible[1..]) != true)
            {
                throw new RenduException($"Le lien n° {rang} vise une ancre qu'aucun titre ne porte.");
            }
        }
        else if (!Uri.TryCreate(cible, UriKind.Absolute, out var adresse) || adresse.Scheme != Uri.UriSchemeHttps)
        {
            throw new RenduException($"Le lien n° {rang} ne vise ni une ancre (#…) ni une adresse https.");
        }
    }
}
