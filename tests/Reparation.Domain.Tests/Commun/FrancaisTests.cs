using System.Globalization;
using CsCheck;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Tests.Commun;

public sealed class FrancaisTests
{
    [Theory]
    [InlineData("12500", "12\u202F500,00\u00A0€")]
    [InlineData("0.5", "0,50\u00A0€")]
    [InlineData("-3.1", "\u22123,10\u00A0€")]
    [InlineData("1234567.89", "1\u202F234\u202F567,89\u00A0€")]
    public void Une_somme(string valeur, string attendu) =>
        Assert.Equal(attendu, Francais.Euros(decimal.Parse(valeur, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-01-01", "1er\u00A0janvier 2026", "01/01/2026")]
    [InlineData("2026-11-24", "24\u00A0novembre 2026", "24/11/2026")]
    [InlineData("1999-08-31", "31\u00A0août 1999", "31/08/1999")]
    public void Une_date(string date, string longue, string courte)
    {
        var jour = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(longue, Francais.Date(jour));
        Assert.Equal(courte, Francais.DateCourte(jour));
    }

    [Theory]
    [InlineData(1, false, "1er")]
    [InlineData(1, true, "1re")]
    [InlineData(2, false, "2e")]
    [InlineData(21, true, "21e")]
    public void Un_ordinal(int rang, bool feminin, string attendu) => Assert.Equal(attendu, Francais.Ordinal(rang, feminin));

    [Theory]
    [InlineData("1.5", "1,5\u00A0jour")]
    [InlineData("2", "2\u00A0jours")]
    [InlineData("0", "0\u00A0jour")]
    public void Un_nombre_accorde_le_nom(string nombre, string attendu) =>
        Assert.Equal(attendu, Francais.Compte(decimal.Parse(nombre, CultureInfo.InvariantCulture), "jour", "jours"));

    [Theory]
    [InlineData("1 234,50", "1234.50")]
    [InlineData("1\u202F234,50\u00A0€", "1234.50")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("12,5 %", "12.5")]
    [InlineData("\u22123", "-3")]
    public void Ce_qu_un_Francais_tape_se_lit(string tape, string attendu)
    {
        Assert.True(Francais.LireNombre(tape, out var lu));
        Assert.Equal(decimal.Parse(attendu, CultureInfo.InvariantCulture), lu);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1,2,3")]
    [InlineData("1e5")]
    public void Le_reste_ne_se_lit_pas(string tape) => Assert.False(Francais.LireNombre(tape, out _));

    [Fact]
    public void Ce_qui_est_ecrit_se_relit() => Gen.Long[-1_000_000_000_00, 1_000_000_000_00].Sample(c =>
        Francais.LireNombre(Francais.Euros(c / 100m), out var lu) && lu == c / 100m);

    [Fact]
    public void Une_enumeration() => Assert.Equal("a, b et c", Francais.Liste(["a", "b", "c"]));
}
