using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Plan;
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

        /// <summary>Lignes de budget qui ressemblent à une dépense déjà demandée dans un poste.</summary>
        public IReadOnlyList<string> DoubleEmplois(bool avecChiffrage) => DoubleEmploiDuBudget.Points(Dossier, avecChiffrage);
    }

    protected override string Rubrique => "plan";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Temps acheté", p => new Page(p), annulation);

    /// <summary>Ajoute un scénario parti d'un budget daté.</summary>
    [HttpPost("budget"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Commencer(Guid id, int version, string budget, CancellationToken annulation)
    {
        if (BudgetDeVie.Trouver(budget) is not { } choisi || await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart)
        {
            return NotFound();
        }

        Retour = $"/dossiers/{id}/plan/temps";
        var dossier = depart.Dossier with { Plan = choisi.Ajouter(depart.Dossier.Plan, Aujourdhui, depart.Dossier.Enfant.DateDeNaissance?.AddYears(18)) };
        return await Enregistrer(id, version, dossier, "Temps acheté : budget", annulation) ?? BadRequest();
    }
}
