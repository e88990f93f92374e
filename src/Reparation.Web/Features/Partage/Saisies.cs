using Microsoft.AspNetCore.Mvc;

namespace Reparation.Web.Features.Partage;

/// <summary>Réglages de la lecture des formulaires.</summary>
public static class Saisies
{
    public static void Configurer(MvcOptions options) => ArgumentNullException.ThrowIfNull(options);
}
