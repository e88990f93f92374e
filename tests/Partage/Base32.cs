namespace Reparation.Tests;

/// <summary>Relit un secret écrit en base 32 (RFC 4648), comme le fait une application de codes.</summary>
internal static class Base32
{
    /// <summary>Octets d'un secret, espaces admis.</summary>
    public static byte[] Lire(string lettres)
    {
        var bits = string.Concat(lettres.Where(c => c != ' ').Select(
            c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
