using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Infractions;

/// <summary>Une infraction et ses rédactions successives.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Intitule">Nom juridique.</param>
/// <param name="Articles">Articles du code pénal.</param>
public sealed record Infraction(string Id, string Intitule, IReadOnlyList<string> Articles)
{
    /// <summary>Citée par l'article 706-3, 2° du code de procédure pénale, qui dispense alors de tout seuil de gravité.</summary>
    public required Appartenance CiteeA7063 { get; init; }

    /// <summary>Ce qu'il faut établir pour une réparation intégrale, ou ce qui se discute ; vide si rien.</summary>
    public required string Condition { get; init; }

    /// <summary>Visée par l'article 706-47 du code de procédure pénale.</summary>
    public required Appartenance Article70647 { get; init; }

    /// <summary>Règle de prescription de l'action publique, par identifiant.</summary>
    public required string Prescription { get; init; }

    /// <summary>Juridictions compétentes, par identifiant (<see cref="Referentiels.Textes"/>). De mémoire.</summary>
    public required IReadOnlyList<string> Juridictions { get; init; }

    /// <summary>Fait matériel à établir, en mots de droit.</summary>
    public required string Materiel { get; init; }

    /// <summary>Ce qu'il faut chercher pour des faits antérieurs à la première rédaction connue ; vide si rien.</summary>
    public required string Avant { get; init; }

    /// <summary>Remarque utile ; vide si rien.</summary>
    public required string Note { get; init; }

    /// <summary>Formes de l'atteinte pour lesquelles elle est proposée.</summary>
    public required IReadOnlyList<Technique> Techniques { get; init; }

    /// <summary>Sources communes à toutes les rédactions.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Rédactions, de la plus ancienne à la plus récente, sans trou ni recouvrement.</summary>
    public required IReadOnlyList<VersionDInfraction> Versions { get; init; }

    /// <summary>Rédaction en vigueur ce jour-là ; rien si le texte n'existait pas, ou pas sous ce numéro.</summary>
    public VersionDInfraction? EnVigueurLe(DateOnly jour) => Versions.SingleOrDefault(v => v.Du <= jour && !(v.Au < jour));

    /// <summary>Rédactions en vigueur au moins un jour de la période, bornes incluses.</summary>
    public IReadOnlyList<VersionDInfraction> EnVigueurEntre(DateOnly du, DateOnly au) => [.. Versions.Where(v => v.Du <= au && !(v.Au < du))];

    /// <summary>Ses rédactions pendant les faits ; à défaut de date, ou de texte ce jour-là, la dernière.</summary>
    public IReadOnlyList<Source> Citer(DateOnly? du, DateOnly? au) =>
        [.. (du is { } debut ? EnVigueurEntre(debut, au >= debut ? au.Value : debut) : []).DefaultIfEmpty(Versions[^1]).Select(Citer)];

    /// <summary>« art. 222-23 du code pénal », dans cette rédaction.</summary>
    public Source Citer(VersionDInfraction version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var texte = version.Sources[0];
        return texte with
        {
            Intitule = $"art. {Francais.Liste(Articles)} du code pénal",
            Confiance = version.Credit,
            Doute = version.Credit == version.Confiance ? "" : "date d’application",
            EnVigueur = version.Du,
        };
    }
}

/// <summary>Une rédaction d'une infraction.</summary>
/// <param name="Du">Premier jour d'application.</param>
/// <param name="Au">Dernier jour ; rien si elle s'applique encore.</param>
/// <param name="Elements">Éléments à réunir, outre le fait matériel.</param>
/// <param name="Peines">Peines ; vide si cette rédaction n'a pas été relue.</param>
/// <param name="Confiance">Crédit des articles, peines et seuils d'âge.</param>
/// <param name="ConfianceDesDates">Crédit des dates d'application.</param>
/// <param name="Sources">Sources de la rédaction.</param>
public sealed record VersionDInfraction(
    DateOnly Du, DateOnly? Au, IReadOnlyList<ElementLegal> Elements, IReadOnlyList<Peine> Peines, Confiance Confiance,
    Confiance ConfianceDesDates, IReadOnlyList<Source> Sources)
{
    /// <summary>Crédit le plus faible de ce qu'elle affirme, sa date d'application comprise.</summary>
    public Confiance Credit => (Confiance)Math.Max((int)Confiance, (int)ConfianceDesDates);

    /// <summary>Ce qui distingue cette rédaction ; vide si rien.</summary>
    public string Resume { get; init; } = "";

    /// <summary>Ce qui reste à relire ; vide si rien.</summary>
    public string Reserve { get; init; } = "";
}

/// <summary>Peine encourue.</summary>
/// <param name="Privation">Peine privative de liberté, en clair.</param>
/// <param name="Amende">Amende, si elle est connue.</param>
/// <param name="Quand">Circonstance qui la porte à ce niveau ; vide pour la peine de base.</param>
public sealed record Peine(string Privation, Montant? Amende, string Quand)
{
    /// <inheritdoc />
    public override string ToString() => Privation
        + (Amende is { } amende ? $" et {Francais.Nombre(amende.Euros)}{Francais.Insecable}€ d’amende" : "")
        + (Quand.Length > 0 ? $" ({Quand})" : "");
}

/// <summary>Appartenance à une liste légale.</summary>
public enum Appartenance
{
    /// <summary>La liste la nomme.</summary>
    Oui,

    /// <summary>La liste ne la nomme pas.</summary>
    Non,

    /// <summary>La liste la nomme sous une condition.</summary>
    SousCondition,

    /// <summary>Non établi.</summary>
    AVerifier,
}
