using CsCheck;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Capitalisation;

public sealed class PrixDeRenteTests
{
    private static readonly EditionCapitalisation Gp2025 = Editions.Embarquees.TrouverCapitalisation("gp-2025")!;

    private static readonly Gen<(EditionCapitalisation Edition, Sexe Sexe, int Age, decimal Taux)> Entrees =
        Gen.Select(
            Gen.OneOf(Editions.Embarquees.Capitalisation.Where(e => e.Couvre(Sexe.NonPrecise)).ToArray()),
            Gen.OneOf(Sexe.Feminin, Sexe.Masculin, Sexe.NonPrecise),
            Gen.Int[0, 103],
            Gen.Int[-20, 40].Select(t => t / 4m));

    [Fact]
    public void La_rente_differee_d_une_fille_de_onze_ans_est_celle_du_dossier_de_reference()
    {
        // Valeurs de référence du projet : a(11,64) = 45,837 ; a(11,18) = 6,860 ; de 18 à 64 ans : 38,977.
        Assert.Equal(45.837m, PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 11, null, 64).Coefficient);
        Assert.Equal(6.860m, PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 11, null, 18).Coefficient);
        Assert.Equal(38.977m, PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 11, 18, 64).Coefficient);
    }

    [Theory]
    [InlineData("gp-2022", -1, Sexe.Feminin, 112.60)]
    [InlineData("gp-2022", -1, Sexe.Masculin, 100.90)]
    [InlineData("gp-2022", 0, Sexe.Feminin, 74.32)]
    [InlineData("gp-2022", 0, Sexe.Masculin, 68.46)]
    [InlineData("gp-2020", 0, Sexe.Feminin, 74.15)]
    [InlineData("gp-2020", 0, Sexe.Masculin, 68.10)]
    [InlineData("gp-2018", 0.5, Sexe.Feminin, 61.23)]
    [InlineData("gp-2018", 0.5, Sexe.Masculin, 56.58)]
    [InlineData("insee-2023-2025", 0.5, Sexe.Feminin, 61.90)]
    [InlineData("insee-2023-2025", 0.5, Sexe.Masculin, 57.94)]
    [InlineData("td-88-90", 2, Sexe.Feminin, 34.52)]
    [InlineData("td-88-90", 2, Sexe.Masculin, 34.52)]
    [InlineData("gp-2025", 0.5, Sexe.Feminin, 61.50)]
    [InlineData("gp-2025", 0.5, Sexe.Masculin, 57.29)]
    public void Les_ordres_de_grandeur_a_onze_ans_sont_retrouves(string edition, double taux, Sexe sexe, double attendu)
    {
        var prix = PrixDeRente.Calculer(
            Editions.Embarquees.TrouverCapitalisation(edition)!, sexe, 11, taux: (decimal)taux);

        Assert.Equal((decimal)attendu, decimal.Round(prix.Exact, 2));
    }

    [Fact]
    public void Le_prix_est_la_somme_terme_a_terme_de_sa_definition() => Entrees.Sample(e =>
    {
        var table = e.Edition.Table(e.Sexe);
        var (somme, v) = (0m, 1m);
        for (var t = 1; e.Age + t <= table.DernierAge; t++)
        {
            v /= 1 + (e.Taux / 100);
            somme += v * table.Survivants(e.Sexe, e.Age + t) / table.Survivants(e.Sexe, e.Age);
        }

        var prix = PrixDeRente.Calculer(e.Edition, e.Sexe, e.Age, taux: e.Taux).Exact;
        return Math.Abs(prix - somme) < 0.000_000_000_1m;
    });

    [Fact]
    public void Differe_plus_temporaire_font_la_rente_entiere() => Gen.Select(Entrees, Gen.Int[0, 104], Gen.Int[0, 104]).Sample((e, a, b) =>
    {
        var (depart, fin) = (Math.Max(e.Age, Math.Min(a, b)), Math.Max(e.Age, Math.Max(a, b)));
        var differe = PrixDeRente.Calculer(e.Edition, e.Sexe, e.Age, depart, fin, e.Taux);
        var avant = PrixDeRente.Calculer(e.Edition, e.Sexe, e.Age, null, depart, e.Taux);
        var entier = PrixDeRente.Calculer(e.Edition, e.Sexe, e.Age, null, fin, e.Taux);

        // Un départ à l'âge de la décision n'est pas un différé.
        return depart == e.Age
            ? differe.Exact == entier.Exact
            : Math.Abs(differe.Exact + avant.Exact - entier.Exact) < 1e-20m && differe.Exact >= 0;
    });

    [Fact]
    public void Plus_le_taux_monte_plus_le_prix_baisse() => Gen.Select(Entrees, Gen.Int[1, 20]).Sample((e, n) =>
    {
        var haut = Math.Min(10, e.Taux + (n / 4m));
        return haut == e.Taux
            || PrixDeRente.Calculer(e.Edition, e.Sexe, e.Age, taux: e.Taux).Exact
                > PrixDeRente.Calculer(e.Edition, e.Sexe, e.Age, taux: haut).Exact;
    });

    [Fact]
    public void La_formule_permet_de_refaire_le_calcul()
    {
        Assert.Equal(
            "a(11, 64) − a(11, 18) = 45,836527 − 6,859743, arrondi à 38,977",
            PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 11, 18, 64).Formule);
        Assert.Equal(
            "a(11) = Σ l(11 + t) ÷ l(11) ÷ (1 + 0,5\u00a0%)^t pour t de 1 à 93",
            string.Join(',', PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 11).Formule.Split(',').Take(2)));
    }

    [Theory]
    [InlineData(-1, null, null, 0.5)]
    [InlineData(105, null, null, 0.5)]
    [InlineData(11, null, 105, 0.5)]
    [InlineData(11, null, 10, 0.5)]
    [InlineData(11, 65, 64, 0.5)]
    [InlineData(11, null, null, -5.01)]
    [InlineData(11, null, null, 10.01)]
    public void Refuse_un_age_ou_un_taux_hors_bornes(int age, int? debut, int? fin, double taux) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(
            () => PrixDeRente.Calculer(Gp2025, Sexe.Feminin, age, debut, fin, (decimal)taux));

    [Fact]
    public void Cent_quatre_ans_est_un_age_sans_avenir() =>
        Assert.Equal(0, PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 104).Coefficient);

    [Fact]
    public void Mille_taux_differents_donnent_les_memes_prix_que_le_premier()
    {
        // Les colonnes gardées en mémoire sont plafonnées ; au-delà, le calcul doit rester le même.
        var premier = PrixDeRente.Calculer(Gp2025, Sexe.Masculin, 30, null, 64, 1.001m).Exact;
        for (var taux = -4m; taux < 4; taux += 0.01m)
        {
            _ = PrixDeRente.Calculer(Gp2025, Sexe.Masculin, 30, null, 64, taux);
        }

        Assert.Equal(premier, PrixDeRente.Calculer(Gp2025, Sexe.Masculin, 30, null, 64, 1.001m).Exact);
    }
}
