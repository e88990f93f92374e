using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class RentesTests
{
    // Fille née le 1er mars 2008 ; consolidée à 18 ans, jugée à 19 ans.
    private static readonly EditionCapitalisation Gp2025 = Editions.Embarquees.TrouverCapitalisation("gp-2025")!;

    private static SaisiePoste Saisie(string code, Rente rente) => new() { Code = code, Rentes = [rente] };

    [Fact]
    public void Ce_qui_est_echu_s_additionne_et_l_avenir_se_capitalise()
    {
        var chiffree = Consolide.Chiffrer(Saisie("ATP", new() { Libelle = "aide", Montant = Euros(12000), JusquALAge = 25 }));

        var ligne = Assert.Single(chiffree.Calcul.Details);
        Assert.Equal(2, ligne.Details.Count);
        Assert.Equal("12\u202f000,00\u00a0€ × 365 j ÷ 365", ligne.Details[0].Formule);
        Assert.Equal(Euros(12000), ligne.Details[0].Resultat);
        var prix = PrixDeRente.Calculer(new(Gp2025, Sexe.Feminin, Cas.Jour("2008-03-01"), Cas.Jour("2027-03-01")) { Fin = Cas.Jour("2033-03-01") });
        Assert.Equal(PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 19, null, 25).Exact, prix.Exact);
        Assert.Equal(Euros(12000 * prix.Coefficient), ligne.Details[1].Resultat);
        Assert.Contains("jusqu’au 28\u00a0février 2033 (25\u00a0ans), 19\u00a0ans à la décision du 1er\u00a0mars 2027", ligne.Details[1].Libelle, StringComparison.Ordinal);
        Assert.Contains("à vérifier sur le barème imprimé", ligne.Details[1].Formule, StringComparison.Ordinal);
        Assert.Contains(prix.Formule, ligne.Details[1].Formule, StringComparison.Ordinal);
        Assert.Contains("INSEE", ligne.Details[1].Formule, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_rente_differee_soustrait_deux_prix_et_montre_l_usage()
    {
        var chiffree = Consolide.Chiffrer(Saisie("PGPF", new() { Libelle = "perte", Montant = Euros(20000), DesLAge = 25, JusquALAge = 64 }));

        var exact = PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 19, 25, 64).Coefficient;
        var usage = PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 25, null, 64).Coefficient;
        Assert.Equal(Euros(20000 * exact), chiffree.Montant);
        Assert.True(usage > exact);
        Assert.Equal(Euros(20000 * usage), chiffree.Comparaisons.Single(c => c.Libelle.Contains("usage", StringComparison.Ordinal)).Resultat);
        Assert.Equal(2, chiffree.Comparaisons.Count(c => c.Libelle.Contains("2022", StringComparison.Ordinal)));
        Assert.Contains("a(x\u202f; 1er\u00a0mars 2072) − a(x\u202f; 1er\u00a0mars 2033) = ", chiffree.Calcul.Details[0].Details[0].Formule, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_rente_immediate_n_a_pas_d_usage_a_discuter() => Assert.DoesNotContain(
        Consolide.Chiffrer(Saisie("ATP", new() { Montant = Euros(12000) })).Comparaisons,
        c => c.Libelle.Contains("usage", StringComparison.Ordinal));

    [Theory]
    [InlineData(20, 0)] // depuis la consolidation, à 18 ans : échu jusqu'à la décision à 19 ans, puis un an d'avenir
    [InlineData(19, 1)]
    public void Une_rente_qui_s_arrete_a_un_age_atteint_n_a_pas_d_avenir(int jusqua, int sansAvenir)
    {
        var ligne = Consolide.Chiffrer(Saisie("DSF", new() { Montant = Euros(3650), JusquALAge = jusqua })).Calcul.Details[0];

        Assert.Equal(2 - sansAvenir, ligne.Details.Count);
        Assert.Equal(Euros(3650), ligne.Details[0].Resultat);
    }

    [Fact]
    public void Une_rente_finie_avant_la_decision_s_arrete_la_veille_de_l_anniversaire()
    {
        var dossier = Consolide with { Chiffrage = Consolide.Chiffrage with { DateDeDecision = Cas.Jour("2030-06-01") } };
        var ligne = dossier.Chiffrer(Saisie("DSF", new() { Montant = Euros(3650), Du = Cas.Jour("2027-02-01"), JusquALAge = 19 }))
            .Calcul.Details[0];

        Assert.Equal("3\u202f650,00\u00a0€ × 28 j ÷ 365", Assert.Single(ligne.Details).Formule);
        Assert.Equal(Euros(280), ligne.Resultat);
    }

    [Fact]
    public void Une_chance_perdue_multiplie_l_echu_et_l_avenir()
    {
        var rente = new Rente { Montant = Euros(10000), JusquALAge = 64 };
        var entiere = Consolide.Chiffrer(Saisie("PGPF", rente)).Montant.Euros;
        var moitie = Consolide.Chiffrer(Saisie("PGPF", rente with { Chance = 50 }));

        Assert.Equal(Euros(entiere / 2), moitie.Montant);
        Assert.All(moitie.Calcul.Details[0].Details, d => Assert.Contains("× 50\u00a0%", d.Formule, StringComparison.Ordinal));
    }

    [Fact]
    public void Un_depart_entre_deux_anniversaires_se_compte_au_jour()
    {
        // Du 1er mars 2032 au 1er septembre, 184 jours sur les 365 de l'année : cette part du sixième terme se retranche.
        var chiffree = Consolide.Chiffrer(Saisie("DSF", new() { Libelle = "soin", Montant = Euros(1000), Du = Cas.Jour("2032-09-01") }));

        var sixieme = PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 19, 24, 25).Exact;
        var attendu = PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 19, 24).Exact - (sixieme * 184 / 365);
        Assert.Equal(Euros(1000 * decimal.Round(attendu, 3)), chiffree.Montant);
        Assert.Empty(chiffree.Avertissements);
        Assert.Contains("5\u00a0termes et 184 j ÷ 365 du suivant", chiffree.Calcul.Details[0].Details[0].Formule, StringComparison.Ordinal);
        Assert.Contains(chiffree.Comparaisons, c => c.Libelle.Contains("années révolues", StringComparison.Ordinal)
            && c.Resultat == Euros(1000 * PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 19, 24).Coefficient));
    }

    [Fact]
    public void Le_taux_choisi_commande_et_celui_d_une_autre_edition_est_signale()
    {
        var a1Pour1000 = Consolide with { Chiffrage = Consolide.Chiffrage with { Bareme = "gp-2022", Taux = -1 } };
        var chiffree = a1Pour1000.Chiffrer(Saisie("ATP", new() { Montant = Euros(1000), Du = Cas.Jour("2027-03-01") }));
        Assert.Empty(chiffree.Avertissements);
        Assert.Equal(
            Euros(1000 * PrixDeRente.Calculer(Editions.Embarquees.TrouverCapitalisation("gp-2022")!, Sexe.Feminin, 19, taux: -1).Coefficient),
            chiffree.Montant);

        var autre = Consolide with { Chiffrage = Consolide.Chiffrage with { Taux = 1.25m } };
        var avertissements = autre.Chiffrer(Saisie("ATP", new() { Montant = Euros(1000) })).Avertissements;
        Assert.Contains("1,25\u00a0%", avertissements[0], StringComparison.Ordinal);
        Assert.Contains("motif de capitalisation", avertissements[1], StringComparison.Ordinal);
        Assert.Equal(2, avertissements.Count);
        var motive = autre with { Chiffrage = autre.Chiffrage with { MotifDeCapitalisation = "Rendement constaté." } };
        Assert.Single(motive.Chiffrer(Saisie("ATP", new() { Montant = Euros(1000) })).Avertissements);
    }

    [Fact]
    public void Ce_qui_manque_est_nomme()
    {
        var rente = Saisie("DSF", new() { Libelle = "soin", Montant = Euros(1000) });
        Assert.Contains("la date prévue de la décision", (Consolide with
        {
            Chiffrage = Consolide.Chiffrage with { DateDeDecision = null },
        }).Reserver(rente).Motif, StringComparison.Ordinal);
        Assert.Contains("naissance", (Consolide with { Enfant = new() { Sexe = Sexe.Feminin } }).Reserver(rente).Motif, StringComparison.Ordinal);
        Assert.Contains("sexe", (Consolide with
        {
            Enfant = Consolide.Enfant with { Sexe = null },
        }).Reserver(rente).Motif, StringComparison.Ordinal);
        Assert.Contains("inconnu", (Consolide with
        {
            Chiffrage = Consolide.Chiffrage with { Bareme = "autre" },
        }).Reserver(rente).Motif, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-02", "2027-03-01")] // jugé la veille de sa naissance
    [InlineData("1900-01-01", "2027-03-01")] // au-delà de la table
    [InlineData("9950-01-01", "9999-12-31")] // faute de frappe
    public void Une_naissance_impossible_ne_se_calcule_pas(string naissance, string decision) => Assert.Contains(
        "ne s’accorde pas",
        (Consolide with
        {
            Enfant = Consolide.Enfant with { DateDeNaissance = Cas.Jour(naissance) },
            Chiffrage = Consolide.Chiffrage with { DateDeDecision = Cas.Jour(decision) },
        }).Reserver(Saisie("ATP", new() { Montant = Euros(1000), DesLAge = 90 })).Motif,
        StringComparison.Ordinal);

    [Fact]
    public void Une_fin_avant_le_debut_est_refusee_avec_ses_dates()
    {
        var reserve = Consolide.Reserver(Saisie("PGPF", new() { Libelle = "perte", Montant = Euros(1000), DesLAge = 25, JusquALAge = 25 }));

        Assert.Contains("1er\u00a0mars 2033", reserve.Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_enfant_non_consolide_reserve_ses_postes_permanents_meme_saisis()
    {
        var reserve = NonConsolide.Reserver(Saisie("PGPF", new() { Montant = Euros(20000), DesLAge = 25, JusquALAge = 64 }));

        Assert.Contains("provision", reserve.Motif, StringComparison.Ordinal);
        Assert.Contains("expertise", reserve.Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void La_perte_de_revenus_d_un_proche_se_capitalise_a_l_age_de_l_enfant()
    {
        var dossier = NonConsolide with
        {
            Enfant = NonConsolide.Enfant with { DateDeNaissance = Cas.Jour("2014-03-01") },
            Proches = [new() { Id = "p1", Postes = [Saisie("PRP-S", new() { Montant = Euros(6000), Du = Cas.Jour("2026-03-01"), JusquALAge = 18 })] }],
        };

        var poste = Assert.Single(Assert.Single(dossier.Evaluer().Proches).Postes);
        var chiffree = Assert.IsType<Evaluation.Chiffree>(poste.Evaluation);
        Assert.Equal(Euros(6000 + (6000 * PrixDeRente.Calculer(Gp2025, Sexe.Feminin, 13, null, 18).Coefficient)), poste.Demande);
        Assert.Contains(chiffree.Avertissements, a => a.Contains("table de l’enfant", StringComparison.Ordinal));
    }
}
