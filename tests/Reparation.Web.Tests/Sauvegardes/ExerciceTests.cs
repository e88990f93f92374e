using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Tests.Demarrage;

namespace Reparation.Web.Tests.Sauvegardes;

/// <summary>L'exercice entier, avec le vrai programme : on travaille, on sauvegarde sans s'arrêter, la machine meurt, on repart ailleurs.</summary>
public sealed class ExerciceTests : IDisposable
{
    private const int EnregistrementsPendant = 12;

    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-exercice-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        racine.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Une_sauvegarde_prise_pendant_le_travail_se_remet_ailleurs_octet_pour_octet(bool parPhrase)
    {
        var (donnees, ailleurs, fichier) = (Chemin("donnees"), Chemin("ailleurs"), Chemin("tout.sauvegarde"));
        var dossier = await PreparerAsync(donnees);
        var phrase = Chemin("phrase");
        await File.WriteAllTextAsync(phrase, "cinq mots sans lien entre eux\n");
        string[] secret = parPhrase ? ["--phrase=" + phrase] : [];
        var pdf = FichiersDEssai.Pdf(pages: 4, objet: $"<< /Length 600000 >>\nstream\n{new string('x', 600_000)}\nendstream");

        byte[] export, piece;
        string fiche;
        using (var programme = new Programme("--Reparation:Donnees=" + donnees, "--urls", "http://127.0.0.1:0"))
        {
            using var client = await ConnecterAsync(programme);
            fiche = await DeposerAsync(client, dossier, pdf);
            export = await client.GetByteArrayAsync(Adresse($"/dossiers/{dossier}/export.json"));
            piece = await client.GetByteArrayAsync(Adresse($"/dossiers/{dossier}/pieces/fiche/{fiche}/fichier"));
            Assert.Equal(pdf, piece);

            using var sauvegarde = new Programme(["sauvegarder", fichier, .. secret, "--Reparation:Donnees=" + donnees]);
            // On continue d'écrire dans un autre dossier pendant que la copie se fait.
            for (var i = 0; i < EnregistrementsPendant; i++)
            {
                Assert.Equal(HttpStatusCode.Redirect, (await client.EnvoyerAsync("/dossiers/nouveau", new()
                {
                    ["Dossier.Reference"] = string.Create(CultureInfo.InvariantCulture, $"FICTIF-{i}"),
                    ["Dossier.Pseudonyme"] = "Lou",
                })).StatusCode);
            }

            Assert.True(await sauvegarde.FinAsync() == 0, sauvegarde.Dit);
            Assert.Contains("relue en entier et comparée", sauvegarde.Dit, StringComparison.Ordinal);
            await programme.TuerAsync();
        }

        SqliteConnection.ClearAllPools();
        Assert.Equal([Path.GetFileName(fichier)], Directory.GetFiles(racine.FullName, "*sauvegarde*").Select(f => Path.GetFileName(f)));
        Assert.Empty(Directory.GetFiles(donnees, "copie-*"));
        string[] cle = parPhrase ? [] : ["--Reparation:CleInstance=" + Installation.CleParDefaut(donnees)];
        using (var restauration = new Programme(["restaurer", fichier, .. secret, "--Reparation:Donnees=" + ailleurs, .. cle]))
        {
            Assert.True(await restauration.FinAsync() == 0, restauration.Dit);
            Assert.Contains("Tout est entier et s’ouvre.", restauration.Dit, StringComparison.Ordinal);
        }

        using var remis = new Programme(["--Reparation:Donnees=" + ailleurs, "--urls", "http://127.0.0.1:0", .. cle]);
        using var retour = await ConnecterAsync(remis);
        Assert.Equal(export, await retour.GetByteArrayAsync(Adresse($"/dossiers/{dossier}/export.json")));
        Assert.Equal(piece, await retour.GetByteArrayAsync(Adresse($"/dossiers/{dossier}/pieces/fiche/{fiche}/fichier")));
    }

    private static Uri Adresse(string chemin) => new(chemin, UriKind.Relative);

    private static async Task<HttpClient> ConnecterAsync(Programme programme)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = await programme.PretAsync() };
        var entree = await client.EnvoyerAsync("/connexion", new() { ["Courriel"] = Application.CourrielDAlice, ["Phrase"] = Application.Phrase });
        Assert.Equal(HttpStatusCode.Redirect, entree.StatusCode);
        return client;
    }

    private static async Task<string> DeposerAsync(HttpClient client, Guid dossier, byte[] pdf)
    {
        var depots = $"/dossiers/{dossier}/pieces/depots";
        var jeton = await client.JetonAsync($"/dossiers/{dossier}/pieces/deposer");
        var depot = (await PosterAsync(depots, Champs(("octets", pdf.Length.ToString(CultureInfo.InvariantCulture))))).GetProperty("depot").GetString();
        await PosterAsync($"{depots}/{depot}?debut=0", new ByteArrayContent(pdf));
        var issue = await PosterAsync($"{depots}/{depot}/terminer", Champs(("nom", "attestation.pdf"), ("numerisation", "false"), ("piece", "")));
        Assert.True(issue.GetProperty("admis").GetBoolean(), issue.ToString());
        return issue.GetProperty("piece").GetString()!;

        async Task<JsonElement> PosterAsync(string adresse, HttpContent contenu)
        {
            using var requete = new HttpRequestMessage(HttpMethod.Post, Adresse(adresse)) { Content = contenu };
            requete.Headers.Add("RequestVerificationToken", jeton);
            using var reponse = await client.SendAsync(requete);
            return await reponse.Content.ReadFromJsonAsync<JsonElement>();
        }

        static FormUrlEncodedContent Champs(params (string Nom, string Valeur)[] champs) => new(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
    }

    private static async Task<Guid> PreparerAsync(string donnees)
    {
        var installation = await Installation.PreparerAsync(donnees, Installation.CleParDefaut(donnees), Editions.Embarquees, default);
        await using var db = new DossiersDb(BaseSqlite.Options(installation.Base));
        var compte = (await new Annuaire(db, installation.Coffre, TimeProvider.System)
            .CreerPremierAsync(Application.CourrielDAlice, Application.Phrase, Web.Securite.Qualite.Avocat, default))!;
        var courant = new CompteCourant();
        courant.Designer(compte);
        return await new Archives(db, installation.Coffre, courant, TimeProvider.System, Editions.Embarquees).CreerAsync(DossierDEssai.Neuf(), "Création", default);
    }

    private string Chemin(string nom) => Path.Combine(racine.FullName, nom);
}
