using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Les comptes de l'installation, et les invitations à en ouvrir.</summary>
[Rubrique(Section.Comptes)]
public sealed class ComptesController(Annuaire annuaire, Invitations invitations, CompteCourant courant) : Controller
{
    /// <summary>Page des comptes.</summary>
    /// <param name="Lien">Lien d'une invitation qui vient d'être préparée ; il ne se remontre pas.</param>
    public sealed record Page(IReadOnlyList<Compte> Comptes, IReadOnlyList<Invitation> Invitations, SaisieDInvitation Saisie, string? Lien);

    [HttpGet("comptes")]
    public Task<IActionResult> Index(CancellationToken annulation) => Montrer(new(), null, annulation);

    /// <summary>Prépare une invitation et montre son lien, une fois.</summary>
    [HttpPost("comptes")]
    [Confirmation("/comptes")]
    public async Task<IActionResult> Index([Bind(Prefix = nameof(Page.Saisie))] SaisieDInvitation saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        if (ModelState.IsValid)
        {
            if (await invitations.InviterAsync(courant.Id, saisie.Courriel, saisie.Metier, annulation) is { } jeton)
            {
                ModelState.Clear();
                return await Montrer(new(), $"{Request.Scheme}://{Request.Host}/invitation/{jeton}", annulation);
            }

            ModelState.AddModelError("Saisie.Courriel", MessagesDeCompte.DejaUnCompte);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await Montrer(saisie, null, annulation);
    }

    /// <summary>Change le métier d'un compte : ce qu'il voit des dossiers change aussitôt.</summary>
    [HttpPost("comptes/{compte:guid}/metier")]
    [Confirmation("/comptes")]
    public async Task<IActionResult> Metier(Guid compte, Qualite metier, CancellationToken annulation) =>
        Enum.IsDefined(metier) && await annuaire.ChangerMetierAsync(compte, metier, annulation) ? LocalRedirect("/comptes") : NotFound();

    /// <summary>Retire une invitation : son lien ne vaut plus rien.</summary>
    [HttpPost("comptes/invitations/{invitation}/retirer")]
    public async Task<IActionResult> Retirer(string invitation, CancellationToken annulation) =>
        await invitations.RetirerAsync(invitation, annulation) ? LocalRedirect("/comptes") : NotFound();

    private async Task<IActionResult> Montrer(SaisieDInvitation saisie, string? lien, CancellationToken annulation) =>
        View(nameof(Index), new Page(await annuaire.ListerAsync(annulation), await invitations.ListerAsync(annulation), saisie, lien));
}
