using Microsoft.EntityFrameworkCore;

namespace Reparation.Web.Data;

/// <summary>Le seul filtre d'accès : ce qui n'est pas permis au compte courant n'existe pas pour lui.</summary>
internal static class Acces
{
    /// <summary>Dossiers du compte courant.</summary>
    public static IQueryable<LigneDossier> Permis(this DossiersDb db, CompteCourant compte) =>
        db.Dossiers.Where(d => d.Proprietaire == compte.Id);

    /// <summary>Un dossier du compte courant, ou rien.</summary>
    public static Task<LigneDossier?> TrouverAsync(this DossiersDb db, CompteCourant compte, Guid id, CancellationToken annulation) =>
        db.Permis(compte).SingleOrDefaultAsync(d => d.Id == id, annulation);
}
