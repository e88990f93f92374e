using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Brouillon;

/// <summary>
/// Garde ce qu'on tape avant l'enregistrement, et défait le dernier enregistrement. Qui écrit quelque part écrit le plan ; ce que la personne
/// ne change pas reste tel que la dernière version le dit.
/// </summary>
[Route("dossiers/{id:guid}")]
[Rubrique(Section.Plan)]
[RequestFormLimits(ValueCountLimit = 20_000, KeyLengthLimit = 4_096)]
public sealed class BrouillonController(Archives archives, Brouillons brouillons, CompteCourant compte, TimeProvider horloge) : DossierController(archives, horloge)
{
    private const string Jeton = "__RequestVerificationToken";

    protected override string Rubrique => "";

    [HttpPost("brouillon"), ValidateAntiForgeryToken, SuitLaFrappe]
    public async Task<IActionResult> Garder(Guid id, [FromQuery] string? page, CancellationToken annulation)
    {
        if (!Request.HasFormContentType || !EstDuDossier(id, page))
        {
            return BadRequest();
        }

        var champs = Request.Form.Where(c => c.Key != Jeton).SelectMany(c => c.Value.Select(v => KeyValuePair.Create(c.Key, v ?? ""))).ToList();
        return await brouillons.GarderAsync(id, page!, champs, annulation)
            ? Content($"Saisie gardée le {Horloges.EnClair(Maintenant)}, pas encore enregistrée.", "text/plain; charset=utf-8")
            : NotFound();
    }

    [HttpPost("brouillon/jeter"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Jeter(Guid id, string? page, CancellationToken annulation)
    {
        if (!EstDuDossier(id, page))
        {
            return BadRequest();
        }

        await brouillons.JeterAsync(id, page!, annulation);
        return LocalRedirect(page!);
    }

    /// <summary>Défait le dernier enregistrement, s'il est de cette personne et toujours le dernier ; sinon, la page de réunion montre les deux.</summary>
    [HttpPost("annuler"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Annuler(Guid id, int version, string? retour, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } fait || fait.Auteur != compte.Compte!.Courriel
            || await Archives.OuvrirVersionAsync(id, version - 1, annulation) is not { } avant)
        {
            return NotFound();
        }

        Retour = EstDuDossier(id, retour) ? retour : $"/dossiers/{id}";
        var reponse = await Enregistrer(id, version, avant.Dossier, $"Annulation de la version {version}", annulation);
        if (reponse is null)
        {
            TempData[Refus] = "Cet enregistrement ne peut pas être annulé tel quel. " + string.Join(' ', ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage));
            return Redirect(Retour!);
        }

        return reponse;
    }

    private bool EstDuDossier(Guid id, string? page) =>
        page is { Length: <= Brouillons.LongueurDePage } && page.StartsWith($"/dossiers/{id}/", StringComparison.Ordinal) && Url.IsLocalUrl(page);
}
