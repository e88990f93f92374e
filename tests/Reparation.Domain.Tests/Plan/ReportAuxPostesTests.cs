using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Plan;

public sealed class ReportAuxPostesTests
{
    private static readonly DateOnly Debut = new(2026, 1, 5);

    [Theory]
    [InlineData(Rythme.ParSemaine, "2026-07-03", 26)] // 180 jours : la vingt-sixième semaine ne commence que le 6 juillet
    [InlineData(Rythme.ParSemaine, "2026-01-05", 1)]
    [InlineData(Rythme.ParMois, "2026-06-04", 5)]
    [InlineData(Rythme.ParMois, "2026-06-05", 6)]
    [InlineData(Rythme.ParAn, "2027-01-04", 1)]
    [InlineData(Rythme.UneFois, "2026-12-31", 1)]
    public void Compte_les_echeances_depuis_le_premier_jour(Rythme rythme, string au, int attendu)
    {
        var ligne = Assert.Single(ReportAuxPostes.Proposer(Dossier(Action("DSA") with { Rythme = rythme, Au = Jour(au) })).Lignes);

        Assert.Equal("DSA", ligne.Poste);
        Assert.Equal(attendu, ligne.Depense!.Quantite);
        Assert.Equal(Montant.DeEuros(50), ligne.Depense.PrixUnitaire); // 70 € moins 20 € payés par un tiers
    }

    [Fact]
    public void La_consolidation_separe_la_depense_de_la_rente()
    {
        var dossier = Dossier(Action("DSA") with { Au = new(2026, 12, 31) });
        dossier = dossier with { Chiffrage = dossier.Chiffrage with { Consolidation = new(2026, 3, 1) } };

        var lignes = ReportAuxPostes.Proposer(dossier).Lignes;

        Assert.Equal(["DSA", "DSF"], lignes.Select(l => l.Poste));
        Assert.Equal(8, lignes[0].Depense!.Quantite);
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31)), (lignes[1].Rente!.Du, lignes[1].Rente!.Au));
        Assert.Equal((Montant.DeEuros(50), Periodicite.Hebdomadaire), (lignes[1].Rente!.Montant, lignes[1].Rente!.Periodicite));
    }

    [Theory]
    [InlineData("FD", DomaineDeVie.Scolarite, "PSU")]
    [InlineData("FD", DomaineDeVie.Sante, "DSF")]
    [InlineData("ATP", DomaineDeVie.Famille, "ATP")]
    public void Apres_la_consolidation_chaque_cout_a_son_poste(string choisi, DomaineDeVie domaine, string attendu)
    {
        var dossier = Dossier(Action(choisi) with { Domaine = domaine, Au = new(2026, 12, 31) });
        dossier = dossier with { Chiffrage = dossier.Chiffrage with { Consolidation = Debut } };

        Assert.Equal(attendu, Assert.Single(ReportAuxPostes.Proposer(dossier).Lignes).Poste);
    }

    [Fact]
    public void Ce_qui_ne_peut_pas_entrer_dit_pourquoi()
    {
        var dossier = Dossier(
            Action("DSF") with { Id = "a1", Au = null }, Action("SE") with { Id = "a2" }, Action("DSA") with { Id = "a3", Du = null },
            Action("") with { Id = "a4" }, Action("DSA") with { Id = "a5", Payeurs = [new() { Payeur = "association" }] });

        var (lignes, retenues) = ReportAuxPostes.Proposer(dossier);

        Assert.Empty(lignes);
        Assert.Equal(["a1", "a2", "a3"], retenues.Select(r => r.Action.Id));
        Assert.StartsWith("Le dernier jour manque", retenues[0].Raison, StringComparison.Ordinal);
    }

    [Fact]
    public void Des_frais_divers_qui_suivent_la_consolidation_ne_deviennent_pas_des_soins()
    {
        var dossier = Dossier(Action("FD") with { Domaine = DomaineDeVie.Numerique, Au = new(2026, 12, 31) });
        dossier = dossier with { Chiffrage = dossier.Chiffrage with { Consolidation = new(2026, 3, 1) } };

        var (lignes, retenues) = ReportAuxPostes.Proposer(dossier);

        Assert.Equal(("FD", 8m), (Assert.Single(lignes).Poste, lignes[0].Depense!.Quantite));
        Assert.StartsWith("Les frais divers finissent", Assert.Single(retenues).Raison, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_payeur_qui_s_arrete_donne_deux_lignes_puis_deux_rentes_bout_a_bout()
    {
        var action = Action("DSA") with { Payeurs = [new() { Payeur = "complementaire", ParUnite = Montant.DeEuros(20), Au = new(2026, 3, 31) }, new() { Payeur = "avance-famille" }] };
        var avant = Dossier(action);
        Assert.Equal([(13m, 50m), (13m, 70m)], ReportAuxPostes.Proposer(avant).Lignes.Select(l => (l.Depense!.Quantite, l.Depense.PrixUnitaire.Euros)));

        var apres = avant with { Chiffrage = avant.Chiffrage with { Consolidation = Debut } };
        Assert.Equal(
            [(Debut, new DateOnly(2026, 3, 31), 50m), (new DateOnly(2026, 4, 1), new DateOnly(2026, 7, 3), 70m)],
            ReportAuxPostes.Proposer(apres).Lignes.Select(l => (l.Rente!.Du!.Value, l.Rente.Au!.Value, l.Rente.Montant.Euros)));

        // Une tranche corrigée à la main se montre seule ; les pièces de l'autre la suivent.
        var porte = ReportAuxPostes.Reporter(avant);
        var poste = Assert.Single(porte.Chiffrage.Postes);
        var corrige = porte with { Chiffrage = porte.Chiffrage with { Postes = [poste with { Depenses = [poste.Depenses[0] with { Pieces = ["p1"] }, poste.Depenses[1] with { Quantite = 12 }] }] } };
        Assert.StartsWith("12", Assert.Single(ReportAuxPostes.Mouvements(corrige)).Avant, StringComparison.Ordinal);
        Assert.Equal(["p1"], ReportAuxPostes.Reporter(corrige).Chiffrage.Postes[0].Depenses[0].Pieces);
    }

    [Fact]
    public void Un_plan_change_montre_ce_qui_bougerait_puis_se_retire_avec_son_poste()
    {
        var porte = ReportAuxPostes.Reporter(Dossier(Action("DSA")));
        Assert.Empty(ReportAuxPostes.Mouvements(porte));

        var plus = porte with { Plan = porte.Plan with { Actions = [Action("DSA") with { Quantite = 2 }] } };
        var mouvement = Assert.Single(ReportAuxPostes.Mouvements(plus));
        Assert.Equal("26 × 50,00 €, à partir du 5 janvier 2026", mouvement.Avant!.Replace('\u00A0', ' ').Replace('\u202F', ' '));
        Assert.Equal("52 × 50,00 €, à partir du 5 janvier 2026", mouvement.Apres!.Replace('\u00A0', ' ').Replace('\u202F', ' '));

        var vide = porte with { Plan = new() };
        Assert.Null(Assert.Single(ReportAuxPostes.Mouvements(vide)).Apres);
        Assert.Empty(ReportAuxPostes.Reporter(vide).Chiffrage.Postes);
    }

    [Fact]
    public void Une_ligne_saisie_reste_une_piece_jointe_suit_et_un_doublon_se_retire()
    {
        var main = new Depense { Libelle = "Lunettes", PrixUnitaire = Montant.DeEuros(120) };
        var dossier = Dossier(Action("DSA"));
        dossier = dossier with { Chiffrage = dossier.Chiffrage with { Postes = [new() { Code = "DSA", Depenses = [main] }] } };
        var porte = ReportAuxPostes.Reporter(dossier);
        var poste = Assert.Single(porte.Chiffrage.Postes);
        Assert.Equal(main, poste.Depenses[0]);

        var prouve = poste.Depenses[1] with { Pieces = ["p1"] };
        porte = porte with { Chiffrage = porte.Chiffrage with { Postes = [poste with { Depenses = [main, prouve] }] } };
        Assert.Empty(ReportAuxPostes.Mouvements(porte));
        Assert.Equal(["p1"], ReportAuxPostes.Reporter(porte).Chiffrage.Postes[0].Depenses[1].Pieces);

        var copie = porte with { Chiffrage = porte.Chiffrage with { Postes = [poste with { Depenses = [main, prouve, prouve] }] } };
        Assert.Null(Assert.Single(ReportAuxPostes.Mouvements(copie)).Apres);
        Assert.Equal(2, ReportAuxPostes.Reporter(copie).Chiffrage.Postes[0].Depenses.Count);
    }

    [Theory]
    [InlineData("Suivi", true)] // même objet
    [InlineData("Psychologue", true)] // même nature, au même moment
    public void Un_cout_demande_a_la_main_et_par_le_plan_leve_une_alerte(string libelle, bool attendu)
    {
        var porte = ReportAuxPostes.Reporter(Dossier(Action("DSA")));
        Assert.False(Alerte(porte));

        var poste = porte.Chiffrage.Postes[0];
        var main = new Depense { Libelle = libelle, Nature = NatureDepense.Soins, Date = new(2026, 2, 2), PrixUnitaire = Montant.DeEuros(70) };
        Assert.Equal(attendu, Alerte(porte with { Chiffrage = porte.Chiffrage with { Postes = [poste with { Depenses = [.. poste.Depenses, main] }] } }));

        static bool Alerte(Dossier dossier) => Chiffreur.Evaluer(dossier, Editions.Embarquees).Directs
            .Single(p => p.Poste.Code == "DSA").Alertes.Any(a => a.Regle == "cout-du-plan-compte-deux-fois");
    }

    [Fact]
    public void La_somme_des_lignes_est_celle_des_restes_a_charge_et_un_second_report_ne_change_rien() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[0, 900], Gen.Int[0, 700], Gen.Int[0, 1000], Gen.Int[0, 4]).Array[1, 6].Sample(tirages =>
        {
            var actions = tirages.Select((t, i) => Action(ReportAuxPostes.Postes[t.Item6 == 3 ? 0 : t.Item6]) with
            {
                Id = $"a{i}",
                Rythme = (Rythme)t.Item1,
                Quantite = t.Item2,
                Du = Debut.AddDays(t.Item4),
                Au = Debut.AddDays(t.Item4 + t.Item3),
                CoutUnitaire = Montant.DeEuros(t.Item5),
                Payeurs = [new() { Payeur = "association", ParUnite = Montant.DeEuros(t.Item5 / 3) }],
            }).ToArray();
            var dossier = Dossier(actions);
            dossier = dossier with { Chiffrage = dossier.Chiffrage with { Consolidation = Debut.AddDays(400) } };

            // Référence indépendante : chaque échéance, jour par jour, avant la consolidation ou pour les postes qui restent des dépenses.
            var attendu = 0m;
            foreach (var action in actions)
            {
                var (reste, jour, rang) = (action.CoutUnitaire.Euros - action.Payeurs[0].ParUnite!.Value.Euros, action.Du!.Value, 0);
                while (jour <= (action.Rythme == Rythme.UneFois ? action.Du : action.Au))
                {
                    var enRente = jour >= Debut.AddDays(400) && action.Poste != "PSU" && action.Rythme != Rythme.UneFois;
                    attendu += enRente ? 0 : action.Quantite * reste;
                    rang++;
                    jour = action.Rythme switch
                    {
                        Rythme.ParSemaine => action.Du.Value.AddDays(7 * rang),
                        Rythme.ParMois => action.Du.Value.AddMonths(rang),
                        Rythme.ParAn => action.Du.Value.AddYears(rang),
                        _ => DateOnly.MaxValue,
                    };
                }
            }

            var porte = ReportAuxPostes.Reporter(dossier);
            var somme = porte.Chiffrage.Postes.SelectMany(p => p.Depenses).Sum(d => d.Quantite * d.PrixUnitaire.Euros);
            return somme == attendu && ReportAuxPostes.Mouvements(porte).Count == 0;
        });

    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static ActionDuPlan Action(string poste) => new()
    {
        Id = "a1",
        Intitule = "Suivi",
        Domaine = DomaineDeVie.SoinsPsychiques,
        Du = Debut,
        Au = new(2026, 7, 3),
        Rythme = Rythme.ParSemaine,
        CoutUnitaire = Montant.DeEuros(70),
        Payeurs = [new() { Payeur = "complementaire", ParUnite = Montant.DeEuros(20) }],
        Poste = poste,
    };

    private static Dossier Dossier(params ActionDuPlan[] actions) => new()
    {
        Reference = "2026-900",
        Pseudonyme = "Fictive",
        Enfant = new() { DateDeNaissance = new(2012, 3, 4), Sexe = Sexe.Feminin },
        Chiffrage = new() { DateDeDecision = new(2026, 9, 1) },
        Plan = new() { Actions = actions },
    };
}
