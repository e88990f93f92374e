using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;

namespace Reparation.Cli.Verbes;

/// <summary>Réponse du verbe <c>capitaliser</c> au jour près, entre deux dates.</summary>
internal static class CapitaliserAuJour
{
    public static void Repondre(DemandeDePrix demande, bool json, TextWriter sortie)
    {
        var prix = Calculer(demande);
        if (json)
        {
            Programme.EcrireJson(sortie, new
            {
                Edition = demande.Edition.Id,
                Sexe = Capitaliser.Lettre(demande.Sexe),
                demande.Naissance,
                demande.Decision,
                Du = demande.Debut,
                Au = demande.Fin?.AddDays(-1),
                AgeExact = prix.Age.EnAnnees,
                prix.Taux,
                demande.Croissance,
                Mensuel = demande.Paiements == MomentDesPaiements.Mensuel,
                Prix = prix.Coefficient,
                PrixExact = prix.Exact,
                prix.Table,
                prix.Formule,
                Source = Json.Source(prix.Source),
            });
            return;
        }

        var paiements = demande.Paiements == MomentDesPaiements.Mensuel ? "payée chaque mois à terme échu" : "terme échu";
        sortie.WriteLine($"Prix d’un euro de rente annuelle, {paiements}, au jour près\u00A0: {Francais.NombreFixe(prix.Coefficient, 3)}");
        sortie.WriteLine($"Rente\u00A0: {Capitaliser.Qui(demande.Sexe)} de {prix.Age} à la décision du {Francais.Date(demande.Decision)}{Bornes(demande)}");
        sortie.WriteLine($"Barème\u00A0: {demande.Edition.Titre}, taux {Francais.Pourcent(prix.Taux)}{Croissance(demande)}");
        sortie.WriteLine($"Table\u00A0: {prix.Table}");
        sortie.WriteLine($"Calcul\u00A0: {prix.Formule}");
        sortie.WriteLine("Prix recalculé par ce logiciel, à vérifier sur le barème imprimé.");
        sortie.WriteLine(
            $"Source\u00A0: {prix.Source.Intitule}, lue le {Francais.Date(prix.Source.VerifieLe)} ({Bilans.Dire(prix.Source.Confiance)})");
    }

    private static PrixDeRente Calculer(DemandeDePrix demande)
    {
        if (demande.Decision < demande.Naissance)
        {
            throw new RefusException("--decision\u00A0: la décision précède la naissance. Corrigez l’une des deux dates.");
        }

        if (demande.Fin is { } fin && (fin <= demande.Decision || fin <= demande.Debut))
        {
            throw new RefusException(
                $"--au, --jusqua\u00A0: la rente s’arrête le {Francais.Date(fin.AddDays(-1))}, sans avenir après la décision ni après son premier jour. "
                + "Corrigez l’une des dates.");
        }

        try
        {
            return PrixDeRente.Calculer(demande);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new RefusException(
                "L’âge sort de la table, le taux ou la croissance sort de −5 à 10\u00A0%, ou l’édition ne couvre pas ce sexe. "
                + "Corrigez --naissance, --decision, --taux, --croissance ou --sexe.");
        }
    }

    private static string Bornes(DemandeDePrix d) =>
        (d.Debut > d.Decision ? $", à partir du {Francais.Date(d.Debut.Value)}" : "")
        + (d.Fin is { } fin ? $", jusqu’au {Francais.Date(fin.AddDays(-1))}" : ", la vie entière");

    private static string Croissance(DemandeDePrix d) =>
        d.Croissance == 0 ? "" : $", croissance {Francais.Pourcent(d.Croissance)} par an";
}
