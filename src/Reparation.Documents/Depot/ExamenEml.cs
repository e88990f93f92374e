using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Depot;

/// <summary>
/// Un courriel : ses en-têtes, puis des parties qui ne sont que du texte, une fois décodées. Rien d'autre n'y voyage.
/// </summary>
internal sealed partial class ExamenEml
{
    private const int LigneMaximale = 64 * 1024;
    private const int EnTeteMaximal = 256 * 1024;
    private const int ProfondeurMaximale = 12;
    private const int Recouvrement = 64;

    private readonly Fenetre lecture;
    private readonly StringBuilder ligne = new();

    private ExamenEml(Stream contenu) => lecture = new(contenu);

    public static Admission Examiner(Stream contenu)
    {
        var examen = new ExamenEml(contenu);
        return examen.Partie([], racine: true)
            ?? (Admission)new Admission.Acceptee(TypeDePiece.Eml, null, AConfirmer: false);
    }

    /// <summary>Lit une partie ; à la sortie, la ligne courante est la frontière qui la clôt, ou la fin du contenu.</summary>
    private Admission.Refusee? Partie(IReadOnlyList<string> frontieres, bool racine = false)
    {
        if (EnTetes() is not { } entetes)
        {
            return Refus.Abime;
        }

        if (racine && !(entetes.ContainsKey("from") && entetes.ContainsKey("date")))
        {
            return Refus.TexteNu;
        }

        var type = entetes.GetValueOrDefault("content-type", "text/plain").Trim();
        var media = type.Split(';')[0].Trim().ToLowerInvariant();
        if (!media.StartsWith("multipart/", StringComparison.Ordinal))
        {
            return Feuille(media, entetes, frontieres);
        }

        if (FrontiereDe().Match(type) is not { Success: true } trouvee || frontieres.Count >= ProfondeurMaximale)
        {
            return Refus.Abime;
        }

        var frontiere = "--" + (trouvee.Groups[1].Success ? trouvee.Groups[1].Value : trouvee.Groups[2].Value);
        return Morceaux(frontiere, [.. frontieres, frontiere]);
    }

    private Admission.Refusee? Morceaux(string frontiere, IReadOnlyList<string> frontieres)
    {
        var parties = 0;
        while (LireLigne())
        {
            if (EstFrontiere(frontiere, fin: true))
            {
                return parties == 0 ? Refus.Abime : Suite(frontieres);
            }

            if (!EstFrontiere(frontiere, fin: false))
            {
                // Le préambule et l'épilogue ne s'affichent pas : rien ne doit s'y cacher.
                if (!EstDuTexte(ligne.ToString()))
                {
                    return Refus.EmlJoint;
                }

                continue;
            }

            do
            {
                parties++;
                if (Partie(frontieres) is { } refus)
                {
                    return refus;
                }
            }
            while (EstFrontiere(frontiere, fin: false));

            if (EstFrontiere(frontiere, fin: true))
            {
                return Suite(frontieres);
            }
        }

        return Refus.Abime;
    }

    // L'épilogue d'une partie multiple, jusqu'à la frontière qui l'entoure.
    private Admission.Refusee? Suite(IReadOnlyList<string> frontieres)
    {
        var autour = frontieres.Take(frontieres.Count - 1).ToList();
        while (LireLigne())
        {
            if (autour.Exists(f => EstFrontiere(f, true) || EstFrontiere(f, false)))
            {
                return null;
            }

            if (!EstDuTexte(ligne.ToString()))
            {
                return Refus.EmlJoint;
            }
        }

        ligne.Clear();
        return autour.Count == 0 ? null : Refus.Abime;
    }

    private Admission.Refusee? Feuille(string media, Dictionary<string, string> entetes, IReadOnlyList<string> frontieres)
    {
        var html = media == "text/html";
        var jointe = entetes.GetValueOrDefault("content-disposition", "").TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
        if (media is not ("text/plain" or "text/html") || (html && jointe))
        {
            return Refus.EmlJoint;
        }

        var codage = entetes.GetValueOrDefault("content-transfer-encoding", "7bit").Trim().ToLowerInvariant();
        if (codage is not ("7bit" or "8bit" or "binary" or "quoted-printable" or "base64"))
        {
            return Refus.Abime;
        }

        // Un texte se juge décodé, avec la fin du morceau précédent : un mot coupé entre deux lignes se relit.
        var (reste, veille, premier) = ("", "", true);
        while (LireLigne())
        {
            if (frontieres.Any(f => EstFrontiere(f, true) || EstFrontiere(f, false)))
            {
                return reste.Trim().Length == 0 ? null : Refus.Abime;
            }

            (var texte, reste) = Decoder(codage, reste, ligne.ToString());
            if (texte is null)
            {
                return Refus.Abime;
            }

            if (!EstDuTexte(texte) || (premier && texte.StartsWith("%PDF", StringComparison.Ordinal)))
            {
                return Refus.EmlJoint;
            }

            if (EstActif().IsMatch(veille + texte))
            {
                return Refus.EmlActif;
            }

            premier = premier && texte.Length == 0;
            veille = veille + texte is { Length: > Recouvrement } longue ? longue[^Recouvrement..] : veille + texte;
        }

        ligne.Clear();
        return frontieres.Count == 0 && reste.Length == 0 ? null : Refus.Abime;
    }

    private Dictionary<string, string>? EnTetes()
    {
        var entetes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (nom, taille) = ("", 0);
        while (LireLigne())
        {
            taille += ligne.Length;
            if (ligne.Length == 0)
            {
                return entetes;
            }

            var texte = ligne.ToString();
            if (taille > EnTeteMaximal || !EstDuTexte(texte))
            {
                return null;
            }

            if (texte[0] is ' ' or '\t')
            {
                if (nom.Length == 0)
                {
                    return null;
                }

                entetes[nom] += texte;
                continue;
            }

            if (EnTete().Match(texte) is not { Success: true } lu)
            {
                return null;
            }

            // Deux en-têtes de même nom et qui décident du contenu : chaque logiciel choisirait le sien.
            nom = lu.Groups[1].Value;
            if (!entetes.TryAdd(nom, lu.Groups[2].Value))
            {
                if (nom.StartsWith("content-", StringComparison.OrdinalIgnoreCase))
                {
                    return null;
                }

                entetes[nom] = lu.Groups[2].Value;
            }
        }

        return null;
    }

    // Une ligne, sans sa fin ; faux à la fin du contenu.
    private bool LireLigne()
    {
        ligne.Clear();
        var octet = lecture.Lire();
        if (octet < 0)
        {
            return false;
        }

        while (octet >= 0 && octet != '\n')
        {
            if (ligne.Length >= LigneMaximale)
            {
                throw new InvalidDataException("Une ligne du courriel dépasse la longueur permise.");
            }

            ligne.Append((char)octet);
            octet = lecture.Lire();
        }

        if (ligne.Length > 0 && ligne[^1] == '\r')
        {
            ligne.Length--;
        }

        return true;
    }

    private bool EstFrontiere(string frontiere, bool fin)
    {
        var texte = ligne.ToString().TrimEnd();
        return texte == (fin ? frontiere + "--" : frontiere);
    }

    // Lettres de toute langue, mais aucun octet de commande, et aucun fichier déguisé en texte (uuencode, yEnc, début d'une image,
    // d'un PDF ou d'une archive en base64).
    private static bool EstDuTexte(string texte) =>
        texte.All(c => c is '\t' or '\r' or '\n' or '\f' or '\u001B' or >= ' ') && !FichierDeguise().IsMatch(texte);

    private static (string? Texte, string Reste) Decoder(string codage, string reste, string texte) => codage switch
    {
        "base64" => DecoderBase64(reste + texte.Trim()),
        "quoted-printable" => (DecoderQuotedPrintable(texte), ""),
        _ => (texte, ""),
    };

    private static (string? Texte, string Reste) DecoderBase64(string texte)
    {
        var entier = texte.Length / 4 * 4;
        var octets = new byte[Base64.GetMaxDecodedFromUtf8Length(entier)];
        return Convert.TryFromBase64String(texte[..entier], octets, out var ecrits)
            ? (Encoding.Latin1.GetString(octets, 0, ecrits), texte[entier..])
            : (null, "");
    }

    private static string DecoderQuotedPrintable(string texte) => Echappe().Replace(
        texte.TrimEnd() is var nu && nu.EndsWith('=') ? nu[..^1] : texte, m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\A([!-9;-~]+):\s?(.*)\z", RegexOptions.Singleline)]
    private static partial Regex EnTete();

    [GeneratedRegex("""boundary\s*=\s*(?:"([^"]{1,100})"|([^\s;"]{1,100}))""", RegexOptions.IgnoreCase)]
    private static partial Regex FrontiereDe();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex Echappe();

    [GeneratedRegex(@"\A(begin [0-7]{3,4} \S|=ybegin |\s*(iVBORw0KGgo|/9j/|R0lGOD|JVBERi0|UEsDB|AAAA[\w+/]{2}Z0eX))")]
    private static partial Regex FichierDeguise();

    [GeneratedRegex(@"data:\s*(image|video|audio|application)/|<\s*(script|object|embed|iframe|video|audio|svg)\b|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex EstActif();
}
