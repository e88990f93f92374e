using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Domain.Postes;

namespace Reparation.Domain.Dossiers;

/// <summary>Dates dans l'ordre, et champs permis à chaque poste.</summary>
public static partial class Coherence
{
    private static void Dates(Dossier dossier, List<Anomalie> anomalies)
    {
        var naissance = dossier.Enfant.DateDeNaissance;
        for (var i = 0; i < dossier.Faits.Count; i++)
        {
            Ordre(dossier.Faits[i].Du, dossier.Faits[i].Au, $"faits[{Rang(i)}].au", anomalies);
            if (dossier.Faits[i].Du < naissance)
            {
                anomalies.Add(new($"faits[{Rang(i)}].du", "Ce fait précède la naissance de l’enfant. Corrigez l’une des deux dates."));
            }
        }

        for (var i = 0; i < dossier.Retentissements.Count; i++)
        {
            Ordre(dossier.Retentissements[i].Depuis, dossier.Retentissements[i].Jusqua, $"retentissements[{Rang(i)}].jusqua", anomalies);
        }

        for (var i = 0; i < dossier.Plan.Actions.Count; i++)
        {
            var action = dossier.Plan.Actions[i];
            Ordre(action.Du, action.Au, $"plan.actions[{Rang(i)}].au", anomalies);
            for (var j = 0; j < action.Payeurs.Count; j++)
            {
                Ordre(action.Payeurs[j].Du, action.Payeurs[j].Au, $"plan.actions[{Rang(i)}].payeurs[{Rang(j)}].au", anomalies);
            }
        }

        for (var i = 0; i < dossier.Chiffrage.Gains.Lignes.Count; i++)
        {
            var ligne = dossier.Chiffrage.Gains.Lignes[i];
            Ordre(ligne.Du, ligne.Au, $"chiffrage.gains.lignes[{Rang(i)}].au", anomalies);
        }

        if (dossier.Enfant.DecedeLe < naissance)
        {
            anomalies.Add(new("enfant.decedeLe", "Le décès précède la naissance de l’enfant. Corrigez l’une des deux dates."));
        }

        if (dossier.Chiffrage.Consolidation < naissance)
        {
            anomalies.Add(new("chiffrage.consolidation", "La consolidation précède la naissance de l’enfant. Corrigez l’une des deux dates."));
        }

        if (dossier.Chiffrage.DateDeDecision < naissance)
        {
            anomalies.Add(new("chiffrage.dateDeDecision", "La date de décision précède la naissance de l’enfant. Corrigez l’une des deux dates."));
        }
    }

    private static void Poste(SaisiePoste saisie, string chemin, bool proche, Dossier dossier, List<Anomalie> anomalies)
    {
        if (Nomenclature.Trouver(saisie.Code) is not { } poste || (poste.Victime != Victime.Directe) != proche)
        {
            anomalies.Add(new(chemin + ".code", proche ? "Ce code n’est pas un poste de proche." : "Ce code n’est pas un poste de l’enfant."));
            return;
        }

        Permis(saisie.Depenses.Count > 0, ChampDeSaisie.Depenses, "depenses");
        Permis(saisie.Aides.Count > 0, ChampDeSaisie.Aides, "aides");
        Permis(saisie.Periodes.Count > 0, ChampDeSaisie.Periodes, "periodes");
        Permis(
            saisie.BaseJournaliere is not null,
            poste.Saisies.Contains(ChampDeSaisie.Taux) ? ChampDeSaisie.Taux : ChampDeSaisie.Periodes,
            "baseJournaliere");
        Permis(saisie.Cotation is not null, ChampDeSaisie.Cotation, "cotation");
        Permis(saisie.TauxDeDeficit is not null, ChampDeSaisie.Taux, "tauxDeDeficit");
        Permis(saisie.ValeurDuPoint is not null, ChampDeSaisie.Taux, "valeurDuPoint");
        Permis(saisie.Annees.Count > 0, ChampDeSaisie.Annees, "annees");
        Permis(saisie.Rentes.Count > 0, ChampDeSaisie.Rentes, "rentes");
        Permis(saisie.Montant is not null, ChampDeSaisie.Montant, "montant");
        Permis(saisie.Deplacements.Count > 0, ChampDeSaisie.Deplacements, "deplacements");
        Permis(saisie.Pertes.Count > 0, ChampDeSaisie.Pertes, "pertes");
        Permis(saisie.Scenarios.Count > 0, ChampDeSaisie.Scenarios, "scenarios");
        Permis(saisie.Foyers.Count > 0, ChampDeSaisie.Foyers, "foyers");
        Permis(saisie.Composantes.Count > 0, ChampDeSaisie.Composantes, "composantes");
        Permis(saisie.LigneDAffection.Length > 0, ChampDeSaisie.Affection, "ligneDAffection");
        if (saisie.Cotation is { } cotation && cotation * 2 != decimal.Truncate(cotation * 2))
        {
            anomalies.Add(new(chemin + ".cotation", "Une cotation se donne par degré ou demi-degré : 3 ou 3,5."));
        }

        if (!proche)
        {
            AvantLaNaissance(saisie, chemin, dossier.Enfant.DateDeNaissance, anomalies);
        }

        Lignes(saisie, chemin, anomalies);
        var pieces = dossier.Pieces.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        if (saisie.ToutesLesPieces().Any(p => !pieces.Contains(p)))
        {
            anomalies.Add(new(chemin + ".pieces", "Une pièce citée n’est pas au bordereau. Ajoutez-la aux pièces, ou retirez le renvoi."));
        }

        var organismes = dossier.Organismes.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < saisie.Prestations.Count; i++)
        {
            if (!organismes.Contains(saisie.Prestations[i].Organisme))
            {
                anomalies.Add(new($"{chemin}.prestations[{Rang(i)}].organisme", "Cet organisme n’est pas au dossier. Ajoutez-le aux organismes, ou retirez la prestation."));
            }
        }

        void Permis(bool present, ChampDeSaisie champ, string nom)
        {
            if (present && !poste.Saisies.Contains(champ))
            {
                anomalies.Add(new($"{chemin}.{nom}", $"Le poste {poste.Code} n’emploie pas ce champ. Retirez-le, ou saisissez-le sous le poste qui convient."));
            }
        }
    }

    private static void Lignes(SaisiePoste saisie, string chemin, List<Anomalie> anomalies)
    {
        for (var i = 0; i < saisie.Periodes.Count; i++)
        {
            Ordre(saisie.Periodes[i].Du, saisie.Periodes[i].Au, $"{chemin}.periodes[{Rang(i)}].au", anomalies);
        }

        for (var i = 0; i < saisie.Aides.Count; i++)
        {
            Ordre(saisie.Aides[i].Du, saisie.Aides[i].Au, $"{chemin}.aides[{Rang(i)}].au", anomalies);
            JoursPayes(saisie.Aides[i].JoursParAn, $"{chemin}.aides[{Rang(i)}].joursParAn", anomalies);
        }

        for (var i = 0; i < saisie.Pertes.Count; i++)
        {
            Ordre(saisie.Pertes[i].Du, saisie.Pertes[i].Au, $"{chemin}.pertes[{Rang(i)}].au", anomalies);
        }

        for (var i = 0; i < saisie.Rentes.Count; i++)
        {
            Ordre(saisie.Rentes[i].Du, saisie.Rentes[i].Au, $"{chemin}.rentes[{Rang(i)}].au", anomalies);
            JoursPayes(saisie.Rentes[i].JoursParAn, $"{chemin}.rentes[{Rang(i)}].joursParAn", anomalies);
        }

        for (var i = 0; i < saisie.Deplacements.Count; i++)
        {
            var tarif = saisie.Deplacements[i].TarifAuKilometre;
            if (decimal.Round(tarif, 3) != tarif)
            {
                anomalies.Add(new($"{chemin}.deplacements[{Rang(i)}].tarifAuKilometre", "Un tarif au kilomètre a trois décimales au plus, comme le barème fiscal. Corrigez-le."));
            }
        }

        for (var i = 0; i < saisie.Annees.Count; i++)
        {
            if (saisie.Annees[i].AnneeScolaire.Length > 0 && !EstUneAnneeScolaire(saisie.Annees[i].AnneeScolaire))
            {
                anomalies.Add(new($"{chemin}.annees[{Rang(i)}].anneeScolaire", "Une année scolaire s’écrit avec ses deux années qui se suivent, par exemple 2025-2026."));
            }
        }
    }

    private static void JoursPayes(int? jours, string chemin, List<Anomalie> anomalies)
    {
        if (jours is not (null or 365 or 412))
        {
            anomalies.Add(new(chemin, "Les jours payés par an sont 365, ou 412 avec les congés et jours fériés d’un salarié employé directement."));
        }
    }

    private static bool EstUneAnneeScolaire(string texte) =>
        AnneeScolaire().Match(texte) is { Success: true } lue && RangDe(lue.Groups[2]) == RangDe(lue.Groups[1]) + 1;

    private static int RangDe(Group annee) => int.Parse(annee.ValueSpan, CultureInfo.InvariantCulture);

    private static void AvantLaNaissance(SaisiePoste saisie, string chemin, DateOnly? naissance, List<Anomalie> anomalies)
    {
        var dates = saisie.Periodes.Select((p, i) => ($"periodes[{Rang(i)}].du", p.Du))
            .Concat(saisie.Aides.Select((a, i) => ($"aides[{Rang(i)}].du", a.Du)))
            .Concat(saisie.Rentes.Select((r, i) => ($"rentes[{Rang(i)}].du", r.Du)))
            .Concat(saisie.Pertes.Select((p, i) => ($"pertes[{Rang(i)}].du", p.Du)))
            .Concat(saisie.Deplacements.Select((d, i) => ($"deplacements[{Rang(i)}].date", d.Date)))
            .Concat(saisie.Depenses.Select((d, i) => ($"depenses[{Rang(i)}].date", d.Date)));
        anomalies.AddRange(dates.Where(d => d.Item2 < naissance).Select(d => new Anomalie(
            $"{chemin}.{d.Item1}", "Cette date précède la naissance de l’enfant. Corrigez l’une des deux.")));
    }

    [GeneratedRegex(@"^(\d{4})-(\d{4})\z", RegexOptions.ECMAScript)]
    private static partial Regex AnneeScolaire();
}
