using System.Text.RegularExpressions;

namespace Reparation.Documents.Actes.Langues;

/// <summary>
/// Ce qui se traduit dans un modèle : chaque morceau de ligne entre deux balises, sans sa puce, son titre ni sa graisse. Les balises
/// et le nombre de lignes ne changent pas ; les champs cités restent dans le morceau, à la place que la langue leur donne.
/// </summary>
internal static partial class LignesATraduire
{
    // Ce qui s'adresse à l'adulte qui imprime reste en français.
    private static readonly string[] EnFrancais = ["commun/projet.md", "commun/livret-adulte.md", "commun/livret-brouillon.md"];

    /// <summary>Le texte d'un modèle, chaque morceau passé à la traduction.</summary>
    public static string Remplacer(string fichier, string texte, Func<string, string> traduire) => EnFrancais.Contains(fichier)
        ? texte
        : string.Join('\n', texte.Split('\n').Select(l => Ligne(l, traduire)));

    private static string Ligne(string ligne, Func<string, string> traduire)
    {
        if (ligne.TrimStart().StartsWith(":::", StringComparison.Ordinal))
        {
            return Idee().Match(ligne) is { Success: true } idee ? idee.Groups[1].Value + traduire(idee.Groups[2].Value) : ligne;
        }

        var (sortie, position) = ("", 0);
        foreach (Match balise in Balise().Matches(ligne))
        {
            sortie += Morceau(ligne[position..balise.Index], traduire) + balise.Value;
            position = balise.Index + balise.Length;
        }

        return sortie + Morceau(ligne[position..], traduire);
    }

    private static string Morceau(string morceau, Func<string, string> traduire)
    {
        var texte = Texte().Match(morceau);
        return texte.Success && Champ().Replace(texte.Groups["texte"].Value, "").Any(char.IsLetter)
            ? $"{texte.Groups["avant"].Value}{traduire(texte.Groups["texte"].Value)}{texte.Groups["apres"].Value}"
            : morceau;
    }

    [GeneratedRegex(@"^(\s*:::\s*idee\s+\S+\s+)(\S.*)$")]
    private static partial Regex Idee();

    [GeneratedRegex(@"\{%[^%]*%\}")]
    private static partial Regex Balise();

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Champ();

    // Les astérisques n'entrent dans le texte que si la graisse n'en couvre qu'une part.
    [GeneratedRegex(@"^(?<avant>\s*(?:[-#]+ |\d+\. )?(?<gras>\*\*(?=(?:(?!\*\*).)*\*\*\\?\s*$))?)(?<texte>\S.*?)(?<apres>(?(gras)\*\*)\\?\s*)$")]
    private static partial Regex Texte();
}
