using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Enfant;

[Route("dossiers/{id:guid}/enfant")]
[Rubrique(Section.Enfant)]
public sealed class EnfantController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "enfant";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, annulation: annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Enfant et personnes", null, annulation);
}
