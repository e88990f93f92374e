using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>DFT : perte de qualité de vie de l'enfant avant la consolidation. Le montant journalier est le choix de l'avocat.</summary>
internal static class DeficitFonctionnelTemporaire
{
    public static void Evaluer(Calcul calcul)
    {
        var periodes = Dater(calcul);
        if (periodes.Count == 0)
        {
            calcul.Reserver("Aucune période de gêne n’est datée.");
        }

        Controler(calcul, periodes);
        if (calcul.Saisie.BaseJournaliere is not { } journalier)
        {
            calcul.Reserver(
                "Le montant journalier d’une gêne totale reste à choisir et à motiver" + Fourchette(calcul.Contexte.Referentiel) + ".");
            return;
        }

        IReadOnlyList<Source> sources = calcul.Contexte.Referentiel is { BorneBasseDft: not null } referentiel
            ? [Sources.GeneTemporaire, referentiel.Source]
            : [Sources.GeneTemporaire];
        foreach (var (du, au, periode) in periodes)
        {
            calcul.Ajouter(new(
                () => Francais.Periode(du, au) + Classe(periode.Taux) + (periode.Motif.Length == 0 ? "" : ", " + periode.Motif),
                () => Formule(Ages.Jours(du, au), periode.Taux, journalier),
                Somme(Ages.Jours(du, au), periode.Taux, journalier),
                sources)
            {
                Pieces = periode.Pieces,
            });
        }

        Situer(calcul, periodes, journalier);
    }

    private static List<(DateOnly Du, DateOnly Au, PeriodeDeGene Periode)> Dater(Calcul calcul)
    {
        var datees = new List<(DateOnly Du, DateOnly Au, PeriodeDeGene Periode)>(calcul.Saisie.Periodes.Count);
        foreach (var periode in calcul.Saisie.Periodes)
        {
            if (periode is not { Du: { } du, Au: { } au })
            {
                calcul.Reserver("Une période de gêne n’a pas ses deux dates.");
            }
            else if (au < du)
            {
                calcul.Reserver(
                    $"Une période de gêne se termine le {Francais.Date(au)}, avant son début le {Francais.Date(du)}.");
            }
            else if (periode.Taux is < 1 or > 100)
            {
                calcul.Reserver(
                    $"Le taux de gêne {Francais.Periode(du, au)} est de {Francais.Pourcent(periode.Taux)} ; il doit être compris entre 1 et 100 %.");
            }
            else if (periode.Taux != decimal.Floor(periode.Taux))
            {
                calcul.Reserver(
                    $"Le taux de gêne {Francais.Periode(du, au)} est de {Francais.Pourcent(periode.Taux)} : experts et décisions emploient des taux "
                    + "entiers, classes ou non. Demander à l’expert un taux entier.");
            }
            else
            {
                datees.Add((du, au, periode));
            }
        }

        datees.Sort((a, b) => a.Du.CompareTo(b.Du));
        return datees;
    }

    private static void Controler(Calcul calcul, List<(DateOnly Du, DateOnly Au, PeriodeDeGene Periode)> periodes)
    {
        for (var rang = 1; rang < periodes.Count; rang++)
        {
            var (avant, apres) = (periodes[rang - 1], periodes[rang]);
            if (apres.Du <= avant.Au)
            {
                calcul.Reserver(
                    $"Deux périodes de gêne se recouvrent : l’une finit le {Francais.Date(avant.Au)}, "
                    + $"la suivante commence le {Francais.Date(apres.Du)}. Un même jour ne se compte qu’une fois.");
            }
            else if (apres.Du > avant.Au.AddDays(1))
            {
                calcul.Avertir(
                    $"Aucune gêne n’est saisie {Francais.Periode(avant.Au.AddDays(1), apres.Du.AddDays(-1))} : ces jours comptent pour zéro.");
            }
        }

        if (periodes.Count > 0)
        {
            ControlerLeDebut(calcul, periodes[0].Du);
            ControlerLaFin(calcul, periodes);
        }
    }

    private static void ControlerLeDebut(Calcul calcul, DateOnly debut)
    {
        if (calcul.Contexte.PremierFait is { } fait && fait < debut)
        {
            calcul.Avertir(
                $"Aucune gêne n’est saisie {Francais.Periode(fait, debut.AddDays(-1))}, entre le premier fait et la première période : "
                + "ces jours comptent pour zéro.");
        }
    }

    private static void ControlerLaFin(Calcul calcul, List<(DateOnly Du, DateOnly Au, PeriodeDeGene Periode)> periodes)
    {
        var dernier = periodes.Max(p => p.Au);
        if (calcul.Contexte.Consolidation is not { } consolidation)
        {
            ControlerLaDecision(calcul, dernier);
            return;
        }

        // Le dernier jour est la veille ou le jour de la consolidation, selon l'expert.
        if (dernier < consolidation.AddDays(-1))
        {
            calcul.Avertir(
                $"Aucune gêne n’est saisie {Francais.Periode(dernier.AddDays(1), consolidation.AddDays(-1))}, jusqu’à la veille de la consolidation : "
                + "ces jours comptent pour zéro.");
        }
    }

    private static void ControlerLaDecision(Calcul calcul, DateOnly dernier)
    {
        if (calcul.Contexte.Chiffrage.DateDeDecision is not { } decision)
        {
            return;
        }

        if (dernier < decision.AddDays(-1))
        {
            calcul.Avertir(
                $"L’état n’est pas consolidé et le décompte s’arrête le {Francais.Date(dernier)} : il est à compléter à la date de la décision, "
                + $"prévue le {Francais.Date(decision)}.");
        }
        else if (dernier > decision)
        {
            calcul.Avertir(
                $"Le décompte va jusqu’au {Francais.Date(dernier)}, au-delà de la décision prévue le {Francais.Date(decision)} : "
                + "ces jours ne sont pas encore vécus.");
        }
    }

    private static void Situer(
        Calcul calcul, List<(DateOnly Du, DateOnly Au, PeriodeDeGene Periode)> periodes, Montant journalier)
    {
        if (string.IsNullOrWhiteSpace(calcul.Saisie.Motif))
        {
            calcul.Avertir($"Le montant journalier de {journalier} est choisi sans motif : il reste à en donner les raisons.");
        }

        if (calcul.Contexte.Referentiel is not { BorneBasseDft: { } bas, BorneHauteDft: { } haut } referentiel)
        {
            return;
        }

        if (journalier < bas || journalier > haut)
        {
            calcul.Avertir(
                $"Le montant journalier de {journalier} sort de la fourchette de {bas} à {haut} ({referentiel.Titre}).");
        }

        calcul.Comparer(() => Comparer("bas de la fourchette", periodes, bas));
        calcul.Comparer(() => Comparer("haut de la fourchette", periodes, haut));
    }

    private static Comparaison Comparer(
        string libelle, List<(DateOnly Du, DateOnly Au, PeriodeDeGene Periode)> periodes, Montant journalier)
    {
        // Jours de gêne totale équivalents : 101 j à 50 % valent 50,5 j.
        var jours = periodes.Sum(p => Ages.Jours(p.Du, p.Au) * p.Periode.Taux / 100);
        return new(
            libelle, $"{Francais.Nombre(jours, 4)} j de gêne totale × {journalier}", Montant.Arrondir(jours * journalier.Euros));
    }

    private static string Fourchette(EditionIndemnisation? referentiel) =>
        referentiel is { BorneBasseDft: { } bas, BorneHauteDft: { } haut }
            ? $" : de {bas} à {haut} par jour ({referentiel.Titre})"
            : " : l’édition choisie ne publie pas de fourchette";

    private static string Classe(decimal taux) => Reperes.Classes.ParTaux.TryGetValue(taux, out var nom) ? ", " + nom : "";

    private static string Formule(int jours, decimal taux, Montant journalier) =>
        $"{Francais.Nombre(jours)} j × {Francais.Pourcent(taux)} × {journalier}";

    private static Montant Somme(int jours, decimal taux, Montant journalier) =>
        Montant.Arrondir(jours * taux * journalier.Euros / 100);
}
