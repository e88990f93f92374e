using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;

namespace Reparation.Domain.Voies;

/// <summary>Tout ce que le droit dit d'un dossier, un jour donné : écrans, actes et tableau de bord lisent le même état.</summary>
public static class Droits
{
    /// <summary>Établit qualifications, voies, délais et étapes ; les étapes portent le jour prudent de leurs délais encore à tenir.</summary>
    /// <param name="dossier">Dossier.</param>
    /// <param name="aujourdhui">Jour.</param>
    /// <param name="options">Ressort et demeure ; ceux du dossier par défaut.</param>
    public static EtatDesDroits Etablir(Dossier dossier, DateOnly aujourdhui, OptionsDeDelai? options = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var voies = ExamenDesVoies.Examiner(dossier, aujourdhui);
        var delais = Echeancier.Dresser(dossier, aujourdhui, options);
        return new(
            QualificationDesFaits.Proposer(dossier), voies, delais,
            ProchainesEtapes.Dresser(dossier, aujourdhui, voies, ATenir(delais)));
    }

    // L’ouverture d’une voie n’est pas un terme. Un délai accompli ou expiré ne presse plus : il ne donne pas son jour à une étape
    // qui reste à faire. Un relevé possible presse encore, à son jour passé.
    private static Dictionary<string, DateOnly> ATenir(TableauDesDelais delais) => delais.Echeances
        .Where(e => e is { Nature: NatureDuTerme.Delai, AccomplieLe: null, JourDAlerte: not null } && e.Statut != StatutDEcheance.Expire)
        .GroupBy(e => e.Regle, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Min(e => e.JourDAlerte!.Value), StringComparer.Ordinal);
}

/// <summary>Le droit d'un dossier, un jour donné.</summary>
/// <param name="Qualifications">Chaque fait, avec les qualifications à chercher.</param>
/// <param name="Voies">Voies, dans l'ordre d'emploi.</param>
/// <param name="Delais">Délais et âges qui comptent.</param>
/// <param name="Etapes">Ce qu'il y a à faire, avec son jour prudent.</param>
public sealed record EtatDesDroits(
    IReadOnlyList<FaitQualifie> Qualifications, IReadOnlyList<Voie> Voies, TableauDesDelais Delais, IReadOnlyList<EtapeProposee> Etapes);
