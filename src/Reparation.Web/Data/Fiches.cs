using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>
/// Les fiches que lisent les listes. Elles portent un pseudonyme, une référence et une somme : scellées par la clé du
/// dossier, comme lui. Toujours recalculables depuis les versions.
/// </summary>
public sealed class Fiches(DossiersDb db, Coffre coffre, Editions editions)
{
    private const int Lot = 200;

    /// <summary>Recalcule toutes les fiches, dossier par dossier ; rend le nombre de dossiers illisibles, laissés tels quels.</summary>
    public async Task<int> ReconstruireAsync(CancellationToken annulation)
    {
        var illisibles = 0;
        // Un dossier dont l'import n'est pas fini n'a encore ni version ni fiche.
        var ids = await db.Dossiers.Where(d => db.Versions.Any(v => v.DossierId == d.Id)).Select(d => d.Id).ToListAsync(annulation);
        foreach (var lot in ids.Chunk(Lot))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(annulation);
            foreach (var id in lot)
            {
                illisibles += await ReconstruireAsync(id, annulation) ? 0 : 1;
            }

            await transaction.CommitAsync(annulation);
        }

        return illisibles;
    }

    internal static LigneFiche Etablir(CleDeDossier cle, Guid id, int version, DateTimeOffset le, Dossier dossier, Editions editions) => new()
    {
        DossierId = id,
        Version = version,
        Contenu = Sceller(cle, version, le, dossier, editions),
    };

    internal static FicheDeDossier Lire(CleDeDossier cle, LigneFiche ligne)
    {
        var contenu = JsonSerializer.Deserialize<Contenu>(cle.Desceller(Usage(ligne.Version), ligne.Contenu))!;
        return new(
            ligne.DossierId, contenu.Reference, contenu.Pseudonyme, contenu.Fictif, ligne.Version, contenu.ModifieLe,
            contenu.Stade, contenu.Majorite, contenu.TotalDemande)
        {
            Echeances = contenu.Echeances,
            Ages = contenu.Ages,
        };
    }

    private static byte[] Sceller(CleDeDossier cle, int version, DateTimeOffset le, Dossier dossier, Editions editions)
    {
        var delais = Echeancier.Dresser(dossier, DateOnly.FromDateTime(le.UtcDateTime));
        var contenu = new Contenu(
            dossier.Reference,
            dossier.Pseudonyme,
            dossier.Fictif,
            le,
            dossier.Procedure.Stade,
            dossier.Enfant.DateDeNaissance is { } naissance ? Ages.Majorite(naissance) : null,
            Chiffreur.Evaluer(dossier, editions).TotalEnfant.ToString(),
            Retenir(delais),
            [.. delais.Ages.Select(a => new AgeDeFiche(a.Libelle, a.Le))]);
        return cle.Sceller(Usage(version), JsonSerializer.SerializeToUtf8Bytes(contenu));
    }

    // Les dates ne dépendent pas du jour ; seul le statut change avec lui, et il se lit à l'affichage.
    private static IReadOnlyList<EcheanceDeFiche> Retenir(TableauDesDelais delais) =>
    [
        .. delais.Echeances
            .Where(e => e is { AccomplieLe: null, Nature: NatureDuTerme.Delai, JourDAlerte: not null, DernierJourLegal: not null }
                && e.Statut != StatutDEcheance.Expire)
            .Select(e => new EcheanceDeFiche(e.Regle, e.JourDAlerte!.Value, e.DernierJourLegal!.Value, e.Apparente))
            .Distinct(),
    ];

    private static string Usage(int version) => $"fiche/{version}";

    private async Task<bool> ReconstruireAsync(Guid id, CancellationToken annulation)
    {
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id, annulation);
        var version = await db.Versions.Where(v => v.DossierId == id).OrderByDescending(v => v.Numero).FirstAsync(annulation);
        try
        {
            using var cle = coffre.Ouvrir(dossier.Cle, id, dossier.Proprietaire);
            var contenu = Sceller(cle, version.Numero, version.Le, Charge.Ouvrir(cle, version), editions);
            var change = await db.Fiches.Where(f => f.DossierId == id).ExecuteUpdateAsync(
                f => f.SetProperty(l => l.Version, version.Numero).SetProperty(l => l.Contenu, contenu), annulation);
            if (change == 0)
            {
                db.Fiches.Add(new() { DossierId = id, Version = version.Numero, Contenu = contenu });
                await db.SaveChangesAsync(annulation);
            }

            return true;
        }
        catch (DonneesAltereesException)
        {
            return false;
        }
    }

    private sealed record Contenu(
        string Reference,
        string Pseudonyme,
        bool Fictif,
        DateTimeOffset ModifieLe,
        StadeProcedure Stade,
        DateOnly? Majorite,
        string TotalDemande,
        IReadOnlyList<EcheanceDeFiche> Echeances,
        IReadOnlyList<AgeDeFiche> Ages);
}
