using Reparation.Documents.Blocs;
using Reparation.Documents.Blocs.Graphiques;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Web.Features.Plan;

/// <summary>Un scénario et ce qu'on y lit : le dossier et le calculateur montrent la même chose.</summary>
/// <param name="Nom">Nom du scénario.</param>
/// <param name="Lecture">Issue du calcul.</param>
/// <param name="Image">Capital dans le temps ; rien s'il n'y a rien à montrer.</param>
/// <param name="Retournee">La question retournée : la somme qu'il faudrait à la place de la plus grande rentrée, par durée.</param>
/// <param name="Annees">Année par année, depuis le jour du calcul.</param>
public sealed record VieLue(
    string Nom, LectureDeVie Lecture, Bloc.Figure? Image, IReadOnlyList<(int Mois, Montant? Somme)> Retournee, IReadOnlyList<AnneeDeVie> Annees)
{
    /// <summary>Lit un scénario.</summary>
    public static VieLue De(ScenarioDeVie scenario, DateOnly? majorite)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var lecture = LectureDeVie.Lire(scenario, majorite);
        return lecture is LectureDeVie.Complete { Vie: var vie, Temps: var temps }
            ? new(scenario.Libelle, lecture, CapitalDansLeTemps.Dessiner(temps, majorite), TempsAchete.Retourner(vie), Additionner(temps))
            : new(scenario.Libelle, lecture, null, [], []);
    }

    /// <summary>« 25 mois », « 68,64 mois ».</summary>
    public static string Mois(decimal mois) => $"{Francais.Nombre(decimal.Round(mois, 2))} mois";

    private static IReadOnlyList<AnneeDeVie> Additionner(TempsAchete temps) =>
    [
        .. temps.Mois.Chunk(12).Select(an => new AnneeDeVie(
            an[0].Debut,
            Montant.Total(an.Select(m => m.Besoin)),
            Montant.Total(an.Select(m => m.Revenus)),
            Montant.Total(an.Select(m => m.Entrees)),
            Montant.Total(an.Select(m => m.Tire)),
            Montant.Total(an.Select(m => m.Interets)),
            an[^1].Solde)),
    ];
}

/// <summary>Douze mois.</summary>
public sealed record AnneeDeVie(
    DateOnly Debut, Montant Besoin, Montant Revenus, Montant Entrees, Montant Tire, Montant Interets, Montant Solde);
