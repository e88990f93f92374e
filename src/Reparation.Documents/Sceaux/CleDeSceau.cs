using System.Security.Cryptography;

namespace Reparation.Documents.Sceaux;

/// <summary>
/// Clé qui scelle les documents d'une installation : ECDSA sur la courbe P-256, celle que la bibliothèque de base sait
/// employer partout (Ed25519 n'y est pas).
/// </summary>
public sealed class CleDeSceau : IDisposable
{
    private readonly ECDsa _cle;
    private readonly Lock _verrou = new();

    private CleDeSceau(ECDsa cle)
    {
        _cle = cle;
        Publique = new(cle.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Ce que tout le monde peut connaître d'elle.</summary>
    public ClePublique Publique { get; }

    /// <summary>Tire une clé au hasard.</summary>
    public static CleDeSceau Tirer() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Ouvre une clé gardée (PKCS#8).</summary>
    /// <exception cref="CryptographicException">Ces octets ne sont pas une clé.</exception>
    public static CleDeSceau Ouvrir(ReadOnlySpan<byte> pkcs8)
    {
        var cle = ECDsa.Create();
        cle.ImportPkcs8PrivateKey(pkcs8, out _);
        return new(cle);
    }

    /// <summary>Lit une clé privée PEM (PKCS#8) ; rien si ce n'est pas une clé P-256.</summary>
    public static CleDeSceau? LirePem(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        try
        {
            return PemEncoding.TryFind(texte, out var champs) && texte[champs.Label] == "PRIVATE KEY"
                && Ouvrir(Convert.FromBase64String(texte[champs.Base64Data])) is var cle && cle._cle.KeySize == 256
                ? cle
                : null;
        }
        catch (Exception erreur) when (erreur is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Octets à garder secrets (PKCS#8).</summary>
    public byte[] Exporter() => _cle.ExportPkcs8PrivateKey();

    /// <inheritdoc/>
    public void Dispose() => _cle.Dispose();

    // Une seule clé sert toutes les requêtes, et rien ne promet qu'elle signe à plusieurs à la fois.
    internal byte[] Signer(ReadOnlySpan<byte> octets)
    {
        lock (_verrou)
        {
            return _cle.SignData(octets, HashAlgorithmName.SHA256);
        }
    }
}

/// <summary>Clé publique d'un émetteur. Deux clés de mêmes octets sont la même clé.</summary>
public sealed class ClePublique
{
    internal const int OctetsDeSignature = 64;

    private readonly byte[] _octets;

    internal ClePublique(byte[] octets) => _octets = octets;

    /// <summary>Forme SubjectPublicKeyInfo.</summary>
    public ReadOnlySpan<byte> Octets => _octets;

    /// <summary>Empreinte abrégée, à lire au téléphone : quatre groupes de quatre chiffres hexadécimaux.</summary>
    public string Identifiant => string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(_octets).AsSpan(0, 8)).Chunk(4).Select(c => new string(c)));

    /// <summary>Forme PEM, à publier ou à transmettre.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", _octets) + "\n";

    /// <summary>Lit une clé PEM ; rien si ce n'est pas une clé P-256.</summary>
    public static ClePublique? LirePem(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        try
        {
            return PemEncoding.TryFind(texte, out var champs) && texte[champs.Label] == "PUBLIC KEY"
                ? Lire(Convert.FromBase64String(texte[champs.Base64Data]))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Vrai si c'est la même clé.</summary>
    public bool Est(ClePublique autre)
    {
        ArgumentNullException.ThrowIfNull(autre);
        return Octets.SequenceEqual(autre.Octets);
    }

    internal static ClePublique? Lire(byte[] octets)
    {
        try
        {
            using var cle = ECDsa.Create();
            cle.ImportSubjectPublicKeyInfo(octets, out var lus);
            return lus == octets.Length && cle.KeySize == 256 && cle.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? new(octets)
                : null;
        }
        catch (Exception erreur) when (erreur is CryptographicException or NotSupportedException)
        {
            // Une autre courbe, permise ou non sur cette machine, n'est pas la nôtre.
            return null;
        }
    }

    internal bool Verifie(ReadOnlySpan<byte> octets, ReadOnlySpan<byte> signature)
    {
        using var cle = ECDsa.Create();
        cle.ImportSubjectPublicKeyInfo(_octets, out _);
        return cle.VerifyData(octets, signature, HashAlgorithmName.SHA256);
    }
}
