using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Reparation.Web.Securite;

namespace Reparation.Web.Sauvegardes;

/// <summary>Ce que contient une sauvegarde, scellé en tête de ses tranches.</summary>
/// <param name="Octets">Taille de la base.</param>
/// <param name="Sha256">Empreinte de la base, en hexadécimal.</param>
/// <param name="CleInstance">Texte du fichier de clé, si une phrase de passe le protège ; rien sinon.</param>
public sealed record ContenuDeSauvegarde(string Version, DateTimeOffset Le, long Octets, string Sha256, string? CleInstance);

/// <summary>
/// Un fichier de sauvegarde : l'en-tête en clair, puis la base coupée en tranches scellées (AES-256-GCM). Chaque tranche est liée à l'en-tête
/// et à son rang : retirée, déplacée ou prise d'un autre fichier, elle ne s'ouvre pas. La mémoire ne suit pas la taille.
/// </summary>
internal sealed class FichierDeSauvegarde(EnTeteDeSauvegarde entete, byte[] cle)
{
    private const int Tranche = 1024 * 1024;
    private const int Surplus = 29;
    private const int ContenuAuPlus = 64 * 1024;

    private readonly string lien = Convert.ToHexStringLower(SHA256.HashData(entete.Ligne()));

    public async Task EcrireAsync(Stream fichier, ContenuDeSauvegarde contenu, Stream donnees, CancellationToken annulation)
    {
        await fichier.WriteAsync(entete.Ligne(), annulation);
        var tete = Sceller(0, JsonSerializer.SerializeToUtf8Bytes(contenu));
        var longueur = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(longueur, tete.Length);
        await fichier.WriteAsync(longueur, annulation);
        await fichier.WriteAsync(tete, annulation);
        var tampon = new byte[Tranche];
        for (var rang = 1L; await donnees.ReadAtLeastAsync(tampon, Tranche, throwOnEndOfStream: false, annulation) is var lus and > 0; rang++)
        {
            await fichier.WriteAsync(Sceller(rang, tampon.AsSpan(0, lus)), annulation);
        }
    }

    /// <summary>Relit, contrôle chaque tranche, la taille et l'empreinte, et verse la base dans <paramref name="vers"/>.</summary>
    /// <exception cref="RefusDeSauvegardeException">Fichier tronqué, modifié, ou fermé par une autre clé.</exception>
    public async Task<ContenuDeSauvegarde> LireAsync(Stream fichier, Stream vers, CancellationToken annulation)
    {
        try
        {
            var longueur = new byte[sizeof(int)];
            await fichier.ReadExactlyAsync(longueur, annulation);
            var taille = BinaryPrimitives.ReadInt32BigEndian(longueur);
            if (taille is < Surplus or > ContenuAuPlus)
            {
                throw Abimee();
            }

            var tete = new byte[taille];
            await fichier.ReadExactlyAsync(tete, annulation);
            var contenu = JsonSerializer.Deserialize<ContenuDeSauvegarde>(Ouvrir(0, tete))!;
            using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var tampon = new byte[Tranche + Surplus];
            var (rang, reste) = (1L, contenu.Octets);
            for (; reste > 0; rang++)
            {
                var attendus = (int)Math.Min(Tranche, reste);
                await fichier.ReadExactlyAsync(tampon.AsMemory(0, attendus + Surplus), annulation);
                var clair = Ouvrir(rang, tampon.AsSpan(0, attendus + Surplus));
                empreinte.AppendData(clair);
                await vers.WriteAsync(clair, annulation);
                reste -= attendus;
            }

            return fichier.ReadByte() == -1 && Convert.ToHexStringLower(empreinte.GetHashAndReset()) == contenu.Sha256 ? contenu : throw Abimee();
        }
        catch (EndOfStreamException)
        {
            throw Abimee();
        }
    }

    private static RefusDeSauvegardeException Abimee() => new(
        "Cette sauvegarde est incomplète ou modifiée\u00A0: elle ne peut pas servir. Prenez-en une autre, et vérifiez le support qui portait celle-ci.");

    private byte[] Sceller(long rang, ReadOnlySpan<byte> clair) => Scellement.Sceller(cle, Contexte(rang), clair);

    private byte[] Ouvrir(long rang, ReadOnlySpan<byte> scelle)
    {
        try
        {
            return Scellement.Desceller(cle, Contexte(rang), scelle);
        }
        catch (DonneesAltereesException)
        {
            throw rang > 0 ? Abimee() : new(entete.ParPhrase
                ? "La phrase de passe n’ouvre pas cette sauvegarde. Vérifiez-la, majuscules et espaces compris\u202F; si elle est juste, le début du fichier est abîmé\u00A0: prenez une autre sauvegarde."
                : "La clé d’instance n’ouvre pas cette sauvegarde\u00A0: le début du fichier est abîmé. Prenez une autre sauvegarde.");
        }
    }

    private string Contexte(long rang) => $"sauvegarde/{lien}/{rang}";
}
