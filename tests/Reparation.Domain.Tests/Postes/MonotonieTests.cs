using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

/// <summary>Plus de jours, plus de taux, plus d'heures, un degré de plus : jamais moins. Couper une période : rien ne change.</summary>
public sealed class MonotonieTests
{
    private static readonly Gen<DateOnly> Jours = Gen.Int[0, 2500].Select(j => new DateOnly(2018, 1, 1).AddDays(j));

    [Fact]
    public void Un_jour_ou_un_point_de_gene_de_plus_ne_baisse_jamais_le_poste() => Gen.Select(
        Jours, Gen.Int[0, 1500], Gen.Int[1, 99], Gen.Int[1, 10_000]).Sample((du, duree, taux, centimes) =>
    {
        Montant Poste(int jours, int points) => NonConsolide.Chiffrer(new()
        {
            Code = "DFT",
            BaseJournaliere = Euros(centimes / 100m),
            Periodes = [new() { Du = du, Au = du.AddDays(jours), Taux = points }],
        }).Montant;
        var montant = Poste(duree, taux);
        return Poste(duree + 1, taux) >= montant && Poste(duree, taux + 1) >= montant;
    });

    [Fact]
    public void Un_point_de_deficit_de_plus_ne_baisse_jamais_le_poste_ni_un_age_plus_jeune() => Gen.Select(
        Gen.Int[1, 99], Gen.Int[1, 90]).Sample((taux, age) =>
    {
        Montant Poste(int points, int ans)
        {
            var consolidation = Consolide.Chiffrage.Consolidation!.Value;
            var dossier = Consolide with { Enfant = Consolide.Enfant with { DateDeNaissance = consolidation.AddYears(-ans) } };
            return dossier.Chiffrer(new() { Code = "DFP", TauxDeDeficit = points }).Montant;
        }

        return Poste(taux + 1, age) >= Poste(taux, age) && Poste(taux, age - 1) >= Poste(taux, age);
    });

    [Fact]
    public void Un_degre_de_plus_ne_baisse_aucune_borne_publiee() => Assert.All(
        Editions.Embarquees.Indemnisation.Where(e => e.Cotations.Count > 0),
        edition => Assert.All(Enumerable.Range(2, 12).Select(d => d / 2m), degre =>
        {
            var (bas, haut) = (edition.Fourchette(degre)!, edition.Fourchette(degre + 0.5m)!);
            Assert.True((haut.Min ?? Montant.Zero) >= (bas.Min ?? Montant.Zero), $"{edition.Id}, {degre}");
            Assert.True(haut.Max >= bas.Max, $"{edition.Id}, {degre}");
        }));

    [Fact]
    public void Plus_d_heures_de_jours_ou_de_kilometres_ne_baisse_jamais_les_frais() => Gen.Select(
        Jours, Gen.Int[0, 700], Gen.Int[1, 150], Gen.Int[1, 500], Gen.Int[1, 900]).Sample((du, duree, heures, km, millimes) =>
    {
        Montant Poste(int jours, int parSemaine, int kilometres) => NonConsolide.Chiffrer(new()
        {
            Code = "FD",
            Aides = [new() { Du = du, Au = du.AddDays(jours), HeuresParSemaine = parSemaine, HeuresOrdinaires = 0.5m, TauxHoraire = Euros(18) }],
            Deplacements = [new() { Kilometres = kilometres, Nombre = 3, TarifAuKilometre = millimes / 1000m }],
        }).Montant;
        var montant = Poste(duree, heures, km);
        return Poste(duree + 1, heures, km) >= montant && Poste(duree, heures + 1, km) >= montant && Poste(duree, heures, km + 1) >= montant;
    });

    [Fact]
    public void Une_perte_passee_plus_longue_ne_baisse_jamais_et_se_coupe_au_centime() => Gen.Select(
        Jours, Gen.Int[1, 900], Gen.Int[0, 400_000], Gen.Double[0, 1]).Sample((du, duree, centimes, coupe) =>
    {
        PerteDeRevenus Perte(DateOnly debut, DateOnly fin) => new() { Du = debut, Au = fin, ReferenceParMois = Euros(centimes / 100m) };
        Montant Poste(params IReadOnlyList<PerteDeRevenus> pertes) => NonConsolide.Chiffrer(new() { Code = "PGPA", Pertes = pertes }).Montant;
        var (au, milieu) = (du.AddDays(duree), du.AddDays((int)(coupe * (duree - 1))));
        var entiere = Poste(Perte(du, au));
        return Poste(Perte(du, au.AddDays(1))) >= entiere
            && Math.Abs(Poste(Perte(du, milieu), Perte(milieu.AddDays(1), au)).Euros - entiere.Euros) <= 0.01m;
    });
}
