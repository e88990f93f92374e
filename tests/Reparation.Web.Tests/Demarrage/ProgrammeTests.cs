using System.Net;
using Reparation.Domain.Referentiels;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Tests.Demarrage;

public sealed class ProgrammeTests : IDisposable
{
    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-programme-");

    private string Donnees => Path.Combine(racine.FullName, "donnees");

    public void Dispose() => racine.Delete(recursive: true);

    [Fact]
    public async Task Une_cle_perdue_arrete_le_programme_avec_un_message_et_un_code()
    {
        await Installation.PreparerAsync(Donnees, Installation.CleParDefaut(Donnees), Editions.Embarquees, default);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(Installation.CleParDefaut(Donnees));
        using var programme = new Programme("--Reparation:Donnees=" + Donnees, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, await programme.FinAsync());
        Assert.Contains("la clé d’instance est introuvable", programme.Dit, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", programme.Dit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_repertoire_ou_une_cle_impossibles_se_disent_sans_pile()
    {
        var fichier = Path.Combine(racine.FullName, "fichier");
        await File.WriteAllTextAsync(fichier, "");
        using (var impossible = new Programme("--Reparation:Donnees=" + Path.Combine(fichier, "donnees"), "--urls", "http://127.0.0.1:0"))
        {
            Assert.Equal(2, await impossible.FinAsync());
            Assert.Contains("ne peut pas être créé", impossible.Dit, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", impossible.Dit, StringComparison.Ordinal);
        }

        using var cle = new Programme("--Reparation:Donnees=" + Donnees, "--Reparation:CleInstance=" + Path.Combine(fichier, "instance.cle"), "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, await cle.FinAsync());
        Assert.Contains("La clé d’instance ne peut pas être écrite", cle.Dit, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Donnees, "reparation.db")), "Aucune base ne naît sans sa clé.");
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:5189")]
    [InlineData("http://127.0.0.1:0;http://192.0.2.1:5189")]
    public async Task La_demonstration_n_ecoute_que_sur_cette_machine(string urls)
    {
        using var programme = new Programme("--demonstration", "--urls", urls);
        Assert.Equal(2, await programme.FinAsync());
        Assert.Contains("n’écoute que sur cette machine", programme.Dit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_demonstration_ouvre_sans_connexion_et_efface_tout_a_l_arret()
    {
        using var programme = new Programme("--demonstration", "--urls", "http://127.0.0.1:0");
        var adresse = await programme.PretAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = adresse };
        Assert.Equal(HttpStatusCode.OK, (await client.OuvrirAsync("/phrase-de-passe")).StatusCode);

        using var detournee = new HttpRequestMessage(HttpMethod.Get, "/phrase-de-passe") { Headers = { Host = "pirate.test" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(detournee)).StatusCode);

        var miens = Directory.GetDirectories(Path.GetTempPath(), "reparation-demonstration-*");
        Assert.NotEmpty(miens);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(0, await programme.ArreterAsync());
            Assert.True(miens.Any(d => !Directory.Exists(d)), "Le répertoire de la démonstration est resté après l'arrêt.");
        }
    }

    [Fact]
    public async Task Une_adresse_deja_prise_est_dite_en_francais()
    {
        using var occupee = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        occupee.Start();
        using var programme = new Programme("--Reparation:Donnees=" + Donnees, "--urls", $"http://{occupee.LocalEndpoint}");
        Assert.Equal(2, await programme.FinAsync());
        Assert.Contains("déjà prise", programme.Dit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_edition_malformee_du_cabinet_empeche_le_demarrage_et_dit_que_faire()
    {
        var editions = racine.CreateSubdirectory("editions");
        var fichier = Path.Combine(editions.CreateSubdirectory("capitalisation/essai").FullName, "edition.json");
        await File.WriteAllTextAsync(fichier, "{ \"id\": \"essai\" }");
        using var programme = new Programme(
            "--Reparation:Donnees=" + Donnees, "--Reparation:Editions=" + editions.FullName, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, await programme.FinAsync());
        Assert.Contains("capitalisation/essai/edition.json", programme.Dit, StringComparison.Ordinal);
        Assert.Contains("retirez le réglage Reparation__Editions", programme.Dit, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", programme.Dit, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Donnees), "Rien n'est créé quand le démarrage est refusé.");
    }

    [Fact]
    public async Task Une_edition_du_cabinet_parait_dans_les_references()
    {
        var dossier = racine.CreateSubdirectory("editions").CreateSubdirectory("indemnisation").CreateSubdirectory("essai-2026");
        await File.WriteAllTextAsync(
            Path.Combine(dossier.FullName, "edition.json"),
            Editions.FichiersEmbarques()["indemnisation/referentiel-2013/edition.json"]
                .Replace("referentiel-2013", "essai-2026", StringComparison.Ordinal));
        using var programme = new Programme(
            "--demonstration", "--Reparation:Editions=" + dossier.Parent!.Parent!.FullName, "--urls", "http://127.0.0.1:0");
        var adresse = await programme.PretAsync();
        using var client = new HttpClient { BaseAddress = adresse };
        Assert.Contains("Ajoutée par le cabinet", WebUtility.HtmlDecode(
            await client.GetStringAsync(new Uri("/references/indemnisation/essai-2026", UriKind.Relative))), StringComparison.Ordinal);
    }
}
