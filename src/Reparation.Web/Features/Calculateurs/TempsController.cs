using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Plan;

namespace Reparation.Web.Features.Calculateurs;

/// <summary>
/// Temps acheté, sans dossier. La majorité désigne presque une personne : elle est envoyée dans le corps de la requête, jamais dans
/// l'adresse. Rien n'est gardé.
/// </summary>
[Route("calculateurs/temps-achete")]
public sealed class TempsController(TimeProvider horloge) : Controller
{
    /// <summary>Ce qu'il faut pour compter.</summary>
    public sealed record SaisieDeTemps
    {
        public DateOnly? Majorite { get; init; }

        public ScenarioDeVie Scenario { get; init; } = new() { Libelle = "Ce calcul" };
    }

    /// <param name="Saisie">Ce qui a été tapé.</param>
    /// <param name="Vie">Rien tant que rien n'est demandé.</param>
    public sealed record Page(SaisieDeTemps Saisie, VieLue? Vie);

    [HttpGet("")]
    public IActionResult Index(string? budget) => View("Temps", new Page(
        BudgetDeVie.Trouver(budget) is { } choisi ? new() { Scenario = choisi.Commencer(Horloges.Aujourdhui(horloge), null) } : new(), null));

    [HttpPost(""), ValidateAntiForgeryToken]
    public IActionResult Calculer()
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var saisie = Calculette.Lire(Request, ModelState, new SaisieDeTemps(), out var arrange);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Temps", new Page(saisie, arrange || !ModelState.IsValid ? null : VieLue.De(saisie.Scenario, saisie.Majorite)));
    }
}
