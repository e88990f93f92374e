using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>PSU : années d'études perdues, par niveau, et montant motivé pour la scolarité perturbée.</summary>
internal static class PrejudiceScolaire
{
    public static void Evaluer(Calcul calcul)
    {
        foreach (var annees in calcul.Saisie.Annees)
        {
            var publiee = Publiee(calcul.Contexte.Referentiel, annees.Niveau);
            if ((annees.ParAnnee ?? publiee) is not { } parAnnee)
            {
                calcul.Reserver(
                    $"Années perdues, {Niveau(annees.Niveau)} : l’édition choisie n’établit aucune somme par année ; "
                    + "une somme par année reste à saisir et à motiver" + Repere(calcul, annees.Niveau) + ".");
                continue;
            }

            calcul.Ajouter(new(
                $"années perdues, {Niveau(annees.Niveau)}",
                $"{Francais.Nombre(annees.Nombre)} × {parAnnee}",
                Montant.Arrondir(annees.Nombre * parAnnee.Euros),
                annees.ParAnnee is null ? [calcul.Contexte.Referentiel!.Source, Sources.AnneesPerdues] : [Sources.AnneesPerdues])
            {
                Pieces = annees.Pieces,
            });
        }

        if (calcul.Saisie.Annees.Any(a => a.ParAnnee is not null) && string.IsNullOrWhiteSpace(calcul.Saisie.Motif))
        {
            calcul.Avertir("La somme par année est choisie sans motif : il reste à en donner les raisons.");
        }

        MontantMotive.Evaluer(calcul, "scolarité perturbée, montant motivé", Sources.AnneesPerdues);
        Comparer(calcul);
    }

    private static void Comparer(Calcul calcul)
    {
        var annees = calcul.Saisie.Annees;
        foreach (var edition in calcul.Contexte.Editions.Indemnisation)
        {
            if (annees.Count == 0 || annees.Any(a => Publiee(edition, a.Niveau) is null))
            {
                continue;
            }

            var autre = edition.Id != calcul.Contexte.Referentiel?.Id;
            if (autre || annees.Any(a => a.ParAnnee is not null))
            {
                calcul.Comparer(
                    edition.Titre,
                    string.Join(" + ", annees.Select(a => $"{Francais.Nombre(a.Nombre)} × {edition.AnneesScolaires[a.Niveau]}")),
                    Montant.Total(annees.Select(a => Montant.Arrondir(a.Nombre * edition.AnneesScolaires[a.Niveau].Euros))));
            }
        }
    }

    private static Montant? Publiee(EditionIndemnisation? edition, NiveauScolaire niveau) =>
        edition is not null && edition.AnneesScolaires.TryGetValue(niveau, out var somme) ? somme : null;

    private static string Repere(Calcul calcul, NiveauScolaire niveau)
    {
        var edition = calcul.Contexte.Editions.Indemnisation.FirstOrDefault(e => e.AnneesScolaires.ContainsKey(niveau));
        return edition is null ? "" : $" (pour repère, {edition.Titre} : {edition.AnneesScolaires[niveau]})";
    }

    private static string Niveau(NiveauScolaire niveau) => niveau switch
    {
        NiveauScolaire.Primaire => "école primaire",
        NiveauScolaire.College => "collège",
        NiveauScolaire.Lycee => "lycée",
        _ => "études supérieures",
    };
}
