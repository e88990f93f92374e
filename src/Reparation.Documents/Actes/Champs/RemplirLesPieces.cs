using Reparation.Domain.Dossiers;
using static Reparation.Documents.Actes.Champs.Mots;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Bordereau : ce qui se communique, dans l'ordre et par groupe, et ce qui ne se communique pas.</summary>
internal sealed class RemplirLesPieces(Dossier dossier)
{
    // L'ordre du bordereau est celui du débat : la procédure, qui agit, le dommage, ce qu'il coûte.
    private static readonly (NaturePiece[] Natures, string Titre)[] Groupes =
    [
        ([NaturePiece.Procedure], "Procédure"),
        ([NaturePiece.Identite], "Identité et représentation"),
        ([NaturePiece.Medical], "Médical et psychologique"),
        ([NaturePiece.Scolarite], "Scolarité"),
        ([NaturePiece.Facture], "Frais"),
        ([NaturePiece.Attestation], "Attestations"),
        ([NaturePiece.Decompte], "Tiers payeurs et sommes reçues"),
        ([NaturePiece.Autre], "Autres pièces"),
    ];

    private readonly IEnumerable<Piece> _ordonnees = dossier.Pieces.OrderBy(p => p.Numero);

    public IReadOnlyList<ChampsPiece> Communiquees() => [.. _ordonnees.Where(p => !p.NonCommunicable).Select(Piece)];

    public IReadOnlyList<ChampsPiece> Retenues() =>
        [.. _ordonnees.Where(p => p.NonCommunicable).Select(p => Piece(p) with { Numero = RemplirLesChamps.Nombre(p.Numero) })];

    public IReadOnlyList<ChampsGroupeDePieces> ParGroupe() =>
    [
        .. Groupes.Select(g => (g.Titre, Pieces: _ordonnees.Where(p => !p.NonCommunicable && g.Natures.Contains(p.Nature)).Select(Piece).ToList()))
            .Where(g => g.Pieces.Count > 0)
            .Select((g, i) => new ChampsGroupeDePieces(((char)('A' + i)).ToString(), g.Titre, g.Pieces)),
    ];

    private static ChampsPiece Piece(Piece piece) => new()
    {
        Repere = "pièce n° " + RemplirLesChamps.Nombre(piece.Numero),
        Numero = Citations.Numero(piece),
        Titre = Texte(piece.Titre),
        Date = Date(piece.Date),
        Nature = De(piece.Nature),
        Pages = piece.Fichier?.Pages is { } pages ? RemplirLesChamps.Nombre(pages) : null,
        Nouvelle = piece.Communications.Count == 0,
        Empreinte = Texte(piece.Fichier?.Sha256 ?? ""),
        MotifDeRetenue = Texte(piece.MotifDeRetenue),
    };
}
