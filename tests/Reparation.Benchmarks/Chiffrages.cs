using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Benchmarks;

/// <summary>Chiffrage entier, prix d'une rente, table entière, et la croissance du coût avec les lignes.</summary>
internal static class Chiffrages
{
    public static void Mesurer()
    {
        var editions = Editions.Embarquees;
        var dossier = DossierComplet.Construire(rentes: 1, periodes: 3);
        var bilan = Chiffreur.Evaluer(dossier, editions);
        var chiffres = bilan.Directs.Concat(bilan.Proches.SelectMany(p => p.Postes)).Count(p => p.Evaluation is Evaluation.Chiffree);

        Mesure.Titre("Chiffrage, à chaud");
        Mesure.AChaud($"chiffrage complet, {chiffres} postes chiffrés, capitalisation comprise", 20_000, () => Chiffreur.Evaluer(dossier, editions), cible: 50);

        var bareme = editions.TrouverCapitalisation("gp-2025")!;
        Mesure.AChaud("prix d'une rente différée, avec sa formule", 5_000, () => PrixDeRente.Calculer(bareme, Sexe.Feminin, 11, 18, 64), 20, cible: 2);
        Mesure.AChaud("table entière : 2 sexes × 105 âges × 20 termes", 200, () => Table(bareme), cible: 5_000);

        Mesure.Titre("Croissance : autant de fois plus de lignes, autant de fois plus de temps");
        foreach (var rentes in new[] { 1, 10, 100, 1_000 })
        {
            var long_ = DossierComplet.Construire(rentes, periodes: 1);
            var duree = Mesure.AChaud($"{Francais.Nombre(rentes, 0)} segments de rente", Math.Max(20, 2_000 / rentes), () => Chiffreur.Evaluer(long_, editions));
            Mesure.Ecrire($"{"",12} soit {Francais.NombreFixe(duree / rentes, 3)} µs par segment");
        }

        foreach (var periodes in new[] { 1, 10, 100, 1_000 })
        {
            var long_ = DossierComplet.Construire(rentes: 1, periodes);
            var duree = Mesure.AChaud($"{Francais.Nombre(periodes, 0)} périodes de gêne", Math.Max(20, 2_000 / periodes), () => Chiffreur.Evaluer(long_, editions));
            Mesure.Ecrire($"{"",12} soit {Francais.NombreFixe(duree / periodes, 3)} µs par période");
        }
    }

    // Chaque ligne de la table : 19 termes et la vie entière, comme dans un barème imprimé.
    private static decimal Table(EditionCapitalisation bareme)
    {
        var somme = 0m;
        foreach (var sexe in new[] { Sexe.Feminin, Sexe.Masculin })
        {
            for (var age = 0; age <= 104; age++)
            {
                for (var terme = 1; terme <= 20; terme++)
                {
                    int? fin = terme == 20 ? null : Math.Min(104, age + (terme * 5));
                    somme += PrixDeRente.Calculer(bareme, sexe, age, null, fin).Coefficient;
                }
            }
        }

        return somme;
    }
}
