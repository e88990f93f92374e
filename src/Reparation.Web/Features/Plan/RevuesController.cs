using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Blocs;
using Reparation.Documents.Blocs.Graphiques;
using Reparation.Domain.Plan;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Plan;

/// <summary>Les revues du plan : où en est chaque objectif, de l'une à l'autre.</summary>
[Route("dossiers/{id:guid}/plan/revues")]
[Rubrique(Section.Plan)]
public sealed class RevuesController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De) : PageNommee(De)
    {
        public override string Vue => "Revues";

        /// <summary>Objectifs et leurs notes, ceux qui en ont.</summary>
        public IReadOnlyList<ObjectifSuivi> Notes => [.. SuiviDesObjectifs.Suivre(Dossier.Plan).Where(o => o.Notes.Count > 0)];

        /// <summary>Notes dans le temps, ou rien.</summary>
        public Bloc.Figure? Courbes => CourbesDuSuivi.Dessiner(Dossier.Plan);

        public DateOnly? Proposee => SuiviDesObjectifs.Proposer(Dossier.Plan);
    }

    protected override string Rubrique => "plan";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Revues du plan", p => new Page(p), annulation);

    /// <summary>Ajoute la revue du jour, une ligne prête par objectif en cours.</summary>
    [HttpPost("preparer"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Preparer(Guid id, int version, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart)
        {
            return NotFound();
        }

        Retour = $"/dossiers/{id}/plan/revues";
        var dossier = depart.Dossier with { Plan = SuiviDesObjectifs.Preparer(depart.Dossier.Plan, Aujourdhui) };
        return await Enregistrer(id, version, dossier, "Plan : revue préparée", annulation) ?? BadRequest();
    }
}
