using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Une session, telle que son titulaire la voit.</summary>
/// <param name="Appareil">Navigateur et système, tels qu'ils s'annoncent.</param>
/// <param name="VueLe">Dernière page ouverte, à la minute près.</param>
/// <param name="ConfirmeeLe">Dernière fois que la personne a prouvé que c'est elle.</param>
public sealed record SessionOuverte(Guid Id, string Appareil, DateTimeOffset OuverteLe, DateTimeOffset VueLe, DateTimeOffset ConfirmeeLe);

/// <summary>Combien de temps vit une session.</summary>
/// <param name="Inactivite">Sans une page ouverte, elle se ferme.</param>
public sealed record ReglagesDesSessions(TimeSpan Inactivite)
{
    /// <summary>Même active, une session ne dépasse pas une journée de travail.</summary>
    public static readonly TimeSpan Duree = TimeSpan.FromHours(12);

    /// <summary>Au-delà, un geste qui efface, emporte ou partage demande à nouveau qui l'on est.</summary>
    public static readonly TimeSpan Confirmation = TimeSpan.FromMinutes(10);

    /// <summary>Lit « Reparation:SessionMinutes » : quinze minutes, d'une à cent vingt.</summary>
    /// <exception cref="DemarrageRefuseException">Durée hors bornes.</exception>
    public static ReglagesDesSessions Lire(IConfiguration configuration)
    {
        var minutes = configuration.GetValue("Reparation:SessionMinutes", 15);
        return minutes is >= 1 and <= 120
            ? new(TimeSpan.FromMinutes(minutes))
            : throw new DemarrageRefuseException(
                "Une session laissée seule se ferme après une à cent vingt minutes. Corrigez Reparation__SessionMinutes, ou retirez-le : ce sera quinze.");
    }
}

/// <summary>Les sessions ouvertes, tenues dans la base : on les voit toutes, on les ferme de n'importe où.</summary>
public sealed class Sessions(DossiersDb db, Coffre coffre, Annuaire annuaire, ReglagesDesSessions reglages, TimeProvider horloge)
{
    private const int LongueurDeLAppareil = 80;

    // Une écriture par page ouverte serait trop ; la minute suffit à un quart d'heure, et à proportion.
    private TimeSpan Pas => reglages.Inactivite / 15;

    /// <summary>Ouvre une session, et efface celles de tous qui ont vécu.</summary>
    public async Task<Guid> OuvrirAsync(Compte compte, string navigateur, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(compte);
        var maintenant = horloge.GetUtcNow();
        var (vue, ouverte) = (maintenant - reglages.Inactivite, maintenant - ReglagesDesSessions.Duree);
        await db.Sessions.Where(s => s.VueLe < vue || s.OuverteLe < ouverte).ExecuteDeleteAsync(annulation);
        var id = Guid.NewGuid();
        db.Add(new LigneSession
        {
            Id = id,
            CompteId = compte.Id,
            OuverteLe = maintenant,
            VueLe = maintenant,
            ConfirmeeLe = maintenant,
            Appareil = coffre.Sceller(Contexte(id), Nommer(navigateur)),
        });
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return id;
    }

    /// <summary>Le compte et la session si elle vit encore ; rien sinon.</summary>
    /// <param name="prolonger">Faux pour demander combien de temps il reste sans rien y changer.</param>
    public async Task<(Compte Compte, SessionOuverte Session)?> ReprendreAsync(Guid id, bool prolonger, CancellationToken annulation)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, annulation) is not { } ligne
            || Reste(ligne.VueLe, ligne.OuverteLe) <= TimeSpan.Zero
            || await annuaire.TrouverAsync(ligne.CompteId, annulation) is not { } compte)
        {
            return null;
        }

        var maintenant = horloge.GetUtcNow();
        if (prolonger && maintenant - ligne.VueLe >= Pas)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.VueLe, maintenant), annulation);
        }

        return (compte, Presenter(ligne));
    }

    /// <summary>Temps qu'il reste avant qu'une session ne se ferme d'elle-même.</summary>
    public TimeSpan Reste(SessionOuverte session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Reste(session.VueLe, session.OuverteLe);
    }

    /// <summary>Sessions vivantes d'un compte, la dernière vue d'abord.</summary>
    public async Task<IReadOnlyList<SessionOuverte>> ListerAsync(Guid compte, CancellationToken annulation) =>
        [.. (await db.Sessions.Where(s => s.CompteId == compte).ToListAsync(annulation))
            .Where(s => Reste(s.VueLe, s.OuverteLe) > TimeSpan.Zero).OrderByDescending(s => s.VueLe).Select(Presenter)];

    /// <summary>Ferme une session d'un compte ; faux s'il n'en a pas de telle.</summary>
    public async Task<bool> FermerAsync(Guid compte, Guid id, CancellationToken annulation) =>
        await db.Sessions.Where(s => s.Id == id && s.CompteId == compte).ExecuteDeleteAsync(annulation) == 1;

    /// <summary>Ferme toutes les sessions d'un compte, sauf une.</summary>
    public Task FermerLesAutresAsync(Guid compte, Guid? sauf, CancellationToken annulation) =>
        db.Sessions.Where(s => s.CompteId == compte && s.Id != sauf).ExecuteDeleteAsync(annulation);

    /// <summary>La personne vient de prouver que c'est elle.</summary>
    public Task ConfirmerAsync(Guid id, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        return db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.ConfirmeeLe, maintenant), annulation);
    }

    /// <summary>Ce qu'un navigateur annonce, en deux mots : « Firefox, Linux ».</summary>
    public static string Nommer(string navigateur)
    {
        ArgumentNullException.ThrowIfNull(navigateur);
        (string Signe, string Nom)[] navigateurs = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
        (string Signe, string Nom)[] systemes = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];
        string[] mots = [.. ((string?[])[Trouver(navigateurs), Trouver(systemes)]).OfType<string>()];
        return mots.Length > 0 ? string.Join(", ", mots)
            : navigateur.Length > 0 ? navigateur[..Math.Min(navigateur.Length, LongueurDeLAppareil)]
            : "Navigateur inconnu";

        string? Trouver((string Signe, string Nom)[] noms) => noms.FirstOrDefault(n => navigateur.Contains(n.Signe, StringComparison.Ordinal)).Nom;
    }

    private TimeSpan Reste(DateTimeOffset vue, DateTimeOffset ouverte)
    {
        var maintenant = horloge.GetUtcNow();
        var (inactive, usee) = (vue + reglages.Inactivite - maintenant, ouverte + ReglagesDesSessions.Duree - maintenant);
        return inactive < usee ? inactive : usee;
    }

    private SessionOuverte Presenter(LigneSession l) =>
        new(l.Id, coffre.DescellerTexte(Contexte(l.Id), l.Appareil), l.OuverteLe, l.VueLe, l.ConfirmeeLe);

    private static string Contexte(Guid id) => $"session/{id:N}/appareil";
}
