using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Plancher d'un taux horaire, montré à côté de la saisie : aucun salarié n'est payé moins.</summary>
public static class Smic
{
    private const string Serie = "smic-horaire";

    /// <summary>« SMIC brut : 12,31 € depuis le 1er juin 2026, sans les charges. », ou rien si la série manque à cette installation.</summary>
    public static string? Dire(Editions editions, DateOnly jour)
    {
        ArgumentNullException.ThrowIfNull(editions);
        return editions.TrouverSerie(Serie) is { } serie && serie.ValeurAu(jour) is { } valeur && serie.EffetAu(jour) is { } depuis
            ? $"SMIC brut\u00A0: {Montant.DeEuros(valeur)} depuis le {Francais.Date(depuis)}, sans les charges."
            : null;
    }
}
