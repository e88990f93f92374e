using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Delais;

/// <summary>Durée d'un délai, écrite comme en ISO 8601 : « P3Y », « P6M », « P10D », « -P15D », « -PT24H ».</summary>
/// <param name="Mois">Mois, années comprises.</param>
/// <param name="Jours">Jours.</param>
/// <param name="Heures">Heures.</param>
public readonly partial record struct Duree(int Mois, int Jours, int Heures)
{
    /// <summary>Lit une durée ; rien si le texte n'en est pas une.</summary>
    public static Duree? Lire(string texte)
    {
        var lue = Forme().Match(texte ?? "");
        if (!lue.Success)
        {
            return null;
        }

        var signe = lue.Groups["moins"].Success ? -1 : 1;
        return new(signe * ((12 * Nombre("ans")) + Nombre("mois")), signe * Nombre("jours"), signe * Nombre("heures"));

        int Nombre(string nom) => lue.Groups[nom].Success ? int.Parse(lue.Groups[nom].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>
    /// Même quantième, ou dernier jour du mois s'il n'existe pas (art. 641 du code de procédure civile) ; les heures se
    /// comptent ici en jours entiers.
    /// </summary>
    public DateOnly Depuis(DateOnly depart) => depart.AddMonths(Mois).AddDays(Jours + (Heures / 24));

    /// <summary>« 30 ans », « 6 mois », « 10 jours », « 24 heures ».</summary>
    public override string ToString() => (Math.Abs(Mois), Math.Abs(Jours), Math.Abs(Heures)) switch
    {
        (0, 0, var heures) => Francais.Compte(heures, "heure", "heures"),
        (0, var jours, _) => Francais.Compte(jours, "jour", "jours"),
        (var mois, _, _) when mois % 12 == 0 => Francais.Ans(mois / 12),
        (var mois, _, _) => Francais.Compte(mois, "mois", "mois"),
    };

    [GeneratedRegex(@"^(?<moins>-)?P(?=.)((?<ans>\d{1,3})Y)?((?<mois>\d{1,3})M)?((?<jours>\d{1,4})D)?(T(?<heures>\d{1,3})H)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Forme();
}
