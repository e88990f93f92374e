using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Features.Comptes;

/// <summary>Ouvrir et fermer sa session ; créer le premier compte.</summary>
public sealed class ConnexionController(
    Annuaire annuaire, FreinDesEssais frein, PremierCompte premier, ModeDemonstration demonstration) : Controller
{
    /// <summary>Page du premier compte.</summary>
    public sealed record PagePremier(SaisieDeCompte Saisie, bool CodeRequis);

    [AllowAnonymous]
    [HttpGet("connexion")]
    public IActionResult Connexion(string? retour) =>
        demonstration.Active ? LocalRedirect("/") : View(new SaisieDeConnexion { Retour = Local(retour) });

    [AllowAnonymous]
    [HttpPost("connexion")]
    public async Task<IActionResult> Connexion(SaisieDeConnexion saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        // La phrase ne revient jamais dans la page ; le courriel, si.
        var vue = saisie with { Phrase = "", Retour = Local(saisie.Retour) };
        if (!frein.Essayer(HttpContext, annuaire.Index(saisie.Courriel)))
        {
            ModelState.AddModelError("", MessagesDeCompte.TropDEssais);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return View(vue);
        }

        if (saisie.Phrase.Length > Annuaire.LongueurMaximale
            || await annuaire.VerifierAsync(saisie.Courriel, saisie.Phrase, annulation) is not var (compte, jeton))
        {
            ModelState.AddModelError("", MessagesDeCompte.ConnexionRefusee);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(vue);
        }

        await Session.OuvrirAsync(HttpContext, compte, jeton);
        return LocalRedirect(vue.Retour ?? "/");
    }

    [HttpPost("deconnexion")]
    public async Task<IActionResult> Deconnexion()
    {
        if (!demonstration.Active)
        {
            await HttpContext.SignOutAsync();
        }

        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/connexion");
    }

    [AllowAnonymous]
    [HttpGet("premier-compte")]
    public async Task<IActionResult> Premier(string? code, CancellationToken annulation) =>
        await premier.ManqueAsync(annuaire, annulation)
            ? View(new PagePremier(new() { Code = code }, !PremierCompte.DepuisCetteMachine(HttpContext)))
            : LocalRedirect("/");

    [AllowAnonymous]
    [HttpPost("premier-compte")]
    public async Task<IActionResult> Premier([Bind(Prefix = nameof(PagePremier.Saisie))] SaisieDeCompte saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        if (!await premier.ManqueAsync(annuaire, annulation))
        {
            return NotFound();
        }

        if (!frein.Essayer(HttpContext, []))
        {
            ModelState.AddModelError("", MessagesDeCompte.TropDEssais);
        }
        else if (!premier.Autorise(HttpContext, saisie.Code))
        {
            ModelState.AddModelError("Saisie.Code", MessagesDeCompte.CodeFaux);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new PagePremier(saisie with { Phrase = "", Repetee = "" }, !PremierCompte.DepuisCetteMachine(HttpContext)));
        }

        if (await annuaire.CreerPremierAsync(saisie.Courriel, saisie.Phrase, saisie.Metier, annulation) is not var (compte, jeton))
        {
            return NotFound();
        }

        await Session.OuvrirAsync(HttpContext, compte, jeton);
        return LocalRedirect("/");
    }

    private string? Local(string? retour) => Url.IsLocalUrl(retour) ? retour : null;
}
