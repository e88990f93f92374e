using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Voies;

/// <summary>Sommes et durées que la loi fixe pour les voies, datées.</summary>
public sealed class ParametresDesVoies
{
    private readonly IReadOnlyList<TarifDuSarvi> _sarvi;
    private readonly IReadOnlyList<Plafond> _violences;
    private readonly IReadOnlyList<MaximumDate> _maximums;

    private ParametresDesVoies(Fiche fiche)
    {
        _sarvi = [.. Suite(fiche, "sarvi").Select(s => new TarifDuSarvi(
            fiche.Date(s, "du"), fiche.Montant(s, "seuil"), fiche.Nombre(s, "taux"), fiche.Montant(s, "minimum"), fiche.Montant(s, "maximum"), Sources(fiche, s)))];
        _violences = [.. Suite(fiche, "plafond7063").Select(s => new Plafond(fiche.Date(s, "du"), fiche.Montant(s, "montant"), Sources(fiche, s)))];
        _maximums = [.. Suite(fiche, "plafondAj").Select(s => new MaximumDate(fiche.Date(s, "du"), fiche.Montant(s, "annuel"), fiche.Nombre(s, "mois"), Sources(fiche, s)))];
        MoisDAttente = (int)fiche.Nombre(fiche.Racine.GetProperty("attentePlainte"), "mois");
        JoursDUnMois = (int)fiche.Nombre(fiche.Racine.GetProperty("ittUnMois"), "joursCertains");
        JoursIncertains = (int)fiche.Nombre(fiche.Racine.GetProperty("ittUnMois"), "joursIncertains");
    }

    /// <summary>Valeurs livrées.</summary>
    public static ParametresDesVoies Embarques { get; } = Lire();

    internal int MoisDAttente { get; }

    internal int JoursDUnMois { get; }

    internal int JoursIncertains { get; }

    /// <summary>Avance du SARVI : entière jusqu'au seuil, puis une part, bornée (art. 706-15-2 du code de procédure pénale).</summary>
    /// <param name="alloue">Dommages-intérêts et frais (art. 375 ou 475-1) alloués.</param>
    /// <param name="jour">Jour de la demande.</param>
    /// <returns>Rien si aucun tarif n'est connu ce jour-là.</returns>
    public Etape? AvanceDuSarvi(Montant alloue, DateOnly jour)
    {
        if (_sarvi.LastOrDefault(s => s.Du <= jour) is not { } tarif)
        {
            return null;
        }

        if (alloue <= tarif.Seuil)
        {
            return new("Avance du SARVI", $"{alloue}, sous le seuil de {tarif.Seuil} : payés en entier", alloue, tarif.Sources);
        }

        var part = Montant.Arrondir(alloue.Euros * tarif.Taux / 100);
        return new(
            "Avance du SARVI",
            $"{Francais.Pourcent(tarif.Taux)} de {alloue}, au moins {tarif.Minimum}, au plus {tarif.Maximum}",
            Montant.Max(tarif.Minimum, Montant.Min(tarif.Maximum, part)), tarif.Sources);
    }

    /// <summary>Plafond de l'article 706-3 pour des violences sur un mineur, si l'incapacité est inférieure à un mois.</summary>
    public Etape? PlafondDesViolences(DateOnly jour) => _violences.LastOrDefault(p => p.Du <= jour) is { } plafond
        ? new("Plafond de l’indemnité, incapacité inférieure à un mois", "arrêté", plafond.Montant, plafond.Sources)
        : null;

    /// <summary>Maximum de l'article 706-14 : un multiple du plafond mensuel de l'aide juridictionnelle partielle.</summary>
    public Etape? MaximumPlafonne(DateOnly jour) => _maximums.LastOrDefault(m => m.Du <= jour) is { } maximum
        ? new(
            "Maximum de l’indemnité plafonnée",
            $"{Francais.Nombre(maximum.Mois, 0)} × {maximum.Annuel} ÷ 12, plafond d’une personne seule au {Francais.Date(maximum.Du)}",
            Montant.Arrondir(maximum.Annuel.Euros * maximum.Mois / 12), maximum.Sources)
        : null;

    private static IEnumerable<JsonElement> Suite(Fiche fiche, string champ) =>
        fiche.Elements(fiche.Racine, champ).OrderBy(e => fiche.Date(e, "du"));

    private static IReadOnlyList<Source> Sources(Fiche fiche, JsonElement element) => SourcesDuDroit.Citer(fiche.Textes(element, "sources"));

    private static ParametresDesVoies Lire()
    {
        using var fiche = Fiche.Ouvrir("voies/parametres.json", SourcesDuDroit.Fichiers);
        return new(fiche);
    }

    private sealed record TarifDuSarvi(DateOnly Du, Montant Seuil, decimal Taux, Montant Minimum, Montant Maximum, IReadOnlyList<Source> Sources);

    private sealed record Plafond(DateOnly Du, Montant Montant, IReadOnlyList<Source> Sources);

    private sealed record MaximumDate(DateOnly Du, Montant Annuel, decimal Mois, IReadOnlyList<Source> Sources);
}
