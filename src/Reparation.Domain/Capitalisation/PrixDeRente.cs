using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Capitalisation;

/// <summary>Prix d'un euro de rente annuelle, avec de quoi le refaire.</summary>
public sealed class PrixDeRente
{
    private readonly Func<string> _ecrire;

    private PrixDeRente(decimal exact, decimal taux, string table, Source source, TempsEcoule age, Func<string> ecrire)
    {
        (Exact, Taux, Table, Source, Age, _ecrire) = (exact, taux, table, source, age, ecrire);
        Coefficient = Arrondir(exact);
    }

    /// <summary>Prix arrondi à trois décimales : celui qu'on multiplie et qu'on imprime.</summary>
    public decimal Coefficient { get; }

    /// <summary>Prix avant arrondi.</summary>
    public decimal Exact { get; }

    /// <summary>Formule en toutes lettres, avec les termes employés ; écrite à la première lecture.</summary>
    public string Formule => field ??= _ecrire();

    /// <summary>Table de mortalité employée, et sa colonne.</summary>
    public string Table { get; }

    /// <summary>Taux en pour cent ; sans objet avec une courbe.</summary>
    public decimal Taux { get; }

    /// <summary>Âge exact le jour de la décision.</summary>
    public TempsEcoule Age { get; }

    /// <summary>Source de l'édition.</summary>
    public Source Source { get; }

    /// <summary>Prix au jour près.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Décision avant la naissance ou au-delà de la table, fin avant le début, taux ou croissance hors bornes, sexe que
    /// l'édition ne couvre pas, courbe qui ne commence pas à la première année.
    /// </exception>
    public static PrixDeRente Calculer(DemandeDePrix demande)
    {
        ArgumentNullException.ThrowIfNull(demande);
        var probleme = new Probleme(demande);
        return new(
            probleme.Resoudre(), probleme.Taux, probleme.Table.Nommer(demande.Sexe), demande.Edition.Source, probleme.Age,
            () => FormuleDePrix.Ecrire(probleme));
    }

    /// <summary>
    /// Prix en âges entiers, différé si la rente commence plus tard : a(x ; D, N) = a(x, N) − a(x, D). C'est celui que les barèmes
    /// publient.
    /// </summary>
    /// <param name="edition">Barème choisi.</param>
    /// <param name="sexe">Table suivie.</param>
    /// <param name="age">Âge en années révolues au jour de la décision.</param>
    /// <param name="desLAge">Âge de départ ; vide ou déjà atteint pour un départ immédiat.</param>
    /// <param name="jusquALAge">Âge de fin ; vide pour la vie entière.</param>
    /// <param name="taux">Taux en pour cent ; vide pour le taux principal de l'édition.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Âge hors de la table, fin avant le début, taux hors de −5 à 10, sexe que l'édition ne couvre pas.
    /// </exception>
    public static PrixDeRente Calculer(
        EditionCapitalisation edition, Sexe sexe, int age, int? desLAge = null, int? jusquALAge = null, decimal? taux = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var probleme = new Probleme(edition, sexe, age, desLAge, jusquALAge, taux);
        return new(
            probleme.Resoudre(), probleme.Taux, probleme.Table.Nommer(sexe), edition.Source, probleme.Age,
            () => FormuleDePrix.Ecrire(probleme));
    }

    /// <summary>Coefficient seul : pour comparer des barèmes sans rien écrire.</summary>
    internal static decimal Coter(DemandeDePrix demande) => Arrondir(new Probleme(demande).Resoudre());

    /// <summary>Coefficient seul, en âges entiers.</summary>
    internal static decimal Coter(EditionCapitalisation edition, Sexe sexe, int age, int? desLAge, int? jusquALAge, decimal taux) =>
        Arrondir(new Probleme(edition, sexe, age, desLAge, jusquALAge, taux).Resoudre());

    private static decimal Arrondir(decimal exact) => decimal.Round(exact, 3, MidpointRounding.AwayFromZero);
}
