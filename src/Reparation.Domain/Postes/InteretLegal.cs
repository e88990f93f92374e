using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Intérêts au taux légal d'une condamnation, tranche par tranche. Ils ne se mêlent jamais aux postes.</summary>
public static class InteretLegal
{
    /// <summary>Série du taux dû à une personne physique.</summary>
    public const string Particuliers = "interet-legal-particuliers";

    /// <summary>Série du taux dû aux autres créanciers.</summary>
    public const string Autres = "interet-legal-autres";

    /// <summary>Jours d'une année, même bissextile.</summary>
    internal const int JoursParAn = 365;

    /// <summary>Intérêts simples, jours comptés bornes comprises, chaque tranche arrondie au centime.</summary>
    /// <param name="principal">Somme qui porte intérêt.</param>
    /// <param name="du">Premier jour.</param>
    /// <param name="au">Dernier jour.</param>
    /// <param name="taux">Taux successifs ; chaque jour de la période doit relever d'un seul.</param>
    /// <param name="diviseur">Jours d'une année : 365, même bissextile.</param>
    /// <exception cref="ArgumentException">La fin précède le début, ou un jour n'a aucun taux ou en a deux.</exception>
    public static Etape Calculer(
        Montant principal, DateOnly du, DateOnly au, IReadOnlyList<TauxDInteret> taux, int diviseur = JoursParAn)
    {
        ArgumentNullException.ThrowIfNull(taux);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(diviseur);
        var tranches = new List<Etape>();
        var couverts = 0;
        var suivant = du;
        foreach (var tranche in taux.OrderBy(t => t.Du))
        {
            var (debut, fin) = (tranche.Du > du ? tranche.Du : du, tranche.Au < au ? tranche.Au : au);
            if (fin < debut)
            {
                continue;
            }

            if (debut != suivant)
            {
                throw new ArgumentException(
                    $"Les taux ont un trou ou se recouvrent autour du {Francais.Date(suivant)}.", nameof(taux));
            }

            suivant = fin.AddDays(1);
            couverts += Ages.Jours(debut, fin);
            tranches.Add(Tranche(principal, debut, fin, tranche.Points, diviseur, "", [Sources.InteretLegal]));
        }

        return couverts == Ages.Jours(du, au)
            ? Etape.Somme("Intérêts au taux légal", tranches, Sources.InteretLegal)
            : throw new ArgumentException($"Aucun taux n’est donné à partir du {Francais.Date(suivant)}.", nameof(taux));
    }

    /// <summary>
    /// Compte complet d'une condamnation : taux de chaque semestre, majoration si elle n'est pas payée, capitalisation par année
    /// entière, paiements imputés d'abord sur les intérêts.
    /// </summary>
    /// <param name="demande">Dates, principal, paiements.</param>
    /// <param name="serie">Série du taux légal, avec sa majoration.</param>
    public static DecompteDInterets Decompter(DemandeDInterets demande, SerieDatee serie)
    {
        ArgumentNullException.ThrowIfNull(demande);
        ArgumentNullException.ThrowIfNull(serie);
        return Refuser(demande, serie) is { } motif
            ? new DecompteDInterets.Impossible(motif)
            : new CompteCourant(demande, serie).Etablir();
    }

    internal static Etape Tranche(
        Montant principal, DateOnly du, DateOnly au, decimal points, int diviseur, string note, IReadOnlyList<Source> sources)
    {
        var jours = Ages.Jours(du, au);
        return new(
            Francais.Periode(du, au) + note,
            $"{principal} × {Francais.Pourcent(points)} × {Francais.Nombre(jours)} j ÷ {Francais.Nombre(diviseur)}",
            Montant.Arrondir(principal.Euros * points * jours / (100 * diviseur)),
            sources);
    }

    private static string? Refuser(DemandeDInterets demande, SerieDatee serie)
    {
        if (serie.Unite != UniteDeSerie.Pourcent)
        {
            return $"« {serie.Titre} » n’est pas une série de taux : choisir celle du taux légal.";
        }

        if (demande.Au < demande.Du)
        {
            return $"Le compte se termine le {Francais.Date(demande.Au)}, avant son début le {Francais.Date(demande.Du)} : corriger l’une des deux dates.";
        }

        if (demande.Du < serie.PremiereDate)
        {
            return $"Le compte commence le {Francais.Date(demande.Du)} ; les taux livrés commencent le {Francais.Date(serie.PremiereDate)} : compter à la main ce qui précède.";
        }

        if (demande.CapitalisationDepuis < demande.Du)
        {
            return $"La capitalisation part du {Francais.Date(demande.CapitalisationDepuis.Value)}, avant le premier jour d’intérêt, le {Francais.Date(demande.Du)} : corriger l’une des deux dates.";
        }

        foreach (var paiement in demande.Paiements)
        {
            if (paiement.Le < demande.Du || paiement.Le > demande.Au)
            {
                return $"Le paiement du {Francais.Date(paiement.Le)} est hors du compte, qui va du {Francais.Date(demande.Du)} au {Francais.Date(demande.Au)} : corriger sa date ou l’étendue du compte.";
            }
        }

        return null;
    }
}

/// <summary>Taux d'intérêt applicable entre deux dates, bornes comprises.</summary>
/// <param name="Du">Premier jour.</param>
/// <param name="Au">Dernier jour.</param>
/// <param name="Points">Taux annuel en pour cent, majoration comprise s'il y a lieu.</param>
public sealed record TauxDInteret(DateOnly Du, DateOnly Au, decimal Points);
