using System.Text;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Data;

namespace Reparation.Web.Tests.Securite;

public sealed class SecretTests(Application application) : IClassFixture<Application>
{
    private const string Temoin = "ClesDeProtection";

    [Fact]
    public async Task Aucun_fichier_des_donnees_ne_laisse_lire_un_nom_un_fait_ou_un_courriel()
    {
        // Une connexion tenue ouverte : un essai voisin qui ferme les siennes ne fait pas disparaître le journal que l'on cherche.
        await using var tenue = new DossiersDb(BaseSqlite.Options(application.Base, reservees: false));
        await tenue.Database.OpenConnectionAsync();
        var id = await application.CreerAsync(DossierDEssai.Neuf());
        await application.AuNomDe(Application.CourrielDAlice, a => a.EnregistrerAsync(
            id, 1, DossierDEssai.Neuf() with { Proches = [new() { Id = "x1", Nom = "Prochunique" }] }, DossierDEssai.Raison, default));
        await application.Alice.OuvrirAsync($"/dossiers/{id}/enfant");
        string[] secrets =
        [
            DossierDEssai.Nom, DossierDEssai.Prenoms, DossierDEssai.Pseudonyme, DossierDEssai.Reference, DossierDEssai.Expose,
            DossierDEssai.Note, DossierDEssai.Raison, "Prochunique", "2012-03-04", "2030-03-04",
            Application.CourrielDAlice, Application.CourrielDeBruno, "exemple.test", Application.Phrase, "masterKey",
        ];

        // Preuve que la recherche trouve : un nom de table est écrit en clair.
        secrets = [.. secrets, Temoin];
        var fichiers = Directory.GetFiles(application.Donnees, "*", SearchOption.AllDirectories);
        Assert.Contains(fichiers, f => f.EndsWith(".db", StringComparison.Ordinal));
        Assert.Contains(fichiers, f => f.EndsWith(".db-wal", StringComparison.Ordinal) && new FileInfo(f).Length > 0);
        var fuites = new List<string>();
        foreach (var fichier in fichiers)
        {
            var octets = await LireAsync(fichier);
            foreach (var secret in secrets)
            {
                foreach (var codage in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
                {
                    if (octets.AsSpan().IndexOf(codage.GetBytes(secret)) >= 0)
                    {
                        fuites.Add($"{Path.GetFileName(fichier)} : {secret} ({codage.WebName})");
                    }
                }
            }
        }

        Assert.All(fuites, f => Assert.EndsWith($"{Temoin} (utf-8)", f, StringComparison.Ordinal));
        Assert.NotEmpty(fuites);
    }

    private static async Task<byte[]> LireAsync(string fichier)
    {
        await using var flux = new FileStream(fichier, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var octets = new byte[flux.Length];
        await flux.ReadExactlyAsync(octets);
        return octets;
    }
}
