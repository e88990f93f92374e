using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Prix constaté d'un soin ou d'une aide : un point de départ, qu'un devis ou une facture remplace.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Bas">Prix bas constaté.</param>
/// <param name="Usuel">Prix usuel.</param>
/// <param name="Haut">Prix haut constaté.</param>
/// <param name="Source">Source.</param>
public sealed record CoutUsuel(string Id, Montant Bas, Montant Usuel, Montant Haut, Source Source)
{
    /// <summary>Coûts livrés, par identifiant.</summary>
    public static IReadOnlyDictionary<string, CoutUsuel> Tous { get; } = Lire();

    /// <summary>Source et fourchette, telles qu'elles entrent au plan : l'avocat voit qu'une preuve manque encore.</summary>
    public string EnClair =>
        $"Prix usuel, {(Bas == Haut ? $"{Bas}" : $"de {Bas} à {Haut}")} ({Source.Intitule}{(Source.ARelire ? ", à vérifier" : "")}) : à remplacer par un devis";

    private static Dictionary<string, CoutUsuel> Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/couts.json", SourcesDuDroit.Fichiers);
        return fiche.Elements(fiche.Racine, "couts").ToDictionary(
            c => fiche.Texte(c, "id"),
            c => new CoutUsuel(
                fiche.Texte(c, "id"), fiche.Montant(c, "bas"), fiche.Montant(c, "usuel"), fiche.Montant(c, "haut"), fiche.SourceDe(c, "source")),
            StringComparer.Ordinal);
    }
}
