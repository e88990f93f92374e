using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Reparation.Documents.Pieces;

/// <summary>Un courriel lu pour être transcrit : ses quatre en-têtes et son texte, jamais ses images ni ses fichiers.</summary>
internal sealed partial class Courriel
{
    private const int ProfondeurAuPlus = 8;

    private readonly List<string> _textes = [];
    private readonly List<string> _omises = [];
    private string? _hypertexte;

    private Courriel(Dictionary<string, string> entetes) => Entetes = entetes;

    /// <summary>En-têtes, clés en minuscules.</summary>
    public IReadOnlyDictionary<string, string> Entetes { get; }

    /// <summary>Texte, une ligne par ligne.</summary>
    public string Texte => string.Join("\n\n", _textes);

    /// <summary>Ce que le courriel porte d'autre, par type.</summary>
    public IReadOnlyList<string> Omises => _omises;

    /// <summary>Lit un courriel ; rien si ce n'en est pas un.</summary>
    public static Courriel? Lire(ReadOnlySpan<byte> octets)
    {
        // Chaque octet reste un caractère : le jeu de caractères ne se sait que partie par partie.
        var brut = Encoding.Latin1.GetString(octets).ReplaceLineEndings("\n");
        var (entetes, corps) = Separer(brut);
        if (!entetes.ContainsKey("from") || !(entetes.ContainsKey("date") || entetes.ContainsKey("subject")))
        {
            return null;
        }

        var courriel = new Courriel(entetes.ToDictionary(e => e.Key, e => MotsCodes(e.Value), StringComparer.Ordinal));
        courriel.Partie(entetes, corps, 0);
        if (courriel._textes.Count == 0 && courriel._hypertexte is { } hypertexte)
        {
            courriel._textes.Add(EnTexte(hypertexte));
        }

        return courriel;
    }

    private void Partie(Dictionary<string, string> entetes, string corps, int profondeur)
    {
        var type = entetes.GetValueOrDefault("content-type", "text/plain");
        var media = type.Split(';')[0].Trim().ToLowerInvariant();
        if (media.StartsWith("multipart/", StringComparison.Ordinal) && Parametre(type, "boundary") is { } frontiere && profondeur < ProfondeurAuPlus)
        {
            foreach (var morceau in ("\n" + corps).Split("\n--" + frontiere).Skip(1).TakeWhile(m => !m.StartsWith("--", StringComparison.Ordinal)))
            {
                var (siennes, contenu) = Separer(morceau[(morceau.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                Partie(siennes, contenu, profondeur + 1);
            }
        }
        else if (media is "text/plain" or "text/html" && !entetes.GetValueOrDefault("content-disposition", "").StartsWith("attachment", StringComparison.OrdinalIgnoreCase))
        {
            var texte = Jeu(Parametre(type, "charset")).GetString(Decoder(corps, entetes.GetValueOrDefault("content-transfer-encoding", "")));
            if (media == "text/plain")
            {
                _textes.Add(texte.Trim());
            }
            else
            {
                _hypertexte ??= texte;
            }
        }
        else
        {
            _omises.Add(media);
        }
    }

    private static (Dictionary<string, string> Entetes, string Corps) Separer(string brut)
    {
        var fin = brut.StartsWith('\n') ? 0 : brut.IndexOf("\n\n", StringComparison.Ordinal);
        var tete = fin < 0 ? brut : brut[..fin];
        var entetes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match champ in Champ().Matches(tete))
        {
            entetes.TryAdd(champ.Groups[1].Value.ToLowerInvariant(), Repli().Replace(champ.Groups[2].Value, " ").Trim());
        }

        return (entetes, fin < 0 ? "" : brut[fin..].TrimStart('\n'));
    }

    private static byte[] Decoder(string corps, string codage)
    {
        switch (codage.Trim().ToLowerInvariant())
        {
            case "base64":
                var utile = string.Concat(corps.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
                utile = utile[..(utile.Length - (utile.Length % 4 == 1 ? 1 : 0))];
                return Convert.FromBase64String(utile.PadRight((utile.Length + 3) / 4 * 4, '='));
            case "quoted-printable":
                return Echappes(corps.Replace("=\n", "", StringComparison.Ordinal), souligne: false);
            default:
                return Encoding.Latin1.GetBytes(corps);
        }
    }

    private static byte[] Echappes(string texte, bool souligne)
    {
        var sortie = new List<byte>(texte.Length);
        for (var i = 0; i < texte.Length; i++)
        {
            if (texte[i] == '=' && i + 2 < texte.Length && byte.TryParse(texte.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                sortie.Add(octet);
                i += 2;
            }
            else
            {
                sortie.Add(souligne && texte[i] == '_' ? (byte)' ' : (byte)texte[i]);
            }
        }

        return [.. sortie];
    }

    private static string MotsCodes(string valeur)
    {
        var lu = MotCode().Replace(EntreMots().Replace(valeur, "$1"), m =>
        {
            var octets = m.Groups[2].Value is "B" or "b" ? Decoder(m.Groups[3].Value, "base64") : Echappes(m.Groups[3].Value, souligne: true);
            return Jeu(m.Groups[1].Value).GetString(octets);
        });
        // Un en-tête moderne porte de l'UTF-8 nu.
        var octets = lu.All(c => c <= '\u00FF') && lu.Any(c => c > '~') ? Encoding.Latin1.GetBytes(lu) : null;
        return octets is not null && Utf8Strict(octets) is { } utf8 ? utf8 : lu;
    }

    private static string? Utf8Strict(byte[] octets)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Jeu(string? nom) => nom?.Trim().ToLowerInvariant() switch
    {
        "iso-8859-1" or "iso-8859-15" or "windows-1252" or "latin1" => Encoding.Latin1,
        "utf-16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };

    private static string? Parametre(string type, string nom)
    {
        var trouve = Regex.Match(type, $"""(?i);\s*{nom}\s*=\s*(?:"([^"]*)"|([^;\s]+))""", RegexOptions.None, TimeSpan.FromSeconds(1));
        return trouve.Success ? trouve.Groups[1].Value + trouve.Groups[2].Value : null;
    }

    private static string EnTexte(string hypertexte) => WebUtility.HtmlDecode(
        Balise().Replace(FinDeBloc().Replace(Invisible().Replace(hypertexte, ""), "\n"), "")).Trim();

    [GeneratedRegex(@"^([A-Za-z0-9-]+):((?:.*(?:\n[ \t].*)*))", RegexOptions.Multiline)]
    private static partial Regex Champ();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Repli();

    [GeneratedRegex(@"=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=")]
    private static partial Regex MotCode();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex EntreMots();

    [GeneratedRegex(@"(?is)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.None, 2_000)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"(?i)<br\s*/?>|</(?:p|div|tr|li|h[1-6])\s*>")]
    private static partial Regex FinDeBloc();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Balise();
}
