using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Reparation.Documents.Rendu.Tableur;
using Reparation.Documents.Tests.Actes;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Rendu.Tableur;

/// <summary>Le chiffrage en tableur : valide, sans identité, et dont chaque formule redonne la somme du bilan.</summary>
public sealed partial class TableurDuChiffrageTests
{
    private static readonly FileFormatVersions[] Versions = [.. Enum.GetValues<FileFormatVersions>().Where(v => v != FileFormatVersions.None)];

    public static TheoryData<string> Dossiers() => [.. Exemples.Noms, "contre-l-auteur"];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Le_classeur_est_valide_et_porte_les_totaux_du_bilan(string nom)
    {
        var dossier = Lire(nom);
        var bilan = Exemples.Bilan(dossier);
        using var flux = new MemoryStream(TableurDuChiffrage.Ecrire(dossier, bilan, Exemples.Jour));
        using var fichier = SpreadsheetDocument.Open(flux, isEditable: false);

        Assert.Empty(Versions.SelectMany(v => new OpenXmlValidator(v).Validate(fichier).Select(e => $"{v} {e.Path?.XPath} {e.Description}")));
        var cases = Cases(fichier);
        Assert.Equal(bilan.TotalEnfant.Euros, Demande(cases, "Total du détail pour l’enfant"));
        Assert.Equal(bilan.TotalBrut.Euros, Nombre(cases[("Synthèse", $"E{Rangee(cases, "Total du détail pour l’enfant")}")]));
        if (bilan.Deductions.Count > 0)
        {
            Assert.Equal(bilan.Solde.Euros, Demande(cases, "Solde"));
        }

        // Presque toutes les étapes se refont dans la feuille ; une somme motivée n'a rien à refaire.
        var etapes = cases.Where(c => c.Key.Feuille == "Étapes" && c.Key.Adresse[0] == 'D' && c.Value.CellFormula is not null).ToList();
        Assert.True(etapes.Count >= 20, $"{etapes.Count} formules seulement.");
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Ni_le_nom_de_l_enfant_ni_celui_d_un_proche_n_y_sont(string nom)
    {
        var dossier = Lire(nom);
        var texte = string.Concat(Parties(TableurDuChiffrage.Ecrire(dossier, Exemples.Bilan(dossier), Exemples.Jour)).Values);

        Assert.All(
            dossier.Proches.Select(p => p.Nom).Append(dossier.Enfant.Nom).Append(dossier.Enfant.Prenoms)
                .SelectMany(n => n.Split(' ')).Where(n => n.Length > 2 && n is not "Exemple"),
            n => Assert.DoesNotMatch($@"\b{Regex.Escape(n)}\b", texte));
    }

    [Fact]
    public void Un_texte_qui_ressemble_a_une_formule_reste_un_texte()
    {
        const string Hostile = "=HYPERLINK(\"https://exemple.invalid\")";
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        dossier = dossier with
        {
            Proches = [.. dossier.Proches.Select(p => p with { Lien = Hostile })],
            Chiffrage = dossier.Chiffrage with
            {
                Postes = [.. dossier.Chiffrage.Postes.Select(p => p with { Depenses = [.. p.Depenses.Select(d => d with { Libelle = Hostile })] })],
            },
        };
        using var flux = new MemoryStream(TableurDuChiffrage.Ecrire(dossier, Exemples.Bilan(dossier), Exemples.Jour));
        using var fichier = SpreadsheetDocument.Open(flux, isEditable: false);
        var cases = Cases(fichier);

        Assert.Contains(cases.Values, c => c.InnerText.Contains("HYPERLINK", StringComparison.Ordinal));
        Assert.All(
            cases.Values.Where(c => c.InnerText.Contains("HYPERLINK", StringComparison.Ordinal)),
            c => Assert.True(c is { CellFormula: null, DataType.Value: var type } && type == CellValues.InlineString));
    }

    [Fact]
    public void Le_meme_dossier_donne_les_memes_octets()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);

        Assert.Equal(
            TableurDuChiffrage.Ecrire(dossier, Exemples.Bilan(dossier), Exemples.Jour),
            TableurDuChiffrage.Ecrire(Exemples.Lire(Exemples.Noms[0]), Exemples.Bilan(dossier), Exemples.Jour));
    }

    [Theory]
    [InlineData("101 j × 50 % × 30,00 €", 1515.00, "ROUND(101*50%*30.00,2)")]
    [InlineData("(10 h − 3 h) × 2 × 20,00 €", 280.00, "ROUND((10-3)*2*20.00,2)")]
    [InlineData("[1] + [2]", 7.00, "ROUND(D1+D2,2)")]
    [InlineData("somme de [1] à [2]", 7.00, "ROUND(SUM(D1,D2),2)")]
    [InlineData("101 j × 50 % × 30,00 €", 1515.01, null)]
    [InlineData("voir ailleurs", 0.00, null)]
    [InlineData("[9]", 1.00, null)]
    [InlineData("1 ÷ 0", 0.00, null)]
    [InlineData("2 × ", 2.00, null)]
    public void Une_operation_devient_une_formule_si_elle_redonne_la_somme(string operation, decimal somme, string? attendue) => Assert.Equal(
        attendue,
        new OperationEnFormule(operation, n => n switch { "1" => ("D1", 3m), "2" => ("D2", 4m), _ => null }, (a, b) => [a, b]).Ecrire(somme));

    [FactSiOutil("soffice")]
    public void LibreOffice_recalcule_chaque_formule_et_trouve_nos_sommes()
    {
        var dossier = Directory.CreateTempSubdirectory("reparation-tableur-");
        try
        {
            foreach (var nom in Exemples.Noms.Append("contre-l-auteur"))
            {
                var lu = Lire(nom);
                File.WriteAllBytes(
                    Path.Combine(dossier.FullName, nom + ".xlsx"), SansValeurs(TableurDuChiffrage.Ecrire(lu, Exemples.Bilan(lu), Exemples.Jour)));
            }

            Bureau.Convertir(dossier.FullName, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1", ".xlsx");

            foreach (var nom in Exemples.Noms.Append("contre-l-auteur"))
            {
                var lu = Lire(nom);
                using var flux = new MemoryStream(TableurDuChiffrage.Ecrire(lu, Exemples.Bilan(lu), Exemples.Jour));
                using var fichier = SpreadsheetDocument.Open(flux, isEditable: false);
                var formules = Cases(fichier).Where(c => c.Value.CellFormula is not null && c.Value.DataType is null).ToList();
                var feuilles = new[] { "Synthèse", "Étapes" }.ToDictionary(
                    f => f, f => File.ReadAllLines(Path.Combine(dossier.FullName, $"{nom}-{f}.csv")).Select(Decouper).ToList());

                Assert.NotEmpty(formules);
                Assert.All(formules, f => Assert.Equal(
                    Nombre(f.Value),
                    decimal.Parse(Place(feuilles[f.Key.Feuille], f.Key.Adresse), NumberStyles.Float, CultureInfo.InvariantCulture)));
            }
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }

    // Tout ce qui change une opération : droit limité, somme globale, gains, versement, offre.
    private static Dossier Lire(string nom)
    {
        if (nom != "contre-l-auteur")
        {
            return Exemples.Lire(nom);
        }

        var dossier = Exemples.Lire(Exemples.Noms[1]);
        return dossier with
        {
            Chiffrage = dossier.Chiffrage with
            {
                Imputation = ModeDImputation.Auteur,
                PartDuDroit = 75,
                MotifDeLaPart = "Décision d’essai.",
                Globale = new() { Retenue = true, Montant = Montant.DeEuros(100000), Motif = "Essai." },
                Gains = new()
                {
                    Demandes = true,
                    Methode = "Relevés d’essai.",
                    Lignes = [new() { Libelle = "virements relevés", Quantite = 3, Unitaire = Montant.DeEuros(250.50m) }],
                },
            },
        };
    }

    private static Dictionary<(string Feuille, string Adresse), Cell> Cases(SpreadsheetDocument fichier)
    {
        var classeur = fichier.WorkbookPart!;
        return classeur.Workbook!.Descendants<Sheet>().SelectMany(s => ((WorksheetPart)classeur.GetPartById(s.Id!.Value!)).Worksheet!.Descendants<Cell>()
            .Select(c => (Cle: (s.Name!.Value!, c.CellReference!.Value!), Case: c))).ToDictionary(c => c.Cle, c => c.Case);
    }

    private static string Rangee(Dictionary<(string Feuille, string Adresse), Cell> cases, string libelle) =>
        cases.First(c => c.Key.Feuille == "Synthèse" && c.Key.Adresse[0] == 'B' && c.Value.InnerText == libelle).Key.Adresse[1..];

    private static decimal Demande(Dictionary<(string Feuille, string Adresse), Cell> cases, string libelle) =>
        Nombre(cases[("Synthèse", "H" + Rangee(cases, libelle))]);

    private static decimal Nombre(Cell c) => decimal.Parse(c.CellValue!.Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Place(List<string[]> feuille, string adresse) =>
        feuille[int.Parse(adresse[1..], CultureInfo.InvariantCulture) - 1][adresse[0] - 'A'];

    private static string[] Decouper(string ligne) => [.. CaseDeCsv().Matches(ligne).Select(m => m.Groups[1].Value.Trim('"'))];

    private static Dictionary<string, string> Parties(byte[] octets)
    {
        using var archive = new ZipArchive(new MemoryStream(octets));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var lecteur = new StreamReader(e.Open());
            return lecteur.ReadToEnd();
        });
    }

    // Sans nos valeurs, LibreOffice doit tout calculer lui-même.
    private static byte[] SansValeurs(byte[] octets)
    {
        var sortie = new MemoryStream();
        using (var archive = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, texte) in Parties(octets))
            {
                using var ecrivain = new StreamWriter(archive.CreateEntry(nom).Open());
                ecrivain.Write(ValeurGardee().Replace(texte, "</f>"));
            }
        }

        return sortie.ToArray();
    }

    [GeneratedRegex("</f><v>[^<]*</v>|</f><v ?/>")]
    private static partial Regex ValeurGardee();

    [GeneratedRegex("(\"(?:[^\"]|\"\")*\"|[^;]*)(?:;|$)")]
    private static partial Regex CaseDeCsv();
}
