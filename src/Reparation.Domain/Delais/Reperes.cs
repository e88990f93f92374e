namespace Reparation.Domain.Delais;

/// <summary>Noms des dates dont partent les délais.</summary>
public static class Reperes
{
    /// <summary>Nom, avec son article.</summary>
    public static string Nommer(Repere repere) => repere switch
    {
        Repere.Naissance => "la date de naissance",
        Repere.PremierFait => "le premier jour des faits",
        Repere.DernierFait => "le dernier jour des faits",
        Repere.DecisionDefinitive => "le jour où la décision est devenue définitive",
        Repere.DecisionInteretsCivils => "le jour où la décision sur les intérêts civils est devenue définitive",
        Repere.Jugement => "le jour du prononcé",
        Repere.Signification => "le jour de la signification",
        Repere.Plainte => "le jour de la plainte",
        Repere.RefusDePoursuivre => "le jour de l’avis de ne pas poursuivre",
        Repere.Audience => "le jour de l’audience",
        Repere.ReceptionParLeFonds => "le jour où le fonds a reçu la demande complète",
        Repere.Offre => "le jour où l’offre a été notifiée",
        Repere.DemandeDeProvision => "le jour de la demande de provision",
        Repere.AudienceCivi => "le jour de l’audience de la commission",
        Repere.Notification => "le jour de la notification",
        Repere.IrrecevabiliteCivi => "le jour où l’irrecevabilité a été notifiée",
        Repere.RefusSarvi => "le jour du refus",
        Repere.Consolidation => "la date de consolidation",
        Repere.Connaissance => "le jour où le dommage et son auteur ont été connus",
        Repere.FinDeMission => "le jour de fin de mission",
        Repere.Emancipation => "le jour de l’émancipation",
        Repere.ActeInterruptif => "le jour de l’acte interruptif",
        Repere.SecondeNaissance => "la date de naissance de l’autre victime",
        Repere.SecondFait => "le jour du fait commis sur l’autre victime",
        _ => throw new ArgumentOutOfRangeException(nameof(repere)),
    };
}
