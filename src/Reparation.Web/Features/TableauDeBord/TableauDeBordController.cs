using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.TableauDeBord;

/// <summary>La liste des dossiers, et les façons d'en ouvrir un : neuf, ou importé.</summary>
public sealed class TableauDeBordController(Archives archives, Editions editions, TimeProvider horloge) : Controller
{
    public sealed record Page(IReadOnlyList<FicheDeDossier> Fiches, DateOnly Aujourdhui);

    /// <summary>Ce qu'il faut pour ouvrir un dossier neuf.</summary>
    public sealed record PageNouveau(Dossier Dossier);

    public sealed record PageImport(IReadOnlyList<Anomalie> Anomalies);

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken annulation)
    {
        return View(new Page(await archives.ListerAsync(annulation), Horloges.Aujourdhui(horloge)));
    }

    [HttpGet("/dossiers/nouveau")]
    public IActionResult Nouveau() =>
        View(new PageNouveau(new() { Reference = "", Pseudonyme = "" }));

    [HttpPost("/dossiers/nouveau"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Creer(CancellationToken annulation)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var arbre = Noeud.Lire(Request.Form);
        var dossier = new LecteurDeFormulaire(ModelState).Lire(
            new Dossier { Reference = "", Pseudonyme = "" }, arbre.Membre("Dossier") ?? new(), "Dossier");
        foreach (var anomalie in archives.Verifier(dossier))
        {
            var nom = "Dossier." + anomalie.Chemin;
            ModelState.AddModelError(ModelState.ContainsKey(nom) ? nom : "", anomalie.Message);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Nouveau), new PageNouveau(dossier));
        }

        var id = await archives.CreerAsync(dossier, "Ouverture du dossier", annulation);
        return Redirect($"/dossiers/{id}/enfant");
    }

    [HttpGet("/dossiers/importer")]
    public IActionResult Importer() => View(new PageImport([]));

    [HttpPost("/dossiers/importer"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Recevoir(IFormFile? fichier, CancellationToken annulation)
    {
        if (fichier is null || fichier.Length == 0)
        {
            return Refuser([new("(fichier)", "Aucun fichier n’a été reçu. Choisissez un fichier .json exporté d’un dossier.")]);
        }

        using var memoire = new MemoryStream();
        await fichier.CopyToAsync(memoire, annulation);
        switch (DossierJson.Lire(memoire.ToArray(), editions))
        {
            case Lecture.Reussie lue:
                var id = await archives.CreerAsync(lue.Dossier, "Import d’un fichier", annulation);
                TempData[DossierController.Confirmation] = "Dossier importé. Relisez-le avant de vous en servir.";
                return Redirect($"/dossiers/{id}/enfant");
            case Lecture.Refusee refus:
                return Refuser(refus.Anomalies);
            default:
                throw new InvalidOperationException("Lecture sans issue.");
        }
    }

    private ViewResult Refuser(IReadOnlyList<Anomalie> anomalies)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Importer), new PageImport(anomalies));
    }
}
