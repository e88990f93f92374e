using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class ImputationTests
{
    private static readonly Gen<Montant> Sommes = Gen.Int[0, 10_000_000].Select(c => Euros(c / 100m));

    private static Dossier Mode(ModeDImputation mode, decimal? part = null, string motif = "") => NonConsolide with
    {
        Chiffrage = NonConsolide.Chiffrage with { Imputation = mode, PartDuDroit = part, MotifDeLaPart = motif },
    };

    private static Prestation Verse(string organisme, decimal euros, string preuve = "") =>
        new() { Organisme = organisme, Montant = Euros(euros), PreuveDuRecours = preuve };

    [Theory]
    [InlineData(ModeDImputation.Auteur, 5000, 5000)] // dette 10 000 ; la victime d'abord : 20 000 − 15 000
    [InlineData(ModeDImputation.Civi, 0, 10000)] // dette 10 000 moins 15 000
    public void La_part_du_droit_s_applique_a_l_evaluation_avant_les_prestations(ModeDImputation mode, decimal victime, decimal tiers)
    {
        var bilan = Mode(mode, 50, "Décision d'essai.").Avec(Motive("PGPA", 20000) with { Prestations = [Verse("cpam", 15000)] }).Evaluer();
        var poste = bilan.Directs.Single(p => p.Poste.Code == "PGPA");

        Assert.Equal((0.5m, Euros(20000), Euros(victime), Euros(tiers)), (bilan.PartDuDroit, poste.Brut, poste.Demande, poste.TiersPayeurs));
        Assert.Equal(Euros(10000), poste.Droit);
    }

    [Fact]
    public void Une_part_sans_motif_ne_limite_rien() =>
        Assert.Equal((1m, Euros(1000)), Mode(ModeDImputation.Civi, 50, " ").Avec(Motive("SE", 1000)).Evaluer() is var b ? (b.PartDuDroit, b.TotalEnfant) : default);

    [Fact]
    public void Plusieurs_tiers_se_partagent_le_reste_au_centime()
    {
        // Dette 1 000,00 ; préférence : 2 000 − 1 500 = 500 ; reste 500,00 au prorata de 100, 700 et 700.
        var poste = Mode(ModeDImputation.Auteur, 50, "Décision d'essai.")
            .Poste(Motive("PGPA", 2000) with { Prestations = [Verse("a", 100), Verse("b", 400), Verse("c", 700), Verse("b", 300)] });

        Assert.Equal([("a", Euros(100), Euros(33.34m)), ("b", Euros(700), Euros(233.33m)), ("c", Euros(700), Euros(233.33m))],
            poste.ParTiers.Select(p => (p.Organisme, p.Prestations, p.Montant)));
        Assert.Equal(Euros(500), poste.TiersPayeurs);
    }

    [Fact]
    public void Un_poste_personnel_n_est_ouvert_au_recours_que_preuve_a_l_appui()
    {
        var saisie = Motive("SE", 1000);
        Assert.Equal(Euros(1000), NonConsolide.Poste(saisie with { Prestations = [Verse("a", 400)] }).Demande);
        Assert.Equal(Euros(600), NonConsolide.Poste(saisie with { Prestations = [Verse("a", 400, "Décompte d'essai."), Verse("b", 100)] }).Demande);
    }

    [Fact]
    public void Devant_la_commission_l_indemnite_d_un_autre_debiteur_se_retire_de_son_poste_et_une_seule_fois()
    {
        var dossier = Mode(ModeDImputation.Civi).Avec(Motive("SE", 1000), Motive("PET", 500)) with
        {
            Versements =
            [
                new() { Genre = GenreVersement.AutreIndemnite, Payeur = "Assureur d'essai", Montant = Euros(700), Poste = "PET" },
                new() { Genre = GenreVersement.AutreIndemnite, Payeur = "Assureur d'essai", Montant = Euros(50) },
            ],
        };
        var bilan = dossier.Evaluer();

        // L'excédent de 200 sur le PET ne passe pas aux souffrances endurées.
        Assert.Equal((Euros(1000), Euros(500), Euros(50), Euros(950)), (bilan.TotalEnfant, bilan.TotalTiersPayeurs, bilan.Provisions, bilan.Solde));
        Assert.Equal("Assureur d'essai", Assert.Single(bilan.Directs.Single(p => p.Poste.Code == "PET").ParTiers).Organisme);

        var contreLAuteur = (dossier with { Chiffrage = dossier.Chiffrage with { Imputation = ModeDImputation.Auteur } }).Evaluer();
        Assert.Equal((Euros(1500), Euros(750), Euros(750)), (contreLAuteur.TotalEnfant, contreLAuteur.Provisions, contreLAuteur.Solde));
    }

    [Fact]
    public void Chaque_somme_recue_est_nommee_par_sa_nature_sa_date_et_son_poste()
    {
        var dossier = NonConsolide.Avec(Motive("SE", 9000)) with
        {
            MisEnCause = [new() { Id = "m1", Designation = "M. X" }],
            Proches = [new() { Id = "mere", Postes = [Motive("PAF-S", 5000)] }],
            Versements =
            [
                new() { Genre = GenreVersement.Provision, Payeur = "fonds de garantie", Montant = Euros(1), Date = Cas.Jour("2026-03-03"), Poste = "SE" },
                new() { Genre = GenreVersement.PaiementDeLAuteur, Montant = Euros(2), MisEnCause = "m1", Date = Cas.Jour("2026-03-01") },
                new() { Genre = GenreVersement.AvanceDuSarvi, Montant = Euros(3) },
                new() { Genre = GenreVersement.PaiementDeLAgrasc, Montant = Euros(4) },
                new() { Genre = GenreVersement.AutreIndemnite, Payeur = "Assureur d'essai", Montant = Euros(5) },
                new() { Genre = GenreVersement.Provision, Payeur = "fonds de garantie", Montant = Euros(600), Proche = "mere" },
            ],
        };
        var bilan = dossier.Evaluer();

        Assert.Equal(
        [
            "provision versée par fonds de garantie, le 3\u00a0mars 2026, allouée pour le poste Souffrances endurées",
            "paiement de l’auteur (M. X), le 1er\u00a0mars 2026",
            "avance du SARVI, date non saisie",
            "paiement de l’AGRASC sur les avoirs confisqués, date non saisie",
            "indemnité d’un autre débiteur, versée par Assureur d'essai, date non saisie",
        ], bilan.Deductions.Select(d => d.Libelle));
        Assert.Equal((Euros(15), Euros(8985)), (bilan.Provisions, bilan.Solde));
        Assert.Equal((Euros(5000), Euros(4400)), (bilan.Proches[0].Total, bilan.Proches[0].Solde));
    }

    [Fact]
    public void Les_sommes_du_tableau_sont_egales_dans_les_deux_modes() => Gen.Select(
        Sommes.Array[3], Sommes.Array[3, 5], Gen.Int[0, 100], Gen.OneOf(ModeDImputation.Auteur, ModeDImputation.Civi)).Sample((bruts, prestations, part, mode) =>
    {
        var bilan = (Mode(mode, part, "Décision d'essai.").Avec(
            Motive("PGPA", bruts[0].Euros) with { Prestations = [.. prestations.Select((m, i) => Verse($"o{i}", m.Euros))] },
            Motive("SE", bruts[1].Euros) with { Prestations = [Verse("o0", prestations[0].Euros, "Décompte d'essai."), Verse("o1", 5)] },
            Motive("PET", bruts[2].Euros)) with
        {
            Versements = [new() { Genre = GenreVersement.AutreIndemnite, Montant = prestations[1], Poste = "PET" }],
        }).Evaluer();

        return bilan.TotalDroit == bilan.TotalEnfant + bilan.TotalTiersPayeurs
            && bilan.TotalDroit <= bilan.TotalBrut
            && bilan.Directs.All(p => p.Droit <= p.Brut
                && p.Demande >= Montant.Zero
                && p.TiersPayeurs == Montant.Total(p.ParTiers.Select(t => t.Montant))
                && p.ParTiers.All(t => t.Montant <= t.Prestations && t.Montant >= Montant.Zero))
            && bilan.Directs.Single(p => p.Poste.Code == "PGPA") is var perte
            && (mode == ModeDImputation.Civi || perte.Demande == Montant.Min(
                Montant.Max(perte.Brut - Montant.Total(prestations), Montant.Zero), Montant.Arrondir(perte.Brut.Euros * part / 100)));
    });

    [Fact]
    public void Partager_redonne_la_somme_sans_depasser_un_poids() => Gen.Select(Sommes, Gen.Int[0, 1_000_000].Array[1, 8]).Sample((total, centimes) =>
    {
        var poids = centimes.Select(c => c / 100m).ToList();
        var parts = Repartition.Partager(Montant.Min(total, Euros(poids.Sum())), poids);
        return Montant.Total(parts) == (poids.Sum() == 0 ? Montant.Zero : Montant.Min(total, Euros(poids.Sum())))
            && parts.Zip(poids).All(p => p.First.Euros <= p.Second && p.First >= Montant.Zero);
    });

    [Fact]
    public void Partager_refuse_l_argent_negatif() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Repartition.Partager(Euros(10), [1, -1]));
}
