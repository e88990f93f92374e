using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// DSA, FO, frais divers de l'enfant et des proches, arrérages de soins : dépenses prouvées, additionnées par nature si le
/// poste en réunit plusieurs.
/// </summary>
internal static class DepensesProuvees
{
    public static void Evaluer(Calcul calcul)
    {
        var depenses = calcul.Saisie.Depenses;
        var natures = depenses.Select(d => d.Nature).Distinct().ToList();
        foreach (var nature in natures)
        {
            var groupe = depenses.Where(d => d.Nature == nature).ToList();
            if (natures.Count > 1 && groupe.Count > 1)
            {
                calcul.Ajouter(Etape.Somme(
                    Nom(nature), [.. groupe.Select(d => Ligne(calcul, d, nommer: false))], Sources.Nomenclature));
            }
            else
            {
                groupe.ForEach(d => calcul.Ajouter(Ligne(calcul, d, nommer: true)));
            }
        }
    }

    private static Etape Ligne(Calcul calcul, Depense depense, bool nommer)
    {
        var formule = depense.Quantite == 1
            ? depense.PrixUnitaire.ToString()
            : $"{Francais.Nombre(depense.Quantite)} × {depense.PrixUnitaire}";
        return new(
            Libelle(depense, nommer),
            formule,
            Montant.Arrondir(depense.Quantite * depense.PrixUnitaire.Euros),
            [Sources.Nomenclature])
        {
            Pieces = depense.Pieces,
            ValeurAu = calcul.Contexte.Passe(depense.Date),
        };
    }

    private static string Libelle(Depense depense, bool nommer)
    {
        var objet = depense.Libelle.Length == 0 ? "dépense" : depense.Libelle;
        var nature = nommer && depense.Nature != NatureDepense.Autre ? $" ({Nom(depense.Nature)})" : "";
        return objet + nature + (depense.Date is { } jour ? ", " + Francais.DateCourte(jour) : "");
    }

    private static string Nom(NatureDepense nature) => nature switch
    {
        NatureDepense.Soins => "soins",
        NatureDepense.Conseil => "médecin-conseil, expert, interprète",
        NatureDepense.Transport => "transport, hébergement, repas",
        NatureDepense.RetraitDeContenus => "retrait de contenus, veille",
        NatureDepense.SecuriteNumerique => "sécurité numérique",
        NatureDepense.Scolarite => "scolarité, soutien",
        NatureDepense.Relogement => "relogement, mise à l’abri",
        _ => "autres dépenses",
    };
}
