using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Tests.Infractions;
using Reparation.Domain.Voies;

namespace Reparation.Domain.Tests.Voies;

public sealed class ExamenDesVoiesTests
{
    private static readonly DateOnly Jour = new(2026, 11, 24);

    private static readonly Fait Images = new()
    {
        Techniques = [Technique.Contenus],
        Qualifications = ["images"],
        Du = new(2024, 3, 1),
        ServiceEnLigne = "un service",
        ContactPhysique = Reponse.Non,
    };

    [Fact]
    public void Toute_voie_et_toute_condition_citent_un_article_dans_sa_version()
    {
        var voies = ExamenDesVoies.Examiner(UnFait.Dans(Images), Jour);

        Assert.Equal(22, voies.Count);
        Assert.Equal(22, voies.Select(v => v.Id).Distinct().Count());
        Assert.Equal(voies.Select(v => v.Ordre).Order(), voies.Select(v => v.Ordre));
        Assert.All(voies, v =>
        {
            Assert.NotEmpty(v.Conditions);
            Assert.NotEmpty(v.Organe);
            Assert.All(v.Sources.Concat(v.Conditions.SelectMany(c => c.Sources)).Concat(v.Remarques.SelectMany(r => r.Sources)), s => Assert.NotEmpty(s.Page));
            Assert.NotEmpty(v.Sources);
            Assert.All(v.Conditions, c => Assert.True(c.Sources.Count > 0 && c.Motif.Length > 0 && c.Exige.Length > 0, v.Id));
            Assert.All(v.Remarques, r => Assert.NotEmpty(r.Sources));
        });
    }

    [Fact]
    public void Des_images_seules_n_ouvrent_pas_la_reparation_integrale_et_l_alerte_donne_les_trois_pistes()
    {
        var dossier = UnFait.Dans(Images) with { Procedure = new() { JoursDItt = 10 }, Droits = new() { IncapacitePermanente = Reponse.Non, NationaliteFrancaise = Reponse.Oui } };
        var entree = ExamenDesVoies.Entrer(dossier, Jour);

        Assert.Equal(Reponse.Non, entree.Ouverte);
        Assert.Equal("entree-en-ligne-seulement", Assert.Single(entree.Alertes).Regle);
        Assert.Equal(EtatDeVoie.Fermee, Etat(dossier, "civi-integrale"));
        Assert.Equal(EtatDeVoie.Manque, Etat(dossier, "civi-plafonnee"));
        Assert.Equal(EtatDeVoie.Ouverte, Etat(dossier with { Droits = dossier.Droits with { SituationGrave = Reponse.Oui, RessourcesSousPlafond = Reponse.Oui, ReparationEffective = Reponse.Non } }, "civi-plafonnee"));
    }

    [Theory]
    [InlineData(27, Reponse.Non)]
    [InlineData(28, Reponse.Inconnu)]
    [InlineData(30, Reponse.Inconnu)]
    [InlineData(31, Reponse.Oui)]
    public void Un_mois_d_incapacite_ouvre_la_porte(int jours, Reponse attendue)
    {
        var dossier = UnFait.Dans(Images) with { Procedure = new() { JoursDItt = jours }, Droits = new() { IncapacitePermanente = Reponse.Non } };

        Assert.Equal(attendue, ExamenDesVoies.Entrer(dossier, Jour).Ouverte);
    }

    [Fact]
    public void L_incapacite_permanente_psychique_ouvre_la_porte_des_images()
    {
        var dossier = UnFait.Dans(Images) with { Droits = new() { IncapacitePermanente = Reponse.Oui, NationaliteFrancaise = Reponse.Oui } };

        Assert.Equal(EtatDeVoie.Ouverte, Etat(dossier, "civi-integrale"));
        Assert.Empty(ExamenDesVoies.Entrer(dossier, Jour).Alertes);
        Assert.Equal(EtatDeVoie.Fermee, Etat(dossier, "civi-plafonnee"));
        Assert.Equal(EtatDeVoie.Fermee, Etat(dossier, "sarvi"));
    }

    [Fact]
    public void Une_qualification_seulement_proposee_n_ouvre_rien_mais_se_dit()
    {
        var fait = Images with { Techniques = [Technique.SextorsionSexuelle], Qualifications = [] };
        var porte = ExamenDesVoies.Entrer(UnFait.Dans(fait), Jour).Portes.Single(p => p.Exige.Contains("citée", StringComparison.Ordinal));
        Assert.Equal(Reponse.Inconnu, porte.Reponse);
        Assert.Contains("222-22-2", porte.Motif, StringComparison.Ordinal);

        var visee = ExamenDesVoies.Entrer(UnFait.Dans(fait with { Qualifications = ["agression_imposee_tiers_soi"] }), Jour);
        Assert.Equal(Reponse.Oui, visee.Ouverte);
    }

    [Fact]
    public void Une_qualification_visee_que_le_dossier_contredit_n_ouvre_pas_la_porte()
    {
        var porte = ExamenDesVoies.Entrer(UnFait.Dans(Images with { Qualifications = ["proxenetisme_15"] }), Jour).Portes.Single(p => p.Exige.Contains("citée", StringComparison.Ordinal));

        Assert.Equal(Reponse.Inconnu, porte.Reponse);
        Assert.Contains("s’y oppose", porte.Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_complement_ne_s_ouvre_pas_sans_comparer_les_sommes()
    {
        var dossier = UnFait.Dans(Images) with { Droits = new() { CiviObtenue = Reponse.Oui }, Procedure = new() { Decisions = [new() { Date = new(2026, 6, 1), Definitive = true }] } };

        Assert.Equal(EtatDeVoie.Manque, Etat(dossier, "complement-706-8"));
    }

    [Fact]
    public void Une_avance_du_SARVI_ferme_l_AGRASC()
    {
        var dossier = UnFait.Dans(Images) with { Versements = [new() { Genre = GenreVersement.AvanceDuSarvi, Montant = Montant.DeEuros(1000) }] };

        Assert.Equal(EtatDeVoie.Fermee, Etat(dossier, "agrasc"));
    }

    [Fact]
    public void Le_proxenete_est_dans_le_champ_le_client_non()
    {
        var fait = new Fait { Du = new(2025, 9, 1), ContactPhysique = Reponse.Oui, EnFrance = Reponse.Oui };
        var itt = new Procedure { JoursDItt = 5 };
        var droits = new SituationDesDroits { IncapacitePermanente = Reponse.Non };

        Assert.Equal(EtatDeVoie.Ouverte, Etat(UnFait.Dans(fait with { Qualifications = ["proxenetisme_min"] }) with { Procedure = itt, Droits = droits }, "civi-integrale"));
        Assert.Equal(EtatDeVoie.Fermee, Etat(UnFait.Dans(fait with { Qualifications = ["recours"] }) with { Procedure = itt, Droits = droits }, "civi-integrale"));
    }

    [Theory]
    [InlineData(10, 5000.00)]
    [InlineData(31, null)] // un mois : réparation intégrale, sans plafond
    public void Les_violences_de_moins_d_un_mois_sont_plafonnees(int jours, double? plafond)
    {
        var dossier = UnFait.Dans(new() { Techniques = [Technique.Violences], Qualifications = ["violences_min"], Du = new(2025, 1, 5), EnFrance = Reponse.Oui }) with
        {
            Procedure = new() { JoursDItt = jours },
            Droits = new() { IncapacitePermanente = Reponse.Non },
        };

        Assert.Equal(plafond is null ? null : Montant.DeEuros((decimal)plafond), ExamenDesVoies.Entrer(dossier, Jour).Plafond?.Resultat);
    }

    // Recalculé à la main : entier jusqu'à 1 000 €, puis 30 %, entre 1 000 € et 3 000 €.
    [Theory]
    [InlineData(800, 800)]
    [InlineData(1000, 1000)]
    [InlineData(1000.01, 1000)]
    [InlineData(5000, 1500)]
    [InlineData(10000, 3000)]
    [InlineData(50000, 3000)]
    public void L_avance_du_SARVI(decimal alloue, decimal attendu)
    {
        var etape = ParametresDesVoies.Embarques.AvanceDuSarvi(Montant.DeEuros(alloue), Jour)!;

        Assert.Equal(Montant.DeEuros(attendu), etape.Resultat);
        Assert.NotEmpty(etape.Sources);
        Assert.Null(ParametresDesVoies.Embarques.AvanceDuSarvi(Montant.DeEuros(alloue), new(2008, 9, 30)));
    }

    [Fact]
    public void Le_maximum_de_706_14_est_trois_fois_le_plafond_mensuel() =>
        Assert.Equal(Montant.DeEuros(4822.50m), ParametresDesVoies.Embarques.MaximumPlafonne(Jour)!.Resultat); // 19 290 ÷ 12 × 3

    [Fact]
    public void Le_recouvrement_attend_la_decision_definitive_et_l_absence_de_droit_a_la_commission()
    {
        var dossier = UnFait.Dans(Images) with
        {
            Procedure = new() { JoursDItt = 0, Decisions = [new() { Date = new(2026, 6, 1), Definitive = true }] },
            Droits = new() { IncapacitePermanente = Reponse.Non, PartieCivile = Reponse.Oui, PayesParLAuteur = Reponse.Non, BiensSaisis = Reponse.Oui, DommagesInterets = Montant.DeEuros(6000) },
        };

        Assert.Equal(EtatDeVoie.Ouverte, Etat(dossier, "sarvi"));
        Assert.Equal(Montant.DeEuros(1800), ExamenDesVoies.Examiner(dossier, Jour).Single(v => v.Id == "sarvi").Montant!.Resultat);
        Assert.Equal(EtatDeVoie.Ouverte, Etat(dossier, "agrasc"));
        Assert.Equal(EtatDeVoie.Fermee, Etat(dossier with { Droits = dossier.Droits with { CiviObtenue = Reponse.Oui } }, "agrasc"));
        Assert.Equal(EtatDeVoie.Manque, Etat(dossier with { Procedure = new() { JoursDItt = 0 } }, "sarvi"));
    }

    [Fact]
    public void Accepter_une_offre_passe_par_le_juge_des_tutelles_tant_que_l_enfant_est_mineure()
    {
        var dossier = UnFait.Dans(Images) with { Chiffrage = new() { Offres = [new() { Id = "o1" }] } };

        Assert.Equal(EtatDeVoie.Ouverte, Etat(dossier, "juge-des-tutelles"));
        Assert.Equal(EtatDeVoie.Fermee, ExamenDesVoies.Examiner(dossier, new(2028, 5, 1)).Single(v => v.Id == "juge-des-tutelles").Etat);
    }

    [Fact]
    public void Un_texte_de_memoire_ne_donne_jamais_une_voie_simplement_ouverte()
    {
        var dossier = UnFait.Dans(Images) with { Organismes = [new() { Id = "cpam", Nature = NatureOrganisme.AssuranceMaladie }] };

        Assert.Equal(EtatDeVoie.AVerifier, Etat(dossier, "caisse"));
    }

    [Fact]
    public void Un_dossier_vide_ne_ferme_ni_n_ouvre_la_commission()
    {
        var vide = new Dossier { Reference = "FICTIF-2", Pseudonyme = "Iris" };

        Assert.DoesNotContain(ExamenDesVoies.Examiner(vide, Jour), v => v.Etat is EtatDeVoie.Ouverte && v.Nature is NatureDeVoie.Fonds or NatureDeVoie.Recouvrement && v.Etat == EtatDeVoie.Ouverte);
        Assert.All(ExamenDesVoies.Examiner(vide, Jour), v => Assert.NotEmpty(v.Conditions));
    }

    [Fact]
    public void L_organe_porte_le_nom_du_jour_et_la_reforme_de_2029_se_dit_discutee()
    {
        Assert.Equal("commission d’indemnisation des victimes d’infractions", Organe(new(2028, 12, 31)));
        Assert.Equal("juridiction d’indemnisation des victimes", Organe(new(2029, 1, 1)));
        Assert.Equal("tribunal délictuel", Textes.Nom("tribunal_correctionnel", new(2029, 1, 1)).Nom);
        Assert.Equal(Confiance.Contradictoire, Textes.Nom("tribunal_correctionnel", new(2029, 1, 1)).Source.Confiance);
        Assert.Contains("2030", Textes.Nom("tribunal_correctionnel", new(2029, 1, 1)).Reserve, StringComparison.Ordinal);
        Assert.Contains("L. 1440-1", Textes.Nom("droit-a-reparation", new(2029, 1, 1)).Nom, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Textes.Nom("inconnu", Jour));

        static string Organe(DateOnly jour) => ExamenDesVoies.Examiner(UnFait.Dans(Images), jour).Single(v => v.Id == "civi-integrale").Organe;
    }

    [Fact]
    public void Les_noms_se_suivent_sans_trou_et_chaque_premier_janvier_en_a_un_seul() => Assert.All(Textes.Identifiants, id =>
    {
        var versions = Textes.Versions(id);
        Assert.All(versions.Zip(versions.Skip(1)), p => Assert.Equal(p.First.Au!.Value.AddDays(1), p.Second.Du));
        for (var jour = new DateOnly(versions[0].Du.Year + 1, 1, 1); jour.Year <= 2035; jour = jour.AddYears(1))
        {
            Assert.Equal(Textes.EstPerime(id, jour) ? 0 : 1, versions.Count(v => v.Du <= jour && !(v.Au < jour)));
            Assert.True(!Textes.EstPerime(id, jour) || (jour.Year >= 2029 && id.StartsWith("cpp-", StringComparison.Ordinal)), $"{id} n’a pas de nom au {jour:O}.");
        }
    });

    [Fact]
    public void Une_somme_fixee_par_la_loi_repond_chaque_premier_janvier_depuis_sa_premiere_date()
    {
        var parametres = ParametresDesVoies.Embarques;
        foreach (var somme in new Func<DateOnly, Etape?>[]
        {
            parametres.PlafondDesViolences, parametres.MaximumPlafonne, j => parametres.AvanceDuSarvi(Montant.DeEuros(5_000), j),
        })
        {
            var annees = Enumerable.Range(1990, 46).Select(a => somme(new(a, 1, 1)) is not null).ToList();
            Assert.Contains(true, annees);
            Assert.True(annees.SkipWhile(a => !a).All(a => a));
        }
    }

    [Fact]
    public void Une_reponse_inconnue_ne_ferme_jamais_et_etablir_n_ouvre_qu_avec_sa_raison() =>
        Gen.Select(Gen.Enum<Reponse>().Array[8], Gen.Int[0, 60], Gen.Enum<StadeProcedure>()).Sample((r, itt, stade) =>
        {
            var dossier = UnFait.Dans(Images) with
            {
                Procedure = new() { JoursDItt = itt, Stade = stade },
                Droits = new() { IncapacitePermanente = r[0], NationaliteFrancaise = r[1], CiviObtenue = r[2], PartieCivile = r[3], BiensSaisis = r[4], SituationGrave = r[5], RessourcesSousPlafond = r[6], AutreRegime = r[7] },
            };
            foreach (var voie in ExamenDesVoies.Examiner(dossier, Jour))
            {
                var exigees = voie.Conditions.Where(c => c.Groupe.Length == 0).ToList();
                var groupes = voie.Conditions.Where(c => c.Groupe.Length > 0).GroupBy(c => c.Groupe).ToList();
                Assert.Equal(voie.Etat == EtatDeVoie.Fermee, exigees.Exists(c => c.Reponse == Reponse.Non) || groupes.Exists(g => g.All(c => c.Reponse == Reponse.Non)));
                Assert.Equal(voie.Etat is EtatDeVoie.Ouverte or EtatDeVoie.AVerifier, exigees.TrueForAll(c => c.Reponse == Reponse.Oui) && groupes.TrueForAll(g => g.Any(c => c.Reponse == Reponse.Oui)));
            }
        });

    private static EtatDeVoie Etat(Dossier dossier, string id) => ExamenDesVoies.Examiner(dossier, Jour).Single(v => v.Id == id).Etat;
}
