namespace Reparation.Documents.Pieces;

/// <summary>
/// Un fichier ne peut pas entrer dans la liasse. Le message dit pourquoi et quoi faire, sans rien citer du contenu ; il ne
/// sort pas de ce dossier : la liasse en fait une page et un <see cref="Incident"/>.
/// </summary>
internal sealed class PieceRefuseeException(string motif, string remede) : Exception(motif)
{
    public string Motif => Message;

    public string Remede => remede;

    public static PieceRefuseeException Illisible() => new(
        "Le fichier est incomplet ou abîmé : il ne se lit pas comme un PDF.",
        "Demandez une nouvelle copie à qui l’a remis, ou imprimez l’original vers un nouveau PDF, puis déposez-la à la place.");

    public static PieceRefuseeException Chiffree() => new(
        "Le PDF est protégé par un mot de passe.",
        "Ouvrez-le avec son mot de passe, enregistrez-en une copie sans protection, puis déposez-la à la place.");

    public static PieceRefuseeException CalqueMasque() => new(
        "Le PDF contient un calque masqué, qui reparaîtrait chez le destinataire.",
        "Imprimez-le vers un nouveau PDF, qui ne gardera que ce qui se voit, puis déposez-le à la place.");

    public static PieceRefuseeException Demesuree(string quoi) => new(
        $"Le fichier dépasse ce que la liasse accepte : {quoi}.",
        "Partagez-le en plusieurs pièces, ou imprimez-le vers un PDF ordinaire.");

    public static PieceRefuseeException Image(string quoi) => new(
        $"L’image ne se lit pas : {quoi}.",
        "Numérisez de nouveau le document, de préférence en PDF.");
}
