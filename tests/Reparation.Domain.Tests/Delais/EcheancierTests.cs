using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using static Reparation.Domain.Tests.Cas;

namespace Reparation.Domain.Tests.Delais;

public sealed class EcheancierTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 25);

    [Fact]
    public void Un_dossier_vide_ne_calcule_rien_et_dit_ce_qui_manque()
    {
        var tableau = Dresser(Vide());

        Assert.Empty(tableau.Echeances);
        Assert.Empty(tableau.Ages);
        Assert.Contains(tableau.Manques, m => m.Regle == "CIVI-FORCL-NEW" && m.Manque.Contains(Repere.DernierFait));
        Assert.Contains(tableau.Manques, m => m.Regle == "CIV-2226-20" && m.Manque.Contains(Repere.Naissance));
    }

    [Fact]
    public void Les_echeances_a_faire_viennent_d_abord_par_jour_d_alerte()
    {
        var tableau = Dresser(Complet());
        var aFaire = tableau.Echeances.TakeWhile(e => e.AccomplieLe is null && e.Nature == NatureDuTerme.Delai && e.Statut != StatutDEcheance.Expire).ToList();

        Assert.True(aFaire.Count > 4);
        Assert.Equal(aFaire.Select(e => e.JourDAlerte).Order(), aFaire.Select(e => e.JourDAlerte));
        Assert.DoesNotContain(tableau.Echeances.Skip(aFaire.Count), e => e.AccomplieLe is null && e.Nature == NatureDuTerme.Delai && e.Statut != StatutDEcheance.Expire);
    }

    [Fact]
    public void Un_delai_epuise_par_son_acte_est_dit_fait()
    {
        var agrasc = Une(Dresser(Complet()), "AGRASC");
        var sarvi = Une(Dresser(Complet()), "SARVI");

        Assert.Equal(Jour("2026-10-20"), agrasc.AccomplieLe);
        Assert.Null(sarvi.AccomplieLe);
    }

    [Fact]
    public void Une_requete_deposee_avant_la_decision_penale_epuise_le_delai_de_la_commission()
    {
        var dossier = Complet();
        dossier = dossier with { Procedure = dossier.Procedure with { Actes = [.. dossier.Procedure.Actes, Acte(GenreActe.RequeteCivi, "2025-02-01")] } };

        Assert.Equal(Jour("2025-02-01"), Une(Dresser(dossier), "CIVI-FORCL-NEW").AccomplieLe);
    }

    [Fact]
    public void La_prescription_n_est_qu_apparente_tant_que_les_actes_ne_sont_pas_etablis()
    {
        var dossier = Complet();
        var etablis = dossier with { Procedure = dossier.Procedure with { ActesInterruptifsEtablis = true } };

        Assert.All(Dresser(dossier).Echeances.Where(e => e.Regle == "PEN-DELIT-6"), e => Assert.True(e.Apparente));
        Assert.All(Dresser(etablis).Echeances.Where(e => e.Regle == "PEN-DELIT-6"), e => Assert.False(e.Apparente));
        Assert.Equal(Jour("2031-05-05"), Une(Dresser(etablis), "PEN-DELIT-6").DernierJour); // acte interruptif du 5 mai 2025
    }

    [Fact]
    public void Les_ages_qui_comptent_vont_de_treize_a_vingt_et_un_ans()
    {
        var ages = Dresser(Complet()).Ages;

        Assert.Equal(["13 ans", "15 ans", "16 ans", "17 ans", "17 ans et demi", "18 ans", "21 ans"], ages.Select(a => a.Libelle));
        Assert.Equal(Jour("2028-08-28"), ages[4].Le); // né le 28 février 2011
        Assert.All(ages, a => Assert.NotEmpty(a.Effet));
        Assert.All(ages, a => Assert.NotEmpty(a.Source.Intitule));
    }

    [Fact]
    public void Une_offre_du_chiffrage_ouvre_le_delai_de_reponse()
    {
        var dossier = Complet() with { Chiffrage = new() { Offres = [new() { Id = "o", RecueLe = Jour("2026-11-02") }] } };
        var reponse = Une(Dresser(dossier), "CIVI-REPONSE");

        Assert.Equal(Jour("2027-01-02"), reponse.DernierJour);
        Assert.Equal(Jour("2027-01-04"), reponse.DernierJourLegal);
        Assert.True(reponse.ARelire); // cité de mémoire
    }

    [Fact]
    public void Le_jour_du_calcul_change_l_etat_jamais_les_dates()
    {
        var avant = Echeancier.Dresser(Complet(), new(2024, 1, 1)).Echeances.ToDictionary(e => e.Regle + e.Sujet, e => e.DernierJourLegal);
        var apres = Echeancier.Dresser(Complet(), new(2060, 1, 1)).Echeances.ToDictionary(e => e.Regle + e.Sujet, e => e.DernierJourLegal);

        Assert.Equal(avant.OrderBy(e => e.Key, StringComparer.Ordinal), apres.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sollicitation_images", true)] // inscription à l'article 706-47 à vérifier
    [InlineData("images", false)]
    public void Un_regime_incertain_est_a_relire(string infraction, bool aRelire)
    {
        var dossier = Complet() with { Faits = [new() { Id = "f1", Du = Jour("2024-05-05"), Qualifications = [infraction] }] };

        Assert.Equal(aRelire, Une(Dresser(dossier), "PEN-DELIT-706-47-10").ARelire);
    }

    private static TableauDesDelais Dresser(Dossier dossier) => Echeancier.Dresser(dossier, Aujourdhui);

    private static Echeance Une(TableauDesDelais tableau, string regle) => Assert.Single(tableau.Echeances, e => e.Regle == regle);

    private static Dossier Vide() => new() { Reference = "FICTIF-1", Pseudonyme = "Lou", Fictif = true };

    private static ActeDeProcedure Acte(GenreActe genre, string jour) => new() { Genre = genre, Le = Jour(jour) };

    private static Dossier Complet() => Vide() with
    {
        Enfant = new() { DateDeNaissance = Jour("2011-02-28") },
        Faits = [new() { Id = "f1", Du = Jour("2024-05-05"), Qualifications = ["images", "chantage"] }],
        Procedure = new()
        {
            PlainteLe = Jour("2024-06-01"),
            Actes =
            [
                Acte(GenreActe.ActeInterruptif, "2025-05-05"),
                Acte(GenreActe.DecisionPenaleDefinitive, "2026-09-15"),
                Acte(GenreActe.DemandeAgrasc, "2026-10-20"),
                Acte(GenreActe.DemandeDeProvision, "2026-11-20"),
            ],
        },
    };
}
