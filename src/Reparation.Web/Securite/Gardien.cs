using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Reparation.Web.Data;
using Reparation.Web.Features.Comptes;

namespace Reparation.Web.Securite;

/// <summary>
/// Le seul endroit qui laisse passer une requête. Sur un dossier, ce qui n'est pas permis répond comme ce qui n'existe pas. Lire
/// suffit à un GET ; tout autre envoi demande d'écrire. Ce qui passe, et ce qui est refusé, s'écrit d'abord au journal.
/// </summary>
internal sealed class Gardien(Acces acces, CompteCourant compte, AccesCourant courant, Consultations consultations, TimeProvider horloge) : IAsyncAuthorizationFilter
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
            var dossier = Guid.TryParse(valeur.ToString(), out var id) ? id : Guid.Empty;
            var permis = section is { } demandee && await acces.TrouverAsync(dossier, context.HttpContext.RequestAborted) is { } trouve
                && (lire ? trouve.Droits.Lit(demandee) : trouve.Droits.Ecrit(demandee)) ? trouve : null;
            if (permis is not null)
            {
                courant.Designer(permis.Droits, section!.Value);
            }
            else
            {
                context.Result = new NotFoundResult();
            }

            if (permis is not null || await acces.ExisteAsync(dossier, context.HttpContext.RequestAborted))
            {
                await NoterAsync(context, permis is null ? Geste.Refus : lire ? Geste.Lecture : Geste.Envoi, personne.Id, dossier, section);
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

    private async Task NoterAsync(AuthorizationFilterContext context, Geste geste, Guid personne, Guid dossier, Section? section)
    {
        if (geste == Geste.Envoi && context.ActionDescriptor.EndpointMetadata.OfType<SuitLaFrappeAttribute>().Any())
        {
            return;
        }

        var page = context.ActionDescriptor.AttributeRouteInfo?.Template?.Replace("dossiers/{id:guid}", "", StringComparison.Ordinal).Trim('/') ?? "";
        try
        {
            await consultations.NoterAsync(geste, personne, dossier, section, page, context.HttpContext.RequestAborted);
        }
        catch (Exception e) when (geste == Geste.Envoi && PannesDeStockage.De(e) is not null)
        {
            // La base n'écrit plus : l'envoi ne changera rien, et sa page doit revenir avec ce qu'on y a tapé.
        }
    }
}
