using System.Text;
using CsCheck;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Securite;

public sealed class CoffreTests
{
    private readonly Coffre coffre = new(CleInstance.Tirer());

    [Fact]
    public void Ce_qui_est_scelle_s_ouvre_dans_son_contexte_et_lui_seul() => Gen.Byte.Array[0, 300].Sample(clair =>
    {
        var scelle = coffre.Sceller("a", clair);
        Assert.Equal(clair, coffre.Desceller("a", scelle));
        Assert.Throws<DonneesAltereesException>(() => coffre.Desceller("b", scelle));
        Assert.Throws<DonneesAltereesException>(() => new Coffre(CleInstance.Tirer()).Desceller("a", scelle));
    });

    [Fact]
    public void Tout_bit_change_ou_octet_retire_se_voit() => Gen.Select(Gen.Byte.Array[1, 60], Gen.Int[0, 1000], Gen.Int[0, 7])
        .Sample((clair, rang, bit) =>
        {
            var scelle = coffre.Sceller("a", clair);
            Assert.Throws<DonneesAltereesException>(() => coffre.Desceller("a", scelle.AsSpan(0, rang % scelle.Length)));
            scelle[rang % scelle.Length] ^= (byte)(1 << bit);
            Assert.Throws<DonneesAltereesException>(() => coffre.Desceller("a", scelle));
        });

    [Fact]
    public void Deux_scelles_du_meme_texte_different()
    {
        var scelles = Enumerable.Range(0, 1000).Select(_ => Convert.ToHexString(coffre.Sceller("a", "x"))).ToHashSet();
        Assert.Equal(1000, scelles.Count);
    }

    [Fact]
    public void La_cle_d_un_dossier_n_ouvre_pas_pour_un_autre_proprietaire()
    {
        var (dossier, proprietaire) = (Guid.NewGuid(), Guid.NewGuid());
        var enveloppe = coffre.NouvelleCle(dossier, proprietaire);
        using var cle = coffre.Ouvrir(enveloppe, dossier, proprietaire);
        Assert.Equal("clair"u8.ToArray(), cle.Desceller("charge/1", cle.Sceller("charge/1", "clair"u8)));
        Assert.Throws<DonneesAltereesException>(() => coffre.Ouvrir(enveloppe, dossier, Guid.NewGuid()));
        Assert.Throws<DonneesAltereesException>(() => coffre.Ouvrir(enveloppe, Guid.NewGuid(), proprietaire));
    }

    [Fact]
    public void L_index_aveugle_est_stable_et_depend_de_la_cle()
    {
        Assert.Equal(coffre.Index("courriel", "a@b.fr"), coffre.Index("courriel", "a@b.fr"));
        Assert.NotEqual(coffre.Index("courriel", "a@b.fr"), coffre.Index("courriel", "a@b.fs"));
        Assert.NotEqual(coffre.Index("courriel", "a@b.fr"), new Coffre(CleInstance.Tirer()).Index("courriel", "a@b.fr"));
        Assert.Equal(-1, coffre.Index("courriel", "a@b.fr").AsSpan().IndexOf(Encoding.UTF8.GetBytes("a@b")));
    }
}
