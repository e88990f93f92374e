using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using QRCoder;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Ce qui protège son propre compte : phrase, second facteur, clés d'accès, sessions.</summary>
public sealed class SecuriteController(
    Annuaire annuaire, Sessions sessions, SecondFacteur second, ClesDAcces cles, Consultations consultations, Attente attente, CompteCourant courant,
    FreinDesEssais frein) : Controller
{
    private const string UsageDuSecret = "secret-a-confirmer";

    /// <summary>Page de la sécurité du compte.</summary>
    /// <param name="SecoursRestants">Codes de secours qu'il reste ; rien sans second facteur.</param>
    /// <param name="Connexions">Les dernières, réussies ou non : l'heure, l'issue, le moyen.</param>
    public sealed record Page(
        IReadOnlyList<SessionOuverte> Sessions, Guid? Ici, int? SecoursRestants, IReadOnlyList<CleDAcces> Cles,
        IReadOnlyList<(DateTimeOffset Le, Geste Geste, string Par)> Connexions);

    /// <summary>Page de la phrase de passe.</summary>
    public sealed record PagePhrase(bool Changee);

    /// <summary>Page d'activation du second facteur.</summary>
    /// <param name="Secret">Secret scellé, rendu par le formulaire.</param>
    /// <param name="Trace">Dessin du code à photographier, en chemin SVG d'un module par unité.</param>
    /// <param name="Cote">Côté du dessin, en modules, marge comprise.</param>
    public sealed record PageSecond(string Secret, string EnLettres, string Trace, int Cote);

    /// <summary>Page de confirmation.</summary>
    public sealed record PageConfirmation(string Retour);

    [HttpGet("securite")]
    public async Task<IActionResult> Index(CancellationToken annulation) => View("Securite", new Page(
        await sessions.ListerAsync(courant.Id, annulation), courant.Session?.Id,
        await second.SecoursRestantsAsync(courant.Id, annulation), await cles.ListerAsync(courant.Id, annulation),
        await consultations.ConnexionsAsync(courant.Id, 10, annulation)));

    [HttpPost("securite/sessions/{session:guid}/fermer")]
    public async Task<IActionResult> Fermer(Guid session, CancellationToken annulation) =>
        await sessions.FermerAsync(courant.Id, session, annulation) ? LocalRedirect("/securite") : NotFound();

    [HttpPost("securite/sessions/fermer")]
    public async Task<IActionResult> FermerLesAutres(CancellationToken annulation)
    {
        await sessions.FermerLesAutresAsync(courant.Id, courant.Session?.Id, annulation);
        return LocalRedirect("/securite");
    }

    /// <summary>Combien de secondes il reste à la session. Demander ne prolonge rien.</summary>
    [HttpGet("session")]
    public IActionResult Reste() => Json(new { reste = courant.Session is { } session ? (int)sessions.Reste(session).TotalSeconds : int.MaxValue });

    /// <summary>Prolonge la session : la requête y suffit.</summary>
    [HttpPost("session")]
    public IActionResult Prolonger() => NoContent();

    [HttpGet("securite/code")]
    [Confirmation]
    public IActionResult Second() => View("Second", Preparer(SecondFacteur.Tirer()));

    /// <summary>Active le second facteur et montre les codes de secours, une fois.</summary>
    [HttpPost("securite/code")]
    [Confirmation("/securite/code")]
    public async Task<IActionResult> Second(string? secret, string? code, CancellationToken annulation)
    {
        if (attente.Ouvrir(UsageDuSecret, secret) is not { } clair)
        {
            return LocalRedirect("/securite/code");
        }

        var octets = Convert.FromHexString(clair);
        if (await second.ActiverAsync(courant.Compte!, octets, code ?? "", annulation) is { } secours)
        {
            await sessions.FermerLesAutresAsync(courant.Id, courant.Session?.Id, annulation);
            return View("Secours", secours);
        }

        ModelState.Clear();
        ModelState.AddModelError("Code", MessagesDeCompte.CodeRefuse);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Second", Preparer(octets));
    }

    [HttpPost("securite/code/retirer")]
    [Confirmation("/securite")]
    public async Task<IActionResult> RetirerLeSecond(CancellationToken annulation)
    {
        await second.RetirerAsync(courant.Id, annulation);
        return LocalRedirect("/securite");
    }

    [HttpPost("securite/cles/{cle}/retirer")]
    [Confirmation("/securite")]
    public async Task<IActionResult> RetirerLaCle(string cle, CancellationToken annulation) =>
        await cles.RetirerAsync(courant.Id, cle, annulation) ? LocalRedirect("/securite") : NotFound();

    [HttpGet("phrase-de-passe")]
    public IActionResult Phrase(bool changee) => View(new PagePhrase(changee));

    [HttpPost("phrase-de-passe")]
    public async Task<IActionResult> Phrase(SaisieDeChangement saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        var compte = courant.Compte!;
        if (await ControlerAsync(saisie.Actuelle, annulation) is { } refus)
        {
            ModelState.AddModelError(refus == MessagesDeCompte.TropDEssais ? "" : nameof(saisie.Actuelle), refus);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new PagePhrase(false));
        }

        await annuaire.ChangerPhraseAsync(compte, saisie.Phrase, annulation);
        await sessions.FermerLesAutresAsync(compte.Id, courant.Session?.Id, annulation);
        return LocalRedirect("/phrase-de-passe?changee=true");
    }

    [HttpGet("confirmer")]
    public IActionResult Confirmer(string? retour) => View(new PageConfirmation(Local(retour)));

    /// <summary>Redemande la phrase de passe avant un geste qui efface, emporte ou partage.</summary>
    [HttpPost("confirmer")]
    public async Task<IActionResult> Confirmer(string? phrase, string? retour, CancellationToken annulation)
    {
        if (await ControlerAsync(phrase ?? "", annulation) is { } refus)
        {
            ModelState.AddModelError("Phrase", refus == MessagesDeCompte.TropDEssais ? refus : MessagesDeCompte.PhraseFausse);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new PageConfirmation(Local(retour)));
        }

        if (courant.Session is { } session)
        {
            await sessions.ConfirmerAsync(session.Id, annulation);
        }

        return LocalRedirect(Local(retour));
    }

    // Rien si la phrase est celle du compte courant.
    private async Task<string?> ControlerAsync(string phrase, CancellationToken annulation)
    {
        var courriel = courant.Compte!.Courriel;
        return !frein.Essayer(HttpContext, annuaire.Index(courriel)) ? MessagesDeCompte.TropDEssais
            : phrase.Length > Annuaire.LongueurMaximale || await annuaire.VerifierAsync(courriel, phrase, annulation) is null
                ? MessagesDeCompte.PhraseActuelleFausse
                : null;
    }

    private PageSecond Preparer(byte[] secret)
    {
        using var dessin = new QRCodeGenerator().CreateQrCode(
            CodeTemporaire.Adresse(secret, courant.Compte!.Courriel), QRCodeGenerator.ECCLevel.M);
        var trace = new StringBuilder();
        foreach (var (y, ligne) in dessin.ModuleMatrix.Index())
        {
            for (var x = 0; x < ligne.Length; x++)
            {
                if (ligne[x])
                {
                    trace.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new(attente.Sceller(UsageDuSecret, Convert.ToHexString(secret)), CodeTemporaire.EnLettres(secret), trace.ToString(), dessin.ModuleMatrix.Count);
    }

    private string Local(string? retour) => Url.IsLocalUrl(retour) ? retour : "/";
}
