using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Reparation.Web.Data;

namespace Reparation.Web.Features.Comptes;

/// <summary>La session : un témoin chiffré qui ne porte qu'un identifiant, contrôlé dans la base à chaque requête.</summary>
public static class Session
{
    private const string Jeton = "jeton";

    public static void Configurer(CookieAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Cookie.Name = "reparation";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";
        options.Events.OnValidatePrincipal = ValiderAsync;
        options.Events.OnRedirectToLogin = contexte =>
        {
            // Après la connexion, le navigateur revient par un GET : l'adresse d'un formulaire envoyé n'y répondrait pas.
            contexte.Response.Redirect(HttpMethods.IsGet(contexte.Request.Method) ? contexte.RedirectUri : "/connexion");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = contexte =>
        {
            contexte.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Identité d'un compte.</summary>
    public static ClaimsPrincipal Identite(Compte compte, Guid jeton, string schema)
    {
        ArgumentNullException.ThrowIfNull(compte);
        return new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, compte.Id.ToString("N")),
                new(ClaimTypes.Role, compte.Role.ToString()),
                new(Jeton, jeton.ToString("N")),
            ],
            schema));
    }

    public static Task OuvrirAsync(HttpContext contexte, Compte compte, Guid jeton) => contexte.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        Identite(compte, jeton, CookieAuthenticationDefaults.AuthenticationScheme));

    private static async Task ValiderAsync(CookieValidatePrincipalContext contexte)
    {
        var services = contexte.HttpContext.RequestServices;
        if (Guid.TryParse(contexte.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            && Guid.TryParse(contexte.Principal?.FindFirstValue(Jeton), CultureInfo.InvariantCulture, out var jeton)
            && await services.GetRequiredService<Annuaire>().TrouverAsync(id, jeton, contexte.HttpContext.RequestAborted) is { } compte)
        {
            services.GetRequiredService<CompteCourant>().Designer(compte);
            return;
        }

        contexte.RejectPrincipal();
        await contexte.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
