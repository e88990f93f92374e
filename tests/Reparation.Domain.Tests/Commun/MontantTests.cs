using CsCheck;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Tests.Commun;

public sealed class MontantTests
{
    private static readonly Gen<Montant> Somme = Gen.Long[-1_000_000_000, 1_000_000_000].Select(c => Montant.DeEuros(c / 100m));

    [Fact]
    public void L_addition_est_exacte_et_sans_ordre() => Gen.Select(Somme, Somme, Somme).Sample((a, b, c) =>
    {
        Assert.Equal(a + b + c, c + b + a);
        Assert.Equal(a, a + b - b);
        Assert.Equal(a + b + c, Montant.Total([a, b, c]));
    });

    [Fact]
    public void L_arrondi_ne_s_ecarte_jamais_de_plus_d_un_demi_centime() =>
        Gen.Decimal[-1_000_000m, 1_000_000m].Sample(d => Math.Abs(Montant.Arrondir(d).Euros - d) <= 0.005m);

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("2.675", "2.68")]
    [InlineData("6666.664999", "6666.66")]
    public void Le_demi_centime_s_ecarte_de_zero(string valeur, string attendu) =>
        Assert.Equal(Dec(attendu), Montant.Arrondir(Dec(valeur)).Euros);

    [Fact]
    public void Plus_fin_que_le_centime_doit_etre_arrondi_a_dessein() =>
        Assert.Throws<ArgumentException>(() => Montant.DeEuros(1.001m));

    [Fact]
    public void Le_defaut_est_zero_euro() => Assert.Equal("0,00\u00A0€", default(Montant).ToString());

    private static decimal Dec(string texte) => decimal.Parse(texte, System.Globalization.CultureInfo.InvariantCulture);
}
