using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Plan;

public sealed class SuiviDesObjectifsTests
{
    private static readonly DateOnly Jour = new(2026, 11, 25);

    [Fact]
    public void La_premiere_revue_vient_quinze_jours_apres_le_plan_et_les_suivantes_tous_les_trois_mois()
    {
        Assert.Null(SuiviDesObjectifs.Proposer(new()));
        Assert.Equal(Jour.AddDays(15), SuiviDesObjectifs.Proposer(new() { EtabliLe = Jour }));
        Assert.Equal(new DateOnly(2027, 3, 1), SuiviDesObjectifs.Proposer(Plan((new(2026, 12, 1), 3), (new(2026, 9, 1), 2))));
    }

    [Theory]
    [InlineData(7, 5, false)] // deux points : sous le repère
    [InlineData(7, 4, true)]
    [InlineData(4, 7, false)]
    public void Une_baisse_de_la_note_de_l_enfant_se_dit(int avant, int apres, bool baisse) =>
        Assert.Equal(baisse, SuiviDesObjectifs.Suivre(Plan((Jour, avant), (Jour.AddMonths(3), apres))).Single().ABaisse);

    [Fact]
    public void La_note_de_l_adulte_ne_remplace_pas_celle_de_l_enfant()
    {
        var plan = Plan((Jour, 8));
        plan = plan with { Revues = [.. plan.Revues, new() { Id = "s9", Le = Jour.AddMonths(1), Avancees = [new() { Objectif = "b1", NoteDeLAdulte = 1 }] }] };

        Assert.False(SuiviDesObjectifs.Suivre(plan).Single().ABaisse);
    }

    [Fact]
    public void Une_revue_preparee_a_une_ligne_par_objectif_en_cours()
    {
        var plan = new PlanDeReconstruction
        {
            Objectifs = [new() { Id = "b1" }, new() { Id = "b2", Etat = EtatDObjectif.Atteint }, new() { Id = "b3", Etat = EtatDObjectif.ARevoir }],
            Revues = [new() { Id = "s1" }],
        };

        var revue = SuiviDesObjectifs.Preparer(plan, Jour).Revues[^1];

        Assert.Equal(("s2", Jour), (revue.Id, revue.Le));
        Assert.Equal(["b1", "b3"], revue.Avancees.Select(a => a.Objectif));
    }

    [Fact]
    public void Une_action_refusee_ne_coute_plus_rien_et_ne_se_demande_plus()
    {
        var action = new ActionDuPlan { Id = "a1", Intitule = "séance", Du = Jour, Au = Jour.AddMonths(6), Rythme = Rythme.ParSemaine, CoutUnitaire = Montant.DeEuros(10), Poste = "DSA" };
        (int, int, int) Compter(EtatDAction etat)
        {
            var plan = new PlanDeReconstruction { Actions = [action with { Etat = etat }] };
            var dossier = new Dossier { Reference = "essai", Pseudonyme = "Essai", Plan = plan };
            return (BudgetDuPlan.Calculer(plan, Jour).Lignes.Count, ChargeDuPlan.Datees(plan).Count, ReportAuxPostes.Mouvements(dossier).Count);
        }

        Assert.Equal((1, 1, 1), Compter(EtatDAction.Faite));
        Assert.Equal((0, 0, 0), Compter(EtatDAction.Refusee));
        Assert.Equal((0, 0, 0), Compter(EtatDAction.Impossible));
    }

    [Fact]
    public void Une_revue_ne_note_que_les_objectifs_du_plan_et_une_fois_chacun()
    {
        var plan = Plan((Jour, 3));
        var note = plan.Revues[0].Avancees[0];
        plan = plan with { Revues = [plan.Revues[0] with { Avancees = [note, note, new() { Objectif = "ailleurs" }] }] };

        Assert.Equal(
            ["plan.revues[0].avancees[1]", "plan.revues[0].avancees[2].objectif"],
            Coherence.Verifier(new() { Reference = "essai", Pseudonyme = "Essai", Plan = plan }, Editions.Embarquees).Select(a => a.Chemin).Order(StringComparer.Ordinal));
    }

    private static PlanDeReconstruction Plan(params (DateOnly Le, int Note)[] revues) => new()
    {
        Objectifs = [new() { Id = "b1", Intitule = "Dormir" }],
        Revues = [.. revues.Select((r, i) => new Revue { Id = $"s{i + 1}", Le = r.Le, Avancees = [new() { Objectif = "b1", NoteDeLEnfant = r.Note }] })],
    };
}
