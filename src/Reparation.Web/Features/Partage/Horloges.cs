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
}
