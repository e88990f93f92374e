using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Pieces;

/// <summary>Ce que l'on relie, pour qui, et où cela s'écrit.</summary>
/// <param name="Dossier">Dossier d'où viennent les pièces ; le nom de l'enfant y sert à refuser un intitulé qui le porte.</param>
/// <param name="Date">Date portée par la liasse ; rien n'est lu à l'horloge.</param>
/// <param name="Actes">Actes qui précèdent les pièces, dans l'ordre ; leurs renvois mènent aux pièces.</param>
/// <param name="Pieces">Pièces et de quoi les lire.</param>
/// <param name="Creer">Ouvre en écriture le fichier de ce nom ; la liasse ferme le flux qu'elle reçoit.</param>
public sealed record DemandeDeLiasse(
    Dossier Dossier, DateOnly Date, IReadOnlyList<ActeALier> Actes, IReadOnlyList<PieceALier> Pieces, Func<string, Stream> Creer)
{
    /// <summary>Limite du canal ; rien si la liasse ne part pas par voie électronique.</summary>
    public LimiteDEnvoi? Limite { get; init; }

    /// <summary>Forme de la liasse.</summary>
    public FormeDeLiasse Forme { get; init; }

    /// <summary>Vrai pour ne tamponner que la première page de chaque pièce ; sans effet sur une archive.</summary>
    public bool PremierePageSeulement { get; init; }

    /// <summary>De quoi sceller chaque fichier ; rien pour un projet.</summary>
    public SceauDeLiasse? Sceau { get; init; }
}

/// <summary>Ce que deviennent les pièces.</summary>
public enum FormeDeLiasse
{
    /// <summary>Pièces tamponnées et reliées à la suite des actes, en volumes sous la limite du canal.</summary>
    Reliee,

    /// <summary>Pièces tamponnées, un fichier chacune.</summary>
    UnFichierParPiece,

    /// <summary>
    /// Originaux joints, intacts, au PDF des actes et du bordereau : lui seul annonce PDF/A-3, qui admet tout fichier joint
    /// (ISO 19005-3:2012).
    /// </summary>
    Archive,
}

/// <summary>De quoi sceller une liasse définitive.</summary>
/// <param name="Cle">Clé qui signe.</param>
/// <param name="Editions">Éditions employées, par leur intitulé.</param>
public sealed record SceauDeLiasse(CleDeSceau Cle, IReadOnlyList<string> Editions);

/// <summary>Acte mis en tête de la liasse.</summary>
/// <param name="Acte">Blocs de l'acte.</param>
/// <param name="Charte">Son apparence.</param>
public sealed record ActeALier(Acte Acte, Charte Charte);

/// <summary>Pièce à relier.</summary>
/// <param name="Piece">La pièce, telle qu'au bordereau.</param>
/// <param name="Ouvrir">Ouvre l'original en lecture ; rien si le fichier manque. Peut être appelé deux fois.</param>
public sealed record PieceALier(Piece Piece, Func<Stream?> Ouvrir);
