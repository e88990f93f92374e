using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Plan;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Le reste à charge du plan, porté dans les postes par une seule confirmation.</summary>
[Route("dossiers/{id:guid}/chiffrage/plan")]
[Rubrique(Section.Chiffrage)]
public sealed class ReportController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De, Editions Editions) : PageDeChiffrage(De, Editions)
    {
        public override string Vue => "Report";

        public override string Onglet => "plan";

        public ReportVu Report => ReportVu.De(Dossier, Editions);

        public (IReadOnlyList<LigneReportee> Lignes, IReadOnlyList<ActionRetenue> Retenues) Proposition => ReportAuxPostes.Proposer(Dossier);

        /// <summary>Restes à charge que le plan garde hors de la demande.</summary>
        public IEnumerable<LigneDeBudget> HorsDemande => BudgetDuPlan.Calculer(Dossier.Plan, Aujourdhui).Lignes
            .Where(l => l.Action.Poste.Length == 0 && l.Reste > Domain.Commun.Montant.Zero);
    }

    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p, editions), annulation);

    /// <summary>Porte le plan dans les postes, tel que la version montrée le donnait.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Reporter(Guid id, int version, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart)
        {
            return NotFound();
        }

        return await Enregistrer(id, version, ReportAuxPostes.Reporter(depart.Dossier), "Report du plan au chiffrage", annulation)
            ?? Montrer(depart, p => new Page(p, editions));
    }
}
