using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reparation.Web.Features.Comptes;

/// <summary>Code à six chiffres qui change toutes les trente secondes (RFC 6238, SHA-1, celui que lisent toutes les applications de code).</summary>
public static class CodeTemporaire
{
    /// <summary>Octets d'un secret : la taille de l'empreinte, comme le demande la RFC 4226.</summary>
    public const int TailleDuSecret = 20;

    private const int Secondes = 30;

    // Une horloge décalée d'un pas, d'un côté ou de l'autre, passe encore.
    private const int Tolerance = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Le code de cet instant.</summary>
    public static string A(ReadOnlySpan<byte> secret, DateTimeOffset instant) => DuPas(secret, Pas(instant));

    /// <summary>Le pas dont ce code est celui, s'il est assez proche et plus récent que le dernier employé ; rien sinon.</summary>
    public static long? Reconnaitre(ReadOnlySpan<byte> secret, string code, DateTimeOffset instant, long dernierPas)
    {
        ArgumentNullException.ThrowIfNull(code);
        var tape = Encoding.UTF8.GetBytes(new string([.. code.Where(c => !char.IsWhiteSpace(c))]));
        for (var pas = Pas(instant) - Tolerance; pas <= Pas(instant) + Tolerance; pas++)
        {
            if (pas > dernierPas && CryptographicOperations.FixedTimeEquals(tape, Encoding.UTF8.GetBytes(DuPas(secret, pas))))
            {
                return pas;
            }
        }

        return null;
    }

    /// <summary>Le secret en lettres, par groupes de quatre, pour qui le recopie.</summary>
    public static string EnLettres(ReadOnlySpan<byte> secret)
    {
        var lettres = new StringBuilder();
        var (reste, bits) = (0, 0);
        foreach (var octet in secret)
        {
            (reste, bits) = ((reste << 8) | octet, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                lettres.Append(Alphabet[(reste >> bits) & 31]);
            }

            reste &= (1 << bits) - 1;
        }

        return string.Join(' ', lettres.ToString().Chunk(4).Select(c => new string(c)));
    }

    /// <summary>Adresse que lit une application de code ; elle ne quitte pas la page.</summary>
    public static string Adresse(ReadOnlySpan<byte> secret, string courriel) =>
        $"otpauth://totp/Reparation:{Uri.EscapeDataString(courriel)}?secret={EnLettres(secret).Replace(" ", "", StringComparison.Ordinal)}&issuer=Reparation";

    private static long Pas(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / Secondes;

    private static string DuPas(ReadOnlySpan<byte> secret, long pas)
    {
        Span<byte> compteur = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(compteur, pas);
        Span<byte> empreinte = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // La RFC 6238 et toutes les applications de code veulent HMAC-SHA-1, que rien n'affaiblit ici.
        HMACSHA1.HashData(secret, compteur, empreinte);
#pragma warning restore CA5350
        var debut = empreinte[^1] & 15;
        var nombre = BinaryPrimitives.ReadInt32BigEndian(empreinte[debut..]) & int.MaxValue;
        return (nombre % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
