using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Un compte, tel que l'application le montre.</summary>
public sealed record Compte(Guid Id, string Courriel, Role Role, DateTimeOffset CreeLe);

/// <summary>Les comptes : création, vérification d'une phrase de passe, liste.</summary>
public sealed class Annuaire(DossiersDb db, Coffre coffre, TimeProvider horloge)
{
    /// <summary>Longueur minimale d'une phrase de passe.</summary>
    public const int LongueurMinimale = 12;

    /// <summary>Longueur maximale : au-delà, calculer l'empreinte coûterait sans rien protéger de plus.</summary>
    public const int LongueurMaximale = 500;

    private const int ContrainteViolee = 19;

    // PBKDF2-HMAC-SHA512 ; le nombre d'itérations est écrit dans l'empreinte, le relever n'invalide rien.
    private static readonly PasswordHasher<Compte> Empreintes =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 600_000 }));

    // Comparée quand le courriel est inconnu : la réponse prend le même temps.
    private static readonly Lazy<string> EmpreinteSansCompte =
        new(() => Empreintes.HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>Vrai dès qu'un compte existe.</summary>
    public Task<bool> ExisteAsync(CancellationToken annulation) => db.Comptes.AnyAsync(annulation);

    public async Task<IReadOnlyList<Compte>> ListerAsync(CancellationToken annulation) =>
        [.. (await db.Comptes.ToListAsync(annulation)).Select(Presenter).OrderBy(c => c.CreeLe)];

    /// <summary>Crée un compte, ou rend rien si ce courriel en a déjà un.</summary>
    public async Task<Compte?> CreerAsync(string courriel, string phrase, Role role, CancellationToken annulation)
    {
        var ligne = Etablir(courriel, phrase, role);
        return await AjouterAsync(ligne, annulation) ? Presenter(ligne) : null;
    }

    /// <summary>Crée le premier compte, administrateur, ou rend rien s'il en existe déjà un.</summary>
    public async Task<(Compte Compte, Guid Jeton)?> CreerPremierAsync(string courriel, string phrase, CancellationToken annulation)
    {
        var ligne = Etablir(courriel, phrase, Role.Administrateur);
        // La transaction prend le verrou d'écriture avant de regarder : deux premiers comptes ne peuvent pas naître.
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await ExisteAsync(annulation) || !await AjouterAsync(ligne, annulation))
        {
            return null;
        }

        await transaction.CommitAsync(annulation);
        return (Presenter(ligne), ligne.Jeton);
    }

    /// <summary>Compte et jeton si le courriel et la phrase concordent ; sinon rien, sans dire lequel est faux.</summary>
    public async Task<(Compte Compte, Guid Jeton)?> VerifierAsync(string courriel, string phrase, CancellationToken annulation)
    {
        var index = Index(courriel);
        var ligne = await db.Comptes.SingleOrDefaultAsync(c => c.IndexCourriel == index, annulation);
        var empreinte = ligne is null
            ? EmpreinteSansCompte.Value
            : coffre.DescellerTexte(ContextePhrase(ligne.Id, ligne.Role), ligne.PhraseDePasse);
        var exacte = Empreintes.VerifyHashedPassword(null!, empreinte, Normaliser(phrase)) != PasswordVerificationResult.Failed;
        return ligne is not null && exacte ? (Presenter(ligne), ligne.Jeton) : null;
    }

    /// <summary>Compte de cet identifiant si sa session est encore valable.</summary>
    public async Task<Compte?> TrouverAsync(Guid id, Guid jeton, CancellationToken annulation) =>
        await db.Comptes.SingleOrDefaultAsync(c => c.Id == id && c.Jeton == jeton, annulation) is { } ligne
            ? Presenter(ligne)
            : null;

    /// <summary>Change la phrase de passe et ferme les autres sessions ; rend le nouveau jeton.</summary>
    public async Task<Guid> ChangerPhraseAsync(Compte compte, string phrase, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(compte);
        var (scelle, jeton) = (ScellerEmpreinte(compte.Id, compte.Role, phrase), Guid.NewGuid());
        await db.Comptes.Where(c => c.Id == compte.Id).ExecuteUpdateAsync(
            c => c.SetProperty(l => l.PhraseDePasse, scelle).SetProperty(l => l.Jeton, jeton), annulation);
        return jeton;
    }

    internal static string Courriel(Coffre coffre, LigneCompte ligne) =>
        coffre.DescellerTexte(ContexteCourriel(ligne.Id), ligne.Courriel);

    /// <summary>Clé sous laquelle les essais de connexion d'un courriel se comptent.</summary>
    internal byte[] Index(string courriel) =>
        coffre.Index("courriel", Normaliser(courriel.Trim()).ToLowerInvariant());

    // Le rôle est dans le contexte : le changer dans la base ferme le compte au lieu de l'élever.
    private static string ContextePhrase(Guid id, Role role) => $"compte/{id:N}/phrase/{role}";

    private static string ContexteCourriel(Guid id) => $"compte/{id:N}/courriel";

    private LigneCompte Etablir(string courriel, string phrase, Role role)
    {
        var id = Guid.NewGuid();
        return new()
        {
            Id = id,
            Courriel = coffre.Sceller(ContexteCourriel(id), courriel.Trim()),
            IndexCourriel = Index(courriel),
            PhraseDePasse = ScellerEmpreinte(id, role, phrase),
            Role = role,
            CreeLe = horloge.GetUtcNow(),
            Jeton = Guid.NewGuid(),
        };
    }

    private async Task<bool> AjouterAsync(LigneCompte ligne, CancellationToken annulation)
    {
        db.Add(ligne);
        try
        {
            await db.SaveChangesAsync(annulation);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteErrorCode: ContrainteViolee })
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private byte[] ScellerEmpreinte(Guid id, Role role, string phrase) => coffre.Sceller(
        ContextePhrase(id, role), Empreintes.HashPassword(null!, Normaliser(phrase)));

    // Un caractère sans forme normale (U+FFFE, demi-paire) reste tel quel : la saisie est fausse, l'application ne tombe pas.
    private static string Normaliser(string texte)
    {
        try
        {
            return texte.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return texte;
        }
    }

    private Compte Presenter(LigneCompte ligne) => new(ligne.Id, Courriel(coffre, ligne), ligne.Role, ligne.CreeLe);
}
