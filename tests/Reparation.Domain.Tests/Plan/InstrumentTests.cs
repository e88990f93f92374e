using System.Text.Json;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Plan;

public sealed class InstrumentTests
{
    private static readonly DateOnly Jour = new(2026, 11, 25);

    /// <summary>Ceux dont la référence ne permet que le total.</summary>
    private static readonly string[] TotalSeul =
        ["cats-2", "cats-3-6", "ucla-ptsd-ri", "cpts-ri", "sdq", "cdi", "a-des", "honosca", "kidscreen-10", "cors", "ors"];

    public static TheoryData<string, decimal, string> Reperes()
    {
        var donnees = new TheoryData<string, decimal, string>();
        foreach (var (instrument, repere) in Instrument.Tous.SelectMany(i => i.Reperes.Select(r => (i, r))))
        {
            donnees.Add(instrument.Id, repere.A, repere.Pour?.ToString() ?? "");
        }

        return donnees;
    }

    [Fact]
    public void Ce_qui_n_est_pas_libre_n_a_que_son_total()
    {
        Assert.Equal(TotalSeul, Instrument.Tous.Where(i => i.Cotation is null).Select(i => i.Id));
        Assert.All(TotalSeul.Select(id => Instrument.Trouver(id)!), i =>
        {
            var refus = Assert.IsType<LectureDeMesure.Refusee>(i.Lire(new() { Instrument = i.Id, Repondant = i.Repondants[0].Qui, Reponses = "1 2 3" }, null));
            Assert.Equal("reponses", refus.Champ);
        });
    }

    [Fact]
    public void Aucune_question_n_est_dans_les_donnees()
    {
        using var fiche = JsonDocument.Parse(Editions.FichiersEmbarques()["plan/instruments.json"]);
        string[] permis = ["id", "nom", "repondants", "minimum", "maximum", "licence", "source", "reperes", "cotation", "ecart", "sourceDeLEcart", "monte"];
        string[] comptes = ["nombre", "valeurs", "inversees", "manquantesAdmises", "securite", "source"];
        Assert.All(fiche.RootElement.GetProperty("instruments").EnumerateArray(), i =>
        {
            Assert.Subset(permis.ToHashSet(), i.EnumerateObject().Select(p => p.Name).ToHashSet());
            if (i.TryGetProperty("cotation", out var cotation))
            {
                Assert.Equal(comptes.Order(), cotation.EnumerateObject().Select(p => p.Name).Order());
                Assert.All(cotation.GetProperty("valeurs").EnumerateArray(), v => Assert.Equal(JsonValueKind.Number, v.ValueKind));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Reperes))]
    public void Chaque_repere_se_prend_a_sa_valeur_et_dit_sa_source(string id, decimal a, string pour)
    {
        var instrument = Instrument.Trouver(id)!;
        var repere = instrument.Reperes.Single(r => r.A == a && (r.Pour?.ToString() ?? "") == pour);
        var repondant = repere.Pour ?? instrument.Repondants[0].Qui;
        bool Atteint(decimal total) => instrument.Atteints(total, repondant).Contains(repere);

        Assert.Equal(instrument.Monte, Atteint(a - 1));
        Assert.Equal(!instrument.Monte, Atteint(a));
        Assert.Equal(!instrument.Monte, Atteint(a + 1));
        Assert.NotEmpty(repere.Source.Intitule);
        Assert.InRange(a, instrument.Minimum!.Value, instrument.Maximum!.Value);
    }

    [Fact]
    public void Les_bandes_d_un_parent_ne_valent_pas_pour_l_enfant()
    {
        var sdq = Instrument.Trouver("sdq")!;

        Assert.Single(sdq.Atteints(14, Repondant.Parent));
        Assert.Empty(sdq.Atteints(14, Repondant.Enfant));
        Assert.Empty(sdq.Atteints(40, Repondant.Enseignant));
    }

    [Theory]
    [InlineData("yp-core", "0 0 4 0 4 0 0 0 0 4", 0, 0)]   // trois réponses se comptent à l'envers
    [InlineData("yp-core", "4 4 0 0 0 4 4 4 4 0", 36, 0)]
    [InlineData("yp-core", "2 2 2 0 2 2 2 2 2 -", 17.8, 1)] // 16 × 10 ÷ 9
    [InlineData("pcl-5", "4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4", 80, 0)]
    [InlineData("pcl-5", "1 1 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 3", 31, 0)]
    [InlineData("cries-8", "5 5 5 1 1 0 0 0", 17, 0)]
    [InlineData("cries-13", "5 5 5 5 5 5 0 0 0 0 0 0 0", 30, 0)]
    public void Les_reponses_font_le_total(string id, string reponses, decimal total, int manquantes)
    {
        var lue = Assert.IsType<LectureDeMesure.Lue>(Instrument.Trouver(id)!.Lire(new() { Instrument = id, Reponses = reponses }, null));

        Assert.Equal((total, manquantes), (lue.Total, lue.Manquantes));
    }

    [Theory]
    [InlineData("yp-core", "0 0 0 0 0 0 0 0 0", "10 réponses")]
    [InlineData("yp-core", "- - 0 0 0 0 0 0 0 0", "1 réponse manquante au plus")]
    [InlineData("yp-core", "5 0 0 0 0 0 0 0 0 0", "La réponse 1")]
    [InlineData("cries-8", "2 0 0 0 0 0 0 0", "La réponse 1")]
    [InlineData("cries-8", "- 0 0 0 0 0 0 0", "ne se compte qu’entier")]
    public void Des_reponses_qui_ne_se_comptent_pas_se_refusent_avec_la_raison(string id, string reponses, string motif) =>
        Assert.Contains(
            motif,
            Assert.IsType<LectureDeMesure.Refusee>(Instrument.Trouver(id)!.Lire(new() { Instrument = id, Reponses = reponses }, null)).Motif,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("yp-core", 10, false)]
    [InlineData("yp-core", 11, true)]
    [InlineData("yp-core", 16, true)]
    [InlineData("yp-core", 17, false)]
    [InlineData("pcl-5", 17, false)]
    [InlineData("pcl-5", 18, true)]
    public void L_age_est_respecte(string id, int age, bool admis) => Assert.Equal(
        admis, Instrument.Trouver(id)!.Lire(new() { Instrument = id, Le = Jour, Total = 5 }, Jour.AddYears(-age)) is LectureDeMesure.Lue);

    [Fact]
    public void Un_total_hors_de_l_etendue_ou_contraire_aux_reponses_se_refuse()
    {
        var anomalies = Coherence.Verifier(
            new()
            {
                Reference = "essai",
                Pseudonyme = "Essai",
                Plan = new()
                {
                    Mesures =
                    [
                        new() { Id = "q1", Instrument = "cdi", Total = 55 },
                        new() { Id = "q2", Instrument = "cries-8", Total = 3, Reponses = "5 0 0 0 0 0 0 0" },
                        new() { Id = "q3", Instrument = "inconnu", Total = 3 },
                        new() { Id = "q4", Instrument = "cdi", Total = 12, Piece = "absente" },
                    ],
                },
            },
            Editions.Embarquees);

        Assert.Equal(
            ["plan.mesures[0].total", "plan.mesures[1].total", "plan.mesures[2].instrument", "plan.mesures[3].piece"], anomalies.Select(a => a.Chemin));
    }

    [Theory]
    [InlineData("cdi", 10, 15.3, AlerteDeMesure.Aucune)]      // sous un dixième de l'étendue (5,4)
    [InlineData("cdi", 10, 15.4, AlerteDeMesure.AuSoignant)]
    [InlineData("cdi", 18, 19, AlerteDeMesure.AuSoignant)]    // un repère de plus
    [InlineData("cdi", 25, 12, AlerteDeMesure.Aucune)]        // un mieux
    [InlineData("cors", 39, 34, AlerteDeMesure.AuSoignant)]   // baisser dit un moins bien
    [InlineData("cors", 34, 39, AlerteDeMesure.Aucune)]
    public void Un_resultat_nettement_moins_bon_renvoie_au_soignant(string id, decimal avant, decimal apres, AlerteDeMesure attendue)
    {
        Mesure Un(string cle, int mois, decimal total) => new() { Id = cle, Instrument = id, Le = Jour.AddMonths(mois), Total = total };
        PlanDeReconstruction plan = new() { Mesures = [Un("q2", 3, apres), Un("q1", 0, avant)] };

        Assert.Equal(attendue, Assert.Single(SuiviDesMesures.Series(plan)).Alerte);
    }

    [Fact]
    public void Une_reponse_qui_touche_a_la_securite_appelle_a_parler_le_jour_meme()
    {
        PlanDeReconstruction plan = new() { Mesures = [new() { Id = "q1", Instrument = "yp-core", Le = Jour, Reponses = "0 0 4 1 4 0 0 0 0 4" }] };

        Assert.Equal(AlerteDeMesure.LeJourMeme, Assert.Single(SuiviDesMesures.Series(plan)).Alerte);
    }

    [Fact]
    public void Seuls_se_comparent_un_meme_instrument_une_meme_version_et_un_meme_repondant()
    {
        Mesure m = new() { Instrument = "sdq", Le = Jour, Total = 5, Version = "français", Repondant = Repondant.Parent };
        PlanDeReconstruction plan = new() { Mesures = [m, m with { Le = Jour.AddDays(9) }, m with { Repondant = Repondant.Enfant }, m with { Version = "anglais" }] };

        Assert.Equal([2, 1, 1], SuiviDesMesures.Series(plan).Select(s => s.Points.Count));
    }
}
