using System.Globalization;

namespace Reparation.Documents.Sceaux;

/// <summary>
/// Refait une opération écrite, comme au crayon : nombres, unités, parenthèses, quatre opérations, pour cent. Ce qu'elle ne sait
/// pas lire n'est ni juste ni faux : c'est à refaire autrement.
/// </summary>
internal sealed class Operation
{
    private const int LongueurAuPlus = 2_000;
    private const int ParenthesesAuPlus = 20;

    private readonly string _texte;
    private int _i;
    private int _ouvertes;

    private Operation(string texte) => _texte = texte;

    /// <summary>Résultat exact, non arrondi ; rien si l'opération ne se lit pas.</summary>
    public static decimal? Refaire(string texte)
    {
        if (texte.Length > LongueurAuPlus)
        {
            return null;
        }

        try
        {
            var lecteur = new Operation(texte);
            return lecteur.Termes() is { } valeur && lecteur.Fini() ? valeur : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private decimal? Termes()
    {
        var valeur = Produit();
        while (valeur is not null && Prochain() is '+' or '−')
        {
            var signe = _texte[_i++] == '+' ? 1 : -1;
            valeur += signe * Produit();
        }

        return valeur;
    }

    private decimal? Produit()
    {
        var valeur = Facteur();
        while (valeur is not null && Prochain() is '×' or '÷')
        {
            var produit = _texte[_i++] == '×';
            valeur = Facteur() is not { } facteur || (facteur == 0 && !produit) ? null
                : produit ? valeur * facteur : valeur / facteur;
        }

        return valeur;
    }

    private decimal? Facteur()
    {
        if (Prochain() != '(')
        {
            return Nombre() is { } nombre ? Unite(nombre) : null;
        }

        _i++;
        if (++_ouvertes > ParenthesesAuPlus || Termes() is not { } dedans || Prochain() != ')')
        {
            return null;
        }

        _i++;
        _ouvertes--;
        return Unite(dedans);
    }

    private decimal? Nombre()
    {
        Prochain();
        var debut = _i;
        while (Chiffre(_i) || (_i > debut && Espace(_i) && Chiffre(_i + 1) && Chiffre(_i + 2) && Chiffre(_i + 3) && !Chiffre(_i + 4)))
        {
            _i++;
        }

        if (_i > debut && _i < _texte.Length && _texte[_i] == ',' && Chiffre(_i + 1))
        {
            do
            {
                _i++;
            }
            while (Chiffre(_i));
        }

        var lu = string.Concat(_texte[debut.._i].Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return decimal.TryParse(lu, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur) ? valeur : null;
    }

    // « % », « € », puis des mots : « 40 km », « 12 mois », « 300,00 € de tiers payeurs ».
    private decimal Unite(decimal valeur)
    {
        var signe = Prochain();
        if (signe is '%' or '€')
        {
            _i++;
        }

        while (Prochain() is { } c && (char.IsLetter(c) || c is '’' or '\'' or '/'))
        {
            _i++;
        }

        return signe == '%' ? valeur / 100 : valeur;
    }

    private char? Prochain()
    {
        while (_i < _texte.Length && char.IsWhiteSpace(_texte[_i]))
        {
            _i++;
        }

        return _i < _texte.Length ? _texte[_i] : null;
    }

    private bool Fini() => Prochain() is null;

    private bool Chiffre(int i) => i < _texte.Length && char.IsAsciiDigit(_texte[i]);

    private bool Espace(int i) => i < _texte.Length && _texte[i] is ' ' or '\u00A0' or '\u202F';
}
