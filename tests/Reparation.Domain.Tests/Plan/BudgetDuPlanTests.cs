using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Domain.Tests.Plan;

public sealed class BudgetDuPlanTests
{
    [Theory]
    [InlineData(Rythme.ParSemaine, 1, 60, 20, 260.00, 86.67, 173.33)] // 52/12 = 4,333… séances par mois
    [InlineData(Rythme.ParMois, 2, 50, 0, 100.00, 0.00, 100.00)]
    [InlineData(Rythme.ParAn, 1, 600, 0, 50.00, 0.00, 50.00)]
    [InlineData(Rythme.ParMois, 1, 50, 80, 50.00, 50.00, 0.00)] // payé au-delà du coût : le reste ne devient pas négatif
    public void Ramene_chaque_action_au_mois(
        Rythme rythme, decimal quantite, decimal cout, decimal paye, decimal mensuel, decimal tiers, decimal reste)
    {
        var budget = BudgetDuPlan.Calculer(new() { Actions = [Action(rythme, quantite, cout, paye)] });

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
        });

        Assert.Equal(Montant.DeEuros(40), budget.CoutMensuel);
        Assert.Equal(Montant.DeEuros(900), budget.CoutUnique);
        Assert.Equal(Montant.DeEuros(600), budget.ResteUnique);
    }

    [Fact]
    public void Le_cout_est_toujours_la_somme_du_paye_et_du_reste() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5_000], Gen.Int[0, 200_000], Gen.Int[0, 200_000]).Sample((r, q, c, p) =>
        {
            var ligne = BudgetDuPlan.Calculer(
                new() { Actions = [Action((Rythme)r, q / 100m, c / 100m, p / 100m)] }).Lignes[0];
            return ligne.Cout == ligne.PrisEnCharge + ligne.Reste && ligne.Reste >= Montant.Zero;
        });

    private static ActionDuPlan Action(Rythme rythme, decimal quantite, decimal cout, decimal paye) => new()
    {
        Intitule = "Action fictive",
        Rythme = rythme,
        Quantite = quantite,
        CoutUnitaire = Montant.DeEuros(cout),
        PrisEnCharge = Montant.DeEuros(paye),
    };
}
