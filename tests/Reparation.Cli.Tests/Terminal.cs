using System.Text.Json;

namespace Reparation.Cli.Tests;

/// <summary>Le programme appelé comme au terminal, à une date fixe.</summary>
internal static class Terminal
{
    public static readonly string[] Exemples = ["1-sextorsion", "2-proxenetisme", "3-intrafamilial"];

    public sealed record Reponse(int Code, string Sortie, string Erreurs)
    {
        public JsonElement Json => JsonDocument.Parse(Sortie).RootElement;
    }

    public static Reponse Taper(params IReadOnlyList<string> args)
    {
        using var sortie = new StringWriter();
        using var erreurs = new StringWriter();
        var code = Programme.Executer(args, sortie, erreurs, new LeJour());
        return new(code, sortie.ToString(), erreurs.ToString());
    }

    public static string Exemple(string nom) => Chemin("exemples", nom + ".json");

    public static string Cas(params string[] parties) => Chemin(["Cas", .. parties]);

    /// <summary>Fichier temporaire ; son nom ne dit rien.</summary>
    public static string Ecrire(string contenu)
    {
        var chemin = Path.Combine(DossierTemporaire(), "essai.json");
        File.WriteAllText(chemin, contenu);
        return chemin;
    }

    public static string DossierTemporaire() => Directory.CreateTempSubdirectory("reparation-").FullName;

    private static string Chemin(params string[] parties) => Path.Combine([AppContext.BaseDirectory, .. parties]);

    private sealed class LeJour : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    }
}
