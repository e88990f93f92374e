using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Voies;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Procedure;

/// <summary>Les voies ouvertes, fermées ou à établir, et les réponses dont elles dépendent.</summary>
[Route("dossiers/{id:guid}/procedure/voies")]
[Rubrique(Section.Procedure)]
public sealed class VoiesController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De) : PageDeProcedure(De)
    {
        public override string Vue => "Voies";

        public override string Onglet => "voies";

        public EntreeDevantLaCommission Entree { get; } = ExamenDesVoies.Entrer(De.Dossier, De.Aujourdhui);
    }

    protected override string Rubrique => "procedure";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    /// <summary>Enregistre les réponses dont les voies dépendent.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Situation des droits", p => new Page(p), annulation);
}
