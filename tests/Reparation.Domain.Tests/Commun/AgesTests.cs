using CsCheck;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Tests.Commun;

public sealed class AgesTests
{
    private static readonly Gen<DateOnly> Naissance = Gen.Int[0, 9000].Select(j => new DateOnly(2000, 1, 1).AddDays(j));

    [Fact]
    public void L_anniversaire_est_le_premier_jour_de_l_age() => Gen.Select(Naissance, Gen.Int[0, 104]).Sample((naissance, age) =>
    {
        var jour = Ages.Anniversaire(naissance, age);
        Assert.Equal(age, Ages.Le(naissance, jour));
        Assert.Equal(age - 1, Ages.Le(naissance, jour.AddDays(-1)));
    });

    [Fact]
    public void Nee_un_29_fevrier_elle_est_majeure_le_1er_mars() =>
        Assert.Equal(new DateOnly(2026, 3, 1), Ages.Majorite(new DateOnly(2008, 2, 29)));

    [Fact]
    public void Les_jours_se_comptent_bornes_comprises_et_s_ajoutent() => Gen.Select(Naissance, Gen.Int[0, 900], Gen.Int[0, 900]).Sample((du, a, b) =>
        Ages.Jours(du, du.AddDays(a)) + Ages.Jours(du.AddDays(a + 1), du.AddDays(a + 1 + b)) == Ages.Jours(du, du.AddDays(a + b + 1)));

    [Fact]
    public void Une_periode_a_l_envers_est_une_faute_de_programme() =>
        Assert.Throws<ArgumentException>(() => Ages.Jours(new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 1)));
}
