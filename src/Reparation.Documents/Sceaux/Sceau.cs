using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Pieces;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Sceaux;

/// <summary>
/// Scelle un document : pose son manifeste à la place que le moteur lui a laissée, et le signe. Le sceau prouve que le fichier
/// n'a pas changé depuis et de quelle clé il vient ; il n'est pas une signature électronique au sens du règlement eIDAS.
/// </summary>
public static class Sceau
{
    // La fiche, la clé, la signature, les fichiers joints.
    private const int OctetsDeLaFiche = 6_000;

    // « ,1234567890.00 » et de quoi respirer.
    private const int OctetsParSomme = 18;

    /// <summary>Le même acte, avec de quoi recevoir un sceau.</summary>
    public static Acte Reserver(Acte acte)
    {
        ArgumentNullException.ThrowIfNull(acte);
        return acte with { PlaceDuManifeste = Place(ActeTexte.Ecrire(acte).Count('€')) };
    }

    /// <summary>Place à réserver pour un document qui imprime ce nombre de sommes.</summary>
    public static int Place(int sommes) => OctetsDeLaFiche + (sommes * OctetsParSomme);

    /// <summary>Scelle le document rendu.</summary>
    /// <param name="rendu">Document composé depuis un acte passé par <see cref="Reserver"/>.</param>
    /// <param name="fiche">Ce que le sceau en dit.</param>
    /// <param name="cle">Clé de l'installation.</param>
    /// <param name="jointes">Fichiers joints au document.</param>
    /// <exception cref="InvalidOperationException">Aucune place n'a été réservée, ou elle ne suffit pas.</exception>
    public static byte[] Apposer(
        DocumentRendu rendu, FicheDuSceau fiche, CleDeSceau cle, IReadOnlyList<PieceJointe> jointes)
    {
        ArgumentNullException.ThrowIfNull(rendu);
        ArgumentNullException.ThrowIfNull(fiche);
        ArgumentNullException.ThrowIfNull(cle);
        var place = rendu.Manifeste ?? throw new InvalidOperationException("Ce document n'a pas de place pour un sceau.");
        using var contenu = ContenuPdf.Ouvrir(rendu.Octets);
        var scelle = rendu.Octets.ToArray();
        Signer(place, scelle.Length, contenu, fiche, cle, jointes.ToDictionary(j => j.Nom, j => Manifeste.Empreinte(j.Octets)), int.MaxValue).CopyTo(scelle, place.Debut);
        return scelle;
    }

    /// <summary>Scelle une liasse dont la fin est retenue.</summary>
    /// <param name="place">Place du manifeste, et les parties avec leur empreinte.</param>
    /// <param name="sortie">La liasse.</param>
    /// <param name="fiche">Ce que le sceau en dit.</param>
    /// <param name="cle">Clé de l'installation.</param>
    /// <param name="jointes">Empreinte de chaque fichier joint, par son nom.</param>
    /// <param name="pages">Nombre de premières pages dont on garde le texte et les sommes : celles qui précèdent les pièces.</param>
    internal static void Apposer(
        PlaceDuManifeste place, SortieRetenue sortie, FicheDuSceau fiche, CleDeSceau cle, IReadOnlyDictionary<string, string> jointes, int pages)
    {
        using var contenu = pages == 0 ? null : ContenuPdf.Ouvrir(sortie);
        sortie.Poser(place.Debut, Signer(place, sortie.Length, contenu, fiche, cle, jointes, pages));
    }

    private static byte[] Signer(
        PlaceDuManifeste place, long octets, ContenuPdf? contenu, FicheDuSceau fiche, CleDeSceau cle, IReadOnlyDictionary<string, string> jointes, int pages)
    {
        if (contenu is null && pages > 0)
        {
            throw new InvalidOperationException("Ce document ne se relit pas.");
        }

        var manifeste = new Manifeste(
            fiche,
            octets,
            place.Debut,
            place.Octets,
            place.Parties,
            contenu is null ? [] : PageImprimee.Lire(contenu, pages),
            jointes,
            cle.Publique).Signer(cle);
        return manifeste.Length <= place.Octets ? manifeste : throw new InvalidOperationException("La place laissée au sceau ne suffit pas.");
    }

    /// <summary>Nom sous lequel le manifeste est joint.</summary>
    internal const string NomDuManifeste = Parties.Manifeste;
}
