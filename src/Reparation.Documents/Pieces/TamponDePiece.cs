using System.Globalization;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Tampon d'une pièce : qui la communique, son numéro, sa page, et le chemin du retour. Il s'écrit sur une bande ajoutée
/// au-dessus de la page, jamais sur elle : il ne cache rien, ne réduit rien, et reste droit sur une page tournée.
/// </summary>
internal sealed class TamponDePiece(string cachet, bool premierePageSeulement)
{
    private const double Bande = 32;
    private const double Marge = 14;
    private const double Entre = 24;

    private static readonly StyleTexte Fort = new(Famille.Sans, 10, 13) { Gras = true, Encre = Encre.Titre, Tabulaire = true };
    private static readonly StyleTexte Fin = new(Famille.Sans, 8, 10.5) { Encre = Encre.Grise, Tabulaire = true };

    /// <summary>Dessine toutes les pages d'une pièce.</summary>
    /// <param name="ouvrage">Document en cours.</param>
    /// <param name="numero">Numéro de la pièce.</param>
    /// <param name="feuilles">Ses pages.</param>
    /// <param name="retour">Ancre où ramène le tampon, ou rien.</param>
    public void Poser(Ouvrage ouvrage, int numero, IReadOnlyList<FeuilleImportee> feuilles, string? retour)
    {
        var ensemble = ouvrage.Racine.Ajouter("Div");
        for (var i = 0; i < feuilles.Count; i++)
        {
            Poser(ouvrage, ensemble, numero, feuilles[i], i, feuilles.Count, retour);
        }
    }

    private void Poser(Ouvrage ouvrage, Element ensemble, int numero, FeuilleImportee feuille, int rang, int total, string? retour)
    {
        var tamponnee = rang == 0 || !premierePageSeulement;
        var piece = LigneTexte.Simple($"Pièce n°\u00A0{numero.ToString(CultureInfo.InvariantCulture)} ", Fort);
        var pages = LigneTexte.Simple(string.Create(CultureInfo.InvariantCulture, $"page {rang + 1}/{total}"), Fin);
        var auteur = LigneTexte.Simple(cachet, Fin);

        // Une page plus étroite que son tampon s'élargit : le document d'origine n'est pas réduit pour autant.
        var largeur = tamponnee
            ? Math.Max(feuille.Largeur, 2 * Marge + auteur.Largeur + Entre + Math.Max(piece.Largeur, pages.Largeur))
            : feuille.Largeur;
        var page = ouvrage.NouvellePage((largeur, feuille.Hauteur + (tamponnee ? Bande : 0)));
        if (tamponnee)
        {
            Tamponner(page, ensemble, rang == 0, piece, pages, auteur, retour);
        }

        Reproduire(page, ensemble, feuille, $"{(cachet.Length == 0 ? "" : cachet + ", ")}pièce n°\u00A0{numero.ToString(CultureInfo.InvariantCulture)}, "
            + string.Create(CultureInfo.InvariantCulture, $"page {rang + 1} sur {total}"));
        ouvrage.Clore(page, Parties.Piece(numero));
    }

    // Après le tampon : un état qu'une page d'autrui laisse ouvert ne peut plus le déplacer.
    private static void Reproduire(Page page, Element ensemble, FeuilleImportee feuille, string alternative)
    {
        var x = (page.Format.Largeur - feuille.Largeur) / 2;
        var figure = ensemble.Ajouter("Figure",
            $"/Alt {Ecriture.Chaine(alternative)}/A<</O/Layout/Placement/Block/BBox[{Ecriture.Nombre(x)} 0 {Ecriture.Nombre(x + feuille.Largeur)} {Ecriture.Nombre(feuille.Hauteur)}]>>");
        using (page.Marquer(figure))
        {
            page.Restreindre(x, 0, feuille.Largeur, feuille.Hauteur);
            foreach (var (forme, place) in feuille.Formes)
            {
                page.Forme(forme, place.Puis(Matrice.Decaler(x, 0)));
            }

            page.Relacher();
        }
    }

    private static void Tamponner(
        Page page, Element ensemble, bool premiere, LigneTexte piece, LigneTexte pages, LigneTexte auteur, string? retour)
    {
        var (gauche, mesure) = (Marge, page.Format.Largeur - 2 * Marge);
        const double ligne1 = 14;
        const double ligne2 = 25;
        using (page.Artefact(Decor.TetePage))
        {
            page.Rectangle(0, Bande - 0.6, page.Format.Largeur, 0.6, Encre.FiletFort);
        }

        // Le titre de la pièce ne se dit qu'une fois ; répété, il est un décor.
        piece.Dessiner(page, premiere ? ensemble.Ajouter("H1") : null, gauche, ligne1, mesure, Alignement.Droite, Decor.TetePage);
        auteur.Dessiner(page, null, gauche, ligne1, mesure, Alignement.Gauche, Decor.TetePage);
        pages.Dessiner(page, null, gauche, ligne2, mesure, Alignement.Droite, Decor.TetePage);
        if (retour is not null)
        {
            // Le bordereau est dans le premier volume ; dans les autres, le sommaire en tient lieu.
            var mots = retour.StartsWith(Ancres.DebutBordereau, StringComparison.Ordinal) ? "Retour au bordereau" : "Retour au sommaire";
            LigneTexte.Simple([new Inline.Lien("#" + retour, [new(mots)])], Fin)
                .Dessiner(page, ensemble.Ajouter("P"), gauche, ligne2, mesure, Alignement.Gauche);
        }
    }
}
