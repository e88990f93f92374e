using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Ce qui fait le plus bouger le total.</summary>
[Route("dossiers/{id:guid}/chiffrage/sensibilite")]
[Rubrique(Section.Chiffrage)]
public sealed class SensibiliteController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De, Editions Editions) : PageDeChiffrage(De, Editions)
    {
        public override string Vue => "Sensibilite";

        public override string Onglet => "sensibilite";

        public IReadOnlyList<Variation> Variations { get; } = Sensibilite.Mesurer(De.Dossier, Editions);

        public Tornade? Image => Tornade.Dessiner(Variations);
    }

    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p, editions), annulation);
}
