namespace Reparation.Navigateur.Tests;

/// <summary>Essai qui demande Chromium ; sauté, raison visible, s'il n'est pas sur la machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactSiChromiumAttribute : FactAttribute
{
    public FactSiChromiumAttribute() => Skip = Chromium.RaisonDAbsence;
}

/// <summary>Comme <see cref="FactSiChromiumAttribute"/>, pour des essais à données.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheorySiChromiumAttribute : TheoryAttribute
{
    public TheorySiChromiumAttribute() => Skip = Chromium.RaisonDAbsence;
}

internal static class Chromium
{
    private static readonly string[] Noms = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    /// <summary>Chemin de l'exécutable : variable REPARATION_CHROMIUM, sinon le PATH.</summary>
    public static string? Chemin { get; } =
        Environment.GetEnvironmentVariable("REPARATION_CHROMIUM") is { Length: > 0 } impose
            ? impose
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(dossier => Noms.Select(nom => Path.Combine(dossier, nom)))
                .FirstOrDefault(File.Exists);

    public static string? RaisonDAbsence => Chemin is null
        ? "Outil absent : Chromium n'est pas installé (paquet Debian « chromium », ou variable REPARATION_CHROMIUM)."
        : null;
}
