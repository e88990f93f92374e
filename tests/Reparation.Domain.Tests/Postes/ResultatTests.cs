using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

/// <summary>Ce qui entoure les postes : gains retenus, demande globale, coauteurs.</summary>
public sealed class ResultatTests
{
    private static readonly GainsRetenus Gains = new()
    {
        Demandes = true,
        Methode = "Somme des virements relevés.",
        Pieces = ["p1"],
        Lignes =
        [
            new() { Libelle = "virements relevés", Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2025-03-31"), Quantite = 3, Unitaire = Euros(450.5m) },
            new() { Unitaire = Euros(100), Pieces = ["p2"] },
        ],
    };

    private static Bilan Evaluer(GainsRetenus gains, ModeDImputation mode = ModeDImputation.Auteur) =>
        (Consolide with { Chiffrage = Consolide.Chiffrage with { Imputation = mode, Gains = gains } }).Avec(Motive("SE", 1000)).Evaluer();

    [Fact]
    public void Les_gains_retenus_s_ajoutent_contre_l_auteur_ligne_par_ligne()
    {
        var bilan = Evaluer(Gains);
        var chiffree = Assert.IsType<Evaluation.Chiffree>(bilan.Gains);

        Assert.Equal(["3 × 450,50\u00a0€", "100,00\u00a0€"], chiffree.Calcul.Details.Select(d => d.Formule));
        Assert.Equal([["p1"], ["p2"]], chiffree.Calcul.Details.Select(d => d.Pieces));
        Assert.Contains("18269/18", Assert.Single(chiffree.Calcul.Sources).Intitule, StringComparison.Ordinal);
        Assert.Contains("Aucune décision française", Assert.Single(chiffree.Avertissements), StringComparison.Ordinal);
        Assert.Equal((Euros(1451.5m), Euros(1000), Euros(2451.5m)), (bilan.TotalGains, bilan.TotalEnfant, bilan.TotalDemande));
    }

    [Fact]
    public void Les_gains_ne_se_demandent_pas_au_fonds()
    {
        var bilan = Evaluer(Gains, ModeDImputation.Civi);
        Assert.Contains("qu’à l’auteur", Assert.IsType<Evaluation.SansObjet>(bilan.Gains).Motif, StringComparison.Ordinal);
        Assert.Equal(Euros(1000), bilan.TotalDemande);
        Assert.IsType<Evaluation.SansObjet>(Evaluer(Gains with { Demandes = false }).Gains);
    }

    [Fact]
    public void Sans_methode_sans_piece_ou_a_dates_inversees_les_gains_sont_a_reserver()
    {
        var motif = Assert.IsType<Evaluation.AReserver>(Evaluer(Gains with
        {
            Methode = " ",
            Pieces = [],
            Lignes = [Gains.Lignes[0] with { Au = Cas.Jour("2024-01-01") }],
        }).Gains).Motif;

        Assert.Contains("méthode", motif, StringComparison.Ordinal);
        Assert.Contains("aucune pièce", motif, StringComparison.Ordinal);
        Assert.Contains("avant son début", motif, StringComparison.Ordinal);
        Assert.Contains("Aucune ligne", Assert.IsType<Evaluation.AReserver>(Evaluer(Gains with { Lignes = [] }).Gains).Motif, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 800)]
    [InlineData(false, 1000)]
    public void La_somme_globale_remplace_le_detail_si_elle_est_retenue_et_ne_s_y_ajoute_jamais(bool retenue, decimal demande)
    {
        var bilan = (Consolide with
        {
            Chiffrage = Consolide.Chiffrage with { Globale = new() { Montant = Euros(800), Retenue = retenue, Motif = "Motif d'essai." } },
            Versements = [new() { Montant = Euros(300) }],
        }).Avec(Motive("SE", 1000)).Evaluer();

        Assert.Equal((Euros(800), Euros(1000), Euros(200)), (bilan.Global!.Montant, bilan.Global.Detail, bilan.Global.Ecart));
        Assert.Equal((Euros(demande), Euros(demande - 300)), (bilan.TotalDemande, bilan.Solde));
    }

    [Fact]
    public void Chaque_coauteur_doit_tout_a_l_enfant_et_sa_part_entre_eux()
    {
        var dossier = Coauteurs(50, 30, 20);
        var coauteurs = dossier.Evaluer().Coauteurs;

        Assert.Equal(["a", "b", "c"], coauteurs.Select(c => c.MisEnCause.Id)); // le quatrième n'est pas tenu in solidum
        Assert.All(coauteurs, c => Assert.Equal(Euros(900), c.Du));
        Assert.Equal([Montant.Zero, Euros(100), Montant.Zero], coauteurs.Select(c => c.Paye));
        Assert.Equal([Euros(500), Euros(300), Euros(200)], coauteurs.Select(c => c.Charge!.Value));
    }

    [Fact]
    public void Des_parts_incompletes_ne_fixent_aucune_charge()
    {
        Assert.All(Coauteurs(50, 30, 10).Evaluer().Coauteurs, c => Assert.Null(c.Charge));
        Assert.All(Coauteurs(50, 50, null).Evaluer().Coauteurs, c => Assert.Null(c.Charge));
        Assert.Empty((Coauteurs(50, 30, 20) is var d ? d with { Chiffrage = d.Chiffrage with { Imputation = ModeDImputation.Civi } } : null!).Evaluer().Coauteurs);
    }

    private static Dossier Coauteurs(decimal? a, decimal? b, decimal? c) => Consolide.Avec(Motive("SE", 1000)) with
    {
        Chiffrage = Consolide.Avec(Motive("SE", 1000)).Chiffrage with { Imputation = ModeDImputation.Auteur },
        MisEnCause =
        [
            new() { Id = "a", TenuInSolidum = true, PartEntreCoauteurs = a },
            new() { Id = "b", TenuInSolidum = true, PartEntreCoauteurs = b },
            new() { Id = "c", TenuInSolidum = true, PartEntreCoauteurs = c },
            new() { Id = "d" },
        ],
        Versements = [new() { Genre = GenreVersement.PaiementDeLAuteur, MisEnCause = "b", Montant = Euros(100) }],
    };
}
