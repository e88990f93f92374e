using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Reparation.Web.Data;

/// <summary>Ce que l'unicité de la base refuse : de deux écritures simultanées, la première fait foi.</summary>
internal static class Unicite
{
    private const int ContrainteViolee = 19;

    /// <summary>Vrai si la base a refusé une seconde ligne là où une seule est permise.</summary>
    public static bool EstRefusee(this DbUpdateException refus) => refus.InnerException is SqliteException { SqliteErrorCode: ContrainteViolee };

    /// <summary>Enregistre en une transaction ; faux, et rien n'est écrit, si une autre écriture est venue la première.</summary>
    public static async Task<bool> EnregistrerSiUniqueAsync(this DbContext db, CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            return true;
        }
        catch (DbUpdateException refus) when (refus.EstRefusee())
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
