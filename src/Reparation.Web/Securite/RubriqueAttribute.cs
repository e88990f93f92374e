namespace Reparation.Web.Securite;

/// <summary>
/// La section qu'ouvre une page : <see cref="Gardien"/> la demande aux <see cref="Droits"/> avant tout. Une action peut en dire
/// une autre que son contrôleur. Une page de dossier qui n'en dit aucune n'existe pour personne.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RubriqueAttribute(Section section) : Attribute
{
    public Section Section { get; } = section;
}
