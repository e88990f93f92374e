using Reparation.Domain.Delais;
using static Reparation.Domain.Tests.Cas;

namespace Reparation.Domain.Tests.Delais;

public sealed class CalendrierTests
{
    [Theory]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")] // la plus tardive
    [InlineData("2285-03-22")] // la plus précoce
    public void Paques_tombe_au_jour_connu(string jour) => Assert.Equal(Jour(jour), Calendrier.Paques(Jour(jour).Year));

    [Theory]
    [InlineData("2026-04-03", Territoire.AlsaceMoselle, false)]
    [InlineData("2026-04-03", Territoire.Metropole, true)]
    [InlineData("2028-12-26", Territoire.AlsaceMoselle, false)]
    [InlineData("2026-12-26", Territoire.Metropole, false)] // un samedi
    [InlineData("2027-04-27", Territoire.Mayotte, false)]
    [InlineData("2027-04-27", Territoire.Reunion, true)]
    [InlineData("2024-12-20", Territoire.Reunion, false)]
    [InlineData("1980-05-08", Territoire.Metropole, true)] // le 8 mai n'était pas férié
    [InlineData("1984-05-08", Territoire.Metropole, false)]
    [InlineData("2026-05-14", Territoire.Metropole, false)] // Ascension
    [InlineData("2026-05-25", Territoire.Metropole, false)] // Pentecôte
    public void Un_jour_est_ouvrable_ou_non_selon_le_ressort(string jour, Territoire territoire, bool ouvrable) =>
        Assert.Equal(ouvrable, Calendrier.EstOuvrable(Jour(jour), territoire));

    [Fact]
    public void Onze_jours_en_metropole_treize_en_alsace_moselle_douze_outre_mer()
    {
        Assert.Equal(11, Calendrier.Feries(2026, Territoire.Metropole).Count);
        Assert.Equal(13, Calendrier.Feries(2026, Territoire.AlsaceMoselle).Count);
        Assert.All(Enum.GetValues<Territoire>().Where(t => t > Territoire.AlsaceMoselle), t => Assert.Equal(12, Calendrier.Feries(2026, t).Count));
        Assert.All(Calendrier.Feries(2026, Territoire.Guyane), j => Assert.StartsWith("http", j.Source.Adresse, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P30Y", 360, 0, 0)]
    [InlineData("-P2M", -2, 0, 0)]
    [InlineData("-PT24H", 0, 0, -24)]
    [InlineData("P1Y6M10D", 18, 10, 0)]
    public void Une_duree_se_lit(string texte, int mois, int jours, int heures) => Assert.Equal(new Duree(mois, jours, heures), Duree.Lire(texte));

    [Theory]
    [InlineData("variable")]
    [InlineData("P")]
    [InlineData("30Y")]
    [InlineData("P1Y\n")]
    public void Un_autre_texte_n_est_pas_une_duree(string texte) => Assert.Null(Duree.Lire(texte));
}
