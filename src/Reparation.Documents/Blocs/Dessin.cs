namespace Reparation.Documents.Blocs;

/// <summary>
/// Dessin au trait, en points, l'origine en haut à gauche. Il ne connaît aucun moteur : chacun le trace à sa manière, et le
/// réduit si la place manque.
/// </summary>
/// <param name="Largeur">Largeur, en points.</param>
/// <param name="Hauteur">Hauteur, en points.</param>
/// <param name="Traits">Ce qui se trace, le premier dessous.</param>
public sealed record Dessin(decimal Largeur, decimal Hauteur, IReadOnlyList<Trait> Traits);

/// <summary>Élément d'un dessin.</summary>
public abstract record Trait
{
    private Trait()
    {
    }

    /// <summary>Couleur, donnée par son rôle.</summary>
    public Teinte Teinte { get; init; }

    /// <summary>Surface pleine, désignée par son coin supérieur gauche.</summary>
    public sealed record Rectangle(decimal X, decimal Y, decimal Largeur, decimal Hauteur) : Trait;

    /// <summary>Disque plein, désigné par son centre.</summary>
    public sealed record Disque(decimal X, decimal Y, decimal Rayon) : Trait;

    /// <summary>Segment de droite.</summary>
    public sealed record Ligne(decimal X1, decimal Y1, decimal X2, decimal Y2, decimal Epaisseur = 0.6m) : Trait;

    /// <summary>Texte d'une ligne, posé sur sa ligne de base et aligné sur son abscisse.</summary>
    public sealed record Texte(decimal X, decimal Base, string Contenu, Alignement Alignement = Alignement.Gauche) : Trait
    {
        /// <summary>Corps, en points.</summary>
        public decimal Corps { get; init; } = 9;

        /// <summary>Graisse forte.</summary>
        public bool Gras { get; init; }
    }
}

/// <summary>Rôle d'une couleur ; toutes se distinguent encore en noir et blanc.</summary>
public enum Teinte
{
    /// <summary>Texte et repères.</summary>
    Encre,

    /// <summary>Texte secondaire.</summary>
    Sourde,

    /// <summary>Surface foncée.</summary>
    Foncee,

    /// <summary>Surface claire.</summary>
    Claire,

    /// <summary>Fond et filets.</summary>
    Fond,
}
