using Reparation.Domain.Commun;

namespace Reparation.Domain.Postes;

/// <summary>
/// Postes permanents d'un enfant non consolidé : ils se réservent. Le motif dit ce qu'il faut demander en attendant : une
/// provision, et une nouvelle expertise avec les points qui manquent.
/// </summary>
internal static class AvantLaConsolidation
{
    public static Evaluation.AReserver Reserver(PosteDePrejudice poste, Contexte contexte)
    {
        if (contexte.PourUnProche)
        {
            return new("Ce poste dépend de l’âge et de la consolidation du proche lui-même : il lui faut un dossier propre.", poste.Pieces);
        }

        return new(
            "L’état de l’enfant n’est pas consolidé : ce poste sera chiffré après une nouvelle expertise, à laquelle demander "
            + $"la date de consolidation et {Point(poste.Code)}{Seance(contexte)}. {Attente(poste.Code, contexte)}",
            ["rapport d’expertise fixant la consolidation", .. poste.Pieces.Where(p => !p.StartsWith("rapport d’expertise", StringComparison.Ordinal))]);
    }

    private static string Seance(Contexte contexte) =>
        contexte.Chiffrage.ExpertiseDemandee.Length == 0 ? " (aucune expertise n’est encore demandée dans ce dossier)" : "";

    private static string Attente(string code, Contexte contexte) => code switch
    {
        "PS" => "Aucune somme provisoire n’est admise ; jusque-là, cette atteinte se plaide dans le déficit fonctionnel temporaire.",
        "PE" => "Aucune somme provisoire n’est admise pour ce poste.",
        _ when contexte.Chiffrage.ProvisionDemandee is { } provision =>
            $"La provision de {provision} déjà demandée peut s’en réclamer, à valoir sur l’indemnisation définitive.",
        _ => "Une provision peut être demandée dès maintenant, à valoir sur l’indemnisation définitive.",
    };

    private static string Point(string code) => code switch
    {
        "DSF" => "les soins à prévoir, leur rythme et leur durée",
        "FLA" => "le besoin d’un logement adapté",
        "FVA" => "le besoin d’un véhicule ou de transports adaptés",
        "ATP" => "l’aide nécessaire, en heures et en qualification",
        "PGPF" => "le retentissement sur la capacité de travail",
        "IP" => "le retentissement sur l’orientation et la carrière",
        "DFP" => "le taux de déficit fonctionnel permanent",
        "PA" => "les activités devenues impossibles ou difficiles",
        "PEP" => "la cotation du préjudice esthétique permanent",
        "PS" => "l’existence et la nature du préjudice sexuel",
        "PE" => "l’existence du préjudice d’établissement",
        _ => "l’existence de ce préjudice",
    };
}
