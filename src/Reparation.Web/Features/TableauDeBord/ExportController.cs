using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.TableauDeBord;

/// <summary>Entrée d'un dossier, et sa forme JSON pour l'emporter ailleurs.</summary>
[Route("dossiers/{id:guid}")]
[Rubrique(Section.Copie)]
public sealed class ExportController(Archives archives) : Controller
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
}
