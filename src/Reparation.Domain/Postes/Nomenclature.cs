namespace Reparation.Domain.Postes;

/// <summary>La nomenclature Dintilhac, comme donnée.</summary>
public static class Nomenclature
{
    /// <summary>Tous les postes, dans l'ordre de la nomenclature : vingt pour l'enfant, puis les proches.</summary>
    public static IReadOnlyList<PosteDePrejudice> Postes { get; } = [];

    /// <summary>Poste de ce code, ou rien.</summary>
    public static PosteDePrejudice? Trouver(string code) => Postes.FirstOrDefault(p => p.Code == code);
}
