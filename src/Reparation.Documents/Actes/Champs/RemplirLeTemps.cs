using Reparation.Documents.Blocs.Graphiques;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Le temps que les sommes achètent, scénario par scénario, en mots. Un scénario incomplet ne s'imprime pas.</summary>
internal static class RemplirLeTemps
{
    public static IReadOnlyList<ChampsScenarioDeVie> Tout(Dossier dossier) =>
        [.. Complets(dossier).Select((c, rang) => Un(c.Saisie, c.Lecture.Vie, c.Lecture.Temps, rang + 1))];

    /// <summary>Capital du premier scénario complet, ou rien.</summary>
    public static Blocs.Bloc.Figure? Dessiner(Dossier dossier) =>
        Complets(dossier).Select(c => CapitalDansLeTemps.Dessiner(c.Lecture.Temps, Majorite(dossier))).FirstOrDefault();

    private static IEnumerable<(ScenarioDeVie Saisie, LectureDeVie.Complete Lecture)> Complets(Dossier dossier) => dossier.Plan.Scenarios
        .Select(s => (s, LectureDeVie.Lire(s, Majorite(dossier)) as LectureDeVie.Complete))
        .Where(c => c.Item2 is not null)
        .Select(c => (c.s, c.Item2!));

    private static DateOnly? Majorite(Dossier dossier) => dossier.Enfant.DateDeNaissance is { } naissance ? Ages.Majorite(naissance) : null;

    private static ChampsScenarioDeVie Un(ScenarioDeVie saisie, VieAFinancer vie, TempsAchete temps, int rang) => new()
    {
        Nom = Texte(saisie.Libelle) ?? $"Scénario {Langue.Nombre(rang)}",
        Calcul = Langue.Date(vie.Calcul),
        Attendu = Montant.Total(vie.Rentrees.Select(r => r.Montant)).ToString(),
        MoisFinances = Mois(temps.MoisFinances),
        Fin = CapitalDansLeTemps.Finir(temps.Fin),
        Attente = temps.MoisDAttente > 0 ? Mois(temps.MoisDAttente) : null,
        NonCouvert = temps.BesoinNonCouvert.ToString(),
        Hypotheses = $"rendement net de {Langue.Pourcent(vie.Rendement)} par an, inflation de {Langue.Pourcent(vie.Inflation)} par an"
            + (vie.Reserve > Montant.Zero ? $", {vie.Reserve} gardés pour les soins" : ""),
        Rentrees = [.. saisie.Rentrees.Select(r => new ChampsRentree(
            Texte(r.Libelle) ?? De(r.Genre), r.Montant.ToString(), Langue.Date(r.Le!.Value), r.Bloquee, r.Bloquee ? r.AutoriseParMois?.ToString() : null))],
        Bloque = Montant.Total(saisie.Rentrees.Where(r => r.Bloquee).Select(r => r.Montant)) is var bloque && bloque > Montant.Zero ? bloque.ToString() : null,
        Depenses = [.. saisie.Depenses.Select(d => new ChampsLigneDeVie(
            Texte(d.Libelle) ?? "dépense", d.Montant.ToString(), d.UneFois ? $"une fois, le {Langue.Date(d.Du ?? vie.Calcul)}" : "par mois" + Periode(d.Du, d.Au), Texte(d.SourceDuMontant)))],
        Revenus = [.. saisie.Revenus.Select(r => new ChampsLigneDeVie(
            Texte(r.Libelle) ?? "revenu", r.ParMois.ToString(), (r.MoisParAn == 12 ? "par mois" : $"par mois, {Langue.Nombre(r.MoisParAn)} mois par an") + Periode(r.Du, r.Au), Texte(r.SourceDuMontant)))],
        Retournee = [.. TempsAchete.Retourner(vie).Select(r => new ChampsSommePour(Mois(r.Mois), r.Somme?.ToString()))],
    };

    private static string De(GenreDeRentree genre) => genre switch
    {
        GenreDeRentree.Provision => "provision",
        GenreDeRentree.Indemnite => "indemnité de la commission ou du fonds",
        GenreDeRentree.Sarvi => "part du SARVI",
        GenreDeRentree.Agrasc => "biens confisqués (AGRASC)",
        GenreDeRentree.Auteur => "versement de l’auteur",
        _ => "autre somme",
    };

    private static string Mois(decimal mois) => Langue.Nombre(decimal.Round(mois, 2)) + Langue.Insecable + "mois";

    private static string Periode(DateOnly? du, DateOnly? au) => (du, au) switch
    {
        ({ } debut, { } fin) => $", du {Langue.Date(debut)} au {Langue.Date(fin)}",
        ({ } debut, null) => $", à partir du {Langue.Date(debut)}",
        (null, { } fin) => $", jusqu’au {Langue.Date(fin)}",
        _ => "",
    };
}
