using System.Globalization;
using System.Text;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Les mots d'un acte dans l'ordre de lecture, lus dans ses blocs et non dans ses pages.</summary>
internal sealed class TexteDesBlocs(IReadOnlyDictionary<string, int> pages)
{
    private readonly StringBuilder _sortie = new();
    private readonly List<Bloc.Titre> _titres = [];

    public static string[] Mots(string texte) => texte.Replace('\u2011', '-').Normalize(NormalizationForm.FormC)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public string[] Lire(IReadOnlyList<Bloc> corps)
    {
        Relever(corps);
        Blocs(corps, 0);
        return Mots(_sortie.ToString());
    }

    private void Relever(IEnumerable<Bloc> blocs)
    {
        foreach (var bloc in blocs)
        {
            switch (bloc)
            {
                case Bloc.Titre titre:
                    _titres.Add(titre);
                    break;
                case Bloc.Encadre encadre:
                    Relever(encadre.Contenu);
                    break;
                case Bloc.CoteACote cote:
                    Relever(cote.Colonnes.SelectMany(c => c));
                    break;
                case Bloc.Liste liste:
                    Relever(liste.Elements.SelectMany(e => e));
                    break;
                default:
                    break;
            }
        }
    }

    private void Blocs(IEnumerable<Bloc> blocs, int profondeur)
    {
        foreach (var bloc in blocs)
        {
            switch (bloc)
            {
                case Bloc.Titre titre:
                    Ligne(titre.Contenu);
                    break;
                case Bloc.Paragraphe paragraphe:
                    Ligne(paragraphe.Contenu);
                    break;
                case Bloc.Signature signature:
                    Ligne(signature.Legende);
                    break;
                case Bloc.Encadre encadre:
                    Blocs(encadre.Contenu, 0);
                    break;
                case Bloc.CoteACote cote:
                    Blocs(cote.Colonnes.SelectMany(c => c), 0);
                    break;
                case Bloc.Liste liste:
                    for (var i = 0; i < liste.Elements.Count; i++)
                    {
                        _sortie.Append(liste.Ordonnee
                            ? (liste.Debut + i).ToString(CultureInfo.InvariantCulture) + ". "
                            : profondeur % 2 == 0 ? "– " : "• ");
                        Blocs(liste.Elements[i], profondeur + 1);
                    }

                    break;
                case Bloc.Sommaire sommaire:
                    foreach (var titre in _titres.Where(t => t.Niveau <= sommaire.NiveauMax))
                    {
                        Ligne(titre.Contenu);
                        _sortie.Append(pages[titre.Ancre].ToString(CultureInfo.InvariantCulture)).Append(' ');
                    }

                    break;
                case Bloc.Figure figure:
                    foreach (var texte in figure.Dessin.Traits.OfType<Trait.Texte>())
                    {
                        _sortie.Append(texte.Contenu).Append(' ');
                    }

                    Ligne(figure.Legende);
                    break;
                case Bloc.Tableau tableau:
                    tableau.Colonnes.ToList().ForEach(c => Ligne(c.Entete));
                    tableau.Lignes.SelectMany(l => l.Cellules).ToList().ForEach(Ligne);
                    break;
                default:
                    break;
            }
        }
    }

    private void Ligne(IReadOnlyList<Inline> contenu)
    {
        foreach (var inline in contenu)
        {
            _sortie.Append(inline switch
            {
                Inline.Texte texte => texte.Contenu,
                Inline.Lien lien => string.Concat(lien.Contenu.Select(t => t.Contenu)),
                Inline.Note => "",
                _ => " ",
            });
        }

        _sortie.Append(' ');
    }
}
