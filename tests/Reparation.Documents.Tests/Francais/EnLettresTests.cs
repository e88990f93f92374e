using CsCheck;
using Reparation.Documents.Francais;
using Reparation.Domain.Commun;

namespace Reparation.Documents.Tests.Francais;

public sealed class EnLettresTests
{
    [Theory]
    [InlineData("0", "zéro euro")]
    [InlineData("0.01", "un centime")]
    [InlineData("0.50", "cinquante centimes")]
    [InlineData("1", "un euro")]
    [InlineData("1.01", "un euro et un centime")]
    [InlineData("1.99", "un euro et quatre-vingt-dix-neuf centimes")]
    [InlineData("2", "deux euros")]
    [InlineData("21", "vingt et un euros")]
    [InlineData("71", "soixante et onze euros")]
    [InlineData("80", "quatre-vingts euros")]
    [InlineData("81", "quatre-vingt-un euros")]
    [InlineData("91", "quatre-vingt-onze euros")]
    [InlineData("100", "cent euros")]
    [InlineData("101", "cent un euros")]
    [InlineData("200", "deux cents euros")]
    [InlineData("201", "deux cent un euros")]
    [InlineData("280", "deux cent quatre-vingts euros")]
    [InlineData("999.80", "neuf cent quatre-vingt-dix-neuf euros et quatre-vingts centimes")]
    [InlineData("1000", "mille euros")]
    [InlineData("1100", "mille cent euros")]
    [InlineData("2000", "deux mille euros")]
    [InlineData("12500", "douze mille cinq cents euros")]
    [InlineData("80000", "quatre-vingt mille euros")]
    [InlineData("200000", "deux cent mille euros")]
    [InlineData("1000000", "un million d’euros")]
    [InlineData("1000000.10", "un million d’euros et dix centimes")]
    [InlineData("1000001", "un million un euros")]
    [InlineData("3000000", "trois millions d’euros")]
    [InlineData("3200000", "trois millions deux cent mille euros")]
    public void Une_somme_s_ecrit_en_lettres(string somme, string attendu) => Assert.Equal(
        attendu, EnLettres.Euros(Montant.DeEuros(decimal.Parse(somme, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Toute_somme_s_ecrit_sans_chiffre_et_deux_sommes_differentes_s_ecrivent_differemment() =>
        Gen.Select(Gen.Long[0, 10_000_000_00], Gen.Long[0, 10_000_000_00]).Sample((a, b) =>
        {
            var (un, deux) = (EnLettres.Euros(Montant.DeEuros(a / 100m)), EnLettres.Euros(Montant.DeEuros(b / 100m)));
            return !un.Any(char.IsDigit) && (un == deux) == (a == b);
        });

    [Fact]
    public void Une_somme_negative_ne_s_ecrit_pas() => Assert.Throws<ArgumentOutOfRangeException>(
        () => EnLettres.Euros(Montant.DeEuros(1) - Montant.DeEuros(2)));
}
