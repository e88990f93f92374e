using Reparation.Domain.Dossiers;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>
/// Cite les pièces par leur numéro au bordereau. Une pièce qui ne se communique pas ne se cite pas. Chaque numéro voyage
/// entre deux repères (<see cref="RenvoiDePiece"/>) : l'acte en fait un lien, et renuméroter suit partout.
/// </summary>
internal sealed class Citations(IReadOnlyList<Piece> pieces)
{
    private readonly Dictionary<string, int> _numeros =
        pieces.Where(p => !p.NonCommunicable).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Numero);

    /// <summary>« pièce n° 3 », « pièces n° 3, 4 et 7 », ou rien.</summary>
    public string? Citer(IEnumerable<string> ids)
    {
        var numeros = Numeros(ids);
        return numeros.Count switch
        {
            0 => null,
            1 => "pièce n° " + numeros[0],
            _ => "pièces n° " + Langue.Liste(numeros),
        };
    }

    /// <summary>Le numéro d'une pièce, à sa ligne du bordereau.</summary>
    public static string Numero(Piece piece) => RenvoiDePiece.Marquer(piece.Numero);

    /// <summary>« 3, 4, 7 », ou rien.</summary>
    public string? Colonne(IEnumerable<string> ids) => Numeros(ids) is { Count: > 0 } numeros ? string.Join(", ", numeros) : null;

    private List<string> Numeros(IEnumerable<string> ids) =>
    [
        .. ids.Where(_numeros.ContainsKey).Select(id => _numeros[id]).Distinct().Order()
            .Select(RenvoiDePiece.Marquer),
    ];
}
