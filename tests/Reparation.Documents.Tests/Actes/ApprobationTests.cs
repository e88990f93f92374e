using Reparation.Documents.Actes;

namespace Reparation.Documents.Tests.Actes;

public sealed class ApprobationTests
{
    public static TheoryData<string, string> Cas()
    {
        var cas = new TheoryData<string, string>();
        foreach (var nom in Exemples.Noms)
        {
            var dossier = Exemples.Lire(nom);
            foreach (var modele in Modeles.Embarques.Tous.Where(m => Exemples.Convient(m, dossier)))
            {
                cas.Add(modele.Id, nom);
            }
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void L_acte_est_celui_qu_on_a_approuve(string modele, string exemple) =>
        Approbation.Verifier($"{modele.Replace('/', '-')}.{exemple}", Exemples.Texte(modele, Exemples.Lire(exemple)));

    [Fact]
    public void Trois_exemples_sont_livres() => Assert.Equal(3, Exemples.Noms.Count);
}
