using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>FD et frais divers des proches : allers et retours au kilomètre, et frais de chaque trajet.</summary>
internal static class Deplacements
{
    public static void Evaluer(Calcul calcul)
    {
        foreach (var trajet in calcul.Saisie.Deplacements)
        {
            var nom = trajet.Libelle.Length == 0 ? "trajets" : trajet.Libelle;
            if (Obstacle(trajet) is { } obstacle)
            {
                calcul.Reserver($"Trajets « {nom} » : {obstacle}");
                continue;
            }

            if (trajet.Kilometres > 0 && string.IsNullOrWhiteSpace(trajet.SourceDuTarif))
            {
                calcul.Avertir(
                    $"Trajets « {nom} » : le tarif au kilomètre ne dit pas d’où il vient ; citer le barème, son année et la puissance du véhicule.");
            }

            calcul.Ajouter(new(
                Libelle(trajet, nom),
                Formule(trajet),
                Montant.Arrondir(trajet.Nombre * ((trajet.Kilometres * trajet.TarifAuKilometre) + trajet.FraisParTrajet.Euros)),
                [Sources.Nomenclature])
            {
                Pieces = trajet.Pieces,
                ValeurAu = calcul.Contexte.Passe(trajet.Date),
            });
        }
    }

    private static string? Obstacle(Deplacement trajet) => trajet switch
    {
        { TarifAuKilometre: var tarif } when decimal.Round(tarif, 3) != tarif =>
            "le tarif au kilomètre a plus de trois décimales ; le barème fiscal n’en a pas davantage.",
        { Kilometres: > 0, TarifAuKilometre: 0 } => "le tarif au kilomètre manque ; le lire dans le barème fiscal de l’année.",
        { Kilometres: 0, TarifAuKilometre: > 0 } => "le nombre de kilomètres d’un aller et retour manque.",
        { Kilometres: 0, FraisParTrajet.Euros: 0 } => "ni kilomètres ni frais ne sont saisis.",
        _ => null,
    };

    private static string Libelle(Deplacement trajet, string nom)
    {
        var date = trajet.Date is { } jour ? ", " + Francais.DateCourte(jour) : "";
        var tarif = trajet.Kilometres > 0 && !string.IsNullOrWhiteSpace(trajet.SourceDuTarif) ? $", tarif : {trajet.SourceDuTarif}" : "";
        return nom + date + tarif;
    }

    private static string Formule(Deplacement trajet)
    {
        var nombre = Francais.Nombre(trajet.Nombre);
        var kilometres = trajet.Kilometres == 0
            ? ""
            : $"{nombre} × {Francais.Nombre(trajet.Kilometres)} km × {Francais.Nombre(trajet.TarifAuKilometre, 3)} €";
        var frais = trajet.FraisParTrajet == Montant.Zero ? "" : $"{nombre} × {trajet.FraisParTrajet}";
        return kilometres + (kilometres.Length > 0 && frais.Length > 0 ? " + " : "") + frais;
    }
}
