using System.Globalization;

namespace Reparation.Domain.Tests;

/// <summary>Lecture des cas publiés, et petites écritures communes aux essais.</summary>
internal static class Cas
{
    public static string Lire(string nom) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cas", nom));

    public static IEnumerable<string[]> LireTableau(string nom) =>
        Lire(nom).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split(','));

    public static DateOnly Jour(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static decimal Nombre(string texte) => decimal.Parse(texte, CultureInfo.InvariantCulture);
}
