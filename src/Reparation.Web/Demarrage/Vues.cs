using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Reparation.Web.Demarrage;

/// <summary>Les vues sont rangées avec leur contrôleur : <c>/Features/X/{vue}.cshtml</c>, puis <c>/Features/Partage</c>.</summary>
internal static class Vues
{
    private const string Racine = "Reparation.Web.Features.";

    public static void Configurer(RazorViewEngineOptions options)
    {
        options.ViewLocationFormats.Clear();
        options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
        options.ViewLocationFormats.Add("/Features/Partage/{0}.cshtml");
        options.ViewLocationExpanders.Add(new ParDomaine());
    }

    private sealed class ParDomaine : IViewLocationExpander
    {
        public void PopulateValues(ViewLocationExpanderContext context)
        {
            var espace = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace;
            if (espace is not null && espace.StartsWith(Racine, StringComparison.Ordinal))
            {
                context.Values["domaine"] = espace[Racine.Length..].Replace('.', '/');
            }
        }

        public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
            context.Values.TryGetValue("domaine", out var domaine)
                ? viewLocations.Prepend($"/Features/{domaine}/{{0}}.cshtml")
                : viewLocations;
    }
}
