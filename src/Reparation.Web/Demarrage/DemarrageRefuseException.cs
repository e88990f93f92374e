namespace Reparation.Web.Demarrage;

/// <summary>L'application ne peut pas démarrer sans danger ; le message dit pourquoi et que faire.</summary>
public sealed class DemarrageRefuseException(string message) : Exception(message);
