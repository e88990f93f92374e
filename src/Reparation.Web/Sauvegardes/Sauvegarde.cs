using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Securite;

namespace Reparation.Web.Sauvegardes;

/// <summary>
/// Écrit toute l'installation en un fichier chiffré, pendant que l'application sert : copie cohérente par SQLite, scellée, relue en
/// entier et comparée, puis seulement nommée. Ce qui porte le nom demandé est donc toujours une sauvegarde entière.
/// </summary>
public static class Sauvegarde
{
    private const string EnCours = ".partiel";

    /// <param name="vers">Fichier à créer, ou répertoire existant où le nommer par l'instant.</param>
    /// <param name="phrase">Phrase de passe ; la sauvegarde contient alors la clé d'instance. Rien : la clé d'instance la ferme.</param>
    /// <returns>Chemin du fichier et ce qu'il contient.</returns>
    /// <exception cref="RefusDeSauvegardeException">Le fichier existe, ou n'a pas pu être écrit et relu.</exception>
    public static async Task<(string Fichier, ContenuDeSauvegarde Contenu)> EcrireAsync(
        BaseEnPlace place, string vers, string? phrase, DateTimeOffset le, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(place);
        var fichier = Directory.Exists(vers)
            ? Path.Combine(vers, FormattableString.Invariant($"reparation-{le.UtcDateTime:yyyy-MM-dd'T'HHmmss'Z'}.sauvegarde"))
            : vers;
        if (File.Exists(fichier))
        {
            throw new RefusDeSauvegardeException($"Ce fichier existe déjà ({fichier})\u00A0: une sauvegarde n’en remplace jamais une autre. Choisissez un autre nom.");
        }

        // La copie reste chiffrée champ par champ, comme la base ; elle se fait à côté d'elle, sous les mêmes droits.
        var copie = Path.Combine(Path.GetDirectoryName(place.Fichier)!, $"copie-{Guid.NewGuid():N}.db");
        EffacerLesRestes(Path.GetDirectoryName(place.Fichier)!, le);
        try
        {
            CleInstance.CreerFichierPrive(copie).Dispose();
            await CopierAsync(place, copie, annulation);
            var contenu = await ScellerAsync(place, copie, fichier + EnCours, phrase, le, annulation);
            File.Move(fichier + EnCours, fichier, overwrite: false);
            return (fichier, contenu);
        }
        finally
        {
            File.Delete(copie);
            File.Delete(fichier + EnCours);
        }
    }

    private static async Task<ContenuDeSauvegarde> ScellerAsync(
        BaseEnPlace place, string copie, string partiel, string? phrase, DateTimeOffset le, CancellationToken annulation)
    {
        await using var donnees = new FileStream(copie, FileMode.Open, FileAccess.Read, FileShare.Read);
        var contenu = new ContenuDeSauvegarde(
            typeof(Sauvegarde).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            le,
            donnees.Length,
            Convert.ToHexStringLower(await SHA256.HashDataAsync(donnees, annulation)),
            phrase is null ? null : await File.ReadAllTextAsync(place.FichierDeCle, annulation));
        donnees.Position = 0;
        var entete = EnTeteDeSauvegarde.Neuf(place.Cle, le, phrase is not null);
        var cle = entete.Deriver(place.Cle, phrase);
        try
        {
            File.Delete(partiel);
            await using var fichier = CleInstance.CreerFichierPrive(partiel);
            await new FichierDeSauvegarde(entete, cle).EcrireAsync(fichier, contenu, donnees, annulation);
            fichier.Flush(flushToDisk: true);
            fichier.Position = 0;
            var relue = await new FichierDeSauvegarde(EnTeteDeSauvegarde.Lire(fichier), cle).LireAsync(fichier, Stream.Null, annulation);
            return relue == contenu ? contenu : throw new RefusDeSauvegardeException(
                "La sauvegarde relue ne dit pas ce qui a été écrit\u00A0: le support est sans doute défaillant. Écrivez-la ailleurs.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(cle);
        }
    }

    private static async Task CopierAsync(BaseEnPlace place, string copie, CancellationToken annulation)
    {
        try
        {
            await using var db = place.Lire();
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copie}", annulation);
        }
        catch (SqliteException e)
        {
            throw new RefusDeSauvegardeException(e.SqliteErrorCode switch
            {
                11 or 26 => $"La base est abîmée ({place.Fichier})\u00A0: aucune sauvegarde n’a été faite. Gardez les précédentes, et lancez «\u00A0controler\u00A0».",
                13 => $"Le disque des données est plein\u00A0: la copie de la base n’y tient pas. Libérez {Taille(Octets(place.Fichier) + Octets(place.Fichier + "-wal"))} à côté de {place.Fichier}, puis recommencez.",
                _ => $"La base n’a pas pu être copiée (SQLite {e.SqliteErrorCode}). Vérifiez que son répertoire se lit et s’écrit, puis recommencez.",
            });
        }
    }

    // Une sauvegarde tuée laisse sa copie ; une heure après, plus personne ne l'écrit.
    private static void EffacerLesRestes(string donnees, DateTimeOffset maintenant)
    {
        foreach (var reste in Directory.GetFiles(donnees, "copie-*.db*").Where(f => File.GetLastWriteTimeUtc(f) < maintenant.UtcDateTime.AddHours(-1)))
        {
            File.Delete(reste);
        }
    }

    private static long Octets(string fichier) => File.Exists(fichier) ? new FileInfo(fichier).Length : 0;

    internal static string Taille(long octets) => Domain.Commun.Francais.Nombre(decimal.Ceiling(octets / 1_048_576m), 0) + "\u00A0Mo";
}
