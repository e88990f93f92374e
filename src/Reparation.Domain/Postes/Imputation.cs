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

    /// <summary>Impute sur un poste chiffré tout ce qui l'a déjà réparé, et dit ce qui revient à chaque payeur.</summary>
    internal static (Imputation Imputation, IReadOnlyList<PartDuTiers> ParTiers) Imputer(
        PosteDePrejudice poste, SaisiePoste saisie, Montant brut, Contexte contexte)
    {
        var payeurs = Payeurs(poste, saisie, contexte);
        if (payeurs.Count == 0)
        {
            return (Calculer(contexte.Chiffrage.Imputation, brut, Montant.Zero, contexte.PartDuDroit), []);
        }

        var imputation = Calculer(
            contexte.Chiffrage.Imputation, brut, Montant.Total(payeurs.Select(p => p.Somme)), contexte.PartDuDroit);
        var parts = Repartition.Partager(imputation.TiersPayeur, [.. payeurs.Select(p => p.Somme.Euros)]);
        return (imputation, [.. payeurs.Select((p, rang) => new PartDuTiers(p.Nom, p.Somme, parts[rang]))]);
    }

    /// <summary>Vrai si une prestation se déduit de ce poste : ouvert au recours, ou personnel mais réparé par le tiers, preuve à l'appui.</summary>
    internal static bool SImpute(PosteDePrejudice poste, Prestation prestation) =>
        poste.Recours || !string.IsNullOrWhiteSpace(prestation.PreuveDuRecours);

    private static List<(string Nom, Montant Somme)> Payeurs(PosteDePrejudice poste, SaisiePoste saisie, Contexte contexte)
    {
        var payeurs = new List<(string Nom, Montant Somme)>(saisie.Prestations.Count);
        for (var rang = 0; rang < saisie.Prestations.Count; rang++)
        {
            var prestation = saisie.Prestations[rang];
            if (SImpute(poste, prestation))
            {
                Ajouter(prestation.Organisme, prestation.Montant);
            }
        }

        var versements = contexte.Dossier.Versements;
        for (var rang = 0; rang < versements.Count; rang++)
        {
            if (SommesRecues.VientSurUnPoste(versements[rang], contexte.Chiffrage.Imputation)
                && versements[rang].Poste == poste.Code && versements[rang].Proche == contexte.IdDuProche)
            {
                Ajouter(versements[rang].Payeur, versements[rang].Montant);
            }
        }

        return payeurs;

        void Ajouter(string nom, Montant somme)
        {
            var rang = payeurs.FindIndex(p => p.Nom == nom);
            if (rang < 0)
            {
                payeurs.Add((nom, somme));
            }
            else
            {
                payeurs[rang] = (nom, payeurs[rang].Somme + somme);
            }
        }
    }
}
