using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Referentiels;

public sealed class EditionsTests
{
    private static readonly EditionIndemnisation Mornet = Editions.Embarquees.TrouverIndemnisation("mornet-2025")!;

    [Fact]
    public void Les_editions_livrees_sont_la_plus_recente_d_abord()
    {
        Assert.Equal(
            ["mornet-2025", "mornet-2024", "referentiel-2013"], Editions.Embarquees.Indemnisation.Select(e => e.Id));
        Assert.Equal(
            ["gp-2025", "gp-2022", "gp-2020", "gp-2018", "gp-2013", "gp-2011", "insee-2023-2025", "rentes-2023", "td-88-90"],
            Editions.Embarquees.Capitalisation.Select(e => e.Id));
        Assert.Null(Editions.Embarquees.TrouverIndemnisation("inconnue"));
        Assert.Null(Editions.Embarquees.TrouverCapitalisation(null));
    }

    [Theory]
    [InlineData(0, 1, 2310)]
    [InlineData(10, 5, 2310)]
    [InlineData(11, 5, 2150)] // onze ans : tranche suivante
    [InlineData(20, 6, 2475)]
    [InlineData(21, 6, 2255)]
    [InlineData(25, 32, 3740)] // exemple du référentiel
    [InlineData(81, 1, 880)]
    [InlineData(120, 100, 1925)]
    [InlineData(5, 100, 9020)]
    public void La_grille_rend_le_point_de_la_case(int age, int taux, int attendu) =>
        Assert.Equal(Montant.DeEuros(attendu), Mornet.GrilleDfp!.Trouver(age, taux).Point);

    [Fact]
    public void La_grille_monte_avec_le_taux_et_descend_avec_l_age()
    {
        var grille = Mornet.GrilleDfp!;
        Assert.Equal((20, 9), (grille.Taux.Count, grille.Ages.Count));
        for (var taux = 1; taux <= 95; taux += 5)
        {
            for (var age = 5; age <= 75; age += 10)
            {
                Assert.True(grille.Trouver(age, taux + 5).Point > grille.Trouver(age, taux).Point);
                Assert.True(grille.Trouver(age + 10, taux).Point < grille.Trouver(age, taux).Point);
            }
        }
    }

    [Theory]
    [InlineData(5, 3, 2)] // un coin n'a que deux voisines
    [InlineData(15, 3, 3)]
    [InlineData(15, 30, 4)]
    public void Les_voisines_restent_dans_la_grille(int age, int taux, int nombre) =>
        Assert.Equal(nombre, Mornet.GrilleDfp!.Voisines(age, taux).Count);

    [Fact]
    public void L_edition_2024_porte_la_meme_grille_et_le_dit()
    {
        var ancienne = Editions.Embarquees.TrouverIndemnisation("mornet-2024")!;
        foreach (var taux in Enumerable.Range(1, 100))
        {
            Assert.Equal(Mornet.GrilleDfp!.Trouver(15, taux).Point, ancienne.GrilleDfp!.Trouver(15, taux).Point);
        }

        Assert.Contains(ancienne.Notes, n => n.Contains("égale à celle de 2025", StringComparison.Ordinal));
        Assert.Null(ancienne.BorneBasseDft);
    }

    [Fact]
    public void Une_edition_ne_donne_que_ce_qu_elle_publie()
    {
        Assert.Equal((Montant.DeEuros(25), Montant.DeEuros(33)), (Mornet.BorneBasseDft!.Value, Mornet.BorneHauteDft!.Value));
        Assert.Empty(Mornet.AnneesScolaires);
        var de2013 = Editions.Embarquees.TrouverIndemnisation("referentiel-2013")!;
        Assert.Null(de2013.GrilleDfp);
        Assert.Null(de2013.Fourchette(3));
        Assert.Equal(Montant.DeEuros(8000), de2013.AnneesScolaires[NiveauScolaire.College]);
        Assert.Equal(Montant.DeEuros(23), de2013.JourDeScolarite);
    }

    [Theory]
    [InlineData(1, null, 2000, true)]
    [InlineData(4, 8000, 20000, true)]
    [InlineData(7, 50000, 80000, true)]
    [InlineData(3.5, 4000, 20000, false)]
    [InlineData(6.5, 35000, 80000, false)]
    [InlineData(0.5, null, 2000, false)]
    [InlineData(1.5, null, 4000, false)]
    public void La_fourchette_d_un_demi_degre_est_l_enveloppe_de_ses_voisins(double degre, int? bas, int? haut, bool publiee)
    {
        var fourchette = Mornet.Fourchette((decimal)degre)!;

        Assert.Equal((bas, haut, publiee), ((int?)fourchette.Min?.Euros, (int?)fourchette.Max?.Euros, fourchette.Publiee));
    }

    [Fact]
    public void Le_bareme_de_2022_suit_deux_territoires_et_celui_de_2025_un_seul()
    {
        var gp2022 = Editions.Embarquees.TrouverCapitalisation("gp-2022")!;
        Assert.Equal("insee-2017-2019-metropole", gp2022.Table(Sexe.Feminin).Id);
        Assert.Equal("insee-2017-2019-france", gp2022.Table(Sexe.Masculin).Id);
        Assert.Equal([0, -1], gp2022.Taux);
        Assert.Equal((0.512m * gp2022.Hommes!.Survivants(Sexe.Masculin, 30)) + (0.488m * gp2022.Femmes!.Survivants(Sexe.Feminin, 30)),
            gp2022.Table(Sexe.NonPrecise).Survivants(Sexe.NonPrecise, 30));
        Assert.Equal([0.5m], Editions.Embarquees.TrouverCapitalisation("gp-2025")!.Taux);
    }

    [Theory]
    [InlineData("indemnisation/mornet-2025/edition.json", "\"titre\"", "\"titres\"")]
    [InlineData("indemnisation/mornet-2025/edition.json", "\"secondaire\"", "\"certaine\"")]
    [InlineData("indemnisation/mornet-2025/edition.json", "2026-11-24", "24/11/2026")]
    [InlineData("indemnisation/mornet-2025/edition.json", "\"bas\": 25", "\"bas\": 250")]
    [InlineData("indemnisation/mornet-2025/edition.json", "{", "")]
    [InlineData("indemnisation/mornet-2025/edition.json", "\"mornet-2025\"", "\"mornet-2024\"")]
    [InlineData("indemnisation/mornet-2025/edition.json", "dfp.csv", "absent.csv")]
    [InlineData("indemnisation/mornet-2025/dfp.csv", "11-20", "12-20")]
    [InlineData("indemnisation/mornet-2025/dfp.csv", "2310,2150", "2310,deux mille")]
    [InlineData("indemnisation/mornet-2025/dfp.csv", "2310,2150", "2310")]
    [InlineData("indemnisation/mornet-2025/cotations.csv", "3,modéré", "9,modéré")]
    [InlineData("capitalisation/gp-2025/edition.json", "0.5", "50")]
    [InlineData("capitalisation/gp-2025/edition.json", "insee-2020-2022-metropole-ajustee", "insee-inconnue")]
    [InlineData("capitalisation/td-88-90/edition.json", "\"td-88-90\",\n  \"hommes\": \"td-88-90\"", "\"\",\n  \"hommes\": \"\"")]
    [InlineData("mortalite/insee-2017-2019-france.csv", "100000,100000", "100000,1")]
    [InlineData("mortalite/insee-2017-2019-france.csv", "\n50,", "\n51,")]
    public void Une_edition_malformee_est_refusee_par_son_nom(string fichier, string texte, string remplacement)
    {
        var fichiers = new Dictionary<string, string>(Editions.FichiersEmbarques());
        Assert.Contains(texte, fichiers[fichier], StringComparison.Ordinal);
        fichiers[fichier] = fichiers[fichier].Replace(texte, remplacement, StringComparison.Ordinal);

        var refus = Assert.Throws<InvalidDataException>(() => Editions.Charger(fichiers));

        // Le nom du dossier de l'édition suffit à la retrouver : la fiche et ses tableaux y sont ensemble.
        Assert.Contains(Path.GetFileNameWithoutExtension(fichier) is "edition" or "dfp" or "cotations"
            ? fichier.Split('/')[1] : Path.GetFileNameWithoutExtension(fichier), refus.Message, StringComparison.Ordinal);
    }
}
