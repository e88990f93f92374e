using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Procedure;

[Route("dossiers/{id:guid}/procedure")]
[Rubrique(Section.Procedure)]
public sealed class ProcedureController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "procedure";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, annulation: annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Procédure", null, annulation);
}
