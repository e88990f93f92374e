using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Série de valeurs datées : indice des prix, SMIC, plafond, taux d'intérêt légal. Chaque valeur vaut jusqu'à la suivante.</summary>
public sealed class SerieDatee
{
    private readonly DateOnly[] _dates;
    private readonly decimal[] _valeurs;

    private SerieDatee(DateOnly[] dates, decimal[] valeurs)
    {
        _dates = dates;
        _valeurs = valeurs;
    }

    /// <summary>Identifiant : « ipc-hors-tabac ».</summary>
    public required string Id { get; init; }

    /// <summary>Titre lisible.</summary>
    public required string Titre { get; init; }

    /// <summary>Source de la série.</summary>
    public required Source Source { get; init; }

    /// <summary>En quoi les valeurs se comptent.</summary>
    public required UniteDeSerie Unite { get; init; }

    /// <summary>Dernier jour que la série couvre : au-delà, une valeur plus récente peut exister.</summary>
    public required DateOnly DerniereDate { get; init; }

    /// <summary>Réserves de lecture.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Majoration due si une condamnation n'est pas payée ; nulle pour une série qui n'en connaît pas.</summary>
    public MajorationDInteret? Majoration { get; init; }

    /// <summary>Premier jour connu.</summary>
    public DateOnly PremiereDate => _dates[0];

    /// <summary>Valeurs, de la plus ancienne à la plus récente.</summary>
    public IEnumerable<(DateOnly Du, decimal Valeur)> Valeurs => _dates.Zip(_valeurs);

    /// <summary>Valeur en vigueur ce jour ; la dernière connue si la série s'arrête avant ; nulle avant son premier jour.</summary>
    public decimal? ValeurAu(DateOnly date) => Rang(date) is var rang && rang < 0 ? null : _valeurs[rang];

    /// <summary>Jour d'effet de la valeur en vigueur ce jour ; nul avant le premier jour de la série.</summary>
    public DateOnly? EffetAu(DateOnly date) => Rang(date) is var rang && rang < 0 ? null : _dates[rang];

    /// <summary>Vrai si la série s'arrête avant ce jour.</summary>
    public bool Perimee(DateOnly date) => date > DerniereDate;

    /// <summary>Phrase qui dit jusqu'où va la série.</summary>
    public string Peremption => $"La série « {Titre} » s’arrête au {Francais.Date(DerniereDate)} : au-delà, sa dernière valeur est employée. La mettre à jour avant d’imprimer.";

    /// <summary>Tranches de valeur constante qui couvrent une période, bornes comprises.</summary>
    /// <exception cref="ArgumentException">La période commence avant la série, ou finit avant de commencer.</exception>
    public IReadOnlyList<(DateOnly Du, DateOnly Au, decimal Valeur)> Tranches(DateOnly du, DateOnly au)
    {
        if (Rang(du) < 0 || au < du)
        {
            throw new ArgumentException("La période n’est pas couverte par la série.", nameof(du));
        }

        var tranches = new List<(DateOnly Du, DateOnly Au, decimal Valeur)>();
        for (var rang = Rang(du); rang < _dates.Length && _dates[rang] <= au; rang++)
        {
            var fin = rang + 1 < _dates.Length ? _dates[rang + 1].AddDays(-1) : DateOnly.MaxValue;
            tranches.Add((_dates[rang] > du ? _dates[rang] : du, fin < au ? fin : au, _valeurs[rang]));
        }

        return tranches;
    }

    internal static SerieDatee Lire(Fiche fiche)
    {
        var lignes = fiche.Tableau("valeurs", "du", "valeur").Skip(1).ToList();
        var dates = lignes.Select(l => fiche.EnDate(l[0], "du")).ToArray();
        var fin = fiche.Date(fiche.Racine, "valable_jusqu_au");
        if (dates.Zip(dates.Skip(1)).Any(p => p.Second <= p.First) || fin < dates[^1])
        {
            throw fiche.Malformee("les dates de la série ne se suivent pas, ou « valable_jusqu_au » précède la dernière");
        }

        var valeurs = lignes.Select(l => fiche.EnNombre(l[1])).ToArray();
        return new(dates, valeurs.All(v => v > 0) ? valeurs : throw fiche.Malformee("une valeur de la série n’est pas positive"))
        {
            Id = fiche.Texte("id"),
            Titre = fiche.Texte("titre"),
            Source = fiche.Source(),
            Unite = fiche.Parmi<UniteDeSerie>(fiche.Racine, "unite"),
            DerniereDate = fin,
            Notes = fiche.Textes(fiche.Racine, "notes"),
            Majoration = fiche.Contient("majoration") ? LireMajoration(fiche) : null,
        };
    }

    private static MajorationDInteret LireMajoration(Fiche fiche)
    {
        var objet = fiche.Racine.GetProperty("majoration");
        var (points, mois) = (fiche.Nombre(objet, "points"), fiche.Nombre(objet, "mois"));
        return points > 0 && mois is >= 0 and <= 120 && mois == decimal.Floor(mois)
            ? new(points, (int)mois)
            : throw fiche.Malformee("« majoration » n’a pas des points positifs et un nombre entier de mois");
    }

    private int Rang(DateOnly date)
    {
        var rang = Array.BinarySearch(_dates, date);
        return rang >= 0 ? rang : ~rang - 1;
    }
}

/// <summary>Majoration du taux légal d'une condamnation impayée.</summary>
/// <param name="Points">Points ajoutés au taux.</param>
/// <param name="Mois">Mois laissés pour payer, à compter du jour où la décision est exécutoire.</param>
public sealed record MajorationDInteret(decimal Points, int Mois);

/// <summary>Unité d'une série.</summary>
public enum UniteDeSerie
{
    /// <summary>Indice, sans unité.</summary>
    Indice,

    /// <summary>Euros.</summary>
    Euros,

    /// <summary>Pour cent par an.</summary>
    Pourcent,
}
