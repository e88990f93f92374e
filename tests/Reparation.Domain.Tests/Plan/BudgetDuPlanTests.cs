using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Domain.Tests.Plan;

public sealed class BudgetDuPlanTests
{
    private static readonly DateOnly Jour = new(2026, 11, 25);

    [Theory]
    [InlineData(Rythme.ParSemaine, 1, 60, 20, 260.00, 86.67, 173.33)] // 52/12 = 4,333… séances par mois
    [InlineData(Rythme.ParMois, 2, 50, 0, 100.00, 0.00, 100.00)]
    [InlineData(Rythme.ParAn, 1, 600, 0, 50.00, 0.00, 50.00)]
    [InlineData(Rythme.ParMois, 1, 50, 80, 50.00, 50.00, 0.00)] // payé au-delà du coût : le reste ne devient pas négatif
    public void Ramene_chaque_action_au_mois(
        Rythme rythme, decimal quantite, decimal cout, decimal paye, decimal mensuel, decimal tiers, decimal reste)
    {
        var budget = BudgetDuPlan.Calculer(new() { Actions = [Action(rythme, quantite, cout, paye)] }, Jour);

        Assert.Equal(Montant.DeEuros(mensuel), budget.CoutMensuel);
        Assert.Equal(Montant.DeEuros(tiers), budget.PrisEnChargeMensuel);
        Assert.Equal(Montant.DeEuros(reste), budget.ResteMensuel);
        Assert.Equal(Montant.Zero, budget.CoutUnique);
    }

    [Fact]
    public void Une_depense_unique_n_entre_pas_dans_le_mois()
    {
        var budget = BudgetDuPlan.Calculer(new()
        {
            Actions = [Action(Rythme.UneFois, 1, 900, 300), Action(Rythme.ParMois, 1, 40, 0)],
        }, Jour);

        Assert.Equal(Montant.DeEuros(40), budget.CoutMensuel);
        Assert.Equal(Montant.DeEuros(900), budget.CoutUnique);
        Assert.Equal(Montant.DeEuros(600), budget.ResteUnique);
    }

    [Fact]
    public void Chaque_payeur_a_sa_ligne_et_une_avance_reste_demandee()
    {
        var action = Action(Rythme.ParMois, 2, 50, 0) with
        {
            Payeurs =
            [
                new() { Payeur = "mon-soutien-psy", ParUnite = Montant.DeEuros(30) },
                new() { Payeur = "complementaire", Precision = "Mutuelle fictive", Pourcentage = 20 },
                new() { Payeur = "avance-famille" }, // ni somme ni part : les dix euros qui restent
            ],
        };
        var budget = BudgetDuPlan.Calculer(new() { Actions = [action] }, Jour);

        Assert.Equal(
            [("Mon soutien psy", 60m, false), ("Mutuelle fictive", 20m, false), ("Famille, en avance", 20m, true)],
            budget.ParPayeur.Select(p => (p.Nom, p.ParMois.Euros, p.Avance)));
        Assert.Equal((Montant.Zero, Montant.DeEuros(20)), (budget.ResteMensuel, budget.Lignes[0].Partage.ADemander));
    }

    [Fact]
    public void Un_payeur_qui_s_arrete_change_le_reste_ce_jour_la()
    {
        var action = Action(Rythme.ParMois, 1, 50, 0) with { Du = new(2026, 1, 1), Au = new(2026, 12, 31), Payeurs = [new() { Payeur = "association", Au = new(2026, 6, 30) }] };
        var plan = new PlanDeReconstruction { Actions = [action] };

        Assert.Equal(0m, BudgetDuPlan.Calculer(plan, new(2026, 6, 30)).ResteMensuel.Euros);
        Assert.Equal(50m, BudgetDuPlan.Calculer(plan, new(2026, 7, 1)).ResteMensuel.Euros);
        Assert.Equal([0m, 50m], BudgetDuPlan.ParMois(plan).Skip(5).Take(2).Select(m => m.Reste.Euros));
    }

    [Fact]
    public void Un_payeur_inconnu_deux_mesures_d_une_part_ou_plus_que_le_cout_se_refusent()
    {
        Assert.Equal(["plan.actions[0].payeurs[0].payeur"], Fautes(new PartDePayeur { Payeur = "inconnu" }));
        Assert.Equal(["plan.actions[0].payeurs[0].pourcentage"], Fautes(new PartDePayeur { Payeur = "ase", ParUnite = Montant.DeEuros(1), Pourcentage = 2 }));
        Assert.Equal(["plan.actions[0].payeurs"], Fautes(new PartDePayeur { Payeur = "ase", ParUnite = Montant.DeEuros(51) }));
        Assert.Empty(Fautes(
            new PartDePayeur { Payeur = "ase", Pourcentage = 100, Au = new(2026, 6, 30) }, new PartDePayeur { Payeur = "famille", Pourcentage = 100, Du = new(2026, 7, 1) }));

        static IEnumerable<string> Fautes(params PartDePayeur[] parts) => Coherence.Verifier(
            new() { Reference = "essai", Pseudonyme = "Essai", Plan = new() { Actions = [Action(Rythme.ParMois, 1, 50, 0) with { Id = "a1", Payeurs = parts }] } },
            Reparation.Domain.Referentiels.Editions.Embarquees).Select(a => a.Chemin);
    }

    [Theory]
    [InlineData("mon-soutien-psy", "2027-01-01", "2027-03-31", 40, "paie au plus 12 unités par an ; le plan lui en compte 13 en 2027")]
    [InlineData("mon-soutien-psy", "2027-01-01", "2027-01-31", 35, "paie au plus 30,00 € d’une unité ; « Action fictive » lui en compte 35,00 €")]
    [InlineData("mon-soutien-psy", "2024-01-01", "2024-01-31", 30, "ces conditions datent du 15 juin 2024")]
    [InlineData("ase", "2032-01-01", "2034-12-31", 30, "cesse à 21 ans, le 4 mars 2033")]
    [InlineData("afis", "2029-01-01", "2029-12-31", 30, "ne paie qu’à partir de 18 ans, le 4 mars 2030")]
    [InlineData("mon-soutien-psy", "2027-01-01", "2027-03-25", 30, null)]
    [InlineData("ase", "2032-01-01", "2033-03-03", 30, null)]
    public void Une_limite_depassee_se_dit_avec_sa_source(string payeur, string du, string au, decimal somme, string? attendu)
    {
        var action = Action(Rythme.ParSemaine, 1, 50, 0) with
        {
            Du = DateOnly.Parse(du, System.Globalization.CultureInfo.InvariantCulture),
            Au = DateOnly.Parse(au, System.Globalization.CultureInfo.InvariantCulture),
            Payeurs = [new() { Payeur = payeur, ParUnite = Montant.DeEuros(somme) }],
        };
        var points = ControleDesPayeurs.Points(new() { Reference = "essai", Pseudonyme = "Essai", Enfant = new() { DateDeNaissance = new(2012, 3, 4) }, Plan = new() { Actions = [action] } });

        if (attendu is null)
        {
            Assert.Empty(points);
        }
        else
        {
            Assert.Contains(points, p => p.Texte.Replace('\u00A0', ' ').Replace('\u202F', ' ').Contains(attendu, StringComparison.Ordinal) && p.Source.Adresse.Length > 0);
        }
    }

    [Theory]
    [InlineData("viol_simple", false)]
    [InlineData("proxenetisme_min", true)]
    public void La_prise_en_charge_des_mineurs_victimes_suit_l_infraction(string qualification, bool alerte)
    {
        Assert.NotNull(Qualifications.Trouver(qualification));
        var dossier = new Dossier
        {
            Reference = "essai",
            Pseudonyme = "Essai",
            Faits = [new() { Id = "f1", Qualifications = [qualification] }],
            Plan = new() { Actions = [Action(Rythme.ParMois, 1, 50, 0) with { Payeurs = [new() { Payeur = "assurance-maladie-100" }] }] },
        };

        Assert.Equal(alerte, ControleDesPayeurs.Points(dossier).Count == 1);
    }

    [Fact]
    public void Mois_par_mois_les_parts_et_le_reste_font_le_cout_et_l_ensemble_fait_la_demande() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[0, 20_000], Gen.Int[0, 400], Gen.Int[0, 300], Gen.Int[0, 500], Gen.Int[0, 100], Gen.Int[0, 14]).Array[1, 4].Sample(tirages =>
        {
            var actions = tirages.Select((t, i) => Action((Rythme)t.Item1, t.Item2, t.Item3 / 100m, 0) with
            {
                Id = $"a{i}",
                Poste = "DSA",
                Du = new(2026, 1, 5),
                Au = new DateOnly(2026, 1, 5).AddDays(t.Item4),
                Payeurs =
                [
                    new() { Payeur = Payeur.Tous[t.Item8].Id, Pourcentage = t.Item7 / 2m, Au = new DateOnly(2026, 1, 1).AddDays(t.Item5) },
                    new() { Payeur = "avance-famille", ParUnite = Montant.DeEuros(3), Du = new DateOnly(2026, 1, 1).AddDays(t.Item6) },
                ],
            }).ToArray();
            var dossier = new Dossier { Reference = "essai", Pseudonyme = "Essai", Plan = new() { Actions = actions } };
            var mois = BudgetDuPlan.ParMois(dossier.Plan);

            // Référence indépendante : chaque échéance, jour par jour, au coût d'une unité.
            var attendu = new SortedDictionary<DateOnly, decimal>();
            foreach (var a in actions)
            {
                for (var (rang, jour) = (0, a.Du!.Value); jour <= (a.Rythme == Rythme.UneFois ? a.Du : a.Au); rang++, jour = Suivant(a, rang))
                {
                    var cle = new DateOnly(jour.Year, jour.Month, 1);
                    attendu[cle] = attendu.GetValueOrDefault(cle) + (a.Quantite * a.CoutUnitaire.Euros);
                }
            }

            var demande = ReportAuxPostes.Proposer(dossier).Lignes.Sum(l => l.Depense!.Quantite * l.Depense.PrixUnitaire.Euros);
            var avances = mois.SelectMany(m => m.Payes).Where(p => p.Payeur is "Famille, en avance" or "Provision ou indemnité reçue").Sum(p => p.Somme.Euros);
            return mois.All(m => m.Cout.Euros == attendu.GetValueOrDefault(m.Debut) && m.Paye + m.Reste == m.Cout && m.Reste >= Montant.Zero)
                && mois.Sum(m => m.Reste.Euros) + avances == demande;

            static DateOnly Suivant(ActionDuPlan a, int rang) => a.Rythme switch
            {
                Rythme.ParSemaine => a.Du!.Value.AddDays(7 * rang),
                Rythme.ParMois => a.Du!.Value.AddMonths(rang),
                Rythme.ParAn => a.Du!.Value.AddYears(rang),
                _ => DateOnly.MaxValue,
            };
        });

    [Fact]
    public void Le_cout_est_toujours_la_somme_du_paye_et_du_reste() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5_000], Gen.Int[0, 200_000], Gen.Int[0, 200_000]).Sample((r, q, c, p) =>
        {
            var ligne = BudgetDuPlan.Calculer(
                new() { Actions = [Action((Rythme)r, q / 100m, c / 100m, p / 100m)] }, Jour).Lignes[0];
            var facteur = (Rythme)r switch { Rythme.ParSemaine => 52m / 12m, Rythme.ParAn => 1m / 12m, _ => 1m };
            return ligne.Cout == Montant.Arrondir(q / 100m * facteur * (c / 100m)) && ligne.Cout == ligne.PrisEnCharge + ligne.Reste && ligne.Reste >= Montant.Zero;
        });

    private static ActionDuPlan Action(Rythme rythme, decimal quantite, decimal cout, decimal paye) => new()
    {
        Intitule = "Action fictive",
        Rythme = rythme,
        Quantite = quantite,
        CoutUnitaire = Montant.DeEuros(cout),
        Payeurs = paye > 0 ? [new() { Payeur = "association", ParUnite = Montant.DeEuros(paye) }] : [],
    };
}
