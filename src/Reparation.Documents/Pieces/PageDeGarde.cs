using System.Globalization;
using Reparation.Documents.Blocs;
using Reparation.Documents.Francais;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Dossiers;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Pieces;

/// <summary>Première page d'un fichier de la liasse : ce qu'il contient, où est le reste, et ce qu'il annonce.</summary>
internal static class PageDeGarde
{
    /// <summary>Compose la garde d'un volume, sans son sommaire.</summary>
    /// <param name="demande">La liasse demandée.</param>
    /// <param name="lots">Pièces de chaque volume.</param>
    /// <param name="rang">Rang du volume, à partir de zéro.</param>
    /// <param name="norme">Ce que ses métadonnées annoncent.</param>
    /// <param name="jointes">Numéro et nom de chaque original joint ; sans nom quand le fichier manque. Vide quand les pièces sont reliées.</param>
    public static List<Bloc> Composer(
        DemandeDeLiasse demande, IReadOnlyList<IReadOnlyList<PieceALier>> lots, int rang, Norme norme, IReadOnlyList<(int Numero, string? Nom)> jointes)
    {
        List<Bloc> blocs =
        [
            new Bloc.Paragraphe(
                [new Inline.Texte(jointes.Count > 0 ? "Archive du dossier" : lots[rang].Count == 0 ? "Actes et bordereau" : "Actes et pièces")],
                StyleParagraphe.TitreDocument),
            new Bloc.Paragraphe(
                [
                    new Inline.Texte($"Dossier {demande.Dossier.Reference}, {Langue.Date(demande.Date)}"),
                    .. Cachet(demande.Dossier.Avocat) is { Length: > 0 } cachet ? [new Inline.SautDeLigne(), new Inline.Texte(cachet)] : Array.Empty<Inline>(),
                ],
                StyleParagraphe.SousTitre),
        ];
        if (lots.Count > 1)
        {
            var limite = demande.Limite!;
            blocs.Add(new Bloc.Encadre(
            [
                new Bloc.Paragraphe([new Inline.Texte($"Volume {Nombre(rang + 1)} sur {Nombre(lots.Count)}", Gras: true)]),
                .. lots.Select((l, i) => new Bloc.Paragraphe([new Inline.Texte($"Volume {Nombre(i + 1)}\u00A0: {Contenu(l, i)}.")])),
                Note($"Le dossier est partagé pour tenir sous {Nombre(limite.Megaoctets)}\u00A0Mo par envoi ({limite.Libelle}, limite relevée le {Langue.Date(limite.Source.VerifieLe)})."),
            ]));
        }

        blocs.Add(Note(Dire(norme)));
        if (demande.Sceau is { } sceau)
        {
            blocs.Add(Note($"Ce fichier est scellé par la clé {sceau.Cle.Publique.Identifiant}. La page «\u00A0Vérifier un dossier\u00A0» de Reparation, ou la commande «\u00A0reparation verifier\u00A0», dit s’il a changé depuis, et où."));
        }

        if (jointes.Count > 0)
        {
            blocs.Add(Note("Les originaux des pièces sont joints à ce fichier, tels qu’ils ont été remis. Un lecteur de PDF les montre dans son volet «\u00A0Pièces jointes\u00A0»."));
            blocs.Add(new Bloc.Tableau(
                "Originaux joints",
                [new([new Inline.Texte("Pièce n°")], Alignement.Droite, 14), new([new Inline.Texte("Fichier joint")], Poids: 86)],
                [.. jointes.Select(j => new Ligne([[new Inline.Texte(Nombre(j.Numero))], [new Inline.Texte(j.Nom ?? "Le fichier n’a pas été déposé.")]]))]));
        }

        return blocs;
    }

    /// <summary>Nom et barreau de l'avocat, tels que le tampon et la garde les portent ; vide sans avocat.</summary>
    public static string Cachet(Avocat? avocat) => avocat is null || avocat.Nom.Trim().Length == 0
        ? ""
        : $"Me\u00A0{avocat.Nom.Trim()}" + (avocat.Barreau.Trim().Length == 0 ? "" : $", barreau {Tournures.De(avocat.Barreau.Trim())}");

    /// <summary>Dit ce qu'un fichier annonce.</summary>
    public static string Dire(Norme norme) => norme switch
    {
        Norme.Archive => "Conçu pour l’archivage et l’accessibilité\u00A0: PDF/A-3, niveau\u00A0A, et PDF/UA-1.",
        Norme.Reproduction => "Conçu pour l’archivage\u00A0: PDF/A-3, niveau\u00A0B. Toutes ses pages sont écrites ou converties par Reparation.",
        _ => "Aucune norme d’archivage n’est annoncée\u00A0: des pièces sont des PDF, ou des images aux couleurs d’imprimeur, que nous reproduisons sans pouvoir répondre de leurs polices ni de leurs couleurs. La forme «\u00A0archive\u00A0» joint les originaux à un fichier qui l’annonce.",
    };

    private static string Contenu(IReadOnlyList<PieceALier> lot, int rang)
    {
        var pieces = lot.Count switch
        {
            0 => "",
            1 => $"pièce n°\u00A0{Nombre(lot[0].Piece.Numero)}",
            _ => $"pièces n°\u00A0{Nombre(lot[0].Piece.Numero)} à {Nombre(lot[^1].Piece.Numero)}",
        };
        return rang > 0 ? pieces : pieces.Length == 0 ? "actes et bordereau" : "actes, bordereau et " + pieces;
    }

    private static Bloc.Paragraphe Note(string texte) => new([new Inline.Texte(texte)], StyleParagraphe.Note);

    private static string Nombre(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);
}
