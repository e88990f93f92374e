using System.Threading.RateLimiting;

namespace Reparation.Web.Features.Comptes;

/// <summary>Ralentit qui devine : dix essais par courriel et adresse, soixante par adresse, en dix minutes. En mémoire.</summary>
public sealed class FreinDesEssais : IDisposable
{
    private const int ParCompte = 10;
    private const int ParAdresse = 60;

    private static readonly TimeSpan Fenetre = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> comptes = Limiter(ParCompte);
    private readonly PartitionedRateLimiter<string> adresses = Limiter(ParAdresse);

    /// <summary>Compte un essai ; faux s'il est de trop. Rien n'est dit du compte : il peut ne pas exister.</summary>
    public bool Essayer(HttpContext contexte, byte[] indexDuCourriel)
    {
        ArgumentNullException.ThrowIfNull(contexte);
        var adresse = contexte.Connection.RemoteIpAddress?.ToString() ?? "";
        return adresses.AttemptAcquire(adresse).IsAcquired
            && comptes.AttemptAcquire($"{adresse}|{Convert.ToHexString(indexDuCourriel)}").IsAcquired;
    }

    public void Dispose()
    {
        comptes.Dispose();
        adresses.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int essais) => PartitionedRateLimiter.Create<string, string>(
        cle => RateLimitPartition.GetFixedWindowLimiter(
            cle, _ => new FixedWindowRateLimiterOptions { PermitLimit = essais, Window = Fenetre }));
}
