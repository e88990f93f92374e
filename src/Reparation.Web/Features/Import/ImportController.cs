using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;
using Reparation.Web.Transferts;

namespace Reparation.Web.Features.Import;

/// <summary>Ouvrir des dossiers venus d'ailleurs : un export, avec ou sans ses pièces, ou une liste de références.</summary>
[Rubrique(Section.Ouverture)]
public sealed class ImportController(Archives archives, Transfert transfert, Editions editions, IAntiforgery jetons, ReglagesDesPieces reglages) : Controller
{
    /// <param name="Anomalies">Ce qui empêche l'import d'un dossier.</param>
    /// <param name="DeLaListe">Ce qui empêche l'import de la liste.</param>
    public sealed record Page(IReadOnlyList<Anomalie> Anomalies, IReadOnlyList<Anomalie> DeLaListe, ReglagesDesPieces Reglages);

    [HttpGet("/dossiers/importer")]
    public IActionResult Index() => View(new Page([], [], reglages));

    [HttpPost("/dossiers/importer"), SansLiaison, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
    public async Task<IActionResult> Recevoir(CancellationToken annulation)
    {
        var envoi = new EnvoiAuFil(HttpContext, jetons);
        try
        {
            await foreach (var (_, corps) in envoi.LireAsync(annulation))
            {
                return Repondre(await transfert.RecevoirAsync(corps, envoi["numerisation"] == "true", annulation));
            }
        }
        catch (InvalidDataException)
        {
            return BadRequest();
        }
        catch (IOException)
        {
            return Refuser([new("(fichier)", "L’envoi s’est arrêté avant la fin. Rien n’a été gardé : recommencez.")], []);
        }

        return Refuser([new("(fichier)", "Aucun fichier n’a été reçu. Choisissez l’export d’un dossier, .json ou .tar.")], []);
    }

    [HttpPost("/dossiers/importer/liste"), SansLiaison, IgnoreAntiforgeryToken]
    public async Task<IActionResult> RecevoirLaListe(CancellationToken annulation)
    {
        var envoi = new EnvoiAuFil(HttpContext, jetons);
        try
        {
            await foreach (var (_, corps) in envoi.LireAsync(annulation))
            {
                var octets = new byte[ListeDeDossiers.OctetsMaximaux + 4];
                var lus = await corps.ReadAtLeastAsync(octets, octets.Length, throwOnEndOfStream: false, annulation);
                var ouvertes = (await archives.ListerAsync(annulation)).Select(f => f.Reference).ToHashSet(StringComparer.Ordinal);
                var liste = ListeDeDossiers.Lire(octets.AsSpan(0, lus), ouvertes, editions);
                if (liste.Anomalies.Count > 0)
                {
                    return Refuser([], liste.Anomalies);
                }

                await archives.CreerTousAsync(liste.Nouveaux, "Import d’une liste", annulation);
                TempData[DossierController.Confirmation] = $"{Francais.Compte(liste.Nouveaux.Count, "dossier ouvert", "dossiers ouverts")}"
                    + (liste.Deja.Count > 0 ? $"\u202F; {Francais.Compte(liste.Deja.Count, "référence était déjà là, passée", "références étaient déjà là, passées")}." : ".");
                return Redirect("/");
            }
        }
        catch (InvalidDataException)
        {
            return BadRequest();
        }
        catch (IOException)
        {
            return Refuser([], [new("(fichier)", "L’envoi s’est arrêté avant la fin. Rien n’a été créé : recommencez.")]);
        }

        return Refuser([], [new("(fichier)", "Aucun fichier n’a été reçu. Choisissez une liste .csv.")]);
    }

    private IActionResult Repondre(Reception reception)
    {
        switch (reception)
        {
            case Reception.Faite faite:
                TempData[DossierController.Confirmation] = "Dossier importé. Relisez-le avant de vous en servir."
                    + (faite.Absents > 0 ? $" {Francais.Compte(faite.Absents, "fichier de pièce n’est pas venu avec lui", "fichiers de pièces ne sont pas venus avec lui")}\u00A0: déposez-les de nouveau." : "")
                    + (faite.Voisin ? " Un autre dossier porte la même référence\u00A0: comparez-les." : "");
                return Redirect($"/dossiers/{faite.Dossier}/enfant");
            case Reception.Deja deja:
                TempData[DossierController.Confirmation] = "Ce dossier était déjà ici, à l’identique\u00A0: rien n’a été créé.";
                return Redirect($"/dossiers/{deja.Dossier}/enfant");
            case Reception.Refusee refus:
                return Refuser(refus.Anomalies, []);
            default:
                throw new InvalidOperationException("Réception sans issue.");
        }
    }

    private ViewResult Refuser(IReadOnlyList<Anomalie> anomalies, IReadOnlyList<Anomalie> deLaListe)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Index), new Page(anomalies, deLaListe, reglages));
    }
}
