using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>
/// Les actes émis, scellés par la clé de leur dossier. On en ajoute, on les relit, on note leurs remises ; on n'en change jamais
/// un octet. Le contexte de chaque scellé le lie à l'acte, à la version, à l'auteur et à l'instant.
/// </summary>
public sealed class Emissions(DossiersDb db, Coffre coffre, CompteCourant compte, TimeProvider horloge)
{
    private readonly Acces acces = new(db, coffre, compte, horloge);

    /// <summary>Garde un acte émis ; rien si le dossier n'existe pas pour ce compte.</summary>
    public async Task<Guid?> EmettreAsync(Guid dossier, int version, FicheDEmission fiche, byte[] octets, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(dossier, annulation) is not { Dossier: var ligne })
        {
            return null;
        }

        var (id, le) = (Guid.NewGuid(), horloge.GetUtcNow());
        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        db.Add(new LigneEmission
        {
            Id = id,
            DossierId = dossier,
            Version = version,
            Auteur = compte.Id,
            Le = le,
            Fiche = cle.Sceller(Usage("fiche", id, version, compte.Id, le), JsonSerializer.SerializeToUtf8Bytes(fiche)),
            Octets = cle.Sceller(Usage("octets", id, version, compte.Id, le), octets),
        });
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return id;
    }

    /// <summary>Actes émis du dossier, le dernier d'abord ; vide si le dossier n'existe pas pour ce compte.</summary>
    public async Task<IReadOnlyList<Emission>> ListerAsync(Guid dossier, CancellationToken annulation) =>
        await LireAsync(dossier, db.Emissions.Where(e => e.DossierId == dossier), annulation);

    /// <summary>Un acte émis de ce dossier, ou rien.</summary>
    public async Task<Emission?> TrouverAsync(Guid dossier, Guid id, CancellationToken annulation) =>
        (await LireAsync(dossier, db.Emissions.Where(e => e.DossierId == dossier && e.Id == id), annulation)).SingleOrDefault();

    /// <summary>Les octets, tels qu'émis, ou rien.</summary>
    public async Task<byte[]?> OctetsAsync(Guid dossier, Guid id, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(dossier, annulation) is not { Dossier: var ligne }
            || await db.Emissions.SingleOrDefaultAsync(e => e.DossierId == dossier && e.Id == id, annulation) is not { } emission)
        {
            return null;
        }

        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        return Octets(cle, emission);
    }

    /// <summary>Note une remise ; faux si l'acte n'existe pas pour ce compte.</summary>
    public async Task<bool> NoterAsync(Guid dossier, Guid id, Envoi envoi, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(dossier, annulation) is not { Dossier: var ligne }
            || !await db.Emissions.AnyAsync(e => e.DossierId == dossier && e.Id == id, annulation))
        {
            return false;
        }

        var rang = await db.Envois.CountAsync(e => e.EmissionId == id, annulation) + 1;
        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        db.Add(new LigneEnvoi { EmissionId = id, Rang = rang, Contenu = cle.Sceller(Usage(id, rang), JsonSerializer.SerializeToUtf8Bytes(envoi)) });
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return true;
    }

    internal static FicheDEmission Fiche(CleDeDossier cle, LigneEmission ligne) => JsonSerializer.Deserialize<FicheDEmission>(
        cle.Desceller(Usage("fiche", ligne.Id, ligne.Version, ligne.Auteur, ligne.Le), ligne.Fiche))!;

    internal static byte[] Octets(CleDeDossier cle, LigneEmission ligne) =>
        cle.Desceller(Usage("octets", ligne.Id, ligne.Version, ligne.Auteur, ligne.Le), ligne.Octets);

    internal static Envoi Envoi(CleDeDossier cle, LigneEnvoi ligne) =>
        JsonSerializer.Deserialize<Envoi>(cle.Desceller(Usage(ligne.EmissionId, ligne.Rang), ligne.Contenu))!;

    private async Task<IReadOnlyList<Emission>> LireAsync(Guid dossier, IQueryable<LigneEmission> choisies, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(dossier, annulation) is not { Dossier: var ligne })
        {
            return [];
        }

        // Sans les octets : une liste d'actes reste légère.
        var lues = await choisies.OrderByDescending(e => e.Le)
            .Select(e => new
            {
                Ligne = new LigneEmission { Id = e.Id, DossierId = e.DossierId, Version = e.Version, Auteur = e.Auteur, Le = e.Le, Fiche = e.Fiche, Octets = new byte[0] },
                Envois = db.Envois.Where(n => n.EmissionId == e.Id).OrderBy(n => n.Rang).ToList(),
            })
            .ToListAsync(annulation);
        var ids = lues.Select(e => e.Ligne.Auteur).Distinct().ToList();
        var auteurs = await db.Comptes.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => Annuaire.Courriel(coffre, c), annulation);
        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        return [.. lues.Select(e => new Emission(
            e.Ligne.Id, e.Ligne.Version, e.Ligne.Le, auteurs[e.Ligne.Auteur], Fiche(cle, e.Ligne), [.. e.Envois.Select(n => Envoi(cle, n))]))];
    }

    private static string Usage(string partie, Guid id, int version, Guid auteur, DateTimeOffset le) =>
        $"emission/{id:N}/{partie}/{version}/{auteur:N}/{le.UtcTicks}";

    private static string Usage(Guid id, int rang) => $"emission/{id:N}/envoi/{rang}";
}
