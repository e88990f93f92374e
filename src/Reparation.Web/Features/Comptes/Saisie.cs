using System.ComponentModel.DataAnnotations;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Ce que l'on tape pour se connecter.</summary>
public sealed record SaisieDeConnexion
{
    public string Courriel { get; init; } = "";

    public string Phrase { get; init; } = "";

    public string? Retour { get; init; }
}

/// <summary>Ce que l'on tape pour inviter quelqu'un.</summary>
public sealed record SaisieDInvitation
{
    [Courriel]
    public string Courriel { get; init; } = "";

    [EnumDataType(typeof(Qualite))]
    public Qualite Metier { get; init; } = Qualite.Avocat;
}

/// <summary>Ce que l'on tape pour créer le premier compte.</summary>
public sealed record SaisieDeCompte : SaisieDePhrase
{
    [Courriel]
    public string Courriel { get; init; } = "";

    [EnumDataType(typeof(Qualite))]
    public Qualite Metier { get; init; } = Qualite.Avocat;

    /// <summary>Code du premier démarrage.</summary>
    public string? Code { get; init; }
}

/// <summary>Ce que l'on tape pour choisir sa phrase de passe.</summary>
public record SaisieDePhrase
{
    [Required(ErrorMessage = MessagesDeCompte.PhraseCourte)]
    [MinLength(Annuaire.LongueurMinimale, ErrorMessage = MessagesDeCompte.PhraseCourte)]
    [MaxLength(Annuaire.LongueurMaximale, ErrorMessage = MessagesDeCompte.PhraseLongue)]
    [PhraseSure]
    public string Phrase { get; init; } = "";

    [Compare(nameof(Phrase), ErrorMessage = MessagesDeCompte.PhrasesDifferentes)]
    public string Repetee { get; init; } = "";
}

/// <summary>Ce que l'on tape pour changer sa phrase de passe.</summary>
public sealed record SaisieDeChangement : SaisieDePhrase
{
    public string Actuelle { get; init; } = "";
}

/// <summary>Une adresse électronique complète.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CourrielAttribute() : RegularExpressionAttribute(@"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*")
{
    private const int Maximum = 254;

    public override bool IsValid(object? value) => value is string { Length: > 0 and <= Maximum } && base.IsValid(value);

    public override string FormatErrorMessage(string name) => MessagesDeCompte.CourrielInvalide;
}
