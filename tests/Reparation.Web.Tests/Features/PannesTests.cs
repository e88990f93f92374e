using System.Net;
using Microsoft.Data.Sqlite;
using Reparation.Web.Data;

namespace Reparation.Web.Tests.Features;

/// <summary>Disque plein, base figée ou tenue par un autre, horloge fausse : on le dit, on garde ce qui est tapé, on ne perd rien.</summary>
public sealed class PannesTests(Application application) : IClassFixture<Application>, IDisposable
{
    public void Dispose() => application.Panne.Reparer();

    [Theory]
    [InlineData("plein", HttpStatusCode.InsufficientStorage, "Le disque est plein")]
    [InlineData("figée", HttpStatusCode.ServiceUnavailable, "Les données ne s’écrivent pas")]
    [InlineData("tenue", HttpStatusCode.ServiceUnavailable, "La base est occupée")]
    public async Task Un_enregistrement_empeche_le_dit_garde_la_saisie_et_reussit_ensuite(string panne, HttpStatusCode attendu, string dit)
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var adresse = $"/dossiers/{id}/enfant";
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, adresse);
        HttpResponseMessage reponse;
        var (confirmes, texte) = (1, "");
        using (var autre = new SqliteConnection($"Data Source={application.Base};Pooling=False"))
        {
            await autre.OpenAsync();
            Tomber(panne, autre);
            // La dernière page a peut-être un peu de place : on enregistre jusqu'au refus, et tout ce qui est confirmé devra être là.
            do
            {
                texte = $"essai {confirmes} " + new string('é', 800);
                formulaire["Dossier.Enfant.Scolarite"] = texte;
                reponse = await formulaire.EnvoyerAsync();
                if (reponse.StatusCode == HttpStatusCode.Redirect)
                {
                    confirmes++;
                    formulaire["version"] = confirmes.ToString(System.Globalization.CultureInfo.InvariantCulture);
                }
            }
            while (reponse.StatusCode == HttpStatusCode.Redirect && confirmes < 200);
        }

        Assert.Equal(attendu, reponse.StatusCode);
        var page = await Formulaire.RelireAsync(application.Alice, adresse, reponse);
        Assert.Contains(dit, WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Equal(texte, WebUtility.HtmlDecode(page["Dossier.Enfant.Scolarite"]));

        application.Panne.Reparer();
        Assert.Equal(confirmes, (await application.AuNomDe(Application.CourrielDAlice, a => a.HistoriqueAsync(id, default))).Count);
        await page.EnregistrerAsync();
        var ouvert = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!;
        Assert.Equal((confirmes + 1, texte), (ouvert.Version, ouvert.Dossier.Enfant.Scolarite));
    }

    [Theory]
    [InlineData("plein", HttpStatusCode.InsufficientStorage, "Le disque est plein")]
    [InlineData("figée", HttpStatusCode.ServiceUnavailable, "Les données ne s’écrivent pas")]
    public async Task Ailleurs_une_page_dit_la_panne_et_ce_qu_il_faut_faire(string panne, HttpStatusCode attendu, string dit)
    {
        var champs = new Dictionary<string, string> { ["Dossier.Reference"] = "PANNE-1", ["Dossier.Pseudonyme"] = "Lou" };
        champs["__RequestVerificationToken"] = await application.Alice.JetonAsync("/dossiers/nouveau");
        Tomber(panne, null);
        HttpResponseMessage reponse;
        var crees = 0;
        do
        {
            using var contenu = new FormUrlEncodedContent(champs);
            reponse = await application.Alice.PostAsync(new Uri("/dossiers/nouveau", UriKind.Relative), contenu);
        }
        while (reponse.StatusCode == HttpStatusCode.Redirect && ++crees < 200);

        Assert.Equal(attendu, reponse.StatusCode);
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        Assert.Contains(dit, page, StringComparison.Ordinal);
        Assert.Contains("Prévenez la personne qui administre", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", page, StringComparison.OrdinalIgnoreCase);

        // Lire marche encore.
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Un_depot_sur_un_disque_plein_est_refuse_et_n_y_laisse_rien()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        var page = $"/dossiers/{id}/pieces/deposer";
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(await application.Alice.JetonAsync(page)), "__RequestVerificationToken" },
            { new ByteArrayContent(FichiersDEssai.Pdf(pages: 1, objet: $"<< /Length 300000 >>\nstream\n{new string('x', 300_000)}\nendstream")), "fichiers", "attestation.pdf" },
        };
        application.Panne.Remplir();

        var reponse = await application.Alice.PostAsync(new Uri(page, UriKind.Relative), contenu);

        Assert.Equal(HttpStatusCode.InsufficientStorage, reponse.StatusCode);
        application.Panne.Reparer();
        await using var db = new DossiersDb(BaseSqlite.Options(application.Base));
        Assert.Empty(db.Contenus.Where(c => c.DossierId == id && c.Index != null));
        Assert.Empty(db.Morceaux.Where(m => db.Contenus.Any(c => c.Id == m.ContenuId && c.DossierId == id)));
    }

    [Fact]
    public async Task Une_donnee_changee_hors_de_l_application_se_dit_et_ne_ferme_pas_les_autres_dossiers()
    {
        var (abime, sain) = (await application.CreerAsync(DossierDEssai.Neuf()), await application.CreerAsync(DossierDEssai.Neuf()));
        await application.SqlAsync($"UPDATE Versions SET Charge = zeroblob(500) WHERE DossierId = '{abime.ToString().ToUpperInvariant()}'");

        var reponse = await application.Alice.OuvrirAsync($"/dossiers/{abime}/enfant");

        Assert.Equal(HttpStatusCode.InternalServerError, reponse.StatusCode);
        Assert.Contains("controler", WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync($"/dossiers/{sain}/enfant")).StatusCode);
    }

    [Fact]
    public async Task Une_horloge_qui_recule_enregistre_et_avertit()
    {
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        // La première version vient « de demain » : même effet qu'une horloge reculée depuis.
        await using (var db = new DossiersDb(BaseSqlite.Options(application.Base)))
        {
            var demain = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(1));
            Assert.IsType<Enregistrement.Fait>(await DemainAsync(db, demain, id));
        }

        var formulaire = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/enfant");
        formulaire["Dossier.Enfant.Scolarite"] = "après le recul";
        await formulaire.EnregistrerAsync();

        var page = WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri($"/dossiers/{id}/enfant", UriKind.Relative)));
        Assert.Contains("L’horloge de cette machine retarde", page, StringComparison.Ordinal);
        Assert.Contains("après le recul", page, StringComparison.Ordinal);
    }

    private async Task<Enregistrement> DemainAsync(DossiersDb db, TimeProvider demain, Guid id)
    {
        var compte = (await new Web.Features.Comptes.Annuaire(db, Coffre, demain).ListerAsync(default)).Single(c => c.Courriel == Application.CourrielDAlice);
        var courant = new CompteCourant();
        courant.Designer(compte);
        return await new Archives(db, Coffre, courant, demain, Domain.Referentiels.Editions.Embarquees)
            .EnregistrerAsync(id, 1, DossierDEssai.Neuf() with { Pseudonyme = "Demain" }, "", default);
    }

    private Web.Securite.Coffre Coffre => (Web.Securite.Coffre)application.Services.GetService(typeof(Web.Securite.Coffre))!;

    private void Tomber(string panne, SqliteConnection? autre)
    {
        switch (panne)
        {
            case "plein":
                application.Panne.Remplir();
                break;
            case "figée":
                application.Panne.Figer();
                break;
            default:
                application.Panne.Presser();
                using (var commande = autre!.CreateCommand())
                {
                    commande.CommandText = "BEGIN IMMEDIATE";
                    commande.ExecuteNonQuery();
                }

                break;
        }
    }
}
