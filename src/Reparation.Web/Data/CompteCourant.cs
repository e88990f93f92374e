namespace Reparation.Web.Data;

/// <summary>Le compte au nom duquel la requête lit et écrit. Sans compte désigné, toute lecture est refusée.</summary>
public sealed class CompteCourant
{
    private Guid? id;

    public Guid Id => id ?? throw new InvalidOperationException("Aucun compte n'est désigné pour cette opération.");

    public void Designer(Guid compte) => id = compte;
}
