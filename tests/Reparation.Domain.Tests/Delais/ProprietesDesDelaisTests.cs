using CsCheck;
using Reparation.Domain.Delais;

namespace Reparation.Domain.Tests.Delais;

public sealed class ProprietesDesDelaisTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 25);

    private static readonly Gen<DateOnly> Jours = Gen.Int[0, 36_000].Select(j => new DateOnly(1970, 1, 1).AddDays(j));

    // « Sous la même loi » : les deux faits tombent entre deux dates charnières, et l'infraction reste de la même classe.
    private static readonly Gen<(DateOnly Un, DateOnly Deux)> MemesLois =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 3_000], Gen.Int[0, 3_000]).Select((borne, a, b) =>
        {
            DateOnly[] bornes = [new(1960, 1, 1), new(1989, 7, 14), new(1994, 3, 1), new(1995, 2, 5), new(1998, 6, 18), new(2003, 3, 19),
                new(2004, 3, 10), new(2006, 4, 5), new(2013, 8, 7), new(2017, 3, 1), new(2018, 8, 6), new(2021, 4, 23), new(2040, 1, 1)];
            var (debut, fin) = (bornes[borne], bornes[borne + 1].AddDays(-1));
            var (x, y) = (Borner(debut.AddDays(a), fin), Borner(debut.AddDays(b), fin));
            return x <= y ? (x, y) : (y, x);
        });

    [Fact]
    public void Un_fait_plus_tardif_n_est_jamais_prescrit_plus_tot_sous_la_meme_loi() =>
        Gen.Select(MemesLois, Parmi(Prescription.Infractions), Gen.Bool, Gen.Int[0, 17]).Sample((faits, infraction, autorite, age) =>
        {
            var naissance = faits.Un.AddYears(-age);
            var premier = Calculer(faits.Un);
            var second = Calculer(faits.Deux);
            Assert.True(second.DernierJour >= premier.DernierJour, $"{infraction} {faits} {naissance}");

            Echeance Calculer(DateOnly fait) => Delai.Calculer("PEN-TRANSITOIRE", new()
            {
                Dates = new Dictionary<Repere, DateOnly> { [Repere.Naissance] = naissance, [Repere.DernierFait] = fait },
                Infraction = infraction,
                AutoriteDeLAuteur = autorite,
                ActesInterruptifs = [],
            }, Aujourdhui);
        });

    [Fact]
    public void Le_jour_prudent_n_est_jamais_apres_le_jour_legal_ni_apres_l_alarme() =>
        Gen.Select(Parmi(Regles.Toutes), Jours, Jours, Gen.Enum<Territoire>(), Parmi(Prescription.Infractions))
            .Sample((regle, un, deux, territoire, infraction) =>
            {
                var dates = Enum.GetValues<Repere>().ToDictionary(r => r, r => (int)r % 2 == 0 ? un : deux);
                var e = Delai.Calculer(regle.Id, new() { Dates = dates, Infraction = infraction, SecondeInfraction = infraction, MemeAuteur = true }, Aujourdhui, new(territoire));
                Assert.True(e.DernierJour is null || (e.JourPrudent <= e.DernierJourLegal && e.JourDAlerte <= e.JourPrudent), regle.Id);
                Assert.All(e.Disputees, d => Assert.True(d.JourPrudent <= d.DernierJourLegal && e.JourDAlerte <= d.JourPrudent));
            });

    [Fact]
    public void Un_delai_reporte_tombe_un_jour_ouvrable_le_plus_proche() => Gen.Select(Jours, Gen.Enum<Territoire>()).Sample((depart, territoire) =>
    {
        var terme = Calendrier.Compter(depart, new(2, 0, 0), Comput.QuantiemeAvecReport, territoire);
        Assert.True(Calendrier.EstOuvrable(terme.Legal, territoire) && Calendrier.EstOuvrable(terme.Prudent, territoire));
        Assert.True(terme.Legal.DayNumber - terme.Dernier.DayNumber < 6);
        for (var jour = terme.Dernier; jour < terme.Legal; jour = jour.AddDays(1))
        {
            Assert.False(Calendrier.EstOuvrable(jour, territoire));
        }
    });

    private static Gen<T> Parmi<T>(IReadOnlyList<T> choix) => Gen.Int[0, choix.Count - 1].Select(i => choix[i]);

    private static DateOnly Borner(DateOnly jour, DateOnly fin) => jour <= fin ? jour : fin;
}
