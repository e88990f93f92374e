using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Commun;

/// <summary>Issue d'un poste. « À réserver » et « sans objet » sont des réponses, pas des erreurs.</summary>
public abstract record Evaluation
{
    private Evaluation()
    {
    }

    /// <summary>Le poste est chiffré ; son arbre d'étapes est son explication.</summary>
    /// <param name="Calcul">Racine de l'arbre.</param>
    public sealed record Chiffree(Etape Calcul) : Evaluation
    {
        /// <summary>Évaluation totale du poste, prestations des tiers payeurs comprises.</summary>
        public Montant Montant => Calcul.Resultat;

        /// <summary>Calculs voisins, donnés pour discuter le résultat.</summary>
        public IReadOnlyList<Comparaison> Comparaisons { get; init; } = [];

        /// <summary>Réserves à lire avant d'employer ce chiffre (source de mémoire, demi-degré…).</summary>
        public IReadOnlyList<string> Avertissements { get; init; } = [];

        /// <summary>Ce qui se plaide dans ce poste sans somme propre ; rien de cela n'entre dans un total.</summary>
        public IReadOnlyList<ComposantePlaidee> Composantes { get; init; } = [];
    }

    /// <summary>Le poste existe mais ne peut pas être chiffré aujourd'hui ; il figure à l'acte sans entrer au total.</summary>
    /// <param name="Motif">Pourquoi, en une phrase lisible par une juridiction.</param>
    /// <param name="PiecesAttendues">Ce qu'il faut obtenir.</param>
    public sealed record AReserver(string Motif, IReadOnlyList<string> PiecesAttendues) : Evaluation;

    /// <summary>Le poste n'est pas demandé.</summary>
    /// <param name="Motif">Pourquoi.</param>
    public sealed record SansObjet(string Motif) : Evaluation;
}

/// <summary>Composante plaidée à l'intérieur d'un poste, sans somme propre.</summary>
/// <param name="Nature">Nature choisie.</param>
/// <param name="Nom">Nom, tel qu'il s'imprime : « atteinte à la dignité ».</param>
/// <param name="Expose">Constats de l'avocat ; vide s'ils restent à écrire.</param>
/// <param name="Explication">Pourquoi elle se plaide ici et ne s'ajoute pas.</param>
/// <param name="Sources">Décisions qui la fondent.</param>
public sealed record ComposantePlaidee(
    NatureComposante Nature, string Nom, string Expose, string Explication, IReadOnlyList<Source> Sources);
