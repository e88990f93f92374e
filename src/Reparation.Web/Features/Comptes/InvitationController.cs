using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Reparation.Web.Features.Comptes;

/// <summary>Accepter une invitation : choisir sa phrase de passe, que personne d'autre ne connaît.</summary>
[AllowAnonymous]
[Route("invitation/{jeton}")]
public sealed class InvitationController(Invitations invitations) : Controller
{
    /// <summary>Page d'une invitation.</summary>
    /// <param name="Invitation">Rien si le lien ne vaut plus.</param>
    public sealed record Page(string Jeton, Invitation? Invitation);

    [HttpGet("")]
    public async Task<IActionResult> Index(string jeton, CancellationToken annulation) => Montrer(jeton, await invitations.TrouverAsync(jeton, annulation));

    [HttpPost("")]
    public async Task<IActionResult> Index(string jeton, SaisieDePhrase saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        var invitation = await invitations.TrouverAsync(jeton, annulation);
        if (invitation is not null && ModelState.IsValid && await invitations.AccepterAsync(jeton, saisie.Phrase, annulation) is { } compte)
        {
            await Session.OuvrirAsync(HttpContext, compte);
            return LocalRedirect("/");
        }

        return Montrer(jeton, ModelState.IsValid ? null : invitation);
    }

    private ViewResult Montrer(string jeton, Invitation? invitation)
    {
        if (invitation is null)
        {
            ModelState.Clear();
            ModelState.AddModelError("", MessagesDeCompte.InvitationPassee);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = invitation is null ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
        }

        return View("Invitation", new Page(jeton, invitation));
    }
}
