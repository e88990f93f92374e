namespace Reparation.Web.Sauvegardes;

/// <summary>La sauvegarde, la restauration ou le contrôle ne peut pas se faire ; le message dit quoi, pourquoi et que faire.</summary>
public sealed class RefusDeSauvegardeException(string message) : Exception(message);
