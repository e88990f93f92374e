using Reparation.Web.Data;

namespace Reparation.Web.Features.Erreurs;

/// <summary>Ce que l'on dit d'une panne de stockage : quoi, pourquoi, que faire.</summary>
public static class MessagesDeStockage
{
    private const string Prevenir = "Prévenez la personne qui administre cette installation\u00A0: ";

    /// <summary>Ajouté à la confirmation quand la version précédente est datée d'après celle-ci.</summary>
    public const string HorlogeEnRetard =
        "L’horloge de cette machine retarde\u00A0: la version précédente est datée d’après celle-ci. Rien n’est perdu, mais les délais se comptent depuis le jour affiché\u00A0: "
        + "faites régler l’horloge avant de vous y fier.";

    /// <summary>Code HTTP d'une panne : passagère ou non, jamais la faute de la demande.</summary>
    public static int Code(PanneDeStockage panne) => panne switch
    {
        PanneDeStockage.DisquePlein => StatusCodes.Status507InsufficientStorage,
        PanneDeStockage.Abimee or PanneDeStockage.Alteree => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    public static (string Titre, string Pourquoi, string QueFaire) De(PanneDeStockage panne) => panne switch
    {
        PanneDeStockage.DisquePlein => (
            "Le disque est plein\u00A0: rien n’a été enregistré",
            "La machine qui garde les dossiers n’a plus de place. Tout ce qui était enregistré l’est encore.",
            Prevenir + "il faut libérer de la place. Gardez cette page ouverte, puis enregistrez de nouveau."),
        PanneDeStockage.LectureSeule => (
            "Les données ne s’écrivent pas\u00A0: rien n’a été enregistré",
            "Le répertoire des données est en lecture seule, ou il n’est plus au compte qui fait tourner l’application. Tout ce qui était enregistré l’est encore\u202F; un dossier ne s’ouvre pas tant que sa lecture ne peut pas être notée.",
            Prevenir + "elle doit rendre ce répertoire à ce compte. Gardez cette page ouverte, puis enregistrez de nouveau."),
        PanneDeStockage.Occupee => (
            "La base est occupée\u00A0: rien n’a été enregistré",
            "Un autre programme la tient depuis trop longtemps, par exemple une copie faite à la main.",
            "Attendez une minute, puis recommencez. Si cela dure, prévenez la personne qui administre cette installation."),
        PanneDeStockage.Disque => (
            "Le disque ne répond pas\u00A0: rien n’a été enregistré",
            "Le support qui garde les dossiers refuse de lire ou d’écrire.",
            Prevenir + "elle doit le vérifier avant tout, et sauvegarder. Gardez cette page ouverte."),
        PanneDeStockage.Abimee => (
            "La base est abîmée",
            "Des pages du fichier ne se relisent pas. L’application n’y a rien changé.",
            Prevenir + "elle doit copier le fichier de la base, lancer «\u00A0controler\u00A0», puis restaurer la dernière sauvegarde saine."),
        PanneDeStockage.Alteree => (
            "Une donnée de ce dossier ne se relit pas",
            "Elle a été modifiée hors de l’application, ou elle est abîmée. Les autres dossiers ne sont pas touchés.",
            Prevenir + "«\u00A0controler\u00A0» dit laquelle, et quoi restaurer."),
        _ => throw new ArgumentOutOfRangeException(nameof(panne)),
    };

    /// <summary>Le même, en une ligne, au-dessus d'un formulaire qui garde ce qu'on y a tapé.</summary>
    public static string EnLigne(PanneDeStockage panne)
    {
        var (titre, pourquoi, queFaire) = De(panne);
        return $"{titre}. {pourquoi} {queFaire}";
    }
}
