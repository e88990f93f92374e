using System.Buffers.Binary;
using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Numérisation JPEG : l'image passe telle quelle, sans recompression. Ce qui l'entoure (appareil, lieu, vignette,
/// commentaires) n'est pas recopié ; l'orientation, lue avant, devient une rotation de la page.
/// </summary>
internal sealed class ImageJpeg
{
    private const int Inconnue = 0;

    private readonly ReadOnlyMemory<byte> _octets;
    private readonly Tampon _propre;
    private int _largeur;
    private int _hauteur;
    private int _composantes;
    private int _orientation = 1;
    private double _resolution = Inconnue;
    private bool _adobe;

    private ImageJpeg(ReadOnlyMemory<byte> octets) => (_octets, _propre) = (octets, new(octets.Length));

    /// <exception cref="PieceRefuseeException">Image tronquée, ou d'un codage qu'un PDF ne sait pas porter.</exception>
    public static Importation Importer(ReadOnlyMemory<byte> octets, Fichier fichier)
    {
        var image = new ImageJpeg(octets);
        image.Lire();
        return new([image.Feuille(fichier)], []);
    }

    /// <summary>Vrai si ses couleurs sont celles d'un imprimeur : aucun profil n'en répond.</summary>
    /// <exception cref="PieceRefuseeException">Image tronquée, ou d'un codage qu'un PDF ne sait pas porter.</exception>
    public static bool EstDImprimeur(ReadOnlyMemory<byte> octets)
    {
        var image = new ImageJpeg(octets);
        image.Lire();
        return image._composantes == 4;
    }

    private FeuilleImportee Feuille(Fichier fichier)
    {
        var couleurs = _composantes switch { 1 => "DeviceGray", 3 => "DeviceRGB", _ => "DeviceCMYK" };
        // Adobe écrit le cyan, le magenta, le jaune et le noir à l'envers.
        var inversion = _composantes == 4 && _adobe ? "/Decode[1 0 1 0 1 0 1 0]" : "";
        var forme = fichier.PoserFlux(
            $"/Type/XObject/Subtype/Image/Width {Ecriture.Nombre(_largeur)}/Height {Ecriture.Nombre(_hauteur)}"
            + $"/ColorSpace/{couleurs}/BitsPerComponent 8{inversion}/Filter/DCTDecode",
            _propre.Octets, compressible: false);
        var couchee = _orientation >= 5;
        var (l, h) = FormatDImage.Choisir(couchee ? _hauteur : _largeur, couchee ? _largeur : _hauteur, _resolution);
        return new(l, h, [(forme, Orienter(_orientation, l, h))]);
    }

    // Les huit orientations d'EXIF : où vont le haut et la gauche de l'image enregistrée.
    private static Matrice Orienter(int orientation, double l, double h) => orientation switch
    {
        2 => new(-l, 0, 0, h, l, 0),
        3 => new(-l, 0, 0, -h, l, h),
        4 => new(l, 0, 0, -h, 0, h),
        5 => new(0, -h, -l, 0, l, h),
        6 => new(0, -h, l, 0, 0, h),
        7 => new(0, h, l, 0, 0, 0),
        8 => new(0, h, -l, 0, l, 0),
        _ => new(l, 0, 0, h, 0, 0),
    };

    private void Lire()
    {
        var o = _octets.Span;
        if (o.Length < 4 || o[0] != 0xFF || o[1] != 0xD8)
        {
            throw Tronquee();
        }

        _propre.Brut(o[..2]);
        var i = 2;
        while (true)
        {
            while (i < o.Length && o[i] == 0xFF && i + 1 < o.Length && o[i + 1] == 0xFF)
            {
                i++;
            }

            if (i + 2 > o.Length || o[i] != 0xFF)
            {
                throw Tronquee();
            }

            var marque = o[i + 1];
            if (marque == 0xD9)
            {
                _propre.Brut(o.Slice(i, 2));
                break;
            }

            if (i + 4 > o.Length)
            {
                throw Tronquee();
            }

            var longueur = BinaryPrimitives.ReadUInt16BigEndian(o[(i + 2)..]);
            if (longueur < 2 || i + 2 + longueur > o.Length)
            {
                throw Tronquee();
            }

            var segment = o.Slice(i + 4, longueur - 2);
            if (Garder(marque, segment))
            {
                _propre.Brut(o.Slice(i, 2 + longueur));
            }

            i += 2 + longueur;
            if (marque == 0xDA)
            {
                var fin = FinDesDonnees(o, i);
                _propre.Brut(o[i..fin]);
                i = fin;
            }
        }

        if (_largeur == 0 || _hauteur == 0 || _composantes is not (1 or 3 or 4))
        {
            throw Tronquee();
        }
    }

    private bool Garder(byte marque, ReadOnlySpan<byte> segment)
    {
        switch (marque)
        {
            case 0xC0 or 0xC1 or 0xC2:
                if (segment.Length < 6 || segment[0] != 8)
                {
                    throw PieceRefuseeException.Image("sa profondeur de couleur n’est pas de huit bits");
                }

                (_hauteur, _largeur, _composantes) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), segment[5]);
                return true;
            case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCB) or (>= 0xCD and <= 0xCF):
                throw PieceRefuseeException.Image("son codage JPEG n’est pas de ceux qu’un PDF porte");
            case 0xE0:
                Densite(segment);
                return segment.StartsWith("JFIF\0"u8);
            case 0xE1:
                if (segment.StartsWith("Exif\0\0"u8))
                {
                    Exif(segment[6..]);
                }

                return false;
            case 0xEE:
                _adobe |= segment.StartsWith("Adobe"u8);
                return _adobe;
            default:
                return marque is not ((>= 0xE2 and <= 0xEF) or 0xFE);
        }
    }

    private static int FinDesDonnees(ReadOnlySpan<byte> o, int i)
    {
        while (true)
        {
            var saut = o[i..].IndexOf((byte)0xFF);
            if (saut < 0 || i + saut + 1 >= o.Length)
            {
                throw Tronquee();
            }

            i += saut;
            if (o[i + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                i += o[i + 1] == 0xFF ? 1 : 2;
                continue;
            }

            return i;
        }
    }

    private void Densite(ReadOnlySpan<byte> jfif)
    {
        if (jfif.Length >= 12 && jfif.StartsWith("JFIF\0"u8))
        {
            var densite = BinaryPrimitives.ReadUInt16BigEndian(jfif[8..]);
            _resolution = jfif[7] switch { 1 => densite, 2 => densite * 2.54, _ => _resolution };
        }
    }

    private void Exif(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return;
        }

        var petit = tiff[0] == 'I';
        var debut = Entier32(tiff, 4, petit);
        if (debut < 8 || debut + 2 > tiff.Length)
        {
            return;
        }

        var entrees = Entier16(tiff, (int)debut, petit);
        var (resolution, unite) = (0.0, 2);
        for (var i = 0; i < entrees; i++)
        {
            var ici = (int)debut + 2 + (12 * i);
            if (ici + 12 > tiff.Length)
            {
                return;
            }

            switch (Entier16(tiff, ici, petit))
            {
                case 0x0112 when Entier16(tiff, ici + 8, petit) is >= 1 and <= 8 and var orientation:
                    _orientation = orientation;
                    break;
                case 0x011A when Entier32(tiff, ici + 8, petit) is var place && place + 8 <= tiff.Length:
                    var sous = Entier32(tiff, (int)place + 4, petit);
                    resolution = sous == 0 ? 0 : (double)Entier32(tiff, (int)place, petit) / sous;
                    break;
                case 0x0128:
                    unite = Entier16(tiff, ici + 8, petit);
                    break;
                default:
                    break;
            }
        }

        if (_resolution == Inconnue && resolution > 0)
        {
            _resolution = unite == 3 ? resolution * 2.54 : resolution;
        }
    }

    private static int Entier16(ReadOnlySpan<byte> o, int i, bool petit) =>
        petit ? BinaryPrimitives.ReadUInt16LittleEndian(o[i..]) : BinaryPrimitives.ReadUInt16BigEndian(o[i..]);

    private static long Entier32(ReadOnlySpan<byte> o, int i, bool petit) =>
        petit ? BinaryPrimitives.ReadUInt32LittleEndian(o[i..]) : BinaryPrimitives.ReadUInt32BigEndian(o[i..]);

    private static PieceRefuseeException Tronquee() => PieceRefuseeException.Image("elle est tronquée ou abîmée");
}
