using System.Text.RegularExpressions;

namespace Reparation.Domain.Dossiers;

/// <content>Ce que les réponses de droit ne peuvent pas contredire.</content>
public static partial class Coherence
{
    private static void Droit(Dossier dossier, List<Anomalie> anomalies)
    {
        for (var i = 0; i < dossier.Faits.Count; i++)
        {
            var fait = dossier.Faits[i];
            if (fait.Moyens.Contains(MoyenReleve.AucunReleve) && fait.Moyens.Any(m => m != MoyenReleve.AucunReleve))
            {
                anomalies.Add(new($"faits[{Rang(i)}].moyens", "« Aucun moyen relevé » contredit les moyens cochés à côté. Gardez l’un ou les autres."));
            }

            if ((fait.AgeDeLAuteur is < 18 && fait.AuteurMajeur == Reponse.Oui) || (fait.AgeDeLAuteur is >= 18 && fait.AuteurMajeur == Reponse.Non))
            {
                anomalies.Add(new($"faits[{Rang(i)}].auteurMajeur", "L’âge de l’auteur dit le contraire. Corrigez l’âge, ou cette réponse."));
            }
        }

        for (var i = 0; i < dossier.Retraits.Count; i++)
        {
            var retrait = dossier.Retraits[i];
            if (retrait.Fait.Length > 0 && dossier.Faits.All(f => f.Id != retrait.Fait))
            {
                anomalies.Add(new($"retraits[{Rang(i)}].fait", "Ce retrait renvoie à un fait qui n’est pas au dossier. Choisissez le fait, ou laissez vide."));
            }

            SansAdresse(retrait.Destinataire, $"retraits[{Rang(i)}].destinataire", anomalies);
            SansAdresse(retrait.Numero, $"retraits[{Rang(i)}].numero", anomalies);
            Ordre(retrait.DemandeLe, retrait.ReponduLe, $"retraits[{Rang(i)}].reponduLe", anomalies);
            Ordre(retrait.DemandeLe, retrait.ReapparuLe, $"retraits[{Rang(i)}].reapparuLe", anomalies);
        }

        Doublons(dossier.Etapes.Select(e => e.Id), "etapes", "Cette étape a déjà une suite. Gardez une seule des deux.", anomalies);
        for (var i = 0; i < dossier.Etapes.Count; i++)
        {
            if (dossier.Etapes[i].Etat == EtatDEtape.Ecartee && string.IsNullOrWhiteSpace(dossier.Etapes[i].Motif))
            {
                anomalies.Add(new($"etapes[{Rang(i)}].motif", "Une étape écartée garde sa raison : écrivez-la, pour qui reprendra le dossier."));
            }
        }
    }

    // Une adresse mène au contenu : la garder, puis l'imprimer, le diffuserait encore.
    private static void SansAdresse(string texte, string chemin, List<Anomalie> anomalies)
    {
        if (Adresse().IsMatch(texte))
        {
            anomalies.Add(new(chemin, "Une adresse mène au contenu : elle ne se garde pas ici. Écrivez le nom du service, ou la référence que donne son accusé de réception (PHAROS, 3018, plateforme)."));
        }
    }

    [GeneratedRegex(@"://|\bwww\.|\w\.[a-z]{2,10}/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adresse();
}
