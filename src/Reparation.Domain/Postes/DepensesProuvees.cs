using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>DSA, FO, frais divers de l'enfant et des proches, arrérages de soins : dépenses prouvées, additionnées.</summary>
internal static class DepensesProuvees
{
    public static void Evaluer(Calcul calcul)
    {
        foreach (var depense in calcul.Saisie.Depenses)
        {
            var formule = depense.Quantite == 1
                ? depense.PrixUnitaire.ToString()
                : $"{Francais.Nombre(depense.Quantite)} × {depense.PrixUnitaire}";
            calcul.Ajouter(new(
                Libelle(depense.Libelle, depense.Date),
                formule,
                Montant.Arrondir(depense.Quantite * depense.PrixUnitaire.Euros),
                [Sources.Nomenclature])
            {
                Pieces = depense.Pieces,
            });
        }
    }

    private static string Libelle(string libelle, DateOnly? date)
    {
        var objet = libelle.Length == 0 ? "dépense" : libelle;
        return date is { } jour ? $"{objet}, {Francais.DateCourte(jour)}" : objet;
    }
}
