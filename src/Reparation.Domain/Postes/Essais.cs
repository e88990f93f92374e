using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Un choix changé, sous une ou plusieurs valeurs ; chaque dossier ne diffère du dossier retenu que par ce choix.</summary>
internal sealed record Essai(string Libelle, IReadOnlyList<(string Valeur, Dossier Dossier)> Valeurs);

/// <summary>Les choix que l'analyse de sensibilité change, un à la fois.</summary>
internal static class Essais
{
    // Pas de l'analyse : des écarts de lecture, pas des chiffres de droit.
    private const decimal PasDeTaux = 0.5m;
    private const decimal PasDeChance = 10;
    private const decimal PasDHeures = 10;
    private const int PasDeMois = 6;

    public static IEnumerable<Essai> Imaginer(Dossier dossier, Editions editions)
    {
        var chiffrage = dossier.Chiffrage;
        yield return Baremes(dossier, editions);
        yield return TauxDeCapitalisation(dossier, editions);
        yield return new("Référentiel d’indemnisation", [.. editions.Indemnisation
            .Where(e => e.Id != chiffrage.Referentiel)
            .Select(e => (e.Titre, Avec(dossier, chiffrage with { Referentiel = e.Id })))]);
        yield return Decaler(
            "Date de la décision", chiffrage.DateDeDecision, PasDeMois, $"{PasDeMois} mois",
            date => Avec(dossier, chiffrage with { DateDeDecision = date }));
        yield return Decaler(
            "Âge à la consolidation", chiffrage.Consolidation, 12, "un an",
            date => Avec(dossier, chiffrage with { Consolidation = date }));
        yield return Imputation(dossier);
        foreach (var essai in SurLesPostes(dossier, editions.TrouverIndemnisation(chiffrage.Referentiel)))
        {
            yield return essai;
        }
    }

    private static Essai Baremes(Dossier dossier, Editions editions) => new("Barème de capitalisation", [.. editions.Capitalisation.Where(e => !e.ComparaisonSeulement)
        .SelectMany(e => e.Taux.Select(t => ($"{e.Titre}, {Francais.Pourcent(t)}", Avec(dossier, dossier.Chiffrage with
        {
            Bareme = e.Id, Taux = t, Methode = MethodeDeCapitalisation.Edition,
        }))))]);

    private static Essai TauxDeCapitalisation(Dossier dossier, Editions editions)
    {
        const string Libelle = "Taux de capitalisation";
        var chiffrage = dossier.Chiffrage;
        if (chiffrage.Methode == MethodeDeCapitalisation.CourbeAnnuelle)
        {
            return Deux(Libelle, $"courbe abaissée de {Points(PasDeTaux)}", $"courbe relevée de {Points(PasDeTaux)}", pas =>
                Avec(dossier, chiffrage with { Courbe = [.. chiffrage.Courbe.Select(p => p with { Taux = p.Taux + (pas * PasDeTaux) })] }));
        }

        if ((chiffrage.Taux ?? editions.TrouverCapitalisation(chiffrage.Bareme)?.Taux[0]) is not { } taux)
        {
            return new(Libelle, []);
        }

        return Deux(Libelle, Francais.Pourcent(taux - PasDeTaux), Francais.Pourcent(taux + PasDeTaux), pas => Avec(dossier, chiffrage with
        {
            Methode = MethodeDeCapitalisation.TauxLibre,
            Taux = taux + (pas * PasDeTaux),
            MotifDeCapitalisation = "Essai de sensibilité.",
        }));
    }

    private static Essai Decaler(string libelle, DateOnly? date, int mois, string pas, Func<DateOnly, Dossier> changer) => new(
        libelle,
        date is { } jour
            ? [($"{pas} plus tôt", changer(jour.AddMonths(-mois))), ($"{pas} plus tard", changer(jour.AddMonths(mois)))]
            : []);

    private static Essai Imputation(Dossier dossier)
    {
        var (mode, valeur) = dossier.Chiffrage.Imputation == ModeDImputation.Civi
            ? (ModeDImputation.Auteur, "contre l’auteur")
            : (ModeDImputation.Civi, "devant la commission d’indemnisation");

        // Une indemnité allouée pour un poste se retire de ce poste ou du total selon le mode : les deux totaux ne se comparent plus.
        return new("À qui l’on demande", dossier.Versements.Any(v => SommesRecues.VientSurUnPoste(v, ModeDImputation.Civi))
            ? []
            : [(valeur, Avec(dossier, dossier.Chiffrage with { Imputation = mode }))]);
    }

    private static IEnumerable<Essai> SurLesPostes(Dossier dossier, EditionIndemnisation? referentiel)
    {
        foreach (var saisie in dossier.Chiffrage.Postes)
        {
            var nom = Nomenclature.Trouver(saisie.Code)?.Nom ?? saisie.Code;
            if (saisie is { Code: "DFT", BaseJournaliere: not null } && referentiel is { BorneBasseDft: { } basse, BorneHauteDft: { } haute })
            {
                yield return new($"{nom} : montant journalier", [
                    ($"bas de la fourchette, {basse}", Avec(dossier, saisie, saisie with { BaseJournaliere = basse })),
                    ($"haut de la fourchette, {haute}", Avec(dossier, saisie, saisie with { BaseJournaliere = haute }))]);
            }

            if (saisie is { Code: "DFP", TauxDeDeficit: { } deficit })
            {
                yield return Deux(
                    $"{nom} : taux", Francais.Pourcent(deficit - 1), Francais.Pourcent(deficit + 1),
                    pas => Avec(dossier, saisie, saisie with { TauxDeDeficit = deficit + pas }));
            }

            if (saisie is { Cotation: { } cotation, Montant: not null } && referentiel is not null)
            {
                yield return new($"{nom} : place dans la fourchette", Bornes(dossier, saisie, referentiel, cotation, cotation));
                yield return new($"{nom} : un degré de moins ou de plus", Bornes(dossier, saisie, referentiel, cotation - 1, cotation + 1));
            }
        }

        yield return Deux(
            "Chance perdue", $"{Points(PasDeChance)} de moins", $"{Points(PasDeChance)} de plus",
            pas => AvecLesRentes(dossier, r => r.Chance is { } chance
                ? r with { Chance = Math.Clamp(chance + (pas * PasDeChance), 1, 100) }
                : r));
        yield return Deux(
            "Heures d’aide humaine", $"{Francais.Pourcent(PasDHeures)} de moins", $"{Francais.Pourcent(PasDHeures)} de plus",
            pas => AvecLesHeures(dossier, 1 + (pas * PasDHeures / 100)));
    }

    /// <summary>Bas de la fourchette du premier degré, haut de celle du second.</summary>
    private static List<(string Valeur, Dossier Dossier)> Bornes(
        Dossier dossier, SaisiePoste saisie, EditionIndemnisation referentiel, decimal inferieur, decimal superieur)
    {
        var valeurs = new List<(string Valeur, Dossier Dossier)>(2);
        if (referentiel.Fourchette(inferieur)?.Min is { } bas)
        {
            valeurs.Add((
                $"bas de la fourchette à {Francais.Nombre(inferieur)}/7, {bas}",
                Avec(dossier, saisie, saisie with { Cotation = inferieur, Montant = bas })));
        }

        if (superieur <= 7 && referentiel.Fourchette(superieur)?.Max is { } haut)
        {
            valeurs.Add((
                $"haut de la fourchette à {Francais.Nombre(superieur)}/7, {haut}",
                Avec(dossier, saisie, saisie with { Cotation = superieur, Montant = haut })));
        }

        return valeurs;
    }

    private static Dossier AvecLesRentes(Dossier dossier, Func<Rente, Rente> changer) => Avec(dossier, dossier.Chiffrage with
    {
        Postes = [.. dossier.Chiffrage.Postes.Select(s => s.Rentes.Count == 0 ? s : s with { Rentes = [.. s.Rentes.Select(changer)] })],
    });

    private static Dossier AvecLesHeures(Dossier dossier, decimal facteur)
    {
        var avec = AvecLesRentes(dossier, r => r.HeuresParJour is { } heures
            ? r with { HeuresParJour = Math.Min(heures * facteur, 24) }
            : r);
        return Avec(avec, avec.Chiffrage with
        {
            Postes = [.. avec.Chiffrage.Postes.Select(s => s.Aides.Count == 0 ? s : s with
            {
                Aides = [.. s.Aides.Select(a => a with { HeuresParSemaine = Math.Min(a.HeuresParSemaine * facteur, 168) })],
            })],
        });
    }

    /// <summary>Un pas de moins, un pas de plus.</summary>
    private static Essai Deux(string libelle, string moins, string plus, Func<int, Dossier> changer) =>
        new(libelle, [(moins, changer(-1)), (plus, changer(1))]);

    private static Dossier Avec(Dossier dossier, Chiffrage chiffrage) => dossier with { Chiffrage = chiffrage };

    private static Dossier Avec(Dossier dossier, SaisiePoste ancienne, SaisiePoste nouvelle) => Avec(dossier, dossier.Chiffrage with
    {
        Postes = [.. dossier.Chiffrage.Postes.Select(s => ReferenceEquals(s, ancienne) ? nouvelle : s)],
    });

    private static string Points(decimal points) => Francais.Compte(points, "point", "points");
}
