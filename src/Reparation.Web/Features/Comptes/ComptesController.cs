using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Les comptes de l'installation, et sa propre phrase de passe.</summary>
public sealed class ComptesController(Annuaire annuaire, CompteCourant courant, FreinDesEssais frein) : Controller
{
    /// <summary>Page des comptes.</summary>
    public sealed record Page(IReadOnlyList<Compte> Comptes, SaisieDeCompte Saisie);

    /// <summary>Page de la phrase de passe.</summary>
    public sealed record PagePhrase(bool Changee);

    [Rubrique(Section.Comptes)]
    [HttpGet("comptes")]
    public async Task<IActionResult> Index(CancellationToken annulation) =>
        View(new Page(await annuaire.ListerAsync(annulation), new()));

    [Rubrique(Section.Comptes)]
    [HttpPost("comptes")]
    public async Task<IActionResult> Index([Bind(Prefix = nameof(Page.Saisie))] SaisieDeCompte saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        if (ModelState.IsValid)
        {
            if (await annuaire.CreerAsync(saisie.Courriel, saisie.Phrase, saisie.Metier, annulation) is not null)
            {
                return LocalRedirect("/comptes");
            }

            ModelState.AddModelError("Saisie.Courriel", MessagesDeCompte.DejaUnCompte);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(new Page(await annuaire.ListerAsync(annulation), saisie with { Phrase = "", Repetee = "" }));
    }

    /// <summary>Change le métier d'un compte : ce qu'il voit des dossiers change aussitôt.</summary>
    [Rubrique(Section.Comptes)]
    [HttpPost("comptes/{compte:guid}/metier")]
    public async Task<IActionResult> Metier(Guid compte, Qualite metier, CancellationToken annulation) =>
        Enum.IsDefined(metier) && await annuaire.ChangerMetierAsync(compte, metier, annulation) ? LocalRedirect("/comptes") : NotFound();

    [HttpGet("phrase-de-passe")]
    public IActionResult Phrase(bool changee) => View(new PagePhrase(changee));

    [HttpPost("phrase-de-passe")]
    public async Task<IActionResult> Phrase(SaisieDePhrase saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        var compte = courant.Compte!;
        if (!frein.Essayer(HttpContext, annuaire.Index(compte.Courriel)))
        {
            ModelState.AddModelError("", MessagesDeCompte.TropDEssais);
        }
        else if (saisie.Actuelle.Length > Annuaire.LongueurMaximale
            || await annuaire.VerifierAsync(compte.Courriel, saisie.Actuelle, annulation) is null)
        {
            ModelState.AddModelError(nameof(saisie.Actuelle), MessagesDeCompte.PhraseActuelleFausse);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new PagePhrase(false));
        }

        await Session.OuvrirAsync(HttpContext, compte, await annuaire.ChangerPhraseAsync(compte, saisie.Phrase, annulation));
        return LocalRedirect("/phrase-de-passe?changee=true");
    }
}
