using System.Globalization;
using Reparation.Domain.Plan;

namespace Reparation.Domain.Dossiers;

/// <summary>Identifiants uniques et renvois à des choses qui existent.</summary>
public static partial class Coherence
{
    private const string PieceAbsente = "Cette pièce n’est pas au bordereau. Ajoutez-la aux pièces, ou retirez le renvoi.";
    private const string AuteurAbsent = "Cette personne n’est pas parmi les mis en cause. Ajoutez-la, ou retirez le renvoi.";
    private const string QualificationInconnue = "Cette qualification n’est pas dans la liste des infractions connues.";
    private const string PosteInconnu = "Ce code de poste n’est pas dans la nomenclature.";

    private static void Unicite(Dossier dossier, List<Anomalie> anomalies)
    {
        Identifiants(dossier.Pieces.Select(p => p.Id), "pieces");
        Identifiants(dossier.Faits.Select(f => f.Id), "faits");
        Identifiants(dossier.Retentissements.Select(r => r.Id), "retentissements");
        Identifiants(dossier.Representants.Select(r => r.Id), "representants");
        Identifiants(dossier.Organismes.Select(o => o.Id), "organismes");
        Identifiants(dossier.MisEnCause.Select(m => m.Id), "misEnCause");
        Identifiants(dossier.Proches.Select(p => p.Id), "proches");
        for (var i = 0; i < dossier.Proches.Count; i++)
        {
            Identifiants(dossier.Proches[i].Representants.Select(r => r.Id), $"proches[{Rang(i)}].representants");
        }

        Identifiants(dossier.Plan.Objectifs.Select(o => o.Id), "plan.objectifs");
        Identifiants(dossier.Plan.Actions.Select(a => a.Id), "plan.actions");
        Identifiants(dossier.Plan.Scenarios.Select(s => s.Id), "plan.scenarios");
        Identifiants(dossier.Chiffrage.Offres.Select(o => o.Id), "chiffrage.offres");
        Identifiants(dossier.Chiffrage.Instantanes.Select(i => i.Id), "chiffrage.instantanes");
        Doublons(dossier.Pieces.Select(p => p.Numero.ToString(CultureInfo.InvariantCulture)), "pieces", "Ce numéro de pièce est porté deux fois. Donnez un numéro propre à chaque pièce.", anomalies);

        void Identifiants(IEnumerable<string> ids, string chemin)
        {
            var liste = ids.ToList();
            for (var i = 0; i < liste.Count; i++)
            {
                if (!Identifiant().IsMatch(liste[i]))
                {
                    anomalies.Add(new($"{chemin}[{Rang(i)}].id", "Un identifiant court est attendu : minuscules sans accent, chiffres et tirets."));
                }
            }

            Doublons(liste, chemin, "Cet identifiant est porté deux fois dans la liste.", anomalies);
        }
    }

    private static void Renvois(Dossier dossier, List<Anomalie> anomalies)
    {
        var pieces = dossier.Pieces.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var auteurs = dossier.MisEnCause.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var retentissements = dossier.Retentissements.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var objectifs = dossier.Plan.Objectifs.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < dossier.Faits.Count; i++)
        {
            Tous(dossier.Faits[i].MisEnCause, auteurs.Contains, $"faits[{Rang(i)}].misEnCause", AuteurAbsent);
            Tous(dossier.Faits[i].Pieces, pieces.Contains, $"faits[{Rang(i)}].pieces", PieceAbsente);
            Tous(dossier.Faits[i].Qualifications, q => Qualifications.Trouver(q) is not null, $"faits[{Rang(i)}].qualifications", QualificationInconnue);
        }

        for (var i = 0; i < dossier.Procedure.Decisions.Count; i++)
        {
            Tous(dossier.Procedure.Decisions[i].Pieces, pieces.Contains, $"procedure.decisions[{Rang(i)}].pieces", PieceAbsente);
        }

        for (var i = 0; i < dossier.Procedure.Actes.Count; i++)
        {
            Un(dossier.Procedure.Actes[i].MisEnCause, auteurs.Contains, $"procedure.actes[{Rang(i)}].misEnCause", AuteurAbsent);
            Tous(dossier.Procedure.Actes[i].Pieces, pieces.Contains, $"procedure.actes[{Rang(i)}].pieces", PieceAbsente);
        }

        for (var i = 0; i < dossier.Procedure.AutresVictimes.Count; i++)
        {
            var autre = dossier.Procedure.AutresVictimes[i];
            Un(autre.Qualification, q => Qualifications.Trouver(q) is not null, $"procedure.autresVictimes[{Rang(i)}].qualification", QualificationInconnue);
            Un(autre.MisEnCause, auteurs.Contains, $"procedure.autresVictimes[{Rang(i)}].misEnCause", AuteurAbsent);
            if (autre.FaitLe < autre.DateDeNaissance)
            {
                anomalies.Add(new($"procedure.autresVictimes[{Rang(i)}].faitLe", "Ce fait précède la naissance saisie pour cette victime. Corrigez l’une des deux dates."));
            }
        }

        for (var i = 0; i < dossier.Retentissements.Count; i++)
        {
            Tous(dossier.Retentissements[i].Pieces, pieces.Contains, $"retentissements[{Rang(i)}].pieces", PieceAbsente);
            Tous(dossier.Retentissements[i].Postes, EstUnPoste, $"retentissements[{Rang(i)}].postes", PosteInconnu);
        }

        for (var i = 0; i < dossier.Plan.Actions.Count; i++)
        {
            var action = dossier.Plan.Actions[i];
            Un(action.Poste, EstUnPoste, $"plan.actions[{Rang(i)}].poste", PosteInconnu);
            Un(action.Retentissement, retentissements.Contains, $"plan.actions[{Rang(i)}].retentissement", "Ce retentissement n’existe pas au dossier.");
            Un(action.Objectif, objectifs.Contains, $"plan.actions[{Rang(i)}].objectif", "Cet objectif n’existe pas au plan.");
            for (var j = 0; j < action.Payeurs.Count; j++)
            {
                var (part, chemin) = (action.Payeurs[j], $"plan.actions[{Rang(i)}].payeurs[{Rang(j)}]");
                Tous(part.Pieces, pieces.Contains, chemin + ".pieces", PieceAbsente);
                if (Payeur.Trouver(part.Payeur) is null)
                {
                    anomalies.Add(new(chemin + ".payeur", "Dites qui paie cette part : choisissez un payeur de la liste."));
                }

                if (part is { ParUnite: not null, Pourcentage: not null })
                {
                    anomalies.Add(new(chemin + ".pourcentage", "Une somme et un pourcentage disent deux fois la même part. Gardez l’un des deux."));
                }
            }

            if (PartageDuCout.Deborde(action))
            {
                anomalies.Add(new($"plan.actions[{Rang(i)}].payeurs", "Les parts des payeurs dépassent ensemble le coût d’une unité. Corrigez une part, ou ses dates."));
            }
        }

        void Tous(IReadOnlyList<string> ids, Func<string, bool> existe, string chemin, string message) =>
            Coherence.Tous(ids, existe, chemin, message, anomalies);

        void Un(string id, Func<string, bool> existe, string chemin, string message) =>
            Coherence.Un(id, existe, chemin, message, anomalies);
    }

    private static void Tous(
        IReadOnlyList<string> ids, Func<string, bool> existe, string chemin, string message, List<Anomalie> anomalies)
    {
        for (var j = 0; j < ids.Count; j++)
        {
            Un(ids[j], existe, $"{chemin}[{Rang(j)}]", message, anomalies, videAdmis: false);
        }
    }

    private static void Un(
        string id, Func<string, bool> existe, string chemin, string message, List<Anomalie> anomalies, bool videAdmis = true)
    {
        if (!(videAdmis && id.Length == 0) && !existe(id))
        {
            anomalies.Add(new(chemin, message));
        }
    }
}
