using System.Net;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Fusion;

namespace Reparation.Web.Tests.Features;

public sealed class FusionTests(Application application) : IClassFixture<Application>
{
    private static readonly Dossier Depart = new()
    {
        Reference = "ESSAI-2026-003",
        Pseudonyme = "Lou",
        Enfant = new() { Nationalite = "au départ", Scolarite = "au départ" },
        Pieces = [new() { Id = "p1", Numero = 1, Titre = "Pièce fictive" }],
    };

    [Fact]
    public async Task Deux_enregistrements_croises_se_reunissent_champ_par_champ()
    {
        var id = await application.CreerAsync(Depart);
        var adresse = $"/dossiers/{id}/enfant";
        var mien = await Formulaire.OuvrirAsync(application.Alice, adresse);
        var autre = await Formulaire.OuvrirAsync(application.Alice, adresse);
        autre["Dossier.Enfant.Nationalite"] = "celle de l’autre";
        autre["Dossier.Enfant.CadreDeVie"] = "ajouté par l’autre";
        await autre.EnregistrerAsync();
        mien["Dossier.Enfant.Nationalite"] = "la mienne";
        mien["Dossier.Enfant.Scolarite"] = "changée par moi";

        var conflit = await mien.EnvoyerAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflit.StatusCode);
        var page = await Formulaire.RelireAsync(application.Alice, $"/dossiers/{id}/fusion", conflit);
        // Ce qu'un seul côté a changé est déjà choisi ; la nationalité, changée des deux, attend.
        Assert.Equal(2, page.Champs.Count(c => c.Key.StartsWith("choix-", StringComparison.Ordinal)));
        var incomplet = await page.EnvoyerAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplet.StatusCode);

        var rang = Fusionneur.Ecarts(Depart, await Lire(id), Depart with { Enfant = Depart.Enfant with { Nationalite = "la mienne", Scolarite = "changée par moi" } })
            .ToList().FindIndex(e => e.ADecider);
        page = await Formulaire.RelireAsync(application.Alice, $"/dossiers/{id}/fusion", incomplet);
        page.Cocher(PageConflit.Champ(rang), "mien");
        await page.EnregistrerAsync();

        var reuni = (await Lire(id)).Enfant;
        Assert.Equal("la mienne", reuni.Nationalite);
        Assert.Equal("changée par moi", reuni.Scolarite);
        Assert.Equal("ajouté par l’autre", reuni.CadreDeVie);
    }

    [Fact]
    public void Sans_choix_contraire_la_reunion_garde_les_ajouts_des_deux_cotes()
    {
        var actuel = Depart with { Pieces = [.. Depart.Pieces, new() { Id = "p2", Numero = 2, Titre = "De l’autre" }] };
        var mien = Depart with { Pieces = [Depart.Pieces[0] with { Titre = "Renommée" }, new() { Id = "p3", Numero = 3, Titre = "De moi" }] };

        var lecture = Fusionneur.Fusionner(Depart, actuel, mien, Editions.Embarquees, e => e.MienSeul);

        var reuni = Assert.IsType<Lecture.Reussie>(lecture).Dossier;
        Assert.Equal(["p1", "p2", "p3"], reuni.Pieces.Select(p => p.Id).Order());
        Assert.Equal("Renommée", reuni.Pieces.Single(p => p.Id == "p1").Titre);
    }

    [Fact]
    public void Prendre_partout_un_meme_cote_rend_ce_cote()
    {
        var actuel = Depart with { Enfant = new() { Nom = "Fictif", Nationalite = "autre" }, Pieces = [] };
        var mien = Depart with { Versements = [new() { Payeur = "Payeur fictif" }], Enfant = new() };

        Assert.Equal(DossierJson.Ecrire(mien), DossierJson.Ecrire(Reuni(_ => true)));
        Assert.Equal(DossierJson.Ecrire(actuel), DossierJson.Ecrire(Reuni(_ => false)));

        Dossier Reuni(Func<Ecart, bool> choix) =>
            Assert.IsType<Lecture.Reussie>(Fusionneur.Fusionner(Depart, actuel, mien, Editions.Embarquees, choix)).Dossier;
    }

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
}
