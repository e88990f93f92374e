using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Reparation.Documents.Rendu;

namespace Reparation.Documents.Sceaux;

/// <summary>
/// Manifeste d'un document scellé : l'empreinte de chaque partie du fichier, ce que chaque page imprime, l'empreinte des
/// fichiers joints et la clé. La signature, écrite la dernière, porte sur tous les octets qui la précèdent.
/// </summary>
internal sealed record Manifeste(
    FicheDuSceau Fiche,
    long Octets,
    long Debut,
    int Longueur,
    IReadOnlyList<Partie> Parties,
    IReadOnlyList<PageImprimee> Pages,
    IReadOnlyDictionary<string, string> Jointes,
    ClePublique Cle)
{
    public const string Format = "reparation/manifeste@1";

    /// <summary>Début invariable, que l'on cherche dans le fichier même quand sa table ne se lit plus.</summary>
    public static readonly byte[] Marque = Encoding.ASCII.GetBytes($"{{\n\"format\":\"{Format}\",\n");

    private static readonly byte[] AvantLaSignature = Encoding.ASCII.GetBytes(",\n\"signature\":\"");

    private static readonly JsonSerializerOptions Texte = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Empreinte(ReadOnlySpan<byte> octets) => Convert.ToHexStringLower(SHA256.HashData(octets));

    /// <summary>Écrit et signe. Rien n'y est compressé : le manifeste se lit avec un éditeur de texte.</summary>
    public byte[] Signer(CleDeSceau cle)
    {
        var sortie = new StringBuilder(Encoding.ASCII.GetString(Marque));
        sortie.Append(CultureInfo.InvariantCulture,
            $"\"acte\":{{\"modele\":{Ecrire(Fiche.Modele)},\"titre\":{Ecrire(Fiche.Titre)},\"version\":{Ecrire(Fiche.VersionDuModele)},\"reference\":{Ecrire(Fiche.Reference)},\"date\":{Ecrire(Fiche.Date.ToString("O", CultureInfo.InvariantCulture))},\"emetteur\":{Ecrire(Fiche.Emetteur)},\"editions\":[{string.Join(',', Fiche.Editions.Select(Ecrire))}]}},\n");
        sortie.Append(CultureInfo.InvariantCulture, $"\"octets\":{Octets},\n\"manifeste\":[{Debut},{Longueur}],\n\"parties\":[\n");
        sortie.AppendJoin(",\n", Parties.Select(p => string.Create(
            CultureInfo.InvariantCulture, $"[{Ecrire(p.Nom)},{p.Debut},{p.Longueur},\"{p.Empreinte}\"]")));
        sortie.Append("],\n\"pages\":[\n");
        sortie.AppendJoin(",\n", Pages.Select(p => $"[\"{p.Empreinte}\"{string.Concat(p.Sommes.Select(s => "," + s.ToString("0.00", CultureInfo.InvariantCulture)))}]"));
        sortie.Append(CultureInfo.InvariantCulture, $"],\n\"jointes\":{{{string.Join(',', Jointes.Select(j => $"{Ecrire(j.Key)}:\"{j.Value}\""))}}},\n\"cle\":\"{Convert.ToBase64String(Cle.Octets)}\"");
        var signe = Encoding.UTF8.GetBytes(sortie.ToString());
        return [.. signe, .. AvantLaSignature, .. Encoding.ASCII.GetBytes(Convert.ToBase64String(cle.Signer(signe))), .. "\"\n}"u8];
    }

    /// <summary>Lit un manifeste et sa signature ; rien si un seul octet n'est pas à sa place.</summary>
    public static (Manifeste Manifeste, bool Authentique)? Lire(ReadOnlySpan<byte> octets)
    {
        var coupe = octets.LastIndexOf(AvantLaSignature);
        if (!octets.StartsWith(Marque) || coupe < 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(octets.ToArray(), new() { AllowDuplicateProperties = false, MaxDepth = 8 });
            var manifeste = Depuis(document.RootElement);
            var suite = Encoding.ASCII.GetString(octets[(coupe + AvantLaSignature.Length)..]).TrimEnd(' ');
            var signature = suite.EndsWith("\"\n}", StringComparison.Ordinal) ? Convert.FromBase64String(suite[..^3]) : [];
            // La forme écrite est unique : une signature récrite autrement serait une modification qu'on ne verrait pas.
            return signature.Length == ClePublique.OctetsDeSignature && Convert.ToBase64String(signature) == suite[..^3]
                ? (manifeste, manifeste.Cle.Verifie(octets[..coupe], signature))
                : null;
        }
        catch (Exception erreur) when (erreur is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or CryptographicException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Vrai si les parties se suivent sans trou et que le manifeste seul leur échappe.</summary>
    public bool Couvre()
    {
        var place = 0L;
        foreach (var partie in Parties)
        {
            place += place == Debut ? Longueur : 0;
            if (partie.Debut != place || partie.Longueur <= 0 || partie.Longueur > Octets - place)
            {
                return false;
            }

            place += partie.Longueur;
        }

        return place == Octets && Debut > 0 && Longueur > 0;
    }

    private static string Ecrire(string texte) => JsonSerializer.Serialize(texte, Texte);

    private static Manifeste Depuis(JsonElement racine)
    {
        var acte = racine.GetProperty("acte");
        var place = racine.GetProperty("manifeste");
        return new(
            new(
                Chaine(acte, "modele"), Chaine(acte, "titre"), Chaine(acte, "version"), Chaine(acte, "reference"),
                DateOnly.ParseExact(Chaine(acte, "date"), "O", CultureInfo.InvariantCulture), Chaine(acte, "emetteur"),
                [.. acte.GetProperty("editions").EnumerateArray().Select(e => e.GetString() ?? "")]),
            racine.GetProperty("octets").GetInt64(),
            place[0].GetInt64(),
            place[1].GetInt32(),
            [.. racine.GetProperty("parties").EnumerateArray().Select(p =>
                new Partie(p[0].GetString() ?? "", p[1].GetInt64(), p[2].GetInt64(), p[3].GetString() ?? ""))],
            [.. racine.GetProperty("pages").EnumerateArray().Select(p =>
                new PageImprimee(p[0].GetString() ?? "", [.. p.EnumerateArray().Skip(1).Select(s => s.GetDecimal())]))],
            racine.GetProperty("jointes").EnumerateObject().ToDictionary(j => j.Name, j => j.Value.GetString() ?? ""),
            ClePublique.Lire(racine.GetProperty("cle").GetBytesFromBase64()) ?? throw new FormatException());
    }

    private static string Chaine(JsonElement objet, string nom) => objet.GetProperty(nom).GetString() ?? "";
}
