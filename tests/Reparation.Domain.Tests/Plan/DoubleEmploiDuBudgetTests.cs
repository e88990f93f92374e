using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Domain.Tests.Plan;

public sealed class DoubleEmploiDuBudgetTests
{
    [Theory]
    [InlineData("Psychologue", true)]
    [InlineData("séances de psychologues", false)] // deux mots longs, un seul en commun : rien à dire
    [InlineData("Suivi psychologue libéral", true)]
    [InlineData("loyer et charges", false)]
    [InlineData("bus", false)]
    public void Une_ligne_de_budget_qui_ressemble_a_une_action_demandee_se_dit(string budget, bool attendu)
    {
        var points = DoubleEmploiDuBudget.Points(Dossier(budget, new() { Intitule = "Suivi par un psychologue", Poste = "DSF" }), avecChiffrage: false);

        Assert.Equal(attendu, points.Count == 1);
        Assert.All(points, p => Assert.Contains("déjà demandé (DSF)", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Une_action_hors_indemnisation_ou_refusee_ne_se_compte_pas_deux_fois()
    {
        Assert.Empty(DoubleEmploiDuBudget.Points(Dossier("psychologue", new() { Intitule = "Psychologue" }), avecChiffrage: false));
        Assert.Empty(DoubleEmploiDuBudget.Points(
            Dossier("psychologue", new() { Intitule = "Psychologue", Poste = "DSF", Etat = EtatDAction.Refusee }), avecChiffrage: false));
    }

    [Fact]
    public void Le_chiffrage_ne_se_regarde_que_devant_qui_le_voit()
    {
        var dossier = Dossier("soutien scolaire", new());
        dossier = dossier with
        {
            Chiffrage = dossier.Chiffrage with { Postes = [new() { Code = "FD", Choix = ChoixPoste.Demander, Depenses = [new() { Libelle = "Soutien scolaire" }] }] },
        };

        Assert.Empty(DoubleEmploiDuBudget.Points(dossier, avecChiffrage: false));
        Assert.Contains("(FD)", Assert.Single(DoubleEmploiDuBudget.Points(dossier, avecChiffrage: true)), StringComparison.Ordinal);
    }

    private static Dossier Dossier(string budget, ActionDuPlan action) => new()
    {
        Reference = "A",
        Pseudonyme = "Lou",
        Plan = new() { Actions = [action], Scenarios = [new() { Id = "v1", Libelle = "seule", Depenses = [new() { Libelle = budget }] }] },
    };
}
