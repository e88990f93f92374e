using System.Globalization;

namespace Reparation.Web.Features.References;

/// <summary>Recherche d'un mot comme on le tape : ni casse, ni accents.</summary>
internal static class Lu
{
    public static bool Contient(string texte, string mot) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(
        texte, mot, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
