using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace Reparation.Web.Features.Comptes;

/// <summary>Refuse les phrases que l'on essaie en premier : mots courants, suites du clavier, un motif répété.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PhraseSureAttribute : ValidationAttribute
{
    private const int MotifLePlusLong = 6;

    // Liste établie de mémoire, sans lettre accentuée : ce que des listes publiques de mots de passe placent en tête, en français et en anglais.
    private static readonly HashSet<string> Communs = Lire();

    private static readonly string[] Suites = ["abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "01234567890123456789"];

    public PhraseSureAttribute()
        : base(MessagesDeCompte.PhraseCommune)
    {
    }

    public override bool IsValid(object? value) => value is not string phrase || !EstCommune(phrase);

    /// <summary>Vrai si la phrase se devine.</summary>
    public static bool EstCommune(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var lettres = Reduire(phrase);
        var mots = lettres.Trim("0123456789".ToCharArray());
        return lettres.Length == 0
            || Communs.Contains(mots) || Communs.Contains(lettres) || EstDeuxMots(mots)
            || EstUneSuite(lettres) || EstUneSuite(mots) || EstRepetee(lettres);
    }

    // Deux mots courants bout à bout (« bonjourbonjour », « adminpassword ») ne font pas une phrase.
    private static bool EstDeuxMots(string mots) =>
        Enumerable.Range(1, Math.Max(mots.Length - 1, 0)).Any(i => Communs.Contains(mots[..i]) && Communs.Contains(mots[i..].TrimStart("0123456789".ToCharArray())));

    private static bool EstUneSuite(string lettres) =>
        lettres.Length > 0 && Suites.Any(s => s.Contains(lettres, StringComparison.Ordinal) || string.Concat(s.Reverse()).Contains(lettres, StringComparison.Ordinal));

    private static bool EstRepetee(string lettres) => Enumerable.Range(1, MotifLePlusLong)
        .Any(n => lettres.Length > n && lettres.Select((c, i) => c == lettres[i % n]).All(meme => meme));

    private static string Reduire(string phrase) => string.Concat(
        phrase.ToLowerInvariant().Where(char.IsLetterOrDigit).Select(c => c.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD)[0]));

    private static HashSet<string> Lire()
    {
        using var flux = typeof(PhraseSureAttribute).Assembly.GetManifestResourceStream("phrases-communes.txt")!;
        using var lecteur = new StreamReader(flux);
        return [.. lecteur.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
