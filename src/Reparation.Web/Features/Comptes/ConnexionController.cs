using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Features.Comptes;

/// <summary>Ouvrir et fermer sa session ; créer le premier compte.</summary>
public sealed class ConnexionController(
    Annuaire annuaire, SecondFacteur second, Attente attente, FreinDesEssais frein, Consultations consultations, PremierCompte premier,
    ModeDemonstration demonstration) : Controller
{
    private const string UsageDuCode = "code-a-taper";

    /// <summary>Page du premier compte.</summary>
    public sealed record PagePremier(SaisieDeCompte Saisie, bool CodeRequis);

    /// <summary>Page du code à six chiffres.</summary>
    /// <param name="Attente">Compte dont la phrase est bonne, scellé pour cinq minutes.</param>
    public sealed record PageCode(string Attente, string? Retour);

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
            return Refuser(nameof(Connexion), vue, MessagesDeCompte.TropDEssais, StatusCodes.Status429TooManyRequests);
        }

        if (saisie.Phrase.Length > Annuaire.LongueurMaximale
            || await annuaire.VerifierAsync(saisie.Courriel, saisie.Phrase, annulation) is not { } compte)
        {
            // Noté aussi pour un courriel inconnu : la réponse prend le même temps.
            await consultations.NoterAsync(
                Geste.ConnexionRefusee, await annuaire.IdentifierAsync(saisie.Courriel, annulation), dossier: null, section: null, "phrase", annulation);
            return Refuser(nameof(Connexion), vue, MessagesDeCompte.ConnexionRefusee);
        }

        if (compte.SecondFacteur)
        {
            return View("Code", new PageCode(attente.Sceller(UsageDuCode, compte.Id.ToString("N")), vue.Retour));
        }

        await Session.OuvrirAsync(HttpContext, compte);
        return LocalRedirect(vue.Retour ?? "/");
    }

    /// <summary>Le code à six chiffres, ou de secours, après une phrase de passe juste.</summary>
    [AllowAnonymous]
    [HttpPost("connexion/code")]
    public async Task<IActionResult> Code(string? code, string? enAttente, string? retour, CancellationToken annulation)
    {
        if (!Guid.TryParse(attente.Ouvrir(UsageDuCode, enAttente), CultureInfo.InvariantCulture, out var id)
            || await annuaire.TrouverAsync(id, annulation) is not { } compte)
        {
            return Refuser(nameof(Connexion), new SaisieDeConnexion { Retour = Local(retour) }, MessagesDeCompte.AttenteDepassee);
        }

        var page = new PageCode(enAttente!, Local(retour));
        if (!frein.Essayer(HttpContext, id.ToByteArray()))
        {
            return Refuser(nameof(Code), page, MessagesDeCompte.TropDEssais, StatusCodes.Status429TooManyRequests);
        }

        if (!await second.VerifierAsync(id, code ?? "", annulation))
        {
            await consultations.NoterAsync(Geste.ConnexionRefusee, id, dossier: null, section: null, "code", annulation);
            return Refuser(nameof(Code), page, MessagesDeCompte.CodeRefuse);
        }

        await Session.OuvrirAsync(HttpContext, compte);
        return LocalRedirect(page.Retour ?? "/");
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

        if (await annuaire.CreerPremierAsync(saisie.Courriel, saisie.Phrase, saisie.Metier, annulation) is not { } compte)
        {
            return NotFound();
        }

        await Session.OuvrirAsync(HttpContext, compte);
        return LocalRedirect("/");
    }

    private ViewResult Refuser(string vue, object page, string message, int code = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError("", message);
        Response.StatusCode = code;
        return View(vue, page);
    }

    private string? Local(string? retour) => Url.IsLocalUrl(retour) ? retour : null;
}
