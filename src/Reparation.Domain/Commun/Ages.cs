namespace Reparation.Domain.Commun;

/// <summary>Comptes d'années et de jours du droit du dommage corporel.</summary>
public static class Ages
{
    /// <summary>Âge en années révolues. Né un 29 février, on a un an de plus le 1er mars des années communes.</summary>
    public static int Le(DateOnly naissance, DateOnly date)
    {
        var age = date.Year - naissance.Year;
        return (date.Month, date.Day).CompareTo((naissance.Month, naissance.Day)) < 0 ? age - 1 : age;
    }

    /// <summary>Jour où l'âge est atteint ; pour une naissance un 29 février, le 1er mars des années communes.</summary>
    public static DateOnly Anniversaire(DateOnly naissance, int age)
    {
        var jour = naissance.AddYears(age);
        return naissance is { Month: 2, Day: 29 } && jour.Day == 28 ? jour.AddDays(1) : jour;
    }

    /// <summary>Jour de la majorité (art. 388 et 414 du code civil).</summary>
    public static DateOnly Majorite(DateOnly naissance) => Anniversaire(naissance, 18);

    /// <summary>Jours d'une période, bornes comprises.</summary>
    /// <exception cref="ArgumentException">La fin précède le début.</exception>
    public static int Jours(DateOnly du, DateOnly au) => au >= du
        ? au.DayNumber - du.DayNumber + 1
        : throw new ArgumentException("La période finit avant de commencer.", nameof(au));

    /// <summary>Jour du milieu d'une période ; le premier des deux si elle en a un nombre pair.</summary>
    /// <exception cref="ArgumentException">La fin précède le début.</exception>
    public static DateOnly Milieu(DateOnly du, DateOnly au) => du.AddDays((Jours(du, au) - 1) / 2);
}
