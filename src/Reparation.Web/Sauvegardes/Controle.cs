using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Sauvegardes;

/// <summary>Ce qu'un contrôle a trouvé.</summary>
/// <param name="Grave">Vrai si une donnée est perdue ou illisible ; faux pour un avis.</param>
public sealed record Constat(bool Grave, string Quoi, string QueFaire);

/// <summary>Ce qu'un contrôle a lu, et ce qu'il a trouvé.</summary>
/// <param name="Journal">Tête du journal des consultations : notée ailleurs, elle prouvera qu'aucune ligne n'a été ôtée depuis.</param>
public sealed record BilanDuControle(int Comptes, int Dossiers, int Versions, int Actes, int Fichiers, long Octets, string Journal, IReadOnlyList<Constat> Constats)
{
    /// <summary>Vrai si rien n'est perdu ni illisible.</summary>
    public bool Sain => Constats.All(c => !c.Grave);
}

/// <summary>
/// Relit toute la base : pages et clés étrangères par SQLite, puis chaque scellé, la suite des versions, chaque acte émis et chaque
/// fichier jusqu'à son empreinte. N'écrit rien, ne nomme un dossier que par son identifiant.
/// </summary>
public sealed class Controle
{
    private const string Restaurer = "Restaurez la dernière sauvegarde saine dans un répertoire neuf, et reprenez-y ce dossier.";

    private readonly BaseEnPlace place;
    private readonly List<Constat> constats = [];
    private int versions;
    private int actes;
    private int fichiers;
    private long octets;

    private Controle(BaseEnPlace place) => this.place = place;

    public static async Task<BilanDuControle> FaireAsync(BaseEnPlace place, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(place);
        await using var db = place.Lire();
        return await new Controle(place).FaireAsync(db, annulation);
    }

    private async Task<BilanDuControle> FaireAsync(DossiersDb db, CancellationToken annulation)
    {
        if (!await PagesSainesAsync(db, annulation))
        {
            Signaler("SQLite ne relit pas toutes les pages de la base.", "Copiez le fichier de la base, puis restaurez la dernière sauvegarde saine dans un répertoire neuf.");
        }

        await Proteger("La liste des renvois entre tables", Restaurer, () => RenvoisAsync(db, annulation));
        var (comptes, dossiers) = (0, 0);
        await Proteger("La table des comptes", Restaurer, async () => comptes = await ComptesAsync(db, annulation));
        await Proteger("La table des accès", Restaurer, () => AccesAsync(db, annulation));
        await Proteger("La table des dossiers", Restaurer, async () =>
        {
            foreach (var dossier in await db.Dossiers.OrderBy(d => d.Id).ToListAsync(annulation))
            {
                dossiers++;
                await Proteger($"Le dossier {dossier.Id}", Restaurer, () => DossierAsync(db, dossier, annulation));
            }
        });
        var tete = "";
        await Proteger("Le journal des consultations", Restaurer, async () => tete = await LecturesAsync(db, annulation));
        return new(comptes, dossiers, versions, actes, fichiers, octets, tete, constats);
    }

    private static async Task<bool> PagesSainesAsync(DossiersDb db, CancellationToken annulation)
    {
        try
        {
            return await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(annulation) is ["ok"];
        }
        catch (SqliteException)
        {
            // Trop abîmée pour que la vérification elle-même aille au bout.
            return false;
        }
    }

    private async Task RenvoisAsync(DossiersDb db, CancellationToken annulation)
    {
        var orphelines = await db.Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(annulation);
        foreach (var table in orphelines)
        {
            Signaler($"Des lignes de la table {table} renvoient à ce qui n’existe plus.", "La base a été modifiée hors de l’application\u00A0: restaurez la dernière sauvegarde saine.");
        }
    }

    private async Task<int> ComptesAsync(DossiersDb db, CancellationToken annulation)
    {
        var annuaire = new Annuaire(db, place.Coffre, TimeProvider.System);
        var comptes = await db.Comptes.ToListAsync(annulation);
        foreach (var compte in comptes)
        {
            await Proteger($"Le compte {compte.Id}", "Sa phrase de passe ou ses droits ont été changés hors de l’application\u00A0: rouvrez-lui un compte, ou restaurez.", async () =>
                _ = await annuaire.TrouverAsync(compte.Id, annulation) ?? throw new DonneesAltereesException());
        }

        return comptes.Count;
    }

    private async Task AccesAsync(DossiersDb db, CancellationToken annulation)
    {
        foreach (var acces in (await db.Acces.ToListAsync(annulation)).Where(a => !Acces.EstIntact(place.Coffre, a)))
        {
            Signaler($"Un accès au dossier {acces.DossierId} a été écrit ou changé hors de l’application\u00A0: il n’ouvre rien.", "Cherchez qui a écrit dans la base, puis rouvrez cet accès depuis le dossier.");
        }
    }

    private async Task<string> LecturesAsync(DossiersDb db, CancellationToken annulation)
    {
        var (_, tete, rupture) = await Consultations.ControlerAsync(db, place.Coffre, annulation);
        if (rupture is not null)
        {
            Signaler(rupture, "Gardez cette base telle quelle, c’est une preuve\u00A0; cherchez qui y a écrit. Les dossiers eux-mêmes restent lisibles.");
        }

        return tete;
    }

    private async Task DossierAsync(DossiersDb db, LigneDossier dossier, CancellationToken annulation)
    {
        using var cle = place.Coffre.Ouvrir(dossier.Cle, dossier.Id, dossier.Proprietaire);
        await VersionsAsync(db, dossier, cle, annulation);
        await foreach (var emission in db.Emissions.Where(e => e.DossierId == dossier.Id).AsAsyncEnumerable().WithCancellation(annulation))
        {
            actes++;
            await Proteger($"Un acte émis du {Jour(emission.Le)}, dossier {dossier.Id},", Restaurer, () =>
                Exiger(Emissions.Fiche(cle, emission).Sha256 == Convert.ToHexStringLower(SHA256.HashData(Emissions.Octets(cle, emission)))));
        }

        foreach (var envoi in await db.Envois.Where(n => db.Emissions.Any(e => e.Id == n.EmissionId && e.DossierId == dossier.Id)).ToListAsync(annulation))
        {
            await Proteger($"Une remise d’un acte émis, dossier {dossier.Id},", Restaurer, () => Exiger(Emissions.Envoi(cle, envoi) is not null));
        }

        foreach (var brouillon in await db.Brouillons.Where(b => b.DossierId == dossier.Id).ToListAsync(annulation))
        {
            await Proteger($"Une saisie en cours du {Jour(brouillon.Le)}, dossier {dossier.Id},", "Elle n’était pas enregistrée. Ressaisissez-la\u202F; rien d’autre n’est touché.", () =>
                Exiger(Brouillons.Lire(cle, brouillon) is not null));
        }

        foreach (var contenu in await db.Contenus.Where(c => c.DossierId == dossier.Id && c.Index != null).ToListAsync(annulation))
        {
            fichiers++;
            octets += contenu.Octets;
            await Proteger($"Un fichier de pièce déposé le {Jour(contenu.Le)}, dossier {dossier.Id},", Restaurer, () => FichierAsync(dossier, contenu, cle, annulation));
        }
    }

    private async Task VersionsAsync(DossiersDb db, LigneDossier dossier, CleDeDossier cle, CancellationToken annulation)
    {
        var (derniere, avant) = (0, DateTimeOffset.MinValue);
        await foreach (var version in db.Versions.Where(v => v.DossierId == dossier.Id).OrderBy(v => v.Numero).AsAsyncEnumerable().WithCancellation(annulation))
        {
            versions++;
            if (version.Numero != derniere + 1)
            {
                Signaler($"Il manque des versions avant la version {version.Numero} du dossier {dossier.Id}.", Restaurer);
            }

            if (version.Le < avant)
            {
                constats.Add(new(
                    false,
                    $"La version {version.Numero} du dossier {dossier.Id} est datée d’avant la précédente\u00A0: l’horloge de la machine a reculé.",
                    "Réglez l’horloge sur un serveur de temps. Aucun contenu n’est perdu\u202F; les versions gardent leur ordre."));
            }

            (derniere, avant) = (version.Numero, version.Le);
            await Proteger($"La version {version.Numero} du dossier {dossier.Id}", Restaurer, () => Exiger(Charge.Ouvrir(cle, version) is not null && Charge.Raison(cle, version) is not null));
        }

        var fiche = await db.Fiches.SingleOrDefaultAsync(f => f.DossierId == dossier.Id, annulation);
        if (derniere == 0 && fiche is null)
        {
            constats.Add(new(false, $"Le dossier {dossier.Id} est un import interrompu\u00A0: il n’a encore aucune version.", "Importez-le de nouveau\u202F; ce reste s’efface au démarrage, le lendemain."));
            return;
        }

        await Proteger($"La fiche du dossier {dossier.Id}", "Si toutes ses versions sont là, la fiche se recalcule au démarrage qui suit une mise à jour. Sinon, restaurez.", () =>
            Exiger(fiche is not null && Fiches.Lire(cle, fiche) is not null));
        if (derniere == 0 || fiche?.Version > derniere)
        {
            Signaler($"Les dernières versions du dossier {dossier.Id} manquent\u00A0: sa fiche annonce la version {fiche?.Version}.", Restaurer);
        }
    }

    private async Task FichierAsync(LigneDossier dossier, LigneContenu contenu, CleDeDossier cle, CancellationToken annulation)
    {
        var fiche = CoffreDePieces.Fichier(cle, contenu.Id, contenu.Fiche ?? []);
        var db = place.Lire();
        await db.Database.OpenConnectionAsync(annulation);
        await using var flux = new FluxDePiece(db, place.Coffre.Ouvrir(dossier.Cle, dossier.Id, dossier.Proprietaire), contenu.Id, contenu.Octets);
        var lu = Convert.ToHexStringLower(await SHA256.HashDataAsync(flux, annulation));
        await Exiger(fiche.Octets == contenu.Octets && fiche.Sha256 == lu
            && CoffreDePieces.Index(place.Coffre, dossier.Id, lu).AsSpan().SequenceEqual(contenu.Index));
    }

    private async Task Proteger(string quoi, string queFaire, Func<Task> relire)
    {
        try
        {
            await relire();
        }
        catch (Exception e) when (e is DonneesAltereesException or SqliteException or System.Text.Json.JsonException)
        {
            Signaler($"{quoi} ne se relit pas\u00A0: {(e is SqliteException ? "ces pages de la base sont abîmées" : "modifié hors de l’application, ou abîmé")}.", queFaire);
        }
    }

    private void Signaler(string quoi, string queFaire) => constats.Add(new(true, quoi, queFaire));

    private static Task Exiger(bool vrai) => vrai ? Task.CompletedTask : throw new DonneesAltereesException();

    private static string Jour(DateTimeOffset le) => Domain.Commun.Francais.Date(DateOnly.FromDateTime(Features.Partage.Horloges.AParis(le).DateTime));
}
