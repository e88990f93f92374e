using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Capitalisation;

/// <summary>Prix d'un euro de rente annuelle, payable à terme échu, avec de quoi le refaire.</summary>
/// <param name="Coefficient">Prix arrondi à trois décimales : celui qu'on multiplie et qu'on imprime.</param>
/// <param name="Exact">Prix avant arrondi.</param>
/// <param name="Formule">Formule en toutes lettres, avec les termes employés.</param>
/// <param name="Table">Table de mortalité employée.</param>
/// <param name="Taux">Taux en pour cent.</param>
/// <param name="Source">Source de l'édition.</param>
public sealed record PrixDeRente(decimal Coefficient, decimal Exact, string Formule, string Table, decimal Taux, Source Source)
{
    /// <summary>Prix exact, différé si la rente commence plus tard : a(x ; D, N) = a(x, N) − a(x, D).</summary>
    /// <param name="edition">Barème choisi.</param>
    /// <param name="sexe">Table suivie.</param>
    /// <param name="age">Âge en années révolues au jour de la décision.</param>
    /// <param name="desLAge">Âge de départ ; vide ou déjà atteint pour un départ immédiat.</param>
    /// <param name="jusquALAge">Âge de fin ; vide pour la vie entière.</param>
    /// <param name="taux">Taux en pour cent ; vide pour le taux principal de l'édition.</param>
    /// <exception cref="ArgumentOutOfRangeException">Âge hors de la table, fin avant le début, taux hors de −5 à 10.</exception>
    public static PrixDeRente Calculer(
        EditionCapitalisation edition, Sexe sexe, int age, int? desLAge = null, int? jusquALAge = null, decimal? taux = null) =>
        throw new InvalidOperationException();
}
