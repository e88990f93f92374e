using Microsoft.EntityFrameworkCore;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>
/// Les dossiers que le compte courant peut ouvrir. Toute lecture passe par <see cref="Acces"/> : un dossier qu'on ne lui a pas
/// ouvert n'existe pas. Un enregistrement ajoute une version et n'en change aucune.
/// </summary>
public sealed class Archives(DossiersDb db, Coffre coffre, CompteCourant compte, TimeProvider horloge, Editions editions)
{
    // Deux machines bien réglées ne s'écartent pas davantage.
    private static readonly TimeSpan RetardTolere = TimeSpan.FromMinutes(1);

    private readonly Acces acces = new(db, coffre, compte, horloge);

    /// <summary>Fiches des dossiers que le compte ouvre, la plus récemment modifiée d'abord, réduites à ce qu'il peut en voir.</summary>
    public async Task<IReadOnlyList<FicheDeDossier>> ListerAsync(CancellationToken annulation) =>
        [.. (await acces.ListerAsync(annulation)).Select(p => Fiche(p.Permission, p.Fiche)).OrderByDescending(f => f.ModifieLe)];

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
        if (await acces.TrouverAsync(id, annulation) is not { Dossier: var dossier })
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

        var ligne = Reserver();
        Publier(ligne, dossier, octets, raison);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return ligne.Id;
    }

    /// <summary>Crée des dossiers, tous ou aucun.</summary>
    /// <exception cref="ArgumentException">Le contenu de l'un ne pourrait pas être relu.</exception>
    public async Task CreerTousAsync(IReadOnlyList<Dossier> dossiers, string raison, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(dossiers);
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        foreach (var dossier in dossiers)
        {
            await CreerAsync(dossier, raison, annulation);
        }

        await transaction.CommitAsync(annulation);
    }

    /// <summary>Prend la place d'un dossier, invisible tant qu'il n'est pas publié : ses fichiers peuvent venir avant lui.</summary>
    public async Task<Guid> ReserverAsync(CancellationToken annulation)
    {
        var ligne = Reserver();
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return ligne.Id;
    }

    /// <summary>Publie un dossier réservé : sa première version et sa fiche, d'un coup.</summary>
    public async Task PublierAsync(Guid id, Dossier dossier, string raison, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        Publier(await db.Dossiers.SingleAsync(d => d.Id == id, annulation), dossier, DossierJson.Ecrire(dossier), raison);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Rend la place d'un dossier qui n'a pas été publié, et tout ce qu'il avait reçu.</summary>
    public Task AnnulerAsync(Guid id, CancellationToken annulation) =>
        db.Dossiers.Where(d => d.Id == id && !db.Versions.Any(v => v.DossierId == id)).ExecuteDeleteAsync(annulation);

    /// <summary>Efface ce qu'un import interrompu a laissé : un dossier sans aucune version, où rien n'est arrivé depuis un jour.</summary>
    internal static Task<int> EffacerLesReservesAsync(DossiersDb db, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var hier = maintenant.AddDays(-1);
        return db.Dossiers
            .Where(d => !db.Versions.Any(v => v.DossierId == d.Id) && !db.Fiches.Any(f => f.DossierId == d.Id) && !db.Contenus.Any(c => c.DossierId == d.Id && c.Le > hier))
            .ExecuteDeleteAsync(annulation);
    }

    /// <summary>Un dossier du compte dont une version dit exactement la même chose, ou rien.</summary>
    public async Task<Guid?> TrouverIdentiqueAsync(Dossier dossier, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var octets = DossierJson.Ecrire(dossier);
        foreach (var fiche in (await acces.ListerAsync(annulation)).Select(p => (p.Permission.Dossier, Fiche: Fiche(p.Permission, p.Fiche)))
            .Where(f => f.Fiche.Reference == dossier.Reference))
        {
            using var cle = coffre.Ouvrir(fiche.Dossier.Cle, fiche.Dossier.Id, fiche.Dossier.Proprietaire);
            await foreach (var version in db.Versions.Where(v => v.DossierId == fiche.Dossier.Id).OrderByDescending(v => v.Numero).AsAsyncEnumerable().WithCancellation(annulation))
            {
                if (Charge.Octets(cle, version).AsSpan().SequenceEqual(octets))
                {
                    return fiche.Dossier.Id;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Ajoute une version partie de <paramref name="versionDeDepart"/>. Répéter le même enregistrement (double clic,
    /// réponse perdue) n'ajoute rien et réussit. L'horloge de la machine date les versions ; leur numéro seul les ordonne.
    /// </summary>
    public async Task<Enregistrement> EnregistrerAsync(
        Guid id, int versionDeDepart, Dossier dossier, string raison, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (await acces.TrouverAsync(id, annulation) is not { Dossier: var ligne, Droits: var droits })
        {
            return new Enregistrement.Introuvable();
        }

        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        var derniere = await db.Versions.Where(v => v.DossierId == id).OrderByDescending(v => v.Numero).FirstAsync(annulation);
        // Ce que cette personne ne change pas reste comme l'autre l'a laissé : il ne peut ni se perdre ni faire un conflit.
        dossier = PartiesDuDossier.Limiter(Charge.Ouvrir(cle, derniere), dossier, droits);
        var octets = DossierJson.Ecrire(dossier);
        if (DossierJson.Lire(octets, editions) is Lecture.Refusee refus)
        {
            return new Enregistrement.Refuse(refus.Anomalies);
        }

        if (Charge.Octets(cle, derniere).AsSpan().SequenceEqual(octets))
        {
            return new Enregistrement.Fait(derniere.Numero);
        }

        if (derniere.Numero != versionDeDepart && await SansRencontreAsync(cle, id, versionDeDepart, derniere, droits, annulation))
        {
            versionDeDepart = derniere.Numero;
        }

        if (derniere.Numero != versionDeDepart
            || !await AjouterAsync(cle, ligne, versionDeDepart + 1, octets, dossier, raison, annulation))
        {
            return await ConflitAsync(id, versionDeDepart, dossier, droits, annulation);
        }

        return new Enregistrement.Fait(versionDeDepart + 1, derniere.Le > horloge.GetUtcNow() + RetardTolere);
    }

    private LigneDossier Reserver()
    {
        var id = Guid.NewGuid();
        var ligne = new LigneDossier { Id = id, Proprietaire = compte.Id, Cle = coffre.NouvelleCle(id, compte.Id) };
        db.Add(ligne);
        return ligne;
    }

    private void Publier(LigneDossier ligne, Dossier dossier, byte[] octets, string raison)
    {
        var le = horloge.GetUtcNow();
        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        db.Add(Charge.Sceller(cle, ligne.Id, 1, compte.Id, le, octets, raison));
        db.Add(Fiches.Etablir(cle, ligne.Id, 1, le, dossier, editions));
    }

    private async Task<bool> AjouterAsync(
        CleDeDossier cle, LigneDossier ligne, int numero, byte[] octets, Dossier dossier, string raison, CancellationToken annulation)
    {
        var le = horloge.GetUtcNow();
        db.Add(Charge.Sceller(cle, ligne.Id, numero, compte.Id, le, octets, raison));
        db.Update(Fiches.Etablir(cle, ligne.Id, numero, le, dossier, editions));

        // La version et sa fiche, ou rien.
        return await db.EnregistrerSiUniqueAsync(annulation);
    }

    // Vrai si, depuis la version de départ, les autres n'ont touché à rien de ce que cette personne change : il n'y a rien à réunir.
    private async Task<bool> SansRencontreAsync(
        CleDeDossier cle, Guid id, int depart, LigneVersion derniere, Droits droits, CancellationToken annulation)
    {
        if (await db.Versions.SingleOrDefaultAsync(v => v.DossierId == id && v.Numero == depart, annulation) is not { } version)
        {
            return false;
        }

        var actuel = Charge.Ouvrir(cle, derniere);
        var aligne = PartiesDuDossier.Limiter(actuel, Charge.Ouvrir(cle, version), droits);
        return DossierJson.Ecrire(aligne).AsSpan().SequenceEqual(DossierJson.Ecrire(actuel));
    }

    private async Task<Enregistrement> ConflitAsync(
        Guid id, int versionDeDepart, Dossier envoye, Droits droits, CancellationToken annulation) =>
        await OuvrirAsync(id, annulation) is { } actuel && await OuvrirVersionAsync(id, versionDeDepart, annulation) is { } depart
            ? new Enregistrement.Conflit(
                actuel,
                depart with { Dossier = PartiesDuDossier.Limiter(actuel.Dossier, depart.Dossier, droits) },
                PartiesDuDossier.Limiter(actuel.Dossier, envoye, droits))
            : new Enregistrement.Introuvable();

    private async Task<DossierOuvert?> LireAsync(
        Guid id, Func<IQueryable<LigneVersion>, IQueryable<LigneVersion>> choisir, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(id, annulation) is not { Dossier: var dossier }
            || await choisir(db.Versions.Where(v => v.DossierId == id)).FirstOrDefaultAsync(annulation) is not { } version)
        {
            return null;
        }

        using var cle = coffre.Ouvrir(dossier.Cle, dossier.Id, dossier.Proprietaire);
        var auteurs = await AuteursAsync([version], annulation);
        return new(
            id, version.Numero, Charge.Ouvrir(cle, version), version.Le, auteurs[version.Auteur], Charge.Raison(cle, version));
    }

    private FicheDeDossier Fiche(Permission permission, LigneFiche ligne)
    {
        var (dossier, droits) = permission;
        try
        {
            using var cle = coffre.Ouvrir(dossier.Cle, dossier.Id, dossier.Proprietaire);
            var fiche = Fiches.Lire(cle, ligne) with { Droits = droits };
            return fiche with
            {
                TotalDemande = droits.Lit(Section.Chiffrage) ? fiche.TotalDemande : "",
                Echeances = droits.Lit(Section.Procedure) ? fiche.Echeances : [],
            };
        }
        catch (DonneesAltereesException)
        {
            // Un dossier abîmé ne doit pas fermer la liste des autres ; l'ouvrir dira ce qui s'est passé.
            return new(dossier.Id, "", "", false, ligne.Version, DateTimeOffset.MinValue, default, null, "") { Illisible = true, Droits = droits };
        }
    }

    private async Task<Dictionary<Guid, string>> AuteursAsync(IReadOnlyList<LigneVersion> versions, CancellationToken annulation)
    {
        var ids = versions.Select(v => v.Auteur).Distinct().ToList();
        return await db.Comptes.Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => Annuaire.Courriel(coffre, c), annulation);
    }
}
