using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Un compte, tel que l'application le montre.</summary>
public sealed record Compte(Guid Id, string Courriel, Role Role, Qualite Metier, DateTimeOffset CreeLe);

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

    public async Task<IReadOnlyList<Compte>> ListerAsync(CancellationToken annulation) =>
        [.. (await db.Comptes.ToListAsync(annulation)).Select(Presenter).OrderBy(c => c.CreeLe)];

    /// <summary>Crée un compte, ou rend rien si ce courriel en a déjà un.</summary>
    public async Task<Compte?> CreerAsync(string courriel, string phrase, Qualite metier, CancellationToken annulation)
    {
        var ligne = Etablir(courriel, phrase, RoleDe(metier), metier);
        return await AjouterAsync(ligne, annulation) ? Presenter(ligne) : null;
    }

    /// <summary>Crée le premier compte, administrateur, ou rend rien s'il en existe déjà un.</summary>
    public async Task<(Compte Compte, Guid Jeton)?> CreerPremierAsync(
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
        return (Presenter(ligne), ligne.Jeton);
    }

    /// <summary>Compte et jeton si le courriel et la phrase concordent ; sinon rien, sans dire lequel est faux.</summary>
    public async Task<(Compte Compte, Guid Jeton)?> VerifierAsync(string courriel, string phrase, CancellationToken annulation)
    {
        var index = Index(courriel);
        var ligne = await db.Comptes.SingleOrDefaultAsync(c => c.IndexCourriel == index, annulation);
        var empreinte = ligne is null
            ? EmpreinteSansCompte.Value
            : coffre.DescellerTexte(ContextePhrase(ligne), ligne.PhraseDePasse);
        var exacte = Empreintes.VerifyHashedPassword(null!, empreinte, Normaliser(phrase)) != PasswordVerificationResult.Failed;
        return ligne is not null && exacte ? (Presenter(ligne), ligne.Jeton) : null;
    }

    /// <summary>Compte de cet identifiant si sa session est encore valable.</summary>
    public async Task<Compte?> TrouverAsync(Guid id, Guid jeton, CancellationToken annulation) =>
        await db.Comptes.SingleOrDefaultAsync(c => c.Id == id && c.Jeton == jeton, annulation) is { } ligne && EstIntact(ligne)
            ? Presenter(ligne)
            : null;

    /// <summary>Change le métier d'un compte ; faux s'il n'existe pas. Ses sessions restent ouvertes, avec ses nouveaux droits.</summary>
    public async Task<bool> ChangerMetierAsync(Guid id, Qualite metier, CancellationToken annulation)
    {
        if (await db.Comptes.SingleOrDefaultAsync(c => c.Id == id, annulation) is not { } ligne
            || (metier == Qualite.Administrateur && ligne.Role != Role.Administrateur))
        {
            return false;
        }

        var empreinte = coffre.DescellerTexte(ContextePhrase(ligne), ligne.PhraseDePasse);
        ligne.Metier = metier;
        ligne.PhraseDePasse = coffre.Sceller(ContextePhrase(ligne), empreinte);
        db.Update(ligne);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Change la phrase de passe et ferme les autres sessions ; rend le nouveau jeton.</summary>
    public async Task<Guid> ChangerPhraseAsync(Compte compte, string phrase, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(compte);
        var ligne = await db.Comptes.SingleAsync(c => c.Id == compte.Id, annulation);
        var (scelle, jeton) = (ScellerEmpreinte(ligne, phrase), Guid.NewGuid());
        await db.Comptes.Where(c => c.Id == compte.Id).ExecuteUpdateAsync(
            c => c.SetProperty(l => l.PhraseDePasse, scelle).SetProperty(l => l.Jeton, jeton), annulation);
        return jeton;
    }

    internal static string Courriel(Coffre coffre, LigneCompte ligne) =>
        coffre.DescellerTexte(ContexteCourriel(ligne.Id), ligne.Courriel);

    /// <summary>Clé sous laquelle les essais de connexion d'un courriel se comptent.</summary>
    internal byte[] Index(string courriel) => Index(coffre, courriel);

    internal static byte[] Index(Coffre coffre, string courriel) =>
        coffre.Index("courriel", Normaliser(courriel.Trim()).ToLowerInvariant());

    // Le rôle et le métier sont dans le contexte : les changer dans la base ferme le compte au lieu de l'élever.
    private static string ContextePhrase(LigneCompte ligne) => $"compte/{ligne.Id:N}/phrase/{ligne.Role}/{ligne.Metier}";

    private bool EstIntact(LigneCompte ligne)
    {
        try
        {
            coffre.Desceller(ContextePhrase(ligne), ligne.PhraseDePasse);
            return true;
        }
        catch (DonneesAltereesException)
        {
            return false;
        }
    }

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
            Jeton = Guid.NewGuid(),
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

    private Compte Presenter(LigneCompte ligne) => new(ligne.Id, Courriel(coffre, ligne), ligne.Role, ligne.Metier, ligne.CreeLe);
}
