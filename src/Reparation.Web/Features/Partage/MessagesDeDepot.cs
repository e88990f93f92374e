using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Features.Partage;

/// <summary>Ce que l'on dit d'un dépôt de pièce : quoi, pourquoi, que faire.</summary>
public static class MessagesDeDepot
{
    public const string Vide = "Ce fichier est vide. Il n’y a rien à communiquer. Vérifiez l’original et déposez-le de nouveau.";

    public const string AConfirmer =
        "Ce fichier porte une image. Seules entrent les numérisations de documents, où personne ne paraît. " +
        "Si c’en est une, cochez la confirmation et déposez-le de nouveau.";

    public const string Interrompu =
        "Le dépôt n’est pas arrivé au bout. Rien n’en est resté. Déposez de nouveau ce fichier.";

    public const string AucunFichier = "Aucun fichier n’a été choisi. Choisissez-en un, puis déposez-le.";

    public const string FichierAbsent =
        "Le fichier de cette pièce n’est plus ici : il a été détruit, ou le dossier vient d’une autre installation. Déposez-le de nouveau.";

    public static string Deposee(Piece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var pages = piece.Fichier?.Pages is { } n ? $" ({Francais.Nombre(n, 0)} page{(n > 1 ? "s" : "")})" : "";
        return $"Pièce n°{Francais.Insecable}{Francais.Nombre(piece.Numero, 0)} déposée{pages} : {piece.Titre}.";
    }

    public static string DossierARevoir(string endroit, string message) =>
        $"Le fichier est rangé, mais le dossier ne peut pas être enregistré. {endroit}{Francais.Insecable}: {message}";

    public static string TropLourd(int mega) =>
        $"Ce fichier dépasse {Francais.Nombre(mega, 0)}{Francais.Insecable}Mo, la plus grande taille d’une pièce ici. " +
        "Numérisez à 300 points par pouce, ou divisez le document en plusieurs pièces.";

    public static string DossierPlein(int mega) =>
        $"Les pièces de ce dossier dépasseraient {Francais.Nombre(mega, 0)}{Francais.Insecable}Mo. " +
        "Réduisez les plus lourdes, ou demandez à qui administre l’installation d’en relever la limite.";

    public static string TropDeDepots(int nombre) =>
        $"Déjà {Francais.Nombre(nombre, 0)} dépôts sont en cours dans ce dossier. Attendez qu’ils se terminent, puis recommencez.";

    public static string Doublon(int numero) =>
        $"Ce fichier est déjà la pièce n°{Francais.Insecable}{Francais.Nombre(numero, 0)}. Rien n’a été ajouté.";
}
