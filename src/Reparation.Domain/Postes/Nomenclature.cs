using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>La nomenclature Dintilhac, comme donnée.</summary>
public static class Nomenclature
{
    /// <summary>Tous les postes, dans l'ordre de la nomenclature : vingt pour l'enfant, puis les proches.</summary>
    public static IReadOnlyList<PosteDePrejudice> Postes { get; } = Lire(Editions.FichiersEmbarques());

    private static readonly Dictionary<string, PosteDePrejudice> ParCode =
        Postes.ToDictionary(p => p.Code, StringComparer.Ordinal);

    /// <summary>Poste de ce code, ou rien.</summary>
    public static PosteDePrejudice? Trouver(string code) => code is null ? null : ParCode.GetValueOrDefault(code);

    private static List<PosteDePrejudice> Lire(IReadOnlyDictionary<string, string> fichiers)
    {
        using var fiche = Fiche.Ouvrir("nomenclature.json", fichiers);
        return fiche.Elements(fiche.Racine, "postes").Select(p => new PosteDePrejudice
        {
            Code = fiche.Texte(p, "code"),
            Nom = fiche.Texte(p, "nom"),
            Victime = fiche.Parmi<Victime>(p, "victime"),
            Famille = fiche.Parmi<Famille>(p, "famille"),
            Phase = fiche.Parmi<Phase>(p, "phase"),
            Definition = fiche.Texte(p, "definition"),
            Methode = fiche.Texte(p, "methode"),
            Pieces = fiche.Textes(p, "pieces"),
            Mineur = fiche.Texte(p, "mineur"),
            Recours = fiche.Booleen(p, "recours"),
            AttendLaConsolidation = fiche.Booleen(p, "attendLaConsolidation"),
            Saisies = [.. fiche.Textes(p, "saisies").Select(s => fiche.EnEnum<ChampDeSaisie>(s, "saisies"))],
        }).ToList();
    }
}
