using Reparation.Documents.Actes;

namespace Reparation.Documents.Tests.Actes;

public sealed class ApprobationTests
{
    /// <summary>Chaque modèle, avec chaque dossier auquel il convient.</summary>
    public static TheoryData<string, string> Cas()
    {
        var cas = new TheoryData<string, string>();
        foreach (var (modele, nom) in Modeles.Embarques.Tous
            .SelectMany(m => Exemples.Noms.Concat(Exemples.Variantes).Select(n => (m, n)))
            .Where(c => Exemples.EstARediger(c.m, c.n)))
        {
            cas.Add(modele.Id, nom);
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void L_acte_est_celui_qu_on_a_approuve(string modele, string exemple) =>
        Approbation.Verifier($"{modele.Replace('/', '-')}.{exemple}", Exemples.Texte(modele, Exemples.Lire(exemple)));

    [Fact]
    public void Ce_qui_convient_a_chaque_exemple_est_ce_qu_on_a_approuve() => Approbation.Verifier("convenance", string.Join('\n', Exemples.Noms.SelectMany(n =>
        Modeles.Embarques.Tous.Select(m => Convenance.Examiner(m, Exemples.Lire(n), Exemples.Jour) is { Count: > 0 } raisons
            ? $"{n} {m.Id} ne convient pas : {string.Join(" ; ", raisons)}"
            : $"{n} {m.Id} convient").Append("")))
        + "\n");

    [Fact]
    public void Chaque_modele_livre_est_approuve_au_moins_une_fois() =>
        Assert.Equal([], Modeles.Embarques.Tous.Select(m => m.Id).Except(Cas().Select(c => (string)c[0])));

    [Fact]
    public void Trois_exemples_sont_livres() => Assert.Equal(3, Exemples.Noms.Count);
}
