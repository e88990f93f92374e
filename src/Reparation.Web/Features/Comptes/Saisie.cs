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

/// <summary>Ce que l'on tape pour créer un compte.</summary>
public sealed record SaisieDeCompte
{
    [RegularExpression(@"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*", ErrorMessage = MessagesDeCompte.CourrielInvalide)]
    [Required(ErrorMessage = MessagesDeCompte.CourrielInvalide)]
    [StringLength(254, ErrorMessage = MessagesDeCompte.CourrielInvalide)]
    public string Courriel { get; init; } = "";

    [Required(ErrorMessage = MessagesDeCompte.PhraseCourte)]
    [MinLength(Annuaire.LongueurMinimale, ErrorMessage = MessagesDeCompte.PhraseCourte)]
    [MaxLength(Annuaire.LongueurMaximale, ErrorMessage = MessagesDeCompte.PhraseLongue)]
    public string Phrase { get; init; } = "";

    [Compare(nameof(Phrase), ErrorMessage = MessagesDeCompte.PhrasesDifferentes)]
    public string Repetee { get; init; } = "";

    [EnumDataType(typeof(Qualite))]
    public Qualite Metier { get; init; } = Qualite.Avocat;

    /// <summary>Code du premier démarrage ; sans objet pour les comptes suivants.</summary>
    public string? Code { get; init; }
}

/// <summary>Ce que l'on tape pour changer sa phrase de passe.</summary>
public sealed record SaisieDePhrase
{
    public string Actuelle { get; init; } = "";

    [Required(ErrorMessage = MessagesDeCompte.PhraseCourte)]
    [MinLength(Annuaire.LongueurMinimale, ErrorMessage = MessagesDeCompte.PhraseCourte)]
    [MaxLength(Annuaire.LongueurMaximale, ErrorMessage = MessagesDeCompte.PhraseLongue)]
    public string Phrase { get; init; } = "";

    [Compare(nameof(Phrase), ErrorMessage = MessagesDeCompte.PhrasesDifferentes)]
    public string Repetee { get; init; } = "";
}
