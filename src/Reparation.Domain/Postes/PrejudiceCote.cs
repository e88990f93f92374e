using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// SE (souffrances endurées) et PEP (préjudice esthétique permanent) : l'expert cote sur sept, le référentiel donne une
/// fourchette, l'avocat choisit la somme et la motive. Jamais de milieu de fourchette proposé.
/// </summary>
internal static class PrejudiceCote
{
    public static void Evaluer(Calcul calcul)
    {
        var referentiel = calcul.Contexte.Referentiel;
        if (calcul.Saisie.Cotation is not { } cotation)
        {
            if (calcul.Saisie.Montant is null)
            {
                calcul.Reserver("La cotation sur sept n’est pas connue, et aucun montant n’est choisi.");
                return;
            }

            calcul.Avertir("Aucune cotation médicale n’est saisie : la fourchette du référentiel ne peut pas être montrée.");
            MontantMotive.Evaluer(calcul, "montant motivé", Fondement(calcul));
            return;
        }

        if (cotation is < 0.5m or > 7 || cotation * 2 != decimal.Floor(cotation * 2))
        {
            calcul.Reserver($"La cotation {Francais.Nombre(cotation)} n’est pas un degré ou un demi-degré entre 0,5 et 7.");
            return;
        }

        var degre = $"{Francais.Nombre(cotation)}/7";
        var fourchette = referentiel?.Fourchette(cotation);
        if (calcul.Saisie.Montant is not { } montant)
        {
            calcul.Reserver(fourchette is null
                ? $"Cotation {degre} : l’édition choisie ne publie pas de fourchette ; un montant reste à choisir et à motiver."
                : $"Cotation {degre} : {Dire(fourchette)} ({referentiel!.Titre}) ; un montant reste à choisir et à motiver.");
            return;
        }

        if (fourchette is null)
        {
            calcul.Avertir("L’édition choisie ne publie pas de fourchette pour cette cotation.");
            MontantMotive.Evaluer(calcul, $"montant motivé, cotation {degre}", Fondement(calcul));
            return;
        }

        MontantMotive.Evaluer(
            calcul, () => $"montant motivé, cotation {degre}, {Dire(fourchette)}", [referentiel!.Source, .. Fondement(calcul)]);
        Situer(calcul, degre, fourchette, montant);
    }

    private static void Situer(Calcul calcul, string degre, FourchetteCotee fourchette, Montant montant)
    {
        if (!fourchette.Publiee)
        {
            calcul.Avertir(
                $"La cotation {degre} est un demi-degré : le référentiel n’en publie pas ; la fourchette montrée va du bas du degré "
                + "inférieur au haut du degré supérieur.");
        }

        if (montant < fourchette.Min || montant > fourchette.Max)
        {
            calcul.Avertir($"Le montant de {montant} sort de la fourchette du référentiel ({Dire(fourchette)}).");
        }

        if (fourchette.Min is { } bas)
        {
            calcul.Comparer(() => new("bas de la fourchette", $"cotation {degre}", bas));
        }

        if (fourchette.Max is { } haut)
        {
            calcul.Comparer(() => new("haut de la fourchette", $"cotation {degre}", haut));
        }
    }

    private static string Dire(FourchetteCotee fourchette) => fourchette switch
    {
        { Min: { } bas, Max: { } haut } => $"fourchette de {bas} à {haut}",
        { Max: { } haut } => $"fourchette jusqu’à {haut}",
        { Min: { } bas } => $"fourchette à partir de {bas}",
        _ => "fourchette non publiée",
    };

    private static IReadOnlyList<Source> Fondement(Calcul calcul) =>
        calcul.Poste.Code == "SE" ? [Sources.PasDeDoubleEmploi] : [];
}
