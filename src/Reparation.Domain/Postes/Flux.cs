using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Perte ou dépense annuelle entre deux dates : ce à quoi se ramènent une rente, un scénario de carrière, une perte du foyer.</summary>
/// <param name="Nom">Ce qu'elle est.</param>
/// <param name="ParAn">Somme d'une année, en euros du jour de la décision.</param>
/// <param name="Debut">Premier jour dû.</param>
/// <param name="Fin">Premier jour qui n'est plus dû ; vide pour la vie entière.</param>
internal sealed record Flux(string Nom, Montant ParAn, DateOnly Debut, DateOnly? Fin)
{
    /// <summary>D'où vient la somme annuelle, quand elle se déduit de la saisie.</summary>
    public string Derivation { get; init; } = "";

    /// <summary>Chance perdue ou probabilité, en pour cent ; vide pour une perte certaine.</summary>
    public decimal? Chance { get; init; }

    /// <summary>Croissance annuelle de l'avenir, en pour cent.</summary>
    public decimal Croissance { get; init; }

    /// <summary>Coefficient lu dans un barème imprimé, à la place du prix calculé.</summary>
    public decimal? CoefficientImprime { get; init; }

    public string ReferenceDuCoefficient { get; init; } = "";

    public IReadOnlyList<string> Pieces { get; init; } = [];

    /// <summary>« Nom : d'où vient la somme annuelle ».</summary>
    public string Intitule => Derivation.Length == 0 ? Nom : $"{Nom} : {Derivation}";

    public string ParChance => Chance is { } chance ? $" × {Francais.Pourcent(chance)}" : "";

    /// <summary>Capital pour ce coefficient : somme annuelle, coefficient à trois décimales, chance ; un seul arrondi.</summary>
    public Montant Multiplier(decimal coefficient) => Montant.Arrondir(ParAn.Euros * coefficient * (Chance ?? 100) / 100);

    public string Ecrire(decimal coefficient) => $"{ParAn} × {Francais.NombreFixe(coefficient, 3)}{ParChance}";
}

/// <summary>Personne dont la vie mesure une rente.</summary>
/// <param name="Naissance">Sa naissance.</param>
/// <param name="Sexe">Colonne de la table ; vide si elle n'est pas saisie.</param>
/// <param name="EstUnProche">Vrai si ce n'est pas l'enfant.</param>
internal sealed record Tete(DateOnly Naissance, Sexe? Sexe, bool EstUnProche = false);
