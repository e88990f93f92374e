using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Reparation.Documents.Blocs;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Demarrage;

/// <summary>Le compte et les dossiers inventés de la démonstration.</summary>
internal static class Demonstration
{
    public const string Schema = "demonstration";

    private const string Courriel = "demonstration@example.org";
    private const string Exemples = "templates/exemples/";
    private const string ExemplesCourts = "templates/exemples-courts/";

    /// <summary>Crée le compte et un dossier par exemple embarqué.</summary>
    public static async Task PreparerAsync(IServiceProvider services, CancellationToken annulation)
    {
        await using var portee = services.CreateAsyncScope();
        var locaux = portee.ServiceProvider;
        var phrase = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var (compte, _) = await locaux.GetRequiredService<Annuaire>().CreerPremierAsync(Courriel, phrase, Qualite.Avocat, annulation)
            ?? throw new InvalidOperationException("La base de démonstration n'est pas neuve.");
        services.GetRequiredService<CompteDeDemonstration>().Compte = compte;
        locaux.GetRequiredService<CompteCourant>().Designer(compte);
        var archives = locaux.GetRequiredService<Archives>();
        // Les plus complets en dernier : la liste montre d'abord le plus récent.
        var editions = services.GetRequiredService<Editions>();
        foreach (var dossier in Lire(editions, ExemplesCourts).Concat(Lire(editions)))
        {
            await archives.CreerAsync(dossier, "Exemple inventé", annulation);
        }
    }

    /// <summary>Les exemples embarqués, dans l'ordre de leurs noms.</summary>
    public static IEnumerable<Dossier> Lire(Editions editions, string racine = Exemples)
    {
        var assemblage = typeof(Acte).Assembly;
        foreach (var nom in assemblage.GetManifestResourceNames()
            .Where(n => n.Replace('\\', '/').StartsWith(racine, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var flux = assemblage.GetManifestResourceStream(nom)!;
            var octets = new byte[flux.Length];
            flux.ReadExactly(octets);
            yield return DossierJson.Lire(octets, editions) is Lecture.Reussie lu
                ? lu.Dossier
                : throw new InvalidOperationException($"L'exemple {nom} n'est pas un dossier valide.");
        }
    }

    /// <summary>Le compte de démonstration, une fois créé.</summary>
    public sealed class CompteDeDemonstration
    {
        public Compte? Compte { get; set; }
    }

    /// <summary>Connecte tout visiteur au compte de démonstration.</summary>
    public sealed class Connexion(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory journaux,
        UrlEncoder encodeur,
        CompteDeDemonstration demonstration,
        CompteCourant courant)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, journaux, encodeur)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (demonstration.Compte is not { } compte)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            courant.Designer(compte);
            return Task.FromResult(AuthenticateResult.Success(
                new(Session.Identite(compte, Guid.Empty, Schema), Schema)));
        }
    }
}
