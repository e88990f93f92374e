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
        EditionCapitalisation edition, Sexe sexe, int age, int? desLAge = null, int? jusquALAge = null, decimal? taux = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var retenu = taux ?? edition.Taux[0];
        var exact = CalculerExact(edition, sexe, age, desLAge, jusquALAge, retenu);
        var coefficient = Arrondir(exact);
        var table = edition.Table(sexe);
        return new(
            coefficient,
            exact,
            Ecrire(table, sexe, age, desLAge, jusquALAge, retenu, exact, coefficient),
            table.Titre + (sexe == Sexe.Feminin ? ", femmes" : ", hommes"),
            retenu,
            edition.Source);
    }

    /// <summary>Coefficient seul, sans sa formule : pour comparer des barèmes.</summary>
    internal static decimal CalculerCoefficient(
        EditionCapitalisation edition, Sexe sexe, int age, int? desLAge, int? jusquALAge, decimal taux) =>
        Arrondir(CalculerExact(edition, sexe, age, desLAge, jusquALAge, taux));

    private static decimal CalculerExact(
        EditionCapitalisation edition, Sexe sexe, int age, int? desLAge, int? jusquALAge, decimal taux)
    {
        var table = edition.Table(sexe);
        var fin = jusquALAge ?? table.DernierAge;
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(age, table.DernierAge);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fin, table.DernierAge, nameof(jusquALAge));
        ArgumentOutOfRangeException.ThrowIfLessThan(fin, age, nameof(jusquALAge));
        if (desLAge is { } debut)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(debut, nameof(desLAge));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(debut, fin, nameof(desLAge));
        }

        if (taux is < -5 or > 10)
        {
            throw new ArgumentOutOfRangeException(nameof(taux), taux, "Le taux doit être compris entre −5 et 10 pour cent.");
        }

        return table.Commutations(sexe, taux).Prix(age, Math.Max(age, desLAge ?? age), fin);
    }

    private static decimal Arrondir(decimal exact) => decimal.Round(exact, 3, MidpointRounding.AwayFromZero);

    private static string Ecrire(
        TableDeMortalite table, Sexe sexe, int age, int? desLAge, int? jusquALAge, decimal taux, decimal exact, decimal coefficient)
    {
        var colonnes = table.Commutations(sexe, taux);
        var fin = jusquALAge ?? table.DernierAge;
        var arrondi = ", arrondi à " + Francais.NombreFixe(coefficient, 3);
        if (desLAge > age)
        {
            // Six décimales : refaite à la main, la soustraction donne le coefficient à trois décimales.
            return $"{Notation(age, jusquALAge)} − a({age}, {desLAge}) = {Six(colonnes.Prix(age, fin))} − "
                + $"{Six(colonnes.Prix(age, desLAge.Value))}{arrondi}";
        }

        return $"{Notation(age, jusquALAge)} = Σ l({age} + t) ÷ l({age}) ÷ (1 + {Francais.Pourcent(taux)})^t pour t de 1 à {fin - age}, "
            + $"avec l({age}) = {Francais.Nombre(table.Survivants(sexe, age))} et l({fin}) = "
            + $"{Francais.Nombre(table.Survivants(sexe, fin))} ; soit {Six(exact)}{arrondi}";
    }

    private static string Notation(int age, int? fin) => fin is null ? $"a({age})" : $"a({age}, {fin})";

    private static string Six(decimal valeur) => Francais.NombreFixe(valeur, 6);
}
