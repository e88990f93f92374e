using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Journal;

/// <summary>Qui a ouvert ce dossier, ce qui en a été vu, et qui a essayé sans y avoir droit.</summary>
[Route("dossiers/{id:guid}/consultations")]
[Rubrique(Section.Journal)]
public sealed class ConsultationsController(Archives archives, Consultations consultations, TimeProvider horloge) : DossierController(archives, horloge)
{
    private const int ParPage = 200;

    protected override string Rubrique => "journal";

    /// <summary>Page des consultations.</summary>
    /// <param name="Suite">Rang à donner pour les plus anciennes ; rien à la fin.</param>
    public sealed record Page(PageDossier De, IReadOnlyList<Consultation> Lignes, long? Suite) : PageNommee(De)
    {
        public override string Vue => "Consultations";

        /// <summary>Ce que chacun a vu sur cette page, section par section.</summary>
        public IEnumerable<(string Personne, Geste Geste, Section? Section, int Fois, DateTimeOffset Premiere, DateTimeOffset Derniere)> Resume => Lignes
            .GroupBy(l => (l.Personne, l.Geste, l.Section))
            .Select(g => (g.Key.Personne, g.Key.Geste, g.Key.Section, g.Count(), g.Min(l => l.Le), g.Max(l => l.Le)))
            .OrderBy(g => g.Geste == Geste.Refus ? 0 : 1).ThenBy(g => g.Personne, StringComparer.Ordinal).ThenByDescending(g => g.Item6);
    }

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, long? avant, CancellationToken annulation)
    {
        var lignes = await consultations.ListerAsync(id, avant, ParPage, annulation);
        return await Montrer(id, p => new Page(p, lignes, lignes.Count == ParPage ? lignes[^1].Rang : null), annulation);
    }
}
