using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Plan;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Plan;

[Route("dossiers/{id:guid}/plan")]
public sealed class PlanController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "plan";

    public sealed record Page(PageDossier De) : PageNommee(De)
    {
        public override string Vue => "Index";

        public BudgetDuPlan Budget { get; } = BudgetDuPlan.Calculer(De.Dossier.Plan);
    }

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Plan", p => new Page(p), annulation);
}
