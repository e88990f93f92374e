using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reparation.Web.Securite;

namespace Reparation.Web.Sauvegardes;

/// <summary>Ce qu'un fichier de sauvegarde dit sans qu'on l'ouvre, et ce qui en donne la clé.</summary>
/// <param name="Cle">Identifiant de la clé d'instance ; il ne révèle rien d'elle.</param>
/// <param name="Sel">Octets tirés au hasard : deux sauvegardes n'ont jamais la même clé.</param>
/// <param name="Tours">Tours de dérivation de la phrase de passe ; zéro si la clé d'instance ferme le fichier.</param>
internal sealed record EnTeteDeSauvegarde(string Format, DateTimeOffset Le, string Cle, byte[] Sel, int Tours)
{
    /// <summary>Longueur minimale d'une phrase : le fichier se garde longtemps, et s'attaque hors de l'application.</summary>
    public const int LongueurDePhrase = 20;

    private const string FormatCourant = "reparation/sauvegarde@1";
    private const int ToursDePhrase = 1_000_000;
    private const int ToursAuPlus = 10 * ToursDePhrase;
    private const int LongueurMaximale = 1_000;

    /// <summary>Vrai si une phrase de passe ferme le fichier ; il contient alors la clé d'instance.</summary>
    public bool ParPhrase => Tours > 0;

    public static EnTeteDeSauvegarde Neuf(CleInstance cle, DateTimeOffset le, bool parPhrase) =>
        new(FormatCourant, le, cle.Identifiant, RandomNumberGenerator.GetBytes(32), parPhrase ? ToursDePhrase : 0);

    /// <summary>Une ligne, en clair, au début du fichier.</summary>
    public byte[] Ligne() => [.. JsonSerializer.SerializeToUtf8Bytes(this), (byte)'\n'];

    /// <exception cref="RefusDeSauvegardeException">Ce n'est pas une sauvegarde.</exception>
    public static EnTeteDeSauvegarde Lire(Stream fichier)
    {
        var ligne = new List<byte>();
        for (var octet = fichier.ReadByte(); octet is not (-1 or '\n') && ligne.Count <= LongueurMaximale; octet = fichier.ReadByte())
        {
            ligne.Add((byte)octet);
        }

        try
        {
            if (JsonSerializer.Deserialize<EnTeteDeSauvegarde>(ligne.ToArray()) is { Format: FormatCourant, Sel.Length: 32, Cle: not null, Tours: >= 0 and <= ToursAuPlus } lu)
            {
                return lu;
            }
        }
        catch (JsonException)
        {
            // Dit plus bas.
        }

        throw new RefusDeSauvegardeException(
            "Ce fichier n’est pas une sauvegarde de Reparation, ou son début est abîmé. Choisissez un fichier que «\u00A0sauvegarder\u00A0» a écrit, ou une copie antérieure.");
    }

    /// <summary>Clé des tranches de ce fichier.</summary>
    public byte[] Deriver(CleInstance? cle, string? phrase) => ParPhrase
        ? Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(phrase!), Sel, Tours, HashAlgorithmName.SHA512, Scellement.TailleDeCle)
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, cle!.Deriver("sauvegarde"), Scellement.TailleDeCle, Sel);
}
