using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Data;

namespace Reparation.Web.Features.Erreurs;

/// <summary>Ce que l'on montre quand une page ne peut pas l'être.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErreursController : Controller
{
    public sealed record Page(int Code, string Titre, string Pourquoi, string QueFaire);

    [Route("/erreur/{code:int}")]
    public IActionResult Index()
    {
        // Le code se lit dans la route : après un envoi illisible, MVC ne sait plus lier un paramètre.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        if (PannesDeStockage.De(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error) is { } panne)
        {
            Response.StatusCode = MessagesDeStockage.Code(panne);
            var (titre, pourquoi, queFaire) = MessagesDeStockage.De(panne);
            return View(new Page(Response.StatusCode, titre, pourquoi, queFaire));
        }

        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        return View(code switch
        {
            400 => new Page(code, "Cette demande n’a pas été comprise", "La page était peut-être ouverte depuis longtemps, ou l’envoi est incomplet.", "Revenez à la page précédente, rechargez-la, puis recommencez. Ce que vous aviez tapé y est encore si vous employez le bouton Retour."),
            403 => new Page(code, "Cette page ne vous est pas ouverte", "Elle demande un droit que ce compte n’a pas.", "Adressez-vous à la personne qui administre cette installation."),
            413 => new Page(code, "Cet envoi est trop volumineux", "Un dossier ne contient que du texte, cinq mégaoctets au plus.", "Vérifiez le fichier choisi ; raccourcissez les textes très longs."),
            429 => new Page(code, "Trop d’essais en peu de temps", "C’est une protection contre qui devinerait une phrase de passe.", "Attendez quelques minutes, puis recommencez."),
            >= 500 => new Page(code, "Une panne empêche de montrer cette page", "Elle vient de l’application, non de ce que vous avez fait. Rien n’a été enregistré à moitié.", "Revenez à la page précédente : ce que vous aviez tapé y est peut-être encore. Si cela se répète, prévenez la personne qui administre cette installation."),
            _ => new Page(code, "Cette page n’existe pas", "L’adresse est fausse, le dossier a été effacé, ou il appartient à un autre compte.", "Repartez de la liste des dossiers."),
        });
    }
}
