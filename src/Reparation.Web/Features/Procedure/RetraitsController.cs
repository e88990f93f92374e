using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Reperage;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Procedure;

/// <summary>Le journal des retraits demandés : à qui, quand, sous quelle référence. Jamais le contenu ni son adresse.</summary>
[Route("dossiers/{id:guid}/procedure/retraits")]
[Rubrique(Section.Procedure)]
public sealed class RetraitsController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De) : PageDeProcedure(De)
    {
        public override string Vue => "Retraits";

        public override string Onglet => "retraits";

        /// <summary>Voies de retrait, dans l'ordre où elles s'essaient.</summary>
        public IReadOnlyList<VoieDeRetrait> VoiesDeRetrait => AideAuReperage.Embarquee.Retraits;
    }

    protected override string Rubrique => "procedure";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Retraits", p => new Page(p), annulation);
}
