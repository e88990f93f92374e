using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Features.Comptes;

namespace Reparation.Web.Tests.Demarrage;

/// <summary>Le vrai programme, tué sans préavis pendant qu'on enregistre : ce qui a été confirmé est là, entier.</summary>
public sealed class ArretBrutalTests : IDisposable
{
    private const int Morts = 8;
    private const int MortsEnDepot = 3;
    private const int EnvoisAvantLaMort = 2;
    private const int TailleDuFlux = 32 * 1024 * 1024;

    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-mort-");

    private string Donnees => Path.Combine(racine.FullName, "donnees");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        racine.Delete(recursive: true);
    }

    [Fact]
    public async Task Tout_enregistrement_confirme_survit_a_l_arret_brutal()
    {
        var (compte, dossier) = await PreparerAsync();
        var confirmees = new Dictionary<int, string>();
        var temoins = new CookieContainer();
        Uri? connecte = null;
        for (var mort = 0; mort < Morts; mort++)
        {
            using var programme = new Programme("--Reparation:Donnees=" + Donnees, "--urls", connecte is null ? "http://127.0.0.1:0" : connecte.ToString());
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = temoins })
            {
                BaseAddress = await programme.PretAsync(),
            };
            if (connecte is null)
            {
                var entree = await client.EnvoyerAsync(
                    "/connexion", new() { ["Courriel"] = Application.CourrielDAlice, ["Phrase"] = Application.Phrase });
                Assert.Equal(HttpStatusCode.Redirect, entree.StatusCode);
                connecte = client.BaseAddress;
            }

            // Dès la deuxième vie, la session de la première sert encore : ses clés sont dans la base.
            await EnregistrerJusquALaMortAsync(programme, client, dossier, confirmees, mort);
            await ControlerAsync(compte, dossier, confirmees);
        }

        Assert.True(confirmees.Count >= Morts, $"Trop peu d'enregistrements confirmés pour conclure : {confirmees.Count}.");
    }

    [Fact]
    public async Task Un_premier_demarrage_tue_a_tout_moment_se_reprend()
    {
        var premier = System.Diagnostics.Stopwatch.StartNew();
        using (var temoin = new Programme("--Reparation:Donnees=" + Donnees + "-temoin", "--urls", "http://127.0.0.1:0"))
        {
            await temoin.PretAsync();
        }

        var duree = premier.Elapsed;
        for (var mort = 1; mort <= 5; mort++)
        {
            // Les données s'écrivent dans le dernier tiers d'un démarrage : c'est là que l'on tue.
            using var programme = new Programme("--Reparation:Donnees=" + Donnees, "--urls", "http://127.0.0.1:0");
            await Task.Delay(duree * (0.4 + (0.12 * mort)));
            await programme.TuerAsync();
        }

        using var dernier = new Programme("--Reparation:Donnees=" + Donnees, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await dernier.PretAsync() };
        Assert.StartsWith("ok ", await client.GetStringAsync(new Uri("/sante", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_depot_tue_en_route_reprend_et_rend_le_meme_fichier()
    {
        var (_, dossier) = await PreparerAsync();
        var original = FichiersDEssai.Pdf(objet: $"<< /Length {TailleDuFlux} >>\nstream\n{string.Concat(Enumerable.Repeat("donnees fictives", TailleDuFlux / 16))}\nendstream");
        var (racine, depot, recus) = ($"/dossiers/{dossier}/pieces", "", 0L);
        for (var mort = 0; ; mort++)
        {
            using var programme = new Programme("--Reparation:Donnees=" + Donnees, "--urls", "http://127.0.0.1:0");
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
            {
                BaseAddress = await programme.PretAsync(),
            };
            await client.EnvoyerAsync("/connexion", new() { ["Courriel"] = Application.CourrielDAlice, ["Phrase"] = Application.Phrase });
            client.DefaultRequestHeaders.Add("RequestVerificationToken", await client.JetonAsync(racine + "/deposer"));
            var etat = depot.Length == 0
                ? await PosterAsync(client, racine + "/depots", new() { ["octets"] = original.Length.ToString(CultureInfo.InvariantCulture) })
                : JsonDocument.Parse(await client.GetStringAsync(new Uri($"{racine}/depots/{depot}", UriKind.Relative))).RootElement;
            depot = etat.GetProperty("depot").GetString()!;

            // Ce qui a été confirmé avant la mort est là ; ce qui l'a été sans que la réponse arrive a pu s'y ajouter.
            Assert.InRange(etat.GetProperty("recus").GetInt64(), recus, original.Length);
            recus = etat.GetProperty("recus").GetInt64();
            var confirmes = 0;
            try
            {
                while (recus < original.Length)
                {
                    if (mort < MortsEnDepot && ++confirmes == EnvoisAvantLaMort)
                    {
                        _ = Task.Delay(Random.Shared.Next(0, 15)).ContinueWith(_ => programme.TuerAsync(), TaskScheduler.Default);
                    }

                    using var envoi = new ByteArrayContent(original, (int)recus, (int)Math.Min(CoffreDePieces.TailleDEnvoi, original.Length - recus));
                    using var reponse = await client.PostAsync(new Uri($"{racine}/depots/{depot}?debut={recus}", UriKind.Relative), envoi);
                    recus = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("recus").GetInt64();
                }
            }
            catch (HttpRequestException)
            {
                // Mort pendant l'échange : la vie suivante dit d'où repartir.
                continue;
            }

            var fin = await PosterAsync(client, $"{racine}/depots/{depot}/terminer", new() { ["nom"] = "attestation.pdf", ["numerisation"] = "false", ["piece"] = "" });
            Assert.True(fin.GetProperty("admis").GetBoolean(), fin.ToString());
            var rendu = await client.GetByteArrayAsync(new Uri($"{racine}/fiche/{fin.GetProperty("piece").GetString()}/fichier", UriKind.Relative));
            Assert.Equal(SHA256.HashData(original), SHA256.HashData(rendu));
            Assert.Equal(MortsEnDepot, mort);
            return;
        }
    }

    private static async Task<JsonElement> PosterAsync(HttpClient client, string adresse, Dictionary<string, string> champs)
    {
        using var contenu = new FormUrlEncodedContent(champs);
        using var reponse = await client.PostAsync(new Uri(adresse, UriKind.Relative), contenu);
        return JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task EnregistrerJusquALaMortAsync(
        Programme programme, HttpClient client, Guid dossier, Dictionary<int, string> confirmees, int mort)
    {
        var page = $"/dossiers/{dossier}/enfant";
        var jeton = await client.JetonAsync(page);
        var version = await VersionAsync(client, page);
        var premier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fin = TuerApresAsync(premier.Task);
        try
        {
            for (var essai = 0; ; essai++)
            {
                var texte = string.Create(CultureInfo.InvariantCulture, $"vie {mort}, essai {essai}");
                using var contenu = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["version"] = version.ToString(CultureInfo.InvariantCulture),
                    ["Dossier.Enfant.Scolarite"] = texte,
                    ["action"] = "enregistrer",
                    ["__RequestVerificationToken"] = jeton,
                });
                using var reponse = await client.PostAsync(new Uri(page, UriKind.Relative), contenu);
                Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
                confirmees[++version] = texte;
                premier.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // Le processus est mort pendant l'échange : cet enregistrement-là n'est pas confirmé.
        }

        await fin;

        // Au moins un enregistrement par vie, même sur une machine chargée ; la mort vient ensuite, à un moment quelconque.
        async Task TuerApresAsync(Task confirme)
        {
            await confirme.WaitAsync(TimeSpan.FromMinutes(1));
            await Task.Delay(Random.Shared.Next(0, 650));
            await programme.TuerAsync();
        }
    }

    private async Task ControlerAsync(Compte compte, Guid dossier, Dictionary<int, string> confirmees)
    {
        var installation = await Installation.PreparerAsync(Donnees, Installation.CleParDefaut(Donnees), Editions.Embarquees, default);
        await using var db = new DossiersDb(BaseSqlite.Options(installation.Base));
        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync());
        var courant = new CompteCourant();
        courant.Designer(compte);
        var archives = new Archives(db, installation.Coffre, courant, TimeProvider.System, Editions.Embarquees);
        var historique = await archives.HistoriqueAsync(dossier, default);

        Assert.Equal(Enumerable.Range(1, historique.Count).Reverse(), historique.Select(v => v.Numero));
        foreach (var version in historique)
        {
            // Toute version présente est entière, confirmée ou non.
            var ouverte = await archives.OuvrirVersionAsync(dossier, version.Numero, default);
            if (confirmees.TryGetValue(version.Numero, out var attendu))
            {
                Assert.Equal(attendu, ouverte!.Dossier.Enfant.Scolarite);
            }
        }

        Assert.True(historique.Count >= confirmees.Keys.DefaultIfEmpty(1).Max(), "Un enregistrement confirmé a disparu.");
        Assert.Equal(historique.Count, Assert.Single(await archives.ListerAsync(default)).Version);
        SqliteConnection.ClearAllPools();
    }

    private static async Task<int> VersionAsync(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var trouve = System.Text.RegularExpressions.Regex.Match(html, "name=\"version\" value=\"(\\d+)\"");
        return int.Parse(trouve.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private async Task<(Compte Compte, Guid Dossier)> PreparerAsync()
    {
        var installation = await Installation.PreparerAsync(Donnees, Installation.CleParDefaut(Donnees), Editions.Embarquees, default);
        await using var db = new DossiersDb(BaseSqlite.Options(installation.Base));
        var compte = (await new Annuaire(db, installation.Coffre, TimeProvider.System)
            .CreerPremierAsync(Application.CourrielDAlice, Application.Phrase, Web.Securite.Qualite.Avocat, default))!;
        var courant = new CompteCourant();
        courant.Designer(compte);
        var dossier = await new Archives(db, installation.Coffre, courant, TimeProvider.System, Editions.Embarquees)
            .CreerAsync(DossierDEssai.Neuf(), "Création", default);
        SqliteConnection.ClearAllPools();
        return (compte, dossier);
    }
}
