namespace Reparation.Documents.Depot;

/// <summary>Lecture d'un flux par une fenêtre de taille fixe : on avance, on regarde devant, on cherche, sans tout charger.</summary>
internal sealed class Fenetre(Stream flux, long depart = 0)
{
    private const int Taille = 64 * 1024;

    private readonly byte[] tampon = new byte[Taille];
    private long debut = depart;
    private int rang;
    private int rempli;

    /// <summary>Rang du prochain octet lu.</summary>
    public long Position
    {
        get => debut + rang;
        set
        {
            if (value >= debut && value <= debut + rempli)
            {
                rang = (int)(value - debut);
                return;
            }

            (debut, rang, rempli) = (value, 0, 0);
        }
    }

    /// <summary>Octet suivant, ou -1 à la fin.</summary>
    public int Lire() => rang < rempli || Remplir(1) ? tampon[rang++] : -1;

    /// <summary>Octet situé <paramref name="devant"/> plus loin, sans avancer ; -1 après la fin.</summary>
    public int Voir(int devant = 0) => rang + devant < rempli || Remplir(devant + 1) ? tampon[rang + devant] : -1;

    /// <summary>Entier de deux octets, poids fort d'abord.</summary>
    /// <exception cref="EndOfStreamException">Le flux s'arrête avant.</exception>
    public int Entier16()
    {
        var (fort, faible) = (Lire(), Lire());
        return faible < 0 ? throw new EndOfStreamException() : (fort << 8) | faible;
    }

    /// <summary>Entier de quatre octets, poids fort d'abord.</summary>
    /// <exception cref="EndOfStreamException">Le flux s'arrête avant.</exception>
    public uint Entier32() => ((uint)Entier16() << 16) | (uint)Entier16();

    /// <summary>Avance jusqu'au début du motif ; faux, à la fin du flux, s'il n'y est pas.</summary>
    public bool Chercher(ReadOnlySpan<byte> motif)
    {
        while (Voir(motif.Length - 1) >= 0)
        {
            var trouve = tampon.AsSpan(rang, rempli - rang).IndexOf(motif);
            if (trouve >= 0)
            {
                rang += trouve;
                return true;
            }

            rang = rempli - motif.Length + 1;
        }

        return false;
    }

    /// <summary>Vrai si les octets qui suivent sont ceux-là.</summary>
    public bool Suit(ReadOnlySpan<byte> motif) => Voir(motif.Length - 1) >= 0 && tampon.AsSpan(rang, motif.Length).SequenceEqual(motif);

    // Garde les octets non lus, et complète la fenêtre depuis le flux.
    private bool Remplir(int voulus)
    {
        var restants = Math.Max(0, rempli - rang);
        tampon.AsSpan(rang, restants).CopyTo(tampon);
        (debut, rang, rempli) = (debut + rang, 0, restants);
        if (flux.CanSeek)
        {
            flux.Position = debut + rempli;
        }

        rempli += flux.ReadAtLeast(tampon.AsSpan(rempli), voulus - rempli, throwOnEndOfStream: false);
        return rempli >= voulus;
    }
}
