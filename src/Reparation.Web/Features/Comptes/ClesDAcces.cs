using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Une clé d'accès, telle que son titulaire la voit.</summary>
/// <param name="Reference">Désigne la clé dans la page.</param>
public sealed record CleDAcces(string Reference, string Nom, DateTimeOffset CreeeLe);

/// <summary>
/// Les clés d'accès (WebAuthn), scellées. L'épreuve est celle du cadre (PasskeyHandler) ; il ne vient chercher ici que de quoi
/// reconnaître une clé et son compte.
/// </summary>
public sealed class ClesDAcces(DossiersDb db, Coffre coffre, Annuaire annuaire) : IUserPasskeyStore<Compte>
{
    /// <summary>Longueur du nom d'une clé.</summary>
    public const int LongueurDuNom = 60;

    private sealed record Contenu(
        byte[] Id, byte[] Publique, DateTimeOffset CreeeLe, uint Compteur, string[]? Transports, bool Verifiee, bool Copiable, bool Copiee, string Nom);

    public async Task<IReadOnlyList<CleDAcces>> ListerAsync(Guid compte, CancellationToken annulation) =>
        [.. (await LignesAsync(compte, annulation)).Select(l => (Ligne: l, Contenu: Ouvrir(l)))
            .OrderBy(x => x.Contenu.CreeeLe).Select(x => new CleDAcces(Convert.ToHexStringLower(x.Ligne.Index), x.Contenu.Nom, x.Contenu.CreeeLe))];

    /// <summary>Retire une clé d'un compte ; faux s'il ne l'a pas.</summary>
    public async Task<bool> RetirerAsync(Guid compte, string reference, CancellationToken annulation) =>
        (await LignesAsync(compte, annulation)).FirstOrDefault(l => Convert.ToHexStringLower(l.Index) == reference) is { } ligne
        && await db.ClesDAcces.Where(c => c.Index == ligne.Index).ExecuteDeleteAsync(annulation) == 1;

    public async Task AddOrUpdatePasskeyAsync(Compte user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(passkey);
        var index = Index(passkey.CredentialId);
        var contenu = Sceller(user.Id, index, new(
            passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, passkey.Transports,
            passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.Name ?? ""));
        if (await db.ClesDAcces.Where(c => c.Index == index && c.CompteId == user.Id)
            .ExecuteUpdateAsync(c => c.SetProperty(l => l.Contenu, contenu), cancellationToken) == 0)
        {
            db.Add(new LigneCleDAcces { Index = index, CompteId = user.Id, Contenu = contenu });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Compte user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return [.. (await LignesAsync(user.Id, cancellationToken)).Select(l => Pour(Ouvrir(l)))];
    }

    public async Task<Compte?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var index = Index(credentialId);
        return await db.ClesDAcces.SingleOrDefaultAsync(c => c.Index == index, cancellationToken) is { } ligne
            ? await annuaire.TrouverAsync(ligne.CompteId, cancellationToken)
            : null;
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Compte user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var index = Index(credentialId);
        return await db.ClesDAcces.SingleOrDefaultAsync(c => c.Index == index && c.CompteId == user.Id, cancellationToken) is { } ligne
            ? Pour(Ouvrir(ligne))
            : null;
    }

    public Task RemovePasskeyAsync(Compte user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return RetirerAsync(user.Id, Convert.ToHexStringLower(Index(credentialId)), cancellationToken);
    }

    public Task<string> GetUserIdAsync(Compte user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(user.Id.ToString("N"));
    }

    public Task<string?> GetUserNameAsync(Compte user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult<string?>(user.Courriel);
    }

    public async Task<Compte?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await annuaire.TrouverAsync(id, cancellationToken) : null;

    // Les comptes se créent et se changent par l'annuaire seul.
    public Task<Compte?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> GetNormalizedUserNameAsync(Compte user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(Compte user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(Compte user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Compte user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Compte user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(Compte user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
        // La base est à la requête, qui la ferme.
    }

    private Task<List<LigneCleDAcces>> LignesAsync(Guid compte, CancellationToken annulation) =>
        db.ClesDAcces.Where(c => c.CompteId == compte).ToListAsync(annulation);

    private byte[] Index(byte[] identifiant) => coffre.Index("cle-acces", Convert.ToBase64String(identifiant));

    private static UserPasskeyInfo Pour(Contenu c) =>
        new(c.Id, c.Publique, c.CreeeLe, c.Compteur, c.Transports, c.Verifiee, c.Copiable, c.Copiee, [], []) { Name = c.Nom };

    private Contenu Ouvrir(LigneCleDAcces ligne) =>
        JsonSerializer.Deserialize<Contenu>(coffre.Desceller(Contexte(ligne.CompteId, ligne.Index), ligne.Contenu))!;

    private byte[] Sceller(Guid compte, byte[] index, Contenu contenu) =>
        coffre.Sceller(Contexte(compte, index), JsonSerializer.SerializeToUtf8Bytes(contenu));

    private static string Contexte(Guid compte, byte[] index) => $"cle-acces/{compte:N}/{Convert.ToHexStringLower(index)}";
}
