using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Reparation.Web.Data;
using Reparation.Web.Features.Comptes;

namespace Reparation.Web.Securite;

/// <summary>
/// Le seul endroit qui laisse passer une requête. Sur un dossier, ce qui n'est pas permis répond comme ce qui n'existe pas. Lire
/// suffit à un GET ; tout autre envoi demande d'écrire.
/// </summary>
internal sealed class Gardien(Acces acces, CompteCourant compte, AccesCourant courant, TimeProvider horloge) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var metadonnees = context.ActionDescriptor.EndpointMetadata;
        if (compte.Compte is not { } personne || metadonnees.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        var section = metadonnees.OfType<RubriqueAttribute>().LastOrDefault()?.Section;
        var lire = HttpMethods.IsGet(context.HttpContext.Request.Method);
        if (context.RouteData.Values["id"] is { } valeur)
        {
            if (section is { } demandee && Guid.TryParse(valeur.ToString(), out var id)
                && await acces.TrouverAsync(id, context.HttpContext.RequestAborted) is { } permis
                && (lire ? permis.Droits.Lit(demandee) : permis.Droits.Ecrit(demandee)))
            {
                courant.Designer(permis.Droits, demandee);
            }
            else
            {
                context.Result = new NotFoundResult();
            }
        }
        else if (section is { } generale && !(generale == Section.Comptes ? personne.Role == Role.Administrateur : Droits.De(personne).Ecrit(generale)))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        if (context.Result is null && metadonnees.OfType<ConfirmationAttribute>().LastOrDefault() is { } confirmation
            && compte.Session is { } session && horloge.GetUtcNow() - session.ConfirmeeLe > ReglagesDesSessions.Confirmation)
        {
            var requete = context.HttpContext.Request;
            var retour = lire
                ? requete.Path + requete.QueryString
                : confirmation.Retour.Replace("{id}", context.RouteData.Values["id"]?.ToString(), StringComparison.Ordinal);
            context.Result = new LocalRedirectResult($"/confirmer?retour={Uri.EscapeDataString(retour)}");
        }
    }
}
