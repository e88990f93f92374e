using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reparation.Web.Transferts;

/// <summary>Un fichier de l'archive : son nom, son empreinte SHA-256 en hexadécimal, sa taille.</summary>
public sealed record Partie(string Nom, string Sha256, long Octets);

/// <summary>Premier fichier de l'archive : ce qui suit, dans l'ordre. Rien d'autre n'est admis.</summary>
/// <param name="Le">Instant de la version emportée.</param>
/// <param name="Absents">Empreintes de fichiers que le dossier cite et que l'installation n'a plus.</param>
public sealed record Manifeste(string Format, DateTimeOffset Le, Partie Dossier, IReadOnlyList<Partie> Pieces, IReadOnlyList<string> Absents)
{
    /// <summary>Nom du manifeste dans l'archive.</summary>
    public const string Fichier = "manifeste.json";

    /// <summary>Nom du dossier dans l'archive.</summary>
    public const string FichierDuDossier = "dossier.json";

    /// <summary>Format lu et écrit.</summary>
    public const string FormatCourant = "reparation/archive@1";

    /// <summary>Taille du manifeste, au plus.</summary>
    public const int TailleMaximale = 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public byte[] Ecrire() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Lit un manifeste ; rien s'il est mal formé.</summary>
    public static Manifeste? Lire(ReadOnlySpan<byte> octets)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifeste>(octets, Options) is { Format: FormatCourant } lu
                && lu.Dossier.Nom == FichierDuDossier && lu.Pieces.All(p => p.Nom.StartsWith($"pieces/{p.Sha256}.", StringComparison.Ordinal) && p.Octets > 0)
                && lu.Pieces.Select(p => p.Sha256).Concat(lu.Absents).All(s => s.Length == 64 && s.All(char.IsAsciiHexDigitLower))
                && lu.Pieces.DistinctBy(p => p.Sha256).Count() == lu.Pieces.Count
                    ? lu
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
