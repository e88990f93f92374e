namespace Reparation.Web.Demarrage;

/// <summary>Vrai quand l'application tourne sur des dossiers inventés, sans connexion, jetés à l'arrêt.</summary>
public sealed record ModeDemonstration(bool Active);
