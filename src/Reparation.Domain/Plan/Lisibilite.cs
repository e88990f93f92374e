using System.Text.RegularExpressions;

namespace Reparation.Domain.Plan;

/// <summary>
/// Lisibilité d'un texte par le LIX : mots par phrase, plus part des mots longs. Il se compte exactement, sans deviner de syllabes,
/// et vaut pour toutes les langues du livret. Plus il est bas, plus le texte est facile ; sous 25, un livre d'enfant.
/// </summary>
/// <param name="Phrases">Nombre de phrases ; une ligne en est une.</param>
/// <param name="Mots">Nombre de mots ; « l'argent » en est un.</param>
/// <param name="MotsLongs">Mots de plus de six lettres, élision mise à part.</param>
public sealed partial record Lisibilite(int Phrases, int Mots, int MotsLongs)
{
    private const int LettresDUnMotCourt = 6;

    /// <summary>Indice, à une décimale ; 0 sans texte.</summary>
    public decimal Lix => Mots == 0 ? 0 : decimal.Round((decimal)Mots / Phrases + 100m * MotsLongs / Mots, 1, MidpointRounding.AwayFromZero);

    /// <summary>Mots par phrase en moyenne, à une décimale ; 0 sans texte.</summary>
    public decimal MotsParPhrase => Mots == 0 ? 0 : decimal.Round((decimal)Mots / Phrases, 1, MidpointRounding.AwayFromZero);

    /// <summary>Mesure des phrases déjà coupées.</summary>
    public static Lisibilite Mesurer(IReadOnlyList<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var mots = phrases.SelectMany(p => Mot().Matches(p)).Select(m => m.Value).ToList();
        return new(phrases.Count, mots.Count, mots.Count(EstLong));
    }

    /// <summary>Nombre de mots d'une phrase.</summary>
    public static int CompterLesMots(string phrase) => Mot().Count(phrase);

    /// <summary>Coupe une ligne en phrases ; ce qui n'a pas de lettre n'en est pas une.</summary>
    public static IEnumerable<string> Couper(string ligne)
    {
        ArgumentNullException.ThrowIfNull(ligne);
        return Fin().Split(ligne).Select(p => p.Trim()).Where(p => p.Any(char.IsLetter));
    }

    private static bool EstLong(string mot) => mot[(mot.LastIndexOfAny(['’', '\'']) + 1)..].Count(char.IsLetter) > LettresDUnMotCourt;

    [GeneratedRegex(@"(?<=[.!?…][\u00A0\u202F]?»?)\s+(?!»)")]
    private static partial Regex Fin();

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d’'-]*")]
    private static partial Regex Mot();
}
