using System.Globalization;
using Reparation.Documents.Actes.Champs;
using Reparation.Documents.Blocs;
using Reparation.Domain.Dossiers;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Pieces;

/// <summary>Bordereau composé quand aucun acte de la liasse n'en porte : une ligne par pièce, à dater et à signer.</summary>
internal static class Bordereau
{
    public static Acte Composer(
        IdentiteActe identite, Dossier dossier, IReadOnlyList<PieceALier> pieces, Func<PieceALier, string> titreDe)
    {
        var signataire = dossier.Avocat?.Nom.Trim() ?? "";
        return new(
            identite,
            [
                new Bloc.Titre(1, Texte("Bordereau de communication de pièces"), "bordereau"),
                new Bloc.Tableau(
                    "Pièces communiquées",
                    [new(Texte("N°"), Alignement.Droite, 8), new(Texte("Pièce"), Poids: 58), new(Texte("Nature"), Poids: 18), new(Texte("Date"), Poids: 16)],
                    [.. pieces.Select(p => Ligne(p, titreDe(p)))]),
                new Bloc.Paragraphe(Texte($"Le {Langue.Date(identite.Date)}"), StyleParagraphe.Droite),
                .. signataire.Length == 0 ? Array.Empty<Bloc>() : [new Bloc.Signature(Texte($"Maître {signataire}"))],
            ],
            []);
    }

    private static Ligne Ligne(PieceALier piece, string titre)
    {
        var numero = piece.Piece.Numero;
        return new(
        [
            [new Inline.Lien("#" + Ancres.Piece(numero), [new(numero.ToString(CultureInfo.InvariantCulture))])],
            titre.Length == 0 ? [] : Texte(titre),
            Texte(Mots.De(piece.Piece.Nature)),
            piece.Piece.Date is { } date ? Texte(Langue.Date(date)) : [],
        ])
        {
            Ancre = Ancres.Bordereau(numero),
        };
    }

    private static IReadOnlyList<Inline> Texte(string texte) => [new Inline.Texte(texte)];
}
