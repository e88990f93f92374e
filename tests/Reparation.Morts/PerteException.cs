namespace Reparation.Morts;

/// <summary>Quelque chose de confirmé manque, ou ne se relit pas.</summary>
public sealed class PerteException(string message) : Exception(message);
