using System.Globalization;
using System.Text.RegularExpressions;

namespace Reparation.Documents.Rendu.Tableur;

/// <summary>
/// Change l'opération imprimée d'une étape (« 101 j × 50 % × 30,00 € », « [3.1] + [3.2] ») en formule de tableur, et la calcule
/// au passage : une formule n'est écrite que si elle redonne notre somme.
/// </summary>
/// <param name="operation">Opération, telle que l'annexe l'imprime.</param>
/// <param name="ligne">Adresse et valeur de la ligne de ce numéro, ou rien.</param>
/// <param name="plage">Numéros, du premier au dernier, d'une somme de lignes.</param>
internal sealed partial class OperationEnFormule(
    string operation, Func<string, (string Adresse, decimal Valeur)?> ligne, Func<string, string, IReadOnlyList<string>> plage)
{
    private int _i;

    private sealed record Partie(string Formule, decimal Valeur);

    /// <summary>Formule arrondie au centime, ou rien si l'opération ne se refait pas ou donne une autre somme.</summary>
    public string? Ecrire(decimal attendu)
    {
        _i = 0;
        return Somme() is { } lue && Blancs() == operation.Length
            && decimal.Round(lue.Valeur, 2, MidpointRounding.AwayFromZero) == attendu
            ? $"ROUND({lue.Formule},2)"
            : null;
    }

    private Partie? Somme()
    {
        var gauche = Produit();
        while (gauche is not null && Signe("+−") is { } signe)
        {
            gauche = Produit() is { } droite
                ? new($"{gauche.Formule}{(signe == '+' ? '+' : '-')}{droite.Formule}", gauche.Valeur + (signe == '+' ? droite.Valeur : -droite.Valeur))
                : null;
        }

        return gauche;
    }

    private Partie? Produit()
    {
        var gauche = Facteur();
        while (gauche is not null && Signe("×÷") is { } signe)
        {
            gauche = Facteur() switch
            {
                { } droite when signe == '×' => new($"{gauche.Formule}*{droite.Formule}", gauche.Valeur * droite.Valeur),
                { Valeur: not 0 } droite => new($"{gauche.Formule}/{droite.Formule}", gauche.Valeur / droite.Valeur),
                _ => null,
            };
        }

        return gauche;
    }

    private Partie? Facteur()
    {
        if (Signe("(") is not null)
        {
            return Somme() is { } dedans && Signe(")") is not null ? Unite(new($"({dedans.Formule})", dedans.Valeur)) : null;
        }

        if (Prendre(Plage()) is { } lignes)
        {
            var termes = plage(lignes.Groups[1].Value, lignes.Groups[2].Value).Select(ligne).ToList();
            return termes.Count > 0 && termes.TrueForAll(t => t is not null)
                ? Unite(new($"SUM({string.Join(',', termes.Select(t => t!.Value.Adresse))})", termes.Sum(t => t!.Value.Valeur)))
                : null;
        }

        if (Prendre(Renvoi()) is { } renvoi)
        {
            return ligne(renvoi.Groups[1].Value) is { } cible ? Unite(new(cible.Adresse, cible.Valeur)) : null;
        }

        if (Prendre(Nombre()) is not { } nombre)
        {
            return null;
        }

        var texte = string.Concat(nombre.Value.Where(c => char.IsAsciiDigit(c) || c == ',')).Replace(',', '.');
        return decimal.TryParse(texte, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur) ? Unite(new(texte, valeur)) : null;
    }

    private Partie Unite(Partie partie)
    {
        var pourcent = Prendre(Monnaie())?.Value.Trim() == "%";
        Prendre(Mots());
        return pourcent ? new(partie.Formule + "%", partie.Valeur / 100) : partie;
    }

    private char? Signe(string parmi) => Blancs() < operation.Length && parmi.Contains(operation[_i], StringComparison.Ordinal) ? operation[_i++] : null;

    private int Blancs()
    {
        while (_i < operation.Length && char.IsWhiteSpace(operation[_i]))
        {
            _i++;
        }

        return _i;
    }

    private Match? Prendre(Regex motif)
    {
        Blancs();
        var trouve = motif.Match(operation, _i);
        if (!trouve.Success)
        {
            return null;
        }

        _i += trouve.Length;
        return trouve;
    }

    [GeneratedRegex(@"\G\d{1,3}(?:[\u00A0\u202F ]\d{3})*(?:,\d+)?(?!\d)|\G\d+(?:,\d+)?")]
    private static partial Regex Nombre();

    [GeneratedRegex(@"\G\[([A-Z]{0,3}[0-9.]*)\]")]
    private static partial Regex Renvoi();

    [GeneratedRegex(@"\Gsomme de \[([A-Z]{0,3}[0-9.]*)\] à \[([A-Z]{0,3}[0-9.]*)\]")]
    private static partial Regex Plage();

    [GeneratedRegex(@"\G[€%]")]
    private static partial Regex Monnaie();

    [GeneratedRegex(@"\G\p{L}(?:\p{L}|[’'/])*(?:\s+(?:\p{L}|[’'/])+)*")]
    private static partial Regex Mots();
}
