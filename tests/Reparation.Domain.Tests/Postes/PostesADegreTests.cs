using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

/// <summary>SE, PEP et DFP.</summary>
public sealed class PostesADegreTests
{
    [Theory]
    [InlineData("SE")]
    [InlineData("PEP")]
    public void Une_cotation_sans_montant_montre_la_fourchette_et_ne_propose_rien(string code)
    {
        var reserve = Consolide.Reserver(new() { Code = code, Cotation = 4 });

        Assert.Contains("fourchette de 8\u202f000,00\u00a0€ à 20\u202f000,00\u00a0€", reserve.Motif, StringComparison.Ordinal);
        Assert.DoesNotContain("14\u202f000", reserve.Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_montant_motive_est_retenu_et_situe_dans_la_fourchette()
    {
        var chiffree = NonConsolide.Chiffrer(Motive("SE", 18000) with { Cotation = 4 });

        Assert.Equal(Euros(18000), chiffree.Montant);
        Assert.Equal([Euros(8000), Euros(20000)], chiffree.Comparaisons.Select(c => c.Resultat));
        Assert.Empty(chiffree.Avertissements);
        Assert.Contains(chiffree.Calcul.Details[0].Sources, s => s.Genre == GenreSource.Edition);
    }

    [Fact]
    public void Le_premier_degre_n_a_pas_de_bas() =>
        Assert.Equal([Euros(2000)], NonConsolide.Chiffrer(Motive("SE", 1500) with { Cotation = 1 }).Comparaisons.Select(c => c.Resultat));

    [Fact]
    public void Un_demi_degre_montre_l_enveloppe_et_dit_qu_elle_n_est_pas_publiee()
    {
        var chiffree = NonConsolide.Chiffrer(Motive("SE", 18000) with { Cotation = 3.5m });

        Assert.Equal([Euros(4000), Euros(20000)], chiffree.Comparaisons.Select(c => c.Resultat));
        Assert.Contains("demi-degré", Assert.Single(chiffree.Avertissements), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7999)]
    [InlineData(20001)]
    public void Un_montant_hors_fourchette_est_admis_et_signale(int montant) => Assert.Contains(
        NonConsolide.Chiffrer(Motive("SE", montant) with { Cotation = 4 }).Avertissements,
        a => a.Contains("sort de la fourchette", StringComparison.Ordinal));

    [Fact]
    public void Un_montant_sans_motif_n_est_pas_retenu() =>
        Assert.Contains("sans motif", NonConsolide.Reserver(new() { Code = "SE", Cotation = 4, Montant = Euros(18000) }).Motif, StringComparison.Ordinal);

    [Fact]
    public void Un_montant_sans_cotation_est_retenu_et_signale() =>
        Assert.Single(NonConsolide.Chiffrer(Motive("SE", 18000)).Avertissements);

    [Fact]
    public void Un_tiers_de_degre_n_existe_pas() =>
        NonConsolide.Reserver(Motive("SE", 18000) with { Cotation = 3.3m });

    [Theory]
    [InlineData("2015-03-01", 10, 26700)] // onze ans le jour de la consolidation moins un : 10 ans -> 2 670
    [InlineData("2008-03-01", 10, 24750)] // 18 ans : 2 475
    [InlineData("2005-03-02", 10, 24750)] // veille des 21 ans
    [InlineData("2005-03-01", 10, 22550)] // 21 ans le jour même
    [InlineData("2008-03-01", 11, 30800)]
    public void Le_deficit_permanent_suit_l_age_a_la_consolidation(string naissance, int taux, int attendu)
    {
        var dossier = Consolide with { Enfant = Consolide.Enfant with { DateDeNaissance = Cas.Jour(naissance) } };
        if (attendu == 26700)
        {
            dossier = dossier with { Enfant = dossier.Enfant with { DateDeNaissance = Cas.Jour("2015-03-02") } };
        }

        Assert.Equal(Euros(attendu), dossier.Chiffrer(new() { Code = "DFP", TauxDeDeficit = taux }).Montant);
    }

    [Fact]
    public void Les_cases_voisines_sont_chiffrees_au_meme_taux()
    {
        var comparaisons = Consolide.Chiffrer(new() { Code = "DFP", TauxDeDeficit = 10 }).Comparaisons;

        Assert.Equal(
            [("0 à 10", 26700), ("21 à 30", 22550), ("1 à 5", 21500), ("11 à 15", 28000)],
            comparaisons.Select(c => (c.Libelle.Split("tranche ")[1].Replace("d’âge ", "", StringComparison.Ordinal)
                .Replace("de taux ", "", StringComparison.Ordinal).Replace("\u00a0%", "", StringComparison.Ordinal)
                .Replace(" ans", "", StringComparison.Ordinal), (int)c.Resultat.Euros)));
    }

    [Fact]
    public void Un_taux_fractionnaire_se_demande_a_l_expert_sauf_point_motive()
    {
        Assert.Contains("muet", Consolide.Reserver(new() { Code = "DFP", TauxDeDeficit = 5.5m }).Motif, StringComparison.Ordinal);
        Assert.Equal(Euros(13750), Consolide.Chiffrer(new()
        {
            Code = "DFP",
            TauxDeDeficit = 5.5m,
            ValeurDuPoint = Euros(2500),
            Motif = "Motif d'essai.",
        }).Montant);
    }

    [Fact]
    public void Une_valeur_du_point_imposee_exige_un_motif_et_montre_la_grille()
    {
        var saisie = new SaisiePoste { Code = "DFP", TauxDeDeficit = 10, ValeurDuPoint = Euros(3000) };
        Assert.Contains("sans motif", Consolide.Reserver(saisie).Motif, StringComparison.Ordinal);

        var chiffree = Consolide.Chiffrer(saisie with { Motif = "Motif d'essai." });
        Assert.Equal(Euros(30000), chiffree.Montant);
        Assert.Equal(Euros(24750), Assert.Single(chiffree.Comparaisons).Resultat);
    }

    [Fact]
    public void Il_manque_la_naissance_ou_le_taux_ou_la_grille()
    {
        var saisie = new SaisiePoste { Code = "DFP", TauxDeDeficit = 10 };
        Assert.Contains("naissance", (Consolide with { Enfant = new() }).Reserver(saisie).Motif, StringComparison.Ordinal);
        Assert.Contains("taux", Consolide.Reserver(new() { Code = "DFP", Recit = "Constat." }).Motif, StringComparison.Ordinal);
        Assert.Contains("édition", (Consolide with
        {
            Chiffrage = Consolide.Chiffrage with { Referentiel = "inconnue" },
        }).Reserver(saisie).Motif, StringComparison.Ordinal);
        Assert.Contains("précède la naissance", (Consolide with
        {
            Enfant = Consolide.Enfant with { DateDeNaissance = Cas.Jour("2026-03-02") },
        }).Reserver(saisie).Motif, StringComparison.Ordinal);
    }
}
