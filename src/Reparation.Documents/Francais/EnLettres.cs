using System.Globalization;
using Humanizer;
using Reparation.Domain.Commun;

namespace Reparation.Documents.Francais;

/// <summary>Écrit une somme en toutes lettres, quelle que soit la culture de la machine.</summary>
public static class EnLettres
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« douze mille cinq cents euros », « un euro et un centime », « un million d’euros ».</summary>
    /// <exception cref="ArgumentOutOfRangeException">La somme est négative.</exception>
    public static string Euros(Montant montant)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(montant.Euros, nameof(montant));
        var euros = (long)decimal.Truncate(montant.Euros);
        var centimes = (long)((montant.Euros - euros) * 100);
        if (centimes == 0)
        {
            return Unites(euros);
        }

        var fraction = $"{Mots(centimes)} {(centimes == 1 ? "centime" : "centimes")}";
        return euros == 0 ? fraction : $"{Unites(euros)} et {fraction}";
    }

    private static string Unites(long euros)
    {
        // « million » et « milliard » sont des noms : ils appellent « de » quand rien ne les suit.
        var liaison = euros >= 1_000_000 && euros % 1_000_000 == 0 ? " d’" : " ";
        return Mots(euros) + liaison + (euros < 2 ? "euro" : "euros");
    }

    private static string Mots(long nombre) => nombre.ToWords(Culture);
}
