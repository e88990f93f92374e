using System.Text.RegularExpressions;

namespace Reparation.Documents.Francais;

/// <summary>
/// Donne à un texte sa typographie française : espaces insécables, apostrophes, points de suspension.
/// L'appliquer deux fois ne change rien de plus.
/// </summary>
public static partial class Typographie
{
    private const string Insecable = "\u00A0";
    private const string Fine = "\u202F";

    /// <summary>Compose un fragment de texte.</summary>
    public static string Composer(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        var t = texte.Replace("...", "…", StringComparison.Ordinal);
        t = ApostropheDroite().Replace(t, "’");
        t = DoublePonctuation().Replace(t, Fine + "$1");
        t = DoublePonctuationCollee().Replace(t, Fine + "$1");
        t = DeuxPoints().Replace(t, Insecable + ":");
        t = DeuxPointsColles().Replace(t, Insecable + ":");
        t = GuillemetOuvrant().Replace(t, "«" + Insecable);
        t = GuillemetFermant().Replace(t, Insecable + "»");
        t = ApresAbreviation().Replace(t, "$1" + Insecable);
        t = AvantUnite().Replace(t, Insecable);
        return AvantMois().Replace(t, Insecable);
    }

    /// <summary>Découpe un texte en morceaux, en isolant le « er » de « 1er » et le « re » de « 1re », à relever.</summary>
    public static IEnumerable<(string Texte, bool Exposant)> Exposants(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        var debut = 0;
        foreach (Match ordinal in Ordinal().Matches(texte))
        {
            yield return (texte[debut..ordinal.Index], false);
            yield return (ordinal.Value, true);
            debut = ordinal.Index + ordinal.Length;
        }

        if (debut < texte.Length)
        {
            yield return (texte[debut..], false);
        }
    }

    [GeneratedRegex(@"(?<=\p{L})'(?=[\p{L}\d«])")]
    private static partial Regex ApostropheDroite();

    [GeneratedRegex(@"[ \u00A0]+([;!?])")]
    private static partial Regex DoublePonctuation();

    // Collée à un mot et suivie d'un blanc : une phrase. Au milieu d'une adresse : on n'y touche pas.
    [GeneratedRegex(@"(?<=[\p{L}\d»)])([;!?])(?=[\s»]|$)")]
    private static partial Regex DoublePonctuationCollee();

    [GeneratedRegex(@"[ \u202F]+:(?!/)")]
    private static partial Regex DeuxPoints();

    [GeneratedRegex(@"(?<=[\p{L}»)]):(?=[\s»])")]
    private static partial Regex DeuxPointsColles();

    [GeneratedRegex(@"«[ \u202F\u00A0]*")]
    private static partial Regex GuillemetOuvrant();

    [GeneratedRegex(@"[ \u202F\u00A0]*»")]
    private static partial Regex GuillemetFermant();

    [GeneratedRegex(@"(?<![\p{L}\d])([Aa]rt\.|[Aa]rticles?|[LRDA]\.|n°|nos|MM?\.|Mmes?|Me|Maître|Dr|p\.|al\.|§|Cass\.)[ ](?=[\p{L}\d\uE002])")]
    private static partial Regex ApresAbreviation();

    [GeneratedRegex(@"(?<=\d)[ ](?=[%€]|(?:ans?|mois|jours?|heures?|euros?)(?!\p{L}))")]
    private static partial Regex AvantUnite();

    [GeneratedRegex(@"(?<=(?<!\d)\d{1,2}(?:er)?)[ ](?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))")]
    private static partial Regex AvantMois();

    [GeneratedRegex(@"(?<=(?<![\p{L}\d.,-])1)(?:er|re)(?![\p{L}\d])")]
    private static partial Regex Ordinal();
}
