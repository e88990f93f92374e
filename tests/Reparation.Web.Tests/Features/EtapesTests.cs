using System.Net;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Tests.Features;

/// <summary>La suite donnée à une étape : faite, écartée avec sa raison, rouverte ; et les retraits.</summary>
public sealed class EtapesTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Une_etape_se_dit_faite_s_ecarte_avec_sa_raison_et_se_rouvre()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var page = await Texte(id);
        var etape = Entre(page, "id=\"etape-", "\"");

        Assert.Equal(HttpStatusCode.Redirect, (await Suivre(id, 1, etape, "Faite", "")).StatusCode);
        var faite = Assert.Single((await Lire(id)).Etapes);
        Assert.Equal((etape, EtatDEtape.Faite), (faite.Id, faite.Etat));
        Assert.NotNull(faite.Le);

        var refus = await Suivre(id, 2, etape, "Ecartee", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.StatusCode);
        Assert.Contains("garde sa raison", WebUtility.HtmlDecode(await refus.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        await Suivre(id, 2, etape, "Ecartee", "Déjà obtenu d’un autre conseil.");
        Assert.Equal("Déjà obtenu d’un autre conseil.", Assert.Single((await Lire(id)).Etapes).Motif);
        Assert.Contains("Déjà obtenu d’un autre conseil.", await Texte(id), StringComparison.Ordinal);

        await Suivre(id, 3, etape, "Ouverte", "");
        Assert.Empty((await Lire(id)).Etapes);
    }

    [Fact]
    public async Task Une_etape_inconnue_est_refusee_sans_rien_enregistrer()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());

        var refus = await Suivre(id, 1, "etape-inventee", "Faite", "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.StatusCode);
        Assert.Empty((await Lire(id)).Etapes);
    }

    [Fact]
    public async Task Un_retrait_demande_entre_au_journal_sans_lien()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var jeton = await application.Alice.JetonAsync($"/dossiers/{id}/procedure/retraits");
        using var contenu = new FormUrlEncodedContent(
        [
            new("version", "1"), new("__RequestVerificationToken", jeton), new("action", "enregistrer"),
            new("Dossier.Retraits.Index", "n0"), new("Dossier.Retraits[n0].Canal", "Hebergeur"),
            new("Dossier.Retraits[n0].Destinataire", "Service fictif"), new("Dossier.Retraits[n0].DemandeLe", "2026-11-20"),
        ]);
        var reponse = await application.Alice.PostAsync(new Uri($"/dossiers/{id}/procedure/retraits", UriKind.Relative), contenu);

        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var retrait = Assert.Single((await Lire(id)).Retraits);
        Assert.Equal((CanalDeRetrait.Hebergeur, "Service fictif", new DateOnly(2026, 11, 20)), (retrait.Canal, retrait.Destinataire, retrait.DemandeLe!.Value));
        Assert.NotEmpty(retrait.Id);
    }

    [Fact]
    public async Task L_adresse_d_un_contenu_est_refusee_et_rien_n_est_garde()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());

        var refus = await application.Alice.EnvoyerAsync($"/dossiers/{id}/procedure/retraits", new()
        {
            ["version"] = "1",
            ["action"] = "enregistrer",
            ["Dossier.Retraits.Index"] = "n0",
            ["Dossier.Retraits[n0].Canal"] = "Hebergeur",
            ["Dossier.Retraits[n0].Destinataire"] = "https://exemple.invalid/12",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.StatusCode);
        Assert.Contains("Une adresse mène au contenu", WebUtility.HtmlDecode(await refus.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty((await Lire(id)).Retraits);
    }

    private static string Entre(string texte, string debut, string fin)
    {
        var i = texte.IndexOf(debut, StringComparison.Ordinal) + debut.Length;
        return texte[i..texte.IndexOf(fin, i, StringComparison.Ordinal)];
    }

    private Task<HttpResponseMessage> Suivre(Guid id, int version, string etape, string etat, string motif) => application.Alice.EnvoyerAsync(
        $"/dossiers/{id}/procedure/etapes",
        new() { ["version"] = $"{version}", ["Suite.Id"] = etape, ["Suite.Etat"] = etat, ["Suite.Motif"] = motif });

    private async Task<string> Texte(Guid id) =>
        WebUtility.HtmlDecode(await (await application.Alice.OuvrirAsync($"/dossiers/{id}/procedure/etapes")).Content.ReadAsStringAsync());

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
}
