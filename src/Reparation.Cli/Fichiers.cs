using System.Text;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli;

/// <summary>Lecture et écriture des fichiers donnés sur la ligne de commande.</summary>
internal static class Fichiers
{
    // Un fichier de cas est plus long qu'un dossier, mais reste du texte écrit à la main.
    private const long TailleMaximale = 32L * 1024 * 1024;

    public static byte[] Lire(string chemin)
    {
        var fichier = new FileInfo(chemin);
        if (!fichier.Exists)
        {
            throw new RefusException($"{chemin}\u00A0: ce fichier n’existe pas. Vérifiez le chemin.");
        }

        return fichier.Length <= TailleMaximale
            ? File.ReadAllBytes(chemin)
            : throw new RefusException(
                $"{chemin}\u00A0: ce fichier dépasse {Francais.Nombre(TailleMaximale / 1024 / 1024)} Mo. Vérifiez le fichier choisi.");
    }

    /// <summary>Écrit le fichier que demande l'option <c>-o</c>.</summary>
    /// <exception cref="RefusException">Son dossier n'existe pas.</exception>
    public static void Ecrire(string chemin, byte[] octets)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(chemin)) is { } parent && !Directory.Exists(parent))
        {
            throw new RefusException($"-o\u00A0: le dossier {parent} n’existe pas. Créez-le, ou choisissez-en un autre.");
        }

        File.WriteAllBytes(chemin, octets);
    }

    /// <summary>Vrai si le nom porte cette extension, quelle que soit la casse.</summary>
    public static bool Finit(string chemin, string extension) => chemin.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    public static string Texte(byte[] octets)
    {
        var debut = octets.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return Encoding.UTF8.GetString(octets, debut, octets.Length - debut);
    }

    public static Dossier LireDossier(string chemin, Editions editions) => DossierJson.Lire(Lire(chemin), editions) switch
    {
        Lecture.Reussie reussie => reussie.Dossier,
        Lecture.Refusee refusee => throw new RefusException(Dire(chemin, refusee.Anomalies)),
        _ => throw new InvalidOperationException(),
    };

    public static string Dire(string chemin, IEnumerable<Anomalie> anomalies) => string.Join(
        Environment.NewLine, anomalies.Select(a => $"{chemin}\u00A0: {a.Chemin}\u00A0: {a.Message}"));
}
