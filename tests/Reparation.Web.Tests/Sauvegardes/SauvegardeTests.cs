using System.Text;
using Reparation.Web.Sauvegardes;
using Reparation.Web.Tests.Data;

namespace Reparation.Web.Tests.Sauvegardes;

/// <summary>Ce qu'une sauvegarde refuse, et ce qu'elle ne laisse jamais derrière elle.</summary>
public sealed class SauvegardeTests : IDisposable
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 25, 8, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-sauvegarde-");

    public void Dispose() => racine.Delete(recursive: true);

    [Fact]
    public async Task Un_octet_change_retire_ou_ajoute_n_importe_ou_fait_refuser_la_restauration_et_ne_laisse_rien()
    {
        await using var magasin = await RempliAsync();
        var saine = await SauvegarderAsync(magasin);
        var octets = await File.ReadAllBytesAsync(saine);
        // L'en-tête, la fiche scellée, une tranche et la fin : chaque région, et des endroits au hasard.
        var endroits = new List<int> { 0, 5, 60, 120, 200, 400, 420, octets.Length - 1 };
        endroits.AddRange(Enumerable.Range(0, 24).Select(_ => Random.Shared.Next(octets.Length)));
        foreach (var endroit in endroits)
        {
            var change = (byte[])octets.Clone();
            change[endroit] ^= 0x20;
            await RefuserAsync(magasin, change, $"octet {endroit}");
        }

        await RefuserAsync(magasin, octets[..^1], "tronqué d'un octet");
        await RefuserAsync(magasin, octets[..(octets.Length / 2)], "coupé en deux");
        await RefuserAsync(magasin, [], "vide");
        await RefuserAsync(magasin, [.. octets, 0], "un octet de trop");
        await RefuserAsync(magasin, Encoding.UTF8.GetBytes(new string('{', 5_000)), "sans rapport");
    }

    [Fact]
    public async Task Une_sauvegarde_n_en_remplace_jamais_une_autre_et_se_nomme_par_l_instant()
    {
        await using var magasin = await RempliAsync();
        var (fichier, _) = await Sauvegarde.EcrireAsync(await PlaceAsync(magasin), racine.FullName, null, Instant, default);
        Assert.Equal("reparation-2026-11-25T083000Z.sauvegarde", Path.GetFileName(fichier));
        var avant = await File.ReadAllBytesAsync(fichier);

        var refus = await Assert.ThrowsAsync<RefusDeSauvegardeException>(async () => await Sauvegarde.EcrireAsync(await PlaceAsync(magasin), fichier, null, Instant, default));

        Assert.Contains("existe déjà", refus.Message, StringComparison.Ordinal);
        Assert.Equal(avant, await File.ReadAllBytesAsync(fichier));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fichier));
        }
    }

    [Fact]
    public async Task Le_fichier_ne_montre_ni_texte_ni_structure_de_la_base()
    {
        await using var magasin = await RempliAsync();
        var texte = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await SauvegarderAsync(magasin)));
        Assert.All(
            ["SQLite", "CREATE TABLE", "Dossiers", magasin.Compte.Id.ToString(), DossierDEssai.Reference],
            clair => Assert.DoesNotContain(clair, texte, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Une_restauration_n_ecrase_rien_et_demande_la_cle_de_cette_sauvegarde()
    {
        await using var magasin = await RempliAsync();
        await using var autre = await RempliAsync();
        var fichier = await SauvegarderAsync(magasin);

        await DireAsync("n’est pas vide", Path.GetDirectoryName(magasin.Installation.Base)!, magasin.Installation.FichierDeCle);
        await DireAsync("n’est pas celle de cette sauvegarde", Neuf(), autre.Installation.FichierDeCle);
        await DireAsync("elle n’est pas là", Neuf(), Path.Combine(Neuf(), "absente.cle"));

        async Task DireAsync(string attendu, string donnees, string cle)
        {
            var refus = await Assert.ThrowsAsync<RefusDeSauvegardeException>(() => Restauration.RemettreAsync(fichier, donnees, cle, null, default));
            Assert.Contains(attendu, refus.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Une_phrase_fausse_ou_oubliee_se_dit_et_n_ecrit_ni_donnees_ni_cle()
    {
        await using var magasin = await RempliAsync();
        var (fichier, _) = await Sauvegarde.EcrireAsync(await PlaceAsync(magasin), Neuf(), "une phrase longue et fictive", Instant, default);
        var (donnees, cle) = (Neuf(), Path.Combine(Neuf(), "instance.cle"));

        Assert.Contains("n’ouvre pas", (await RefusAsync("une autre phrase longue")).Message, StringComparison.Ordinal);
        Assert.Contains("--phrase", (await RefusAsync(null)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(cle));
        Assert.DoesNotContain(Directory.EnumerateFiles(donnees), f => Path.GetFileName(f) != "verrou");

        var (_, bilan) = await Restauration.RemettreAsync(fichier, donnees, cle, "une phrase longue et fictive", default);
        Assert.True(bilan.Sain);
        Assert.Equal(await File.ReadAllTextAsync(magasin.Installation.FichierDeCle), await File.ReadAllTextAsync(cle));

        Task<RefusDeSauvegardeException> RefusAsync(string? phrase) =>
            Assert.ThrowsAsync<RefusDeSauvegardeException>(() => Restauration.RemettreAsync(fichier, donnees, cle, phrase, default));
    }

    [Fact]
    public async Task Une_base_abimee_ne_remplace_aucune_sauvegarde()
    {
        await using var magasin = await RempliAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var fichier = new FileStream(magasin.Installation.Base, FileMode.Open, FileAccess.ReadWrite))
        {
            fichier.Position = 4096;
            fichier.Write(new byte[(int)Math.Min(60_000, fichier.Length - 4096)]);
        }

        var vers = Neuf();
        await Assert.ThrowsAsync<RefusDeSauvegardeException>(async () => await Sauvegarde.EcrireAsync(await PlaceAsync(magasin), vers, null, Instant, default));
        Assert.Empty(Directory.GetFiles(vers));
    }

    internal static async Task<Magasin> RempliAsync()
    {
        var magasin = await Magasin.OuvrirAsync();
        await magasin.Agir(a => a.CreerAsync(DossierDEssai.Neuf(), DossierDEssai.Raison, default));
        return magasin;
    }

    internal static Task<BaseEnPlace> PlaceAsync(Magasin magasin) =>
        BaseEnPlace.OuvrirAsync(magasin.Installation.Donnees, magasin.Installation.FichierDeCle, default);

    private async Task RefuserAsync(Magasin magasin, byte[] octets, string cas)
    {
        var (fichier, donnees) = (Path.Combine(Neuf(), "essai.sauvegarde"), Neuf());
        await File.WriteAllBytesAsync(fichier, octets);
        var refus = await Record.ExceptionAsync(() => Restauration.RemettreAsync(fichier, donnees, magasin.Installation.FichierDeCle, null, default));
        Assert.True(refus is RefusDeSauvegardeException, $"{cas} : {refus?.GetType().Name ?? "accepté"}");
        Assert.DoesNotContain(Directory.EnumerateFiles(donnees), f => Path.GetFileName(f) != "verrou");
    }

    private async Task<string> SauvegarderAsync(Magasin magasin) =>
        (await Sauvegarde.EcrireAsync(await PlaceAsync(magasin), Neuf(), null, Instant, default)).Fichier;

    private string Neuf() => racine.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
}
