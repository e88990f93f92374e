using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Fusion;

/// <summary>Deux enregistrements se sont croisés : la page les montre côte à côte.</summary>
public sealed record PageConflit(Guid Id, int Version, Dossier Dossier, string Rubrique, DateOnly Aujourdhui)
    : PageDossier(Id, Version, Dossier, Rubrique, Aujourdhui)
{
    public required DossierOuvert Depart { get; init; }

    public required DossierOuvert Actuel { get; init; }

    public required Dossier Mien { get; init; }

    public required string Raison { get; init; }

    /// <summary>Page où revenir une fois réuni.</summary>
    public required string Retour { get; init; }

    public IReadOnlyList<Ecart> Ecarts => Fusionneur.Ecarts(Depart.Dossier, Actuel.Dossier, Mien);

    /// <summary>Choix déjà faits, par chemin.</summary>
    public Dictionary<string, string> Choix { get; } = [];

    public static string Champ(int rang) => $"choix-{rang}";

    public bool EstChoisi(Ecart ecart, string cote)
    {
        ArgumentNullException.ThrowIfNull(ecart);
        return Choix.TryGetValue(ecart.Chemin, out var choix)
            ? choix == cote
            : !ecart.ADecider && (cote == "mien") == ecart.MienSeul;
    }
}
