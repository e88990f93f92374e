namespace Reparation.Web.Features.Comptes;

/// <summary>Ce qu'un compte peut faire en plus de tenir ses propres dossiers.</summary>
public enum Role
{
    /// <summary>Tient ses dossiers.</summary>
    Membre = 1,

    /// <summary>Ouvre aussi des comptes. N'a aucun droit sur les dossiers des autres.</summary>
    Administrateur = 2,
}
