namespace Reparation.Documents.Tests;

/// <summary>Essai qui appelle un outil de la machine ; sauté, avec sa raison, quand l'outil manque.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactSiOutil : FactAttribute
{
    public FactSiOutil(string outil)
    {
        Outil = outil;
        if (!Present(outil))
        {
            Skip = $"outil absent : {outil} n'est pas sur le chemin de cette machine.";
        }
    }

    public string Outil { get; }

    private static bool Present(string outil) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(dossier => File.Exists(Path.Combine(dossier, outil)) || File.Exists(Path.Combine(dossier, outil + ".exe")));
}
