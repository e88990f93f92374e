using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Reparation.Web.Tests;

/// <summary>
/// Rend à SQLite les vraies erreurs d'un disque plein, d'un fichier en lecture seule ou d'une base tenue par un autre, sans toucher au
/// système. Sans panne demandée, ne change rien.
/// </summary>
public sealed class PanneSimulee : DbConnectionInterceptor
{
    private const string Aucune = "PRAGMA query_only=OFF; PRAGMA max_page_count=1073741823;";

    private string reglage = "";

    /// <summary>La base ne peut plus grandir d'une page.</summary>
    public void Remplir() => reglage = "PRAGMA max_page_count=1;";

    /// <summary>Plus rien ne s'écrit.</summary>
    public void Figer() => reglage = "PRAGMA query_only=ON;";

    /// <summary>On n'attend qu'une seconde la base qu'un autre tient.</summary>
    public void Presser() => reglage = " ";

    public void Reparer() => reglage = Aucune;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (reglage.Length > 0)
        {
            using var commande = connection.CreateCommand();
            commande.CommandText = reglage;
            commande.ExecuteNonQuery();
            ((SqliteConnection)connection).DefaultTimeout = reglage == " " ? 1 : 30;
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
