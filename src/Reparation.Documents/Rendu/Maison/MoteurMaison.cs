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

    /// <summary>Faux pour relire le fichier octet par octet, dans les essais.</summary>
    internal bool Comprime { get; init; } = true;

    /// <inheritdoc/>
    public DocumentRendu Composer(Acte acte, Charte charte) => Composer(acte, charte, enCahier: false);

    /// <summary>
    /// Compose l'acte en cahier : deux pages A5 par face d'une feuille A4 couchée, dans l'ordre du pli. L'arbre de lecture garde
    /// l'ordre des pages du cahier, mais qui lit le fichier face après face les trouve dans l'ordre du pli : la version A4 reste celle
    /// qui se lit à l'écran, et le cahier n'annonce aucune norme.
    /// </summary>
    /// <param name="acte">Document.</param>
    /// <param name="charte">Apparence, telle qu'elle se lira une fois le cahier plié.</param>
    public DocumentRendu Plier(Acte acte, Charte charte)
    {
        ArgumentNullException.ThrowIfNull(charte);
        // Composé en A4 puis réduit en A5 : le corps grossi d'autant garde sa taille sur le papier.
        const decimal grossir = 1.4142m;
        return Composer(acte, charte with { Corps = charte.Corps * grossir, Interligne = charte.Interligne * grossir }, enCahier: true);
    }

    private DocumentRendu Composer(Acte acte, Charte charte, bool enCahier)
    {
        ArgumentNullException.ThrowIfNull(acte);
        ArgumentNullException.ThrowIfNull(charte);
        acte = acte with { Corps = Renvois.Resoudre(acte.Corps) };
        var reperes = Controle.Verifier(acte);
        List<Repere> titres = [.. reperes.Where(r => r.Niveau > 0)];
        using var sortie = new MemoryStream();
        using var ouvrage = new Ouvrage(reperes, Comprime, sortie);
        int? manifeste = acte.PlaceDuManifeste > 0 ? ouvrage.Fichier.ReserverLeManifeste(acte.PlaceDuManifeste, acte.Identite.Date) : null;
        var cahier = new Cahier(ouvrage, acte, charte, titres, titres, ouvrage.Racine);
        cahier.Placer(0);
        if (enCahier)
        {
            Imposer(ouvrage, cahier, reperes);
        }
        else
        {
            cahier.Dessiner([.. Enumerable.Range(0, cahier.Pages).Select(_ => ouvrage.NouvellePage())], cahier.Pages);
        }

        foreach (var jointe in acte.Jointes)
        {
            ouvrage.Joindre(jointe, acte.Identite.Date);
        }

        ouvrage.Ecrire(acte.Identite, enCahier ? Norme.Aucune : Norme.Archive, manifeste);
        return new DocumentRendu(sortie.ToArray(), ouvrage.Pages.Count, reperes.ToDictionary(r => r.Ancre, r => r.Page + 1))
        {
            Manifeste = ouvrage.Fichier.Place,
        };
    }

    private static void Imposer(Ouvrage ouvrage, Cahier cahier, List<Repere> reperes)
    {
        var faces = Imposition.EnCahier(cahier.Pages);
        var reduit = Page.Largeur / Page.Hauteur;
        for (var i = 0; i < faces.Count; i++)
        {
            var page = ouvrage.NouvellePage((Page.Hauteur, Page.Largeur));
            foreach (var (numero, x) in new[] { (faces[i].Gauche, 0.0), (faces[i].Droite, Page.Hauteur / 2) })
            {
                if (numero > 0)
                {
                    page.Reduire(reduit, x);
                    cahier.DessinerUne(numero - 1, page);
                    page.Retablir();
                }
            }
        }

        foreach (var repere in reperes.Where(r => r.Page >= 0))
        {
            repere.Page = faces.Index().First(f => f.Item.Gauche == repere.Page + 1 || f.Item.Droite == repere.Page + 1).Index;
            repere.Haut *= reduit;
        }
    }
}
