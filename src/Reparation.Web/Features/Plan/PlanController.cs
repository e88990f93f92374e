using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Blocs;
using Reparation.Documents.Blocs.Graphiques;
using Reparation.Documents.Calendrier;
using Reparation.Domain.Plan;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Plan;

[Route("dossiers/{id:guid}/plan")]
[Rubrique(Section.Plan)]
public sealed class PlanController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "plan";

    public sealed record Page(PageDossier De, Editions Editions) : PageNommee(De)
    {
        public override string Vue => "Index";

        public BudgetDuPlan Budget { get; } = BudgetDuPlan.Calculer(De.Dossier.Plan, De.Aujourdhui);

        /// <summary>Le budget mois par mois, quand un payeur ou une action le fait changer.</summary>
        public IReadOnlyList<MoisDeBudget> BudgetParMois { get; } = BudgetDuPlan.ParMois(De.Dossier.Plan);

        public IReadOnlyList<PointDePayeur> Limites { get; } = ControleDesPayeurs.Points(De.Dossier);

        public IReadOnlyList<string> Points { get; } = RelectureDuPlan.Points(De.Dossier.Plan);

        /// <summary>Ce que le chiffrage changerait s'il suivait le plan.</summary>
        public ReportVu Report => ReportVu.De(Dossier, Editions);

        /// <summary>Calendrier des actions datées, ou rien.</summary>
        public Bloc.Figure? Calendrier { get; } = CalendrierDuPlan.Dessiner(De.Dossier.Plan);

        public IReadOnlyList<MoisDuPlan> Mois { get; } = ChargeDuPlan.ParMois(De.Dossier.Plan);

        public IReadOnlyList<AgeDuPlan> Ages => AgesDuPlan.AVenir(Dossier, Aujourdhui);

        /// <summary>Modèles, ceux que les faits appellent d'abord.</summary>
        public IEnumerable<ModeleDePlan> Modeles => ModelesDePlan.Embarques.Tous.OrderByDescending(m => m.Convient(Dossier));
    }

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p, editions), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Plan", p => new Page(p, editions), annulation);

    /// <summary>Fichier d'agenda du plan : sa référence neutre, aucun nom, aucune action.</summary>
    [HttpGet("plan.ics")]
    public async Task<IActionResult> Agenda(Guid id, CancellationToken annulation) =>
        await Archives.OuvrirAsync(id, annulation) is not { Dossier: var dossier } ? NotFound() : File(
            CalendrierIcs.EcrireLePlan(dossier.Reference, DatesDuPlan.AVenir(dossier, Aujourdhui), Maintenant),
            CalendrierIcs.TypeMime,
            $"plan-{dossier.Reference}.ics");

    /// <summary>Ajoute les objectifs et les actions d'un modèle à ce que le plan porte déjà.</summary>
    [HttpPost("modele"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Commencer(Guid id, int version, string modele, CancellationToken annulation)
    {
        if (ModelesDePlan.Embarques.Trouver(modele) is not { } choisi
            || await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart)
        {
            return NotFound();
        }

        Retour = $"/dossiers/{id}/plan";
        var dossier = depart.Dossier with { Plan = choisi.Commencer(depart.Dossier.Plan, Aujourdhui) };
        return await Enregistrer(id, version, dossier, "Plan : modèle", annulation) ?? BadRequest();
    }
}
