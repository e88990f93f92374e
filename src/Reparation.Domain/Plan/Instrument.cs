using System.Globalization;
using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>
/// Questionnaire de suivi : qui peut y répondre, à quel âge, sur quelle étendue, et ses repères. Aucune question n'est reproduite :
/// quand sa licence l'admet, les réponses se donnent par leur rang ; sinon, le total seul.
/// </summary>
public sealed record Instrument
{
    private static readonly (IReadOnlyList<Instrument> Tous, decimal Part, Source Source) Donnees = Lire();

    /// <summary>Tous, dans l'ordre du fichier.</summary>
    public static IReadOnlyList<Instrument> Tous => Donnees.Tous;

    /// <summary>Identifiant stable.</summary>
    public required string Id { get; init; }

    /// <summary>Nom.</summary>
    public required string Nom { get; init; }

    /// <summary>Qui répond, et entre quels âges révolus.</summary>
    public required IReadOnlyList<AgesDeRepondant> Repondants { get; init; }

    /// <summary>Plus petit total ; rien si l'étendue n'est pas établie.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Plus grand total.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Vrai si un total qui monte dit un mieux.</summary>
    public bool Monte { get; init; }

    /// <summary>Repères de dépistage, chacun avec sa source ; jamais une constatation.</summary>
    public required IReadOnlyList<RepereDInstrument> Reperes { get; init; }

    /// <summary>Variation, en points, à partir de laquelle on en parle ; rien si l'étendue est inconnue.</summary>
    public decimal? Ecart { get; init; }

    /// <summary>Source de cette variation.</summary>
    public required Source SourceDeLEcart { get; init; }

    /// <summary>Ce que sa licence permet.</summary>
    public required string Licence { get; init; }

    /// <summary>Cotation par réponse ; rien si seul le total peut entrer.</summary>
    public Cotation? Cotation { get; init; }

    /// <summary>Source.</summary>
    public required Source Source { get; init; }

    /// <summary>Instrument de cet identifiant, ou rien.</summary>
    public static Instrument? Trouver(string id) => Tous.FirstOrDefault(i => i.Id == id);

    /// <summary>Lit un résultat : le total donné, ou celui que ses réponses font.</summary>
    /// <param name="mesure">Résultat de cet instrument.</param>
    /// <param name="naissance">Naissance de l'enfant ; rien pour ne pas contrôler l'âge.</param>
    public LectureDeMesure Lire(Mesure mesure, DateOnly? naissance)
    {
        ArgumentNullException.ThrowIfNull(mesure);
        if (Repondants.FirstOrDefault(r => r.Qui == mesure.Repondant) is not { } repondant)
        {
            return new LectureDeMesure.Refusee("repondant", $"{Nom} ne se remplit pas par cette personne. Changez la personne, ou choisissez un autre instrument.");
        }

        if (naissance is { } ne && mesure.Le is { } le && Ages.Le(ne, le) is var age && (age < repondant.De || age > (repondant.A ?? int.MaxValue)))
        {
            return new LectureDeMesure.Refusee(
                "le", $"{Nom} est fait pour {repondant.EnClair} ; l’enfant avait {age} ans ce jour-là. Vérifiez la date, ou choisissez un instrument de son âge.");
        }

        if (mesure.Reponses.Length > 0)
        {
            return Cotation is { } cotation
                ? cotation.Coter(Nom, mesure)
                : new LectureDeMesure.Refusee("reponses", $"Pour {Nom}, seul le total entre ici : sa licence ne permet pas davantage. Écrivez le total compté par le professionnel.");
        }

        return mesure.Total switch
        {
            null => new LectureDeMesure.Refusee("total", Cotation is null
                ? "Le total manque. Écrivez celui que le professionnel a compté."
                : "Le total manque. Écrivez-le, ou donnez les réponses dans l’ordre."),
            { } total when total < (Minimum ?? total) || total > (Maximum ?? total) => new LectureDeMesure.Refusee(
                "total", $"Un total de {Nom} va de {Francais.Nombre(Minimum ?? 0)} à {Francais.Nombre(Maximum!.Value)}. Corrigez-le."),
            { } total => new LectureDeMesure.Lue(total, 0, false),
        };
    }

    /// <summary>Repères qu'un total atteint, pour qui a répondu.</summary>
    public IReadOnlyList<RepereDInstrument> Atteints(decimal total, Repondant repondant) =>
        [.. Reperes.Where(r => (r.Pour ?? repondant) == repondant && (Monte ? total < r.A : total >= r.A))];

    private static (IReadOnlyList<Instrument> Tous, decimal Part, Source Source) Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/instruments.json", SourcesDuDroit.Fichiers);
        var (part, source) = (fiche.Nombre(fiche.Racine, "ecartEnPartDEtendue"), fiche.SourceDe(fiche.Racine, "sourceDeLEcart"));
        return ([.. fiche.Elements(fiche.Racine, "instruments").Select(i => Un(fiche, i, part, source))], part, source);
    }

    private static Instrument Un(Fiche fiche, JsonElement i, decimal part, Source source)
    {
        var (minimum, maximum) = (Facultatif(fiche, i, "minimum"), Facultatif(fiche, i, "maximum"));
        var publie = Facultatif(fiche, i, "ecart");
        return new()
        {
            Id = fiche.Texte(i, "id"),
            Nom = fiche.Texte(i, "nom"),
            Repondants = [.. fiche.Elements(i, "repondants").Select(r => new AgesDeRepondant(
                fiche.Parmi<Repondant>(r, "qui"), (int)fiche.Nombre(r, "de"), (int?)Facultatif(fiche, r, "a")))],
            Minimum = minimum,
            Maximum = maximum,
            Monte = i.TryGetProperty("monte", out _) && fiche.Booleen(i, "monte"),
            Licence = fiche.Texte(i, "licence"),
            Source = fiche.SourceDe(i, "source"),
            Ecart = publie ?? ((maximum - minimum) / part),
            SourceDeLEcart = publie is null ? source : fiche.SourceDe(i, "sourceDeLEcart"),
            Reperes = [.. fiche.Elements(i, "reperes").Select(r => new RepereDInstrument(
                fiche.Nombre(r, "a"), fiche.Texte(r, "libelle"), r.TryGetProperty("pour", out _) ? fiche.Parmi<Repondant>(r, "pour") : null, fiche.SourceDe(r, "source")))],
            Cotation = i.TryGetProperty("cotation", out var c)
                ? new((int)fiche.Nombre(c, "nombre"), Entiers(fiche, c, "valeurs"), Entiers(fiche, c, "inversees"), (int)fiche.Nombre(c, "manquantesAdmises"),
                    Entiers(fiche, c, "securite"), fiche.SourceDe(c, "source"))
                : null,
        };
    }

    private static decimal? Facultatif(Fiche fiche, JsonElement objet, string champ) => objet.TryGetProperty(champ, out _) ? fiche.Nombre(objet, champ) : null;

    private static IReadOnlyList<int> Entiers(Fiche fiche, JsonElement objet, string champ) => [.. fiche.Elements(objet, champ).Select(e => e.GetInt32())];
}

/// <summary>Qui répond, et à quels âges de l'enfant.</summary>
/// <param name="Qui">Qui.</param>
/// <param name="De">Âge révolu le plus bas.</param>
/// <param name="A">Âge révolu le plus haut ; rien s'il n'y en a pas.</param>
public sealed record AgesDeRepondant(Repondant Qui, int De, int? A)
{
    /// <summary>« 11 à 16 ans », « 18 ans et plus ».</summary>
    public string EnClair => A is { } a ? $"{De} à {a} ans" : $"{De} ans et plus";
}

/// <summary>Repère de dépistage.</summary>
/// <param name="A">Total à partir duquel il est atteint ; sous lequel il l'est, quand monter dit un mieux.</param>
/// <param name="Libelle">Nom du repère.</param>
/// <param name="Pour">Qui doit avoir répondu ; rien s'il vaut pour tous.</param>
/// <param name="Source">Source.</param>
public sealed record RepereDInstrument(decimal A, string Libelle, Repondant? Pour, Source Source);

/// <summary>Comment des réponses font un total.</summary>
/// <param name="Nombre">Nombre de réponses.</param>
/// <param name="Valeurs">Valeurs qu'une réponse peut prendre.</param>
/// <param name="Inversees">Rangs, à partir de 1, des réponses qui se comptent à l'envers.</param>
/// <param name="ManquantesAdmises">Réponses manquantes au plus ; le total se rapporte alors aux réponses données.</param>
/// <param name="Securite">Rangs des réponses qui, non nulles, demandent de parler à l'enfant le jour même.</param>
/// <param name="Source">Source.</param>
public sealed record Cotation(int Nombre, IReadOnlyList<int> Valeurs, IReadOnlyList<int> Inversees, int ManquantesAdmises, IReadOnlyList<int> Securite, Source Source)
{
    internal LectureDeMesure Coter(string nom, Mesure mesure)
    {
        var mots = mesure.Reponses.Split([' ', '\u00A0', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (mots.Length != Nombre)
        {
            return Refus($"{nom} a {Nombre} réponses ; {mots.Length} sont écrites. Donnez-les dans l’ordre, un tiret pour une réponse manquante.");
        }

        var lues = mots.Select(m => m is "-" or "–" ? (int?)null
            : int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && Valeurs.Contains(n) ? n : -1).ToList();
        if (lues.IndexOf(-1) is var faute and >= 0)
        {
            return Refus($"La réponse {faute + 1} de {nom} doit être l’une de celles-ci : {Francais.Liste([.. Valeurs.Select(v => Francais.Nombre(v))])}. Corrigez-la, ou écrivez un tiret si elle manque.");
        }

        var manquantes = lues.Count(l => l is null);
        if (manquantes > ManquantesAdmises)
        {
            return Refus(ManquantesAdmises == 0
                ? $"Il manque {Francais.Compte(manquantes, "réponse", "réponses")} : {nom} ne se compte qu’entier. Complétez-le avec le professionnel, ou n’enregistrez pas ce résultat."
                : $"Il manque {Francais.Compte(manquantes, "réponse", "réponses")} : {nom} se compte avec {ManquantesAdmises} réponse manquante au plus. Complétez-le, ou n’enregistrez pas ce résultat.");
        }

        var somme = lues.Select((l, i) => l is { } v ? Inversees.Contains(i + 1) ? Valeurs[^1] - v : v : 0).Sum();
        var total = decimal.Round(somme * (decimal)Nombre / (Nombre - manquantes), 1);
        return mesure.Total is { } ecrit && ecrit != total
            ? new LectureDeMesure.Refusee("total", $"Le total écrit est {Francais.Nombre(ecrit)} ; les réponses font {Francais.Nombre(total)}. Corrigez l’un ou l’autre, ou laissez le total vide.")
            : new LectureDeMesure.Lue(total, manquantes, Securite.Any(rang => lues[rang - 1] is > 0));
    }

    private static LectureDeMesure.Refusee Refus(string motif) => new("reponses", motif);
}

/// <summary>Issue de la lecture d'un résultat.</summary>
public abstract record LectureDeMesure
{
    /// <summary>Total lu.</summary>
    /// <param name="Total">Total.</param>
    /// <param name="Manquantes">Réponses manquantes, rapportées aux autres.</param>
    /// <param name="Securite">Vrai si une réponse demande de parler à l'enfant le jour même.</param>
    public sealed record Lue(decimal Total, int Manquantes, bool Securite) : LectureDeMesure;

    /// <summary>Résultat refusé.</summary>
    /// <param name="Champ">Champ à corriger.</param>
    /// <param name="Motif">Ce qui ne va pas, et que faire.</param>
    public sealed record Refusee(string Champ, string Motif) : LectureDeMesure;
}
