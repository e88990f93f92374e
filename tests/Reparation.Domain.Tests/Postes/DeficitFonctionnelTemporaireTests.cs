using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class DeficitFonctionnelTemporaireTests
{
    private static readonly SaisiePoste Saisie = new()
    {
        Code = "DFT",
        BaseJournaliere = Euros(30),
        Motif = "Motif d'essai.",
        Periodes = [Gene("2024-01-01", "2024-04-10", 50)],
    };

    [Theory]
    [InlineData("2026-01-01", "2026-01-01", 100, 30)] // un seul jour compte pour un
    [InlineData("2024-02-28", "2024-03-01", 25, 22.50)] // année bissextile : trois jours
    [InlineData("2023-02-28", "2023-03-01", 25, 15)]
    [InlineData("2024-01-01", "2024-12-31", 15, 1647)]
    public void Compte_les_jours_bornes_comprises(string du, string au, int taux, double attendu) => Assert.Equal(
        Euros((decimal)attendu), NonConsolide.Chiffrer(Saisie with { Periodes = [Gene(du, au, taux)] }).Montant);

    [Fact]
    public void La_formule_se_lit_a_l_audience()
    {
        var ligne = NonConsolide.Chiffrer(Saisie).Calcul.Details[0];

        Assert.Equal("du 1er\u00a0janvier 2024 au 10\u00a0avril 2024, classe III", ligne.Libelle);
        Assert.Equal("101 j × 50\u00a0% × 30,00\u00a0€", ligne.Formule);
        Assert.Equal(Euros(1515), ligne.Resultat);
    }

    [Fact]
    public void Sans_montant_journalier_rien_n_est_suppose()
    {
        var reserve = NonConsolide.Reserver(Saisie with { BaseJournaliere = null });

        Assert.Contains("25,00\u00a0€ à 33,00\u00a0€", reserve.Motif, StringComparison.Ordinal);
        Assert.Contains("motiver", reserve.Motif, StringComparison.Ordinal);
        Assert.NotEmpty(reserve.PiecesAttendues);
    }

    [Fact]
    public void Une_edition_sans_fourchette_le_dit()
    {
        var dossier = NonConsolide with { Chiffrage = NonConsolide.Chiffrage with { Referentiel = "mornet-2024" } };

        Assert.Contains("ne publie pas", dossier.Reserver(Saisie with { BaseJournaliere = null }).Motif, StringComparison.Ordinal);
        Assert.Empty(dossier.Chiffrer(Saisie).Comparaisons);
    }

    [Fact]
    public void Les_comparaisons_montrent_le_bas_et_le_haut_jamais_le_milieu()
    {
        var comparaisons = NonConsolide.Chiffrer(Saisie).Comparaisons;

        Assert.Equal([Euros(1262.50m), Euros(1666.50m)], comparaisons.Select(c => c.Resultat));
    }

    [Theory]
    [InlineData(24.99, true)]
    [InlineData(25, false)]
    [InlineData(33, false)]
    [InlineData(33.01, true)]
    public void Un_montant_hors_fourchette_est_signale(double montant, bool signale) => Assert.Equal(
        signale,
        NonConsolide.Chiffrer(Saisie with { BaseJournaliere = Euros((decimal)montant) })
            .Avertissements.Any(a => a.Contains("sort de la fourchette", StringComparison.Ordinal)));

    [Fact]
    public void Deux_periodes_qui_se_recouvrent_ne_se_calculent_pas()
    {
        var reserve = NonConsolide.Reserver(Saisie with
        {
            Periodes = [Gene("2024-03-01", "2024-03-31", 25), Gene("2024-01-01", "2024-03-01", 50)],
        });

        Assert.Contains("1er\u00a0mars 2024", reserve.Motif, StringComparison.Ordinal);
        Assert.Contains("recouvrent", reserve.Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_trou_entre_deux_periodes_est_signale_avec_ses_dates()
    {
        var chiffree = NonConsolide.Chiffrer(Saisie with
        {
            Periodes = [Gene("2024-01-01", "2024-01-31", 50), Gene("2024-02-03", "2024-02-29", 25)],
        });

        Assert.Contains(chiffree.Avertissements, a => a.Contains("du 1er\u00a0février 2024 au 2\u00a0février 2024", StringComparison.Ordinal));
    }

    [Fact]
    public void Deux_periodes_contigues_jusqu_a_la_veille_de_la_decision_n_ont_pas_de_trou() => Assert.Empty(NonConsolide.Chiffrer(Saisie with
    {
        Periodes = [Gene("2024-01-01", "2024-01-31", 50), Gene("2024-02-01", "2027-02-28", 25)],
    }).Avertissements);

    [Theory]
    [InlineData("2023-12-31", "le 31\u00a0décembre 2023, entre le premier fait")]
    [InlineData("2024-01-01", null)]
    public void Les_jours_entre_le_premier_fait_et_la_premiere_periode_sont_signales(string fait, string? attendu)
    {
        var dossier = Consolide with { Faits = [new() { Du = Cas.Jour(fait) }, new() { Du = Cas.Jour("2025-05-05") }, new()] };
        var avertissements = dossier.Chiffrer(Saisie with { Periodes = [Gene("2024-01-01", "2026-02-28", 50)] }).Avertissements;

        if (attendu is null)
        {
            Assert.Empty(avertissements);
        }
        else
        {
            Assert.Contains(attendu, Assert.Single(avertissements), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2026-02-27", "le 28\u00a0février 2026, jusqu’à la veille de la consolidation")]
    [InlineData("2026-02-28", null)] // veille de la consolidation
    [InlineData("2026-03-01", null)] // jour de la consolidation
    public void Les_jours_qui_manquent_avant_la_consolidation_sont_signales(string au, string? attendu)
    {
        var avertissements = Consolide.Chiffrer(Saisie with { Periodes = [Gene("2024-01-01", au, 50)] }).Avertissements;

        Assert.Equal(attendu is null ? 0 : 1, avertissements.Count);
        Assert.All(avertissements, a => Assert.Contains(attendu!, a, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2027-02-27", "à compléter à la date de la décision")]
    [InlineData("2027-03-02", "ne sont pas encore vécus")]
    public void Un_decompte_non_consolide_s_arrete_a_la_decision(string au, string attendu) => Assert.Contains(
        attendu,
        Assert.Single(NonConsolide.Chiffrer(Saisie with { Periodes = [Gene("2024-01-01", au, 50)] }).Avertissements),
        StringComparison.Ordinal);

    [Fact]
    public void Un_taux_fractionnaire_est_refuse_avec_ses_raisons() => Assert.Contains(
        "taux entier", NonConsolide.Reserver(Saisie with { Periodes = [Gene("2024-01-01", "2024-01-31", 12.5m)] }).Motif, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-01", false)] // le jour de la consolidation est admis
    [InlineData("2026-03-02", true)]
    public void Une_periode_qui_depasse_la_consolidation_est_signalee_une_seule_fois(string au, bool signale)
    {
        var poste = Consolide.Poste(Saisie with { Periodes = [Gene("2024-01-01", au, 50)] });

        Assert.Equal(signale ? 1 : 0, poste.Alertes.Count(a => a.Regle == "gene-apres-consolidation"));
        Assert.Empty(Assert.IsType<Evaluation.Chiffree>(poste.Evaluation).Avertissements);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100.5)]
    public void Un_taux_hors_bornes_ne_se_calcule_pas(double taux) =>
        NonConsolide.Reserver(Saisie with { Periodes = [Gene("2024-01-01", "2024-01-31", (decimal)taux)] });

    [Fact]
    public void Une_date_absente_ou_inversee_reserve_le_poste()
    {
        Assert.Contains("deux dates", NonConsolide.Reserver(Saisie with
        {
            Periodes = [new() { Du = Cas.Jour("2024-01-01"), Taux = 50 }],
        }).Motif, StringComparison.Ordinal);
        Assert.Contains("avant son début", NonConsolide.Reserver(Saisie with
        {
            Periodes = [Gene("2024-01-31", "2024-01-01", 50)],
        }).Motif, StringComparison.Ordinal);
        Assert.Contains("Aucune période", NonConsolide.Reserver(Saisie with { Periodes = [] }).Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_prestation_n_est_pas_deduite_d_un_poste_personnel()
    {
        var poste = NonConsolide.Poste(Saisie with { Prestations = [new() { Montant = Euros(500) }] });

        Assert.Equal((Euros(1515), Montant.Zero), (poste.Demande, poste.TiersPayeurs));
        Assert.Contains(poste.Alertes, a => a.Message.Contains("poste personnel", StringComparison.Ordinal));
    }
}
