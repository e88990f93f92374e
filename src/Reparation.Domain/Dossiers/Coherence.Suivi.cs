using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Dossiers;

/// <summary>Renvois des sommes reçues, des offres, des gains, des chiffrages figés et des réponses aux alertes.</summary>
public static partial class Coherence
{
    private const string ProcheAbsent = "Ce proche n’est pas au dossier. Ajoutez-le aux proches, ou retirez le renvoi.";

    private static void Suivi(Dossier dossier, List<Anomalie> anomalies)
    {
        var pieces = dossier.Pieces.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var proches = dossier.Proches.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var auteurs = dossier.MisEnCause.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < dossier.Versements.Count; i++)
        {
            var (versement, chemin) = (dossier.Versements[i], $"versements[{Rang(i)}]");
            Tous(versement.Pieces, pieces.Contains, chemin + ".pieces", PieceAbsente, anomalies);
            Un(versement.Poste, EstUnPoste, chemin + ".poste", PosteInconnu, anomalies);
            Un(versement.Proche, proches.Contains, chemin + ".proche", ProcheAbsent, anomalies);
            Un(versement.MisEnCause, auteurs.Contains, chemin + ".misEnCause", AuteurAbsent, anomalies);
        }

        Tous(dossier.Argent.Pieces, pieces.Contains, "argent.pieces", PieceAbsente, anomalies);
        for (var i = 0; i < dossier.Chiffrage.Offres.Count; i++)
        {
            Offre(dossier.Chiffrage.Offres[i], $"chiffrage.offres[{Rang(i)}]", pieces, proches, anomalies);
        }

        var gains = dossier.Chiffrage.Gains;
        Tous(gains.Pieces, pieces.Contains, "chiffrage.gains.pieces", PieceAbsente, anomalies);
        for (var i = 0; i < gains.Lignes.Count; i++)
        {
            Tous(gains.Lignes[i].Pieces, pieces.Contains, $"chiffrage.gains.lignes[{Rang(i)}].pieces", PieceAbsente, anomalies);
        }

        for (var i = 0; i < dossier.Chiffrage.Reponses.Count; i++)
        {
            Un(dossier.Chiffrage.Reponses[i].Poste, EstUnPoste, $"chiffrage.reponses[{Rang(i)}].poste", PosteInconnu, anomalies);
            Un(dossier.Chiffrage.Reponses[i].Proche, proches.Contains, $"chiffrage.reponses[{Rang(i)}].proche", ProcheAbsent, anomalies);
        }

        for (var i = 0; i < dossier.Plan.Mesures.Count; i++)
        {
            var (mesure, chemin) = (dossier.Plan.Mesures[i], $"plan.mesures[{Rang(i)}]");
            Un(mesure.Piece, pieces.Contains, chemin + ".piece", PieceAbsente, anomalies);
            if (Instrument.Trouver(mesure.Instrument) is not { } instrument)
            {
                anomalies.Add(new(chemin + ".instrument", "Ce questionnaire n’est pas dans la liste. Choisissez-en un."));
            }
            else if (instrument.Lire(mesure, dossier.Enfant.DateDeNaissance) is LectureDeMesure.Refusee refus)
            {
                anomalies.Add(new($"{chemin}.{refus.Champ}", refus.Motif));
            }
        }

        // Un chiffrage figé garde le proche d'alors, même retiré depuis : seul le code du poste se contrôle.
        for (var i = 0; i < dossier.Chiffrage.Instantanes.Count; i++)
        {
            for (var j = 0; j < dossier.Chiffrage.Instantanes[i].Lignes.Count; j++)
            {
                Un(dossier.Chiffrage.Instantanes[i].Lignes[j].Code, EstUnPoste, $"chiffrage.instantanes[{Rang(i)}].lignes[{Rang(j)}].code", PosteInconnu, anomalies, videAdmis: false);
            }
        }

        Un(
            dossier.Chiffrage.InstantaneDeReference,
            id => dossier.Chiffrage.Instantanes.Any(s => s.Id == id),
            "chiffrage.instantaneDeReference",
            "Ce chiffrage figé n’est plus au dossier. Choisissez-en un autre, ou laissez vide.",
            anomalies);
        Doublons(dossier.Chiffrage.Courbe.Select(p => Rang(p.Annee)), "chiffrage.courbe", "Cette année est portée deux fois dans la courbe. Gardez-en une.", anomalies);
    }

    private static void Offre(OffreRecue offre, string chemin, HashSet<string> pieces, HashSet<string> proches, List<Anomalie> anomalies)
    {
        Tous(offre.Pieces, pieces.Contains, chemin + ".pieces", PieceAbsente, anomalies);
        for (var j = 0; j < offre.Lignes.Count; j++)
        {
            Un(offre.Lignes[j].Code, EstUnPoste, $"{chemin}.lignes[{Rang(j)}].code", PosteInconnu, anomalies, videAdmis: false);
            Un(offre.Lignes[j].Proche, proches.Contains, $"{chemin}.lignes[{Rang(j)}].proche", ProcheAbsent, anomalies);
        }

        Doublons(offre.Lignes.Select(l => $"{l.Code} {l.Proche}"), chemin + ".lignes", "Ce poste est porté deux fois dans l’offre. Réunissez les deux lignes.", anomalies);
    }

    private static void Affections(Dossier dossier, EditionIndemnisation? edition, List<Anomalie> anomalies)
    {
        if (edition is not { Affection.Count: > 0 })
        {
            return;
        }

        for (var i = 0; i < dossier.Proches.Count; i++)
        {
            for (var j = 0; j < dossier.Proches[i].Postes.Count; j++)
            {
                Un(
                    dossier.Proches[i].Postes[j].LigneDAffection,
                    code => edition.Affection.Any(a => a.Code == code),
                    $"proches[{Rang(i)}].postes[{Rang(j)}].ligneDAffection",
                    "Cette ligne n’est pas dans le tableau d’affection de l’édition choisie. Choisissez-en une autre, ou laissez le champ vide.",
                    anomalies);
            }
        }
    }

    private static bool EstUnPoste(string code) => Nomenclature.Trouver(code) is not null;
}
