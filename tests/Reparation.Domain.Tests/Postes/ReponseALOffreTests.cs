using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

public sealed class ReponseALOffreTests
{
    private static readonly Dossier Fourni = Consolide.Avec(
        Motive("SE", 15000) with { Cotation = 4, Pieces = ["p1"] },
        Motive("PS", 20000),
        Motive("PE", 9000) with { Choix = ChoixPoste.Reserver, Motif = "Expertise à venir." }) with
    {
        Proches = [new() { Id = "mere", Postes = [Motive("PAF-S", 6000)] }],
    };

    private static OffreComparee Comparer(params IReadOnlyList<LigneDOffre> lignes) =>
        ReponseALOffre.Comparer(new() { Id = "o1", Lignes = lignes }, Fourni.Evaluer());

    private static LigneDOffre Ligne(string code, decimal? euros, string proche = "", string fondement = "référentiel") => new()
    {
        Code = code,
        Montant = euros is { } e ? Euros(e) : null,
        Proche = proche,
        Fondement = fondement,
        Reponse = "Réponse d’essai.",
    };

    [Fact]
    public void Chaque_poste_demande_est_mis_en_face_de_l_offre()
    {
        var comparee = Comparer(Ligne("SE", 5000), Ligne("PAF-S", 6000, "mere"));

        Assert.Equal(["SE", "PS", "PAF-S"], comparee.Postes.Select(p => p.Code));
        Assert.Equal((Euros(41000), Euros(11000), Euros(30000)), (comparee.TotalDemande, comparee.TotalOffert, comparee.Ecart));
        Assert.Equal(comparee.Ecart, Montant.Total(comparee.Postes.Select(p => p.Ecart)));
        Assert.Equal("Réponse d’essai.", comparee.Postes[0].Reponse);
        Assert.Contains(comparee.Postes[0].Constats, c => c.Contains("bas de la fourchette, 8\u202f000,00", StringComparison.Ordinal));
        Assert.Null(comparee.Postes[1].Offert);
        Assert.Contains("L’offre ne dit rien de ce poste.", comparee.Postes[1].Constats);
        Assert.Contains(comparee.Postes[1].Constats, c => c.Contains("Aucune pièce", StringComparison.Ordinal));
        Assert.Contains("L’offre égale la demande.", comparee.Postes[2].Constats);
    }

    [Fact]
    public void Un_silence_une_somme_sans_raison_et_une_somme_trop_haute_sont_dits()
    {
        var comparee = Comparer(Ligne("SE", null), Ligne("PS", 21000, fondement: ""));

        Assert.Contains(comparee.Postes[0].Constats, c => c.Contains("sans le chiffrer", StringComparison.Ordinal));
        Assert.Contains("L’offre ne dit pas sur quoi cette somme repose.", comparee.Postes[1].Constats);
        Assert.Contains(comparee.Postes[1].Constats, c => c.Contains("dépasse", StringComparison.Ordinal));
        Assert.True(comparee.Postes[1].Ecart < Montant.Zero);
    }

    [Fact]
    public void Un_poste_reserve_non_demande_ou_inconnu_reste_visible()
    {
        var comparee = Comparer(Ligne("PE", 1000), Ligne("PA", 500), Ligne("SE", 100, "pere"), Ligne("SE", 200, "pere"));

        Assert.Contains(comparee.Postes.Single(p => p.Code == "PE").Constats, c => c.Contains("le fermerait", StringComparison.Ordinal));
        Assert.Contains(comparee.Postes.Single(p => p.Code == "PA").Constats, c => c.Contains("ne porte pas", StringComparison.Ordinal));
        var inconnu = comparee.Postes[^1];
        Assert.Equal(("pere", Euros(300)), (inconnu.Proche, inconnu.Offert!.Value));
        Assert.Equal(Euros(1800), comparee.TotalOffert);
    }

    [Fact]
    public void Deux_lignes_d_un_meme_poste_s_additionnent()
    {
        var poste = Comparer(Ligne("PS", 1000), Ligne("PS", 500)).Postes.Single(p => p.Code == "PS");

        Assert.Equal(Euros(1500), poste.Offert);
        Assert.Contains(poste.Constats, c => c.Contains("2 lignes", StringComparison.Ordinal));
    }

    [Fact]
    public void Une_offre_globale_se_compare_au_total_sans_reprocher_le_silence_de_chaque_poste()
    {
        var comparee = ReponseALOffre.Comparer(new() { Globale = Euros(12000) }, Fourni.Evaluer());

        Assert.Equal((Euros(12000), Euros(29000)), (comparee.TotalOffert, comparee.Ecart));
        Assert.DoesNotContain(comparee.Postes.SelectMany(p => p.Constats), c => c.Contains("ne dit rien", StringComparison.Ordinal));
    }

    [Fact]
    public void Une_prestation_deja_imputee_ne_se_retire_pas_deux_fois()
    {
        var bilan = Consolide.Avec(Motive("PGPA", 10000) with { Prestations = [new() { Montant = Euros(4000) }] }).Evaluer();
        var poste = Assert.Single(ReponseALOffre.Comparer(new() { Lignes = [Ligne("PGPA", 2000)] }, bilan).Postes);

        Assert.Equal(Euros(6000), poste.Demande);
        Assert.Contains(poste.Constats, c => c.Contains("seconde fois", StringComparison.Ordinal));
    }
}
