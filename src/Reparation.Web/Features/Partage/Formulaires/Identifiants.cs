using System.Globalization;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>Identifiants neutres que reçoivent les lignes d'un dossier : une lettre et un rang.</summary>
public static class Identifiants
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["Piece"] = "p",
        ["Fait"] = "f",
        ["Representant"] = "r",
        ["Organisme"] = "o",
        ["MisEnCause"] = "m",
        ["Proche"] = "x",
        ["Retentissement"] = "t",
        ["Objectif"] = "b",
        ["ActionDuPlan"] = "a",
        ["Revue"] = "s",
        ["Mesure"] = "q",
        ["ScenarioDeVie"] = "v",
        ["Retrait"] = "w",
    };

    /// <summary>Vrai si les lignes de ce type en reçoivent un.</summary>
    public static bool Connait(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Prefixes.ContainsKey(type.Name);
    }

    /// <summary>Le premier qui soit libre, ajouté à ceux qui sont pris.</summary>
    public static string Prendre(Type type, HashSet<string> pris)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(pris);
        for (var rang = 1; ; rang++)
        {
            var id = Prefixes[type.Name] + rang.ToString(CultureInfo.InvariantCulture);
            if (pris.Add(id))
            {
                return id;
            }
        }
    }
}
