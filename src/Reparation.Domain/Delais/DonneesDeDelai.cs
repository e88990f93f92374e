using System.Text.Json.Serialization;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Delais;

/// <summary>Ce que l'on sait pour calculer un délai. Ce qui manque est dit, jamais deviné.</summary>
public sealed record DonneesDeDelai
{
    /// <summary>Dates connues.</summary>
    public IReadOnlyDictionary<Repere, DateOnly> Dates { get; init; } = new Dictionary<Repere, DateOnly>();

    /// <summary>Infraction, par identifiant ; vide si elle n'est pas dite.</summary>
    public string Infraction { get; init; } = "";

    /// <summary>Article qui précise l'infraction : « 222-30 », « 222-12 » ; vide le plus souvent.</summary>
    public string Article { get; init; } = "";

    /// <summary>Auteur ascendant ou ayant autorité ; vide si on l'ignore.</summary>
    public bool? AutoriteDeLAuteur { get; init; }

    /// <summary>Actes interruptifs, liste complète ; vide (null) tant qu'elle n'est pas établie.</summary>
    public IReadOnlyList<DateOnly>? ActesInterruptifs { get; init; }

    /// <summary>Acte imposé à la victime sur elle-même ou par un tiers ; vide s'il n'est pas qualifié.</summary>
    public ActeImpose? ActeImpose { get; init; }

    /// <summary>Pour la non-dénonciation : vrai si le fait tu est un crime ; vide si on l'ignore.</summary>
    public bool? CrimeTu { get; init; }

    /// <summary>Vrai si la plainte vise un crime : aucune attente avant de se constituer partie civile.</summary>
    public bool? PlaintePourCrime { get; init; }

    /// <summary>Infraction commise sur l'autre mineur.</summary>
    public string SecondeInfraction { get; init; } = "";

    /// <summary>Vrai si l'auteur est le même ; vide si on l'ignore.</summary>
    public bool? MemeAuteur { get; init; }

    /// <summary>Heure de l'audience, si elle est connue.</summary>
    public TimeOnly? Heure { get; init; }

    /// <summary>Vrai si des poursuites sont en cours : la décision à venir ouvrira un an de plus devant la commission.</summary>
    public bool PoursuitesEnCours { get; init; }

    /// <summary>Date connue, ou rien.</summary>
    public DateOnly? Date(Repere repere) => Dates.TryGetValue(repere, out var jour) ? jour : null;
}

/// <summary>Acte imposé au sens de l'article 222-22-2 du code pénal.</summary>
public enum ActeImpose
{
    /// <summary>Acte que la procédure nomme viol.</summary>
    Viol,

    /// <summary>Agression de l'article 222-29-1.</summary>
    Agression15,

    /// <summary>Autre atteinte.</summary>
    Autre,
}

/// <summary>Demeure de qui doit agir, pour l'augmentation des délais d'appel (art. 643 du code de procédure civile).</summary>
[JsonConverter(typeof(EnumFrancais<Demeure>))]
public enum Demeure
{
    /// <summary>Métropole.</summary>
    Metropole,

    /// <summary>Outre-mer : un mois de plus.</summary>
    OutreMer,

    /// <summary>Étranger : deux mois de plus.</summary>
    Etranger,
}

/// <summary>Choix de calendrier.</summary>
/// <param name="Territoire">Ressort dont les jours fériés comptent.</param>
/// <param name="Demeure">Demeure de qui doit agir.</param>
public sealed record OptionsDeDelai(Territoire Territoire = Territoire.Metropole, Demeure Demeure = Demeure.Metropole);
