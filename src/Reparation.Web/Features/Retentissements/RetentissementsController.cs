using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Retentissements;

[Route("dossiers/{id:guid}/retentissements")]
[Rubrique(Section.Retentissements)]
public sealed class RetentissementsController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "retentissements";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, annulation: annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Retentissements", null, annulation);
}
