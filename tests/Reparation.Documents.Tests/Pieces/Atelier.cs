using Reparation.Documents.Pieces;
using Reparation.Documents.Rendu;
using Reparation.Documents.Tests.Actes;
using Reparation.Domain.Dossiers;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Reparation.Documents.Tests.Pieces;

/// <summary>Compose des liasses en mémoire et les relit.</summary>
internal sealed class Atelier
{
    private readonly Dictionary<string, MemoryStream> _fichiers = [];

    public LiasseComposee Liasse { get; private set; } = new([], []);

    public byte[] Octets(string nom) => _fichiers[nom].ToArray();

    public byte[] Seul => Octets(Assert.Single(Liasse.Fichiers).Nom);

    public static Atelier Composer(
        IEnumerable<byte[]?> originaux, Func<DemandeDeLiasse, DemandeDeLiasse>? regler = null, Dossier? dossier = null)
    {
        var atelier = new Atelier();
        dossier ??= Exemples.Lire("1-sextorsion");
        var demande = new DemandeDeLiasse(
            dossier, Exemples.Jour, [],
            [.. originaux.Select((o, i) => new PieceALier(
                new Piece { Id = $"p{i + 1}", Numero = i + 1, Titre = "Certificat d’essai", Date = new(2026, 3, 2) },
                () => o is null ? null : new MemoryStream(o)))],
            nom => atelier._fichiers[nom] = new MemoryStream());
        atelier.Liasse = Documents.Pieces.Liasse.Composer(regler?.Invoke(demande) ?? demande);
        return atelier;
    }

    public static ActeALier Acte(Dossier dossier, string modele = "civi/requete") => new(Exemples.Acte(modele, dossier), Charte.Acte);

    public static IReadOnlyList<Page> Pages(byte[] octets)
    {
        using var document = PdfDocument.Open(octets);
        return [.. document.GetPages()];
    }

    /// <summary>Le texte du tampon d'une page de pièce : ce qui est écrit dans sa bande, au-dessus de l'original.</summary>
    public static string Tampon(Page page) => string.Concat(page.Letters
        .Where(l => l.StartBaseLine.Y > page.Height - 32).Select(l => l.TextOrientation == TextOrientation.Horizontal ? l.Value : "?"));
}
