using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Domain.Commun;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Ce qu'un dossier ne peut pas contredire : renvois à des choses qui existent, dates dans l'ordre, champs permis à chaque
/// poste. Le fichier lu et le formulaire enregistré passent par ici.
/// </summary>
public static partial class Coherence
{
    /// <summary>Nombre d'éléments qu'une liste du dossier ne dépasse pas.</summary>
    public const int ElementsMaximaux = 2_000;

    /// <summary>Vrai pour une date plausible : au-delà de 1900 à 2200, c'est une faute de frappe.</summary>
    public static bool EstUneDate(DateOnly date) => date.Year is >= 1900 and <= 2200;

    /// <summary>Toutes les anomalies, chacune avec le chemin JSON de l'endroit ; aucune si le dossier est cohérent.</summary>
    public static IReadOnlyList<Anomalie> Verifier(Dossier dossier, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(editions);
        var anomalies = new List<Anomalie>();
        if (dossier.Format != Dossier.FormatCourant)
        {
            anomalies.Add(new("format", $"Ce fichier n’est pas au format {Dossier.FormatCourant}, le seul que cette version lise."));
        }

        if (string.IsNullOrWhiteSpace(dossier.Reference) || !ReferenceNeutre().IsMatch(dossier.Reference))
        {
            anomalies.Add(new("reference", "La référence paraît dans les noms de fichiers : lettres sans accent, chiffres, points et tirets seulement, par exemple 2026-014."));
        }

        if (string.IsNullOrWhiteSpace(dossier.Pseudonyme))
        {
            anomalies.Add(new("pseudonyme", "Un prénom d’emprunt est nécessaire : il évite d’écrire le vrai prénom dans les listes et le plan."));
        }
        else if (dossier.Enfant.Prenoms.Length > 0
            && dossier.Enfant.Prenoms.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Contains(dossier.Pseudonyme.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            anomalies.Add(new("pseudonyme", "Le prénom d’emprunt est l’un des prénoms de l’enfant. Choisissez-en un autre avec elle ou lui."));
        }

        Unicite(dossier, anomalies);
        Renvois(dossier, anomalies);
        Dates(dossier, anomalies);
        for (var i = 0; i < dossier.Chiffrage.Postes.Count; i++)
        {
            Poste(dossier.Chiffrage.Postes[i], $"chiffrage.postes[{Rang(i)}]", proche: false, dossier, anomalies);
        }

        for (var i = 0; i < dossier.Proches.Count; i++)
        {
            for (var j = 0; j < dossier.Proches[i].Postes.Count; j++)
            {
                Poste(dossier.Proches[i].Postes[j], $"proches[{Rang(i)}].postes[{Rang(j)}]", proche: true, dossier, anomalies);
            }

            Doublons(dossier.Proches[i].Postes.Select(p => p.Code), $"proches[{Rang(i)}].postes", "Ce poste est saisi deux fois pour ce proche.", anomalies);
        }

        Doublons(dossier.Chiffrage.Postes.Select(p => p.Code), "chiffrage.postes", "Ce poste est saisi deux fois. Réunissez les deux saisies.", anomalies);
        ChoixDesEditions(dossier.Chiffrage, editions, anomalies);
        return anomalies;
    }

    private static void ChoixDesEditions(Chiffrage chiffrage, Editions editions, List<Anomalie> anomalies)
    {
        if (editions.Indemnisation.All(e => e.Id != chiffrage.Referentiel))
        {
            anomalies.Add(new("chiffrage.referentiel", $"Édition inconnue. Éditions connues{Francais.Insecable}: {string.Join(", ", editions.Indemnisation.Select(e => e.Id))}."));
        }

        var bareme = editions.Capitalisation.FirstOrDefault(e => e.Id == chiffrage.Bareme);
        if (bareme is null)
        {
            anomalies.Add(new("chiffrage.bareme", $"Barème inconnu. Barèmes connus{Francais.Insecable}: {string.Join(", ", editions.Capitalisation.Select(e => e.Id))}."));
        }
        else if (chiffrage.Taux is { } taux && !bareme.Taux.Contains(taux))
        {
            anomalies.Add(new("chiffrage.taux", $"Ce barème n’a pas ce taux. Taux admis{Francais.Insecable}: {Francais.Liste([.. bareme.Taux.Select(Francais.Pourcent)])}."));
        }
    }

    private static void Unicite(Dossier dossier, List<Anomalie> anomalies)
    {
        Identifiants(dossier.Pieces.Select(p => p.Id), "pieces");
        Identifiants(dossier.Faits.Select(f => f.Id), "faits");
        Identifiants(dossier.Retentissements.Select(r => r.Id), "retentissements");
        Identifiants(dossier.Representants.Select(r => r.Id), "representants");
        Identifiants(dossier.Organismes.Select(o => o.Id), "organismes");
        Identifiants(dossier.MisEnCause.Select(m => m.Id), "misEnCause");
        Identifiants(dossier.Proches.Select(p => p.Id), "proches");
        Identifiants(dossier.Plan.Objectifs.Select(o => o.Id), "plan.objectifs");
        Identifiants(dossier.Plan.Actions.Select(a => a.Id), "plan.actions");
        Doublons(dossier.Pieces.Select(p => p.Numero.ToString(CultureInfo.InvariantCulture)), "pieces", "Ce numéro de pièce est porté deux fois. Donnez un numéro propre à chaque pièce.", anomalies);

        void Identifiants(IEnumerable<string> ids, string chemin)
        {
            var liste = ids.ToList();
            for (var i = 0; i < liste.Count; i++)
            {
                if (!Identifiant().IsMatch(liste[i]))
                {
                    anomalies.Add(new($"{chemin}[{Rang(i)}].id", "Un identifiant court est attendu : minuscules sans accent, chiffres et tirets."));
                }
            }

            Doublons(liste, chemin, "Cet identifiant est porté deux fois dans la liste.", anomalies);
        }
    }

    private static void Renvois(Dossier dossier, List<Anomalie> anomalies)
    {
        var pieces = dossier.Pieces.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var retentissements = dossier.Retentissements.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var objectifs = dossier.Plan.Objectifs.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        const string PieceAbsente = "Cette pièce n’est pas au bordereau. Ajoutez-la aux pièces, ou retirez le renvoi.";
        const string PosteInconnu = "Ce code de poste n’est pas dans la nomenclature.";

        for (var i = 0; i < dossier.Faits.Count; i++)
        {
            Tous(dossier.Faits[i].Pieces, pieces.Contains, $"faits[{Rang(i)}].pieces", PieceAbsente);
            Tous(dossier.Faits[i].Qualifications, q => Qualifications.Trouver(q) is not null, $"faits[{Rang(i)}].qualifications", "Cette qualification n’est pas dans la liste des infractions connues.");
        }

        for (var i = 0; i < dossier.Procedure.Decisions.Count; i++)
        {
            Tous(dossier.Procedure.Decisions[i].Pieces, pieces.Contains, $"procedure.decisions[{Rang(i)}].pieces", PieceAbsente);
        }

        for (var i = 0; i < dossier.Retentissements.Count; i++)
        {
            Tous(dossier.Retentissements[i].Pieces, pieces.Contains, $"retentissements[{Rang(i)}].pieces", PieceAbsente);
            Tous(dossier.Retentissements[i].Postes, p => Nomenclature.Trouver(p) is not null, $"retentissements[{Rang(i)}].postes", PosteInconnu);
        }

        for (var i = 0; i < dossier.Versements.Count; i++)
        {
            Tous(dossier.Versements[i].Pieces, pieces.Contains, $"versements[{Rang(i)}].pieces", PieceAbsente);
        }

        for (var i = 0; i < dossier.Plan.Actions.Count; i++)
        {
            var action = dossier.Plan.Actions[i];
            Un(action.Poste, p => Nomenclature.Trouver(p) is not null, $"plan.actions[{Rang(i)}].poste", PosteInconnu);
            Un(action.Retentissement, retentissements.Contains, $"plan.actions[{Rang(i)}].retentissement", "Ce retentissement n’existe pas au dossier.");
            Un(action.Objectif, objectifs.Contains, $"plan.actions[{Rang(i)}].objectif", "Cet objectif n’existe pas au plan.");
            if (action.PrisEnCharge > action.CoutUnitaire)
            {
                anomalies.Add(new($"plan.actions[{Rang(i)}].prisEnCharge", "La part prise en charge dépasse le coût. Corrigez l’une des deux sommes."));
            }
        }

        void Tous(IReadOnlyList<string> ids, Func<string, bool> existe, string chemin, string message)
        {
            for (var j = 0; j < ids.Count; j++)
            {
                Un(ids[j], existe, $"{chemin}[{Rang(j)}]", message, videAdmis: false);
            }
        }

        void Un(string id, Func<string, bool> existe, string chemin, string message, bool videAdmis = true)
        {
            if (!(videAdmis && id.Length == 0) && !existe(id))
            {
                anomalies.Add(new(chemin, message));
            }
        }
    }

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
            Ordre(dossier.Plan.Actions[i].Du, dossier.Plan.Actions[i].Au, $"plan.actions[{Rang(i)}].au", anomalies);
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
        Permis(saisie.BaseJournaliere is not null, ChampDeSaisie.Periodes, "baseJournaliere");
        Permis(saisie.Cotation is not null, ChampDeSaisie.Cotation, "cotation");
        Permis(saisie.TauxDeDeficit is not null, ChampDeSaisie.Taux, "tauxDeDeficit");
        Permis(saisie.ValeurDuPoint is not null, ChampDeSaisie.Taux, "valeurDuPoint");
        Permis(saisie.Annees.Count > 0, ChampDeSaisie.Annees, "annees");
        Permis(saisie.Rentes.Count > 0, ChampDeSaisie.Rentes, "rentes");
        Permis(saisie.Montant is not null, ChampDeSaisie.Montant, "montant");
        if (saisie.Cotation is { } cotation && cotation * 2 != decimal.Truncate(cotation * 2))
        {
            anomalies.Add(new(chemin + ".cotation", "Une cotation se donne par degré ou demi-degré : 3 ou 3,5."));
        }

        if (!proche)
        {
            AvantLaNaissance(saisie, chemin, dossier.Enfant.DateDeNaissance, anomalies);
        }

        for (var i = 0; i < saisie.Periodes.Count; i++)
        {
            Ordre(saisie.Periodes[i].Du, saisie.Periodes[i].Au, $"{chemin}.periodes[{Rang(i)}].au", anomalies);
        }

        for (var i = 0; i < saisie.Aides.Count; i++)
        {
            Ordre(saisie.Aides[i].Du, saisie.Aides[i].Au, $"{chemin}.aides[{Rang(i)}].au", anomalies);
        }

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

    private static void AvantLaNaissance(SaisiePoste saisie, string chemin, DateOnly? naissance, List<Anomalie> anomalies)
    {
        var dates = saisie.Periodes.Select((p, i) => ($"periodes[{Rang(i)}].du", p.Du))
            .Concat(saisie.Aides.Select((a, i) => ($"aides[{Rang(i)}].du", a.Du)))
            .Concat(saisie.Rentes.Select((r, i) => ($"rentes[{Rang(i)}].du", r.Du)))
            .Concat(saisie.Depenses.Select((d, i) => ($"depenses[{Rang(i)}].date", d.Date)));
        anomalies.AddRange(dates.Where(d => d.Item2 < naissance).Select(d => new Anomalie(
            $"{chemin}.{d.Item1}", "Cette date précède la naissance de l’enfant. Corrigez l’une des deux.")));
    }

    private static void Ordre(DateOnly? du, DateOnly? au, string chemin, List<Anomalie> anomalies)
    {
        if (du is { } debut && au is { } fin && fin < debut)
        {
            anomalies.Add(new(chemin, $"La période se termine le {Francais.Date(fin)}, avant son début le {Francais.Date(debut)}. Corrigez l’une des deux dates."));
        }
    }

    private static void Doublons(IEnumerable<string> valeurs, string chemin, string message, List<Anomalie> anomalies)
    {
        var vues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (valeur, rang) in valeurs.Select((v, i) => (v, i)))
        {
            if (!vues.Add(valeur))
            {
                anomalies.Add(new($"{chemin}[{Rang(rang)}]", message));
            }
        }
    }

    private static string Rang(int i) => i.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]{0,59}\z")]
    private static partial Regex ReferenceNeutre();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9\-]{0,59}\z")]
    private static partial Regex Identifiant();
}
