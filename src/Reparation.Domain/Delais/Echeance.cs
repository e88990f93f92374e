using Reparation.Domain.Commun;

namespace Reparation.Domain.Delais;

/// <summary>Un délai calculé, avec ses raisons.</summary>
/// <param name="Regle">Identifiant de la règle appliquée.</param>
/// <param name="Libelle">Ce que le délai gouverne.</param>
/// <param name="Statut">Où l'on en est au jour du calcul.</param>
/// <param name="Motif">Raison, en une phrase.</param>
public sealed record Echeance(string Regle, string Libelle, StatutDEcheance Statut, string Motif)
{
    /// <summary>Quantième, sans report ; vide si le délai ne se calcule pas encore.</summary>
    public DateOnly? DernierJour { get; init; }

    /// <summary>Dernier jour légal, report compris.</summary>
    public DateOnly? DernierJourLegal { get; init; }

    /// <summary>Jour à ne pas dépasser par prudence ; jamais après le jour légal.</summary>
    public DateOnly? JourPrudent { get; init; }

    /// <summary>Jour qui commande l'alarme : le plus proche jour prudent de toutes les lectures.</summary>
    public DateOnly? JourDAlerte { get; init; }

    /// <summary>Heure limite du dernier jour, si elle est connue.</summary>
    public TimeOnly? Heure { get; init; }

    /// <summary>Vrai tant que la liste des actes interruptifs n'est pas établie : la date n'est qu'apparente.</summary>
    public bool Apparente { get; init; }

    /// <summary>Étapes du calcul, dans l'ordre.</summary>
    public IReadOnlyList<string> Etapes { get; init; } = [];

    /// <summary>Autres dates, quand la loi se discute ou que les faits sont à une frontière ; la lecture retenue n'y est pas.</summary>
    public IReadOnlyList<LectureDeDelai> Disputees { get; init; } = [];

    /// <summary>Ce qui manque pour calculer.</summary>
    public IReadOnlyList<Repere> Manque { get; init; } = [];

    /// <summary>Article dans sa version, d'abord ; puis ce qui a été lu.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Ce qui reste à vérifier ; vide si rien.</summary>
    public string Reserve { get; init; } = "";

    /// <summary>Sur qui pèse le délai.</summary>
    public Charge Charge { get; init; }

    /// <summary>Délai, ouverture d'une voie, ou simple date.</summary>
    public NatureDuTerme Nature { get; init; }

    /// <summary>Jours de rappel à venir.</summary>
    public IReadOnlyList<DateOnly> Rappels { get; init; } = [];

    /// <summary>Fait, qualification ou acte dont il s'agit, dans un dossier ; vide pour un calcul isolé.</summary>
    public string Sujet { get; init; } = "";

    /// <summary>Fait dont il s'agit, par identifiant ; vide si le délai n'est pas celui d'un fait.</summary>
    public string Fait { get; init; } = "";

    /// <summary>Jour de l'acte qui a épuisé ce délai ; vide s'il reste à faire.</summary>
    public DateOnly? AccomplieLe { get; init; }

    /// <summary>Vrai si une source est de mémoire ou contredite : rien n'entre dans un acte sans être relu.</summary>
    public bool ARelire => Sources.Any(s => s.ARelire);
}

/// <summary>Une autre lecture de la loi ou des faits, et les dates qu'elle donne.</summary>
/// <param name="Libelle">Ce que cette lecture suppose.</param>
/// <param name="DernierJour">Quantième.</param>
/// <param name="DernierJourLegal">Dernier jour légal.</param>
/// <param name="JourPrudent">Jour prudent.</param>
public sealed record LectureDeDelai(string Libelle, DateOnly DernierJour, DateOnly DernierJourLegal, DateOnly JourPrudent)
{
    /// <summary>Étapes propres à cette lecture.</summary>
    public IReadOnlyList<string> Etapes { get; init; } = [];
}

/// <summary>Où en est une échéance.</summary>
public enum StatutDEcheance
{
    /// <summary>Le délai court.</summary>
    Ouvert,

    /// <summary>Le jour d'alerte est proche ou passé, sans que le délai soit expiré.</summary>
    Urgent,

    /// <summary>Le dernier jour légal est passé.</summary>
    Expire,

    /// <summary>Dernier jour passé, mais un relevé de forclusion peut être demandé.</summary>
    ForclosRelevePossible,

    /// <summary>Le délai n'a pas commencé, ou la voie n'est pas encore ouverte.</summary>
    NonOuvert,

    /// <summary>Une donnée manque, ou la règle n'est pas connue à cette date.</summary>
    Indetermine,
}
