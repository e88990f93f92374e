using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Un compte, tel que l'application le montre.</summary>
/// <param name="SecondFacteur">Vrai si sa phrase ne suffit pas : un code est demandé en plus.</param>
public sealed record Compte(Guid Id, string Courriel, Role Role, Qualite Metier, DateTimeOffset CreeLe, bool SecondFacteur);

/// <summary>Les comptes : création, vérification d'une phrase de passe, liste.</summary>
public sealed class Annuaire(DossiersDb db, Coffre coffre, TimeProvider horloge)
{
    /// <summary>Longueur minimale d'une phrase de passe.</summary>
    public const int LongueurMinimale = 12;

    /// <summary>Longueur maximale : au-delà, calculer l'empreinte coûterait sans rien protéger de plus.</summary>
    public const int LongueurMaximale = 500;

    // PBKDF2-HMAC-SHA512 ; le nombre d'itérations est écrit dans l'empreinte, le relever n'invalide rien.
    private static readonly PasswordHasher<Compte> Empreintes =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 600_000 }));

    // Comparée quand le courriel est inconnu : la réponse prend le même temps.
    private static readonly Lazy<string> EmpreinteSansCompte =
        new(() => Empreintes.HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>Vrai dès qu'un compte existe.</summary>
    public Task<bool> ExisteAsync(CancellationToken annulation) => db.Comptes.AnyAsync(annulation);

    /// <summary>Identifiant du compte de ce courriel ; vide s'il n'y en a pas.</summary>
    internal Task<Guid> IdentifierAsync(string courriel, CancellationToken annulation)
    {
        var index = Index(courriel);
        return db.Comptes.Where(c => c.IndexCourriel == index).Select(c => c.Id).SingleOrDefaultAsync(annulation);
    }

    public async Task<IReadOnlyList<Compte>> ListerAsync(CancellationToken annulation) =>
        [.. (await db.Comptes.ToListAsync(annulation)).Select(Presenter).OrderBy(c => c.CreeLe)];

    /// <summary>Crée un compte, ou rend rien si ce courriel en a déjà un.</summary>
    public async Task<Compte?> CreerAsync(string courriel, string phrase, Qualite metier, CancellationToken annulation)
    {
        var ligne = Etablir(courriel, phrase, RoleDe(metier), metier);
        return await AjouterAsync(ligne, annulation) ? Presenter(ligne) : null;
    }

    /// <summary>Crée le premier compte, administrateur, ou rend rien s'il en existe déjà un.</summary>
    public async Task<Compte?> CreerPremierAsync(
        string courriel, string phrase, Qualite metier, CancellationToken annulation)
    {
        var ligne = Etablir(courriel, phrase, Role.Administrateur, metier);
        // La transaction prend le verrou d'écriture avant de regarder : deux premiers comptes ne peuvent pas naître.
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await ExisteAsync(annulation) || !await AjouterAsync(ligne, annulation))
        {
            return null;
        }

        await transaction.CommitAsync(annulation);
        return Presenter(ligne);
    }

    /// <summary>Compte si le courriel et la phrase concordent ; sinon rien, sans dire lequel est faux.</summary>
    public async Task<Compte?> VerifierAsync(string courriel, string phrase, CancellationToken annulation)
    {
        var index = Index(courriel);
        var ligne = await db.Comptes.SingleOrDefaultAsync(c => c.IndexCourriel == index, annulation);
        var empreinte = ligne is null
            ? EmpreinteSansCompte.Value
            : coffre.DescellerTexte(ContextePhrase(ligne), ligne.PhraseDePasse);
        var exacte = Empreintes.VerifyHashedPassword(null!, empreinte, Normaliser(phrase)) != PasswordVerificationResult.Failed;
        return ligne is not null && exacte ? Presenter(ligne) : null;
    }

    /// <summary>Compte de cet identifiant ; rien si sa ligne a été changée hors de l'application.</summary>
    public async Task<Compte?> TrouverAsync(Guid id, CancellationToken annulation) =>
        await db.Comptes.SingleOrDefaultAsync(c => c.Id == id, annulation) is { } ligne && EstIntact(ligne)
            ? Presenter(ligne)
            : null;

    /// <summary>Change le métier d'un compte ; faux s'il n'existe pas. Ses sessions restent ouvertes, avec ses nouveaux droits.</summary>
    public async Task<bool> ChangerMetierAsync(Guid id, Qualite metier, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await db.Comptes.SingleOrDefaultAsync(c => c.Id == id, annulation) is not { } ligne
            || (metier == Qualite.Administrateur && ligne.Role != Role.Administrateur))
        {
            return false;
        }

        await RescellerAsync(ligne, l => l.Metier = metier, annulation);
        await transaction.CommitAsync(annulation);
        return true;
    }

    /// <summary>Change la phrase de passe.</summary>
    public async Task ChangerPhraseAsync(Compte compte, string phrase, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(compte);
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var scelle = ScellerEmpreinte(await db.Comptes.SingleAsync(c => c.Id == compte.Id, annulation), phrase);
        await db.Comptes.Where(c => c.Id == compte.Id).ExecuteUpdateAsync(c => c.SetProperty(l => l.PhraseDePasse, scelle), annulation);
        await transaction.CommitAsync(annulation);
    }

    /// <summary>Second facteur scellé d'un compte ; rien s'il n'en a pas.</summary>
    internal Task<byte[]?> SecondAsync(Guid id, CancellationToken annulation) =>
        db.Comptes.Where(c => c.Id == id).Select(c => c.Second).SingleOrDefaultAsync(annulation);

    /// <summary>Change le second facteur d'un compte, sous le verrou d'écriture : un même code ne passe pas deux fois.</summary>
    internal async Task ChangerSecondAsync(Guid id, Func<byte[]?, byte[]?> changer, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var ligne = await db.Comptes.SingleAsync(c => c.Id == id, annulation);
        var second = changer(ligne.Second);
        if (second != ligne.Second)
        {
            await RescellerAsync(ligne, l => l.Second = second, annulation);
        }

        await transaction.CommitAsync(annulation);
    }

    internal static string Courriel(Coffre coffre, LigneCompte ligne) =>
        coffre.DescellerTexte(ContexteCourriel(ligne.Id), ligne.Courriel);

    /// <summary>Clé sous laquelle les essais de connexion d'un courriel se comptent.</summary>
    internal byte[] Index(string courriel) => Index(coffre, courriel);

    internal static byte[] Index(Coffre coffre, string courriel) =>
        coffre.Index("courriel", Normaliser(courriel.Trim()).ToLowerInvariant());

    // Le rôle, le métier et l'existence d'un second facteur sont dans le contexte : les changer dans la base ferme le compte
    // au lieu de l'ouvrir.
    private static string ContextePhrase(LigneCompte ligne) =>
        $"compte/{ligne.Id:N}/phrase/{ligne.Role}/{ligne.Metier}/{(ligne.Second is null ? "seule" : "seconde")}";

    private async Task RescellerAsync(LigneCompte ligne, Action<LigneCompte> changer, CancellationToken annulation)
    {
        var empreinte = coffre.DescellerTexte(ContextePhrase(ligne), ligne.PhraseDePasse);
        changer(ligne);
        ligne.PhraseDePasse = coffre.Sceller(ContextePhrase(ligne), empreinte);
        db.Update(ligne);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
    }

    private bool EstIntact(LigneCompte ligne) => coffre.DescellerSiIntacte(ContextePhrase(ligne), ligne.PhraseDePasse) is not null;

    private static Role RoleDe(Qualite metier) => metier == Qualite.Administrateur ? Role.Administrateur : Role.Membre;

    private static string ContexteCourriel(Guid id) => $"compte/{id:N}/courriel";

    private LigneCompte Etablir(string courriel, string phrase, Role role, Qualite metier)
    {
        var id = Guid.NewGuid();
        var ligne = new LigneCompte
        {
            Id = id,
            Courriel = coffre.Sceller(ContexteCourriel(id), courriel.Trim()),
            IndexCourriel = Index(courriel),
            PhraseDePasse = [],
            Role = role,
            Metier = metier,
            CreeLe = horloge.GetUtcNow(),
        };
        ligne.PhraseDePasse = ScellerEmpreinte(ligne, phrase);
        return ligne;
    }

    private async Task<bool> AjouterAsync(LigneCompte ligne, CancellationToken annulation)
    {
        db.Add(ligne);
        return await db.EnregistrerSiUniqueAsync(annulation);
    }

    private byte[] ScellerEmpreinte(LigneCompte ligne, string phrase) => coffre.Sceller(
        ContextePhrase(ligne), Empreintes.HashPassword(null!, Normaliser(phrase)));

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

    private Compte Presenter(LigneCompte ligne) =>
        new(ligne.Id, Courriel(coffre, ligne), ligne.Role, ligne.Metier, ligne.CreeLe, ligne.Second is not null);
}
