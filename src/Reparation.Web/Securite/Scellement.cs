using System.Security.Cryptography;
using System.Text;

namespace Reparation.Web.Securite;

/// <summary>
/// AES-256-GCM. Un scellé est : un octet de format, un nonce tiré au hasard (96 bits), l'étiquette (128 bits), le chiffré.
/// Le contexte entre dans les données associées : un scellé déplacé ailleurs ne s'ouvre plus.
/// </summary>
internal static class Scellement
{
    public const int TailleDeCle = 32;

    private const byte Format = 1;
    private const int Nonce = 12;
    private const int Etiquette = 16;
    private const int Entete = 1 + Nonce + Etiquette;

    public static byte[] Sceller(ReadOnlySpan<byte> cle, string contexte, ReadOnlySpan<byte> clair)
    {
        var scelle = new byte[Entete + clair.Length];
        scelle[0] = Format;
        var nonce = scelle.AsSpan(1, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(cle, Etiquette);
        aes.Encrypt(nonce, clair, scelle.AsSpan(Entete), scelle.AsSpan(1 + Nonce, Etiquette), Associees(contexte));
        return scelle;
    }

    /// <exception cref="DonneesAltereesException">Le scellé a été modifié, déplacé, ou vient d'une autre clé.</exception>
    public static byte[] Desceller(ReadOnlySpan<byte> cle, string contexte, ReadOnlySpan<byte> scelle)
    {
        if (scelle.Length < Entete || scelle[0] != Format)
        {
            throw new DonneesAltereesException();
        }

        var clair = new byte[scelle.Length - Entete];
        using var aes = new AesGcm(cle, Etiquette);
        try
        {
            aes.Decrypt(scelle.Slice(1, Nonce), scelle[Entete..], scelle.Slice(1 + Nonce, Etiquette), clair, Associees(contexte));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new DonneesAltereesException();
        }

        return clair;
    }

    private static byte[] Associees(string contexte) => Encoding.UTF8.GetBytes($"reparation/{Format}/{contexte}");
}
