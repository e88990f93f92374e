using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Une suite de blocs mise en pages dans un document en cours. Ses pages sont comptées à la construction et dessinées
/// plus tard : un sommaire connaît alors toutes les pages, celles des autres cahiers comprises.
/// </summary>
internal sealed class Cahier
{
    private const double Haut = 62;

    private readonly List<Feuille> _feuilles;
    private readonly Habillage _habillage;

    /// <param name="ouvrage">Document en cours.</param>
    /// <param name="acte">Blocs et identité ; les ancres des titres sont déjà uniques dans le document.</param>
    /// <param name="charte">Apparence.</param>
    /// <param name="titres">Les titres de l'acte, dans l'ordre.</param>
    /// <param name="auSommaire">Ce que liste un sommaire de cet acte.</param>
    /// <param name="racine">Où planter l'arbre de lecture.</param>
    public Cahier(
        Ouvrage ouvrage, Acte acte, Charte charte, IReadOnlyList<Repere> titres, IReadOnlyList<Repere> auSommaire, Element racine)
    {
        var styles = new Styles(charte);
        _habillage = new Habillage(acte.Identite, styles);
        var composeur = new Composeur(ouvrage, styles, _habillage.Bas - Haut, titres, auSommaire);
        var bandes = composeur.Composer(acte.Corps, racine, new Lieu(MoteurMaison.Marge, MoteurMaison.Mesure));
        _feuilles = MiseEnPages.Paginer(bandes, Haut, _habillage.Bas);
    }

    public int Pages => _feuilles.Count;

    /// <summary>Dit où commence le cahier : la page de chacun de ses endroits nommés est alors connue.</summary>
    public void Placer(int premiere)
    {
        for (var i = 0; i < _feuilles.Count; i++)
        {
            foreach (var place in _feuilles[i].Places)
            {
                foreach (var (repere, ecart) in place.Bande.Reperes)
                {
                    (repere.Page, repere.Haut) = (premiere + i, place.Haut + ecart);
                }
            }
        }
    }

    /// <summary>Dessine les pages.</summary>
    /// <param name="pages">Pages qui l'attendent.</param>
    /// <param name="total">Nombre de pages du document entier.</param>
    public void Dessiner(IReadOnlyList<Page> pages, int total)
    {
        for (var i = 0; i < _feuilles.Count; i++)
        {
            _feuilles[i].Dessiner(pages[i]);
            _habillage.Dessiner(pages[i], pages[i].Rang + 1, total);
        }
    }

    /// <summary>Dessine une page du cahier, à partir de zéro, là où la feuille la reçoit.</summary>
    public void DessinerUne(int rang, Page page)
    {
        _feuilles[rang].Dessiner(page);
        _habillage.Dessiner(page, rang + 1, Pages);
    }
}
