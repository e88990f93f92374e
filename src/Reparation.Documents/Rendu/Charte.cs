namespace Reparation.Documents.Rendu;

/// <summary>Apparence d'un document : deux voix, celle de l'acte et celle du plan.</summary>
/// <param name="Famille">Famille du texte courant.</param>
/// <param name="Corps">Corps du texte, en points.</param>
/// <param name="Interligne">Distance entre deux lignes de base, en points.</param>
/// <param name="Justifie">Vrai si le texte courant est justifié.</param>
public sealed record Charte(Famille Famille, decimal Corps, decimal Interligne, bool Justifie)
{
    /// <summary>Acte destiné à une juridiction.</summary>
    public static Charte Acte { get; } = new(Famille.Serif, 11, 15, Justifie: true);

    /// <summary>Note de chiffrage, plan : tableaux et lecture à l'écran.</summary>
    public static Charte Plan { get; } = new(Famille.Sans, 10.5m, 14.5m, Justifie: false);

    /// <summary>Livret de l'enfant : gros corps, grand interligne, aligné à gauche.</summary>
    public static Charte Livret { get; } = new(Famille.Sans, 14, 21, Justifie: false);

    /// <summary>Livret facile à lire : plus gros encore.</summary>
    public static Charte Facile { get; } = new(Famille.Sans, 16, 26, Justifie: false);
}

/// <summary>Familles embarquées.</summary>
public enum Famille
{
    /// <summary>Source Serif 4.</summary>
    Serif,

    /// <summary>Source Sans 3.</summary>
    Sans,
}
