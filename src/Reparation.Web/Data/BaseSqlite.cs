using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Reparation.Web.Data;

/// <summary>Réglage de SQLite : un enregistrement confirmé survit à l'arrêt brutal du processus et de la machine.</summary>
public static class BaseSqlite
{
    /// <param name="reservees">Garde les connexions ouvertes d'un usage à l'autre ; faux pour un fichier que l'on déplace ensuite.</param>
    public static DbContextOptionsBuilder Configurer(DbContextOptionsBuilder options, string fichier, bool reservees = true)
    {
        ArgumentNullException.ThrowIfNull(options);
        var connexion = new SqliteConnectionStringBuilder
        {
            DataSource = fichier,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Pooling = reservees,
        };
        return options
            .UseSqlite(connexion.ConnectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(Pragmas.Instance);
    }

    public static DbContextOptions<DossiersDb> Options(string fichier, bool reservees = true)
    {
        var options = new DbContextOptionsBuilder<DossiersDb>();
        Configurer(options, fichier, reservees);
        return options.Options;
    }

    /// <summary>Réglages que SQLite ne garde pas d'une connexion à l'autre.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        // synchronous=FULL : le journal WAL est sur le disque avant que l'enregistrement soit confirmé.
        // fullfsync : macOS sinon s'arrête au cache du disque. secure_delete : une clé effacée l'est vraiment.
        private const string Reglages =
            "PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON; " +
            "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var commande = connection.CreateCommand();
            commande.CommandText = Reglages;
            commande.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var commande = connection.CreateCommand();
            commande.CommandText = Reglages;
            await commande.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Sert à l'outil <c>dotnet ef</c>, qui n'a besoin ni de la clé ni d'une vraie base.</summary>
    public sealed class PourLesMigrations : IDesignTimeDbContextFactory<DossiersDb>
    {
        public DossiersDb CreateDbContext(string[] args) => new(Options("conception.db"));
    }
}
