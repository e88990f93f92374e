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
    public DocumentRendu Composer(Acte acte, Charte charte)
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
        cahier.Dessiner([.. Enumerable.Range(0, cahier.Pages).Select(_ => ouvrage.NouvellePage())], cahier.Pages);
        foreach (var jointe in acte.Jointes)
        {
            ouvrage.Joindre(jointe, acte.Identite.Date);
        }

        ouvrage.Ecrire(acte.Identite, manifeste: manifeste);
        return new DocumentRendu(sortie.ToArray(), cahier.Pages, reperes.ToDictionary(r => r.Ancre, r => r.Page + 1))
        {
            Manifeste = ouvrage.Fichier.Place,
        };
    }
}
