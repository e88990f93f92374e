using System.Globalization;
using System.Text.RegularExpressions;

namespace Reparation.Documents.Tests.Actes;

/// <summary>
/// Refait une note de chiffrage en ne lisant que le texte imprimé : il n'emploie aucun code de l'application. Une ligne
/// commence par son numéro entre crochets et finit par « = somme € » ; entre les deux, un intitulé puis une opération.
/// </summary>
internal sealed partial class LecteurDeCrayon
{
    private readonly Dictionary<string, Ligne> _lignes = [];
    private readonly Dictionary<string, decimal> _refaites = [];
    private readonly List<string> _intitules = [];

    private LecteurDeCrayon()
    {
    }

    private sealed record Ligne(string Operation, decimal Imprime);

    public int Nombre => _lignes.Count;

    /// <summary>Produits, sommes et renvois réellement refaits, par opposition aux sommes motivées recopiées.</summary>
    public int Calculees => _lignes.Values.Count(l => OperateurOuRenvoi().IsMatch(l.Operation));

    public static LecteurDeCrayon Lire(string texte)
    {
        var lecteur = new LecteurDeCrayon();
        var annexe = texte[(Math.Max(0, texte.LastIndexOf("refaire au crayon", StringComparison.Ordinal)))..];
        var debut = 0;
        foreach (Match fin in Resultat().Matches(annexe))
        {
            var morceau = annexe[debut..fin.Index];
            debut = fin.Index + fin.Length;
            if (DebutDeLigne().Match(morceau) is { Success: true } numero)
            {
                var operation = Operation(morceau[(numero.Index + numero.Length)..]);
                lecteur._lignes.Add(numero.Groups[1].Value, new(operation, Decimal(fin.Groups[1].Value)));
                lecteur.ControlerLIntitule(numero.Groups[1].Value, morceau[(numero.Index + numero.Length)..]);
            }
        }

        return lecteur;
    }

    /// <summary>Tout ce qui ne se refait pas : une opération illisible, une somme qui diffère, un numéro absent.</summary>
    public IReadOnlyList<string> Ecarts()
    {
        var ecarts = new List<string>(_intitules);
        foreach (var (numero, ligne) in _lignes)
        {
            try
            {
                var refait = Refaire(numero);
                if (refait != ligne.Imprime)
                {
                    ecarts.Add($"[{numero}] {ligne.Operation} donne {refait}, imprimé {ligne.Imprime}");
                }
            }
            catch (FormatException erreur)
            {
                ecarts.Add($"[{numero}] {ligne.Operation} : {erreur.Message}");
            }
        }

        return ecarts;
    }

    /// <summary>Résultat d'une ligne, refait depuis les feuilles.</summary>
    public decimal Refaire(string numero)
    {
        if (_refaites.TryGetValue(numero, out var deja))
        {
            return deja;
        }

        if (!_lignes.TryGetValue(numero, out var ligne))
        {
            throw new FormatException($"la ligne [{numero}] n'est pas imprimée");
        }

        var valeur = new Expression(ligne.Operation, Refaire, Somme).Lire()
            ?? throw new FormatException("l'opération ne se lit pas");
        return _refaites[numero] = decimal.Round(valeur, 2, MidpointRounding.AwayFromZero);
    }

    // « 210,00 € × 12 mois, soit 2 520,00 € par an » : l'intitulé dit d'où vient le montant annuel, cela se refait aussi.
    private void ControlerLIntitule(string numero, string morceau)
    {
        foreach (Match soit in Soit().Matches(morceau))
        {
            var avant = Operation(morceau[..soit.Index]);
            if (new Expression(avant, _ => 0, (_, _) => 0).Lire() is not { } valeur
                || decimal.Round(valeur, 2, MidpointRounding.AwayFromZero) != Decimal(soit.Groups[1].Value))
            {
                _intitules.Add($"[{numero}] {avant}, soit {soit.Groups[1].Value}");
            }
        }
    }

    private decimal Somme(string de, string a)
    {
        var (tete, premier) = Couper(de);
        var (autre, dernier) = Couper(a);
        return tete == autre && premier <= dernier && _lignes.ContainsKey(de) && _lignes.ContainsKey(a)
            ? _lignes.Keys.Where(k => Couper(k) is var (t, n) && t == tete && n >= premier && n <= dernier).Sum(Refaire)
            : throw new FormatException($"la somme de [{de}] à [{a}] ne se lit pas");
    }

    private static (string Tete, int Rang) Couper(string numero)
    {
        var chiffres = numero.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        return (numero[..^chiffres], chiffres == 0 ? -1 : int.Parse(numero[^chiffres..], CultureInfo.InvariantCulture));
    }

    // L'intitulé précède l'opération sans rien qui les sépare : l'opération est le plus long morceau de fin qui se lise.
    private static string Operation(string texte)
    {
        var mots = texte.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < mots.Length; i++)
        {
            var candidat = string.Join(' ', mots.Skip(i));
            if (new Expression(candidat, _ => 0, (_, _) => 0).Lire() is not null)
            {
                return candidat;
            }
        }

        return string.Join(' ', mots);
    }

    private static decimal Decimal(string texte) => decimal.Parse(
        string.Concat(texte.Where(c => char.IsAsciiDigit(c) || c is ',')).Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"=[ \u00A0\u202F\n]*(\d{1,3}(?:[ \u00A0\u202F]\d{3})*,\d{2})[ \u00A0\u202F]€")]
    private static partial Regex Resultat();

    [GeneratedRegex(@",\s+soit\s+(\d{1,3}(?:[ \u00A0\u202F]\d{3})*,\d{2})[ \u00A0\u202F]€")]
    private static partial Regex Soit();

    [GeneratedRegex(@"^\[([A-Z]{0,3}[0-9.]*)\]", RegexOptions.Multiline)]
    private static partial Regex DebutDeLigne();

    [GeneratedRegex(@"[×÷+−\[]")]
    private static partial Regex OperateurOuRenvoi();

    /// <summary>Grammaire de l'école : somme de produits, parenthèses, pour cent, renvois ; un nombre peut porter son unité.</summary>
    private sealed partial class Expression(string texte, Func<string, decimal> renvoi, Func<string, string, decimal> somme)
    {
        private int _i;

        public decimal? Lire()
        {
            _i = 0;
            return Termes() is { } valeur && Fini() ? valeur : null;
        }

        private decimal? Termes()
        {
            var valeur = Produit();
            while (valeur is not null && (Passer('+') || Voir('−')))
            {
                var signe = Passer('−') ? -1 : 1;
                valeur += signe * Produit();
            }

            return valeur;
        }

        private decimal? Produit()
        {
            var valeur = Facteur();
            while (valeur is not null && (Voir('×') || Voir('÷')))
            {
                var produit = Passer('×');
                _i += produit ? 0 : 1;
                var facteur = Facteur();
                valeur = facteur is null or 0 && !produit ? null : produit ? valeur * facteur : valeur / facteur;
            }

            return valeur;
        }

        private decimal? Facteur()
        {
            Blancs();
            if (Passer('('))
            {
                var dedans = Termes();
                return dedans is not null && Passer(')') ? Unite(dedans.Value) : null;
            }

            if (Prendre(Plage()) is { } plage)
            {
                return Unite(somme(plage.Groups[1].Value, plage.Groups[2].Value));
            }

            if (Prendre(Renvoi()) is { } cite)
            {
                return renvoi(cite.Groups[1].Value);
            }

            return Prendre(Chiffres()) is { } nombre ? Unite(Decimal(nombre.Value)) : null;
        }

        private decimal Unite(decimal valeur)
        {
            var signe = Prendre(Signe())?.Value.Trim();
            Prendre(Mots());
            return signe == "%" ? valeur / 100 : valeur;
        }

        private Match? Prendre(Regex motif)
        {
            var trouve = motif.Match(texte, _i);
            if (!trouve.Success)
            {
                return null;
            }

            _i += trouve.Length;
            return trouve;
        }

        private bool Voir(char c)
        {
            Blancs();
            return _i < texte.Length && texte[_i] == c;
        }

        private bool Passer(char c)
        {
            if (!Voir(c))
            {
                return false;
            }

            _i++;
            return true;
        }

        private bool Fini()
        {
            Blancs();
            return _i == texte.Length;
        }

        private void Blancs()
        {
            while (_i < texte.Length && char.IsWhiteSpace(texte[_i]))
            {
                _i++;
            }
        }

        [GeneratedRegex(@"\G\d{1,3}(?:[\u00A0\u202F ]\d{3})*(?:,\d+)?(?!\d)|\G\d+(?:,\d+)?")]
        private static partial Regex Chiffres();

        [GeneratedRegex(@"\G\[([A-Z]{0,3}[0-9.]*)\]")]
        private static partial Regex Renvoi();

        [GeneratedRegex(@"\Gsomme de \[([A-Z]{0,3}[0-9.]*)\] à \[([A-Z]{0,3}[0-9.]*)\]")]
        private static partial Regex Plage();

        [GeneratedRegex(@"\G\s*[€%]")]
        private static partial Regex Signe();

        [GeneratedRegex(@"\G(?:\s+(?:\p{L}|[’'/])+)+")]
        private static partial Regex Mots();
    }
}
