using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Choix communs et vue d'ensemble du chiffrage.</summary>
[Route("dossiers/{id:guid}/chiffrage")]
public sealed class ChiffrageController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) =>
        Montrer(id, p => new PageChiffrage(p), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) =>
        Recevoir(id, "Choix du chiffrage", p => new PageChiffrage(p), annulation);
}
