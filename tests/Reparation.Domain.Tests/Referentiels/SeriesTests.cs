using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Referentiels;

public sealed class SeriesTests
{
    private static SerieDatee Serie(string id) => Editions.Embarquees.TrouverSerie(id)!;

    public static TheoryData<string> Ids() => [.. Editions.Embarquees.Series.Select(s => s.Id)];

    [Fact]
    public void Cinq_series_sont_livrees() => Assert.Equal(
        ["interet-legal-autres", "interet-legal-particuliers", "ipc-hors-tabac", "plafond-securite-sociale", "smic-horaire"],
        Editions.Embarquees.Series.Select(s => s.Id).Order(StringComparer.Ordinal));

    // Valeurs relues une à une dans les fichiers de la référence.
    [Theory]
    [InlineData("ipc-hors-tabac", "2003-01-01", 84.42)]
    [InlineData("ipc-hors-tabac", "2025-12-31", 119.76)]
    [InlineData("ipc-hors-tabac", "2027-03-01", 119.76)] // au-delà : la dernière connue
    [InlineData("smic-horaire", "2026-05-31", 12.02)]
    [InlineData("smic-horaire", "2026-06-01", 12.31)]
    [InlineData("plafond-securite-sociale", "2026-11-24", 4005)]
    [InlineData("interet-legal-particuliers", "2026-07-01", 6.84)]
    [InlineData("interet-legal-particuliers", "2026-06-30", 6.67)]
    [InlineData("interet-legal-autres", "2015-01-01", 0.93)]
    public void Une_valeur_vaut_jusqu_a_la_suivante(string id, string date, decimal attendu) =>
        Assert.Equal(attendu, Serie(id).ValeurAu(Cas.Jour(date)));

    [Fact]
    public void Avant_la_serie_rien_n_est_devine_et_apres_elle_le_dit()
    {
        var indice = Serie("ipc-hors-tabac");

        Assert.Null(indice.ValeurAu(Cas.Jour("2002-12-31")));
        Assert.Null(indice.EffetAu(Cas.Jour("2002-12-31")));
        Assert.Equal(Cas.Jour("2025-12-01"), indice.EffetAu(Cas.Jour("2026-01-15")));
        Assert.False(indice.Perimee(Cas.Jour("2025-12-31")));
        Assert.True(indice.Perimee(Cas.Jour("2026-01-01")));
        Assert.Contains("31\u00a0décembre 2025", indice.Peremption, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => indice.Tranches(Cas.Jour("2002-12-31"), Cas.Jour("2003-01-31")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Une_serie_n_a_ni_trou_ni_valeur_nulle(string id)
    {
        var serie = Serie(id);
        var valeurs = serie.Valeurs.ToList();

        Assert.All(valeurs, v => Assert.True(v.Valeur > 0));
        Assert.True(serie.DerniereDate >= valeurs[^1].Du);
        Assert.DoesNotMatch("['\"]| [:;?!€%»]|« ", serie.Titre + serie.Peremption + string.Concat(serie.Notes));

        // Les tranches se suivent jour pour jour et redonnent chaque valeur.
        var tranches = serie.Tranches(serie.PremiereDate, serie.DerniereDate);
        Assert.Equal(valeurs.Count, tranches.Count);
        Assert.All(tranches.Zip(tranches.Skip(1)), p => Assert.Equal(p.First.Au.AddDays(1), p.Second.Du));
        Assert.All(tranches, t => Assert.Equal((t.Valeur, t.Valeur), (serie.ValeurAu(t.Du), serie.ValeurAu(t.Au))));

        // Un indice mensuel a chaque mois, un taux semestriel chaque semestre.
        var pas = serie.Unite switch { UniteDeSerie.Indice => 1, UniteDeSerie.Pourcent => 6, _ => 0 };
        Assert.All(valeurs.Zip(valeurs.Skip(1)), p => Assert.True(pas == 0 || p.First.Du.AddMonths(pas) == p.Second.Du));
    }

    [Fact]
    public void La_majoration_est_une_donnee()
    {
        Assert.Equal(new MajorationDInteret(5, 2), Serie("interet-legal-particuliers").Majoration);
        Assert.Null(Serie("smic-horaire").Majoration);
    }

    [Theory]
    [InlineData("du,valeur\n2020-01-01,1\n2020-01-01,2\n", "2020-12-31", "ne se suivent pas")]
    [InlineData("du,valeur\n2020-01-01,1\n2020-02-01,2\n", "2020-01-31", "précède la dernière")]
    [InlineData("du,valeur\n2020-01-01,0\n", "2020-12-31", "n’est pas positive")]
    [InlineData("du,valeur\n2020-13-01,1\n", "2020-12-31", "n’est pas une date")]
    [InlineData("date,valeur\n2020-01-01,1\n", "2020-12-31", "colonnes attendues")]
    public void Une_serie_malformee_est_refusee_en_nommant_son_fichier(string csv, string fin, string attendu)
    {
        var fiche = $$"""
            { "id": "essai", "titre": "Essai", "editeur": "Essai", "parution": "2020", "page": "", "adresse": "https://exemple.fr",
              "verifie_le": "2026-11-24", "confiance": "secondaire", "notes": [], "unite": "indice", "valable_jusqu_au": "{{fin}}", "valeurs": "essai.csv" }
            """;
        var erreur = Assert.Throws<InvalidDataException>(() => Editions.Charger(new Dictionary<string, string>
        {
            ["series/essai.json"] = fiche,
            ["series/essai.csv"] = csv,
        }));
        Assert.Contains("series/essai", erreur.Message, StringComparison.Ordinal);
        Assert.Contains(attendu, erreur.Message, StringComparison.Ordinal);
    }
}
