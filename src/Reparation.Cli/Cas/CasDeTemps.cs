using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reparation.Domain.Plan;

namespace Reparation.Cli.Cas;

/// <summary>
/// Format <c>reparation/temps-achete@1</c> : une vie à financer, ce qu'on attend, et l'écart admis. Une clé inconnue est refusée.
/// </summary>
internal static class CasDeTemps
{
    public const string Format = "reparation/temps-achete@1";

    private static readonly JsonSerializerOptions Lecteur = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyList<Resultat> Rejouer(string fichier, JsonElement racine)
    {
        try
        {
            return [.. racine.Deserialize<Fichier>(Lecteur)!.Cas.Select(c => Rejouer(fichier, c))];
        }
        catch (JsonException e)
        {
            throw new RefusException($"{fichier}\u00A0: {e.Path}\u00A0: une clé est inconnue, absente, ou n’a pas le type attendu.");
        }
    }

    private static Resultat Rejouer(string fichier, Cas cas)
    {
        try
        {
            var ecarts = Comparer(TempsAchete.Calculer(cas.Vie), cas.Attendu).ToList();
            return new(fichier, cas.Id, ecarts.Count == 0 ? Issue.Reussi : Issue.Echoue, string.Join("\u202F; ", ecarts));
        }
        catch (ArgumentException)
        {
            return new(fichier, cas.Id, Issue.Echoue, "un taux est hors des bornes, ou une somme est bloquée sans majorité");
        }
    }

    private static IEnumerable<string> Comparer(TempsAchete calcule, Attendu attendu)
    {
        var admis = attendu.Tolerance;
        string?[] ecarts =
        [
            Ecart("mois financés", calcule.MoisFinances, attendu.MoisFinances, admis.Mois),
            Ecart("mois d’attente", calcule.MoisDAttente, attendu.MoisDAttente, 0),
            Ecart("besoin non couvert", calcule.BesoinNonCouvert.Euros, attendu.BesoinNonCouvert, admis.Euros),
            Ecart("total tiré", calcule.Tire.Euros, attendu.Tire, admis.Euros),
            Ecart("intérêts", calcule.Interets.Euros, attendu.Interets, admis.Euros),
            Ecart("premier usage (rang du jour)", calcule.PremierUsage?.DayNumber, attendu.PremierUsage?.DayNumber, 0),
            Ecart("épuisement (rang du jour)", (calcule.Fin as FinDuCapital.Epuise)?.Le.DayNumber, attendu.EpuiseLe?.DayNumber, admis.Jours),
            attendu.Fin is { } fin && fin != Nom(calcule.Fin) ? $"fin\u00A0: {fin} attendu, {Nom(calcule.Fin)} calculé" : null,
        ];
        return ecarts.OfType<string>();
    }

    private static string? Ecart(string quoi, decimal? calcule, decimal? attendu, decimal admis) =>
        attendu is null || (calcule is { } valeur && Math.Abs(valeur - attendu.Value) <= admis)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{quoi}\u00A0: {attendu} attendu, {(calcule is { } lu ? lu : "rien")} calculé");

    private static string Nom(FinDuCapital fin) => fin switch
    {
        FinDuCapital.Epuise => "epuise",
        FinDuCapital.NonConsomme => "nonConsomme",
        FinDuCapital.SansSomme => "sansSomme",
        _ => "auDela",
    };

    private sealed record Fichier(string Format, IReadOnlyList<Cas> Cas);

    private sealed record Cas(string Id, string Titre, string Source, VieAFinancer Vie, Attendu Attendu, string? Calcul = null);

    private sealed record Attendu(
        Tolerance Tolerance,
        decimal? MoisFinances = null,
        int? MoisDAttente = null,
        decimal? BesoinNonCouvert = null,
        decimal? Tire = null,
        decimal? Interets = null,
        DateOnly? PremierUsage = null,
        DateOnly? EpuiseLe = null,
        string? Fin = null);

    private sealed record Tolerance(decimal Mois, int Jours, decimal Euros);
}
