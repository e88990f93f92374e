using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Sauvegardes;
using Reparation.Web.Securite;

namespace Reparation.Web.Transferts;

/// <summary>Exporter et importer un dossier depuis la machine, au nom d'un compte : ni plus ni moins que ce que ce compte peut à l'écran.</summary>
internal sealed class VerbesDeTransfert(BaseEnPlace place, IConfiguration reglages)
{
    private const string Introuvable = "Ce compte n’existe pas, ou ce dossier n’existe pas pour lui. Vérifiez le courriel et l’identifiant, qui se lit dans l’adresse de la page.";

    public async Task<int> ExporterAsync(string courriel, Guid dossier, string vers, TextWriter sortie)
    {
        await using var db = place.Lire();
        var courant = await DesignerAsync(db, courriel);
        if (await new Acces(db, place.Coffre, courant, TimeProvider.System).TrouverAsync(dossier, default) is not { Droits: var droits } || !droits.Lit(Section.Copie)
            || await (await ComposerAsync(db, courant)).ExporterAsync(dossier, default) is not var (nom, _, ecrire))
        {
            throw new RefusDeSauvegardeException(Introuvable);
        }

        var fichier = Directory.Exists(vers) ? Path.Combine(vers, nom) : vers;
        await using (var flux = CleInstance.CreerFichierPrive(fichier))
        {
            await ecrire(flux, default);
            flux.Flush(flushToDisk: true);
        }

        await sortie.WriteLineAsync($"Dossier exporté, en clair\u00A0: {fichier}. Il est sous votre garde.");
        return 0;
    }

    public async Task<int> ImporterAsync(string courriel, string depuis, TextWriter sortie)
    {
        await using var db = place.Lire();
        var courant = await DesignerAsync(db, courriel);
        if (!Droits.De(courant.Compte!).Ecrit(Section.Ouverture))
        {
            throw new RefusDeSauvegardeException("Ce compte n’ouvre pas de dossiers. Employez celui de la personne qui tiendra celui-ci.");
        }

        await using var flux = new FileStream(depuis, FileMode.Open, FileAccess.Read, FileShare.Read);
        switch (await (await ComposerAsync(db, courant)).RecevoirAsync(flux, reglages.GetValue<bool>("numerisation"), default))
        {
            case Reception.Faite faite:
                await sortie.WriteLineAsync($"Dossier importé\u00A0: /dossiers/{faite.Dossier}. {(faite.Absents > 0 ? "Des fichiers de pièces ne sont pas venus avec lui." : "Relisez-le avant de vous en servir.")}");
                return 0;
            case Reception.Deja deja:
                await sortie.WriteLineAsync($"Ce dossier était déjà là, à l’identique\u00A0: /dossiers/{deja.Dossier}. Rien n’a été créé.");
                return 0;
            case Reception.Refusee refus:
                foreach (var anomalie in refus.Anomalies)
                {
                    await sortie.WriteLineAsync($"{anomalie.Chemin}\u00A0: {anomalie.Message}");
                }

                await sortie.WriteLineAsync("Rien n’a été enregistré.");
                return 1;
            default:
                throw new InvalidOperationException("Réception sans issue.");
        }
    }

    private async Task<CompteCourant> DesignerAsync(DossiersDb db, string courriel)
    {
        var annuaire = new Annuaire(db, place.Coffre, TimeProvider.System);
        if (await annuaire.TrouverAsync(await annuaire.IdentifierAsync(courriel, default), default) is not { } compte)
        {
            throw new RefusDeSauvegardeException(Introuvable);
        }

        var courant = new CompteCourant();
        courant.Designer(compte);
        return courant;
    }

    private async Task<Transfert> ComposerAsync(DossiersDb db, CompteCourant courant)
    {
        var editions = ReglagesDuCabinet.Editions(reglages["Reparation:Editions"]);
        var limites = reglages.GetSection("Reparation:Pieces").Get<ReglagesDesPieces>() ?? new();
        var sceau = new SceauDeLInstallation(await SceauDeLInstallation.OuvrirAsync(db, place.Coffre, default), null);
        return new(
            new Archives(db, place.Coffre, courant, TimeProvider.System, editions),
            new CoffreDePieces(db, place.Options, place.Coffre, courant, TimeProvider.System, limites, sceau),
            editions,
            limites);
    }
}
