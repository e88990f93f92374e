namespace Reparation.Web.Securite;

/// <summary>Une donnée chiffrée ne s'ouvre pas : modifiée, déplacée dans la base, ou scellée avec une autre clé.</summary>
public sealed class DonneesAltereesException() : Exception(
    "Une donnée enregistrée a été modifiée hors de l'application et ne peut plus être lue. " +
    "Restaurez la dernière sauvegarde de la base, avec la clé d'instance qui l'accompagne.");
