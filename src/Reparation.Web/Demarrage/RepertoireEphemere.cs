namespace Reparation.Web.Demarrage;

/// <summary>
/// Répertoire de la démonstration, effacé à l'arrêt. Un arrêt brutal le laisse : le démarrage suivant l'efface, en
/// reconnaissant à leur verrou ceux qui servent encore.
/// </summary>
internal sealed class RepertoireEphemere : IDisposable
{
    private const string Prefixe = "reparation-demonstration-";
    private const string Verrou = "en-cours";

    private readonly FileStream verrou;

    public RepertoireEphemere()
    {
        foreach (var ancien in Directory.GetDirectories(Path.GetTempPath(), Prefixe + "*"))
        {
            EffacerSAbandonne(ancien);
        }

        Chemin = Directory.CreateTempSubdirectory(Prefixe).FullName;
        verrou = new(Path.Combine(Chemin, Verrou), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public string Chemin { get; }

    public void Dispose()
    {
        verrou.Dispose();
        Directory.Delete(Chemin, recursive: true);
    }

    private static void EffacerSAbandonne(string ancien)
    {
        try
        {
            // Sans verrou posé, un autre démarrage est peut-être en train de le créer : on n'y touche pas.
            var fichier = Path.Combine(ancien, Verrou);
            if (File.Exists(fichier))
            {
                new FileStream(fichier, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                Directory.Delete(ancien, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Encore en service, ou à un autre utilisateur de la machine.
        }
    }
}
