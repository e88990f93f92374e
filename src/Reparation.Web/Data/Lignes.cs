using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

// Lignes des tables. Tout ce qu'une personne a tapé y est scellé ; seuls restent lisibles des identifiants tirés au
// hasard, des numéros de version et des instants.

/// <summary>Un dossier : sa clé enveloppée et son propriétaire. Son contenu est dans ses versions.</summary>
public sealed class LigneDossier
{
    public Guid Id { get; init; }

    public Guid Proprietaire { get; init; }

    public required byte[] Cle { get; init; }
}

/// <summary>Un accès ouvert à un autre compte. Il ne s'efface pas : retiré, il dit par qui et quand.</summary>
public sealed class LigneAcces
{
    public Guid Id { get; init; }

    public Guid DossierId { get; init; }

    public Guid CompteId { get; init; }

    public Qualite Qualite { get; init; }

    /// <summary>Qui l'a ouvert.</summary>
    public Guid Par { get; init; }

    public DateTimeOffset Le { get; init; }

    /// <summary>Instant où il cesse de lui-même ; vide s'il dure.</summary>
    public DateTimeOffset? FinLe { get; init; }

    public Guid? RetirePar { get; set; }

    public DateTimeOffset? RetireLe { get; set; }

    /// <summary>Motif scellé avec tout ce qui précède : une ligne ajoutée ou changée dans la base n'ouvre rien.</summary>
    public required byte[] Preuve { get; set; }
}

/// <summary>Une version d'un dossier : ajoutée, jamais modifiée.</summary>
public sealed class LigneVersion
{
    public Guid DossierId { get; init; }

    public int Numero { get; init; }

    public Guid Auteur { get; init; }

    public DateTimeOffset Le { get; init; }

    public required byte[] Raison { get; init; }

    public required byte[] Charge { get; init; }
}

/// <summary>Une saisie en cours : remplacée à mesure, effacée par l'enregistrement.</summary>
public sealed class LigneBrouillon
{
    public Guid DossierId { get; init; }

    public Guid CompteId { get; init; }

    /// <summary>Index aveugle de l'adresse de la page.</summary>
    public required byte[] Page { get; init; }

    public DateTimeOffset Le { get; init; }

    public required byte[] Contenu { get; init; }
}

/// <summary>Ce que les listes montrent d'un dossier, recalculé depuis sa dernière version.</summary>
public sealed class LigneFiche
{
    public Guid DossierId { get; init; }

    public int Version { get; set; }

    public required byte[] Contenu { get; set; }
}

/// <summary>
/// Les octets d'un fichier déposé, une fois par contenu et par dossier. Tant qu'il n'a pas d'index, le dépôt est en cours et
/// rien ne peut le lire.
/// </summary>
public sealed class LigneContenu
{
    public Guid Id { get; init; }

    public Guid DossierId { get; init; }

    public DateTimeOffset Le { get; init; }

    /// <summary>Octets annoncés ; ceux du contenu une fois le dépôt terminé.</summary>
    public long Octets { get; set; }

    /// <summary>Octets reçus et scellés.</summary>
    public long Recus { get; set; }

    /// <summary>Index aveugle de l'empreinte : unique dans le dossier ; vide jusqu'à la fin du dépôt.</summary>
    public byte[]? Index { get; set; }

    /// <summary>Empreinte, type et pages, scellés ; vide jusqu'à la fin du dépôt.</summary>
    public byte[]? Fiche { get; set; }
}

/// <summary>Un morceau scellé d'un contenu.</summary>
public sealed class LigneMorceau
{
    public Guid ContenuId { get; init; }

    public int Rang { get; init; }

    public required byte[] Scelle { get; init; }
}

/// <summary>Un acte émis : ajouté, jamais modifié.</summary>
public sealed class LigneEmission
{
    public Guid Id { get; init; }

    public Guid DossierId { get; init; }

    /// <summary>Version du dossier dont l'acte est tiré.</summary>
    public int Version { get; init; }

    public Guid Auteur { get; init; }

    public DateTimeOffset Le { get; init; }

    public required byte[] Fiche { get; init; }

    public required byte[] Octets { get; init; }
}

/// <summary>Une remise d'un acte émis : ajoutée, jamais modifiée.</summary>
public sealed class LigneEnvoi
{
    public Guid EmissionId { get; init; }

    public int Rang { get; init; }

    public required byte[] Contenu { get; init; }
}

/// <summary>Un compte.</summary>
public sealed class LigneCompte
{
    public Guid Id { get; init; }

    public required byte[] Courriel { get; init; }

    /// <summary>Index aveugle du courriel normalisé : unique.</summary>
    public required byte[] IndexCourriel { get; init; }

    /// <summary>Empreinte de la phrase de passe, elle-même scellée.</summary>
    public required byte[] PhraseDePasse { get; set; }

    public Role Role { get; init; }

    public Qualite Metier { get; set; }

    public DateTimeOffset CreeLe { get; init; }

    /// <summary>Second facteur, scellé ; vide s'il n'y en a pas. Le retirer dans la base ferme le compte.</summary>
    public byte[]? Second { get; set; }
}

/// <summary>Une session ouverte ; fermée, elle s'efface.</summary>
public sealed class LigneSession
{
    public Guid Id { get; init; }

    public Guid CompteId { get; init; }

    public DateTimeOffset OuverteLe { get; init; }

    /// <summary>Dernière requête, à la minute près.</summary>
    public DateTimeOffset VueLe { get; init; }

    /// <summary>Dernière fois que la personne a prouvé que c'est elle.</summary>
    public DateTimeOffset ConfirmeeLe { get; init; }

    /// <summary>Navigateur, tel qu'il s'annonce, scellé.</summary>
    public required byte[] Appareil { get; init; }
}

/// <summary>Une invitation à ouvrir un compte ; acceptée ou retirée, elle s'efface.</summary>
public sealed class LigneInvitation
{
    /// <summary>Index aveugle du lien : la base ne permet pas de le refaire.</summary>
    public required byte[] Index { get; init; }

    public Guid Par { get; init; }

    public DateTimeOffset Le { get; init; }

    public DateTimeOffset FinLe { get; init; }

    /// <summary>Courriel et métier, scellés avec tout ce qui précède.</summary>
    public required byte[] Contenu { get; set; }
}

/// <summary>Une clé d'accès (WebAuthn).</summary>
public sealed class LigneCleDAcces
{
    /// <summary>Index aveugle de l'identifiant que la clé annonce.</summary>
    public required byte[] Index { get; init; }

    public Guid CompteId { get; init; }

    /// <summary>Clé publique, compteur et nom, scellés.</summary>
    public required byte[] Contenu { get; set; }
}

/// <summary>Une ligne du journal des consultations : ajoutée, jamais modifiée.</summary>
public sealed class LigneConsultation
{
    public long Rang { get; init; }

    public DateTimeOffset Le { get; init; }

    /// <summary>Le dossier ; vide pour une connexion. Il reste écrit quand le dossier s'efface.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>Qui, et quoi, scellés.</summary>
    public required byte[] Contenu { get; set; }

    /// <summary>Empreinte à clé de cette ligne et de toutes celles d'avant.</summary>
    public required byte[] Chaine { get; set; }
}

/// <summary>Valeur propre à l'installation : témoin de la clé, version des fiches.</summary>
public sealed class LigneParametre
{
    public required string Nom { get; init; }

    public required byte[] Valeur { get; set; }
}

/// <summary>Clé des témoins de connexion (Data Protection), scellée.</summary>
public sealed class LigneCleDeProtection
{
    public Guid Id { get; init; }

    public required byte[] Xml { get; init; }
}
