using System.Net;
using System.Security.Cryptography;
using System.Text;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>
/// Tant qu'aucun compte n'existe, toute page mène à la création du premier. Il faut être devant la machine, ou avoir le
/// code écrit dans son journal au démarrage : sinon, le premier venu du réseau prendrait l'installation.
/// </summary>
public sealed class PremierCompte
{
    private const int LongueurDuCode = 20;

    private static readonly PathString[] Ouvertes = ["/premier-compte", "/sante", "/erreur"];

    private volatile bool existe;

    /// <summary>Code à usage unique, tiré à chaque démarrage.</summary>
    public string Code { get; } = CodeARecopier.Tirer(LongueurDuCode);

    /// <summary>Vrai si le premier compte reste à créer.</summary>
    public async Task<bool> ManqueAsync(Annuaire annuaire, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(annuaire);
        // Un compte ne disparaît pas : la base n'est plus interrogée une fois le premier vu.
        existe = existe || await annuaire.ExisteAsync(annulation);
        return !existe;
    }

    /// <summary>Vrai si la requête vient de la machine même, ou porte le code.</summary>
    public bool Autorise(HttpContext contexte, string? code)
    {
        ArgumentNullException.ThrowIfNull(contexte);
        return DepuisCetteMachine(contexte) || CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes((code ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(Code));
    }

    /// <summary>Vrai pour un navigateur de cette machine, sans relais entre les deux.</summary>
    public static bool DepuisCetteMachine(HttpContext contexte)
    {
        ArgumentNullException.ThrowIfNull(contexte);
        var requete = contexte.Request;
        // Un serveur mandataire installé sur la même machine parle lui aussi depuis 127.0.0.1 : on exige en plus que
        // rien ne trahisse un relais (en-têtes, HTTP/1.0, nom d'hôte public).
        return contexte.Connection.RemoteIpAddress is { } adresse && IPAddress.IsLoopback(adresse)
            && requete.Host.Host is ("localhost" or "127.0.0.1" or "[::1]")
            && requete.Protocol != "HTTP/1.0"
            && !requete.Headers.Keys.Any(nom => nom.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
                || nom.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
                || nom.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
                || nom.Equals("Via", StringComparison.OrdinalIgnoreCase));
    }

    internal static async Task RedirigerAsync(HttpContext contexte, RequestDelegate suite)
    {
        var premier = contexte.RequestServices.GetRequiredService<PremierCompte>();
        if (!Ouvertes.Any(o => contexte.Request.Path.StartsWithSegments(o))
            && await premier.ManqueAsync(contexte.RequestServices.GetRequiredService<Annuaire>(), contexte.RequestAborted))
        {
            contexte.Response.Redirect("/premier-compte");
            return;
        }

        await suite(contexte);
    }
}
