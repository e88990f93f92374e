namespace Reparation.Domain.Dossiers;

/// <summary>
/// Section d'un acte réécrite par l'avocat. Le texte d'origine est gardé : on voit ce qui a changé, et l'on est prévenu quand les
/// données du dossier ont bougé depuis sans que la réécriture les suive.
/// </summary>
public sealed record SectionAdaptee : Confidentiel
{
    /// <summary>Modèle de l'acte : « civi/requete ».</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Modele { get; init; } = "";

    /// <summary>Section, par l'ancre de son titre.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Section { get; init; } = "";

    /// <summary>Ce que le modèle avait écrit, en Markdown.</summary>
    [Longueur(Longueurs.Section)]
    public string Genere { get; init; } = "";

    /// <summary>Ce que l'avocat a écrit, en Markdown.</summary>
    [Longueur(Longueurs.Section)]
    public string Texte { get; init; } = "";

    /// <summary>Pourquoi elle porte des sommes que ni l'acte ni le chiffrage ne donnent ; vide si elle n'en porte pas.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string MotifDesSommes { get; init; } = "";

    /// <summary>Jour de la réécriture.</summary>
    public DateOnly? Le { get; init; }
}
