using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Reparation.Web.Features.Partage;

/// <summary>
/// Le cadre lirait d'avance tout le formulaire et poserait les fichiers en clair dans un répertoire temporaire : ici, le
/// corps de la requête reste à lire.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SansLiaisonAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
