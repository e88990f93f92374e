using Microsoft.EntityFrameworkCore;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Data;

public sealed class ArchivesTests : IAsyncLifetime
{
    private Magasin magasin = null!;

    public async Task InitializeAsync() => magasin = await Magasin.OuvrirAsync();

    public async Task DisposeAsync() => await magasin.DisposeAsync();

    [Fact]
    public async Task Un_dossier_enregistre_se_relit_a_l_octet_pres_avec_son_auteur_et_sa_raison()
    {
        var id = await CreerAsync();
        var ouvert = await magasin.Agir(a => a.OuvrirAsync(id, default));

        Assert.NotNull(ouvert);
        Assert.Equal(DossierJson.Ecrire(DossierDEssai.Neuf()), DossierJson.Ecrire(ouvert.Dossier));
        Assert.Equal((1, Application.CourrielDAlice, DossierDEssai.Raison), (ouvert.Version, ouvert.Auteur, ouvert.Raison));
    }

    [Fact]
    public async Task Chaque_enregistrement_ajoute_une_version_et_garde_les_precedentes()
    {
        var id = await CreerAsync();
        Assert.Equal(new Enregistrement.Fait(2), await EnregistrerAsync(id, 1, "sixième"));
        Assert.Equal(new Enregistrement.Fait(3), await EnregistrerAsync(id, 2, "cinquième"));

        Assert.Equal([3, 2, 1], (await magasin.Agir(a => a.HistoriqueAsync(id, default))).Select(v => v.Numero));
        Assert.Equal("", (await magasin.Agir(a => a.OuvrirVersionAsync(id, 1, default)))!.Dossier.Enfant.Scolarite);
        Assert.Equal("sixième", (await magasin.Agir(a => a.OuvrirVersionAsync(id, 2, default)))!.Dossier.Enfant.Scolarite);
        Assert.Equal("cinquième", (await magasin.Agir(a => a.OuvrirAsync(id, default)))!.Dossier.Enfant.Scolarite);
    }

    [Fact]
    public async Task Qui_part_d_une_version_depassee_voit_les_deux()
    {
        var id = await CreerAsync();
        await EnregistrerAsync(id, 1, "sixième");

        var conflit = Assert.IsType<Enregistrement.Conflit>(await EnregistrerAsync(id, 1, "cinquième"));
        Assert.Equal((2, "sixième"), (conflit.Actuel.Version, conflit.Actuel.Dossier.Enfant.Scolarite));
        Assert.Equal((1, ""), (conflit.Depart.Version, conflit.Depart.Dossier.Enfant.Scolarite));
        Assert.Equal(2, (await magasin.Agir(a => a.HistoriqueAsync(id, default))).Count);
    }

    [Fact]
    public async Task De_plusieurs_enregistrements_simultanes_un_seul_reussit()
    {
        var id = await CreerAsync();
        for (var tour = 1; tour <= 5; tour++)
        {
            var depart = tour;
            var issues = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                Task.Run(() => EnregistrerAsync(id, depart, $"tour {depart}, essai {i}"))));
            Assert.Single(issues.OfType<Enregistrement.Fait>());
            Assert.Equal(7, issues.OfType<Enregistrement.Conflit>().Count());
        }

        Assert.Equal([6, 5, 4, 3, 2, 1], (await magasin.Agir(a => a.HistoriqueAsync(id, default))).Select(v => v.Numero));
    }

    [Fact]
    public async Task Repeter_le_meme_enregistrement_reussit_sans_rien_ajouter()
    {
        var id = await CreerAsync();
        Assert.Equal(new Enregistrement.Fait(2), await EnregistrerAsync(id, 1, "sixième"));
        Assert.Equal(new Enregistrement.Fait(2), await EnregistrerAsync(id, 1, "sixième"));
    }

    [Fact]
    public async Task Une_version_de_depart_inventee_ne_laisse_pas_de_trou()
    {
        var id = await CreerAsync();
        Assert.IsType<Enregistrement.Introuvable>(await EnregistrerAsync(id, 7, "sixième"));
        Assert.IsType<Enregistrement.Introuvable>(await EnregistrerAsync(Guid.NewGuid(), 1, "sixième"));
        Assert.Single(await magasin.Agir(a => a.HistoriqueAsync(id, default)));
    }

    [Fact]
    public async Task Un_contenu_illisible_est_refuse_avec_son_endroit()
    {
        var id = await CreerAsync();
        var bancal = DossierDEssai.Neuf() with { Faits = [new() { Id = "f1", Pieces = ["absente"] }] };
        var refus = Assert.IsType<Enregistrement.Refuse>(await magasin.Agir(a => a.EnregistrerAsync(id, 1, bancal, "", default)));
        Assert.StartsWith("faits[0].pieces", Assert.Single(refus.Anomalies).Chemin, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => magasin.Agir(a => a.CreerAsync(bancal, "", default)));
    }

    [Fact]
    public async Task La_liste_montre_la_derniere_version()
    {
        var id = await CreerAsync();
        await EnregistrerAsync(id, 1, "sixième");
        var fiche = Assert.Single(await magasin.Agir(a => a.ListerAsync(default)));

        Assert.Equal((id, 2, DossierDEssai.Reference, DossierDEssai.Pseudonyme), (fiche.Id, fiche.Version, fiche.Reference, fiche.Pseudonyme));
        Assert.Equal(new DateOnly(2030, 3, 4), fiche.Majorite);
        Assert.True(fiche.Fictif);
        Assert.EndsWith("€", fiche.TotalDemande, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_fiches_se_reconstruisent_depuis_les_versions()
    {
        var id = await CreerAsync();
        await EnregistrerAsync(id, 1, "sixième");
        var avant = await magasin.Agir(a => a.ListerAsync(default));
        await using var db = magasin.Base();
        await db.Fiches.ExecuteDeleteAsync();
        Assert.Empty(await magasin.Agir(a => a.ListerAsync(default)));

        Assert.Equal(0, await new Fiches(db, magasin.Installation.Coffre, Editions.Embarquees).ReconstruireAsync(default));
        // Par leur contenu : deux listes d’échéances égales ne sont pas le même objet.
        Assert.Equivalent(avant, await magasin.Agir(a => a.ListerAsync(default)), strict: true);
    }

    [Fact]
    public async Task Sans_compte_designe_rien_ne_se_lit()
    {
        await using var db = magasin.Base();
        var archives = new Archives(db, magasin.Installation.Coffre, new CompteCourant(), TimeProvider.System, Editions.Embarquees);
        await Assert.ThrowsAsync<InvalidOperationException>(() => archives.ListerAsync(default));
    }

    [Fact]
    public async Task Un_octet_change_dans_une_charge_se_voit()
    {
        var id = await CreerAsync();
        await using var db = magasin.Base();
        var charge = (await db.Versions.SingleAsync()).Charge;
        foreach (var rang in new[] { 0, 1, 13, 29, charge.Length - 1 })
        {
            var fausse = charge.ToArray();
            fausse[rang] ^= 1;
            await db.Versions.ExecuteUpdateAsync(v => v.SetProperty(l => l.Charge, fausse));
            await Assert.ThrowsAsync<DonneesAltereesException>(() => magasin.Agir(a => a.OuvrirAsync(id, default)));
        }

        await db.Versions.ExecuteUpdateAsync(v => v.SetProperty(l => l.Charge, charge));
        Assert.NotNull(await magasin.Agir(a => a.OuvrirAsync(id, default)));
    }

    [Fact]
    public async Task Deux_charges_echangees_se_voient()
    {
        var id = await CreerAsync();
        await EnregistrerAsync(id, 1, "sixième");
        await using var db = magasin.Base();
        var versions = await db.Versions.OrderBy(v => v.Numero).ToListAsync();
        await db.Versions.Where(v => v.Numero == 1).ExecuteUpdateAsync(v => v.SetProperty(l => l.Charge, versions[1].Charge));
        await db.Versions.Where(v => v.Numero == 2).ExecuteUpdateAsync(v => v.SetProperty(l => l.Charge, versions[0].Charge));

        await Assert.ThrowsAsync<DonneesAltereesException>(() => magasin.Agir(a => a.OuvrirVersionAsync(id, 1, default)));
        await Assert.ThrowsAsync<DonneesAltereesException>(() => magasin.Agir(a => a.OuvrirAsync(id, default)));
    }

    [Fact]
    public async Task La_charge_d_un_autre_dossier_se_voit_meme_avec_sa_cle()
    {
        var (premier, second) = (await CreerAsync(), await CreerAsync());
        await using var db = magasin.Base();
        var autre = await db.Versions.SingleAsync(v => v.DossierId == second);
        var cle = (await db.Dossiers.SingleAsync(d => d.Id == second)).Cle;
        await db.Versions.Where(v => v.DossierId == premier)
            .ExecuteUpdateAsync(v => v.SetProperty(l => l.Charge, autre.Charge).SetProperty(l => l.Le, autre.Le));
        await Assert.ThrowsAsync<DonneesAltereesException>(() => magasin.Agir(a => a.OuvrirAsync(premier, default)));
        await db.Dossiers.Where(d => d.Id == premier).ExecuteUpdateAsync(d => d.SetProperty(l => l.Cle, cle));
        await Assert.ThrowsAsync<DonneesAltereesException>(() => magasin.Agir(a => a.OuvrirAsync(premier, default)));
    }

    [Fact]
    public async Task Changer_l_instant_ou_le_proprietaire_dans_la_base_se_voit()
    {
        var id = await CreerAsync();
        await using var db = magasin.Base();
        var le = (await db.Versions.SingleAsync()).Le;
        await db.Versions.ExecuteUpdateAsync(v => v.SetProperty(l => l.Le, le.AddDays(-30)));
        await Assert.ThrowsAsync<DonneesAltereesException>(() => magasin.Agir(a => a.OuvrirAsync(id, default)));
        await db.Versions.ExecuteUpdateAsync(v => v.SetProperty(l => l.Le, le));

        var annuaire = new Reparation.Web.Features.Comptes.Annuaire(db, magasin.Installation.Coffre, TimeProvider.System);
        var intrus = (await annuaire.CreerAsync("intrus@exemple.test", Application.Phrase, Web.Securite.Qualite.Avocat, default))!;
        await db.Dossiers.ExecuteUpdateAsync(d => d.SetProperty(l => l.Proprietaire, intrus.Id));
        var courant = new CompteCourant();
        courant.Designer(intrus);
        var archives = new Archives(db, magasin.Installation.Coffre, courant, TimeProvider.System, Editions.Embarquees);
        await Assert.ThrowsAsync<DonneesAltereesException>(() => archives.OuvrirAsync(id, default));
        Assert.True(Assert.Single(await archives.ListerAsync(default)).Illisible);
    }

    private Task<Guid> CreerAsync() => magasin.Agir(a => a.CreerAsync(DossierDEssai.Neuf(), DossierDEssai.Raison, default));

    private Task<Enregistrement> EnregistrerAsync(Guid id, int depart, string scolarite)
    {
        var neuf = DossierDEssai.Neuf();
        return magasin.Agir(a => a.EnregistrerAsync(
            id, depart, neuf with { Enfant = neuf.Enfant with { Scolarite = scolarite } }, "Scolarité", default));
    }
}
