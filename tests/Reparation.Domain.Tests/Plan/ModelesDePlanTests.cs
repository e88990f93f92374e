using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;

namespace Reparation.Domain.Tests.Plan;

public sealed class ModelesDePlanTests
{
    private static readonly DateOnly Jour = new(2026, 11, 25);

    public static TheoryData<string> Modeles => [.. ModelesDePlan.Embarques.Tous.Select(m => m.Id)];

    [Fact]
    public void Six_situations_ont_un_modele() => Assert.Equal(6, ModelesDePlan.Embarques.Tous.Count);

    [Theory]
    [MemberData(nameof(Modeles))]
    public void Un_modele_donne_un_plan_que_le_dossier_accepte_et_ne_se_double_pas(string id)
    {
        var modele = ModelesDePlan.Embarques.Trouver(id)!;
        var plan = modele.Commencer(new(), Jour);
        var dossier = new Dossier { Reference = "essai", Pseudonyme = "Essai", Plan = plan };

        Assert.Equal([], Coherence.Verifier(dossier, Reparation.Domain.Referentiels.Editions.Embarquees));
        Assert.Equal(modele.Blocs.Count, plan.Objectifs.Count);
        Assert.Equal(plan, modele.Commencer(plan, Jour.AddDays(3)), Comparer);
        Assert.All(plan.Actions, a => Assert.Contains(plan.Objectifs, o => o.Id == a.Objectif));
        Assert.All(plan.Actions.Where(a => a.Poste.Length > 0), a => Assert.NotNull(Nomenclature.Trouver(a.Poste)));
    }

    [Theory]
    [MemberData(nameof(Modeles))]
    public void Ce_qui_reste_a_payer_dit_d_ou_vient_son_prix(string id)
    {
        var plan = ModelesDePlan.Embarques.Trouver(id)!.Commencer(new(), Jour);

        Assert.All(
            BudgetDuPlan.Calculer(plan, Jour).Lignes.Where(l => l.Reste > Montant.Zero),
            l => Assert.Contains("à remplacer par un devis", l.Action.SourceDuCout, StringComparison.Ordinal));
    }

    [Fact]
    public void Deux_modeles_s_ajoutent_sans_repeter_ce_qu_ils_partagent()
    {
        var plan = ModelesDePlan.Embarques.Trouver("chantage")!.Commencer(ModelesDePlan.Embarques.Trouver("images")!.Commencer(new(), Jour), Jour);

        Assert.Equal(plan.Objectifs.Count, plan.Objectifs.Select(o => o.Intitule).Distinct().Count());
        Assert.Equal(plan.Actions.Count, plan.Actions.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public void Un_soin_du_traumatisme_qui_precede_la_mise_en_securite_se_signale()
    {
        var plan = ModelesDePlan.Embarques.Trouver("proxenetisme")!.Commencer(new(), Jour);
        var tot = plan with { Actions = [.. plan.Actions.Select(a => a.Prealable.Length > 0 ? a with { Du = Jour } : a)] };

        Assert.DoesNotContain(RelectureDuPlan.Points(plan), p => p.Contains("avant le terme fixé", StringComparison.Ordinal));
        Assert.Contains(RelectureDuPlan.Points(tot), p => p.Contains("avant le terme fixé", StringComparison.Ordinal));
    }

    [Fact]
    public void Trop_d_actions_dans_une_semaine_se_disent_et_des_kilometres_n_en_sont_pas()
    {
        PlanDeReconstruction Plan(int actions) => new()
        {
            Actions = [.. Enumerable.Range(1, actions).Select(i => new ActionDuPlan
            {
                Id = $"a{i}", Intitule = "trajet", Du = Jour, Quantite = 35, Rythme = Rythme.ParSemaine,
            })],
        };

        Assert.Equal([], RelectureDuPlan.Points(Plan(5)));
        Assert.Contains(RelectureDuPlan.Points(Plan(6)), p => p.Contains("6 actions reviennent chaque semaine", StringComparison.Ordinal));
    }

    [Fact]
    public void Un_modele_convient_quand_un_fait_l_appelle()
    {
        var dossier = new Dossier { Reference = "essai", Pseudonyme = "Essai", Faits = [new() { Id = "f1", Techniques = [Technique.Caming] }] };

        Assert.Equal(["en-ligne"], ModelesDePlan.Embarques.Tous.Where(m => m.Convient(dossier)).Select(m => m.Id));
    }

    private static bool Comparer(PlanDeReconstruction a, PlanDeReconstruction b) =>
        a.Objectifs.SequenceEqual(b.Objectifs) && a.Actions.SequenceEqual(b.Actions);
}
