using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Reparation.Documents.Pieces;

/// <summary>Ce qu'on lit d'un PDF quelconque, le nôtre ou celui d'un autre : le texte de ses pages et ses fichiers joints.</summary>
internal sealed class ContenuPdf : IDisposable
{
    private readonly PdfDocument _document;

    private ContenuPdf(PdfDocument document) => _document = document;

    public int Pages => _document.NumberOfPages;

    /// <summary>Ouvre le fichier ; rien s'il n'est pas un PDF lisible. Un fichier hostile ne fait jamais lever.</summary>
    public static ContenuPdf? Ouvrir(byte[] octets) => Essayer(() => new ContenuPdf(PdfDocument.Open(octets)));

    /// <inheritdoc cref="Ouvrir(byte[])"/>
    public static ContenuPdf? Ouvrir(Stream flux) => Essayer(() => new ContenuPdf(PdfDocument.Open(flux)));

    /// <summary>
    /// Texte d'une page dans l'ordre du flux, une ligne par ligne imprimée ; rien si la page ne se lit pas.
    /// </summary>
    public string? Texte(int page) => Essayer(() => Texte(_document.GetPage(page)));

    /// <summary>Fichier joint de ce nom ; rien s'il manque ou ne se décompresse pas.</summary>
    public byte[]? Joint(string nom) => Essayer(() =>
        _document.Advanced.TryGetEmbeddedFiles(out var joints) && joints.FirstOrDefault(j => j.Name == nom) is { } joint
            ? joint.Memory.ToArray()
            : null);

    public void Dispose() => _document.Dispose();

    // « 12 500,00 € » tient d'un seul mot : une espace imprimée est une lettre du texte, seul un grand blanc en ajoute une.
    private static string Texte(Page page)
    {
        var sortie = new StringBuilder();
        var (ligne, droite) = (double.NaN, 0.0);
        foreach (var lettre in page.Letters)
        {
            if (Math.Abs(lettre.StartBaseLine.Y - ligne) > 6)
            {
                sortie.Append('\n');
            }
            else if (lettre.StartBaseLine.X > droite + 2 || lettre.StartBaseLine.X < droite - 10)
            {
                sortie.Append('\t');
            }

            sortie.Append(lettre.Value);
            (ligne, droite) = (lettre.StartBaseLine.Y, lettre.EndBaseLine.X);
        }

        return sortie.Append('\n').ToString();
    }

    // PdfPig lève toutes sortes d’exceptions sur un fichier abîmé ; aucune n’apprend rien de plus que « illisible ». Une
    // bibliothèque absente, elle, est une panne, et doit se voir.
    private static T? Essayer<T>(Func<T?> lire)
        where T : class
    {
        try
        {
            return lire();
        }
        catch (Exception erreur) when (erreur is not (OutOfMemoryException or FileNotFoundException or TypeLoadException))
        {
            return null;
        }
    }
}
