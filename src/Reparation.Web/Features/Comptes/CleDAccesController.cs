using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Les deux cérémonies d'une clé d'accès, que seul un script peut mener : l'enregistrer, puis se connecter avec elle.</summary>
public sealed class CleDAccesController(
    IPasskeyHandler<Compte> epreuves, ClesDAcces cles, Attente attente, CompteCourant courant, FreinDesEssais frein) : Controller
{
    private const string UsageDeLEnregistrement = "cle-a-enregistrer";
    private const string UsageDeLaConnexion = "cle-a-reconnaitre";

    /// <summary>Ce que le navigateur rend d'une cérémonie.</summary>
    /// <param name="Etat">L'épreuve, scellée, telle que reçue.</param>
    /// <param name="Cle">Réponse de la clé, en JSON.</param>
    /// <param name="Nom">Nom donné à la clé ; pour l'enregistrer.</param>
    /// <param name="Retour">Page où aller ; pour se connecter.</param>
    public sealed record Reponse(string? Etat, string? Cle, string? Nom, string? Retour);

    [HttpPost("securite/cles/epreuve")]
    [Confirmation("/securite")]
    public async Task<IActionResult> Enregistrement()
    {
        var compte = courant.Compte!;
        var epreuve = await epreuves.MakeCreationOptionsAsync(
            new() { Id = compte.Id.ToString("N"), Name = compte.Courriel, DisplayName = compte.Courriel }, HttpContext);
        return Json(new { options = epreuve.CreationOptionsJson, etat = attente.Sceller(UsageDeLEnregistrement, epreuve.AttestationState ?? "") });
    }

    [HttpPost("securite/cles")]
    [Confirmation("/securite")]
    public async Task<IActionResult> Enregistrer([FromBody] Reponse reponse, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(reponse);
        if (reponse.Nom?.Trim() is not { Length: > 0 and <= ClesDAcces.LongueurDuNom } nom)
        {
            return Refuser(MessagesDeCompte.CleSansNom);
        }

        if (attente.Ouvrir(UsageDeLEnregistrement, reponse.Etat) is not { } etat)
        {
            return Refuser(MessagesDeCompte.CleRefusee);
        }

        var resultat = await epreuves.PerformAttestationAsync(
            new() { HttpContext = HttpContext, CredentialJson = reponse.Cle ?? "", AttestationState = etat });
        if (!resultat.Succeeded || resultat.UserEntity.Id != courant.Id.ToString("N"))
        {
            return Refuser(MessagesDeCompte.CleRefusee);
        }

        resultat.Passkey.Name = nom;
        await cles.AddOrUpdatePasskeyAsync(courant.Compte!, resultat.Passkey, annulation);
        return NoContent();
    }

    [AllowAnonymous]
    [HttpPost("connexion/cle/epreuve")]
    public async Task<IActionResult> Connexion()
    {
        // Sans compte désigné : la clé dit elle-même de qui elle est, et rien n'apprend quels courriels existent.
        var epreuve = await epreuves.MakeRequestOptionsAsync(null, HttpContext);
        return Json(new { options = epreuve.RequestOptionsJson, etat = attente.Sceller(UsageDeLaConnexion, epreuve.AssertionState ?? "") });
    }

    /// <summary>La clé a vérifié qui la tient (visage, doigt, code) : elle vaut phrase et second facteur.</summary>
    [AllowAnonymous]
    [HttpPost("connexion/cle")]
    public async Task<IActionResult> Connecter([FromBody] Reponse reponse, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(reponse);
        if (!frein.Essayer(HttpContext, []))
        {
            return Refuser(MessagesDeCompte.TropDEssais, StatusCodes.Status429TooManyRequests);
        }

        if (attente.Ouvrir(UsageDeLaConnexion, reponse.Etat) is not { } etat
            || await epreuves.PerformAssertionAsync(
                new() { HttpContext = HttpContext, CredentialJson = reponse.Cle ?? "", AssertionState = etat }) is not { Succeeded: true } resultat)
        {
            return Refuser(MessagesDeCompte.CleRefusee);
        }

        await cles.AddOrUpdatePasskeyAsync(resultat.User, resultat.Passkey, annulation);
        await Session.OuvrirAsync(HttpContext, resultat.User);
        return Json(new { retour = Url.IsLocalUrl(reponse.Retour) ? reponse.Retour : "/" });
    }

    private JsonResult Refuser(string message, int code = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = code;
        return Json(new { message });
    }
}
