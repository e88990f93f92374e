using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Demarrage;

public sealed class InstallationTests : IDisposable
{
    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-installation-");

    private string Donnees => Path.Combine(racine.FullName, "donnees");

    private string Cle => Installation.CleParDefaut(Donnees);

    private string Base => Path.Combine(Donnees, "reparation.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        racine.Delete(recursive: true);
    }

    [Fact]
    public async Task Le_premier_demarrage_cree_une_cle_que_seul_son_proprietaire_lit()
    {
        await PreparerAsync();
        Assert.False(Path.GetFullPath(Cle).StartsWith(Path.GetFullPath(Donnees) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Cle));
            const UnixFileMode Prive = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal(Prive, File.GetUnixFileMode(Path.GetDirectoryName(Cle)!));
            Assert.Equal(Prive, File.GetUnixFileMode(Donnees));
        }
    }

    [Fact]
    public async Task Le_demarrage_suivant_garde_la_cle_et_les_donnees()
    {
        var premiere = await PreparerAsync();
        var suivante = await PreparerAsync();
        Assert.Equal(premiere.Coffre.IdentifiantDeCle, suivante.Coffre.IdentifiantDeCle);
        Assert.Equal("x", suivante.Coffre.DescellerTexte("a", premiere.Coffre.Sceller("a", "x")));
    }

    [Fact]
    public async Task Une_base_sans_sa_cle_refuse_de_demarrer_et_n_en_cree_pas_une_autre()
    {
        await PreparerAsync();
        File.Delete(Cle);
        var refus = await Assert.ThrowsAsync<DemarrageRefuseException>(PreparerAsync);
        Assert.Contains("la clé d’instance est introuvable", refus.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Cle));
    }

    [Fact]
    public async Task Une_autre_cle_est_reconnue_et_nommee()
    {
        var ancienne = (await PreparerAsync()).Coffre.IdentifiantDeCle;
        File.Delete(Cle);
        var autre = CleInstance.Tirer();
        autre.Ecrire(Cle);
        var refus = await Assert.ThrowsAsync<DemarrageRefuseException>(PreparerAsync);
        Assert.Contains("n’est pas celle de cette base", refus.Message, StringComparison.Ordinal);
        Assert.Contains(ancienne, refus.Message, StringComparison.Ordinal);
        Assert.Contains(autre.Identifiant, refus.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("reparation-cle-1")]
    [InlineData("reparation-cle-1 0011223344556677 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("autre chose tout à fait")]
    public async Task Une_cle_abimee_est_refusee_sans_etre_citee(string contenu)
    {
        await PreparerAsync();
        await File.WriteAllTextAsync(Cle, contenu);
        var refus = await Assert.ThrowsAsync<DemarrageRefuseException>(PreparerAsync);
        Assert.Contains("incomplet ou abîmé", refus.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_cle_lisible_par_d_autres_est_refusee_avec_la_commande_qui_la_ferme()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await PreparerAsync();
        File.SetUnixFileMode(Cle, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var refus = await Assert.ThrowsAsync<DemarrageRefuseException>(PreparerAsync);
        Assert.Contains("chmod 600", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_base_abimee_le_dit()
    {
        await PreparerAsync();
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Base, "ceci n'est pas une base de données, mais un texte assez long pour en tenir lieu ".PadRight(4096));
        var refus = await Assert.ThrowsAsync<DemarrageRefuseException>(PreparerAsync);
        Assert.Contains("abîmée", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_temoin_arrache_a_une_base_habitee_se_voit()
    {
        var installation = await PreparerAsync();
        await using var db = new DossiersDb(BaseSqlite.Options(Base));
        await new Annuaire(db, installation.Coffre, TimeProvider.System).CreerPremierAsync("a@exemple.test", Application.Phrase, Web.Securite.Qualite.Avocat, default);
        await db.Parametres.ExecuteDeleteAsync();
        var refus = await Assert.ThrowsAsync<DemarrageRefuseException>(PreparerAsync);
        Assert.Contains("témoin", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_migration_tuee_n_arrete_pas_le_demarrage_suivant()
    {
        Directory.CreateDirectory(Donnees);
        CleInstance.Tirer().Ecrire(Cle);
        await using (var db = new DossiersDb(BaseSqlite.Options(Base)))
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); " +
                "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        }

        await PreparerAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Deux_demarrages_simultanes_ne_creent_qu_une_cle()
    {
        var issues = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await PreparerAsync()).Coffre.IdentifiantDeCle;
            }
            catch (DemarrageRefuseException)
            {
                return null;
            }
        })));
        Assert.Single(issues.OfType<string>().Distinct());
    }

    [Fact]
    public async Task Le_journal_wal_et_la_synchronisation_complete_sont_en_vigueur()
    {
        await PreparerAsync();
        await using var db = new DossiersDb(BaseSqlite.Options(Base));
        await db.Database.OpenConnectionAsync();
        Assert.Equal("wal", await ValeurAsync(db, "PRAGMA journal_mode"));
        Assert.Equal("2", await ValeurAsync(db, "PRAGMA synchronous"));
        Assert.Equal("1", await ValeurAsync(db, "PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task Les_migrations_suivent_le_modele()
    {
        await PreparerAsync();
        await using var db = new DossiersDb(BaseSqlite.Options(Base));
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task Quand_le_calcul_change_les_fiches_sont_refaites_au_demarrage()
    {
        var installation = await PreparerAsync();
        await using var db = new DossiersDb(BaseSqlite.Options(Base));
        var compte = (await new Annuaire(db, installation.Coffre, TimeProvider.System)
            .CreerPremierAsync("a@exemple.test", Application.Phrase, Web.Securite.Qualite.Avocat, default))!;
        var courant = new CompteCourant();
        courant.Designer(compte);
        var archives = new Archives(db, installation.Coffre, courant, TimeProvider.System, Editions.Embarquees);
        await archives.CreerAsync(DossierDEssai.Neuf(), "Création", default);
        await db.Fiches.ExecuteDeleteAsync();

        await PreparerAsync();
        Assert.Empty(await archives.ListerAsync(default));
        await db.Parametres.Where(p => p.Nom == "fiches").ExecuteUpdateAsync(p => p.SetProperty(l => l.Valeur, [1]));
        await PreparerAsync();
        Assert.Single(await archives.ListerAsync(default));
    }

    private static async Task<string?> ValeurAsync(DossiersDb db, string pragma)
    {
        await using var commande = db.Database.GetDbConnection().CreateCommand();
        commande.CommandText = pragma;
        return Convert.ToString(await commande.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<Installation> PreparerAsync() => Installation.PreparerAsync(Donnees, Cle, Editions.Embarquees, default);
}
