using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Ramène une rente à une somme par an, au centime, avec l'opération qui la donne.</summary>
internal static class MontantAnnuel
{
    /// <summary>Somme d'une année et son opération ; rien, et le poste est réservé, si la saisie est incomplète.</summary>
    public static (Montant ParAn, string Derivation)? Calculer(Calcul calcul, Rente rente, string nom)
    {
        if (rente.HeuresParJour is not null || rente.TauxHoraire is not null)
        {
            return DeLHeure(calcul, rente, nom);
        }

        return rente.Periodicite switch
        {
            Periodicite.Annuelle => (rente.Montant, ""),
            Periodicite.Trimestrielle => Fois(rente, 4, "trimestres"),
            Periodicite.Mensuelle => Fois(rente, 12, "mois"),
            Periodicite.Hebdomadaire => Fois(rente, 52, "semaines"),
            Periodicite.Quotidienne => Fois(rente, 365, "jours"),
            Periodicite.Renouvellement => DuRenouvellement(calcul, rente, nom),
            _ => throw new ArgumentOutOfRangeException(nameof(rente), rente.Periodicite, "Rythme inconnu."),
        };
    }

    private static (Montant, string)? DeLHeure(Calcul calcul, Rente rente, string nom)
    {
        if (rente is not { HeuresParJour: > 0 and { } heures, TauxHoraire: { } taux } || taux == Montant.Zero)
        {
            calcul.Reserver($"« {nom} » : les heures par jour et le taux horaire vont ensemble. Saisir les deux, ou aucun des deux.");
            return null;
        }

        var jours = rente.JoursParAn ?? 365;
        if (jours is not (365 or 412))
        {
            calcul.Reserver($"« {nom} » : une année d’aide se compte sur 365 jours, ou sur 412 avec congés et jours fériés.");
            return null;
        }

        var parAn = Montant.Arrondir(heures * jours * taux.Euros);
        var conges = jours == 412 ? ", les 47 jours de plus payant les congés et jours fériés d’un salarié employé directement" : "";
        return (parAn, $"{Francais.Nombre(heures)} h × {taux} × {jours} j = {parAn} par an{conges}");
    }

    private static (Montant, string) Fois(Rente rente, int nombre, string unites)
    {
        var parAn = Montant.Arrondir(rente.Montant.Euros * nombre);
        return (parAn, $"{rente.Montant} × {nombre} {unites} = {parAn} par an");
    }

    private static (Montant, string)? DuRenouvellement(Calcul calcul, Rente rente, string nom)
    {
        if (rente.TousLesAns is not > 0)
        {
            calcul.Reserver($"« {nom} » se renouvelle : il manque le nombre d’années que dure chaque achat.");
            return null;
        }

        var parAn = Montant.Arrondir(rente.Montant.Euros / rente.TousLesAns.Value);
        return (parAn, $"{rente.Montant} ÷ {Francais.Compte(rente.TousLesAns.Value, "an", "ans")} = {parAn} par an");
    }
}
