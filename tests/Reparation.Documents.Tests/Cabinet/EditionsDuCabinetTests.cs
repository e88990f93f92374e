using Reparation.Documents.Cabinet;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Tests.Cabinet;

/// <summary>Un cabinet ajoute une édition par un dossier ; ce qui est mal rangé ou malformé est refusé par son nom.</summary>
public sealed class EditionsDuCabinetTests : IDisposable
{
    private const string Modele = "indemnisation/mornet-2025/";
    private const string Essai = "indemnisation/essai-2026/";

    private readonly DirectoryInfo racine = Directory.CreateTempSubdirectory("reparation-editions-");

    public void Dispose() => racine.Delete(recursive: true);

    [Fact]
    public void Sans_dossier_les_editions_livrees_suffisent() =>
        Assert.Same(Editions.Embarquees, EditionsDuCabinet.Lire(" "));

    [Fact]
    public void Une_edition_du_cabinet_s_ajoute_et_dit_son_origine()
    {
        PoserLEssai();

        var editions = EditionsDuCabinet.Lire(racine.FullName);

        Assert.Equal(Editions.Embarquees.Indemnisation.Count + 1, editions.Indemnisation.Count);
        var ajoutee = editions.TrouverIndemnisation("essai-2026")!;
        Assert.Equal(Provenance.Cabinet, ajoutee.Source.Provenance);
        Assert.NotNull(ajoutee.GrilleDfp);
        Assert.All(Editions.Embarquees.Indemnisation, e => Assert.Equal(Provenance.Livree, e.Source.Provenance));
        Assert.NotEqual(Editions.Embarquees.Empreinte, editions.Empreinte);
        Assert.Equal(editions.Empreinte, EditionsDuCabinet.Lire(racine.FullName).Empreinte);
    }

    [Fact]
    public void Une_table_et_un_bareme_du_cabinet_se_lisent_ensemble()
    {
        var livres = Editions.FichiersEmbarques();
        Poser("mortalite/essai.csv", livres["mortalite/insee-2017-2019-france.csv"]);
        Poser("mortalite/essai.json", livres["mortalite/insee-2017-2019-france.json"]
            .Replace("insee-2017-2019-france", "essai", StringComparison.Ordinal));
        Poser("capitalisation/essai/edition.json", livres["capitalisation/gp-2025/edition.json"]
            .Replace("gp-2025", "essai", StringComparison.Ordinal)
            .Replace("insee-2020-2022-metropole-ajustee", "essai", StringComparison.Ordinal));

        var bareme = EditionsDuCabinet.Lire(racine.FullName).TrouverCapitalisation("essai")!;

        Assert.Equal("essai", bareme.Femmes!.Id);
        Assert.Equal(Provenance.Cabinet, bareme.Femmes.Source.Provenance);
    }

    [Fact]
    public void Une_edition_livree_n_est_jamais_remplacee()
    {
        Poser(Modele + "edition.json", Editions.FichiersEmbarques()[Modele + "edition.json"]);
        Assert.Contains("Une édition n’est jamais remplacée", Refus(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mortalite/insee-2017-2019-france.csv", "jamais remplacée")]
    [InlineData("indemnisation/mornet-2025/autre.csv", "jamais remplacée")]
    [InlineData("nomenclature.json", "place connue")]
    [InlineData("indemnisation/Essai/edition.json", "place connue")]
    [InlineData("capitalisation/edition.json", "place connue")]
    [InlineData("lisez-moi.txt", ".json et .csv")]
    [InlineData("indemnisation/essai/.cache", ".json et .csv")]
    [InlineData("indemnisation/essai/sous/edition.json", "trop profond")]
    public void Un_fichier_mal_range_est_nomme(string nom, string cause)
    {
        Poser(nom, "{}");
        var refus = Refus();
        Assert.Contains(cause, refus, StringComparison.Ordinal);
        Assert.StartsWith(nom.Contains("sous", StringComparison.Ordinal) ? "indemnisation/essai/sous" : nom, refus, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"bas\": 25", "\"bas\": 250", "le bas dépasse le haut")]
    [InlineData("\"verifie_le\": \"2026-11-24\"", "\"verifie_le\": \"24/11/2026\"", "verifie_le")]
    [InlineData("\"confiance\": \"secondaire\"", "\"confiance\": \"bonne\"", "confiance")]
    [InlineData("\"adresse\"", "\"adresses\"", "adresse")]
    [InlineData("\"essai-2026\"", "\"essai-2027\"", "nom du dossier")]
    [InlineData("\"dfp\": \"dfp.csv\"", "\"dfp\": \"../mornet-2025/dfp.csv\"", "fichier absent")]
    [InlineData("\"dft\": {", "\"dft\": 3, \"x\": {", "bas")]
    [InlineData("{", "[", "JSON")]
    [InlineData("\"titre\"", "\"id\": \"essai-2026\", \"titre\"", "JSON")]
    public void Une_edition_malformee_dit_son_fichier_sa_cause_et_le_remede(string texte, string remplacement, string cause)
    {
        PoserLEssai(texte, remplacement);
        var refus = Refus();
        Assert.Contains("essai-2026", refus, StringComparison.Ordinal);
        Assert.Contains(cause, refus, StringComparison.Ordinal);
        Assert.Contains("Corrigez ce fichier", refus, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_fichier_trop_gros_ou_mal_code_est_refuse()
    {
        Poser("mortalite/essai.csv", new string('1', EditionsDuCabinet.TailleMaximale + 1));
        Assert.Contains("dépasse 2", Refus(), StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(racine.FullName, "mortalite", "essai.csv"), [0x61, 0xE9, 0x0A]);
        Assert.Contains("UTF-8", Refus(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trop_de_fichiers_sont_refuses()
    {
        for (var i = 0; i <= EditionsDuCabinet.FichiersMaximaux; i++)
        {
            Poser($"mortalite/t{i}.csv", "");
        }

        Assert.Contains("plus de 500 fichiers", Refus(), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_lien_vers_ailleurs_est_refuse()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateSymbolicLink(Path.Combine(racine.FullName, "mortalite"), Path.GetTempPath());
        Assert.Contains("lien", Refus(), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_dossier_absent_est_dit()
    {
        var refus = Assert.Throws<InvalidDataException>(() => EditionsDuCabinet.Lire(Path.Combine(racine.FullName, "absent")));
        Assert.Contains("n’existe pas", refus.Message, StringComparison.Ordinal);
    }

    private string Refus() => Assert.Throws<InvalidDataException>(() => EditionsDuCabinet.Lire(racine.FullName)).Message;

    private void PoserLEssai(string texte = "", string remplacement = "")
    {
        var livres = Editions.FichiersEmbarques();
        foreach (var (nom, contenu) in livres.Where(f => f.Key.StartsWith(Modele, StringComparison.Ordinal)))
        {
            var sien = contenu.Replace("\"mornet-2025\"", "\"essai-2026\"", StringComparison.Ordinal);
            if (texte.Length > 0 && nom.EndsWith("edition.json", StringComparison.Ordinal))
            {
                Assert.Contains(texte, sien, StringComparison.Ordinal);
                sien = sien.Replace(texte, remplacement, StringComparison.Ordinal);
            }

            Poser(Essai + nom[Modele.Length..], sien);
        }
    }

    private void Poser(string nom, string contenu)
    {
        var chemin = Path.Combine(racine.FullName, nom);
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        File.WriteAllText(chemin, contenu);
    }
}
