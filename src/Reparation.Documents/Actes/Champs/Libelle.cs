namespace Reparation.Documents.Actes.Champs;

/// <summary>Ce qu'il faut dire quand un champ est vide.</summary>
/// <param name="Rubrique">Rubrique du dossier où le saisir.</param>
/// <param name="Nom">Nom du champ, avec son article : « la date de naissance de l’enfant ».</param>
/// <param name="Remede">Que faire ; vide pour la phrase ordinaire.</param>
internal sealed record Libelle(string Rubrique, string Nom, string Remede)
{
    private static readonly Dictionary<string, string> Rubriques = new()
    {
        ["enfant"] = "Enfant",
        ["faits"] = "Faits",
        ["procedure"] = "Procédure",
        ["pieces"] = "Pièces",
        ["retentissements"] = "Retentissements",
        ["chiffrage"] = "Chiffrage",
        ["plan"] = "Plan",
    };

    public static bool Connait(string rubrique) => Rubriques.ContainsKey(rubrique);

    /// <param name="repere">Élément de liste concerné : « fait du 3 mars 2026 ».</param>
    public string Message(string repere) => Francais.Typographie.Composer(
        $"Il manque {Nom}{(repere.Length == 0 ? "" : $" ({repere})")}. "
        + (Remede.Length == 0 ? $"Saisissez cette donnée dans la rubrique « {Rubriques[Rubrique]} » du dossier." : Remede));
}

/// <summary>Rubrique du dossier qui remplit tous les champs d'un type.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RubriqueAttribute(string rubrique) : Attribute
{
    public string Rubrique { get; } = rubrique;
}

/// <summary>Nom d'un champ pour celui qui doit le saisir.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SaisieAttribute(string nom) : Attribute
{
    public string Nom { get; } = nom;

    public string Rubrique { get; init; } = "";

    public string Remede { get; init; } = "";
}
