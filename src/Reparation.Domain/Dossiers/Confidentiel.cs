namespace Reparation.Domain.Dossiers;

/// <summary>
/// Tout ce que contient un dossier. Un enregistrement C# s'écrit lui-même en entier : dans un journal ou une exception, ce
/// serait le nom de l'enfant. Ceux-ci ne disent que leur type.
/// </summary>
public abstract record Confidentiel
{
    /// <summary>Le nom du type, jamais le contenu.</summary>
    public sealed override string ToString() => GetType().Name;
}
