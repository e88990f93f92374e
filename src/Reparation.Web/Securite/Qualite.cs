namespace Reparation.Web.Securite;

/// <summary>À quel titre une personne agit : le métier d'un compte, et ce qu'il est dans un dossier qu'on lui a ouvert.</summary>
public enum Qualite
{
    /// <summary>Avocat : tient le dossier entier et décide qui d'autre l'ouvre.</summary>
    Avocat = 1,

    /// <summary>Collaborateur : prépare tout, n'ouvre le dossier à personne.</summary>
    Collaborateur = 2,

    /// <summary>Administrateur ad hoc (art. 706-50 du code de procédure pénale) : dit les faits et la vie de l'enfant, relit le chiffrage et les actes.</summary>
    AdministrateurAdHoc = 3,

    /// <summary>Intervenant (association, éducateur, psychologue) : les retentissements et le plan, rien de la procédure.</summary>
    Intervenant = 4,

    /// <summary>Lecteur : voit le dossier, n'y change rien.</summary>
    Lecteur = 5,

    /// <summary>Administrateur de l'installation : ouvre les comptes, ne lit aucun dossier.</summary>
    Administrateur = 6,
}
