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

/// <summary>Les deux comptes et les dossiers inventés de la démonstration : une avocate, et l'intervenante à qui elle en ouvre.</summary>
internal static class Demonstration
{
    public const string Schema = "demonstration";

    /// <summary>Témoin qui retient lequel des deux comptes regarde.</summary>
    public const string Temoin = "reparation-demonstration";

    private const string CourrielDeLAvocate = "avocate@example.org";
    private const string CourrielDeLIntervenante = "intervenante@example.org";
    private const string Exemples = "templates/exemples/";
    private const string ExemplesCourts = "templates/exemples-courts/";

    /// <summary>Crée les comptes et un dossier par exemple embarqué, les plus complets ouverts à l'intervenante.</summary>
    public static async Task PreparerAsync(IServiceProvider services, CancellationToken annulation)
    {
        await using var portee = services.CreateAsyncScope();
        var locaux = portee.ServiceProvider;
        var phrase = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var annuaire = locaux.GetRequiredService<Annuaire>();
        var avocate = await annuaire.CreerPremierAsync(CourrielDeLAvocate, phrase, Qualite.Avocat, annulation)
            ?? throw new InvalidOperationException("La base de démonstration n'est pas neuve.");
        var intervenante = await annuaire.CreerAsync(CourrielDeLIntervenante, phrase, Qualite.Intervenant, annulation);
        var comptes = services.GetRequiredService<ComptesDeDemonstration>();
        (comptes.Avocate, comptes.Intervenante) = (avocate, intervenante);
        locaux.GetRequiredService<CompteCourant>().Designer(avocate);
        var archives = locaux.GetRequiredService<Archives>();
        // Les plus complets en dernier : la liste montre d'abord le plus récent.
        var editions = services.GetRequiredService<Editions>();
        foreach (var dossier in Lire(editions, ExemplesCourts))
        {
            await archives.CreerAsync(dossier, "Exemple inventé", annulation);
        }

        var acces = locaux.GetRequiredService<Acces>();
        foreach (var dossier in Lire(editions))
        {
            var id = await archives.CreerAsync(dossier, "Exemple inventé", annulation);
            await acces.OuvrirAsync(id, CourrielDeLIntervenante, Qualite.Intervenant, fin: null, "tient le plan", annulation);
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

    /// <summary>Les comptes de démonstration, une fois créés.</summary>
    public sealed class ComptesDeDemonstration
    {
        public Compte? Avocate { get; set; }

        public Compte? Intervenante { get; set; }
    }

    /// <summary>Connecte tout visiteur à l'un des deux comptes : l'avocate, à moins que son témoin ne dise l'intervenante.</summary>
    public sealed class Connexion(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory journaux,
        UrlEncoder encodeur,
        ComptesDeDemonstration demonstration,
        CompteCourant courant)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, journaux, encodeur)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if ((Request.Cookies[Temoin] == nameof(Qualite.Intervenant) ? demonstration.Intervenante : demonstration.Avocate) is not { } compte)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            courant.Designer(compte);
            return Task.FromResult(AuthenticateResult.Success(
                new(Session.Identite(compte, Guid.Empty, Schema), Schema)));
        }
    }
}
