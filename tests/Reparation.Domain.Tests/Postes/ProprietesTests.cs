using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class ProprietesTests
{
    private static readonly Gen<Montant> Sommes = Gen.Int[0, 100_000_000].Select(c => Euros(c / 100m));

    [Fact]
    public void Couper_une_periode_de_gene_ne_change_le_total_que_d_un_centime() => Gen.Select(
        Gen.Int[0, 2000], Gen.Int[2, 1500], Gen.Int[1, 100], Gen.Int[2000, 4000], Gen.Double[0, 1]).Sample((decalage, jours, taux, centimes, coupe) =>
    {
        var du = new DateOnly(2018, 1, 1).AddDays(decalage);
        var milieu = du.AddDays((int)(coupe * (jours - 2)));
        var au = du.AddDays(jours - 1);
        var saisie = new SaisiePoste { Code = "DFT", BaseJournaliere = Euros(centimes / 100m) };
        var entiere = NonConsolide.Chiffrer(saisie with { Periodes = [new() { Du = du, Au = au, Taux = taux }] });
        var coupee = NonConsolide.Chiffrer(saisie with
        {
            Periodes = [new() { Du = milieu.AddDays(1), Au = au, Taux = taux }, new() { Du = du, Au = milieu, Taux = taux }],
        });
        return Math.Abs(entiere.Montant.Euros - coupee.Montant.Euros) <= 0.01m;
    });

    [Fact]
    public void Le_total_est_la_somme_des_postes_et_chaque_poste_la_somme_de_ses_lignes() => Gen.Select(
        Sommes, Sommes, Sommes, Gen.Int[1, 100], Gen.Int[1, 60]).Sample((a, b, c, taux, age) =>
    {
        var bilan = Consolide.Avec(
            Motive("SE", a.Euros) with { Cotation = 4 },
            new SaisiePoste { Code = "DSA", Depenses = [new() { PrixUnitaire = b }, new() { PrixUnitaire = a, Quantite = 2 }], Prestations = [new() { Montant = c }] },
            new SaisiePoste { Code = "DFP", TauxDeDeficit = taux },
            new SaisiePoste { Code = "DSF", Rentes = [new() { Montant = c, JusquALAge = 19 + age }, new() { Montant = b, DesLAge = 19 + age }] }).Evaluer();

        return bilan.TotalEnfant.Euros == bilan.Directs.Sum(p => p.Demande.Euros)
            && bilan.TotalBrut == bilan.TotalEnfant + bilan.TotalTiersPayeurs
            && bilan.Directs.Select(p => p.Evaluation).OfType<Evaluation.Chiffree>().Count() == 4
            && bilan.Directs.Select(p => p.Evaluation).OfType<Evaluation.Chiffree>().All(e => SeSomme(e.Calcul));
    });

    [Fact]
    public void Un_capital_est_positif_et_croit_avec_la_duree() => Gen.Select(Gen.Int[100, 5_000_000], Gen.Int[20, 103]).Sample((centimes, fin) =>
    {
        var rente = new Rente { Montant = Euros(centimes / 100m), Du = Cas.Jour("2027-03-01"), JusquALAge = fin };
        var court = Consolide.Chiffrer(new() { Code = "ATP", Rentes = [rente] }).Montant;
        var longue = Consolide.Chiffrer(new() { Code = "ATP", Rentes = [rente with { JusquALAge = fin + 1 }] }).Montant;
        return court > Montant.Zero && longue >= court;
    });

    [Fact]
    public void L_imputation_ne_cree_jamais_d_argent() => Gen.Select(
        Sommes, Sommes, Gen.Int[0, 100], Gen.OneOf(ModeDImputation.Auteur, ModeDImputation.Civi)).Sample((brut, prestations, part, mode) =>
    {
        var imputation = Imputation.Calculer(mode, brut, prestations, part / 100m);
        return imputation.Victime + imputation.TiersPayeur <= brut
            && imputation.Victime + imputation.TiersPayeur <= imputation.Dette
            && imputation.TiersPayeur <= prestations
            && imputation.Victime >= Montant.Zero
            && imputation.TiersPayeur >= Montant.Zero;
    });

    [Fact]
    public void A_reparation_entiere_les_deux_modes_s_accordent() => Gen.Select(Sommes, Sommes).Sample((brut, prestations) =>
        Imputation.Calculer(ModeDImputation.Auteur, brut, prestations).Victime
            == Imputation.Calculer(ModeDImputation.Civi, brut, prestations).Victime);

    [Fact]
    public void Couper_les_interets_ne_les_change_que_d_un_centime_par_tranche() => Gen.Select(
        Sommes, Gen.Int[1, 800], Gen.Int[0, 1000], Gen.Double[0, 1]).Sample((principal, jours, points, coupe) =>
    {
        var du = new DateOnly(2024, 1, 1);
        var au = du.AddDays(jours);
        var milieu = du.AddDays((int)(coupe * (jours - 1)));
        var taux = points / 100m;
        var entier = InteretLegal.Calculer(principal, du, au, [new(du, au, taux)]);
        var coupe2 = InteretLegal.Calculer(principal, du, au, [new(milieu.AddDays(1), au, taux), new(du, milieu, taux)]);
        return Math.Abs(entier.Resultat.Euros - coupe2.Resultat.Euros) <= 0.02m && coupe2.Details.Count == 2;
    });

    [Theory]
    [InlineData("2024-01-01", "2024-06-30", "2024-07-02", "2024-12-31")] // un jour sans taux
    [InlineData("2024-01-01", "2024-07-01", "2024-07-01", "2024-12-31")] // un jour à deux taux
    [InlineData("2024-01-02", "2024-06-30", "2024-07-01", "2024-12-31")] // le premier jour sans taux
    [InlineData("2024-01-01", "2024-06-30", "2024-07-01", "2024-12-30")] // le dernier jour sans taux
    public void Des_taux_qui_ne_couvrent_pas_chaque_jour_une_fois_sont_refuses(string a, string b, string c, string d) =>
        Assert.Throws<ArgumentException>(() => InteretLegal.Calculer(
            Euros(1000), new(2024, 1, 1), new(2024, 12, 31), [new(Cas.Jour(a), Cas.Jour(b), 4), new(Cas.Jour(c), Cas.Jour(d), 5)]));

    private static bool SeSomme(Etape etape) => etape.Details.Count == 0
        || (etape.Resultat == Montant.Total(etape.Details.Select(d => d.Resultat)) && etape.Details.All(SeSomme));
}
