using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

/// <summary>Ce que le capital dit autour de sa somme : comparaisons, avertissements, jours de valeur, scénarios, foyers.</summary>
public sealed class CapitalTests
{
    // Fille née le 1er mars 2008 ; consolidée à 18 ans, jugée à 19 ans.
    private static readonly Rente Soins = new() { Libelle = "soins", Montant = Euros(1000) };

    private static readonly ScenarioDeCarriere Court = new()
    {
        Libelle = "études courtes",
        DesLAge = 20,
        JusquALAge = 64,
        ReferenceParAn = Euros(24600),
        ResiduelParAn = Euros(15000),
        Probabilite = 50,
        Raisons = "Bulletins.",
    };

    private static readonly ScenarioDeCarriere Long = Court with { Libelle = "études longues", DesLAge = 23, ReferenceParAn = Euros(33900), Probabilite = 30 };

    private static Dossier Choisir(Func<Chiffrage, Chiffrage> choix) => Consolide with { Chiffrage = choix(Consolide.Chiffrage) };

    private static SaisiePoste Dsf(params IReadOnlyList<Rente> rentes) => new() { Code = "DSF", Rentes = rentes };

    [Fact]
    public void Chaque_comparaison_dit_son_ecart_au_capital_retenu()
    {
        var chiffree = Choisir(c => c with { DateDeDecision = Cas.Jour("2027-06-09") }).Chiffrer(Dsf(Soins with { Du = Cas.Jour("2030-01-01") }));

        Assert.Equal(chiffree.Comparaisons.Count, chiffree.Comparaisons.Select(c => c.Libelle).Distinct().Count());
        string[] attendues =
        [
            "années révolues", "usage", "2022, 0", "2022, −1", "2020", "2018", "2013", "2011", "2023-2025", "TD 88-90",
            "sans distinction de sexe", "chaque mois", "Ogden", "taux de 0\u00a0%", "taux de 1\u00a0%",
        ];
        Assert.All(attendues, mot => Assert.Contains(chiffree.Comparaisons, c => c.Libelle.Contains(mot, StringComparison.Ordinal)));
        Assert.All(chiffree.Comparaisons, c => Assert.EndsWith(
            $"écart\u00a0: {(c.Resultat > chiffree.Montant ? "+" : "")}{c.Resultat - chiffree.Montant}", c.Formule, StringComparison.Ordinal));
        Assert.Contains(chiffree.Comparaisons, c => c.Libelle.Contains("pour comparaison seulement", StringComparison.Ordinal));
    }

    [Fact]
    public void L_arrete_de_2023_ne_se_compare_que_jusqu_a_vingt_et_un_ans()
    {
        static bool Arrete(Comparaison c) => c.Libelle.Contains("arrêté", StringComparison.Ordinal);

        Assert.Contains(Consolide.Chiffrer(Dsf(Soins with { JusquALAge = 21 })).Comparaisons, Arrete);
        Assert.DoesNotContain(Consolide.Chiffrer(Dsf(Soins with { JusquALAge = 22 })).Comparaisons, Arrete);
    }

    [Fact]
    public void Un_coefficient_imprime_commande_et_le_prix_calcule_se_compare()
    {
        var chiffree = Consolide.Chiffrer(Dsf(Soins with { Du = Cas.Jour("2027-03-01"), CoefficientImprime = 60.123m, ReferenceDuCoefficient = "barème, page 3" }));

        Assert.Equal(Euros(60123), chiffree.Montant);
        Assert.Contains("barème, page 3", chiffree.Calcul.Details[0].Details[0].Formule, StringComparison.Ordinal);
        Assert.Contains("prix calculé par le logiciel", chiffree.Comparaisons[0].Libelle, StringComparison.Ordinal);
        Assert.NotEqual(Euros(60123), chiffree.Comparaisons[0].Resultat);
    }

    [Fact]
    public void L_echu_a_revaloriser_se_divise_par_annee_civile_avec_son_jour_de_valeur()
    {
        var rente = Soins with { Du = Cas.Jour("2026-03-01"), Au = Cas.Jour("2027-01-31") };
        var simple = Assert.Single(Consolide.Chiffrer(Dsf(rente)).Calcul.Details[0].Details);
        Assert.Empty(simple.Details);
        var etape = Assert.Single(Choisir(c => c with { Actualiser = true }).Chiffrer(Dsf(rente)).Calcul.Details[0].Details);

        Assert.Equal(["1\u202f000,00\u00a0€ × 306 j ÷ 365", "1\u202f000,00\u00a0€ × 31 j ÷ 365"], etape.Details.Select(d => d.Formule));
        Assert.Equal([Cas.Jour("2026-07-31"), Cas.Jour("2027-01-16")], etape.Details.Select(d => d.ValeurAu));
    }

    [Fact]
    public void Deux_lignes_du_meme_nom_qui_courent_ensemble_sont_signalees()
    {
        var suite = Consolide.Chiffrer(Dsf(Soins with { JusquALAge = 25 }, Soins with { DesLAge = 25 }));
        Assert.Empty(suite.Avertissements);
        var ensemble = Consolide.Chiffrer(Dsf(Soins with { JusquALAge = 26 }, Soins with { DesLAge = 25 }));
        Assert.Contains("1er\u00a0mars 2033", Assert.Single(ensemble.Avertissements), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_choix_qui_se_plaide_demande_ses_raisons()
    {
        foreach (var (choix, mot) in new (Func<Chiffrage, Chiffrage>, string)[]
        {
            (c => c with { PaiementMensuel = true }, "paiement mensuel"),
            (c => c with { Methode = MethodeDeCapitalisation.CourbeAnnuelle, Courbe = [new() { Annee = 1, Taux = 2 }] }, "méthode annuelle paramétrable"),
            (c => c with { Bareme = "insee-2023-2025" }, "Aucun barème publié"),
        })
        {
            Assert.Contains(mot, Assert.Single(Choisir(choix).Chiffrer(Dsf(Soins)).Avertissements), StringComparison.Ordinal);
            Assert.Empty(Choisir(c => choix(c) with { MotifDeCapitalisation = "Raisons." }).Chiffrer(Dsf(Soins)).Avertissements);
        }
    }

    [Theory]
    [InlineData("td-88-90", "ne sert qu’à comparer")]
    [InlineData("rentes-2023", "ne sert qu’à comparer")]
    public void Ce_qui_ne_sert_qu_a_comparer_ne_capitalise_pas(string bareme, string mot) => Assert.Contains(
        mot, Choisir(c => c with { Bareme = bareme }).Reserver(Dsf(Soins)).Motif, StringComparison.Ordinal);

    [Fact]
    public void Une_saisie_incomplete_ou_hors_bornes_est_reservee()
    {
        Assert.Contains("412", Consolide.Reserver(Dsf(Soins with { HeuresParJour = 2, TauxHoraire = Euros(20), JoursParAn = 400 })).Motif, StringComparison.Ordinal);
        Assert.Contains("vont ensemble", Consolide.Reserver(Dsf(Soins with { TauxHoraire = Euros(20) })).Motif, StringComparison.Ordinal);
        Assert.Contains("croissance", Consolide.Reserver(Dsf(Soins with { Croissance = 11 })).Motif, StringComparison.Ordinal);
        Assert.Contains("104\u00a0ans", Consolide.Reserver(Dsf(Soins with { Du = Cas.Jour("2113-03-01") })).Motif, StringComparison.Ordinal);
        Assert.Contains("s’arrête le 1er\u00a0janvier 2026", Consolide.Reserver(Dsf(Soins with { Au = Cas.Jour("2026-01-01") })).Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void La_somme_des_scenarios_est_une_esperance_et_le_dit()
    {
        var chiffree = Consolide.Chiffrer(new() { Code = "PGPF", Scenarios = [Court, Long] });

        Assert.Equal(chiffree.Montant, Montant.Total(chiffree.Calcul.Details.Select(d => d.Resultat)));
        Assert.Contains("24\u202f600,00\u00a0€ − 15\u202f000,00\u00a0€ = 9\u202f600,00\u00a0€ par an, probabilité 50\u00a0%", chiffree.Calcul.Details[0].Libelle, StringComparison.Ordinal);
        Assert.Contains("20\u00a0%", Assert.Single(chiffree.Avertissements), StringComparison.Ordinal);
        var entier = chiffree.Comparaisons.Single(c => c.Libelle == "scénario «\u00a0études courtes\u00a0» à 100\u00a0%");
        Assert.InRange(entier.Resultat.Euros - (2 * chiffree.Calcul.Details[0].Resultat.Euros), -0.01m, 0.01m);

        var cumul = Consolide.Chiffrer(new() { Code = "PGPF", Scenarios = [Court, Long], Rentes = [Soins] });
        Assert.Contains(cumul.Avertissements, a => a.Contains("compté deux fois", StringComparison.Ordinal));
    }

    [Fact]
    public void Un_scenario_sans_date_ou_qui_finit_trop_tot_est_reserve()
    {
        Assert.Contains("ni âge d’entrée", Reserver(Court with { DesLAge = null }), StringComparison.Ordinal);
        Assert.Contains("sans dépasser son premier jour", Reserver(Court with { JusquALAge = 20 }), StringComparison.Ordinal);
        Assert.Contains("sont saisis", Consolide.Reserver(new() { Code = "PGPF", Scenarios = [Court, Court, Court, Court, Court] }).Motif, StringComparison.Ordinal);

        static string Reserver(ScenarioDeCarriere autre) => Consolide.Reserver(new() { Code = "PGPF", Scenarios = [autre, Long] }).Motif;
    }

    [Fact]
    public void La_perte_du_foyer_se_capitalise_sur_la_tete_du_proche()
    {
        // Calcul à la main par un script à part : 33 600,00 − 24 000,00 = 9 600,00 par an ; échu 12 414,25 ; prix 20,224.
        var foyer = new PerteDuFoyer { Libelle = "salaire", RevenuDuFoyer = Euros(42000), Autoconsommation = 20, RevenuQuiReste = Euros(24000), JusquALAge = 64 };
        var evaluation = Perte(foyer, new() { Id = "p", DateDeNaissance = Cas.Jour("1985-04-10"), Sexe = Sexe.Feminin });

        var chiffree = Assert.IsType<Evaluation.Chiffree>(evaluation);
        Assert.Equal([12414.25m, 194150.40m], chiffree.Calcul.Details[0].Details.Select(d => d.Resultat.Euros));
        Assert.Contains("table du proche", Assert.Single(chiffree.Avertissements), StringComparison.Ordinal);

        var moitie = Assert.IsType<Evaluation.Chiffree>(Perte(foyer with { PartDuProche = 50 }, new() { Id = "p", DateDeNaissance = Cas.Jour("1985-04-10"), Sexe = Sexe.Feminin }));
        Assert.InRange((2 * moitie.Montant.Euros) - chiffree.Montant.Euros, -0.03m, 0.03m);
        Assert.Contains("le sexe du proche", Assert.IsType<Evaluation.AReserver>(Perte(foyer, new() { Id = "p", DateDeNaissance = Cas.Jour("1985-04-10") })).Motif, StringComparison.Ordinal);
        Assert.Contains("n’y a pas de perte", Assert.IsType<Evaluation.AReserver>(
            Perte(foyer with { RevenuQuiReste = Euros(40000) }, new() { Id = "p", DateDeNaissance = Cas.Jour("1985-04-10"), Sexe = Sexe.Feminin })).Motif, StringComparison.Ordinal);

        static Evaluation Perte(PerteDuFoyer foyer, Proche proche) => (Consolide with
        {
            Enfant = Consolide.Enfant with { DecedeLe = Cas.Jour("2026-02-14") },
            Chiffrage = Consolide.Chiffrage with { DateDeDecision = Cas.Jour("2027-06-01") },
            Proches = [proche with { Postes = [new() { Code = "PRP-D", Foyers = [foyer] }] }],
        }).Evaluer().Proches[0].Postes[0].Evaluation;
    }
}
