using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Securite;
using Reparation.Web.Transferts;

namespace Reparation.Web.Features.TableauDeBord;

/// <summary>Entrée d'un dossier, et ses formes pour l'emporter ailleurs.</summary>
[Route("dossiers/{id:guid}")]
[Rubrique(Section.Copie)]
public sealed class ExportController(Archives archives, Transfert transfert) : Controller
{
    [Rubrique(Section.Enfant)]
    [HttpGet("")]
    public async Task<IActionResult> Ouvrir(Guid id, CancellationToken annulation) =>
        await archives.OuvrirAsync(id, annulation) is null ? NotFound() : Redirect($"/dossiers/{id}/enfant");

    [HttpGet("export.json")]
    [Confirmation]
    public async Task<IActionResult> Exporter(Guid id, CancellationToken annulation)
    {
        if (await archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return NotFound();
        }

        return File(DossierJson.Ecrire(ouvert.Dossier), "application/json", $"dossier-{ouvert.Dossier.Reference}.json");
    }

    /// <summary>Le dossier et ses pièces, écrits au fil de l'eau ; la taille annoncée dit si le fichier est arrivé entier.</summary>
    [HttpGet("export.tar")]
    [Confirmation]
    public async Task<IActionResult> Emporter(Guid id, CancellationToken annulation)
    {
        if (await transfert.ExporterAsync(id, annulation) is not var (nom, octets, ecrire))
        {
            return NotFound();
        }

        Response.ContentType = "application/x-tar";
        Response.ContentLength = octets;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(nom);
        Response.Headers.ContentDisposition = disposition.ToString();
        await ecrire(Response.Body, annulation);
        return new EmptyResult();
    }
}
