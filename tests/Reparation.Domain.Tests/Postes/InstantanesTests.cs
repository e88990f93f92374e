using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class InstantanesTests
{
    private static readonly Dossier Avant = NonConsolide.Avec(Motive("SE", 10000), Motive("PET", 1000)) with
    {
        Proches = [new() { Id = "mere", Postes = [Motive("PAF-S", 6000)] }],
    };

    [Fact]
    public void Un_instantane_garde_les_sommes_et_les_choix_du_jour()
    {
        var pris = Instantanes.Prendre(Avant, Avant.Evaluer(), "avant expertise", Cas.Jour("2026-11-24"));

        Assert.Equal(("instantane-1", "avant expertise"), (pris.Id, pris.Libelle));
        Assert.Contains("mornet-2025", pris.Choix, StringComparison.Ordinal);
        Assert.Contains("non consolidé", pris.Choix, StringComparison.Ordinal);
        Assert.Contains("1er\u00a0mars 2027", pris.Choix, StringComparison.Ordinal);
        Assert.Equal(("chiffré", Euros(10000)), pris.Lignes.Where(l => l.Code == "SE").Select(l => (l.Etat, l.Demande)).Single());
        Assert.Contains(pris.Lignes, l => l is { Code: "DFP", Etat: "à réserver" });
        Assert.DoesNotContain(pris.Lignes, l => l.Code == "DSA"); // non demandé
        Assert.Equal("mere", pris.Lignes[^1].Proche);

        var second = Avant with { Chiffrage = Avant.Chiffrage with { Instantanes = [pris] } };
        Assert.Equal("instantane-2", Instantanes.Prendre(second, second.Evaluer(), "", Cas.Jour("2026-11-25")).Id);
    }

    [Fact]
    public void Comparer_dit_ce_qui_a_change_d_etat_et_de_somme()
    {
        var apres = Avant with
        {
            Chiffrage = Avant.Chiffrage with
            {
                Consolidation = Cas.Jour("2026-03-01"),
                Postes = [Motive("SE", 12000), new() { Code = "DFP", TauxDeDeficit = 10 }],
            },
        };
        var ecarts = Instantanes.Comparer(Instantanes.Lignes(Avant.Evaluer()), Instantanes.Lignes(apres.Evaluer()));

        var se = ecarts.Single(e => e.Code == "SE");
        Assert.Equal(("Souffrances endurées", Euros(2000)), (se.Nom, se.Ecart));
        Assert.Equal(("à réserver", "chiffré", Euros(24750)), ecarts.Where(e => e.Code == "DFP").Select(e => (e.EtatAvant, e.EtatApres, e.Apres)).Single());
        Assert.Equal(("chiffré", "non demandé", Euros(-1000)), ecarts.Where(e => e.Code == "PET").Select(e => (e.EtatAvant, e.EtatApres, e.Ecart)).Single());
        Assert.Equal(Montant.Zero, ecarts.Single(e => e.Proche == "mere").Ecart);
        Assert.Equal(
            apres.Evaluer().TotalEnfant - Avant.Evaluer().TotalEnfant,
            Montant.Total(ecarts.Where(e => e.Proche.Length == 0).Select(e => e.Ecart)));
    }

    [Fact]
    public void Un_chiffrage_compare_a_lui_meme_ne_montre_aucun_ecart()
    {
        var lignes = Instantanes.Lignes(Avant.Evaluer());
        Assert.All(Instantanes.Comparer(lignes, lignes), e => Assert.Equal((Montant.Zero, e.EtatAvant), (e.Ecart, e.EtatApres)));
    }
}
