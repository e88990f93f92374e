using Reparation.Web.Features.Comptes;

namespace Reparation.Web.Data;

/// <summary>Le compte au nom duquel la requête lit et écrit. Sans compte désigné, toute lecture est refusée.</summary>
public sealed class CompteCourant
{
    /// <summary>Le compte, ou rien avant la connexion.</summary>
    public Compte? Compte { get; private set; }

    /// <summary>Sa session ; rien dans la démonstration, qui n'en a pas.</summary>
    public SessionOuverte? Session { get; private set; }

    public Guid Id => Compte?.Id ?? throw new InvalidOperationException("Aucun compte n'est désigné pour cette opération.");

    public void Designer(Compte compte, SessionOuverte? session = null) => (Compte, Session) = (compte, session);
}
