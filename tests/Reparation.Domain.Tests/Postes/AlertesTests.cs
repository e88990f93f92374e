using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class AlertesTests
{
    [Fact]
    public void Un_poste_demande_sans_piece_est_signale()
    {
        Assert.Contains(NonConsolide.Poste(Motive("SE", 5000)).Alertes, a => a.Message.Contains("Aucune pièce", StringComparison.Ordinal));
        Assert.DoesNotContain(
            NonConsolide.Poste(Motive("SE", 5000) with { Pieces = ["p1"] }).Alertes, a => a.Message.Contains("Aucune pièce", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PS", "13-28.774")]
    [InlineData("PE", "provisoire")]
    public void Un_poste_sexuel_ou_d_etablissement_avant_consolidation_est_arrete(string code, string attendu)
    {
        var poste = NonConsolide.Poste(Motive(code, 5000));

        Assert.IsType<Evaluation.AReserver>(poste.Evaluation);
        Assert.Equal(Montant.Zero, poste.Demande);
        Assert.Contains(poste.Alertes, a => a.Message.Contains(attendu, StringComparison.Ordinal));
    }

    [Fact]
    public void Un_prejudice_exceptionnel_rappelle_le_deficit_permanent() => Assert.Contains(
        Consolide.Poste(Motive("PPE", 5000)).Alertes, a => a.Message.Contains("18-10.276", StringComparison.Ordinal));

    [Fact]
    public void Une_saisie_qui_ne_compte_pas_est_signalee()
    {
        var poste = NonConsolide.Poste(Motive("DSA", 5000) with { Depenses = [new() { PrixUnitaire = Euros(10) }] });

        Assert.Equal(Euros(10), poste.Demande);
        Assert.Contains(poste.Alertes, a => a.Message.Contains("le montant motivé", StringComparison.Ordinal));
    }

    [Fact]
    public void Un_poste_saisi_deux_fois_est_signale()
    {
        var bilan = NonConsolide.Avec(Motive("PET", 100), Motive("PET", 200)).Evaluer();

        var poste = bilan.Directs.Single(p => p.Poste.Code == "PET");
        Assert.Equal(Euros(100), poste.Demande);
        Assert.Contains(poste.Alertes, a => a.Message.Contains("deux fois", StringComparison.Ordinal));
    }

    [Fact]
    public void Des_depenses_du_mauvais_cote_de_la_consolidation_sont_signalees()
    {
        var apres = new Depense { PrixUnitaire = Euros(10), Date = Cas.Jour("2026-03-02") };
        Assert.Contains(Consolide.Poste(new() { Code = "DSA", Depenses = [apres] }).Alertes, a => a.Message.Contains("DSF", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Consolide.Poste(new() { Code = "DSA", Depenses = [apres with { Date = Cas.Jour("2026-03-01") }] }).Alertes,
            a => a.Message.Contains("DSF", StringComparison.Ordinal));
        Assert.Contains(
            Consolide.Poste(new() { Code = "DSF", Depenses = [apres with { Date = Cas.Jour("2026-02-28") }] }).Alertes,
            a => a.Message.Contains("DSA", StringComparison.Ordinal));
        Assert.Contains(
            Consolide.Poste(new() { Code = "ATP", Rentes = [new() { Montant = Euros(10), Du = Cas.Jour("2026-02-28") }] }).Alertes,
            a => a.Message.Contains("poste temporaire", StringComparison.Ordinal));
    }

    [Fact]
    public void Le_temps_d_un_proche_ne_se_paie_pas_deux_fois()
    {
        var dossier = NonConsolide with { Proches = [new() { Postes = [Motive("PRP-S", 1000)] }] };
        var avec = dossier.Avec(new SaisiePoste { Code = "FD", Aides = [new()] });

        Assert.DoesNotContain(dossier.Evaluer().Proches[0].Postes[0].Alertes, a => a.Message.Contains("deux fois", StringComparison.Ordinal));
        Assert.Contains(avec.Evaluer().Proches[0].Postes[0].Alertes, a => a.Message.Contains("deux fois", StringComparison.Ordinal));
    }

    [Fact]
    public void Une_edition_de_memoire_est_signalee()
    {
        var mornet = Editions.Embarquees.TrouverIndemnisation("mornet-2025")!;
        var editions = new Editions { Indemnisation = [mornet with { Source = mornet.Source with { Confiance = Confiance.Memoire } }] };
        var dossier = Consolide.Avec(new SaisiePoste { Code = "DFP", TauxDeDeficit = 10, Pieces = ["p1"] });

        Assert.Contains("mémoire", Assert.Single(
            Chiffreur.Evaluer(dossier, editions).Directs.Single(p => p.Poste.Code == "DFP").Alertes).Message, StringComparison.Ordinal);
        Assert.Empty(dossier.Evaluer().Directs.Single(p => p.Poste.Code == "DFP").Alertes);
    }

    [Fact]
    public void Des_prestations_sans_evaluation_sont_signalees() => Assert.Contains(
        NonConsolide.Poste(new() { Code = "DSA", Prestations = [new() { Montant = Euros(50) }] }).Alertes,
        a => a.Message.Contains("sans évaluation", StringComparison.Ordinal));

    [Fact]
    public void Un_poste_permanent_d_un_proche_demande_un_dossier_propre()
    {
        var dossier = Consolide with { Proches = [new() { Postes = [new() { Code = "DFP", TauxDeDeficit = 10 }, Motive("SE", 4000)] }] };
        var postes = dossier.Evaluer().Proches[0].Postes;

        Assert.Equal(["SE", "DFP"], postes.Select(p => p.Poste.Code));
        Assert.Equal(Euros(4000), postes[0].Demande);
        Assert.Contains("dossier propre", Assert.IsType<Evaluation.AReserver>(postes[1].Evaluation).Motif, StringComparison.Ordinal);
    }
}
