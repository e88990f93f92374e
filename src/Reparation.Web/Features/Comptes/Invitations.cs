using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Une invitation qui attend.</summary>
/// <param name="Reference">Désigne l'invitation dans la page ; ne permet pas de refaire le lien.</param>
public sealed record Invitation(string Reference, string Courriel, Qualite Metier, DateTimeOffset FinLe);

/// <summary>
/// Ouvrir un compte à quelqu'un sans connaître sa phrase de passe : un lien à usage unique, remis en main propre, sept jours.
/// </summary>
public sealed class Invitations(DossiersDb db, Coffre coffre, Annuaire annuaire, TimeProvider horloge)
{
    private const int Octets = 32;

    private static readonly TimeSpan Duree = TimeSpan.FromDays(7);

    private sealed record Contenu(string Courriel, Qualite Metier);

    /// <summary>Prépare une invitation et rend son lien, montré une fois ; rien si ce courriel a déjà un compte.</summary>
    /// <param name="par">Qui invite.</param>
    public async Task<string?> InviterAsync(Guid par, string courriel, Qualite metier, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(courriel);
        if (await annuaire.IdentifierAsync(courriel, annulation) != Guid.Empty)
        {
            return null;
        }

        var jeton = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Octets));
        var maintenant = horloge.GetUtcNow();
        var ligne = new LigneInvitation { Index = Index(jeton), Par = par, Le = maintenant, FinLe = maintenant + Duree, Contenu = [] };
        ligne.Contenu = coffre.Sceller(Contexte(ligne), JsonSerializer.SerializeToUtf8Bytes(new Contenu(courriel.Trim(), metier)));
        db.Add(ligne);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return jeton;
    }

    /// <summary>Invitations qui attendent, la première à échoir d'abord.</summary>
    public async Task<IReadOnlyList<Invitation>> ListerAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var lignes = await db.Invitations.Where(i => i.FinLe > maintenant).OrderBy(i => i.FinLe).ToListAsync(annulation);
        return [.. lignes.Select(Presenter).OfType<Invitation>()];
    }

    /// <summary>L'invitation de ce lien, si elle vaut encore.</summary>
    public async Task<Invitation?> TrouverAsync(string jeton, CancellationToken annulation)
    {
        var (index, maintenant) = (Index(jeton), horloge.GetUtcNow());
        return await db.Invitations.SingleOrDefaultAsync(i => i.Index == index && i.FinLe > maintenant, annulation) is { } ligne ? Presenter(ligne) : null;
    }

    /// <summary>Crée le compte et efface l'invitation ; rien si elle ne vaut plus ou si le compte existe.</summary>
    public async Task<Compte?> AccepterAsync(string jeton, string phrase, CancellationToken annulation)
    {
        var index = Index(jeton);
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await TrouverAsync(jeton, annulation) is not { } invitation
            || await db.Invitations.Where(i => i.Index == index).ExecuteDeleteAsync(annulation) != 1
            || await annuaire.CreerAsync(invitation.Courriel, phrase, invitation.Metier, annulation) is not { } compte)
        {
            return null;
        }

        await transaction.CommitAsync(annulation);
        return compte;
    }

    /// <summary>Retire une invitation ; faux si elle n'attend plus.</summary>
    public async Task<bool> RetirerAsync(string reference, CancellationToken annulation)
    {
        byte[] index;
        try
        {
            index = Convert.FromHexString(reference);
        }
        catch (FormatException)
        {
            return false;
        }

        return await db.Invitations.Where(i => i.Index == index).ExecuteDeleteAsync(annulation) == 1;
    }

    private byte[] Index(string jeton) => coffre.Index("invitation", jeton);

    // Rien si la ligne a été écrite ou prolongée hors de l'application.
    private Invitation? Presenter(LigneInvitation ligne)
    {
        if (coffre.DescellerSiIntacte(Contexte(ligne), ligne.Contenu) is not { } clair)
        {
            return null;
        }

        var contenu = JsonSerializer.Deserialize<Contenu>(clair)!;
        return new(Convert.ToHexStringLower(ligne.Index), contenu.Courriel, contenu.Metier, ligne.FinLe);
    }

    private static string Contexte(LigneInvitation l) =>
        $"invitation/{Convert.ToHexStringLower(l.Index)}/{l.Par:N}/{l.Le.UtcTicks}/{l.FinLe.UtcTicks}";
}
