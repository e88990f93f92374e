using System.Text;
using System.Text.RegularExpressions;

namespace Reparation.Documents.Depot;

/// <summary>Famille d'un fichier, d'après ses premiers octets.</summary>
internal enum Signature
{
    Inconnu,
    Vide,
    Pdf,
    Jpeg,
    Png,
    Zip,
    Courriel,
    Image,
    Video,
    Son,
    Archive,
    Programme,
    OfficeAncien,
    Balisage,
    Texte,
}

/// <summary>Reconnaissance des familles de fichiers.</summary>
internal static partial class Signatures
{
    private const int Debut = 4_096;

    // Rang du premier octet, octets attendus, famille. Les plus longues d'abord quand l'une commence l'autre.
    private static readonly (int Rang, byte[] Octets, Signature Famille)[] Connues =
    [
        (0, "%PDF-"u8.ToArray(), Signature.Pdf),
        (0, [0xFF, 0xD8, 0xFF], Signature.Jpeg),
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Signature.Png),
        (0, [0x50, 0x4B, 0x03, 0x04], Signature.Zip),
        (0, [0x50, 0x4B], Signature.Archive),
        (0, "GIF8"u8.ToArray(), Signature.Image),
        (0, "BM"u8.ToArray(), Signature.Image),
        (0, [0x49, 0x49, 0x2A, 0x00], Signature.Image),
        (0, [0x4D, 0x4D, 0x00, 0x2A], Signature.Image),
        (0, [0x00, 0x00, 0x01, 0x00], Signature.Image),
        (0, "8BPS"u8.ToArray(), Signature.Image),
        (8, "WEBP"u8.ToArray(), Signature.Image),
        (8, "AVI "u8.ToArray(), Signature.Video),
        (8, "WAVE"u8.ToArray(), Signature.Son),
        (4, "ftypheic"u8.ToArray(), Signature.Image),
        (4, "ftypheix"u8.ToArray(), Signature.Image),
        (4, "ftypmif1"u8.ToArray(), Signature.Image),
        (4, "ftypavif"u8.ToArray(), Signature.Image),
        (4, "ftypM4A"u8.ToArray(), Signature.Son),
        (4, "ftyp"u8.ToArray(), Signature.Video),
        (4, "moov"u8.ToArray(), Signature.Video),
        (0, [0x1A, 0x45, 0xDF, 0xA3], Signature.Video),
        (0, [0x00, 0x00, 0x01, 0xBA], Signature.Video),
        (0, [0x00, 0x00, 0x01, 0xB3], Signature.Video),
        (0, "FLV"u8.ToArray(), Signature.Video),
        (0, [0x30, 0x26, 0xB2, 0x75], Signature.Video),
        (0, "ID3"u8.ToArray(), Signature.Son),
        (0, "OggS"u8.ToArray(), Signature.Son),
        (0, "fLaC"u8.ToArray(), Signature.Son),
        (0, "#!AMR"u8.ToArray(), Signature.Son),
        (0, [0xFF, 0xFB], Signature.Son),
        (0, [0xFF, 0xF1], Signature.Son),
        (0, "Rar!"u8.ToArray(), Signature.Archive),
        (0, [0x37, 0x7A, 0xBC, 0xAF], Signature.Archive),
        (0, [0x1F, 0x8B], Signature.Archive),
        (0, "BZh"u8.ToArray(), Signature.Archive),
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A], Signature.Archive),
        (0, [0x28, 0xB5, 0x2F, 0xFD], Signature.Archive),
        (257, "ustar"u8.ToArray(), Signature.Archive),
        (0, "MZ"u8.ToArray(), Signature.Programme),
        (0, [0x7F, 0x45, 0x4C, 0x46], Signature.Programme),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], Signature.Programme),
        (0, [0xCF, 0xFA, 0xED, 0xFE], Signature.Programme),
        (0, "#!"u8.ToArray(), Signature.Programme),
        (0, [0xD0, 0xCF, 0x11, 0xE0], Signature.OfficeAncien),
        (0, "{\\rtf"u8.ToArray(), Signature.OfficeAncien),
        (0, "%!PS"u8.ToArray(), Signature.Programme),
    ];

    /// <summary>Reconnaît la famille du flux, lu depuis son début.</summary>
    public static Signature Reconnaitre(Stream contenu)
    {
        contenu.Position = 0;
        var tampon = new byte[Debut];
        var lus = contenu.ReadAtLeast(tampon, Debut, throwOnEndOfStream: false);
        return Reconnaitre(tampon.AsSpan(0, lus));
    }

    /// <summary>Reconnaît la famille d'après le début du contenu.</summary>
    private static Signature Reconnaitre(ReadOnlySpan<byte> debut)
    {
        if (debut.IsEmpty)
        {
            return Signature.Vide;
        }

        foreach (var (rang, octets, famille) in Connues)
        {
            if (debut.Length >= rang + octets.Length && debut[rang..].StartsWith(octets))
            {
                return famille;
            }
        }

        if (debut.ContainsAnyInRange((byte)0, (byte)8))
        {
            return Signature.Inconnu;
        }

        var texte = Encoding.Latin1.GetString(debut);
        return texte switch
        {
            _ when PremierEnTete().IsMatch(texte) && EnTeteDeCourriel().Count(texte) > 0 => Signature.Courriel,
            _ when texte.TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').StartsWith('<') => Signature.Balisage,
            _ => Signature.Texte,
        };
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9\-]*:[ \t]")]
    private static partial Regex PremierEnTete();

    [GeneratedRegex(@"^(From|Received|Message-ID|Return-Path|Delivered-To):[ \t]", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex EnTeteDeCourriel();
}
