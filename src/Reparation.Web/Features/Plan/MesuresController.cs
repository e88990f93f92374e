using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Blocs;
using Reparation.Documents.Blocs.Graphiques;
using Reparation.Domain.Plan;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Plan;

/// <summary>Les questionnaires de suivi : des totaux datés, leurs repères, et ce qui se dit au soignant.</summary>
[Route("dossiers/{id:guid}/plan/mesures")]
[Rubrique(Section.Plan)]
public sealed class MesuresController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De) : PageNommee(De)
    {
        public override string Vue => "Mesures";

        public IReadOnlyList<SerieDeMesures> Series => SuiviDesMesures.Series(Dossier.Plan);

        /// <summary>Totaux dans le temps, ou rien.</summary>
        public Bloc.Figure? Courbes => CourbesDesMesures.Dessiner(Dossier.Plan);
    }

    protected override string Rubrique => "plan";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Questionnaires de suivi", p => new Page(p), annulation);
}
