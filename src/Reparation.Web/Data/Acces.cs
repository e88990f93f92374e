using System.Text;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>Un dossier que le compte courant ouvre, et ce qu'il y peut.</summary>
public sealed record Permission(LigneDossier Dossier, Droits Droits);

/// <summary>Un accès, tel que le dossier le montre.</summary>
/// <param name="Personne">Courriel de qui ouvre le dossier.</param>
/// <param name="Par">Courriel de qui le lui a ouvert.</param>
/// <param name="Motif">Pourquoi ; vide si rien n'a été dit.</param>
/// <param name="RetirePar">Courriel de qui l'a retiré ; rien s'il est ouvert.</param>
public sealed record AccesOuvert(
    Guid Id, string Personne, Qualite Qualite, string Par, DateTimeOffset Le, DateTimeOffset? FinLe, string Motif, string? RetirePar, DateTimeOffset? RetireLe);

/// <summary>Issue de l'ouverture d'un dossier à quelqu'un.</summary>
public enum OuvertureDAcces
{
    /// <summary>La personne ouvre le dossier.</summary>
    Fait,

    /// <summary>Aucun compte à cette adresse, ou un compte qui n'ouvre aucun dossier.</summary>
    SansCompte,

    /// <summary>Elle l'ouvre déjà.</summary>
    Deja,

    /// <summary>Le dossier n'existe pas pour le compte courant.</summary>
    Introuvable,
}

/// <summary>
/// Le seul filtre d'accès aux dossiers : ce qui n'est ni au compte courant, ni ouvert à lui, n'existe pas pour lui. Chaque accès porte
/// une preuve scellée par la clé d'instance.
/// </summary>
public sealed class Acces(DossiersDb db, Coffre coffre, CompteCourant compte, TimeProvider horloge)
{
    /// <summary>Longueur d'un motif.</summary>
    public const int LongueurDuMotif = 300;

    /// <summary>Un dossier et ce que le compte y peut, ou rien.</summary>
    public async Task<Permission?> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var moi = compte.Id;
        return await db.Dossiers.SingleOrDefaultAsync(d => d.Id == id, annulation) is not { } dossier ? null
            : Permettre(dossier, dossier.Proprietaire == moi
                ? null
                : await db.Acces.SingleOrDefaultAsync(a => a.DossierId == id && a.CompteId == moi && a.RetireLe == null, annulation));
    }

    /// <summary>Vrai si un dossier a cet identifiant, quel que soit qui demande : de quoi noter un refus, jamais de quoi le montrer.</summary>
    public Task<bool> ExisteAsync(Guid id, CancellationToken annulation) => db.Dossiers.AnyAsync(d => d.Id == id, annulation);

    /// <summary>Tous les dossiers que le compte ouvre, avec leur fiche.</summary>
    public async Task<IReadOnlyList<(Permission Permission, LigneFiche Fiche)>> ListerAsync(CancellationToken annulation)
    {
        var moi = compte.Id;
        var miens = await db.Dossiers.Where(d => d.Proprietaire == moi)
            .Join(db.Fiches, d => d.Id, f => f.DossierId, (Dossier, Fiche) => new { Dossier, Fiche, Acces = (LigneAcces?)null })
            .ToListAsync(annulation);
        var confies = await db.Acces.Where(a => a.CompteId == moi && a.RetireLe == null)
            .Join(db.Dossiers, a => a.DossierId, d => d.Id, (Acces, Dossier) => new { Acces, Dossier })
            .Join(db.Fiches, x => x.Dossier.Id, f => f.DossierId, (x, Fiche) => new { x.Dossier, Fiche, Acces = (LigneAcces?)x.Acces })
            .ToListAsync(annulation);
        return [.. miens.Concat(confies)
            .Select(l => (Permettre(l.Dossier, l.Acces), l.Fiche)).Where(l => l.Item1 is not null).Select(l => (l.Item1!, l.Fiche))];
    }

    /// <summary>Courriel de qui tient le dossier, et tous ses accès, le plus récent d'abord ; rien si le dossier n'existe pas pour ce compte.</summary>
    public async Task<(string Proprietaire, IReadOnlyList<AccesOuvert> Acces)?> HistoriqueAsync(Guid dossier, CancellationToken annulation)
    {
        if (await TrouverAsync(dossier, annulation) is not { } permis)
        {
            return null;
        }

        var lignes = await db.Acces.Where(a => a.DossierId == dossier).OrderByDescending(a => a.Le).ToListAsync(annulation);
        Guid[] ids = [permis.Dossier.Proprietaire, .. lignes.SelectMany(l => new[] { l.CompteId, l.Par, l.RetirePar ?? l.Par })];
        var noms = await db.Comptes.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => Annuaire.Courriel(coffre, c), annulation);
        return (noms[permis.Dossier.Proprietaire], [.. lignes.Where(l => Motif(l) is not null).Select(l => new AccesOuvert(
            l.Id, noms[l.CompteId], l.Qualite, noms[l.Par], l.Le, l.FinLe, Motif(l)!, l.RetirePar is { } par ? noms[par] : null, l.RetireLe))]);
    }

    /// <summary>Ouvre le dossier au compte de ce courriel.</summary>
    /// <param name="fin">Instant où l'accès cesse ; rien s'il dure.</param>
    public async Task<OuvertureDAcces> OuvrirAsync(
        Guid dossier, string courriel, Qualite qualite, DateTimeOffset? fin, string motif, CancellationToken annulation)
    {
        if (await TrouverAsync(dossier, annulation) is not { } permis || !permis.Droits.Ecrit(Section.Acces))
        {
            return OuvertureDAcces.Introuvable;
        }

        var index = Annuaire.Index(coffre, courriel);
        if (await db.Comptes.SingleOrDefaultAsync(c => c.IndexCourriel == index, annulation) is not { Metier: not Qualite.Administrateur } invite)
        {
            return OuvertureDAcces.SansCompte;
        }

        return invite.Id != permis.Dossier.Proprietaire && await AjouterAsync(dossier, invite.Id, qualite, fin, motif, annulation)
            ? OuvertureDAcces.Fait
            : OuvertureDAcces.Deja;
    }

    /// <summary>Retire un accès ; faux s'il n'existe pas, ou plus.</summary>
    public async Task<bool> RetirerAsync(Guid dossier, Guid id, CancellationToken annulation)
    {
        if (await TrouverAsync(dossier, annulation) is not { } permis || !permis.Droits.Ecrit(Section.Acces)
            || await db.Acces.SingleOrDefaultAsync(a => a.Id == id && a.DossierId == dossier && a.RetireLe == null, annulation) is not { } ligne
            || Motif(ligne) is not { } motif)
        {
            return false;
        }

        await FermerAsync(ligne, motif, annulation);
        return true;
    }

    private async Task<bool> AjouterAsync(Guid dossier, Guid invite, Qualite qualite, DateTimeOffset? fin, string motif, CancellationToken annulation)
    {
        // Un accès échu, ou changé hors de l'application, ne vaut plus rien : il cède la place.
        if (await db.Acces.SingleOrDefaultAsync(a => a.DossierId == dossier && a.CompteId == invite && a.RetireLe == null, annulation) is { } ancien)
        {
            if (Vaut(ancien))
            {
                return false;
            }

            await FermerAsync(ancien, Motif(ancien) ?? "", annulation);
        }

        var ligne = new LigneAcces
        {
            Id = Guid.NewGuid(),
            DossierId = dossier,
            CompteId = invite,
            Qualite = qualite,
            Par = compte.Id,
            Le = horloge.GetUtcNow(),
            FinLe = fin,
            Preuve = [],
        };
        ligne.Preuve = coffre.Sceller(Contexte(ligne), motif);
        db.Add(ligne);
        return await db.EnregistrerSiUniqueAsync(annulation);
    }

    private async Task FermerAsync(LigneAcces ligne, string motif, CancellationToken annulation)
    {
        (ligne.RetirePar, ligne.RetireLe) = (compte.Id, horloge.GetUtcNow());
        // La preuve couvre le retrait : l'effacer dans la base ne rouvre pas l'accès.
        ligne.Preuve = coffre.Sceller(Contexte(ligne), motif);
        db.Update(ligne);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
    }

    private Permission? Permettre(LigneDossier dossier, LigneAcces? accorde)
    {
        var personne = compte.Compte!;
        if (personne.Metier == Qualite.Administrateur)
        {
            return null;
        }

        return dossier.Proprietaire == personne.Id ? new(dossier, Droits.De(personne))
            : accorde is not null && Vaut(accorde) ? new(dossier, new(accorde.Qualite, Tient: false))
            : null;
    }

    /// <summary>Vrai si l'accès est tel que l'application l'a écrit.</summary>
    internal static bool EstIntact(Coffre coffre, LigneAcces acces) => Motif(coffre, acces) is not null;

    private bool Vaut(LigneAcces acces) =>
        acces.RetireLe is null && (acces.FinLe is not { } fin || fin > horloge.GetUtcNow()) && Motif(acces) is not null;

    private string? Motif(LigneAcces acces) => Motif(coffre, acces);

    // Rien si la ligne a été écrite ou changée hors de l'application.
    private static string? Motif(Coffre coffre, LigneAcces acces) =>
        coffre.DescellerSiIntacte(Contexte(acces), acces.Preuve) is { } motif ? Encoding.UTF8.GetString(motif) : null;

    private static string Contexte(LigneAcces a) =>
        $"acces/{a.Id:N}/{a.DossierId:N}/{a.CompteId:N}/{a.Qualite}/{a.Par:N}/{a.Le.UtcTicks}/{a.FinLe?.UtcTicks}/{a.RetirePar:N}/{a.RetireLe?.UtcTicks}";
}
