using System.Net;

namespace Reparation.Web.Demarrage;

/// <summary>Où l'application écoute.</summary>
internal static class Adresses
{
    public const string ParDefaut = "http://127.0.0.1:5080";

    private static readonly string[] Ailleurs = ["Kestrel:Endpoints", "http_ports", "https_ports"];

    /// <summary>Vrai si la configuration dit déjà où écouter.</summary>
    public static bool Choisies(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } || Ailleurs.Any(cle => configuration.GetSection(cle).Exists());

    /// <summary>La démonstration connecte tout visiteur : elle n'écoute que sur cette machine.</summary>
    /// <exception cref="DemarrageRefuseException">Une adresse est ouverte au réseau.</exception>
    public static void ExigerLaMachine(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Ailleurs.Any(cle => configuration.GetSection(cle).Exists()) || urls.Any(url => !EstLocale(url)))
        {
            throw new DemarrageRefuseException(
                "La démonstration connecte tout visiteur sans phrase de passe : elle n’écoute que sur cette machine. " +
                $"Retirez l’adresse demandée, ou choisissez un port local : --urls {ParDefaut}");
        }
    }

    private static bool EstLocale(string url) => Uri.TryCreate(url, UriKind.Absolute, out var adresse)
        && (adresse.Host == "localhost" || (IPAddress.TryParse(adresse.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
