using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Procedure;

/// <summary>Ce qu'il y a à faire maintenant, et la suite donnée à chaque étape : faite, écartée avec sa raison, rouverte.</summary>
[Route("dossiers/{id:guid}/procedure/etapes")]
[Rubrique(Section.Procedure)]
public sealed class EtapesController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De) : PageDeProcedure(De)
    {
        public override string Vue => "Etapes";

        public override string Onglet => "etapes";

        /// <summary>Suite refusée, remontrée avec ce qui a été tapé.</summary>
        public EtapeSuivie Suite { get; init; } = new();
    }

    protected override string Rubrique => "procedure";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    /// <summary>Donne suite à une étape ; la rouvrir retire la suite.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Suivre(Guid id, CancellationToken annulation)
    {
        var suite = new EtapeSuivie();
        return Recevoir(
            id,
            "Suite d’une étape",
            "Suite",
            typeof(EtapeSuivie),
            (lecteur, depart, arbre) =>
            {
                suite = lecteur.Lire(suite, arbre.Membre("Suite") ?? new(), "Suite") with { Le = Aujourdhui };
                if (new Page(new(id, 0, depart, Rubrique, Aujourdhui)).Droits.Etapes.All(e => e.Id != suite.Id))
                {
                    ModelState.AddModelError("", "Cette étape n’est plus proposée pour ce dossier. Relisez la liste, puis répondez de là.");
                }

                if (suite.Etat == EtatDEtape.Ecartee && suite.Motif.Length == 0)
                {
                    ModelState.AddModelError("Suite.Motif", "Une étape écartée garde sa raison : écrivez-la, pour qui reprendra le dossier.");
                    return depart;
                }

                var autres = depart.Etapes.Where(e => e.Id != suite.Id).ToList();
                return depart with { Etapes = suite.Etat == EtatDEtape.Ouverte ? autres : [.. autres, suite] };
            },
            _ => null,
            p => new Page(p) { Suite = suite },
            annulation);
    }
}
