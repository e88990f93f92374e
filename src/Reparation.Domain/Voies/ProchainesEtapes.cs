using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Voies;

/// <summary>Ce qu'il y a à faire maintenant : quoi, pourquoi, pour quand, avec quel acte.</summary>
public static class ProchainesEtapes
{
    /// <summary>Une échéance à ce terme passe avant le reste de la liste.</summary>
    public const int JoursDUrgence = 30;

    private static readonly IReadOnlyList<Modele> Modeles = Lire();

    /// <summary>Étapes à faire, dans l'ordre, puis celles qui sont faites ou écartées.</summary>
    /// <param name="dossier">Dossier, avec les suites déjà données aux étapes.</param>
    /// <param name="aujourdhui">Jour.</param>
    /// <param name="voies">Voies examinées le même jour.</param>
    /// <param name="echeances">Jour prudent par règle de délai ; les étapes se passent d'échéance si la règle n'y est pas.</param>
    public static IReadOnlyList<EtapeProposee> Dresser(
        Dossier dossier, DateOnly aujourdhui, IReadOnlyList<Voie> voies, IReadOnlyDictionary<string, DateOnly>? echeances = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(voies);
        var situation = new Situation(dossier, aujourdhui, ParametresDesVoies.Embarques)
        {
            Integrale = voies.Single(v => v.Id == ExamenDesVoies.Integrale).Etat,
        };
        var suivies = dossier.Etapes.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var urgence = aujourdhui.AddDays(JoursDUrgence);
        return [.. Modeles
            .Where(m => suivies.ContainsKey(m.Id) || m.Si.All(s => situation.Constater(s.Condition).Reponse == s.Est))
            .Select(m => Proposer(m, suivies.GetValueOrDefault(m.Id), echeances))
            .OrderBy(e => e.Etat)
            .ThenBy(e => e.PourLe <= urgence ? e.PourLe : DateOnly.MaxValue)
            .ThenBy(e => e.Ordre)];
    }

    private static EtapeProposee Proposer(Modele modele, EtapeSuivie? suivie, IReadOnlyDictionary<string, DateOnly>? echeances)
    {
        var dates = modele.Delais.Where(d => echeances?.ContainsKey(d) == true).Select(d => echeances![d]).ToList();
        return new(modele.Id, modele.Ordre, modele.Libelle, modele.Pourquoi, suivie?.Etat ?? EtatDEtape.Ouverte)
        {
            PourLe = dates.Count > 0 ? dates.Min() : null,
            Delais = modele.Delais,
            Acte = modele.Acte,
            Voie = modele.Voie,
            Motif = suivie?.Motif ?? "",
            Le = suivie?.Le,
            Sources = modele.Sources,
        };
    }

    private static List<Modele> Lire()
    {
        using var fiche = Fiche.Ouvrir("voies/etapes.json", SourcesDuDroit.Fichiers);
        return [.. fiche.Elements(fiche.Racine, "etapes").Select(e => new Modele(
            fiche.Texte(e, "id"), (int)fiche.Nombre(e, "ordre"), fiche.Texte(e, "libelle"), fiche.Texte(e, "pourquoi"),
            [.. fiche.Elements(e, "si").Select(s => (fiche.Parmi<ConditionDeVoie>(s, "condition"), fiche.Parmi<Reponse>(s, "est")))],
            fiche.Textes(e, "delais"), fiche.TexteOuVide(e, "acte"), fiche.TexteOuVide(e, "voie"), SourcesDuDroit.Citer(fiche.Textes(e, "sources"))))];
    }

    private sealed record Modele(
        string Id, int Ordre, string Libelle, string Pourquoi, IReadOnlyList<(ConditionDeVoie Condition, Reponse Est)> Si, IReadOnlyList<string> Delais,
        string Acte, string Voie, IReadOnlyList<Source> Sources);
}

/// <summary>Une étape proposée.</summary>
/// <param name="Id">Identifiant stable, auquel sa suite se rattache dans le dossier.</param>
/// <param name="Ordre">Rang ordinaire.</param>
/// <param name="Libelle">Quoi faire.</param>
/// <param name="Pourquoi">Pourquoi.</param>
/// <param name="Etat">À faire, faite, ou écartée.</param>
public sealed record EtapeProposee(string Id, int Ordre, string Libelle, string Pourquoi, EtatDEtape Etat)
{
    /// <summary>Jour prudent le plus proche de ses délais, s'il est connu.</summary>
    public DateOnly? PourLe { get; init; }

    /// <summary>Règles de délai, par identifiant.</summary>
    public required IReadOnlyList<string> Delais { get; init; }

    /// <summary>Modèle d'acte ; vide si aucun n'est livré.</summary>
    public required string Acte { get; init; }

    /// <summary>Voie dont elle relève ; vide si aucune.</summary>
    public required string Voie { get; init; }

    /// <summary>Raison donnée si elle est écartée.</summary>
    public required string Motif { get; init; }

    /// <summary>Jour de la suite donnée.</summary>
    public required DateOnly? Le { get; init; }

    /// <summary>Textes qui la fondent.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }
}
