using Reparation.Domain.Commun;

namespace Reparation.Domain.Capitalisation;

/// <summary>
/// Temps entre deux dates, au jour : des années entières d'un anniversaire à l'autre, puis des jours de l'année entamée. Un
/// âge exact s'écrit ainsi depuis la naissance, une échéance depuis la décision.
/// </summary>
/// <param name="Annees">Années révolues.</param>
/// <param name="Jours">Jours écoulés depuis le dernier anniversaire.</param>
/// <param name="Sur">Jours de l'année entamée : 365 ou 366.</param>
public readonly record struct TempsEcoule(int Annees, int Jours, int Sur)
{
    /// <summary>Part écoulée de l'année entamée, de 0 à 1 exclu.</summary>
    public decimal Part => Jours == 0 ? 0 : (decimal)Jours / Sur;

    /// <summary>Années et part d'année.</summary>
    public decimal EnAnnees => Annees + Part;

    /// <summary>Années entières, sans jour de plus.</summary>
    public static TempsEcoule Entier(int annees) => new(annees, 0, 365);

    /// <summary>Temps écoulé d'une date à l'autre ; zéro si la seconde précède la première.</summary>
    public static TempsEcoule Entre(DateOnly depart, DateOnly jour)
    {
        if (jour <= depart)
        {
            return Entier(0);
        }

        var annees = Ages.Le(depart, jour);
        var dernier = Ages.Anniversaire(depart, annees);
        return jour == dernier
            ? Entier(annees)
            : new(annees, jour.DayNumber - dernier.DayNumber, Ages.Anniversaire(depart, annees + 1).DayNumber - dernier.DayNumber);
    }

    /// <summary>« 12 ans », « 12 ans et 184 j ÷ 365 ».</summary>
    public override string ToString() => Jours == 0
        ? Francais.Ans(Annees)
        : $"{Francais.Ans(Annees)} et {Francais.Nombre(Jours)} j ÷ {Francais.Nombre(Sur)}";
}
