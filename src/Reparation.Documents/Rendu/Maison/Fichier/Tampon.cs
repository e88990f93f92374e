namespace Reparation.Documents.Rendu.Maison;

/// <summary>Octets en cours d'écriture. Les nombres ne suivent jamais la culture de la machine.</summary>
internal sealed class Tampon(int capacite = 4096)
{
    private static readonly byte[] Hexa = "0123456789ABCDEF"u8.ToArray();

    private byte[] _octets = new byte[capacite];

    public int Longueur { get; private set; }

    public ReadOnlySpan<byte> Octets => _octets.AsSpan(0, Longueur);

    public void Vider() => Longueur = 0;

    /// <summary>Rend la mémoire.</summary>
    public void Liberer() => (_octets, Longueur) = ([], 0);

    public Tampon Ascii(ReadOnlySpan<char> texte)
    {
        var place = Reserver(texte.Length);
        for (var i = 0; i < texte.Length; i++)
        {
            place[i] = (byte)texte[i];
        }

        return this;
    }

    public Tampon Brut(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Reserver(octets.Length));
        return this;
    }

    public Tampon Octet(byte octet)
    {
        Reserver(1)[0] = octet;
        return this;
    }

    /// <summary>Quatre chiffres hexadécimaux : un numéro de glyphe.</summary>
    public Tampon Hexa4(int valeur)
    {
        var place = Reserver(4);
        for (var i = 3; i >= 0; i--)
        {
            place[i] = Hexa[valeur & 15];
            valeur >>= 4;
        }

        return this;
    }

    /// <summary>Entier sur un nombre fixe d'octets, poids fort en tête.</summary>
    public Tampon GrosBoutiste(long valeur, int taille)
    {
        var place = Reserver(taille);
        for (var i = taille - 1; i >= 0; i--)
        {
            place[i] = (byte)valeur;
            valeur >>= 8;
        }

        return this;
    }

    public Tampon Entier(long valeur)
    {
        if (valeur < 0)
        {
            Octet((byte)'-');
            valeur = -valeur;
        }

        Span<byte> chiffres = stackalloc byte[20];
        var i = 20;
        do
        {
            chiffres[--i] = (byte)('0' + valeur % 10);
            valeur /= 10;
        }
        while (valeur > 0);

        return Brut(chiffres[i..]);
    }

    /// <summary>Nombre à trois décimales au plus, sans zéro inutile.</summary>
    public Tampon Nombre(double valeur)
    {
        var milliemes = (long)Math.Round(valeur * 1000);
        if (milliemes < 0)
        {
            Octet((byte)'-');
            milliemes = -milliemes;
        }

        Entier(milliemes / 1000);
        var reste = (int)(milliemes % 1000);
        if (reste == 0)
        {
            return this;
        }

        Octet((byte)'.').Octet((byte)('0' + reste / 100));
        if (reste % 100 != 0)
        {
            Octet((byte)('0' + reste / 10 % 10));
        }

        return reste % 10 == 0 ? this : Octet((byte)('0' + reste % 10));
    }

    private Span<byte> Reserver(int taille)
    {
        if (Longueur + taille > _octets.Length)
        {
            Array.Resize(ref _octets, Math.Max(_octets.Length * 2, Longueur + taille));
        }

        var place = _octets.AsSpan(Longueur, taille);
        Longueur += taille;
        return place;
    }
}
