using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Domain.Referentiels;
using Reparation.Tests;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Sauvegardes;
using Reparation.Web.Securite;
using Reparation.Web.Tests.Demarrage;

namespace Reparation.Morts;

/// <summary>Une installation que l'on tue, et le registre de ce qu'elle a confirmé.</summary>
internal sealed partial class Banc
{
    private const string Courriel = "alice.avocate@exemple.test";
    private const string Phrase = "quatre mots sans lien entre eux";
    // Chaque mort peut laisser un dépôt en plan, et un dossier n'en garde que vingt.
    private const int ViesParDossier = 15;
    private const int Flux = 600_000;
    private const int Envoi = 256 * 1024;

    private readonly string racine;
    private readonly CookieContainer temoins = new();
    private readonly Dictionary<int, string> enregistres = [];
    private readonly List<(string Piece, string Sha256)> deposes = [];
    private Installation installation = null!;
    private Compte compte = null!;
    private Guid dossier;
    private Uri? adresse;
    private string derniereSauvegarde = "";
    private (int Enregistrements, int Depots, int Sauvegardes, int Interrompues) total;

    private Banc(string racine) => this.racine = racine;

    public string Compte => string.Create(CultureInfo.InvariantCulture,
        $"{total.Enregistrements} enregistrements, {total.Depots} dépôts et {total.Sauvegardes} sauvegardes confirmés et relus, {total.Interrompues} sauvegardes tuées sans laisser de fichier");

    private string Donnees => Path.Combine(racine, "donnees");

    public static async Task<Banc> PreparerAsync(string racine)
    {
        var banc = new Banc(racine);
        banc.installation = await Installation.PreparerAsync(banc.Donnees, Installation.CleParDefaut(banc.Donnees), Editions.Embarquees, default);
        await using var db = banc.Base();
        banc.compte = await new Annuaire(db, banc.installation.Coffre, TimeProvider.System).CreerPremierAsync(Courriel, Phrase, Qualite.Avocat, default)
            ?? throw new InvalidOperationException("La base n'est pas neuve.");
        return banc;
    }

    /// <summary>Une vie du programme : on travaille de trois façons à la fois, il meurt à un moment quelconque, on relit.</summary>
    public async Task VivreAsync(int mort)
    {
        if (mort % ViesParDossier == 1)
        {
            await ChangerDeDossierAsync();
        }

        using var programme = new Programme("--Reparation:Donnees=" + Donnees, "--urls", adresse?.ToString() ?? "http://127.0.0.1:0");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = temoins }) { BaseAddress = await programme.PretAsync() };
        adresse ??= client.BaseAddress;
        if (mort == 1)
        {
            await ConnecterAsync(client);
        }

        var sauvegarde = Path.Combine(racine, $"{mort}.sauvegarde");
        using var copie = mort % 3 == 0 ? new Programme("sauvegarder", sauvegarde, "--Reparation:Donnees=" + Donnees) : null;
        var premier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var travail = Task.WhenAll(
            JusquALaMortAsync(() => EnregistrerAsync(client), enregistres, mort % 2 == 0 ? premier : null),
            JusquALaMortAsync(() => DeposerAsync(client), deposes, mort % 2 == 0 ? null : premier));
        // La moitié des sauvegardes finissent ; les autres meurent n'importe où, démarrage compris, sans attendre le serveur.
        var coupee = copie is null || mort % 2 == 0 ? Task.CompletedTask : Task.Delay(Random.Shared.Next(200, 4_000)).ContinueWith(_ => copie.TuerAsync(), TaskScheduler.Default).Unwrap();
        if (copie is not null && mort % 2 == 0)
        {
            await copie.FinAsync();
        }
        else
        {
            // Une confirmation par vie au moins, même sur une machine chargée ; la mort vient ensuite.
            await premier.Task.WaitAsync(TimeSpan.FromMinutes(5));
            await Task.Delay(Random.Shared.Next(0, 500));
        }

        await Task.WhenAll(programme.TuerAsync(), coupee);
        await travail;
        await RelireAsync();
        if (copie is not null)
        {
            await ExaminerAsync(sauvegarde, copie.Dit.Contains("relue en entier", StringComparison.Ordinal));
        }
    }

    /// <summary>Relit toute la base, scellé par scellé.</summary>
    public async Task ToutControlerAsync()
    {
        var bilan = await Controle.FaireAsync(await BaseEnPlace.OuvrirAsync(Donnees, installation.FichierDeCle, default), default);
        Exiger(bilan.Sain, string.Join(" ", bilan.Constats.Select(c => c.Quoi)));
    }

    /// <summary>Remet la dernière sauvegarde ailleurs ; son contrôle complet est celui de la commande.</summary>
    public async Task RestaurerAsync()
    {
        if (derniereSauvegarde.Length > 0)
        {
            var (_, bilan) = await Restauration.RemettreAsync(derniereSauvegarde, Path.Combine(racine, "ailleurs"), installation.FichierDeCle, null, default);
            Exiger(bilan.Sain, "La dernière sauvegarde ne se remet pas entière.");
        }

        Directory.Delete(racine, recursive: true);
    }

    private static void Exiger(bool vrai, string sinon)
    {
        if (!vrai)
        {
            throw new PerteException(sinon);
        }
    }

    private static async Task JusquALaMortAsync<T>(Func<Task> travailler, IReadOnlyCollection<T> confirmes, TaskCompletionSource? premier)
    {
        try
        {
            while (true)
            {
                await travailler();
                if (confirmes.Count > 0)
                {
                    premier?.TrySetResult();
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException { StatusCode: null } or IOException or JsonException or TaskCanceledException)
        {
            // Mort pendant l'échange : ce qui n'a pas reçu sa réponse n'est pas confirmé.
        }
    }

    private async Task EnregistrerAsync(HttpClient client)
    {
        var page = $"/dossiers/{dossier}/faits";
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var depart = int.Parse(Version().Match(html).Groups[1].Value, CultureInfo.InvariantCulture);
        var texte = Guid.NewGuid().ToString("N");
        using var reponse = await PosterAsync(client, page, Jeton().Match(html).Groups[1].Value, new()
        {
            ["version"] = depart.ToString(CultureInfo.InvariantCulture),
            ["Dossier.Faits[0].Id"] = "f1",
            ["Dossier.Faits[0].Lieu"] = texte,
            ["action"] = "enregistrer",
        });
        if (reponse.StatusCode == HttpStatusCode.Redirect)
        {
            // Un dépôt a pu s'intercaler ; sans conflit, la version est au moins celle-ci.
            lock (enregistres)
            {
                enregistres[depart + 1] = texte;
            }
        }
        else
        {
            // Un dépôt s'est intercalé : la page de réunion montre les deux, rien n'est confirmé.
            Exiger(reponse.StatusCode == HttpStatusCode.Conflict, $"Un enregistrement a répondu {reponse.StatusCode}.");
        }
    }

    private async Task DeposerAsync(HttpClient client)
    {
        var octets = FichiersDEssai.Pdf(objet: $"<< /Length {Flux} >>\nstream\n{Convert.ToHexString(RandomNumberGenerator.GetBytes(Flux / 2))}\nendstream");
        var depots = $"/dossiers/{dossier}/pieces/depots";
        var jeton = Jeton().Match(await client.GetStringAsync(new Uri($"/dossiers/{dossier}/pieces/deposer", UriKind.Relative))).Groups[1].Value;
        using var ouverture = await PosterAsync(client, depots, jeton, new() { ["octets"] = octets.Length.ToString(CultureInfo.InvariantCulture) });
        var ouvert = JsonDocument.Parse(await ouverture.Content.ReadAsStringAsync()).RootElement;
        if (!ouvert.TryGetProperty("depot", out var depot))
        {
            // Trop de dépôts interrompus attendent : le suivant ira dans un dossier neuf.
            await Task.Delay(50);
            return;
        }

        for (var recus = 0; recus < octets.Length; recus += Envoi)
        {
            using var requete = new HttpRequestMessage(HttpMethod.Post, new Uri($"{depots}/{depot}?debut={recus}", UriKind.Relative))
            {
                Content = new ByteArrayContent(octets, recus, Math.Min(Envoi, octets.Length - recus)),
            };
            requete.Headers.Add("RequestVerificationToken", jeton);
            using var reponse = await client.SendAsync(requete);
            reponse.EnsureSuccessStatusCode();
        }

        using var fin = await PosterAsync(client, $"{depots}/{depot}/terminer", jeton, new() { ["nom"] = "attestation.pdf", ["numerisation"] = "false", ["piece"] = "" });
        var issue = JsonDocument.Parse(await fin.Content.ReadAsStringAsync()).RootElement;
        if (issue.GetProperty("admis").GetBoolean())
        {
            lock (deposes)
            {
                deposes.Add((issue.GetProperty("piece").GetString()!, Convert.ToHexStringLower(SHA256.HashData(octets))));
            }
        }
    }

    // Ce qui a été confirmé dans cette vie : chaque version dit ce qui a été tapé, chaque fichier se relit à son empreinte.
    private async Task RelireAsync()
    {
        await using var db = Base();
        Exiger(await db.Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check").SingleAsync() == "ok", "La base est abîmée.");
        var courant = new CompteCourant();
        courant.Designer(compte);
        var archives = new Archives(db, installation.Coffre, courant, TimeProvider.System, Editions.Embarquees);
        var historique = await archives.HistoriqueAsync(dossier, default);
        Exiger(historique.Select(v => v.Numero).SequenceEqual(Enumerable.Range(1, historique.Count).Reverse()), "Il manque une version.");
        foreach (var (version, texte) in enregistres)
        {
            Exiger((await archives.OuvrirVersionAsync(dossier, version, default))?.Dossier.Faits[0].Lieu == texte, $"La version {version} ne dit pas ce qui a été confirmé.");
        }

        var derniere = (await archives.OuvrirAsync(dossier, default))!.Dossier;
        var pieces = new CoffreDePieces(
            db, BaseSqlite.Options(installation.Base), installation.Coffre, courant, TimeProvider.System, new(), new(installation.CleDeSceau, null));
        foreach (var (piece, sha256) in deposes)
        {
            Exiger(derniere.Pieces.Any(p => p.Id == piece && p.Fichier!.Sha256 == sha256), "Une pièce confirmée n’est plus au bordereau.");
            await using (var flux = await pieces.OuvrirAsync(dossier, sha256, default) ?? throw new PerteException("Un fichier confirmé a disparu."))
            {
                Exiger(Convert.ToHexStringLower(await SHA256.HashDataAsync(flux)) == sha256, "Un fichier confirmé a changé.");
            }

            // Relu, il ne sert plus : la base garde une taille qui laisse mille vies possibles.
            await pieces.DetruireAsync(dossier, sha256, default);
        }

        total = total with { Enregistrements = total.Enregistrements + enregistres.Count, Depots = total.Depots + deposes.Count };
        enregistres.Clear();
        deposes.Clear();
    }

    private async Task ExaminerAsync(string sauvegarde, bool annoncee)
    {
        if (!File.Exists(sauvegarde))
        {
            Exiger(!annoncee, "Une sauvegarde annoncée n’existe pas.");
            total = total with { Interrompues = total.Interrompues + 1 };
            return;
        }

        // Ce qui porte le nom demandé est toujours entier, annoncé ou non.
        var ailleurs = Path.Combine(racine, "essai");
        var (_, bilan) = await Restauration.RemettreAsync(sauvegarde, ailleurs, installation.FichierDeCle, null, default);
        Exiger(bilan.Sain, "Une sauvegarde ne se relit pas entière.");
        SqliteConnection.ClearAllPools();
        Directory.Delete(ailleurs, recursive: true);
        File.Delete(derniereSauvegarde.Length > 0 ? derniereSauvegarde : Path.Combine(racine, "aucune"));
        derniereSauvegarde = sauvegarde;
        total = total with { Sauvegardes = total.Sauvegardes + 1 };
    }

    private async Task ChangerDeDossierAsync()
    {
        await using var db = Base();
        var courant = new CompteCourant();
        courant.Designer(compte);
        dossier = await new Archives(db, installation.Coffre, courant, TimeProvider.System, Editions.Embarquees)
            .CreerAsync(new() { Reference = "MORTS-" + Guid.NewGuid().ToString("N")[..8], Pseudonyme = "Lou", Fictif = true, Faits = [new() { Id = "f1" }] }, "Création", default);
    }

    private static async Task ConnecterAsync(HttpClient client)
    {
        var jeton = Jeton().Match(await client.GetStringAsync(new Uri("/connexion", UriKind.Relative))).Groups[1].Value;
        using var reponse = await PosterAsync(client, "/connexion", jeton, new() { ["Courriel"] = Courriel, ["Phrase"] = Phrase });
        Exiger(reponse.StatusCode == HttpStatusCode.Redirect, "La connexion a échoué.");
    }

    private static async Task<HttpResponseMessage> PosterAsync(HttpClient client, string adresse, string jeton, Dictionary<string, string> champs)
    {
        champs["__RequestVerificationToken"] = WebUtility.HtmlDecode(jeton);
        using var contenu = new FormUrlEncodedContent(champs);
        return await client.PostAsync(new Uri(adresse, UriKind.Relative), contenu);
    }

    private DossiersDb Base() => new(BaseSqlite.Options(installation.Base, reservees: false));

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Jeton();
}
