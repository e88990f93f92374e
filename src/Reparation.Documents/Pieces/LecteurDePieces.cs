using System.Globalization;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Word;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Pieces;

/// <summary>Pages d'une pièce, et ce qu'il a fallu en dire.</summary>
/// <param name="Feuilles">Au moins une page : à défaut de l'original, celle qui dit pourquoi.</param>
/// <param name="Originale">Fichier d'origine, joint quand les pages ne le reproduisent pas.</param>
/// <param name="Incidents">Refus ou réserves.</param>
internal sealed record PieceLue(IReadOnlyList<FeuilleImportee> Feuilles, PieceJointe? Originale, IReadOnlyList<Incident> Incidents);

/// <summary>
/// Lit l'original d'une pièce d'après son contenu, quel que soit son nom. Un fichier illisible n'arrête rien : une page le
/// dit, l'original y est joint, et l'incident remonte.
/// </summary>
internal sealed class LecteurDePieces(DateOnly date)
{
    private const long OctetsAuPlus = 512L * 1024 * 1024;

    // Un en-tête peut être précédé de quelques octets parasites : les lecteurs de PDF le cherchent jusque-là.
    private const int FenetreDEntete = 1024;

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public PieceLue Lire(PieceALier piece, Fichier fichier)
    {
        var octets = Octets(piece);
        try
        {
            if (octets is null)
            {
                var absente = Absente(piece.Piece.Numero);
                throw new PieceRefuseeException(absente.Quoi, absente.QueFaire);
            }

            return Importer(piece.Piece, octets, fichier);
        }
        catch (PieceRefuseeException refus)
        {
            var joint = octets is { Length: > 0 };
            var page = Transcription.Annoncer(
                $"Pièce n°\u00A0{piece.Piece.Numero.ToString(CultureInfo.InvariantCulture)}",
                refus.Motif, joint ? "Le fichier d’origine est joint à ce document, tel qu’il a été remis." : "Il n’y a pas de fichier à joindre.", date);
            return new(
                PdfEtranger.Importer(page, fichier).Feuilles,
                joint ? Joindre(piece.Piece, octets!, Remis(piece.Piece, "bin"), "application/octet-stream") : null,
                [new(piece.Piece.Numero, refus.Motif, refus.Remede)]);
        }
    }

    /// <summary>
    /// Vrai si toutes les pages de la pièce seront écrites ou converties par nous, aux couleurs d'un écran : une image, un texte, un
    /// courriel, ou la page qui dit pourquoi l'original manque. Faux pour un PDF, dont nous ne répondons pas.
    /// </summary>
    public static bool EstConvertie(PieceALier piece)
    {
        using var flux = piece.Ouvrir();
        var debut = new byte[FenetreDEntete];
        var lus = flux?.ReadAtLeast(debut, debut.Length, throwOnEndOfStream: false) ?? 0;
        if (debut.AsSpan(0, lus).IndexOf("%PDF-"u8) >= 0)
        {
            return false;
        }

        try
        {
            return !debut.AsSpan(0, lus).StartsWith(Jpeg) || !ImageJpeg.EstDImprimeur(Octets(piece));
        }
        catch (PieceRefuseeException)
        {
            // Une page à nous dira pourquoi.
            return true;
        }
    }

    /// <summary>L'original tel qu'il a été remis, sous un nom neutre dont l'extension suit son contenu ; rien s'il n'y a pas de fichier.</summary>
    /// <exception cref="PieceRefuseeException">Le fichier est démesuré.</exception>
    public static PieceJointe? Joindre(PieceALier piece, string titre)
    {
        if (Octets(piece) is not { } octets)
        {
            return null;
        }

        var debut = octets.AsSpan(0, Math.Min(octets.Length, FenetreDEntete));
        var (extension, type) = debut.IndexOf("%PDF-"u8) >= 0 ? ("pdf", "application/pdf")
            : debut.StartsWith(Jpeg) ? ("jpg", "image/jpeg")
            : debut.StartsWith(Png) ? ("png", "image/png")
            : debut.StartsWith("PK"u8) && TexteWord.Lire(octets) is not null ? ("docx", MoteurWord.TypeMime)
            : Courriel.Lire(octets) is not null ? ("eml", "message/rfc822")
            : ("bin", "application/octet-stream");
        return Joindre(piece.Piece, octets, NomsDeFichiers.Original(piece.Piece, titre, extension), type);
    }

    /// <summary>Dit qu'une pièce n'a pas de fichier.</summary>
    public static Incident Absente(int numero) =>
        new(numero, "Le fichier de cette pièce n’a pas été déposé.", "Déposez-le, ou retirez la pièce du bordereau.");

    private PieceLue Importer(Piece piece, byte[] octets, Fichier fichier)
    {
        if (octets.Length == 0)
        {
            throw new PieceRefuseeException("Le fichier est vide.", "Demandez une nouvelle copie à qui l’a remis, puis déposez-la à la place.");
        }

        var debut = octets.AsSpan(0, Math.Min(octets.Length, FenetreDEntete));
        if (debut.IndexOf("%PDF-"u8) >= 0)
        {
            return Simple(piece, PdfEtranger.Importer(octets, fichier));
        }

        if (debut.StartsWith(Jpeg))
        {
            return Simple(piece, ImageJpeg.Importer(octets, fichier));
        }

        if (debut.StartsWith(Png))
        {
            return Simple(piece, ImagePng.Importer(octets, fichier));
        }

        if (debut.StartsWith("PK"u8) && TexteWord.Lire(octets) is { } paragraphes)
        {
            return new(
                PdfEtranger.Importer(Transcription.Ecrire(paragraphes, date), fichier).Feuilles,
                Joindre(piece, octets, Remis(piece, "docx"), MoteurWord.TypeMime), []);
        }

        if (Courriel.Lire(octets) is { } courriel)
        {
            return new(
                PdfEtranger.Importer(Transcription.Ecrire(courriel, date), fichier).Feuilles,
                Joindre(piece, octets, Remis(piece, "eml"), "message/rfc822"), []);
        }

        throw new PieceRefuseeException(
            "Le fichier n’est ni un PDF, ni une image JPEG ou PNG, ni un texte Word, ni un courriel, quel que soit son nom.",
            "Imprimez l’original vers un PDF, puis déposez-le à la place.");
    }

    private static PieceLue Simple(Piece piece, Importation importation) => new(
        importation.Feuilles, null,
        [.. importation.Reserves.Select(r => new Incident(
            piece.Numero, r, "Comparez la pièce à l’original ; au besoin, imprimez-le vers un nouveau PDF."))]);

    private static PieceJointe Joindre(Piece piece, byte[] octets, string nom, string type) =>
        new(nom, type, $"Pièce n°\u00A0{piece.Numero.ToString(CultureInfo.InvariantCulture)}, fichier d’origine", octets);

    private static string Remis(Piece piece, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"Piece-{piece.Numero:00}_original.{extension}");

    private static byte[]? Octets(PieceALier piece)
    {
        using var flux = piece.Ouvrir();
        if (flux is null)
        {
            return null;
        }

        if (flux.CanSeek && flux.Length <= OctetsAuPlus)
        {
            var exact = GC.AllocateUninitializedArray<byte>((int)(flux.Length - flux.Position));
            flux.ReadExactly(exact);
            return exact;
        }

        using var memoire = new MemoryStream();
        var tampon = new byte[81_920];
        int lus;
        while ((lus = flux.Read(tampon)) > 0)
        {
            memoire.Write(tampon, 0, lus);
            if (memoire.Length > OctetsAuPlus)
            {
                throw new PieceRefuseeException(
                    "Le fichier dépasse 512 Mo.", "Partagez-le en plusieurs pièces, ou réduisez la résolution de la numérisation.");
            }
        }

        return memoire.ToArray();
    }
}
