using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Plan;

/// <summary>Le temps que les sommes attendues achètent, scénario par scénario.</summary>
[Route("dossiers/{id:guid}/plan/temps")]
[Rubrique(Section.Plan)]
public sealed class TempsController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De) : PageNommee(De)
    {
        public override string Vue => "Temps";

        public IReadOnlyList<VieLue> Vies => [.. Dossier.Plan.Scenarios.Select(s => VieLue.De(s, Majorite))];
    }

    protected override string Rubrique => "plan";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Temps acheté", p => new Page(p), annulation);
}
