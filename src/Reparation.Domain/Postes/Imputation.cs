using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Part de la victime et part du tiers payeur sur un poste. Ce que l'une n'absorbe pas ne passe pas à un autre poste.</summary>
/// <param name="Dette">Part du préjudice dont le débiteur répond.</param>
/// <param name="Victime">Part demandée pour la victime.</param>
/// <param name="TiersPayeur">Part imputée aux prestations.</param>
/// <param name="Source">Règle suivie.</param>
public sealed record Imputation(Montant Dette, Montant Victime, Montant TiersPayeur, Source Source)
{
    /// <summary>Impute des prestations sur un poste.</summary>
    /// <param name="mode">Contre l'auteur, la victime est servie avant le tiers payeur ; devant la commission, non.</param>
    /// <param name="brut">Évaluation totale du poste.</param>
    /// <param name="prestations">Prestations et autres indemnités qui réparent ce poste.</param>
    /// <param name="part">Part dont le débiteur répond, de 0 à 1 ; 1 sauf faute de la victime retenue par une juridiction.</param>
    /// <exception cref="ArgumentOutOfRangeException">Part hors de 0 à 1, somme négative.</exception>
    public static Imputation Calculer(ModeDImputation mode, Montant brut, Montant prestations, decimal part = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(brut, Montant.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(prestations, Montant.Zero);
        var dette = Montant.Arrondir(part * brut.Euros);
        if (mode == ModeDImputation.Auteur)
        {
            var preferee = Montant.Min(Montant.Max(brut - prestations, Montant.Zero), dette);
            return new(dette, preferee, Montant.Min(prestations, dette - preferee), Sources.PreferenceDeLaVictime);
        }

        var victime = Montant.Max(dette - prestations, Montant.Zero);
        return new(dette, victime, dette - victime, Sources.R706_9);
    }
}
