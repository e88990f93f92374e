using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Features.References;

/// <summary>D'où vient chaque chiffre : éditions, nomenclature, qualifications. Rien d'un dossier ici.</summary>
[Route("references")]
public sealed class ReferencesController(Editions editions) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(editions);
}
