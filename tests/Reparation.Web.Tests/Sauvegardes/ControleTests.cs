using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;
using Reparation.Web.Sauvegardes;
using Reparation.Web.Tests.Data;

namespace Reparation.Web.Tests.Sauvegardes;

/// <summary>Le contrôle nomme chaque dégât, et lui seul.</summary>
public sealed class ControleTests
{
    [Theory]
    [InlineData("UPDATE Versions SET Charge = zeroblob(400) WHERE Numero = 2", "La version 2 du dossier")]
    [InlineData("UPDATE Versions SET Le = Le + 1 WHERE Numero = 1", "La version 1 du dossier")]
    [InlineData("DELETE FROM Versions WHERE Numero = 1", "Il manque des versions avant la version 2")]
    [InlineData("DELETE FROM Versions WHERE Numero = 2", "Les dernières versions")]
    [InlineData("DELETE FROM Fiches", "La fiche du dossier")]
    [InlineData("UPDATE Dossiers SET Cle = zeroblob(61)", "Le dossier")]
    [InlineData("UPDATE Comptes SET Metier = 2", "Le compte")]
    [InlineData("DELETE FROM Morceaux", "Un fichier de pièce")]
    [InlineData("UPDATE Contenus SET Octets = Octets - 1", "Un fichier de pièce")]
    [InlineData("UPDATE Contenus SET \"Index\" = zeroblob(32)", "Un fichier de pièce")]
    [InlineData("PRAGMA foreign_keys=OFF; DELETE FROM Comptes", "de la table")]
    public async Task Chaque_degat_est_nomme_et_dit_que_faire(string degat, string attendu)
    {
        await using var magasin = await RempliAsync();
        await using (var db = magasin.Base())
        {
            await db.Database.ExecuteSqlRawAsync(degat);
        }

        var bilan = await ControlerAsync(magasin);

        Assert.False(bilan.Sain);
        Assert.Contains(bilan.Constats, c => c.Grave && c.Quoi.Contains(attendu, StringComparison.Ordinal));
        Assert.All(bilan.Constats, c => Assert.NotEmpty(c.QueFaire));
    }

    [Fact]
    public async Task Des_pages_ecrasees_se_disent_sans_arreter_le_controle()
    {
        await using var magasin = await RempliAsync();
        int racine, page;
        await using (var db = magasin.Base())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            racine = await db.Database.SqlQueryRaw<int>("SELECT rootpage AS \"Value\" FROM sqlite_master WHERE name = 'Versions'").SingleAsync();
            page = await db.Database.SqlQueryRaw<int>("SELECT page_size AS \"Value\" FROM pragma_page_size").SingleAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var fichier = new FileStream(magasin.Installation.Base, FileMode.Open, FileAccess.ReadWrite))
        {
            fichier.Position = (long)(racine - 1) * page;
            fichier.Write(new byte[page]);
        }

        var bilan = await ControlerAsync(magasin);

        Assert.False(bilan.Sain);
        Assert.Contains(bilan.Constats, c => c.Quoi.Contains("SQLite ne relit pas toutes les pages", StringComparison.Ordinal));
        Assert.Contains(bilan.Constats, c => c.Quoi.StartsWith("Le dossier", StringComparison.Ordinal) && c.Quoi.Contains("ces pages de la base sont abîmées", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_base_saine_n_a_aucun_constat_et_dit_ce_qui_a_ete_relu()
    {
        await using var magasin = await RempliAsync();
        var bilan = await ControlerAsync(magasin);
        Assert.True(bilan.Sain);
        Assert.Empty(bilan.Constats);
        Assert.Equal((1, 1, 2, 1), (bilan.Comptes, bilan.Dossiers, bilan.Versions, bilan.Fichiers));
    }

    [Fact]
    public async Task Une_horloge_qui_a_recule_est_un_avis_et_rien_n_est_perdu()
    {
        await using var magasin = await RempliAsync();
        var dossier = (await magasin.Agir(a => a.ListerAsync(default))).Single().Id;
        var hier = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow.AddYears(-3));
        await using (var db = magasin.Base())
        {
            var courant = new CompteCourant();
            courant.Designer(magasin.Compte);
            Assert.IsType<Enregistrement.Fait>(await new Archives(db, magasin.Installation.Coffre, courant, hier, Domain.Referentiels.Editions.Embarquees)
                .EnregistrerAsync(dossier, 2, DossierDEssai.Neuf() with { Pseudonyme = "Troisième" }, "", default));
        }

        var bilan = await ControlerAsync(magasin);

        Assert.True(bilan.Sain);
        Assert.Contains("l’horloge de la machine a reculé", Assert.Single(bilan.Constats).Quoi, StringComparison.Ordinal);
        Assert.Equal("Troisième", (await magasin.Agir(a => a.OuvrirAsync(dossier, default)))!.Dossier.Pseudonyme);
    }

    private static async Task<BilanDuControle> ControlerAsync(Magasin magasin) => await Controle.FaireAsync(await SauvegardeTests.PlaceAsync(magasin), default);

    private static async Task<Magasin> RempliAsync()
    {
        var magasin = await SauvegardeTests.RempliAsync();
        var dossier = (await magasin.Agir(a => a.ListerAsync(default))).Single().Id;
        await magasin.Agir(a => a.EnregistrerAsync(dossier, 1, DossierDEssai.Neuf() with { Pseudonyme = "Seconde" }, "Seconde version", default));
        using var pdf = new MemoryStream(FichiersDEssai.Pdf());
        Assert.IsType<Terminaison.Rangee>(await magasin.Deposer(c => c.DeposerAsync(dossier, pdf.Length, pdf, false, default)));
        return magasin;
    }
}
