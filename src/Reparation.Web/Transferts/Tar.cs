using System.Text;

namespace Reparation.Web.Transferts;

/// <summary>
/// Les en-têtes d'une archive tar (ustar), réduits à ce que nous écrivons : des fichiers ordinaires, au nom court. Tout ce qu'un tar
/// permet d'autre (liens, répertoires, en-têtes étendus de toute taille) se refuse ; rien n'est décompressé, rien n'est écrit sous un nom lu.
/// </summary>
internal static class Tar
{
    public const int Bloc = 512;

    /// <summary>Deux blocs de zéros ferment l'archive.</summary>
    public static readonly byte[] Fin = new byte[2 * Bloc];

    private const int Nom = 100;
    private const int Taille = 124;
    private const int Somme = 148;

    public static long Complement(long octets) => (Bloc - (octets % Bloc)) % Bloc;

    public static byte[] EnTete(string nom, long octets, DateTimeOffset le)
    {
        var bloc = new byte[Bloc];
        Ecrire(bloc, 0, nom);
        Ecrire(bloc, 100, "0000600\0" + "0000000\0" + "0000000\0" + Octal(octets, 11) + "\0" + Octal(le.ToUnixTimeSeconds(), 11) + "\0" + "        " + "0");
        Ecrire(bloc, 257, "ustar\0" + "00");
        Ecrire(bloc, Somme, Octal(Sommer(bloc), 6) + "\0 ");
        return bloc;
    }

    /// <summary>Nom et taille d'un fichier ordinaire ; rien si le bloc dit autre chose ou ne tient pas.</summary>
    public static (string Nom, long Octets)? Lire(ReadOnlySpan<byte> bloc)
    {
        if (bloc[257..262] is not [(byte)'u', (byte)'s', (byte)'t', (byte)'a', (byte)'r'] || bloc[156] is not ((byte)'0' or 0) || bloc[345] != 0
            || LireOctal(bloc.Slice(Taille, 12)) is not { } octets
            || LireOctal(bloc.Slice(Somme, 8)) != Sommer(bloc))
        {
            return null;
        }

        var nom = bloc[..Nom];
        return (Encoding.ASCII.GetString(nom[..(nom.IndexOf((byte)0) is var fin and >= 0 ? fin : Nom)]), octets);
    }

    private static void Ecrire(byte[] bloc, int debut, string texte) => Encoding.ASCII.GetBytes(texte).CopyTo(bloc, debut);

    private static string Octal(long valeur, int chiffres) => Convert.ToString(valeur, 8).PadLeft(chiffres, '0');

    private static long? LireOctal(ReadOnlySpan<byte> champ)
    {
        var texte = Encoding.ASCII.GetString(champ).TrimEnd('\0', ' ');
        return texte.Length is > 0 and <= 11 && texte.All(c => c is >= '0' and <= '7') ? texte.Aggregate(0L, (n, c) => (n * 8) + (c - '0')) : null;
    }

    // La somme se compte comme si son propre champ était fait d'espaces.
    private static long Sommer(ReadOnlySpan<byte> bloc)
    {
        var somme = 0L;
        for (var i = 0; i < Bloc; i++)
        {
            somme += i is >= Somme and < Somme + 8 ? ' ' : bloc[i];
        }

        return somme;
    }
}
