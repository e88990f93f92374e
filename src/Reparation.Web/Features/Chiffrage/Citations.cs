using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Renvois d'un calcul à ce qui le prouve.</summary>
public static class Citations
{
    /// <summary>« Pièces n° 3, n° 7 », dans l'ordre du bordereau.</summary>
    public static string Pieces(IReadOnlyList<string> ids, IReadOnlyDictionary<string, Piece> pieces)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var numeros = ids.Where(pieces.ContainsKey).Select(i => pieces[i].Numero).Order()
            .Select(n => $"n°{Francais.Insecable}{n}").ToList();
        return (numeros.Count == 1 ? "Pièce " : "Pièces ") + string.Join(", ", numeros);
    }

    /// <summary>Toutes les sources d'un calcul, sans doublon, dans l'ordre où on les rencontre.</summary>
    public static List<Source> Sources(Etape etape)
    {
        ArgumentNullException.ThrowIfNull(etape);
        return [.. etape.Sources.Concat(etape.Details.SelectMany(Sources)).Distinct()];
    }
}
