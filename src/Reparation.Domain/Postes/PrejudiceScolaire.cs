using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>PSU : années d'études perdues, une à une avec leurs raisons, soutien qu'elles rendent nécessaire, et montant motivé pour la scolarité perturbée.</summary>
internal static class PrejudiceScolaire
{
    public static void Evaluer(Calcul calcul)
    {
        Controler(calcul);
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
                () => Libelle(annees),
                () => $"{Francais.Nombre(annees.Nombre)} × {parAnnee}",
                Montant.Arrondir(annees.Nombre * parAnnee.Euros),
                annees.ParAnnee is null
                    ? [calcul.Contexte.Referentiel!.Source, Sources.AnneesPerdues, Sources.ScolaireDistinct]
                    : [Sources.AnneesPerdues, Sources.ScolaireDistinct])
            {
                Pieces = annees.Pieces,
            });
        }

        if (calcul.Saisie.Annees.Any(a => a.ParAnnee is not null) && string.IsNullOrWhiteSpace(calcul.Saisie.Motif))
        {
            calcul.Avertir("La somme par année est choisie sans motif : il reste à en donner les raisons.");
        }

        DepensesProuvees.Evaluer(calcul);
        MontantMotive.Evaluer(calcul, "scolarité perturbée, montant motivé", Sources.AnneesPerdues, Sources.ScolaireDistinct);
        calcul.ComparerTout(() => Comparer(calcul));
        Distinguer(calcul);
    }

    private static void Controler(Calcul calcul)
    {
        var vues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var annees in calcul.Saisie.Annees)
        {
            if (annees.AnneeScolaire.Length > 0 && !vues.Add(annees.AnneeScolaire))
            {
                calcul.Reserver(
                    $"L’année scolaire {annees.AnneeScolaire} est comptée deux fois : une même année ne se perd qu’une fois. Réunir les deux lignes.");
            }
            else if (annees is { AnneeScolaire.Length: > 0, Nombre: > 1 })
            {
                calcul.Reserver(
                    $"L’année scolaire {annees.AnneeScolaire} compte pour {Francais.Nombre(annees.Nombre)} années : elle en vaut une au plus. "
                    + "Saisir une ligne par année, ou laisser l’année scolaire vide.");
            }

            if (string.IsNullOrWhiteSpace(annees.Raison) && string.IsNullOrWhiteSpace(calcul.Saisie.Motif))
            {
                calcul.Avertir(
                    $"« {Libelle(annees)} » : aucune raison n’est donnée. Dire pourquoi l’année est perdue : absence, redoublement, réorientation subie.");
            }
        }
    }

    private static void Distinguer(Calcul calcul)
    {
        var voisins = calcul.Contexte.Chiffrage.Postes
            .Where(p => p.Choix == ChoixPoste.Demander && p.Code is "DFT" or "DFP" or "PGPF").Select(p => p.Code).Distinct().ToList();
        if (voisins.Count > 0)
        {
            calcul.Avertir(
                $"Le préjudice scolaire se demande à côté {(voisins.Count == 1 ? "du poste" : "des postes")} {Francais.Liste(voisins)} : il en est distinct ({Sources.ScolaireDistinct.Intitule}), "
                + "à condition que chaque somme répare autre chose. Ne compter ici ni gêne ni revenu perdu.");
        }
    }

    private static string Libelle(AnneesPerdues annees)
    {
        var libelle = annees.AnneeScolaire.Length == 0
            ? $"années perdues, {Niveau(annees.Niveau)}"
            : $"année {annees.AnneeScolaire} perdue, {Niveau(annees.Niveau)}";
        return string.IsNullOrWhiteSpace(annees.Raison) ? libelle : $"{libelle} : {annees.Raison}";
    }

    private static IEnumerable<Comparaison> Comparer(Calcul calcul)
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
                yield return new(
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
