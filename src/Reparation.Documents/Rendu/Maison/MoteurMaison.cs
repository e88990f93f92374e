using System.Runtime.CompilerServices;
using Reparation.Documents.Blocs;

[assembly: InternalsVisibleTo("Reparation.Documents.Tests")]

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Moteur PDF de la maison : met l'acte en pages et écrit un PDF 1.7 balisé, conçu pour PDF/A-3A et PDF/UA-1 et
/// vérifié par nos essais. Sans état : une instance sert à tous les fils, et le même acte donne les mêmes octets.
/// </summary>
public sealed class MoteurMaison : IMoteur
{
    /// <summary>Marges latérales, en points : 25 mm.</summary>
    internal const double Marge = 70.87;

    /// <summary>Largeur du texte, en points : environ 160 mm.</summary>
    internal const double Mesure = Page.Largeur - 2 * Marge;

    private const double Haut = 62;

    /// <summary>Faux pour relire le fichier octet par octet, dans les essais.</summary>
    internal bool Comprime { get; init; } = true;

    /// <inheritdoc/>
    public DocumentRendu Composer(Acte acte, Charte charte)
    {
        ArgumentNullException.ThrowIfNull(acte);
        ArgumentNullException.ThrowIfNull(charte);
        var reperes = Controle.Verifier(acte);
        var ouvrage = new Ouvrage(reperes, Comprime);
        var styles = new Styles(charte);
        var habillage = new Habillage(acte.Identite, styles);
        var composeur = new Composeur(ouvrage, styles, habillage.Bas - Haut);
        var bandes = composeur.Composer(acte.Corps, ouvrage.Racine, new Lieu(Marge, Mesure));
        var feuilles = MiseEnPages.Paginer(bandes, Haut, habillage.Bas);
        Reperer(feuilles);
        foreach (var feuille in feuilles)
        {
            var page = ouvrage.NouvellePage();
            feuille.Dessiner(page);
            habillage.Dessiner(page, feuilles.Count);
        }

        int? manifeste = acte.PlaceDuManifeste > 0 ? ouvrage.Fichier.ReserverLeManifeste(acte.PlaceDuManifeste) : null;
        return new DocumentRendu(
            ouvrage.Ecrire(acte.Identite, acte.Jointes, manifeste),
            feuilles.Count,
            reperes.ToDictionary(r => r.Titre.Ancre, r => r.Page + 1))
        {
            Manifeste = ouvrage.Fichier.Place,
        };
    }

    private static void Reperer(List<Feuille> feuilles)
    {
        for (var i = 0; i < feuilles.Count; i++)
        {
            foreach (var place in feuilles[i].Places)
            {
                foreach (var (repere, ecart) in place.Bande.Reperes)
                {
                    (repere.Page, repere.Haut) = (i, place.Haut + ecart);
                }
            }
        }
    }
}
