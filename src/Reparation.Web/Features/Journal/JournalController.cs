using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Fusion;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Journal;

/// <summary>Les versions du dossier : qui, quand, pourquoi, et ce qui a changé ; à qui ne lit pas tout, celles de ce qu'il peut changer.</summary>
[Route("dossiers/{id:guid}/journal")]
[Rubrique(Section.Journal)]
public sealed class JournalController(Archives archives, AccesCourant acces, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "journal";

    public sealed record Page(PageDossier De, IReadOnlyList<VersionDeDossier> Versions) : PageNommee(De)
    {
        public override string Vue => "Index";
    }

    public sealed record PageVersion(PageDossier De, DossierOuvert Ouverte, IReadOnlyList<Ecart> Apport, int Derniere) : PageNommee(De)
    {
        public override string Vue => "Version";
    }

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken annulation)
    {
        var versions = await Archives.HistoriqueAsync(id, annulation);
        return await Montrer(id, p => new Page(p, versions), annulation);
    }

    [HttpGet("{version:int}")]
    public async Task<IActionResult> Version(Guid id, int version, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } ouverte)
        {
            return NotFound();
        }

        var precedente = await Archives.OuvrirVersionAsync(id, version - 1, annulation);
        var avant = precedente?.Dossier ?? new() { Reference = "", Pseudonyme = "" };
        var apport = Fusionneur.Ecarts(avant, avant, ouverte.Dossier).Where(e => PartiesDuDossier.Raconte(acces.Droits!, e.Chemin)).ToList();
        if (apport.Count == 0 && !PartiesDuDossier.LitTout(acces.Droits!))
        {
            return NotFound();
        }

        return await Montrer(id, p => new PageVersion(p, ouverte, apport, p.Version), annulation);
    }

    [HttpPost("{version:int}/reprendre"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Reprendre(Guid id, int version, int derniere, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } ouverte)
        {
            return NotFound();
        }

        var reponse = await Enregistrer(id, derniere, ouverte.Dossier, $"Reprise de la version {version}", annulation);
        if (reponse is null)
        {
            TempData[Refus] = "Cette version ne peut pas être reprise telle quelle. "
                + string.Join(' ', ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage));
        }

        return reponse is RedirectResult or null ? Redirect($"/dossiers/{id}/journal") : reponse;
    }
}
