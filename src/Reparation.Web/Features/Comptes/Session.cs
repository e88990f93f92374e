using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Reparation.Web.Data;

namespace Reparation.Web.Features.Comptes;

/// <summary>La session : un témoin chiffré qui ne porte que des identifiants, contrôlé dans la base à chaque requête.</summary>
public static class Session
{
    /// <summary>Dit combien de temps il reste ; seul chemin qui ne prolonge rien de lui-même.</summary>
    public const string Chemin = "/session";

    private const string Identifiant = "session";

    public static void Configurer(CookieAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Cookie.Name = "reparation";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = ReglagesDesSessions.Duree;
        options.SlidingExpiration = false;
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";
        options.Events.OnValidatePrincipal = ValiderAsync;
        options.Events.OnSigningOut = FermerAsync;
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

    /// <summary>Identité d'un compte dans une session.</summary>
    public static ClaimsPrincipal Identite(Compte compte, Guid session, string schema)
    {
        ArgumentNullException.ThrowIfNull(compte);
        return new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, compte.Id.ToString("N")),
                new(ClaimTypes.Role, compte.Role.ToString()),
                new(Identifiant, session.ToString("N")),
            ],
            schema));
    }

    /// <summary>Ouvre une session et pose son témoin.</summary>
    public static async Task OuvrirAsync(HttpContext contexte, Compte compte)
    {
        ArgumentNullException.ThrowIfNull(contexte);
        var session = await contexte.RequestServices.GetRequiredService<Sessions>()
            .OuvrirAsync(compte, contexte.Request.Headers.UserAgent.ToString(), contexte.RequestAborted);
        await contexte.RequestServices.GetRequiredService<Consultations>()
            .NoterAsync(Geste.Connexion, compte.Id, dossier: null, section: null, contexte.Request.Path == "/connexion/cle" ? "clé d’accès" : "", contexte.RequestAborted);
        await contexte.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, Identite(compte, session, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    private static async Task ValiderAsync(CookieValidatePrincipalContext contexte)
    {
        var requete = contexte.HttpContext.Request;
        var services = contexte.HttpContext.RequestServices;
        if (Guid.TryParse(contexte.Principal?.FindFirstValue(Identifiant), CultureInfo.InvariantCulture, out var id)
            && await services.GetRequiredService<Sessions>().ReprendreAsync(
                id, prolonger: !(requete.Path == Chemin && HttpMethods.IsGet(requete.Method)), contexte.HttpContext.RequestAborted) is var (compte, session))
        {
            services.GetRequiredService<CompteCourant>().Designer(compte, session);
            return;
        }

        contexte.RejectPrincipal();
        await contexte.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static Task FermerAsync(CookieSigningOutContext contexte)
    {
        var services = contexte.HttpContext.RequestServices;
        return services.GetRequiredService<CompteCourant>() is { Compte: { } compte, Session: { } session }
            ? services.GetRequiredService<Sessions>().FermerAsync(compte.Id, session.Id, contexte.HttpContext.RequestAborted)
            : Task.CompletedTask;
    }
}
