using Microsoft.AspNetCore.Mvc;
using Reparation.Web.Demarrage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Passe d'un compte de la démonstration à l'autre ; hors d'elle, n'existe pas.</summary>
[Route("demonstration")]
public sealed class DemonstrationController(ModeDemonstration demonstration) : Controller
{
    [HttpPost("compte"), ValidateAntiForgeryToken]
    public IActionResult Choisir(Qualite metier)
    {
        if (!demonstration.Active)
        {
            return NotFound();
        }

        Response.Cookies.Append(Demonstration.Temoin, metier.ToString(), new() { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return LocalRedirect("/");
    }
}
