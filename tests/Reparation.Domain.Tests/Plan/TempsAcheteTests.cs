using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Plan;

namespace Reparation.Domain.Tests.Plan;

/// <summary>Propriétés du temps acheté. Les valeurs publiées et calculées à la main sont dans <c>tests/Cas/temps</c>.</summary>
public sealed class TempsAcheteTests
{
    private static readonly DateOnly Depart = new(2027, 1, 1);

    private static readonly Gen<Montant> GenSomme = Gen.Long[1, 6_000_000].Select(c => Montant.DeEuros(c / 100m));

    private static readonly Gen<VieAFinancer> GenVie = Gen.Select(
        Gen.Select(GenSomme, Gen.Int[0, 1500], Gen.Bool, (s, j, b) => new RentreeDArgent("somme", s, Depart.AddDays(j), b)).Array[1, 4],
        Gen.Select(Gen.Long[5_000, 200_000], Gen.Int[0, 60], Gen.Int[1, 240], Gen.Bool,
            (c, du, mois, i) => new DepenseDeVie("budget", Montant.DeEuros(c / 100m), Depart.AddMonths(du), Depart.AddMonths(du + mois), i)).Array[1, 3],
        Gen.Select(Gen.Long[0, 60_000], Gen.Int[1, 12], Gen.Int[0, 48], Gen.Int[1, 60],
            (c, n, du, mois) => new RevenuDeVie("revenu", Montant.DeEuros(c / 100m), n, Depart.AddMonths(du), Depart.AddMonths(du + mois))).Array[0, 2],
        Gen.Int[-200, 600], Gen.Int[-200, 600], Gen.Int[0, 1200],
        (rentrees, depenses, revenus, rendement, inflation, majorite) => new VieAFinancer(Depart)
        {
            Majorite = Depart.AddDays(majorite),
            Rentrees = rentrees,
            Depenses = depenses,
            Revenus = revenus,
            Rendement = rendement / 100m,
            Inflation = inflation / 100m,
        });

    [Fact]
    public void S_accorde_avec_une_recurrence_ecrite_autrement() => GenVie.Sample(
        vie =>
        {
            var (calcule, autre) = (TempsAchete.Calculer(vie), Reference(vie));

            Assert.Equal(autre.Mois, (double)calcule.MoisFinances, 1e-4);
            Assert.Equal(autre.Tire, (double)calcule.Tire.Euros, 0.02);
        },
        iter: 10_000);

    [Fact]
    public void Plus_d_argent_n_achete_jamais_moins_de_mois() => Gen.Select(GenVie, GenSomme).Sample((vie, plus) =>
    {
        var avant = TempsAchete.Calculer(vie).MoisFinances;
        var apres = TempsAchete.Calculer(vie with { Rentrees = [.. vie.Rentrees.Select((r, i) => i == 0 ? r with { Montant = r.Montant + plus } : r)] });

        Assert.True(apres.MoisFinances >= avant - 1e-15m, $"{avant} puis {apres.MoisFinances}");
    });

    [Fact]
    public void Chaque_mois_s_additionne_et_le_total_aussi() => GenVie.Sample(vie =>
    {
        var calcule = TempsAchete.Calculer(vie);
        var solde = Montant.Zero;
        foreach (var mois in calcule.Mois)
        {
            Assert.Equal(solde + mois.Entrees - mois.Tire + mois.Interets, mois.Solde);
            solde = mois.Solde;
        }

        Assert.Equal(calcule.Tire, Montant.Total(calcule.Mois.Select(m => m.Tire)));
        Assert.Equal(calcule.Interets, Montant.Total(calcule.Mois.Select(m => m.Interets)));
    });

    [Fact]
    public void Sans_interet_ni_inflation_c_est_une_division() => Gen.Select(GenSomme, Gen.Long[20_000, 300_000]).Sample((somme, centimes) =>
    {
        var budget = Montant.DeEuros(centimes / 100m);
        var calcule = TempsAchete.Calculer(new(Depart) { Rentrees = [new("somme", somme, Depart)], Depenses = [new("budget", budget)] });

        Assert.Equal(somme.Euros / budget.Euros, calcule.MoisFinances, 20);
        Assert.Equal(calcule.MoisFinances, TempsAchete.ParFormule(somme, budget, 0, 0)!.Value, 20);
    });

    [Theory] // Valeurs publiées avec la formule (plan de soutien, section 3).
    [InlineData(8000, 320, 0, 0, "25")]
    [InlineData(10000, 500, 1.5, 1.5, "20")]
    [InlineData(10000, 500, 3, 0, "20.4836")]
    [InlineData(10000, 500, 0, 3, "19.5465")]
    [InlineData(100000, 100, 3, 0, null)]
    public void La_formule_rend_les_valeurs_publiees(decimal capital, decimal ecart, decimal rendement, decimal inflation, string? attendu)
    {
        var mois = TempsAchete.ParFormule(Montant.DeEuros(capital), Montant.DeEuros(ecart), rendement, inflation);

        Assert.Equal(attendu is null ? (decimal?)null : Cas.Nombre(attendu), mois is { } m ? decimal.Round(m, 4) : (decimal?)null);
    }

    [Fact]
    public void La_question_retournee_trouve_la_plus_petite_somme() => Gen.Select(GenVie, Gen.Int[1, 48]).Sample((vie, mois) =>
    {
        if (TempsAchete.SommePour(vie, 0, mois) is not { } somme)
        {
            return;
        }

        Assert.True(Avec(somme) >= mois);
        Assert.True(somme == Montant.Zero || Avec(somme - Montant.DeEuros(0.01m)) < mois);

        decimal Avec(Montant s) => TempsAchete.Calculer(
            vie with { Rentrees = [.. vie.Rentrees.Select((r, i) => i == 0 ? r with { Montant = s } : r)] }).MoisFinances;
    }, iter: 200);

    [Fact]
    public void La_provision_de_douze_mois_les_paie_tous()
    {
        var vie = new VieAFinancer(Depart) { Depenses = [new("soins", Montant.DeEuros(512.33m))], Revenus = [new("famille", Montant.DeEuros(12.33m))] };
        var provision = TempsAchete.ProvisionPour(vie, 12);

        Assert.Equal(Montant.DeEuros(6000), provision);
        Assert.Equal(12, TempsAchete.Calculer(vie with { Rentrees = [new("provision", provision, Depart)] }).MoisFinances);
    }

    [Fact]
    public void Une_somme_bloquee_sans_majorite_est_refusee() => Assert.Throws<ArgumentException>(() =>
        TempsAchete.Calculer(new(Depart) { Rentrees = [new("indemnité", Montant.DeEuros(100), Depart, true)] }));

    [Theory]
    [InlineData(-2.01)]
    [InlineData(15.01)]
    public void Un_taux_hors_bornes_est_refuse(decimal taux) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        TempsAchete.Calculer(new(Depart) { Inflation = taux }));

    // En virgule flottante, une seule poche, indices par puissance : rien n'est partagé avec la récurrence éprouvée.
    private static (double Mois, double Tire) Reference(VieAFinancer vie)
    {
        var f = Math.Pow(1 + ((double)vie.Rendement / 100), 1.0 / 12);
        var (libre, bloque, mois, tire, commence) = (0.0, 0.0, 0.0, 0.0, false);
        var debuts = Enumerable.Range(0, 602).Select(m => vie.Calcul.AddMonths(m)).ToList();
        int Rang(DateOnly jour) => debuts.FindIndex(d => d >= jour);
        var dernier = vie.Rentrees.Max(r => Rang(r.Le));
        for (var m = 0; m < 600; m++)
        {
            foreach (var r in vie.Rentrees.Where(r => Rang(r.Le) == m))
            {
                (libre, bloque) = r.Bloquee && debuts[m] < vie.Majorite ? (libre, bloque + (double)r.Montant.Euros) : (libre + (double)r.Montant.Euros, bloque);
            }

            if (debuts[m] >= vie.Majorite)
            {
                (libre, bloque) = (libre + bloque, 0);
            }

            var prix = Math.Pow(1 + ((double)vie.Inflation / 100), m / 12);
            var besoin = vie.Depenses.Where(d => d.Du <= debuts[m] && debuts[m] < d.Avant).Sum(d => (double)d.ParMois.Euros * (d.Indexee ? prix : 1));
            var revenu = vie.Revenus.Where(r => r.Du <= debuts[m] && debuts[m] < r.Avant).Sum(r => (double)r.ParMois.Euros * r.MoisParAn / 12);
            var ecart = besoin - revenu;
            if (ecart > 1e-9)
            {
                var pris = Math.Min(ecart, libre);
                commence |= pris > 0;
                (libre, tire, mois) = (libre - pris, tire + pris, commence ? mois + (pris / ecart) : mois);
                if (m >= dernier && bloque == 0 && (pris < ecart || libre <= 0))
                {
                    break;
                }
            }

            (libre, bloque) = (libre * f, bloque * f);
        }

        return (mois, tire);
    }

    [Fact]
    public void Chaque_budget_de_vie_se_calcule_et_l_aide_jeune_majeur_finit_a_vingt_et_un_ans()
    {
        var (jour, majorite) = (new DateOnly(2026, 11, 25), new DateOnly(2027, 10, 1));
        Assert.All(BudgetDeVie.Tous, b =>
        {
            var vie = b.Commencer(jour, majorite);
            Assert.All(vie.Depenses, d => Assert.Equal((majorite, true), (d.Du!.Value, d.SourceDuMontant.Length > 0)));
            Assert.All(vie.Revenus, r => Assert.True(r.Du == majorite && r.Au > r.Du && r.SourceDuMontant.Length > 0));
            Assert.Contains("somme", Assert.Single(Assert.IsType<LectureDeVie.Incomplete>(LectureDeVie.Lire(vie, majorite)).Manques), StringComparison.Ordinal);
            Assert.IsType<LectureDeVie.Complete>(LectureDeVie.Lire(vie with { Rentrees = [new() { Montant = Montant.DeEuros(45_000), Le = majorite, Bloquee = true }] }, majorite));
        });
        Assert.Equal(new DateOnly(2030, 9, 30), Assert.Single(BudgetDeVie.Trouver("jeune-majeur")!.Commencer(jour, majorite).Revenus).Au);
        Assert.Empty(BudgetDeVie.Trouver("jeune-majeur")!.Commencer(new(2031, 1, 1), majorite).Revenus);
    }
}
