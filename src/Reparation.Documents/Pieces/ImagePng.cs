using System.Buffers.Binary;
using System.IO.Compression;
using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Numérisation PNG. Opaque et d'une seule passe, ses données passent telles quelles : un PDF emploie la même compression.
/// Transparente, elle est aplatie sur fond blanc, comme un lecteur la montrerait.
/// </summary>
internal sealed class ImagePng : IDisposable
{
    private const long PointsAuPlus = 150_000_000;
    private const long OctetsEntrelacesAuPlus = 200_000_000;

    private static readonly (int X, int Y, int PasX, int PasY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly MemoryStream _donnees = new();
    private int _largeur;
    private int _hauteur;
    private int _bits;
    private int _genre;
    private bool _entrelacee;
    private double _resolution;
    private byte[] _palette = [];
    private byte[] _transparence = [];

    private ImagePng()
    {
    }

    public void Dispose() => _donnees.Dispose();

    private int Canaux => _genre switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private bool Transparente => _genre >= 4 || _transparence.Length > 0;

    /// <exception cref="PieceRefuseeException">Image tronquée, abîmée ou démesurée.</exception>
    public static Importation Importer(ReadOnlyMemory<byte> octets, Fichier fichier)
    {
        using var image = new ImagePng();
        image.Lire(octets.Span);
        var format = FormatDImage.Choisir(image._largeur, image._hauteur, image._resolution);
        int forme;
        try
        {
            forme = image.Poser(fichier);
        }
        catch (InvalidDataException)
        {
            throw Tronquee();
        }

        return new([new(format.Largeur, format.Hauteur, [(forme, new(format.Largeur, 0, 0, format.Hauteur, 0, 0))])], []);
    }

    private void Lire(ReadOnlySpan<byte> o)
    {
        var i = 8;
        var finie = false;
        while (!finie)
        {
            if (i + 12 > o.Length)
            {
                throw Tronquee();
            }

            var longueur = BinaryPrimitives.ReadUInt32BigEndian(o[i..]);
            if (longueur > o.Length - i - 12)
            {
                throw Tronquee();
            }

            var morceau = o.Slice(i + 8, (int)longueur);
            finie = Morceau(o.Slice(i + 4, 4), morceau);
            i += 12 + (int)longueur;
        }

        if (_largeur == 0 || _donnees.Length == 0 || (_genre == 3 && _palette.Length == 0))
        {
            throw Tronquee();
        }
    }

    private bool Morceau(ReadOnlySpan<byte> nom, ReadOnlySpan<byte> contenu)
    {
        if (nom.SequenceEqual("IHDR"u8))
        {
            Entete(contenu);
        }
        else if (nom.SequenceEqual("PLTE"u8))
        {
            _palette = contenu.Length is > 0 and <= 768 && contenu.Length % 3 == 0 ? contenu.ToArray() : throw Tronquee();
        }
        else if (nom.SequenceEqual("tRNS"u8))
        {
            _transparence = contenu.ToArray();
        }
        else if (nom.SequenceEqual("pHYs"u8) && contenu.Length == 9 && contenu[8] == 1)
        {
            _resolution = BinaryPrimitives.ReadUInt32BigEndian(contenu) * 0.0254;
        }
        else if (nom.SequenceEqual("IDAT"u8))
        {
            _donnees.Write(contenu);
        }

        return nom.SequenceEqual("IEND"u8);
    }

    private void Entete(ReadOnlySpan<byte> contenu)
    {
        if (contenu.Length < 13)
        {
            throw Tronquee();
        }

        var (largeur, hauteur) = (BinaryPrimitives.ReadUInt32BigEndian(contenu), BinaryPrimitives.ReadUInt32BigEndian(contenu[4..]));
        (_bits, _genre, _entrelacee) = (contenu[8], contenu[9], contenu[12] == 1);
        var connue = (_genre, _bits) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        if (!connue || largeur == 0 || hauteur == 0 || contenu[10] != 0 || contenu[11] != 0 || contenu[12] > 1)
        {
            throw Tronquee();
        }

        if (largeur > int.MaxValue || hauteur > int.MaxValue || (long)largeur * hauteur > PointsAuPlus)
        {
            throw PieceRefuseeException.Demesuree("image de plus de 150 millions de points");
        }

        (_largeur, _hauteur) = ((int)largeur, (int)hauteur);
    }

    private int Poser(Fichier fichier)
    {
        var tete = $"/Type/XObject/Subtype/Image/Width {Ecriture.Nombre(_largeur)}/Height {Ecriture.Nombre(_hauteur)}";
        if (!Transparente && !_entrelacee)
        {
            // Décompressées pour rien que vérifier : une image abîmée se dit, elle ne s'imprime pas à moitié.
            using (var source = LireToutes())
            {
                Defiler(_largeur, _hauteur, source, (_, _) => { });
            }

            return fichier.PoserFlux(
                $"{tete}/ColorSpace{Couleurs()}/BitsPerComponent {Ecriture.Nombre(_bits)}/Filter/FlateDecode"
                + $"/DecodeParms<</Predictor 15/Colors {Ecriture.Nombre(Canaux)}/BitsPerComponent {Ecriture.Nombre(_bits)}/Columns {Ecriture.Nombre(_largeur)}>>",
                _donnees.GetBuffer().AsSpan(0, (int)_donnees.Length), compressible: false);
        }

        var gris = _genre is 0 or 4;
        using var sortie = new MemoryStream();
        using (var zlib = new ZLibStream(sortie, CompressionLevel.Fastest, leaveOpen: true))
        {
            Aplatir(gris ? 1 : 3, zlib);
        }

        return fichier.PoserFlux(
            $"{tete}/ColorSpace/{(gris ? "DeviceGray" : "DeviceRGB")}/BitsPerComponent 8/Filter/FlateDecode",
            sortie.GetBuffer().AsSpan(0, (int)sortie.Length), compressible: false);
    }

    private string Couleurs() => _genre switch
    {
        0 => "/DeviceGray",
        3 => $"[/Indexed/DeviceRGB {Ecriture.Nombre((_palette.Length / 3) - 1)}<{Convert.ToHexString(_palette)}>]",
        _ => "/DeviceRGB",
    };

    private void Aplatir(int canaux, ZLibStream sortie)
    {
        using var source = LireToutes();
        if (!_entrelacee)
        {
            var ligne = new byte[_largeur * canaux];
            Defiler(_largeur, _hauteur, source, (_, brute) =>
            {
                for (var x = 0; x < _largeur; x++)
                {
                    Point(brute, x, ligne.AsSpan(x * canaux, canaux));
                }

                sortie.Write(ligne);
            });
            return;
        }

        if ((long)_largeur * _hauteur * canaux > OctetsEntrelacesAuPlus)
        {
            throw PieceRefuseeException.Demesuree("image entrelacée trop grande");
        }

        var image = new byte[_largeur * _hauteur * canaux];
        foreach (var (x0, y0, pasX, pasY) in Passes)
        {
            var (l, h) = ((_largeur - x0 + pasX - 1) / pasX, (_hauteur - y0 + pasY - 1) / pasY);
            if (l > 0 && h > 0)
            {
                Defiler(l, h, source, (y, brute) =>
                {
                    for (var x = 0; x < l; x++)
                    {
                        Point(brute, x, image.AsSpan(((((y0 + (y * pasY)) * _largeur) + x0 + (x * pasX)) * canaux), canaux));
                    }
                });
            }
        }

        sortie.Write(image);
    }

    private ZLibStream LireToutes() =>
        new(new MemoryStream(_donnees.GetBuffer(), 0, (int)_donnees.Length), CompressionMode.Decompress);

    /// <summary>Rend chaque ligne, son filtre défait.</summary>
    private void Defiler(int largeur, int hauteur, ZLibStream source, Action<int, byte[]> rendre)
    {
        var octets = (int)((((long)largeur * Canaux * _bits) + 7) / 8);
        var pas = Math.Max(1, Canaux * _bits / 8);
        var (ligne, precedente) = (new byte[octets], new byte[octets]);
        for (var y = 0; y < hauteur; y++)
        {
            var filtre = source.ReadByte();
            if (source.ReadAtLeast(ligne, octets, throwOnEndOfStream: false) < octets || filtre is < 0 or > 4)
            {
                throw Tronquee();
            }

            Defiltrer(filtre, ligne, precedente, pas);
            rendre(y, ligne);
            (ligne, precedente) = (precedente, ligne);
        }
    }

    private static void Defiltrer(int filtre, byte[] ligne, byte[] precedente, int pas)
    {
        for (var i = 0; filtre != 0 && i < ligne.Length; i++)
        {
            var (gauche, haut, coin) = (i < pas ? 0 : ligne[i - pas], precedente[i], i < pas ? 0 : precedente[i - pas]);
            ligne[i] += (byte)(filtre switch
            {
                1 => gauche,
                2 => haut,
                3 => (gauche + haut) / 2,
                _ => Paeth(gauche, haut, coin),
            });
        }
    }

    private static int Paeth(int gauche, int haut, int coin)
    {
        var (dg, dh, dc) = (Math.Abs(haut - coin), Math.Abs(gauche - coin), Math.Abs(gauche + haut - (2 * coin)));
        return dg <= dh && dg <= dc ? gauche : dh <= dc ? haut : coin;
    }

    private void Point(byte[] ligne, int x, Span<byte> sortie)
    {
        if (_genre == 3)
        {
            var indice = Math.Min(Valeur(ligne, x), (_palette.Length / 3) - 1);
            var opacite = indice < _transparence.Length ? _transparence[indice] : 255;
            for (var c = 0; c < 3; c++)
            {
                sortie[c] = SurBlanc(_palette[(indice * 3) + c], opacite);
            }

            return;
        }

        var couleurs = _genre is 0 or 4 ? 1 : 3;
        var alpha = _genre >= 4 ? Huit(Valeur(ligne, (x * Canaux) + couleurs)) : Clef(ligne, x, couleurs) ? 0 : 255;
        for (var c = 0; c < couleurs; c++)
        {
            sortie[c] = SurBlanc(Huit(Valeur(ligne, (x * Canaux) + c)), alpha);
        }
    }

    // Une couleur peut être déclarée transparente : celle que dit tRNS, exactement.
    private bool Clef(byte[] ligne, int x, int couleurs)
    {
        if (_transparence.Length < couleurs * 2)
        {
            return false;
        }

        for (var c = 0; c < couleurs; c++)
        {
            if (Valeur(ligne, (x * Canaux) + c) != BinaryPrimitives.ReadUInt16BigEndian(_transparence.AsSpan(c * 2)))
            {
                return false;
            }
        }

        return true;
    }

    private int Valeur(byte[] ligne, int i) => _bits switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(ligne.AsSpan(i * 2)),
        8 => ligne[i],
        _ => (ligne[i * _bits / 8] >> (8 - _bits - (i * _bits % 8))) & ((1 << _bits) - 1),
    };

    private int Huit(int valeur) => _bits == 16 ? valeur >> 8 : valeur * 255 / ((1 << _bits) - 1);

    private static byte SurBlanc(int couleur, int opacite) => (byte)(((couleur * opacite) + (255 * (255 - opacite))) / 255);

    private static PieceRefuseeException Tronquee() => PieceRefuseeException.Image("elle est tronquée ou abîmée");
}
