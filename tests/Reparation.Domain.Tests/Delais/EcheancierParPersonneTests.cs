using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Voies;
using static Reparation.Domain.Tests.Cas;

namespace Reparation.Domain.Tests.Delais;

/// <summary>Plusieurs mis en cause, une autre victime, un ressort : ce qui change une date, et ce qui n'en change aucune.</summary>
public sealed class EcheancierParPersonneTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 25);

    [Fact]
    public void Un_fait_sans_renvoi_ou_a_un_seul_auteur_garde_une_seule_prescription()
    {
        var sans = Dossier(fait: new() { Id = "f1", Du = Jour("2003-05-05"), Qualifications = ["agression_simple"] });
        var seul = sans with { Faits = [sans.Faits[0] with { MisEnCause = ["a"] }] };

        Assert.Equal("Fait 1\u00A0: " + Qualifications.Trouver("agression_simple")!.Intitule, Une(sans).Sujet);
        Assert.Equal((Une(sans).DernierJour, Une(sans).Sujet, "f1"), (Une(seul).DernierJour, Une(seul).Sujet, Une(seul).Fait));
    }

    // La loi de 1989 ne fait partir le délai de la majorité que si l'auteur est ascendant ou a autorité : pour l'autre, la
    // prescription est acquise en 1996, avant que la loi de 1998 ne la reporte.
    [Fact]
    public void Deux_auteurs_de_liens_differents_ont_chacun_leur_prescription()
    {
        var dossier = Dossier(fait: new() { Id = "f1", Du = Jour("1986-05-05"), Qualifications = ["viol_simple"], MisEnCause = ["a", "b"] }) with
        {
            Enfant = new() { DateDeNaissance = Jour("1983-02-10") },
        };
        var deux = Penales(dossier);

        Assert.Equal(2, deux.Count);
        Assert.EndsWith("pour Auteur A", deux.Single(e => e.Sujet.Contains("Auteur A", StringComparison.Ordinal)).Sujet, StringComparison.Ordinal);
        Assert.All(deux, e => Assert.Equal("f1", e.Fait));
        Assert.NotEqual(deux[0].DernierJour, deux[1].DernierJour);

        var memeLien = dossier with { MisEnCause = [.. dossier.MisEnCause.Select(m => m with { LienAvecLEnfant = LienAvecLAuteur.Tiers })] };
        Assert.Single(Penales(memeLien));
    }

    [Fact]
    public void Un_acte_qui_vise_un_auteur_n_interrompt_que_pour_ses_faits()
    {
        var dossier = Dossier(
            acte: new() { Genre = GenreActe.ActeInterruptif, Le = Jour("2025-06-01"), MisEnCause = "b" },
            faits: [new() { Id = "f1", Du = Jour("2024-05-05"), Qualifications = ["chantage"], MisEnCause = ["a"] },
                new() { Id = "f2", Du = Jour("2024-05-05"), Qualifications = ["chantage"], MisEnCause = ["b"] }]);

        Assert.Equal(Jour("2030-05-05"), Une(dossier, "f1").DernierJour);
        Assert.Equal(Jour("2031-06-01"), Une(dossier, "f2").DernierJour);
    }

    [Fact]
    public void L_acte_qui_ne_vise_qu_un_coauteur_laisse_la_date_la_plus_courte_commander()
    {
        var dossier = Dossier(
            acte: new() { Genre = GenreActe.ActeInterruptif, Le = Jour("2025-06-01"), MisEnCause = "b" },
            fait: new() { Id = "f1", Du = Jour("2024-05-05"), Qualifications = ["chantage"], MisEnCause = ["b", "c"] });
        var retenue = Une(dossier);

        Assert.Equal(Jour("2031-06-01"), retenue.DernierJour);
        Assert.Equal(Jour("2030-05-05"), Assert.Single(retenue.Disputees, d => d.Libelle.StartsWith("sans les actes", StringComparison.Ordinal)).DernierJour);
        Assert.Equal(Jour("2030-05-04"), retenue.JourDAlerte);
    }

    [Fact]
    public void Un_fait_sur_un_autre_mineur_prolonge_la_prescription_depuis_le_dossier()
    {
        var dossier = Dossier(
            fait: new() { Id = "f1", Du = Jour("2010-03-01"), Qualifications = ["agression_simple"] },
            autre: new() { DateDeNaissance = Jour("2015-01-10"), FaitLe = Jour("2024-02-02"), Qualification = "viol_15" }) with
        {
            Enfant = new() { DateDeNaissance = Jour("1997-02-10") },
        };
        var simple = Penales(dossier).Single(e => e.Regle != "PEN-GLISSANTE");
        var glissante = Une(dossier, regle: "PEN-GLISSANTE");

        Assert.Equal(Jour("2063-01-10"), glissante.DernierJour); // majorité de l'autre victime, plus trente ans
        Assert.True(glissante.DernierJour > simple.DernierJour);
        Assert.Equal("f1", glissante.Fait);
    }

    [Fact]
    public void Une_autre_victime_d_un_autre_auteur_ou_d_une_autre_infraction_ne_prolonge_rien()
    {
        var autre = new AutreVictime { DateDeNaissance = Jour("2015-01-10"), FaitLe = Jour("2024-02-02"), Qualification = "viol_15", MisEnCause = "b" };
        var dossier = Dossier(fait: new() { Id = "f1", Du = Jour("2010-03-01"), Qualifications = ["agression_simple"], MisEnCause = ["a"] }, autre: autre);
        var chantage = Dossier(fait: new() { Id = "f1", Du = Jour("2024-05-01"), Qualifications = ["chantage"] }, autre: autre);

        Assert.DoesNotContain(Penales(dossier), e => e.Regle == "PEN-GLISSANTE");
        Assert.DoesNotContain(Penales(chantage), e => e.Regle == "PEN-GLISSANTE");
        Assert.Contains(
            Echeancier.Dresser(Dossier(fait: dossier.Faits[0] with { MisEnCause = [] }, autre: new()), Aujourdhui).Manques,
            m => m.Regle == "PEN-GLISSANTE" && m.Manque.Contains(Repere.SecondFait));
    }

    [Fact]
    public void L_age_et_le_lien_de_la_fiche_de_l_auteur_servent_la_qualification()
    {
        var dossier = Dossier(fait: new() { Id = "f1", Du = Jour("2024-05-05"), Techniques = [Technique.AtteinteSexuelle], MisEnCause = ["c"] });
        var mineur = dossier with { MisEnCause = [.. dossier.MisEnCause.Select(m => m with { DateDeNaissance = Jour("2008-06-01") })] };

        Assert.Contains(QualificationDesFaits.Proposer(mineur).Single().Pieges, p => p.Regle == "auteur-mineur");
        Assert.DoesNotContain(QualificationDesFaits.Proposer(dossier).Single().Pieges, p => p.Regle == "auteur-mineur");
    }

    [Fact]
    public void Le_ressort_et_la_demeure_du_dossier_reportent_et_augmentent_les_delais()
    {
        // Décision notifiée le 3 mars 2026 : l'appel finit le vendredi saint 3 avril, férié en Alsace et en Moselle seulement.
        var dossier = Dossier(acte: new() { Genre = GenreActe.NotificationCivi, Le = Jour("2026-03-03") });
        var alsace = dossier with { Procedure = dossier.Procedure with { Ressort = Territoire.AlsaceMoselle } };
        var reunion = dossier with { Procedure = dossier.Procedure with { Demeure = Demeure.OutreMer } };

        Assert.Equal(Jour("2026-04-03"), Appel(dossier).DernierJourLegal);
        Assert.Equal(Jour("2026-04-07"), Appel(alsace).DernierJourLegal);
        Assert.Equal(Jour("2026-05-04"), Appel(reunion).DernierJourLegal); // 3 mai, un dimanche
        Assert.Equal(Appel(alsace).DernierJourLegal, Droits.Etablir(alsace, Aujourdhui).Delais.Echeances.Single(e => e.Regle == "CIVI-APPEL").DernierJourLegal);

        static Echeance Appel(Dossier d) => Echeancier.Dresser(d, Aujourdhui).Echeances.Single(e => e.Regle == "CIVI-APPEL");
    }

    private static Echeance Une(Dossier dossier, string fait = "f1", string? regle = null) =>
        Assert.Single(Penales(dossier), e => e.Fait == fait && (regle is null || e.Regle == regle));

    private static List<Echeance> Penales(Dossier dossier) => [.. Echeancier.Dresser(dossier, Aujourdhui).Echeances.Where(e => e.Fait.Length > 0)];

    private static Dossier Dossier(Fait? fait = null, ActeDeProcedure? acte = null, AutreVictime? autre = null, IReadOnlyList<Fait>? faits = null) => new()
    {
        Reference = "FICTIF-1",
        Pseudonyme = "Lou",
        Enfant = new() { DateDeNaissance = Jour("1993-02-10") },
        MisEnCause =
        [
            new() { Id = "a", Designation = "Auteur A", LienAvecLEnfant = LienAvecLAuteur.Ascendant },
            new() { Id = "b", Designation = "Auteur B", LienAvecLEnfant = LienAvecLAuteur.Tiers },
            new() { Id = "c", Designation = "Auteur C", LienAvecLEnfant = LienAvecLAuteur.Tiers },
        ],
        Faits = faits ?? (fait is null ? [] : [fait]),
        Procedure = new()
        {
            ActesInterruptifsEtablis = true,
            Actes = acte is null ? [] : [acte],
            AutresVictimes = autre is null ? [] : [autre],
        },
    };
}
