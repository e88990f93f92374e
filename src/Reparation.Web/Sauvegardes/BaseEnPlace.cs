using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Securite;

namespace Reparation.Web.Sauvegardes;

/// <summary>Une base déjà là et la clé qui l'ouvre. Ne crée rien, ne migre rien ; l'application peut servir pendant ce temps.</summary>
public sealed record BaseEnPlace(string Fichier, string FichierDeCle, CleInstance Cle)
{
    public Coffre Coffre { get; } = new(Cle);

    /// <summary>La base des données de cette installation.</summary>
    /// <exception cref="RefusDeSauvegardeException">Base ou clé absente.</exception>
    /// <exception cref="DemarrageRefuseException">Clé abîmée, ou d'une autre base.</exception>
    public static async Task<BaseEnPlace> OuvrirAsync(string donnees, string fichierDeCle, CancellationToken annulation)
    {
        var fichier = Installation.FichierDeBase(donnees);
        if (!File.Exists(fichier))
        {
            throw new RefusDeSauvegardeException(
                $"Aucune base dans le répertoire des données ({donnees}). Indiquez celui de l’installation\u00A0: --Reparation:Donnees=/chemin");
        }

        if (!File.Exists(fichierDeCle))
        {
            throw new RefusDeSauvegardeException(
                $"La clé d’instance est introuvable ({fichierDeCle}). Indiquez où elle est\u00A0: --Reparation:CleInstance=/chemin/instance.cle");
        }

        return await OuvrirAsync(fichier, fichierDeCle, CleInstance.Lire(fichierDeCle), annulation);
    }

    /// <summary>Une base quelconque, avec la clé qui doit l'ouvrir.</summary>
    public static async Task<BaseEnPlace> OuvrirAsync(string fichier, string fichierDeCle, CleInstance cle, CancellationToken annulation)
    {
        var place = new BaseEnPlace(fichier, fichierDeCle, cle);
        await using var db = place.Lire();
        try
        {
            await Installation.ControlerLeTemoinAsync(db, fichier, place.Coffre, fichierDeCle, annulation);
            if ((await db.Database.GetPendingMigrationsAsync(annulation)).Any())
            {
                throw new RefusDeSauvegardeException(
                    "Cette base attend une mise à jour. Démarrez une fois l’application à cette version, puis recommencez.");
            }

            if ((await db.Database.GetAppliedMigrationsAsync(annulation)).Except(db.Database.GetMigrations()).Any())
            {
                throw new RefusDeSauvegardeException(
                    "Cette base vient d’une version plus récente de Reparation. Installez cette version-là, puis recommencez.");
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new RefusDeSauvegardeException(
                $"La base de données est abîmée ({fichier}). Gardez-en une copie, puis restaurez la dernière sauvegarde dans un répertoire neuf.");
        }

        return place;
    }

    /// <summary>Une connexion à cette base.</summary>
    public DossiersDb Lire() => new(Options);

    internal DbContextOptions<DossiersDb> Options { get; } = BaseSqlite.Options(Fichier, reservees: false);
}
