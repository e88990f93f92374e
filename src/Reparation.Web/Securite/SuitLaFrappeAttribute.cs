namespace Reparation.Web.Securite;

/// <summary>
/// Envoi que la page fait d'elle-même pendant qu'on tape, et qui n'enregistre rien au dossier : un aperçu, une saisie gardée. La page qui
/// le porte est déjà au journal des consultations ; le noter à chaque lettre le noierait.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuitLaFrappeAttribute : Attribute;
