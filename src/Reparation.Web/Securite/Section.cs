namespace Reparation.Web.Securite;

/// <summary>Partie de l'application dont l'accès se décide d'un bloc.</summary>
public enum Section
{
    /// <summary>L'enfant, ses proches, qui agit pour lui.</summary>
    Enfant,

    /// <summary>Les faits et leurs qualifications.</summary>
    Faits,

    /// <summary>La procédure : parties, délais, voies, textes, sommes reçues.</summary>
    Procedure,

    /// <summary>Les pièces et leurs fichiers.</summary>
    Pieces,

    /// <summary>Ce que les faits ont changé dans la vie de l'enfant.</summary>
    Retentissements,

    /// <summary>Les sommes.</summary>
    Chiffrage,

    /// <summary>Les écritures et les actes émis.</summary>
    Actes,

    /// <summary>Le plan, le temps acheté, le livret.</summary>
    Plan,

    /// <summary>Les documents qui ne disent rien de la procédure.</summary>
    Documents,

    /// <summary>Toutes les versions, et qui les a écrites.</summary>
    Journal,

    /// <summary>Le dossier entier, emporté en un fichier.</summary>
    Copie,

    /// <summary>Qui ouvre le dossier.</summary>
    Acces,

    /// <summary>Ouvrir un dossier neuf ou importé.</summary>
    Ouverture,

    /// <summary>Les comptes de l'installation.</summary>
    Comptes,

    /// <summary>Qui a ouvert le dossier, et ce qu'il en a vu.</summary>
    Consultations,
}
