using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Reparation.Domain.Dossiers;

/// <summary>Longueur maximale d'un texte du dossier. Lue par le formulaire, le lecteur de fichiers et le schéma.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongueurAttribute(int maximum) : StringLengthAttribute(maximum)
{
    /// <inheritdoc />
    public override string FormatErrorMessage(string name) => Message(MaximumLength);

    /// <summary>Message donné quand le texte est trop long.</summary>
    public static string Message(int maximum) =>
        $"Ce texte dépasse {Commun.Francais.Nombre(maximum, 0)} caractères. Raccourcissez-le, ou joignez le détail en pièce.";
}

/// <summary>Bornes d'un nombre du dossier, incluses. Lues comme <see cref="LongueurAttribute"/>.</summary>
/// <param name="minimum">Écrit avec un point décimal : un attribut ne porte pas de <c>decimal</c>.</param>
/// <param name="maximum">Écrit de même.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BornesAttribute(string minimum, string maximum) : ValidationAttribute
{
    /// <summary>Plus petite valeur admise.</summary>
    public decimal Minimum { get; } = decimal.Parse(minimum, CultureInfo.InvariantCulture);

    /// <summary>Plus grande valeur admise.</summary>
    public decimal Maximum { get; } = decimal.Parse(maximum, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is null || (Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var nombre && nombre >= Minimum && nombre <= Maximum);

    /// <inheritdoc />
    public override string FormatErrorMessage(string name) =>
        $"Ce nombre doit être compris entre {Commun.Francais.Nombre(Minimum)} et {Commun.Francais.Nombre(Maximum)}.";
}

/// <summary>Longueurs usuelles.</summary>
public static class Longueurs
{
    /// <summary>Identifiant interne ou référence.</summary>
    public const int Identifiant = 60;

    /// <summary>Nom, titre, numéro : une ligne.</summary>
    public const int Ligne = 200;

    /// <summary>Un paragraphe.</summary>
    public const int Paragraphe = 2_000;

    /// <summary>Une à deux pages.</summary>
    public const int Recit = 8_000;

    /// <summary>Une section d'acte réécrite.</summary>
    public const int Section = 40_000;
}
