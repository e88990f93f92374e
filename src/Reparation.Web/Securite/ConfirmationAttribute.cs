namespace Reparation.Web.Securite;

/// <summary>
/// Geste qui efface, emporte ou partage : la personne doit avoir prouvé il y a peu que c'est elle, sans quoi la phrase de passe est
/// redemandée. Une page restée ouverte n'y suffit pas.
/// </summary>
/// <param name="retour">Page où revenir après la confirmation d'un envoi ; « {id} » y devient le dossier. Un GET revient à lui-même.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConfirmationAttribute(string retour = "/") : Attribute
{
    /// <summary>Page où revenir après la confirmation d'un envoi.</summary>
    public string Retour { get; } = retour;
}
