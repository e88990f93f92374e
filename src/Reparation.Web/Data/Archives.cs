using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>
/// Les dossiers du compte courant. Toute lecture passe par <see cref="Acces.Permis"/> : un dossier d'un autre compte
/// n'existe pas. Un enregistrement ajoute une version et n'en change aucune.
/// </summary>
public sealed class Archives(DossiersDb db, Coffre coffre, CompteCourant compte, TimeProvider horloge, Editions editions)
{
    private const int ContrainteViolee = 19;

    private IQueryable<LigneDossier> Permis => db.Permis(compte);

    /// <summary>Fiches des dossiers du compte, la plus récemment modifiée d'abord.</summary>
    public async Task<IReadOnlyList<FicheDeDossier>> ListerAsync(CancellationToken annulation)
    {
        var lignes = await Permis
            .Join(db.Fiches, d => d.Id, f => f.DossierId, (Dossier, Fiche) => new { Dossier, Fiche })
            .ToListAsync(annulation);
        return [.. lignes.Select(l => Fiche(l.Dossier, l.Fiche)).OrderByDescending(f => f.ModifieLe)];
    }

    /// <summary>Dernière version, ou rien si le dossier n'existe pas pour ce compte.</summary>
    public async Task<DossierOuvert?> OuvrirAsync(Guid id, CancellationToken annulation) =>
        await LireAsync(id, v => v.OrderByDescending(x => x.Numero), annulation);

    /// <summary>Une version donnée, ou rien.</summary>
    public async Task<DossierOuvert?> OuvrirVersionAsync(Guid id, int version, CancellationToken annulation) =>
        await LireAsync(id, v => v.Where(x => x.Numero == version), annulation);

    /// <summary>Ce qui empêcherait d'enregistrer ce dossier ; rien s'il est cohérent.</summary>
    public IReadOnlyList<Anomalie> Verifier(Dossier dossier) => Coherence.Verifier(dossier, editions);

    /// <summary>Toutes les versions, la dernière d'abord ; vide si le dossier n'existe pas pour ce compte.</summary>
    public async Task<IReadOnlyList<VersionDeDossier>> HistoriqueAsync(Guid id, CancellationToken annulation)
    {
        if (await Permis.SingleOrDefaultAsync(d => d.Id == id, annulation) is not { } dossier)
        {
            return [];
        }

        // Sans la charge : l'historique d'un long dossier reste léger.
        var lignes = await db.Versions.Where(v => v.DossierId == id).OrderByDescending(v => v.Numero)
            .Select(v => new LigneVersion
            {
                DossierId = v.DossierId,
                Numero = v.Numero,
                Auteur = v.Auteur,
                Le = v.Le,
                Raison = v.Raison,
                Charge = new byte[0],
            })
            .ToListAsync(annulation);
        var auteurs = await AuteursAsync(lignes, annulation);
        using var cle = coffre.Ouvrir(dossier.Cle, dossier.Id, dossier.Proprietaire);
        return [.. lignes.Select(v => new VersionDeDossier(v.Numero, v.Le, auteurs[v.Auteur], Charge.Raison(cle, v)))];
    }

    /// <summary>Crée un dossier, propriété du compte.</summary>
    /// <exception cref="ArgumentException">Le contenu ne pourrait pas être relu.</exception>
    public async Task<Guid> CreerAsync(Dossier dossier, string raison, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var octets = DossierJson.Ecrire(dossier);
        if (DossierJson.Lire(octets, editions) is Lecture.Refusee refus)
        {
            throw new ArgumentException(
                "Contenu refusé : " + string.Join(", ", refus.Anomalies.Select(a => a.Chemin)), nameof(dossier));
        }

        var id = Guid.NewGuid();
        var le = horloge.GetUtcNow();
        var ligne = new LigneDossier { Id = id, Proprietaire = compte.Id, Cle = coffre.NouvelleCle(id, compte.Id) };
        using var cle = coffre.Ouvrir(ligne.Cle, id, compte.Id);
        db.Add(ligne);
        db.Add(Charge.Sceller(cle, id, 1, compte.Id, le, octets, raison));
        db.Add(Fiches.Etablir(cle, id, 1, le, dossier, editions));
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return id;
    }

    /// <summary>
    /// Ajoute une version partie de <paramref name="versionDeDepart"/>. Répéter le même enregistrement (double clic,
    /// réponse perdue) n'ajoute rien et réussit.
    /// </summary>
    public async Task<Enregistrement> EnregistrerAsync(
        Guid id, int versionDeDepart, Dossier dossier, string raison, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var octets = DossierJson.Ecrire(dossier);
        if (DossierJson.Lire(octets, editions) is Lecture.Refusee refus)
        {
            return new Enregistrement.Refuse(refus.Anomalies);
        }

        if (await Permis.SingleOrDefaultAsync(d => d.Id == id, annulation) is not { } ligne)
        {
            return new Enregistrement.Introuvable();
        }

        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        var derniere = await db.Versions.Where(v => v.DossierId == id).OrderByDescending(v => v.Numero).FirstAsync(annulation);
        if (Charge.Octets(cle, derniere).AsSpan().SequenceEqual(octets))
        {
            return new Enregistrement.Fait(derniere.Numero);
        }

        if (derniere.Numero != versionDeDepart
            || !await AjouterAsync(cle, ligne, versionDeDepart + 1, octets, dossier, raison, annulation))
        {
            return await ConflitAsync(id, versionDeDepart, annulation);
        }

        return new Enregistrement.Fait(versionDeDepart + 1);
    }

    private async Task<bool> AjouterAsync(
        CleDeDossier cle, LigneDossier ligne, int numero, byte[] octets, Dossier dossier, string raison, CancellationToken annulation)
    {
        var le = horloge.GetUtcNow();
        db.Add(Charge.Sceller(cle, ligne.Id, numero, compte.Id, le, octets, raison));
        db.Update(Fiches.Etablir(cle, ligne.Id, numero, le, dossier, editions));
        try
        {
            // Une seule transaction : la version et sa fiche, ou rien.
            await db.SaveChangesAsync(annulation);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteErrorCode: ContrainteViolee })
        {
            // Une autre version de ce numéro est arrivée la première : l'unicité de la base a tranché.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Enregistrement> ConflitAsync(Guid id, int versionDeDepart, CancellationToken annulation) =>
        await OuvrirAsync(id, annulation) is { } actuel && await OuvrirVersionAsync(id, versionDeDepart, annulation) is { } depart
            ? new Enregistrement.Conflit(actuel, depart)
            : new Enregistrement.Introuvable();

    private async Task<DossierOuvert?> LireAsync(
        Guid id, Func<IQueryable<LigneVersion>, IQueryable<LigneVersion>> choisir, CancellationToken annulation)
    {
        if (await Permis.SingleOrDefaultAsync(d => d.Id == id, annulation) is not { } dossier
            || await choisir(db.Versions.Where(v => v.DossierId == id)).FirstOrDefaultAsync(annulation) is not { } version)
        {
            return null;
        }

        using var cle = coffre.Ouvrir(dossier.Cle, dossier.Id, dossier.Proprietaire);
        var auteurs = await AuteursAsync([version], annulation);
        return new(
            id, version.Numero, Charge.Ouvrir(cle, version), version.Le, auteurs[version.Auteur], Charge.Raison(cle, version));
    }

    private FicheDeDossier Fiche(LigneDossier dossier, LigneFiche ligne)
    {
        try
        {
            using var cle = coffre.Ouvrir(dossier.Cle, dossier.Id, dossier.Proprietaire);
            return Fiches.Lire(cle, ligne);
        }
        catch (DonneesAltereesException)
        {
            // Un dossier abîmé ne doit pas fermer la liste des autres ; l'ouvrir dira ce qui s'est passé.
            return new(dossier.Id, "", "", false, ligne.Version, DateTimeOffset.MinValue, default, null, "") { Illisible = true };
        }
    }

    private async Task<Dictionary<Guid, string>> AuteursAsync(IReadOnlyList<LigneVersion> versions, CancellationToken annulation)
    {
        var ids = versions.Select(v => v.Auteur).Distinct().ToList();
        return await db.Comptes.Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => Annuaire.Courriel(coffre, c), annulation);
    }
}
