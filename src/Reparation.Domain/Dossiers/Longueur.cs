using System.ComponentModel.DataAnnotations;

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

/// <summary>Bornes d'un nombre du dossier, incluses.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BornesAttribute(double minimum, double maximum) : RangeAttribute(minimum, maximum)
{
    /// <inheritdoc />
    public override string FormatErrorMessage(string name) => Message((double)Minimum, (double)Maximum);

    /// <summary>Message donné quand le nombre sort des bornes.</summary>
    public static string Message(double minimum, double maximum) =>
        $"Ce nombre doit être compris entre {Commun.Francais.Nombre((decimal)minimum)} et {Commun.Francais.Nombre((decimal)maximum)}.";
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
}
