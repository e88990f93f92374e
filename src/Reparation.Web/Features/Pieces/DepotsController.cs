using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Pieces;

/// <summary>
/// Dépôt de fichiers. Sans script : un formulaire, lu au fil de l'eau. Avec : un dépôt s'ouvre, reçoit ses octets par
/// envois qui disent d'où ils partent, se reprend après une coupure, puis se termine.
/// </summary>
[Route("dossiers/{id:guid}/pieces")]
[Rubrique(Section.Pieces)]
public sealed class DepotsController(
    Archives archives, CoffreDePieces pieces, Rattachement rattachement, ReglagesDesPieces reglages, IAntiforgery jetons, TimeProvider horloge)
    : DossierController(archives, horloge)
{
    private const int FichiersMaximaux = 50;

    protected override string Rubrique => "pieces";

    /// <summary>Page de dépôt.</summary>
    /// <param name="Piece">Pièce à qui le fichier est destiné ; vide pour en ajouter.</param>
    public sealed record Page(PageDossier De, string Piece, ReglagesDesPieces Reglages, IReadOnlyList<IssueDeDepot> Issues) : PageNommee(De)
    {
        public override string Vue => "Deposer";
    }

    [HttpGet("deposer")]
    public Task<IActionResult> Deposer(Guid id, string? piece, CancellationToken annulation) =>
        Montrer(id, p => new Page(p, Connue(p, piece), reglages, []), annulation);

    [HttpPost("deposer"), SansLiaison, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
    public async Task<IActionResult> Recevoir(Guid id, CancellationToken annulation)
    {
        if (await Archives.OuvrirAsync(id, annulation) is null)
        {
            return NotFound();
        }

        var issues = new List<IssueDeDepot>();
        var envoi = new EnvoiAuFil(HttpContext, jetons);
        try
        {
            await foreach (var (nom, corps) in envoi.LireAsync(annulation))
            {
                issues.Add(await RangerAsync(id, corps, nom, envoi, annulation));
                if (issues.Count == FichiersMaximaux)
                {
                    break;
                }
            }
        }
        catch (InvalidDataException)
        {
            return BadRequest();
        }
        catch (IOException)
        {
            // Corps de requête interrompu ou malformé : ce qui est déjà rangé le reste.
            issues.Add(new(false, MessagesDeDepot.Interrompu));
        }

        if (issues.Count == 0)
        {
            issues.Add(new(false, MessagesDeDepot.AucunFichier));
        }

        Response.StatusCode = issues.TrueForAll(i => i.Admis) ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await Montrer(id, p => new Page(p, Connue(p, envoi["piece"]), reglages, issues), annulation);
    }

    [HttpPost("depots"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Commencer(Guid id, long octets, CancellationToken annulation) =>
        await pieces.CommencerAsync(id, octets, annulation) switch
        {
            Ouverture.Ouverte ouverte => Json(new { depot = ouverte.Depot, recus = 0L, envoi = CoffreDePieces.TailleDEnvoi }),
            Ouverture.Refusee refus => Json(new { message = refus.Message }),
            _ => NotFound(),
        };

    [HttpGet("depots/{depot:guid}")]
    public async Task<IActionResult> OuEnEst(Guid id, Guid depot, CancellationToken annulation) =>
        await pieces.RecusAsync(id, depot, annulation) is { } recus ? Json(new { depot, recus, envoi = CoffreDePieces.TailleDEnvoi }) : NotFound();

    [HttpPost("depots/{depot:guid}"), SansLiaison, ValidateAntiForgeryToken]
    public async Task<IActionResult> Ajouter(Guid id, Guid depot, [FromQuery] long debut, CancellationToken annulation) =>
        await pieces.AjouterAsync(id, depot, debut, Request.Body, annulation) is { } recus ? Json(new { recus }) : NotFound();

    [HttpPost("depots/{depot:guid}/terminer"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Terminer(Guid id, Guid depot, bool numerisation, string? piece, string? nom, CancellationToken annulation)
    {
        switch (await pieces.TerminerAsync(id, depot, numerisation, annulation))
        {
            case Terminaison.Rangee rangee:
                return await rattachement.AttacherAsync(id, rangee.Fichier, piece ?? "", nom ?? "", annulation) is { } issue
                    ? Json(new { admis = issue.Admis, message = issue.Message, piece = issue.Piece })
                    : NotFound();
            case Terminaison.Refusee refus:
                return Json(new { admis = false, message = refus.Message });
            case Terminaison.AConfirmer:
                return Json(new { admis = false, aConfirmer = true, message = MessagesDeDepot.AConfirmer });
            case Terminaison.Incomplete incomplete:
                return Json(new { admis = false, recus = incomplete.Recus, message = MessagesDeDepot.Interrompu });
            default:
                return NotFound();
        }
    }

    [HttpPost("depots/{depot:guid}/abandonner"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Abandonner(Guid id, Guid depot, CancellationToken annulation)
    {
        if (await pieces.RecusAsync(id, depot, annulation) is null)
        {
            return NotFound();
        }

        await pieces.AbandonnerAsync(id, depot, annulation);
        return NoContent();
    }

    private static string Connue(PageDossier page, string? piece) => page.Dossier.Pieces.FirstOrDefault(p => p.Id == piece)?.Id ?? "";

    private async Task<IssueDeDepot> RangerAsync(
        Guid id, Stream corps, string nom, EnvoiAuFil envoi, CancellationToken annulation)
    {
        var numerisation = envoi["numerisation"] == "true";
        return await pieces.DeposerAsync(id, Request.ContentLength ?? long.MaxValue, corps, numerisation, annulation) switch
        {
            Terminaison.Rangee rangee =>
                await rattachement.AttacherAsync(id, rangee.Fichier, envoi["piece"], nom, annulation) ?? new(false, MessagesDeDepot.Interrompu),
            Terminaison.Refusee refus => new(false, refus.Message),
            _ => new(false, MessagesDeDepot.Interrompu),
        };
    }
}
