using System.Text.Json.Serialization;

namespace Reparation.Cli.Cas;

/// <summary>Issue d'un cas.</summary>
/// <param name="Fichier">Fichier du cas.</param>
/// <param name="Id">Identifiant du cas, ou ligne du tableau.</param>
/// <param name="Issue">Réussi, échoué ou ignoré.</param>
/// <param name="Message">Écart constaté, ou raison d'ignorer ; vide si le cas réussit.</param>
internal sealed record Resultat(string Fichier, string Id, Issue Issue, string Message = "")
{
    [JsonIgnore]
    public bool Echoue => Issue == Issue.Echoue;
}

internal enum Issue
{
    Reussi,
    Echoue,
    Ignore,
}
