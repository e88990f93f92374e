using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class BilanTests
{
    [Fact]
    public void Un_dossier_vide_a_vingt_postes_et_ceux_qui_attendent_la_consolidation_sont_reserves()
    {
        var bilan = NonConsolide.Evaluer();

        Assert.Equal(20, bilan.Directs.Count);
        Assert.All(bilan.Directs, p => Assert.Equal(
            p.Poste.AttendLaConsolidation ? typeof(Evaluation.AReserver) : typeof(Evaluation.SansObjet), p.Evaluation.GetType()));
        Assert.Equal(Montant.Zero, bilan.TotalEnfant);
        Assert.All(Consolide.Evaluer().Directs, p => Assert.IsType<Evaluation.SansObjet>(p.Evaluation));
    }

    [Fact]
    public void Tout_code_de_la_nomenclature_a_sa_regle()
    {
        var dossier = Consolide with
        {
            Chiffrage = Consolide.Chiffrage with
            {
                Postes = [.. Nomenclature.Postes.Where(p => p.Victime == Victime.Directe).Select(p => new SaisiePoste { Code = p.Code, Recit = "Constat." })],
            },
            Proches =
            [
                new() { Id = "p1", Postes = [.. Nomenclature.Postes.Where(p => p.Victime != Victime.Directe).Select(p => new SaisiePoste { Code = p.Code, Recit = "Constat." })] },
            ],
        };
        var bilan = dossier.Evaluer();

        // Un constat sans somme ouvre le poste : il est à réserver, avec ce qui manque.
        Assert.Equal(29, bilan.Directs.Count + bilan.Proches[0].Postes.Count);
        Assert.All(bilan.Directs.Concat(bilan.Proches[0].Postes), p =>
            Assert.NotEmpty(Assert.IsType<Evaluation.AReserver>(p.Evaluation).Motif));
    }

    [Theory]
    [InlineData("PGPA")]
    [InlineData("IP")]
    [InlineData("PET")]
    [InlineData("PA")]
    [InlineData("PS")]
    [InlineData("PE")]
    [InlineData("PPE")]
    [InlineData("PEV")]
    public void Un_montant_motive_est_retenu_sans_motif_il_ne_l_est_pas(string code)
    {
        Assert.Equal(Euros(5000), Consolide.Chiffrer(Motive(code, 5000)).Montant);
        Assert.Contains("sans motif", Consolide.Reserver(Motive(code, 5000) with { Motif = " " }).Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Les_depenses_s_additionnent_avec_leurs_pieces()
    {
        var chiffree = NonConsolide.Chiffrer(new()
        {
            Code = "DSA",
            Depenses =
            [
                new() { Libelle = "séances", Quantite = 12, PrixUnitaire = Euros(60), Pieces = ["p1"] },
                new() { Libelle = "bilan", PrixUnitaire = Euros(55.5m), Date = Cas.Jour("2025-02-03") },
            ],
        });

        Assert.Equal(["12 × 60,00\u00a0€", "55,50\u00a0€"], chiffree.Calcul.Details.Select(d => d.Formule));
        Assert.Equal("bilan, 03/02/2025", chiffree.Calcul.Details[1].Libelle);
        Assert.Equal(["p1"], chiffree.Calcul.Details[0].Pieces);
        Assert.Equal(Euros(775.5m), chiffree.Montant);
    }

    [Fact]
    public void L_aide_humaine_imprime_ses_heures()
    {
        var aide = new AideHumaine
        {
            Libelle = "surveillance",
            Du = Cas.Jour("2025-01-01"),
            Au = Cas.Jour("2025-06-29"),
            HeuresParSemaine = 12,
            TauxHoraire = Euros(18),
        };
        var chiffree = NonConsolide.Chiffrer(new() { Code = "FD", Aides = [aide] });
        Assert.Equal("12 h × 180 j ÷ 7 × 18,00\u00a0€", chiffree.Calcul.Details[0].Formule);
        Assert.Equal(Euros(5554.29m), chiffree.Montant);

        Assert.Contains("manquent", NonConsolide.Reserver(new() { Code = "FD", Aides = [aide with { Au = null }] }).Motif, StringComparison.Ordinal);
        Assert.Contains("avant son début", NonConsolide.Reserver(new() { Code = "FD", Aides = [aide with { Au = Cas.Jour("2024-01-01") }] }).Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_referentiel_de_2025_n_etablit_rien_par_annee_et_celui_de_2013_sert_de_repere()
    {
        var saisie = new SaisiePoste { Code = "PSU", Annees = [new() { Niveau = NiveauScolaire.College, Nombre = 1.5m }] };
        Assert.Contains("8\u202f000,00\u00a0€", NonConsolide.Reserver(saisie).Motif, StringComparison.Ordinal);

        var chiffree = NonConsolide.Chiffrer(saisie with
        {
            Annees = [saisie.Annees[0] with { ParAnnee = Euros(9000) }],
            Montant = Euros(3000),
            Motif = "Motif d'essai.",
        });
        Assert.Equal(Euros(16500), chiffree.Montant);
        Assert.Equal(Euros(12000), Assert.Single(chiffree.Comparaisons).Resultat);
    }

    [Fact]
    public void Le_choix_de_l_avocat_l_emporte()
    {
        var saisie = Motive("SE", 10000) with { Motif = "" };
        Assert.NotEmpty(NonConsolide.Reserver(saisie with { Choix = ChoixPoste.Reserver }).Motif);
        Assert.Equal("Choix d'essai.", NonConsolide.Reserver(saisie with { Choix = ChoixPoste.Reserver, Motif = "Choix d'essai." }).Motif);
        Assert.IsType<Evaluation.SansObjet>(NonConsolide.Poste(saisie with { Choix = ChoixPoste.SansObjet }).Evaluation);
        Assert.IsType<Evaluation.SansObjet>(NonConsolide.Poste(new() { Code = "DFP", Choix = ChoixPoste.SansObjet }).Evaluation);
    }

    [Theory]
    [InlineData(ModeDImputation.Auteur)]
    [InlineData(ModeDImputation.Civi)]
    public void Les_prestations_se_deduisent_poste_par_poste(ModeDImputation mode)
    {
        var dossier = NonConsolide with { Chiffrage = NonConsolide.Chiffrage with { Imputation = mode } };
        var bilan = dossier.Avec(
            Motive("PGPA", 20000) with { Prestations = [new() { Montant = Euros(15000) }] },
            new() { Code = "DSA", Depenses = [new() { PrixUnitaire = Euros(1000) }], Prestations = [new() { Montant = Euros(1200) }] })
            .Evaluer();

        Assert.Equal(Euros(5000), bilan.TotalEnfant);
        Assert.Equal(Euros(16000), bilan.TotalTiersPayeurs);
        Assert.Equal(Euros(21000), bilan.TotalBrut);
        Assert.Contains(bilan.Directs[0].Alertes, a => a.Message.Contains("excédent", StringComparison.Ordinal));
    }

    [Fact]
    public void Une_faute_retenue_separe_les_deux_modes()
    {
        // Brut 20 000, prestations 15 000, part 50 % : dette 10 000. Contre l'auteur la victime est servie d'abord.
        var auteur = Imputation.Calculer(ModeDImputation.Auteur, Euros(20000), Euros(15000), 0.5m);
        var civi = Imputation.Calculer(ModeDImputation.Civi, Euros(20000), Euros(15000), 0.5m);

        Assert.Equal((Euros(5000), Euros(5000)), (auteur.Victime, auteur.TiersPayeur));
        Assert.Equal((Montant.Zero, Euros(10000)), (civi.Victime, civi.TiersPayeur));
        Assert.Throws<ArgumentOutOfRangeException>(() => Imputation.Calculer(ModeDImputation.Civi, Euros(1), Euros(0), 1.01m));
    }

    [Fact]
    public void Les_provisions_se_deduisent_une_fois_du_total()
    {
        var dossier = NonConsolide.Avec(Motive("SE", 10000)) with
        {
            Versements = [new() { Montant = Euros(3000) }, new() { Montant = Euros(1500), Genre = GenreVersement.PaiementDeLAuteur }],
        };

        Assert.Equal((Euros(4500), Euros(5500)), (dossier.Evaluer().Provisions, dossier.Evaluer().Solde));
    }

    [Fact]
    public void Les_editions_du_bilan_sont_celles_qui_ont_servi()
    {
        Assert.Empty(NonConsolide.Avec(Motive("PET", 1000)).Evaluer().Editions);
        Assert.Equal(
            Reparation.Domain.Referentiels.Editions.Embarquees.TrouverIndemnisation("mornet-2025")!.Source,
            Assert.Single(Consolide.Avec(new SaisiePoste { Code = "DFP", TauxDeDeficit = 10 }).Evaluer().Editions));
    }
}
