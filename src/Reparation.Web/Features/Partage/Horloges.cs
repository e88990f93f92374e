using System.Globalization;
using Reparation.Domain.Commun;

namespace Reparation.Web.Features.Partage;

/// <summary>Le jour qu'il est pour un tribunal français.</summary>
public static class Horloges
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Aujourdhui(TimeProvider horloge)
    {
        ArgumentNullException.ThrowIfNull(horloge);
        return DateOnly.FromDateTime(AParis(horloge.GetUtcNow()).DateTime);
    }

    public static DateTimeOffset AParis(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    /// <summary>Premier instant du lendemain, à Paris : ce jour compte encore, entier.</summary>
    public static DateTimeOffset FinDuJour(DateOnly jour)
    {
        var minuit = jour.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new(minuit, Paris.GetUtcOffset(minuit));
    }

    /// <summary>« 3/09/2025 à 14 h 05 », heure de Paris.</summary>
    public static string EnClair(DateTimeOffset instant)
    {
        var le = AParis(instant);
        return $"{Francais.DateCourte(DateOnly.FromDateTime(le.DateTime))} à {le.ToString("HH'\u00a0h\u00a0'mm", CultureInfo.InvariantCulture)}";
    }
}
