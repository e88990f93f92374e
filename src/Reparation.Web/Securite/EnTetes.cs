namespace Reparation.Web.Securite;

/// <summary>En-têtes de sécurité, posés sur toute réponse, erreurs comprises.</summary>
internal static class EnTetes
{
    private const string Politique =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), " +
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), " +
        "publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    public static Task PoserAsync(HttpContext contexte, RequestDelegate suite)
    {
        // Au dernier moment : la page d'erreur efface les en-têtes posés avant elle.
        contexte.Response.OnStarting(() =>
        {
            var entetes = contexte.Response.Headers;
            entetes.ContentSecurityPolicy = Politique;
            entetes["Referrer-Policy"] = "no-referrer";
            entetes.XContentTypeOptions = "nosniff";
            entetes["Cross-Origin-Opener-Policy"] = "same-origin";
            entetes["Cross-Origin-Embedder-Policy"] = "require-corp";
            entetes["Cross-Origin-Resource-Policy"] = "same-origin";
            entetes["Permissions-Policy"] = Permissions;
            entetes["X-Robots-Tag"] = "noindex, nofollow";
            if (!contexte.Items.ContainsKey(Public))
            {
                entetes.CacheControl = "no-store";
            }

            if (contexte.Request.IsHttps)
            {
                entetes.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            return Task.CompletedTask;
        });
        return suite(contexte);
    }

    /// <summary>Une feuille de style ou un script ne dit rien d'un dossier : le navigateur peut les garder.</summary>
    public static void Garder(HttpContext contexte)
    {
        contexte.Items[Public] = true;
        contexte.Response.Headers.CacheControl = contexte.Request.QueryString.HasValue
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }

    private static readonly object Public = new();
}
