namespace Reparation.Domain.Postes;

/// <summary>Catalogue des règles de contrôle, dans l'ordre où leurs alertes se lisent.</summary>
public static class ReglesDeCoherence
{
    /// <summary>Toutes les règles : celles qui relisent un poste, puis celles qui relisent le dossier entier.</summary>
    public static IReadOnlyList<RegleDeCoherence> Toutes { get; } =
        [.. ReglesDeSaisie.Toutes, .. ReglesDeDate.Toutes, .. ReglesDeDoubleEmploi.Toutes, .. ReglesDuDossier.Toutes];

    internal static RegleDeCoherence[] DesPostes { get; } = [.. Toutes.Where(r => r.SurUnPoste is not null)];

    internal static RegleDeCoherence[] DuDossier { get; } = [.. Toutes.Where(r => r.SurLeDossier is not null)];

    /// <summary>Règle de cet identifiant, ou rien.</summary>
    public static RegleDeCoherence? Trouver(string id) => Toutes.FirstOrDefault(r => r.Id == id);
}
