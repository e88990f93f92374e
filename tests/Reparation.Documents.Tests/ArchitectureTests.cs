namespace Reparation.Documents.Tests;

/// <summary>Ce que chaque dossier a le droit de connaître.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("HarfBuzz")]
    [InlineData("PdfPig")]
    public void Le_moteur_pdf_n_est_nomme_que_dans_Rendu_et_Pieces(string bibliotheque)
    {
        var sources = Path.Combine(Racine(), "src");
        var fautifs = Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Dossiers(f).Any(d => d is "bin" or "obj" or "Rendu" or "Pieces"))
            .Where(f => File.ReadAllText(f).Contains(bibliotheque, StringComparison.OrdinalIgnoreCase))
            .Select(f => Path.GetRelativePath(sources, f));

        Assert.Empty(fautifs);

        string[] Dossiers(string fichier) => Path.GetRelativePath(sources, fichier).Split(Path.DirectorySeparatorChar);
    }

    private static string Racine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "Reparation.sln")))
        {
            dossier = dossier.Parent ?? throw new InvalidOperationException("Racine du dépôt introuvable.");
        }

        return dossier.FullName;
    }
}
