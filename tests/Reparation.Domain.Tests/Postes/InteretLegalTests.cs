using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class InteretLegalTests
{
    private static readonly SerieDatee Serie = Editions.Embarquees.TrouverSerie(InteretLegal.Particuliers)!;

    private static DecompteDInterets.Etabli Compter(DemandeDInterets demande) =>
        Assert.IsType<DecompteDInterets.Etabli>(InteretLegal.Decompter(demande, Serie));

    private static DemandeDInterets Demande(decimal principal, string du, string au) => new(Euros(principal), Cas.Jour(du), Cas.Jour(au));

    [Fact]
    public void Les_interets_simples_changent_de_taux_a_chaque_semestre()
    {
        // 50 000 × 4,47 % × 181 ÷ 365 = 1 108,32 ; 50 000 × 6,82 % × 184 ÷ 365 = 1 719,01 (calcul à la main).
        var decompte = Compter(Demande(50000, "2023-01-01", "2023-12-31"));

        Assert.Equal([Euros(1108.32m), Euros(1719.01m)], decompte.Calcul.Details.Select(d => d.Resultat));
        Assert.Equal((Euros(50000), Euros(2827.33m), Euros(52827.33m)), (decompte.PrincipalDu, decompte.InteretsDus, decompte.ResteDu));
        Assert.Empty(decompte.Avertissements);
        Assert.Equal(decompte.Calcul.Resultat, Assert.Single(decompte.Lignes).Interets);
    }

    [Fact]
    public void Majoration_capitalisation_et_paiement_suivent_leurs_jours()
    {
        // Refait à part, jour par jour, par un script : 62 j à 4,47, puis 5 points de plus du 2 mai 2023 ; paiement le 15 décembre ;
        // année d'intérêts capitalisée le 1er mars 2024.
        var decompte = Compter(Demande(100000, "2023-03-01", "2024-08-31") with
        {
            ExecutoireLe = Cas.Jour("2023-03-01"),
            CapitalisationDepuis = Cas.Jour("2023-03-01"),
            Paiements = [new(Cas.Jour("2023-12-15"), Euros(20000), "virement")],
        });

        Assert.Equal(
            [759.29m, 1556.71m, 5440.44m, 454.70m, 1876.79m, 3917.52m, 2013.82m], decompte.Calcul.Details.Select(d => d.Resultat.Euros));
        Assert.Contains("majoré de 5\u00a0points", decompte.Calcul.Details[1].Libelle, StringComparison.Ordinal);
        Assert.DoesNotContain("majoré", decompte.Calcul.Details[0].Libelle, StringComparison.Ordinal);
        var paiement = decompte.Lignes[0];
        Assert.Equal((Euros(7756.44m), Euros(12243.56m), Euros(87756.44m), Montant.Zero), (paiement.SurInterets, paiement.SurPrincipal, paiement.Principal, paiement.InteretsDus));
        Assert.Equal((Cas.Jour("2024-03-01"), Euros(90087.93m)), (decompte.Lignes[1].Le, decompte.Lignes[1].Principal));
        Assert.Equal((Euros(90087.93m), Euros(5931.34m)), (decompte.PrincipalDu, decompte.InteretsDus));
        Assert.Equal(2, decompte.Avertissements.Count);
        Assert.Contains(decompte.Calcul.Sources, s => s.Intitule.Contains("1343-1", StringComparison.Ordinal) && s.Confiance == Confiance.Memoire);
    }

    [Fact]
    public void Un_paiement_plus_petit_que_les_interets_ne_touche_pas_au_principal()
    {
        // 10 000 × 8,01 % × 91 ÷ 365 = 199,70 à chaque tranche ; 150,00 reçus le 31 mars 2024.
        var decompte = Compter(Demande(10000, "2024-01-01", "2024-06-30") with { Paiements = [new(Cas.Jour("2024-03-31"), Euros(150))] });
        Assert.Equal((Euros(10000), Euros(249.40m)), (decompte.PrincipalDu, decompte.InteretsDus));
    }

    [Fact]
    public void Une_dette_eteinte_ne_porte_plus_interet_et_le_trop_percu_est_dit()
    {
        var decompte = Compter(Demande(1000, "2024-01-01", "2024-12-31") with { Paiements = [new(Cas.Jour("2024-01-31"), Euros(2000))] });

        Assert.Single(decompte.Calcul.Details);
        Assert.Equal(Montant.Zero, decompte.ResteDu);
        Assert.Equal(Euros(2000) - Euros(1000) - decompte.Calcul.Resultat, decompte.TropPercu);
        Assert.Contains(decompte.Avertissements, a => a.Contains("dépassent", StringComparison.Ordinal));
    }

    [Fact]
    public void Une_serie_perimee_le_dit() => Assert.Contains(
        "31\u00a0décembre 2026", Assert.Single(Compter(Demande(1000, "2026-12-01", "2027-01-01")).Avertissements), StringComparison.Ordinal);

    [Theory]
    [InlineData("2014-12-31", "2015-06-30", null, null, "à la main")]
    [InlineData("2024-02-01", "2024-01-31", null, null, "avant son début")]
    [InlineData("2024-02-01", "2024-12-31", "2024-01-31", null, "premier jour d’intérêt")]
    [InlineData("2024-02-01", "2024-12-31", null, "2025-01-01", "hors du compte")]
    public void Une_demande_qui_se_contredit_est_refusee_avec_sa_raison(string du, string au, string? capitalisation, string? paiement, string attendu)
    {
        var demande = Demande(1000, du, au) with
        {
            CapitalisationDepuis = capitalisation is null ? null : Cas.Jour(capitalisation),
            Paiements = paiement is null ? [] : [new(Cas.Jour(paiement), Euros(1))],
        };
        var motif = Assert.IsType<DecompteDInterets.Impossible>(InteretLegal.Decompter(demande, Serie)).Motif;
        Assert.Contains(attendu, motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_serie_d_indices_n_est_pas_un_taux() => Assert.IsType<DecompteDInterets.Impossible>(
        InteretLegal.Decompter(Demande(1000, "2024-01-01", "2024-12-31"), Editions.Embarquees.TrouverSerie("ipc-hors-tabac")!));

    [Fact]
    public void Le_solde_est_toujours_le_principal_plus_les_interets_moins_les_paiements() => Gen.Select(
        Gen.Int[1, 10_000_000], Gen.Int[0, 2000], Gen.Int[0, 1200], Gen.Bool, Gen.Bool, Gen.Select(Gen.Int[0, 1200], Gen.Int[1, 3_000_000]).Array[0, 4]).Sample(
        (centimes, decalage, jours, majore, capitalise, recus) =>
    {
        var du = new DateOnly(2019, 1, 1).AddDays(decalage);
        var paiements = recus.Where(r => r.Item1 <= jours).Select(r => new PaiementRecu(du.AddDays(r.Item1), Euros(r.Item2 / 100m))).ToList();
        var principal = Euros(centimes / 100m);
        var decompte = Compter(new(principal, du, du.AddDays(jours))
        {
            ExecutoireLe = majore ? du : null,
            CapitalisationDepuis = capitalise ? du : null,
            Paiements = paiements,
        });

        return decompte.ResteDu == principal + decompte.Calcul.Resultat - Montant.Total(paiements.Select(p => p.Montant)) + decompte.TropPercu
            && decompte.Calcul.Resultat == Montant.Total(decompte.Lignes.Select(l => l.Interets))
            && decompte.PrincipalDu >= Montant.Zero && decompte.InteretsDus >= Montant.Zero
            && decompte.Lignes.All(l => l.Paiement >= l.SurInterets + l.SurPrincipal);
    });
}
