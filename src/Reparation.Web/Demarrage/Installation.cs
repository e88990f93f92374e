using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Demarrage;

/// <summary>Répertoire des données, base et clé d'instance : les trouve, les crée au premier démarrage, les contrôle.</summary>
public sealed class Installation
{
    private const string Temoin = "temoin";
    private const string IdentifiantDeCle = "cle";
    private const string VersionDesFiches = "fiches";
    private const string TexteDuTemoin = "reparation";

    private Installation(string donnees, string fichierDeCle, Coffre coffre, Editions editions)
    {
        Editions = editions;
        Donnees = donnees;
        FichierDeCle = fichierDeCle;
        Coffre = coffre;
    }

    /// <summary>Répertoire des données.</summary>
    public string Donnees { get; }

    /// <summary>Fichier de la clé d'instance.</summary>
    public string FichierDeCle { get; }

    /// <summary>Fichier de la base.</summary>
    public string Base => FichierDeBase(Donnees);

    public Coffre Coffre { get; }

    /// <summary>Clé qui scelle les actes émis ici ; prête une fois l'installation préparée.</summary>
    public CleDeSceau CleDeSceau { get; private set; } = null!;

    /// <summary>Instant de la dernière version enregistrée, s'il est après celui où l'on démarre : l'horloge retarde.</summary>
    public DateTimeOffset? VersionDApres { get; private set; }

    /// <summary>Éditions livrées et du cabinet, lues une fois.</summary>
    public Editions Editions { get; }

    /// <summary>Répertoire des données par défaut : celui du compte qui lance l'application.</summary>
    public static string DonneesParDefaut => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "reparation");

    /// <summary>À côté des données et non dedans : la copie de l'un n'emporte pas l'autre.</summary>
    public static string CleParDefaut(string donnees) =>
        Path.Combine(Path.TrimEndingDirectorySeparator(Path.GetFullPath(donnees)) + "-cle", "instance.cle");

    /// <summary>Prépare l'installation : clé, base à jour, témoin contrôlé.</summary>
    /// <exception cref="DemarrageRefuseException">Démarrer abîmerait ou ne lirait pas les données.</exception>
    public static async Task<Installation> PreparerAsync(
        string donnees, string fichierDeCle, Editions editions, CancellationToken annulation)
    {
        PreparerLeRepertoire(donnees);
        // Deux démarrages simultanés ne doivent ni créer deux clés ni migrer ensemble ; le système rend le verrou même
        // après un arrêt brutal.
        using var verrou = Verrouiller(donnees);
        var installation = new Installation(donnees, fichierDeCle, new Coffre(LireOuCreerLaCle(donnees, fichierDeCle)), editions);
        await using var db = new DossiersDb(BaseSqlite.Options(installation.Base));
        try
        {
            await ControlerLeTemoinAsync(db, installation.Base, installation.Coffre, fichierDeCle, annulation);
            await MigrerAsync(db, annulation);
            // Réglage gardé par la base. EF ne le pose qu'aux bases qu'il crée lui-même, or le contrôle l'a déjà ouverte.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", annulation);
            await installation.PoserLeTemoinAsync(db, annulation);
            var maintenant = TimeProvider.System.GetUtcNow();
            installation.VersionDApres = await db.Versions.Where(v => v.Le > maintenant).MaxAsync(v => (DateTimeOffset?)v.Le, annulation);
            await Archives.EffacerLesReservesAsync(db, maintenant, annulation);
            await Brouillons.EffacerLesAnciensAsync(db, maintenant, annulation);
            await installation.ActualiserLesFichesAsync(db, annulation);
            installation.CleDeSceau = await SceauDeLInstallation.OuvrirAsync(db, installation.Coffre, annulation);
        }
        catch (SqliteException e) when (PannesDeStockage.De(e) is { } panne)
        {
            throw new DemarrageRefuseException(panne switch
            {
                PanneDeStockage.Abimee => $"La base de données est abîmée ({installation.Base}). Gardez-en une copie, puis restaurez la dernière sauvegarde.",
                PanneDeStockage.DisquePlein => $"Le disque des données est plein ({donnees}). Rien n’a été perdu. Libérez de la place, puis relancez.",
                PanneDeStockage.Occupee => $"Un autre programme tient la base ({installation.Base}). Fermez-le, ou attendez la fin de la copie en cours, puis relancez.",
                _ => $"La base ne s’ouvre pas en écriture ({installation.Base}). Rendez ce fichier et son répertoire au compte qui lance l’application, et vérifiez le disque.",
            });
        }

        return installation;
    }

    // errno de Linux et de macOS, que l'exception garde tel quel.
    private const int PlusDePlace = 28;
    private const int SystemeEnLectureSeule = 30;

    internal static string FichierDeBase(string donnees) => Path.Combine(donnees, "reparation.db");

    internal static FileStream Verrouiller(string donnees)
    {
        var chemin = Path.Combine(donnees, "verrou");
        try
        {
            return new FileStream(chemin, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is PlusDePlace or SystemeEnLectureSeule)
        {
            throw new DemarrageRefuseException(e.HResult == PlusDePlace
                ? $"Le disque des données est plein ({donnees}). Rien n’a été perdu. Libérez de la place, puis relancez."
                : $"Le disque des données est en lecture seule ({donnees}). Remontez-le en écriture, ou choisissez un autre répertoire : Reparation__Donnees=/chemin");
        }
        catch (IOException)
        {
            throw new DemarrageRefuseException(
                $"Un autre démarrage est en cours sur les mêmes données ({donnees}). Attendez qu’il se termine, puis relancez.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new DemarrageRefuseException(
                $"L’application n’a pas le droit d’écrire dans le répertoire des données ({donnees}). " +
                "Rendez-le au compte qui la lance, ou choisissez-en un autre : Reparation__Donnees=/chemin");
        }
    }

    private static void PreparerLeRepertoire(string donnees)
    {
        try
        {
            CleInstance.CreerRepertoirePrive(donnees);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DemarrageRefuseException(
                $"Le répertoire des données ne peut pas être créé ({donnees}). Vérifiez son chemin et les droits du compte qui lance l’application, " +
                "ou choisissez-en un autre : Reparation__Donnees=/chemin");
        }
    }

    private static CleInstance LireOuCreerLaCle(string donnees, string fichier)
    {
        if (File.Exists(fichier))
        {
            return CleInstance.Lire(fichier);
        }

        if (File.Exists(FichierDeBase(donnees)))
        {
            throw new DemarrageRefuseException(
                $"La base existe ({FichierDeBase(donnees)}) mais la clé d’instance est introuvable ({fichier}). " +
                "Sans elle, aucun dossier n’est lisible. Remettez la copie de la clé à cet endroit, ou indiquez le sien : " +
                "Reparation__CleInstance=/chemin/instance.cle");
        }

        var cle = CleInstance.Tirer();
        try
        {
            cle.Ecrire(fichier);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DemarrageRefuseException(
                $"La clé d’instance ne peut pas être écrite ({fichier}). Libérez de la place ou rendez ce répertoire au compte qui lance l’application, puis relancez.");
        }

        return cle;
    }

    private static async Task MigrerAsync(DossiersDb db, CancellationToken annulation)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(annulation)).Any())
        {
            return;
        }

        // Une migration tuée laisse sa table de verrou, que la suivante attendrait sans fin. Notre verrou de fichier
        // prouve qu'aucune autre ne court.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", annulation);
        await db.Database.MigrateAsync(annulation);
    }

    /// <summary>Vérifie que cette clé est celle de la base.</summary>
    /// <exception cref="DemarrageRefuseException">Elle ne l'est pas.</exception>
    internal static async Task ControlerLeTemoinAsync(
        DossiersDb db, string fichierDeBase, Coffre coffre, string fichierDeCle, CancellationToken annulation)
    {
        // Base neuve, ou créée puis interrompue avant son témoin : rien n'y est encore scellé.
        if (!File.Exists(fichierDeBase) || !await TableExisteAsync(db, "Parametres", annulation)
            || await db.Parametres.SingleOrDefaultAsync(p => p.Nom == Temoin, annulation) is not { } temoin)
        {
            return;
        }

        try
        {
            coffre.Desceller(Temoin, temoin.Valeur);
        }
        catch (DonneesAltereesException)
        {
            var attendue = await db.Parametres.SingleOrDefaultAsync(p => p.Nom == IdentifiantDeCle, annulation);
            throw new DemarrageRefuseException(
                $"La clé d’instance n’est pas celle de cette base. Le fichier {fichierDeCle} contient la clé {coffre.IdentifiantDeCle} ; " +
                $"la base attend la clé {(attendue is null ? "d’origine" : Encoding.ASCII.GetString(attendue.Valeur))}. " +
                "Remettez la bonne clé, ou la base qui va avec celle-ci.");
        }
    }

    private async Task PoserLeTemoinAsync(DossiersDb db, CancellationToken annulation)
    {
        if (await db.Parametres.AnyAsync(p => p.Nom == Temoin, annulation))
        {
            return;
        }

        if (await db.Comptes.AnyAsync(annulation))
        {
            throw new DemarrageRefuseException(
                $"Le témoin de la clé manque dans la base ({Base}), qui contient pourtant des comptes : elle a été modifiée. " +
                "Restaurez la dernière sauvegarde.");
        }

        db.Add(new LigneParametre { Nom = IdentifiantDeCle, Valeur = Encoding.ASCII.GetBytes(Coffre.IdentifiantDeCle) });
        db.Add(new LigneParametre { Nom = Temoin, Valeur = Coffre.Sceller(Temoin, TexteDuTemoin) });
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
    }

    // Les fiches viennent du Domaine et leur forme est celle de ce programme : quand l'un, l'autre ou une édition change, elles se
    // recalculent au démarrage.
    private async Task ActualiserLesFichesAsync(DossiersDb db, CancellationToken annulation)
    {
        var courante = Encoding.ASCII.GetBytes($"{typeof(Dossier).Module.ModuleVersionId:N}/{typeof(Fiches).Module.ModuleVersionId:N}/{Editions.Empreinte}");
        var connue = await db.Parametres.AsTracking().SingleOrDefaultAsync(p => p.Nom == VersionDesFiches, annulation);
        if (connue is not null && CryptographicOperations.FixedTimeEquals(connue.Valeur, courante))
        {
            return;
        }

        await new Fiches(db, Coffre, Editions).ReconstruireAsync(annulation);
        if (connue is null)
        {
            db.Add(new LigneParametre { Nom = VersionDesFiches, Valeur = courante });
        }
        else
        {
            connue.Valeur = courante;
        }

        await db.SaveChangesAsync(annulation);
    }

    private static async Task<bool> TableExisteAsync(DossiersDb db, string table, CancellationToken annulation) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = {table}")
            .SingleAsync(annulation) > 0;
}
