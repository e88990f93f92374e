using System.Formats.Tar;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Reparation.Web.Data;

namespace Reparation.Web.Tests.Features;

/// <summary>Emporter un dossier et ses pièces, le remettre ailleurs, et tout ce qu'une archive ou une liste hostile essaie.</summary>
public sealed class TransfertsTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Un_dossier_et_ses_pieces_passent_d_un_compte_a_l_autre_a_l_octet_et_une_seule_fois()
    {
        var (id, pdf) = await AvecPieceAsync();
        var archive = await EmporterAsync(id);

        // Un autre logiciel lit l'archive.
        var entrees = Deplier(archive);
        Assert.Equal(["manifeste.json", "dossier.json"], entrees.Take(2).Select(e => e.Nom));
        Assert.Equal(pdf, entrees[2].Octets);
        Assert.DoesNotContain(entrees, e => e.Nom.Contains(DossierDEssai.Prenoms, StringComparison.OrdinalIgnoreCase));

        var recu = await ImporterAsync(application.Bruno, archive);
        Assert.Equal(HttpStatusCode.Redirect, recu.StatusCode);
        var page = recu.Headers.Location!.ToString();
        Assert.Equal(entrees[1].Octets, await application.Bruno.GetByteArrayAsync(new Uri(page.Replace("enfant", "export.json", StringComparison.Ordinal), UriKind.Relative)));
        Assert.Equal(entrees[2].Octets, Deplier(await EmporterAsync(Guid.Parse(page.Split('/')[2]), application.Bruno))[2].Octets);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync(page)).StatusCode);

        var avant = await LignesAsync();
        var encore = await ImporterAsync(application.Bruno, archive);
        Assert.Equal(page, encore.Headers.Location!.ToString());
        Assert.Equal(avant, await LignesAsync());
        Assert.Contains("déjà ici", WebUtility.HtmlDecode(await application.Bruno.GetStringAsync(new Uri(page, UriKind.Relative))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_dossier_sans_ses_octets_le_dit_a_l_export_et_a_l_import()
    {
        var (id, pdf) = await AvecPieceAsync();
        await application.SqlAsync($"DELETE FROM Contenus WHERE DossierId = '{id.ToString().ToUpperInvariant()}'");

        var archive = await EmporterAsync(id);
        Assert.Equal(2, Deplier(archive).Count);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(pdf)), Encoding.UTF8.GetString(Deplier(archive)[0].Octets), StringComparison.Ordinal);
        var recu = await ImporterAsync(application.Bruno, archive);
        Assert.Contains("1\u00A0fichier de pièce n’est pas venu", WebUtility.HtmlDecode(await application.Bruno.GetStringAsync(recu.Headers.Location!)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nom qui remonte")]
    [InlineData("lien")]
    [InlineData("octet changé")]
    [InlineData("dossier changé")]
    [InlineData("pièce ôtée")]
    [InlineData("pièce ajoutée")]
    [InlineData("taille démesurée")]
    [InlineData("manifeste démesuré")]
    [InlineData("manifeste menteur")]
    [InlineData("en-tête étendu")]
    [InlineData("coupée")]
    [InlineData("vidéo")]
    [InlineData("sans rapport")]
    public async Task Une_archive_hostile_est_refusee_avec_un_message_et_ne_laisse_rien(string cas)
    {
        var (id, _) = await AvecPieceAsync();
        var saine = await EmporterAsync(id);
        var entrees = Deplier(saine);
        var hostile = cas switch
        {
            "nom qui remonte" => Plier([.. entrees[..2], ("../../../tmp/evasion.pdf", entrees[2].Octets)]),
            "lien" => Changer(saine, Position(saine, 2) + 156, (byte)'2', somme: true),
            "octet changé" => Changer(saine, Position(saine, 2) + 512 + 40, (byte)'!', somme: false),
            "dossier changé" => Changer(saine, Position(saine, 1) + 512 + 40, (byte)'!', somme: false),
            "pièce ôtée" => Plier(entrees[..2]),
            "pièce ajoutée" => Plier([.. entrees, ("pieces/autre.pdf", FichiersDEssai.Pdf())]),
            "taille démesurée" => Taille(saine, Position(saine, 2), 8_000_000_000),
            "manifeste démesuré" => Taille(saine, 0, 8_000_000_000),
            "manifeste menteur" => Plier([("manifeste.json", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entrees[0].Octets).Replace("\"octets\": ", "\"octets\": 9", StringComparison.Ordinal))), .. entrees[1..]]),
            "en-tête étendu" => Plier(entrees, TarEntryFormat.Pax),
            "coupée" => saine[..(saine.Length / 2)],
            "vidéo" => Video(entrees),
            _ => Encoding.ASCII.GetBytes(new string('x', 6 * 1024 * 1024)),
        };
        var avant = await LignesAsync();

        var reponse = await ImporterAsync(application.Bruno, hostile);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        Assert.Contains("Rien n’a été enregistré.", WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(avant, await LignesAsync());
        Assert.False(File.Exists("/tmp/evasion.pdf"));
    }

    [Fact]
    public async Task Un_import_tue_en_route_ne_se_voit_pas_et_s_efface_le_lendemain()
    {
        var reserve = await application.AuNomDe(Application.CourrielDAlice, a => a.ReserverAsync(default));
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync($"/dossiers/{reserve}")).StatusCode);
        Assert.DoesNotContain(reserve.ToString(), await application.Alice.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        await using var db = new DossiersDb(BaseSqlite.Options(application.Base));

        await Archives.EffacerLesReservesAsync(db, DateTimeOffset.UtcNow, default);

        Assert.DoesNotContain(db.Dossiers, d => d.Id == reserve);
        Assert.NotEmpty(db.Versions);
    }

    [Fact]
    public async Task Depuis_la_machine_un_compte_exporte_et_importe_avec_ses_droits_et_pas_plus()
    {
        var (id, _) = await AvecPieceAsync();
        var repertoire = Directory.CreateTempSubdirectory("reparation-transfert-");
        var fichier = Path.Combine(repertoire.FullName, "dossier.tar");

        var refuse = await VerbeAsync("exporter", fichier, "--compte=" + Application.CourrielDeBruno, $"--dossier={id}");
        Assert.Equal(2, refuse.Code);
        Assert.Contains("n’existe pas pour lui", refuse.Dit, StringComparison.Ordinal);
        Assert.False(File.Exists(fichier));

        Assert.Equal(0, (await VerbeAsync("exporter", fichier, "--compte=" + Application.CourrielDAlice, $"--dossier={id}")).Code);
        Assert.Equal(await EmporterAsync(id), await File.ReadAllBytesAsync(fichier));
        Assert.Contains("Dossier importé", (await VerbeAsync("importer", fichier, "--compte=" + Application.CourrielDeBruno)).Dit, StringComparison.Ordinal);
        var avant = await LignesAsync();
        Assert.Contains("déjà là", (await VerbeAsync("importer", fichier, "--compte=" + Application.CourrielDeBruno)).Dit, StringComparison.Ordinal);
        Assert.Equal(avant, await LignesAsync());
        await File.WriteAllTextAsync(fichier, "{");
        Assert.Equal(1, (await VerbeAsync("importer", fichier, "--compte=" + Application.CourrielDeBruno)).Code);
        repertoire.Delete(recursive: true);
    }

    [Fact]
    public async Task Une_liste_ouvre_ses_dossiers_une_seule_fois()
    {
        const string Liste = "\uFEFFRéférence;pseudonyme;naissance;sexe\r\nLISTE-1;Lou;03/09/2012;F\r\n\r\nLISTE-2;\"Noé ; dit \"\"N\"\"\";2013-01-02;\r\n";
        var avant = (await ListerAsync()).Count;

        Assert.Equal(HttpStatusCode.Redirect, (await ListeAsync(Encoding.UTF8.GetBytes(Liste))).StatusCode);

        var fiches = await ListerAsync();
        Assert.Equal(avant + 2, fiches.Count);
        var noe = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(fiches.Single(f => f.Reference == "LISTE-2").Id, default)))!.Dossier;
        Assert.Equal(("Noé ; dit \"N\"", new DateOnly(2013, 1, 2)), (noe.Pseudonyme, noe.Enfant.DateDeNaissance!.Value));
        Assert.Equal(HttpStatusCode.Redirect, (await ListeAsync(Encoding.UTF8.GetBytes(Liste))).StatusCode);
        Assert.Contains("2\u00A0références étaient déjà là", WebUtility.HtmlDecode(await application.Alice.GetStringAsync(new Uri("/", UriKind.Relative))), StringComparison.Ordinal);
        Assert.Equal(avant + 2, (await ListerAsync()).Count);
    }

    [Theory]
    [InlineData("reference;pseudonyme\nFAUX-1;Lou\nFAUX 2;Lou\n", "ligne 3", "lettres sans accent")]
    [InlineData("reference;pseudonyme;naissance\nFAUX-3;Lou;31/02/2012\n", "ligne 2", "n’existe pas au calendrier")]
    [InlineData("reference;pseudonyme\nFAUX-4;Lou\nFAUX-4;Léo\n", "ligne 3", "déjà celle de la ligne 2")]
    [InlineData("reference;pseudonyme\nFAUX-5;\n", "ligne 2", "prénom d’emprunt")]
    [InlineData("reference;pseudonyme\nFAUX-6;Lou;de trop\n", "ligne 2", "séparateur")]
    [InlineData("reference,pseudonyme,sexe\nFAUX-7,Lou,X\n", "ligne 2", "F, M")]
    [InlineData("reference;nom\nFAUX-8;Lou\n", "(fichier)", "retirez toute autre colonne")]
    [InlineData("reference;pseudonyme\nFAUX-9;\"Lou\n", "(fichier)", "guillemet")]
    [InlineData("reference;pseudonyme\n", "(fichier)", "que sa première ligne")]
    [InlineData("", "(fichier)", "vide")]
    public async Task Une_ligne_fautive_se_dit_et_rien_n_est_cree(string liste, string ou, string pourquoi)
    {
        var avant = await LignesAsync();
        var reponse = await ListeAsync(Encoding.UTF8.GetBytes(liste));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
        Assert.Contains($"<code>{ou}</code>", page, StringComparison.Ordinal);
        Assert.Contains(pourquoi, page, StringComparison.Ordinal);
        Assert.Equal(avant, await LignesAsync());
    }

    [Fact]
    public async Task Une_liste_d_un_autre_codage_ou_trop_longue_se_refuse()
    {
        Assert.Contains("UTF-8", await Refus([.. "reference;pseudonyme\nA-1;No"u8, 0xE9, (byte)'\n']), StringComparison.Ordinal);
        Assert.Contains("dépasse 500 lignes", await Refus(Encoding.UTF8.GetBytes(
            "reference;pseudonyme\n" + string.Concat(Enumerable.Range(0, 501).Select(i => string.Create(CultureInfo.InvariantCulture, $"A-{i};Lou\n"))))), StringComparison.Ordinal);
        Assert.Contains("dépasse 1\u00A0Mo", await Refus(new byte[2 * 1024 * 1024]), StringComparison.Ordinal);

        async Task<string> Refus(byte[] octets) => WebUtility.HtmlDecode(await (await ListeAsync(octets)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Un_import_sans_jeton_ou_sans_fichier_ne_fait_rien()
    {
        using var nu = new MultipartFormDataContent { { new ByteArrayContent("{}"u8.ToArray()), "fichier", "a.json" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await application.Bruno.PostAsync(new Uri("/dossiers/importer", UriKind.Relative), nu)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ImporterAsync(application.Bruno, [])).StatusCode);
    }

    private static List<(string Nom, byte[] Octets)> Deplier(byte[] archive)
    {
        var entrees = new List<(string, byte[])>();
        using var lecteur = new TarReader(new MemoryStream(archive));
        while (lecteur.GetNextEntry(copyData: true) is { } entree)
        {
            Assert.Equal(TarEntryType.RegularFile, entree.EntryType);
            using var memoire = new MemoryStream();
            entree.DataStream?.CopyTo(memoire);
            entrees.Add((entree.Name, memoire.ToArray()));
        }

        return entrees;
    }

    private static byte[] Plier(List<(string Nom, byte[] Octets)> entrees, TarEntryFormat format = TarEntryFormat.Ustar)
    {
        using var memoire = new MemoryStream();
        using (var ecrivain = new TarWriter(memoire, format, leaveOpen: true))
        {
            foreach (var (nom, octets) in entrees)
            {
                TarEntry entree = format == TarEntryFormat.Pax ? new PaxTarEntry(TarEntryType.RegularFile, nom) : new UstarTarEntry(TarEntryType.RegularFile, nom);
                entree.DataStream = new MemoryStream(octets);
                ecrivain.WriteEntry(entree);
            }
        }

        return memoire.ToArray();
    }

    // Tout concorde, sauf ce qu'est le fichier.
    private static byte[] Video(List<(string Nom, byte[] Octets)> entrees)
    {
        var (film, avant) = ("....ftypmp42fictif"u8.ToArray(), entrees[2].Octets);
        var (ancien, nouveau) = (Convert.ToHexStringLower(SHA256.HashData(avant)), Convert.ToHexStringLower(SHA256.HashData(film)));
        var dossier = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entrees[1].Octets).Replace(ancien, nouveau, StringComparison.Ordinal));
        var manifeste = Encoding.UTF8.GetString(entrees[0].Octets).Replace(ancien, nouveau, StringComparison.Ordinal)
            .Replace(Convert.ToHexStringLower(SHA256.HashData(entrees[1].Octets)), Convert.ToHexStringLower(SHA256.HashData(dossier)), StringComparison.Ordinal)
            .Replace($"\"octets\": {avant.Length}", $"\"octets\": {film.Length}", StringComparison.Ordinal);
        return Plier([("manifeste.json", Encoding.UTF8.GetBytes(manifeste)), ("dossier.json", dossier), ($"pieces/{nouveau}.pdf", film)]);
    }

    private static int Position(byte[] archive, int rang)
    {
        var position = 0;
        for (; rang > 0; rang--)
        {
            var taille = Convert.ToInt32(Encoding.ASCII.GetString(archive, position + 124, 11), 8);
            position += 512 + ((taille + 511) / 512 * 512);
        }

        return position;
    }

    private static byte[] Taille(byte[] archive, int entete, long taille)
    {
        var change = (byte[])archive.Clone();
        Encoding.ASCII.GetBytes(Convert.ToString(taille, 8).PadLeft(11, '0')).CopyTo(change, entete + 124);
        return Sommer(change, entete);
    }

    private static byte[] Changer(byte[] archive, int ou, byte par, bool somme)
    {
        var change = (byte[])archive.Clone();
        change[ou] = par;
        return somme ? Sommer(change, ou / 512 * 512) : change;
    }

    private static byte[] Sommer(byte[] archive, int entete)
    {
        archive.AsSpan(entete + 148, 8).Fill((byte)' ');
        var somme = archive.AsSpan(entete, 512).ToArray().Sum(b => b);
        Encoding.ASCII.GetBytes(Convert.ToString(somme, 8).PadLeft(6, '0') + "\0 ").CopyTo(archive, entete + 148);
        return archive;
    }

    private async Task<(Guid Id, byte[] Pdf)> AvecPieceAsync()
    {
        // Une référence à soi : les autres essais de la classe partagent les deux comptes.
        var reference = "TAR-" + Guid.NewGuid().ToString("N")[..8];
        var (id, pdf) = (await application.CreerAsync(DossierDEssai.Neuf() with { Reference = reference }), FichiersDEssai.Pdf(pages: 2));
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(await application.Alice.JetonAsync($"/dossiers/{id}/pieces/deposer")), "__RequestVerificationToken" },
            { new ByteArrayContent(pdf), "fichiers", "attestation.pdf" },
        };
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.PostAsync(new Uri($"/dossiers/{id}/pieces/deposer", UriKind.Relative), contenu)).StatusCode);
        return (id, pdf);
    }

    private async Task<byte[]> EmporterAsync(Guid id, HttpClient? client = null)
    {
        var reponse = await (client ?? application.Alice).OuvrirAsync($"/dossiers/{id}/export.tar");
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        var octets = await reponse.Content.ReadAsByteArrayAsync();
        Assert.Equal(reponse.Content.Headers.ContentLength, octets.Length);
        return octets;
    }

    private static async Task<HttpResponseMessage> ImporterAsync(HttpClient client, byte[] octets)
    {
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(await client.JetonAsync("/dossiers/importer")), "__RequestVerificationToken" },
            { new ByteArrayContent(octets), "fichier", "export.tar" },
        };
        return await client.PostAsync(new Uri("/dossiers/importer", UriKind.Relative), contenu);
    }

    private async Task<HttpResponseMessage> ListeAsync(byte[] octets)
    {
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(await application.Alice.JetonAsync("/dossiers/importer")), "__RequestVerificationToken" },
            { new ByteArrayContent(octets), "liste", "liste.csv" },
        };
        return await application.Alice.PostAsync(new Uri("/dossiers/importer/liste", UriKind.Relative), contenu);
    }

    private Task<IReadOnlyList<FicheDeDossier>> ListerAsync() => application.AuNomDe(Application.CourrielDAlice, a => a.ListerAsync(default));

    private async Task<(int Code, string Dit)> VerbeAsync(params string[] arguments)
    {
        using var programme = new Demarrage.Programme([.. arguments, "--Reparation:Donnees=" + application.Donnees]);
        return (await programme.FinAsync(), programme.Dit);
    }

    private async Task<(int, int, int, int)> LignesAsync()
    {
        await using var db = new DossiersDb(BaseSqlite.Options(application.Base));
        return (db.Dossiers.Count(), db.Versions.Count(), db.Contenus.Count(), db.Morceaux.Count());
    }
}
