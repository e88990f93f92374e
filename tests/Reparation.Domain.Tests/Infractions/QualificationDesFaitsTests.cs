using CsCheck;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using static Reparation.Domain.Tests.Infractions.UnFait;

namespace Reparation.Domain.Tests.Infractions;

public sealed class QualificationDesFaitsTests
{
    [Fact]
    public void Une_fin_qui_precede_le_debut_ne_fait_pas_tomber_la_page()
    {
        var saisi = new Fait { Id = "f1", Du = new(2024, 5, 2), Au = new(2001, 1, 1), Techniques = [Technique.Caming] };
        var dossier = new Dossier { Reference = "R", Pseudonyme = "P", Enfant = new() { DateDeNaissance = new(2011, 3, 14) }, Faits = [saisi] };

        var propose = Assert.Single(QualificationDesFaits.Proposer(dossier));

        Assert.Same(saisi, propose.Fait);
        Assert.NotEmpty(propose.Qualifications);
    }

    [Fact]
    public void Le_caming_n_est_pas_de_la_prostitution()
    {
        var caming = Qualifier(new() { Techniques = [Technique.Caming], ContactPhysique = Reponse.Non, Du = Cas.Jour("2024-01-01") });
        Assert.True(caming.APourPiege("caming-sans-prostitution"));
        Assert.DoesNotContain(caming.Qualifications, q => q.Infraction.Id.StartsWith("proxenetisme", StringComparison.Ordinal));
        Assert.Equal(["sollicitation_images", "incitation", "images"], caming.Qualifications.Take(3).Select(q => q.Infraction.Id));

        var vise = Qualifier(new() { Techniques = [Technique.Proxenetisme], ContactPhysique = Reponse.Non, Du = Cas.Jour("2024-01-01") });
        Assert.True(vise.APourPiege("caming-sans-prostitution"));
        Assert.Equal(Verdict.Ecartee, vise.VerdictDe("proxenetisme_15"));

        Assert.False(Qualifier(new() { Techniques = [Technique.Proxenetisme], ContactPhysique = Reponse.Oui, Du = Cas.Jour("2024-01-01") }).APourPiege("caming-sans-prostitution"));
    }

    [Fact]
    public void A_distance_l_acte_impose_se_demande_tant_qu_il_est_inconnu()
    {
        var fait = new Fait { Techniques = [Technique.SextorsionSexuelle], ContactPhysique = Reponse.Non, Du = Cas.Jour("2024-01-01") };

        Assert.True(Qualifier(fait).APourPiege("acte-a-distance"));
        Assert.Equal("agression_imposee_tiers_soi", Qualifier(fait).Qualifications[0].Infraction.Id);
        Assert.Equal(Verdict.AChercher, Qualifier(fait).VerdictDe("agression_imposee_tiers_soi"));
        Assert.Equal(Verdict.ElementsReunis, Qualifier(fait with { ActeImpose = Reponse.Oui, Moyens = [MoyenReleve.Menace] }).VerdictDe("agression_imposee_tiers_soi"));
        Assert.False(Qualifier(fait with { ActeImpose = Reponse.Oui }).APourPiege("acte-a-distance"));
        Assert.Equal(Verdict.Ecartee, Qualifier(fait with { ActeImpose = Reponse.Non }).VerdictDe("agression_imposee_tiers_soi"));
    }

    [Theory]
    [InlineData("2024-01-01", true)] // treize ans
    [InlineData("2025-05-01", false)] // quinze ans ce jour-là
    public void Le_client_n_est_pas_cite_mais_avant_quinze_ans_il_se_requalifie(string jour, bool requalifiable)
    {
        var fait = Qualifier(new()
        {
            Techniques = [Technique.RecoursALaProstitution],
            Contrepartie = Reponse.Oui,
            ContactPhysique = Reponse.Oui,
            AuteurMajeur = Reponse.Oui,
            Atteinte = NatureDAtteinte.Viol,
            Du = Cas.Jour(jour),
        });

        Assert.True(fait.APourPiege("client-d-un-mineur"));
        Assert.Equal(requalifiable, fait.APourPiege("contrepartie-avant-15-ans"));
        Assert.Equal(Verdict.AChercher, fait.VerdictDe("recours")); // sans visa, le fait matériel reste à établir
        Assert.Equal(requalifiable ? Verdict.ElementsReunis : Verdict.Ecartee, fait.VerdictDe("viol_15"));
    }

    [Theory]
    [InlineData("2025-11-07", null, false, "Violence, contrainte, menace ou surprise")]
    [InlineData("2025-11-08", null, false, "Défaut de consentement")]
    [InlineData("2025-11-01", "2025-11-30", true, "Violence, contrainte, menace ou surprise")]
    public void Le_viol_se_definit_au_jour_des_faits(string du, string? au, bool piege, string element)
    {
        var fait = Qualifier(new() { Techniques = [Technique.AtteinteSexuelle], Du = Cas.Jour(du), Au = au is null ? null : Cas.Jour(au), Qualifications = ["viol_simple"] });

        Assert.Equal(piege, fait.APourPiege("viol-redefini"));
        Assert.Equal(piege, fait.APourPiege("textes-successifs"));
        Assert.Contains(fait.Qualifications.Single(q => q.Infraction.Id == "viol_simple").Elements, e => e.Libelle == element);
    }

    [Fact]
    public void Un_texte_posterieur_aux_faits_est_dit_absent()
    {
        var fait = Qualifier(new() { Techniques = [Technique.Pedopiegeage], Du = Cas.Jour("2019-03-01") }, "2008-01-01");

        Assert.Equal(Verdict.TexteAbsent, fait.VerdictDe("incitation"));
        Assert.True(fait.APourPiege("texte-posterieur-aux-faits"));
        Assert.NotEqual(Verdict.TexteAbsent, fait.VerdictDe("propositions"));
    }

    [Fact]
    public void Le_passage_des_quinze_ans_pendant_les_faits_se_dit()
    {
        var fait = Qualifier(new() { Techniques = [Technique.Pedopiegeage], Du = Cas.Jour("2025-04-01"), Au = Cas.Jour("2025-06-01"), AuteurMajeur = Reponse.Oui, ServiceEnLigne = "x" });

        Assert.True(fait.APourPiege("seuil-de-15-ans"));
        Assert.Contains(fait.Qualifications.Single(q => q.Infraction.Id == "propositions").Elements,
            e => e.Etat == EtatDElement.Reuni && e.Motif.Contains("30\u00a0avril 2025 seulement", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-05-01", true)]
    [InlineData("2025-04-30", false)]
    public void Le_pedopiegeage_n_a_pas_d_equivalent_apres_quinze_ans(string jour, bool leve)
    {
        var fait = Qualifier(new() { Techniques = [Technique.Pedopiegeage], Du = Cas.Jour(jour) });

        Assert.Equal(leve, fait.APourPiege("propositions-15-17"));
        Assert.Equal(leve ? Verdict.Ecartee : Verdict.AChercher, fait.VerdictDe("propositions"));
    }

    [Fact]
    public void Un_auteur_mineur_ecarte_les_textes_reserves_aux_majeurs()
    {
        var fait = Qualifier(new() { Techniques = [Technique.SextingPartage], AgeDeLAuteur = 16, Du = Cas.Jour("2024-01-01"), PartageDImages = Reponse.Oui });

        Assert.True(fait.APourPiege("auteur-mineur"));
        Assert.Equal(Verdict.Ecartee, fait.VerdictDe("sollicitation_images"));
        Assert.Equal(Verdict.ElementsReunis, fait.VerdictDe("revenge_porn"));
    }

    [Theory]
    [InlineData(13, 19, Reponse.Non, EtatDElement.Reuni)]
    [InlineData(13, 18, Reponse.Non, EtatDElement.ARechercher)] // cinq ans en âges révolus : peut-être quatre ans et un jour
    [InlineData(14, 18, Reponse.Non, EtatDElement.Contraire)]
    [InlineData(14, 18, Reponse.Inconnu, EtatDElement.ARechercher)]
    [InlineData(14, 18, Reponse.Oui, EtatDElement.Reuni)]
    public void L_ecart_de_cinq_ans_se_compte_avec_prudence(int victime, int auteur, Reponse contrepartie, EtatDElement attendu)
    {
        var fait = Qualifier(new() { Techniques = [Technique.AtteinteSexuelle], AgeDeLAuteur = auteur, Contrepartie = contrepartie, Du = Cas.Jour("2024-06-01") }, $"{2024 - victime}-01-01");

        Assert.Equal(attendu, fait.Qualifications.Single(q => q.Infraction.Id == "viol_15").Elements.Single(e => e.Libelle.StartsWith("Cinq ans", StringComparison.Ordinal)).Etat);
    }

    [Fact]
    public void Une_forme_d_atteinte_ne_suffit_jamais_a_etablir_le_fait_materiel()
    {
        var fait = new Fait { Techniques = [Technique.Traite], Du = Cas.Jour("2024-01-01") };

        Assert.DoesNotContain(Qualifier(fait).Qualifications, q => q.Verdict == Verdict.ElementsReunis);
        Assert.Equal(Verdict.ElementsReunis, Qualifier(fait with { Qualifications = ["traite"] }).VerdictDe("traite"));
    }

    [Fact]
    public void Sans_date_rien_n_est_reuni_et_l_alerte_le_dit()
    {
        var fait = Qualifier(new() { Techniques = [Technique.Contenus] });

        Assert.True(fait.APourPiege("date-des-faits"));
        Assert.Equal(Verdict.AChercher, fait.VerdictDe("images"));
    }

    [Fact]
    public void Tout_piege_cite_une_source() => Assert.All(
        Enum.GetValues<Technique>().SelectMany(t => Qualifier(new() { Techniques = [t], Du = Cas.Jour("2023-01-01"), Au = Cas.Jour("2028-06-01"), AuteurMajeur = Reponse.Non }).Pieges),
        p => Assert.NotEmpty(p.Sources));

    [Fact]
    public void Une_reponse_de_plus_n_ajoute_jamais_un_manque() => Gen.Select(Gen.Enum<Technique>(), Gen.Int[0, 4000], Gen.Int[0, 400]).Sample((technique, decalage, duree) =>
    {
        var du = new DateOnly(2015, 1, 1).AddDays(decalage);
        var nu = new Fait { Techniques = [technique], Du = du, Au = du.AddDays(duree) };
        var plein = nu with
        {
            Atteinte = NatureDAtteinte.Viol,
            ContactPhysique = Reponse.Oui,
            ActeImpose = Reponse.Oui,
            Moyens = [MoyenReleve.Contrainte],
            NonConsentement = Reponse.Oui,
            Contrepartie = Reponse.Oui,
            LienAvecLAuteur = LienAvecLAuteur.Tiers,
            AgeDeLAuteur = 40,
            PlusieursAuteurs = Reponse.Oui,
            BandeOrganisee = Reponse.Oui,
            ParReseau = Reponse.Oui,
            PartageDImages = Reponse.Oui,
            Substance = Reponse.Oui,
        };
        var avant = Qualifier(nu);
        var apres = Qualifier(plein);
        foreach (var q in avant.Qualifications)
        {
            var suite = apres.Qualifications.Single(x => x.Infraction.Id == q.Infraction.Id);
            Assert.True(Manques(suite) <= Manques(q));
            Assert.Equal(q.Textes, suite.Textes);
        }
    });

    private static int Manques(QualificationPossible q) => q.Elements.Count(e => e.Etat == EtatDElement.ARechercher);
}
