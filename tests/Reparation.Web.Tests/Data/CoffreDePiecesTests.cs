using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Data;

/// <summary>Les octets d'une pièce : scellés par morceaux, lus entiers ou pas du tout.</summary>
public sealed class CoffreDePiecesTests
{
    private const int Morceau = 256 * 1024;

    [Fact]
    public async Task Un_contenu_de_plusieurs_morceaux_se_relit_de_n_importe_ou()
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var (id, pdf) = (await CreerAsync(magasin), Gros());

        var fichier = await DeposerAsync(magasin, id, pdf);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), fichier.Sha256);
        Assert.Equal((pdf.Length, TypeDePiece.Pdf, 1), (fichier.Octets, fichier.Type, fichier.Pages));
        await using var flux = (await magasin.Deposer(c => c.OuvrirAsync(id, fichier.Sha256, default)))!;
        var lu = new byte[pdf.Length];
        await flux.ReadExactlyAsync(lu);
        Assert.Equal(pdf, lu);
        flux.Position = Morceau - 1;
        Assert.Equal(pdf[Morceau - 1], flux.ReadByte());
        Assert.Equal(pdf[Morceau], flux.ReadByte());
        Assert.Equal(-1, new Func<int>(() =>
        {
            flux.Seek(0, SeekOrigin.End);
            return flux.ReadByte();
        })());
    }

    [Fact]
    public async Task Un_depot_coupe_reprend_d_ou_il_en_est_et_reste_invisible_jusqu_a_la_fin()
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var (id, pdf) = (await CreerAsync(magasin), Gros());
        var sha = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var depot = await OuvrirAsync(magasin, id, pdf.Length);

        // La coupure tombe au milieu d'un morceau : seuls les morceaux entiers sont gardés.
        Assert.Equal(Morceau, await AjouterAsync(magasin, id, depot, 0, pdf[..(Morceau + 1000)]));
        Assert.Equal(Morceau, await magasin.Deposer(c => c.RecusAsync(id, depot, default)));
        Assert.Null(await magasin.Deposer(c => c.OuvrirAsync(id, sha, default)));
        Assert.IsType<Terminaison.Incomplete>(await magasin.Deposer(c => c.TerminerAsync(id, depot, false, default)));

        // Un envoi qui ne part pas du bon endroit n'ajoute rien et dit d'où reprendre.
        Assert.Equal(Morceau, await AjouterAsync(magasin, id, depot, 0, pdf));
        Assert.Equal(pdf.Length, await AjouterAsync(magasin, id, depot, Morceau, pdf[Morceau..]));
        Assert.Null(await magasin.Deposer(c => c.OuvrirAsync(id, sha, default)));

        Assert.IsType<Terminaison.Rangee>(await magasin.Deposer(c => c.TerminerAsync(id, depot, false, default)));
        await using var flux = await magasin.Deposer(c => c.OuvrirAsync(id, sha, default));
        Assert.NotNull(flux);
        Assert.Null(await magasin.Deposer(c => c.RecusAsync(id, depot, default)));
    }

    [Fact]
    public async Task Le_meme_contenu_ne_se_garde_qu_une_fois_par_dossier()
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var (id, autre) = (await CreerAsync(magasin), await CreerAsync(magasin));

        await DeposerAsync(magasin, id, FichiersDEssai.Pdf());
        await DeposerAsync(magasin, id, FichiersDEssai.Pdf());
        var ailleurs = await DeposerAsync(magasin, autre, FichiersDEssai.Pdf());

        await using var db = magasin.Base();
        var contenus = await db.Contenus.ToListAsync();
        Assert.Equal(2, contenus.Count);
        // L'index d'un même contenu diffère d'un dossier à l'autre : il ne dit pas qu'ils ont une pièce en commun.
        Assert.NotEqual(contenus[0].Index, contenus[1].Index);
        Assert.Null(await magasin.Deposer(c => c.OuvrirAsync(Guid.NewGuid(), ailleurs.Sha256, default)));
    }

    [Fact]
    public async Task Un_refus_et_un_abandon_ne_laissent_rien()
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var id = await CreerAsync(magasin);

        var refus = Assert.IsType<Terminaison.Refusee>(await magasin.Deposer(c => c.DeposerAsync(id, 1000, new MemoryStream("GIF89a"u8.ToArray()), true, default)));
        Assert.Contains("image", refus.Message, StringComparison.Ordinal);
        Assert.IsType<Terminaison.Refusee>(await magasin.Deposer(c => c.DeposerAsync(id, 1000, new MemoryStream(FichiersDEssai.Jpeg()), false, default)));
        Assert.IsType<Terminaison.Rangee>(await magasin.Deposer(c => c.DeposerAsync(id, 1000, new MemoryStream(FichiersDEssai.Jpeg()), true, default)));
        await Assert.ThrowsAsync<IOException>(() => magasin.Deposer(c => c.DeposerAsync(id, 10_000_000, new FluxCoupe(), false, default)));

        await using var db = magasin.Base();
        Assert.Equal(1, await db.Contenus.CountAsync());
        Assert.Equal(1, await db.Morceaux.CountAsync());
    }

    [Fact]
    public async Task Les_restes_d_un_depot_interrompu_s_effacent_au_bout_du_delai()
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var (id, horloge) = (await CreerAsync(magasin), new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56)));
        var vieux = Assert.IsType<Ouverture.Ouverte>(await magasin.Deposer(c => c.CommencerAsync(id, 500_000, default), horloge: horloge)).Depot;
        await AjouterAsync(magasin, id, vieux, 0, new byte[Morceau]);

        horloge.Advance(TimeSpan.FromHours(23));
        await magasin.Deposer(c => c.CommencerAsync(id, 10, default), horloge: horloge);
        Assert.Equal(Morceau, await magasin.Deposer(c => c.RecusAsync(id, vieux, default)));
        horloge.Advance(TimeSpan.FromHours(2));
        await magasin.Deposer(c => c.CommencerAsync(id, 10, default), horloge: horloge);

        Assert.Null(await magasin.Deposer(c => c.RecusAsync(id, vieux, default)));
        await using var db = magasin.Base();
        Assert.Equal(0, await db.Morceaux.CountAsync());
    }

    [Fact]
    public async Task Les_limites_de_l_installation_se_disent()
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var id = await CreerAsync(magasin);
        var reglages = new ReglagesDesPieces { MegaoctetsParPiece = 2, MegaoctetsParDossier = 3, DepotsOuverts = 2 };

        Assert.Contains("2\u00A0Mo", await Refus(3 * 1024 * 1024), StringComparison.Ordinal);
        Assert.IsType<Ouverture.Ouverte>(await magasin.Deposer(c => c.CommencerAsync(id, 2 * 1024 * 1024, default), reglages));
        Assert.Contains("3\u00A0Mo", await Refus(2 * 1024 * 1024), StringComparison.Ordinal);
        Assert.IsType<Ouverture.Ouverte>(await magasin.Deposer(c => c.CommencerAsync(id, 10, default), reglages));
        Assert.Contains("en cours", await Refus(10), StringComparison.Ordinal);

        async Task<string> Refus(long octets) =>
            Assert.IsType<Ouverture.Refusee>(await magasin.Deposer(c => c.CommencerAsync(id, octets, default), reglages)).Message;
    }

    [Theory]
    [InlineData("UPDATE Morceaux SET Scelle = (SELECT m.Scelle FROM Morceaux m WHERE m.ContenuId = Morceaux.ContenuId AND m.Rang = 1 - Morceaux.Rang) WHERE Rang < 2")]
    [InlineData("DELETE FROM Morceaux WHERE Rang = 1")]
    [InlineData("UPDATE Contenus SET Octets = Octets - 1")]
    public async Task Un_morceau_echange_ou_retire_ne_se_lit_pas(string sql)
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var id = await CreerAsync(magasin);
        var fichier = await DeposerAsync(magasin, id, Gros());
        await using (var db = magasin.Base())
        {
            Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql));
        }

        await Assert.ThrowsAsync<DonneesAltereesException>(async () =>
        {
            await using var flux = (await magasin.Deposer(c => c.OuvrirAsync(id, fichier.Sha256, default)))!;
            await flux.CopyToAsync(Stream.Null);
        });
    }

    [Fact]
    public async Task Rien_de_ce_qui_est_depose_ne_se_lit_dans_les_donnees_et_un_fichier_detruit_n_y_est_plus()
    {
        await using var magasin = await Magasin.OuvrirAsync();
        var id = await CreerAsync(magasin);
        var fichier = await DeposerAsync(magasin, id, FichiersDEssai.Pdf(catalogue: "/Lang (Secretunique)"));

        Assert.Equal(0, await CompterAsync("Secretunique"));
        Assert.Equal(0, await CompterAsync(fichier.Sha256));
        Assert.Equal(0, await CompterAsync(Encoding.Latin1.GetString(Convert.FromHexString(fichier.Sha256))));
        Assert.True(await magasin.Deposer(c => c.DetruireAsync(id, fichier.Sha256, default)));
        Assert.Null(await magasin.Deposer(c => c.OuvrirAsync(id, fichier.Sha256, default)));
        Assert.False(await magasin.Deposer(c => c.DetruireAsync(id, fichier.Sha256, default)));

        async Task<int> CompterAsync(string secret)
        {
            var trouves = 0;
            foreach (var chemin in Directory.GetFiles(magasin.Installation.Donnees, "*", SearchOption.AllDirectories))
            {
                await using var flux = new FileStream(chemin, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var octets = new byte[flux.Length];
                await flux.ReadExactlyAsync(octets);
                trouves += octets.AsSpan().IndexOf(Encoding.Latin1.GetBytes(secret)) >= 0 ? 1 : 0;
            }

            return trouves;
        }
    }

    private static Task<Guid> CreerAsync(Magasin magasin) => magasin.Agir(a => a.CreerAsync(DossierDEssai.Neuf(), "Création", default));

    // Trois morceaux, le dernier incomplet, tous différents.
    private static byte[] Gros()
    {
        var donnees = new byte[(2 * Morceau) + 1000];
        new Random(7).NextBytes(donnees);
        donnees.AsSpan().Replace((byte)'e', (byte)'a');
        return FichiersDEssai.Pdf(objet: $"<< /Length {donnees.Length} >>\nstream\n{Encoding.Latin1.GetString(donnees)}\nendstream");
    }

    private static async Task<Guid> OuvrirAsync(Magasin magasin, Guid id, long octets) =>
        Assert.IsType<Ouverture.Ouverte>(await magasin.Deposer(c => c.CommencerAsync(id, octets, default))).Depot;

    private static Task<long?> AjouterAsync(Magasin magasin, Guid id, Guid depot, long debut, byte[] octets) =>
        magasin.Deposer(c => c.AjouterAsync(id, depot, debut, new MemoryStream(octets), default));

    private static async Task<FichierDePiece> DeposerAsync(Magasin magasin, Guid id, byte[] octets) =>
        Assert.IsType<Terminaison.Rangee>(await magasin.Deposer(c => c.DeposerAsync(id, octets.Length + 500, new MemoryStream(octets), false, default))).Fichier;

    /// <summary>Un envoi qui se coupe après un morceau et demi.</summary>
    private sealed class FluxCoupe() : MemoryStream(new byte[Morceau * 3 / 2])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var lus and > 0 ? lus : throw new IOException("coupure");
    }
}
