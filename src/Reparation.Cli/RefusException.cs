namespace Reparation.Cli;

/// <summary>Commande ou fichier refusé : le message dit quoi, où, et que faire. Il ne cite jamais le contenu d'un dossier.</summary>
public sealed class RefusException(string message) : Exception(message);
