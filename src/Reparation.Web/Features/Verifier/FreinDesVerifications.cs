using System.Threading.RateLimiting;

namespace Reparation.Web.Features.Verifier;

/// <summary>
/// Borne ce que la page publique coûte : trente fichiers par adresse en dix minutes, deux lus à la fois, les suivants attendent
/// un peu. En mémoire, comme tout ce que cette page sait.
/// </summary>
public sealed class FreinDesVerifications : IDisposable
{
    private const int ParAdresse = 30;

    private readonly PartitionedRateLimiter<string> adresses = PartitionedRateLimiter.Create<string, string>(
        adresse => RateLimitPartition.GetFixedWindowLimiter(
            adresse, _ => new FixedWindowRateLimiterOptions { PermitLimit = ParAdresse, Window = TimeSpan.FromMinutes(10) }));

    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = 2, QueueLimit = 8 });

    /// <summary>Compte un essai ; faux s'il est de trop.</summary>
    public bool Essayer(HttpContext contexte)
    {
        ArgumentNullException.ThrowIfNull(contexte);
        return adresses.AttemptAcquire(contexte.Connection.RemoteIpAddress?.ToString() ?? "").IsAcquired;
    }

    /// <summary>Attend une place ; à rendre après lecture. La place n'est pas acquise si trop de monde attend déjà.</summary>
    public ValueTask<RateLimitLease> AttendreAsync(CancellationToken annulation) => places.AcquireAsync(1, annulation);

    public void Dispose()
    {
        adresses.Dispose();
        places.Dispose();
    }
}
