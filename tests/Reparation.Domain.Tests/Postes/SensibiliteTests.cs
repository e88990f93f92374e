using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class SensibiliteTests
{
    private static readonly Dossier Fourni = Consolide.Avec(
        Motive("SE", 15000) with { Cotation = 4 },
        Motive("DFT", 0) with { Montant = null, BaseJournaliere = Euros(28), Periodes = [Gene("2025-01-01", "2025-04-10", 50)] },
        new SaisiePoste { Code = "DFP", TauxDeDeficit = 10 },
        new SaisiePoste { Code = "ATP", Rentes = [new() { Libelle = "aide", Montant = Euros(6000), Du = Cas.Jour("2026-03-01") }] });

    private static IReadOnlyList<Variation> Mesurer(Dossier dossier) => Sensibilite.Mesurer(dossier, Editions.Embarquees);

    [Fact]
    public void Un_dossier_vide_ne_varie_en_rien() => Assert.Empty(Mesurer(Consolide));

    [Fact]
    public void Les_variations_vont_de_la_plus_large_a_la_plus_etroite_autour_du_total_retenu()
    {
        var variations = Mesurer(Fourni);
        var retenu = Fourni.Evaluer().TotalEnfant;

        Assert.Equal(variations.OrderByDescending(v => v.Etendue).Select(v => v.Libelle), variations.Select(v => v.Libelle));
        Assert.All(variations, v =>
        {
            Assert.Equal(retenu, v.Retenu);
            Assert.True(v.Bas <= retenu && v.Haut >= retenu && v.Etendue > Montant.Zero, v.Libelle);
        });
        Assert.Contains(variations, v => v.Libelle == "Barème de capitalisation");
        Assert.Equal(variations, Mesurer(Fourni)); // rien d'aléatoire
    }

    [Fact]
    public void Un_point_de_deficit_change_de_tranche_de_taux()
    {
        // 18 ans : 9 × 2 475 = 22 275 ; 10 × 2 475 = 24 750 ; 11 × 2 800 = 30 800 (grille de 2025).
        var variation = Assert.Single(Mesurer(Consolide.Avec(new SaisiePoste { Code = "DFP", TauxDeDeficit = 10 })), v => v.Libelle.EndsWith(": taux", StringComparison.Ordinal));

        Assert.Equal((Euros(22275), Euros(24750), Euros(30800)), (variation.Bas, variation.Retenu, variation.Haut));
        Assert.Equal(("9\u00a0%", "11\u00a0%"), (variation.SiBas, variation.SiHaut));
    }

    [Fact]
    public void Une_cotation_est_mesuree_dans_sa_fourchette_puis_d_un_degre_a_l_autre()
    {
        var variations = Mesurer(Consolide.Avec(Motive("SE", 15000) with { Cotation = 4 }));

        Assert.Contains(variations, v => v.Libelle.EndsWith("fourchette", StringComparison.Ordinal) && v.Bas == Euros(8000) && v.Haut == Euros(20000));
        Assert.Contains(variations, v => v.Libelle.EndsWith("plus", StringComparison.Ordinal) && v.Bas == Euros(4000) && v.Haut == Euros(35000));
    }

    [Fact]
    public void Le_montant_journalier_va_d_une_borne_a_l_autre()
    {
        // 100 jours à 50 % : 50 × 25 = 1 250 et 50 × 33 = 1 650.
        var variation = Assert.Single(Mesurer(NonConsolide.Avec(Motive("DFT", 0) with
        {
            Montant = null,
            BaseJournaliere = Euros(28),
            Periodes = [Gene("2025-01-01", "2025-04-10", 50)],
        })));

        Assert.Equal((Euros(1250), Euros(1400), Euros(1650)), (variation.Bas, variation.Retenu, variation.Haut));
    }

    [Fact]
    public void Les_heures_et_la_chance_se_mesurent_sans_toucher_au_reste()
    {
        var aide = new AideHumaine { Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2025-01-07"), HeuresParSemaine = 10, TauxHoraire = Euros(20) };
        var heures = Assert.Single(Mesurer(NonConsolide.Avec(new SaisiePoste { Code = "FD", Aides = [aide] })));
        Assert.Equal((Euros(180), Euros(220)), (heures.Bas, heures.Haut));

        var chance = Assert.Single(
            Mesurer(Consolide.Avec(new SaisiePoste
            {
                Code = "PGPF",
                Motif = "Motif d'essai.",
                Rentes = [new() { Libelle = "perte", Montant = Euros(1000), Du = Cas.Jour("2026-03-01"), Au = Cas.Jour("2027-02-28"), Chance = 50 }],
            })),
            v => v.Libelle == "Chance perdue");
        Assert.Equal(chance.Retenu.Euros * 0.8m, chance.Bas.Euros);
        Assert.Equal(chance.Retenu.Euros * 1.2m, chance.Haut.Euros);
    }

    [Fact]
    public void Une_variation_qui_ferait_tomber_un_poste_n_est_pas_comparee()
    {
        // L'édition de 2013 ne publie pas de valeur du point : le DFP y serait à réserver, non nul.
        var variations = Mesurer(Consolide.Avec(new SaisiePoste { Code = "DFP", TauxDeDeficit = 10 }));
        Assert.All(variations, v => Assert.True(v.Bas > Montant.Zero, v.Libelle));
    }
}
