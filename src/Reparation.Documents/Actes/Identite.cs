using System.Text.RegularExpressions;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Actes;

/// <summary>Reconnaît des noms de personnes dans un texte, qu'ils y soient en capitales, sans accents ou entre espaces insécables.</summary>
internal static class Identite
{
    private static readonly string[] Particules = ["de", "du", "des", "le", "la", "les", "da", "dos", "el", "al", "ben", "van", "von"];

    /// <summary>Motif qui trouve l'un des noms de l'enfant, ou rien si le dossier n'en donne pas.</summary>
    public static Regex? Motif(Enfant enfant) => Motif(Mots($"{enfant.Prenoms} {enfant.Nom}"));

    /// <summary>Motif qui trouve l'un de ses prénoms, ou rien.</summary>
    public static Regex? MotifDesPrenoms(Enfant enfant) => Motif(Mots(enfant.Prenoms));

    /// <summary>Mots d'un nom qui désignent quelqu'un, sans les particules.</summary>
    public static IReadOnlyList<string> Mots(string noms) =>
    [
        .. noms.Split([' ', ',', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .Where(n => n.Length > 1 && !Particules.Contains(n.ToLowerInvariant())).Distinct(),
    ];

    /// <summary>Motif qui trouve l'un de ces textes en mots entiers, ou rien si la liste est vide.</summary>
    public static Regex? Motif(IEnumerable<string> noms)
    {
        var formes = noms.SelectMany(Formes).Distinct().OrderByDescending(f => f.Length).Select(f =>
            Regex.Escape(f).Replace(@"\ ", @"[\s\u00A0\u202F]+", StringComparison.Ordinal)).ToList();
        return formes.Count == 0
            ? null
            : new($@"(?<!\p{{L}})(?:{string.Join('|', formes)})(?!\p{{L}})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static IEnumerable<string> Formes(string nom)
    {
        var propre = nom.Trim().Normalize().Replace('\'', '’').Replace('\u00A0', ' ');
        string[] formes = [propre, Domain.Commun.Francais.SansAccents(propre)];
        return formes.SelectMany(f => new[] { f, f.Replace('’', '\'') }).SelectMany(f => new[] { f, f.ToUpperInvariant() });
    }
}
