using System.Globalization;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Capitalisation;

public sealed class PrixPubliesTests
{
    private static readonly Dictionary<string, string> Noms = new()
    {
        ["GP2011"] = "gp-2011",
        ["GP2013"] = "gp-2013",
        ["GP2022"] = "gp-2022",
        ["GP2025-stationnaire"] = "gp-2025",
        ["ARRETE-2023-03-21"] = "rentes-2023",
    };

    public static TheoryData<string, Sexe, int, int?, string, string> Prix()
    {
        var donnees = new TheoryData<string, Sexe, int, int?, string, string>();
        foreach (var ligne in Cas.LireTableau("capitalisation-published.csv"))
        {
            donnees.Add(
                Noms[ligne[0]],
                ligne[1] == "F" ? Sexe.Feminin : Sexe.Masculin,
                int.Parse(ligne[2], CultureInfo.InvariantCulture),
                ligne[3] == "viager" ? null : int.Parse(ligne[3], CultureInfo.InvariantCulture),
                ligne[4] == "non indique" ? "" : ligne[4],
                ligne[5]);
        }

        return donnees;
    }

    [Fact]
    public void Le_fichier_de_cas_porte_ses_deux_cent_quarante_quatre_prix() => Assert.Equal(244, Cas.LireTableau("capitalisation-published.csv").Count());

    [Theory]
    [MemberData(nameof(Prix))]
    public void Retrouve_le_prix_publie(string edition, Sexe sexe, int age, int? jusqua, string taux, string publie)
    {
        var prix = PrixDeRente.Calculer(
            Editions.Embarquees.TrouverCapitalisation(edition)!, sexe, age, null, jusqua, taux.Length == 0 ? null : Cas.Nombre(taux));

        Assert.InRange(prix.Exact - Cas.Nombre(publie), -0.0015m, 0.0015m);
        Assert.InRange(prix.Coefficient - Cas.Nombre(publie), -0.0015m, 0.0015m);
    }
}
