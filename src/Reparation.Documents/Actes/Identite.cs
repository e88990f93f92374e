using System.Text.RegularExpressions;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Actes;

/// <summary>Reconnaît le nom et les prénoms de l'enfant dans un texte.</summary>
internal static class Identite
{
    /// <summary>Motif qui trouve l'un de ses noms, ou rien si le dossier n'en donne pas.</summary>
    public static Regex? Motif(Enfant enfant)
    {
        var noms = $"{enfant.Prenoms} {enfant.Nom}".Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Where(n => n.Length > 2).Distinct().Select(Regex.Escape).ToList();
        return noms.Count == 0
            ? null
            : new($@"(?<!\p{{L}})(?:{string.Join('|', noms)})(?!\p{{L}})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
