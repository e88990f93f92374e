using System.Text.Json;
using System.Text.Json.Serialization;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Delais;

/// <summary>Ressort dont les jours fériés reportent un délai.</summary>
[JsonConverter(typeof(EnumFrancais<Territoire>))]
public enum Territoire
{
    /// <summary>Métropole, hors Alsace et Moselle.</summary>
    Metropole,

    /// <summary>Bas-Rhin, Haut-Rhin et Moselle.</summary>
    AlsaceMoselle,

    /// <summary>Guadeloupe.</summary>
    Guadeloupe,

    /// <summary>Guyane.</summary>
    Guyane,

    /// <summary>Martinique.</summary>
    Martinique,

    /// <summary>Mayotte.</summary>
    Mayotte,

    /// <summary>La Réunion.</summary>
    Reunion,

    /// <summary>Saint-Barthélemy.</summary>
    SaintBarthelemy,

    /// <summary>Saint-Martin.</summary>
    SaintMartin,
}

/// <summary>Manière de compter un délai ; les noms sont ceux de la référence.</summary>
public enum Comput
{
    /// <summary>Même quantième ; à défaut, dernier jour du mois.</summary>
    Quantieme,

    /// <summary>Même quantième, sans report : une prescription. Le jour prudent est la veille.</summary>
    QuantiemeSansReport,

    /// <summary>Même quantième, reporté au premier jour ouvrable (art. 642 du code de procédure civile, 801 du code de procédure pénale).</summary>
    QuantiemeAvecReport,

    /// <summary>Jours, celui de l'acte non compté, avec le même report.</summary>
    JoursAvecReport,

    /// <summary>Jours à rebours, celui de l'audience non compté.</summary>
    JoursArriere,

    /// <summary>Jours francs : ni le premier ni le dernier ne comptent.</summary>
    JoursFrancs,

    /// <summary>D'heure à heure.</summary>
    Heures,
}

/// <summary>Un jour férié d'une année.</summary>
/// <param name="Le">Jour.</param>
/// <param name="Nom">Nom.</param>
/// <param name="Source">Texte qui le fixe.</param>
public sealed record JourFerie(DateOnly Le, string Nom, Source Source);

/// <summary>Terme d'un délai : quantième nu, dernier jour légal après report, jour qu'il est prudent de ne pas dépasser.</summary>
/// <param name="Dernier">Quantième, sans report.</param>
/// <param name="Legal">Dernier jour légal, report compris.</param>
/// <param name="Prudent">Jour prudent ; jamais après le jour légal.</param>
public readonly record struct Terme(DateOnly Dernier, DateOnly Legal, DateOnly Prudent);

/// <summary>Jours fériés français et report des délais. Les fêtes viennent d'un fichier daté ; Pâques est calculé.</summary>
public static class Calendrier
{
    private static readonly IReadOnlyList<Fete> Fetes = LireLesFetes();

    /// <summary>Jours fériés d'une année dans un ressort, par date.</summary>
    public static IReadOnlyList<JourFerie> Feries(int annee, Territoire territoire) =>
        [.. Fetes.Where(f => f.Vaut(territoire) && f.Du <= f.En(annee))
            .Select(f => new JourFerie(f.En(annee), f.Nom, f.Source)).OrderBy(j => j.Le)];

    /// <summary>Ni samedi, ni dimanche, ni jour férié.</summary>
    public static bool EstOuvrable(DateOnly jour, Territoire territoire) =>
        jour.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Fetes.Any(f => f.Vaut(territoire) && f.Du <= jour && f.En(jour.Year) == jour);

    /// <summary>Dimanche de Pâques du calendrier grégorien (méthode de Meeus).</summary>
    public static DateOnly Paques(int annee)
    {
        var a = annee % 19;
        var (b, c) = (annee / 100, annee % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var somme = h + l - (7 * ((a + (11 * h) + (22 * l)) / 451)) + 114;
        return new(annee, somme / 31, (somme % 31) + 1);
    }

    /// <summary>Compte un délai.</summary>
    /// <param name="depart">Jour de l'acte, de la décision ou de l'audience.</param>
    /// <param name="duree">Durée ; négative pour un compte à rebours.</param>
    /// <param name="comput">Manière de compter.</param>
    /// <param name="territoire">Ressort, pour les jours fériés.</param>
    public static Terme Compter(DateOnly depart, Duree duree, Comput comput, Territoire territoire)
    {
        var brut = duree.Depuis(depart);
        return comput switch
        {
            Comput.Quantieme => new(brut, brut, brut),
            Comput.QuantiemeSansReport => new(brut, brut, brut.AddDays(-1)),
            Comput.QuantiemeAvecReport or Comput.JoursAvecReport => new(brut, Suivant(brut), Precedent(brut)),
            Comput.JoursArriere => new(brut, brut, Precedent(brut)),

            // Le délai entier s'écoule entre les deux jours qui ne comptent pas : l'acte est encore reçu le dernier.
            Comput.JoursFrancs => new(brut.AddDays(1), Suivant(brut.AddDays(1)), Precedent(brut)),
            Comput.Heures => new(brut, brut, Precedent(brut.AddDays(-1))),
            _ => throw new ArgumentOutOfRangeException(nameof(comput)),
        };

        DateOnly Suivant(DateOnly jour)
        {
            while (!EstOuvrable(jour, territoire))
            {
                jour = jour.AddDays(1);
            }

            return jour;
        }

        DateOnly Precedent(DateOnly jour)
        {
            while (!EstOuvrable(jour, territoire))
            {
                jour = jour.AddDays(-1);
            }

            return jour;
        }
    }

    private static List<Fete> LireLesFetes()
    {
        using var fiche = Fiche.Ouvrir("delais/feries.json", Editions.FichiersEmbarques());
        var lueLe = fiche.Date(fiche.Racine, "verifie_le");
        var sources = fiche.Racine.GetProperty("sources").EnumerateObject().ToDictionary(
            s => s.Name,
            s => new Source(
                GenreSource.Article, fiche.Texte(s.Value, "intitule"), fiche.Texte(s.Value, "adresse"), lueLe,
                fiche.Parmi<Confiance>(s.Value, "confiance")));
        return [.. fiche.Elements(fiche.Racine, "jours").Select(j => new Fete(
            fiche.Texte(j, "nom"),
            sources[fiche.Texte(j, "source")],
            Entier(j, "mois"),
            Entier(j, "jour"),
            Entier(j, "paques"),
            fiche.DateOuVide(j, "du") ?? DateOnly.MinValue,
            j.TryGetProperty("territoires", out _)
                ? [.. fiche.Textes(j, "territoires").Select(t => fiche.EnEnum<Territoire>(t, "territoires"))]
                : []))];

        static int? Entier(JsonElement jour, string champ) => jour.TryGetProperty(champ, out var valeur) ? valeur.GetInt32() : null;
    }

    private sealed record Fete(
        string Nom, Source Source, int? Mois, int? Jour, int? ApresPaques, DateOnly Du, IReadOnlyList<Territoire> Territoires)
    {
        public bool Vaut(Territoire territoire) => Territoires.Count == 0 || Territoires.Contains(territoire);

        public DateOnly En(int annee) =>
            ApresPaques is { } ecart ? Paques(annee).AddDays(ecart) : new(annee, Mois!.Value, Jour!.Value);
    }
}
