using Reparation.Domain.Dossiers;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class ActualisationTests
{
    private static readonly SaisiePoste Soins = new()
    {
        Code = "DSA",
        Depenses = [new() { Libelle = "séances", PrixUnitaire = Euros(1000), Date = Cas.Jour("2022-01-15"), Pieces = ["p1"] }],
    };

    private static Dossier Actualiser(bool demande, string? decision) => NonConsolide with
    {
        Chiffrage = NonConsolide.Chiffrage with { Actualiser = demande, DateDeDecision = decision is null ? null : Cas.Jour(decision) },
    };

    [Fact]
    public void Une_depense_passee_est_revalorisee_par_une_ligne_a_elle()
    {
        // 1 000,00 × 119,76 (décembre 2025) ÷ 107,30 (janvier 2022) = 1 116,12 : 116,12 de plus. Calcul à la main.
        var chiffree = Actualiser(true, "2025-12-31").Chiffrer(Soins);
        var ligne = chiffree.Calcul.Details[^1];

        Assert.Equal(2, chiffree.Calcul.Details.Count);
        Assert.Equal(107.3m, Reparation.Domain.Referentiels.Editions.Embarquees.TrouverSerie("ipc-hors-tabac")!.ValeurAu(Cas.Jour("2022-01-15")));
        Assert.Equal(116.12m, ligne.Resultat.Euros);
        Assert.Equal(Euros(1000) + ligne.Resultat, chiffree.Montant);
        Assert.Contains("décembre 2025", Assert.Single(ligne.Details).Formule, StringComparison.Ordinal);
        Assert.Contains("janvier 2022", ligne.Details[0].Formule, StringComparison.Ordinal);
        Assert.Equal(["p1"], ligne.Details[0].Pieces);
        Assert.Contains(ligne.Sources, s => s.Intitule.Contains("23-19.930", StringComparison.Ordinal));
        Assert.Empty(chiffree.Avertissements);
    }

    [Fact]
    public void Rien_ne_change_si_on_ne_le_demande_pas_ou_si_le_poste_est_personnel()
    {
        Assert.Equal(Euros(1000), Actualiser(false, "2025-12-31").Chiffrer(Soins).Montant);
        Assert.Equal(Euros(5000), Actualiser(true, "2025-12-31").Chiffrer(Motive("SE", 5000)).Montant);
        Assert.Equal(Euros(1000), Actualiser(true, "2025-12-31").Chiffrer(Soins with { Depenses = [Soins.Depenses[0] with { Date = null }] }).Montant);
        Assert.Equal(Euros(1000), Actualiser(true, "2022-01-15").Chiffrer(Soins).Montant);
    }

    [Fact]
    public void Un_indice_perime_ou_une_date_manquante_se_disent()
    {
        var perime = Actualiser(true, "2027-03-01").Chiffrer(Soins);
        Assert.True(perime.Montant > Euros(1000));
        Assert.Contains(perime.Avertissements, a => a.Contains("s’arrête au 31\u00a0décembre 2025", StringComparison.Ordinal));

        var recente = Actualiser(true, "2027-03-01").Chiffrer(Soins with { Depenses = [Soins.Depenses[0] with { Date = Cas.Jour("2026-02-01") }] });
        Assert.Equal(Euros(1000), recente.Montant);
        Assert.Contains(recente.Avertissements, a => a.Contains("février 2026", StringComparison.Ordinal));

        var ancienne = Actualiser(true, "2025-12-31").Chiffrer(Soins with { Depenses = [Soins.Depenses[0] with { Date = Cas.Jour("2002-12-31") }] });
        Assert.Equal(Euros(1000), ancienne.Montant);
        Assert.Contains(ancienne.Avertissements, a => a.Contains("commence", StringComparison.Ordinal));
    }
}
