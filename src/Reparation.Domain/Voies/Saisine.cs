using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Voies;

/// <summary>Ce que le dossier dit de la saisine de la commission d'indemnisation.</summary>
public static class Saisine
{
    /// <summary>
    /// Oui si un numéro, un acte daté ou une réponse le dit ; inconnu tant que rien ne le dit. La partie civile doit l'indiquer au juge
    /// pénal, à peine d'une nullité ouverte pendant deux ans (art. 706-12 du code de procédure pénale).
    /// </summary>
    public static Reponse DeLaCommission(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Procedure.NumeroCivi.Length > 0
            || dossier.Procedure.Actes.Any(a => a is { Genre: GenreActe.RequeteCivi, Le: not null })
            || dossier.Droits is { CiviObtenue: Reponse.Oui } or { CiviIrrecevable: Reponse.Oui }
                ? Reponse.Oui
                : dossier.Droits.CiviSaisie;
    }
}
