using System.Globalization;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Un tableau : filets horizontaux fins, en-tête répété, rangées entières tant qu'elles tiennent.</summary>
internal sealed class ComposeurTableau(Bloc.Tableau tableau, Ouvrage ouvrage, Styles styles, double hauteurPage)
{
    private const double RetraitX = 5;
    private const double RetraitY = 3.6;

    private readonly bool _avecEntete = tableau.Colonnes.Any(c => c.Entete.Count > 0);
    private double[] _largeurs = [];
    private double[] _abscisses = [];

    private sealed record Rangee(GenreLigne Genre, List<List<Mot>> Cellules, StyleTexte Style, string Ancre);

    public List<Bande> Composer(Element parent, Lieu lieu)
    {
        var rangees = tableau.Lignes.Select(l => new Rangee(
            l.Genre,
            [.. l.Cellules.Select(c => Decoupeur.Decouper(c, Style(l.Genre)))],
            Style(l.Genre),
            l.Ancre)).ToList();
        var entetes = tableau.Colonnes.Select(c => Decoupeur.Decouper(c.Entete, styles.Entete)).ToList();
        _largeurs = LargeursColonnes.Calculer(
            tableau.Colonnes, entetes, [.. rangees.Where(r => r.Genre != GenreLigne.Groupe).Select(r => r.Cellules.Select((c, i) => Etendue(r, i) > 1 ? [] : c).ToList())],
            lieu.Largeur, RetraitX);
        _abscisses = new double[_largeurs.Length];
        for (var i = 0; i < _largeurs.Length; i++)
        {
            _abscisses[i] = i == 0 ? lieu.X : _abscisses[i - 1] + _largeurs[i - 1];
        }

        var resume = tableau.Resume.Length == 0 ? "" : $"/A<</O/Table/Summary {Ecriture.Chaine(tableau.Resume)}>>";
        var element = parent.Ajouter("Table", resume);
        var bandes = new List<Bande>();
        Entete? entete = null;
        if (_avecEntete)
        {
            entete = ComposerEntete(entetes, element.Ajouter("THead").Ajouter("TR"), lieu, out var bande);
            bandes.Add(bande);
        }

        var corps = rangees.Count > 0 ? element.Ajouter("TBody") : element;
        for (var i = 0; i < rangees.Count; i++)
        {
            if (rangees[i].Genre == GenreLigne.Total && i > 0)
            {
                // Un total ne paraît jamais seul en tête de page.
                bandes[^1].Solidaire = true;
            }

            bandes.AddRange(ComposerRangee(rangees[i], corps.Ajouter("TR"), lieu, entete));
        }

        if (bandes.Count > 0)
        {
            bandes[0].Avant = 6;
            bandes[^1].Apres = 13;
            bandes[^1].Solidaire = false;
            MiseEnPages.Souder(bandes, hauteurPage * 0.25);
            if (_avecEntete && bandes.Count > 3)
            {
                // Sous l'en-tête, deux rangées au moins.
                bandes[1].Solidaire = true;
            }
        }

        return bandes;
    }

    private StyleTexte Style(GenreLigne genre) => genre == GenreLigne.Courante ? styles.Cellule : styles.CelluleForte;

    private Entete ComposerEntete(List<List<Mot>> entetes, Element rangee, Lieu lieu, out Bande bande)
    {
        var style = styles.Entete;
        var lignes = entetes.Select((mots, i) => Couper(mots, i)).ToList();
        var hauteur = Math.Max(1, lignes.Max(l => l.Count)) * style.Interligne + 2 * RetraitY + 0.4;
        var cellules = lignes.Select(_ => rangee.Ajouter("TH", "/A<</O/Table/Scope/Column>>")).ToList();
        var entete = new Entete(hauteur, (page, haut, element) =>
        {
            using (page.Artefact())
            {
                page.Rectangle(lieu.X, haut, lieu.Largeur, hauteur, Encre.FondEntete);
                page.Rectangle(lieu.X, haut + hauteur - 0.9, lieu.Largeur, 0.9, Encre.FiletFort);
            }

            for (var i = 0; i < lignes.Count; i++)
            {
                // Au pied de l'en-tête : chaque intitulé touche sa colonne.
                var y = haut + hauteur - RetraitY - 0.4 - lignes[i].Count * style.Interligne;
                DessinerCellule(page, element is null ? null : cellules[i], lignes[i], i, style, y);
            }
        });
        bande = new Bande
        {
            Hauteur = hauteur,
            Solidaire = true,
            Cadres = lieu.Cadres,
            Base = RetraitY + style.Base,
            Dessiner = (page, haut) => entete.Dessiner(page, haut, rangee),
        };
        return entete;
    }

    private List<Bande> ComposerRangee(Rangee rangee, Element element, Lieu lieu, Entete? entete)
    {
        var style = rangee.Style;
        var groupe = rangee.Genre == GenreLigne.Groupe;
        var lignes = rangee.Cellules.Select((mots, i) => groupe
            ? Coupe.Couper(mots, lieu.Largeur - 2 * RetraitX, Coupe.Mode.Fer)
            : Couper(mots, i, Etendue(rangee, i))).ToList();
        var cellules = rangee.Cellules.Select((_, i) => element.Ajouter(
            groupe || (!_avecEntete && i == 0) ? "TH" : "TD", Attributs(groupe, i))).ToList();
        var n = Math.Max(1, lignes.Max(l => l.Count));
        var hauteur = n * style.Interligne + 2 * RetraitY;
        var entiere = hauteur + (entete?.Hauteur ?? 0) + 2 * Cadre.Dedans * lieu.Cadres.Count <= hauteurPage;
        if (entiere)
        {
            return [Tranche(0, n, hauteur, premiere: true, derniere: true)];
        }

        return [.. Enumerable.Range(0, n).Select(k => Tranche(
            k, k + 1,
            style.Interligne + (k == 0 ? RetraitY : 0) + (k == n - 1 ? RetraitY : 0),
            k == 0, k == n - 1))];

        Bande Tranche(int debut, int fin, double hauteurTranche, bool premiere, bool derniere) => new()
        {
            Hauteur = hauteurTranche,
            Solidaire = groupe || (!entiere && (debut == 0 || debut == n - 2)),
            Cadres = lieu.Cadres,
            Entete = entete,
            Base = (premiere ? RetraitY : 0) + style.Base,
            Reperes = premiere && rangee.Ancre.Length > 0 ? [(ouvrage.Repere(rangee.Ancre), 0)] : [],
            Dessiner = (page, haut) =>
            {
                Decorer(page, rangee.Genre, lieu, haut, hauteurTranche, premiere, derniere);
                for (var i = 0; i < lignes.Count; i++)
                {
                    var portion = lignes[i].Skip(debut).Take(fin - debut).ToList();
                    DessinerCellule(page, cellules[i], portion, i, style, haut + (premiere ? RetraitY : 0));
                }
            },
        };
    }

    private static void Decorer(
        Page page, GenreLigne genre, Lieu lieu, double haut, double hauteur, bool premiere, bool derniere)
    {
        using (page.Artefact())
        {
            if (genre != GenreLigne.Courante)
            {
                page.Rectangle(lieu.X, haut, lieu.Largeur, hauteur,
                    genre == GenreLigne.Total ? Encre.FondTotal : Encre.FondGroupe);
            }

            if (genre == GenreLigne.Total && premiere)
            {
                page.Rectangle(lieu.X, haut - 0.35, lieu.Largeur, 0.7, Encre.FiletFort);
            }

            if (derniere)
            {
                page.Rectangle(lieu.X, haut + hauteur - 0.35, lieu.Largeur, 0.35, Encre.FiletLeger);
            }
        }
    }

    private string Attributs(bool groupe, int rang)
    {
        if (groupe)
        {
            return string.Create(CultureInfo.InvariantCulture, $"/A<</O/Table/Scope/Row/ColSpan {_largeurs.Length}>>");
        }

        return !_avecEntete && rang == 0 ? "/A<</O/Table/Scope/Row>>" : "";
    }

    /// <summary>L'intitulé d'un total déborde sur les cellules vides qui le suivent, au lieu de passer à la ligne.</summary>
    internal static int Etendue<T>(
        IReadOnlyList<Colonne> colonnes, GenreLigne genre, IReadOnlyList<IReadOnlyList<T>> cellules, int colonne)
    {
        var n = 1;
        while (genre == GenreLigne.Total && colonnes[colonne].Alignement == Alignement.Gauche
            && cellules[colonne].Count > 0 && colonne + n < cellules.Count && cellules[colonne + n].Count == 0)
        {
            n++;
        }

        return n;
    }

    private int Etendue(Rangee rangee, int colonne) => Etendue(tableau.Colonnes, rangee.Genre, rangee.Cellules, colonne);

    private List<LigneTexte> Couper(List<Mot> mots, int colonne, int etendue = 1) =>
        Coupe.Couper(mots, _largeurs.Skip(colonne).Take(etendue).Sum() - 2 * RetraitX, Coupe.Mode.Fer);

    private void DessinerCellule(
        Page page, Element? element, List<LigneTexte> lignes, int colonne, StyleTexte style, double haut)
    {
        foreach (var ligne in lignes)
        {
            var seule = colonne == 0 && ligne.Largeur > _largeurs[0] - 2 * RetraitX + 0.01;
            ligne.Dessiner(page, element, _abscisses[colonne] + RetraitX, haut + style.Base,
                _largeurs[colonne] - 2 * RetraitX, seule ? Alignement.Gauche : tableau.Colonnes[colonne].Alignement);
            haut += style.Interligne;
        }
    }
}
