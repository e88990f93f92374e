using CsCheck;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Capitalisation;

public sealed class PrixAuJourTests
{
    private static readonly EditionCapitalisation Gp2025 = Editions.Embarquees.TrouverCapitalisation("gp-2025")!;

    private static readonly EditionCapitalisation[] Completes =
        [.. Editions.Embarquees.Capitalisation.Where(e => e.Couvre(Sexe.NonPrecise))];

    private static readonly Gen<DateOnly> Jours = Gen.Frequency(
        (8, Gen.Int[0, 60_000].Select(j => new DateOnly(1940, 1, 1).AddDays(j))),
        (1, Gen.Int[0, 39].Select(n => new DateOnly(1940 + (4 * n), 2, 29))));

    private static readonly Gen<PointDeCourbe[]> Courbes = Gen.Select(
        Gen.Int[-200, 800], Gen.Int[-200, 600], Gen.Int[0, 3]).Select((taux, inflation, points) => Enumerable.Range(0, points + 1)
            .Select(i => new PointDeCourbe
            {
                Annee = 1 + (i * 7),
                Taux = (taux / 100m) + i,
                Inflation = (inflation / 100m) - (i / 2m),
            }).Reverse().ToArray());

    private static readonly Gen<DemandeDePrix> Demandes = Gen.Select(
        Gen.Select(Gen.OneOf(Completes), Gen.OneOf(Sexe.Feminin, Sexe.Masculin, Sexe.NonPrecise)),
        Gen.Select(Jours, Gen.Int[0, 37_000], Gen.Bool),
        Gen.Select(Gen.Int[-3_000, 30_000], Gen.Int[0, 36_000], Gen.Int[0, 3]),
        Gen.Select(Gen.Int[-500, 1_000], Gen.Int[-500, 1_000], Gen.Int[0, 5]),
        Courbes).Select((table, dates, bornes, taux, courbe) =>
    {
        var (edition, sexe) = table;
        var (naissance, vecu, anniversaire) = dates;
        var (attente, duree, sorte) = bornes;
        var decision = anniversaire ? Ages.Anniversaire(naissance, vecu / 366) : naissance.AddDays(vecu);
        var debut = decision.AddDays(attente);
        return new DemandeDePrix(edition, sexe, naissance, decision)
        {
            Debut = sorte == 0 ? null : debut,
            Fin = sorte == 1 ? null : (debut > decision && sorte != 0 ? debut : decision).AddDays(duree),
            Taux = taux.Item1 / 100m,
            Croissance = taux.Item3 is 0 or 1 ? taux.Item2 / 100m : 0,
            Courbe = taux.Item3 == 5 ? courbe : [],
            Paiements = taux.Item3 is 1 or 2 ? MomentDesPaiements.Mensuel : MomentDesPaiements.Annuel,
        };
    });

    [Fact]
    public void Dix_mille_rentes_au_hasard_sont_celles_de_la_reference_lente() => Demandes.Sample(
        d =>
        {
            var (attendu, rendu) = (ReferenceLente.Prix(d), PrixDeRente.Calculer(d).Exact);
            return Math.Abs(attendu - rendu) <= 0.000_000_001m * Math.Max(1, attendu);
        },
        iter: 10_000);

    [Fact]
    public void Couper_une_rente_en_deux_n_y_change_rien() => Gen.Select(Demandes, Gen.Int[0, 40_000]).Sample((d, coupe) =>
    {
        var debut = d.Debut > d.Decision ? d.Debut.Value : d.Decision;
        var milieu = debut.AddDays(coupe);
        milieu = d.Fin < milieu ? d.Fin.Value : milieu;
        var (avant, apres) = (PrixDeRente.Calculer(d with { Fin = milieu }), PrixDeRente.Calculer(d with { Debut = milieu }));
        return Math.Abs(avant.Exact + apres.Exact - PrixDeRente.Calculer(d).Exact) < 1e-15m * Math.Max(1, PrixDeRente.Calculer(d).Exact);
    });

    [Fact]
    public void Plus_longue_une_rente_ne_vaut_pas_moins() => Gen.Select(Demandes, Gen.Int[1, 3_000]).Sample((d, jours) =>
        d.Fin is not { } fin
        || PrixDeRente.Calculer(d with { Fin = fin.AddDays(jours) }).Exact >= PrixDeRente.Calculer(d).Exact);

    [Fact]
    public void Plus_haut_un_taux_ne_vaut_pas_plus() => Demandes.Sample(d =>
        d.Taux > 9.5m || d.Courbe.Count > 0
        || PrixDeRente.Calculer(d with { Taux = d.Taux + 0.5m }).Exact <= PrixDeRente.Calculer(d).Exact);

    [Fact]
    public void Plus_tard_elle_commence_moins_elle_vaut() => Gen.Select(Demandes, Gen.Int[1, 3_000]).Sample((d, jours) =>
    {
        var retard = (d.Debut > d.Decision ? d.Debut.Value : d.Decision).AddDays(jours);
        return retard > d.Fin || PrixDeRente.Calculer(d with { Debut = retard }).Exact <= PrixDeRente.Calculer(d).Exact;
    });

    [Fact]
    public void Un_jour_d_anniversaire_le_prix_est_celui_des_baremes() => Gen.Select(
        Gen.OneOf(Completes), Gen.OneOf(Sexe.Feminin, Sexe.Masculin), Jours, Gen.Int[0, 60], Gen.Int[0, 20], Gen.Int[1, 20]).Sample(
        (edition, sexe, naissance, age, attente, duree) =>
        {
            // Pour une naissance un 29 février, l'anniversaire de la décision n'est pas toujours celui de la naissance.
            naissance = naissance is { Month: 2, Day: 29 } ? naissance.AddDays(1) : naissance;
            var prix = PrixDeRente.Calculer(new(edition, sexe, naissance, Ages.Anniversaire(naissance, age))
            {
                Debut = Ages.Anniversaire(naissance, age + attente),
                Fin = Ages.Anniversaire(naissance, age + attente + duree),
            });
            return prix.Exact == PrixDeRente.Calculer(edition, sexe, age, age + attente, age + attente + duree).Exact;
        });

    [Fact]
    public void Ne_un_29_fevrier_le_prix_s_ecarte_d_un_jour_au_plus()
    {
        var naissance = new DateOnly(2008, 2, 29);
        var exact = PrixDeRente.Calculer(new(Gp2025, Sexe.Feminin, naissance, new(2027, 3, 1)) { Fin = new(2072, 2, 29) }).Exact;
        var entier = PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 19, null, 64).Exact;

        Assert.InRange(entier - exact, 0, 1m / 365);
    }

    [Fact]
    public void Le_paiement_mensuel_est_l_approximation_publiee()
    {
        // Femme de 12 ans, rente viagère : 61,27 par l'approximation, 61,26 par la somme mensuelle.
        var demande = new DemandeDePrix(Gp2025, Sexe.Feminin, new(2014, 3, 1), new(2026, 3, 1)) { Paiements = MomentDesPaiements.Mensuel };
        Assert.Equal(PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 12).Exact + (11m / 24), PrixDeRente.Calculer(demande).Exact, 20);
        Assert.Equal(61.27m, decimal.Round(PrixDeRente.Calculer(demande).Exact, 2));
    }

    [Theory]
    [InlineData("-0.25", "5.03 10.13 15.29 20.51 25.80 31.16 36.58")]
    [InlineData("0.5", "4.94 9.75 14.45 19.03 23.50 27.86 32.12")]
    public void En_continu_et_sans_mortalite_les_tables_d_Ogden_sont_retrouvees(string taux, string publies)
    {
        // Table d'essai où personne ne meurt : il ne reste que l'actualisation. Valeurs publiées pour 5, 10, … 35 ans.
        var fichiers = new Dictionary<string, string>(Editions.FichiersEmbarques())
        {
            ["mortalite/insee-2017-2019-france.csv"] =
                "age,hommes,femmes\n" + string.Concat(Enumerable.Range(0, 105).Select(a => $"{a},100000,100000\n")),
        };
        var immortels = Editions.Charger(fichiers).TrouverCapitalisation("gp-2022")!;
        var attendus = publies.Split(' ').Select(Cas.Nombre).ToList();
        for (var rang = 0; rang < attendus.Count; rang++)
        {
            var decision = new DateOnly(2020, 1, 1);
            var prix = PrixDeRente.Calculer(new(immortels, Sexe.Masculin, new(2010, 1, 1), decision)
            {
                Fin = decision.AddYears(5 * (rang + 1)),
                Taux = Cas.Nombre(taux),
                Paiements = MomentDesPaiements.Continu,
            });
            Assert.Equal(attendus[rang], decimal.Round(prix.Exact, 2));
        }
    }

    [Fact]
    public void A_taux_nul_le_continu_est_le_milieu_de_l_annee()
    {
        var demande = new DemandeDePrix(Gp2025, Sexe.Masculin, new(2010, 1, 1), new(2020, 1, 1)) { Taux = 0 };
        var annuel = PrixDeRente.Calculer(demande).Exact;
        Assert.Equal(annuel + 0.5m, PrixDeRente.Calculer(demande with { Paiements = MomentDesPaiements.Continu }).Exact, 20);
        Assert.Equal(
            annuel + 0.5m,
            PrixDeRente.Calculer(demande with { Paiements = MomentDesPaiements.Continu, Taux = 0.0001m }).Exact, 1);
    }

    [Fact]
    public void Une_courbe_plate_vaut_le_taux_constant_et_la_croissance_un_taux_moindre()
    {
        var demande = new DemandeDePrix(Gp2025, Sexe.Feminin, new(2010, 5, 20), new(2026, 11, 3)) { Fin = new(2060, 1, 1), Taux = 2 };
        var plate = demande with { Taux = null, Courbe = [new() { Annee = 1, Taux = 2 }] };
        Assert.Equal(PrixDeRente.Calculer(demande).Exact, PrixDeRente.Calculer(plate).Exact, 18);
        Assert.Equal(
            PrixDeRente.Calculer(demande with { Taux = 0 }).Exact, PrixDeRente.Calculer(demande with { Croissance = 2 }).Exact, 18);
    }

    [Fact]
    public void Sans_distinction_le_prix_est_entre_ceux_des_deux_sexes() => Assert.All(Completes.Where(e => e.Id != "td-88-90"), e => Assert.InRange(
        PrixDeRente.Calculer(e, Sexe.NonPrecise, 11).Exact,
        PrixDeRente.Calculer(e, Sexe.Masculin, 11).Exact,
        PrixDeRente.Calculer(e, Sexe.Feminin, 11).Exact));

    [Fact]
    public void La_formule_au_jour_se_refait_a_la_main()
    {
        var prix = PrixDeRente.Calculer(new(Gp2025, Sexe.Feminin, new(2010, 5, 20), new(2026, 11, 3))
        {
            Debut = new(2030, 1, 1),
            Fin = new(2060, 6, 1),
            Croissance = 1,
        });

        Assert.Contains("x = 16\u00a0ans et 167 j ÷ 365", prix.Formule, StringComparison.Ordinal);
        Assert.Contains("l(16) = ", prix.Formule, StringComparison.Ordinal);
        Assert.Contains("a(x\u202f; 1er\u00a0juin 2060) − a(x\u202f; 1er\u00a0janvier 2030) = ", prix.Formule, StringComparison.Ordinal);
        Assert.Contains("début\u00a0: 3\u00a0termes et 59 j ÷ 365 du suivant", prix.Formule, StringComparison.Ordinal);
        Assert.Contains("× (1 + 1\u00a0%)^t ÷ (1 + 0,5\u00a0%)^t", prix.Formule, StringComparison.Ordinal);
        Assert.EndsWith("suivant)", prix.Formule, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_demande_impossible_est_refusee()
    {
        var demande = new DemandeDePrix(Gp2025, Sexe.Feminin, new(2010, 5, 20), new(2026, 11, 3));
        DemandeDePrix[] fautives =
        [
            demande with { Decision = new(2010, 5, 19) },
            demande with { Decision = new(2120, 1, 1) },
            demande with { Fin = new(2026, 11, 2) },
            demande with { Taux = 10.01m },
            demande with { Croissance = -5.01m },
            demande with { Courbe = [new() { Annee = 2 }] },
            demande with { Courbe = [new(), new()] },
            demande with { Edition = Editions.Embarquees.TrouverCapitalisation("rentes-2023")!, Sexe = Sexe.Masculin },
        ];

        Assert.All(fautives, f => Assert.Throws<ArgumentOutOfRangeException>(() => PrixDeRente.Calculer(f)));
        Assert.Equal(0, PrixDeRente.Calculer(demande with { Debut = new(2300, 1, 1) }).Exact);
    }
}
