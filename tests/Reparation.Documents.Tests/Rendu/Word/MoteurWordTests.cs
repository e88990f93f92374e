using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Word;
using Reparation.Documents.Tests.Actes;

namespace Reparation.Documents.Tests.Rendu.Word;

/// <summary>L'acte pour Word : mêmes blocs, mêmes mots, mêmes sommes que le PDF, dans un fichier sans réparation.</summary>
public sealed partial class MoteurWordTests
{
    private static readonly Acte Complet = ActeExemple.Complet();

    public static TheoryData<string, string> Actes()
    {
        var cas = new TheoryData<string, string>();
        foreach (var nom in Exemples.Noms)
        {
            var dossier = Exemples.Lire(nom);
            foreach (var modele in Modeles.Embarques.Tous.Where(m => Exemples.Composer(m.Id, dossier) is Composition.Prete))
            {
                cas.Add(modele.Id, nom);
            }
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Actes))]
    public void Chaque_acte_de_chaque_exemple_est_valide_et_dit_les_memes_mots(string modele, string exemple)
    {
        var acte = Exemples.Acte(modele, Exemples.Lire(exemple));
        var charte = Modeles.Embarques.Trouver(modele)!.Charte;
        var octets = MoteurWord.Composer(acte, charte);

        Assert.Empty(LectureWord.Lire(octets, LectureWord.Fautes));
        Assert.Equal(Mots(acte, charte), SansEtiquettes(TexteDesBlocs.Mots(LectureWord.Texte(octets))));
    }

    [Fact]
    public void Tout_bloc_passe_et_reste_valide()
    {
        foreach (var acte in new[] { Complet, ActeExemple.DeSoixantePages(), ActeExemple.Retors() })
        {
            var octets = MoteurWord.Composer(acte, Charte.Acte);

            Assert.Empty(LectureWord.Lire(octets, LectureWord.Fautes));
            Assert.Equal(Mots(acte, Charte.Acte), SansEtiquettes(TexteDesBlocs.Mots(LectureWord.Texte(octets))));
        }
    }

    [Fact]
    public void Le_meme_acte_donne_les_memes_octets() =>
        Assert.Equal(MoteurWord.Composer(Complet, Charte.Acte), MoteurWord.Composer(ActeExemple.Complet(), Charte.Acte));

    [Fact]
    public void Les_titres_portent_les_styles_de_Word_et_le_sommaire_mene_a_eux() => Ouvrir(Complet, fichier =>
    {
        var corps = fichier.MainDocumentPart!.Document!.Body!;
        var noms = fichier.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!, s => s.StyleName!.Val!.Value!);
        var titres = corps.Descendants<Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id && noms[id].StartsWith("heading ", StringComparison.Ordinal)).ToList();
        var signets = titres.Select(t => t.GetFirstChild<BookmarkStart>()!.Name!.Value!).ToList();

        Assert.Equal(["heading 1", "heading 2", "heading 3", "heading 4", "heading 4"], titres.Take(2).Concat(titres.Skip(2).Take(3)).Select(Nom));
        Assert.Equal(signets.Count, signets.Distinct().Count());

        var sommaire = Assert.Single(corps.Descendants<SdtBlock>());
        var cibles = sommaire.Descendants<Hyperlink>().Select(l => l.Anchor!.Value!).ToList();
        Assert.Equal(titres.Where(t => Nom(t) is not "heading 4").Select(t => t.GetFirstChild<BookmarkStart>()!.Name!.Value!), cibles);
        Assert.Contains(sommaire.Descendants<FieldCode>(), c => c.Text.Contains("TOC \\o \"1-3\"", StringComparison.Ordinal));
        Assert.Null(fichier.MainDocumentPart.DocumentSettingsPart!.Settings!.GetFirstChild<UpdateFieldsOnOpen>());

        string Nom(Paragraph p) => noms[p.ParagraphProperties!.ParagraphStyleId!.Val!.Value!];
    });

    [Fact]
    public void Un_tableau_repete_son_en_tete_et_ne_coupe_pas_ses_rangees() => Ouvrir(Complet, fichier =>
    {
        var tableaux = fichier.MainDocumentPart!.Document!.Body!.Descendants<Table>()
            .Where(t => t.GetFirstChild<TableProperties>()!.TableStyle is not null).ToList();

        Assert.Equal(2, tableaux.Count);
        Assert.All(tableaux, t =>
        {
            var rangees = t.Elements<TableRow>().ToList();
            Assert.NotNull(rangees[0].TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(rangees.Skip(1), r => Assert.Null(r.TableRowProperties!.GetFirstChild<TableHeader>()));
            Assert.All(rangees, r => Assert.NotNull(r.TableRowProperties!.GetFirstChild<CantSplit>()));
            Assert.NotNull(t.GetFirstChild<TableProperties>()!.GetFirstChild<TableDescription>());
            var mesure = t.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(c => int.Parse(c.Width!.Value!, CultureInfo.InvariantCulture));
            Assert.InRange(mesure, 9060, 9080);
        });
    });

    [Fact]
    public void Chaque_liste_numerotee_compte_pour_elle_seule()
    {
        static Bloc Liste(int debut) => new Bloc.Liste(true, [[ActeExemple.P("x")], [ActeExemple.P("y"), ActeExemple.P("suite")]], debut);

        Ouvrir(ActeExemple.Avec(Liste(1), ActeExemple.P("entre"), Liste(7)), fichier =>
        {
            var instances = fichier.MainDocumentPart!.Document!.Body!.Descendants<NumberingId>().Select(n => n.Val!.Value).ToList();
            var departs = fichier.MainDocumentPart.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>()
                .Where(n => instances.Contains(n.NumberID!.Value)).Select(n => n.Descendants<StartOverrideNumberingValue>().Single().Val!.Value);

            Assert.Equal(4, instances.Count);
            Assert.Equal([1, 7], departs);
        });
    }

    [Fact]
    public void Le_pied_compte_les_pages_et_la_tete_dit_projet_jusqu_a_la_validation()
    {
        Ouvrir(Complet, fichier =>
        {
            var pied = Assert.Single(fichier.MainDocumentPart!.FooterParts).Footer!;
            Assert.Equal(["PAGE", "NUMPAGES"], pied.Descendants<SimpleField>().Select(c => c.Instruction!.Value!.Trim()));
            Assert.Contains("Réf. EX-0001 · Document couvert par le secret professionnel", pied.InnerText, StringComparison.Ordinal);
            Assert.Equal("Projet", Assert.Single(fichier.MainDocumentPart.HeaderParts).Header!.InnerText);
            Assert.Single(fichier.MainDocumentPart.Document!.Body!.Descendants<HeaderReference>());
        });
        Ouvrir(Complet with { Identite = Complet.Identite with { Projet = false } }, fichier =>
            Assert.Empty(fichier.MainDocumentPart!.Document!.Body!.Descendants<HeaderReference>()));
    }

    [Fact]
    public void Les_proprietes_sont_celles_de_l_acte_et_rien_d_autre() => Ouvrir(Complet, fichier =>
    {
        var proprietes = fichier.PackageProperties;

        Assert.Equal(("Requête en indemnisation (exemple)", "Cabinet fictif"), (proprietes.Title, proprietes.Creator));
        Assert.Equal(new DateTime(2026, 1, 15, 0, 0, 0, DateTimeKind.Utc), proprietes.Created!.Value.ToUniversalTime());
        Assert.Null(proprietes.LastModifiedBy);
        Assert.Null(fichier.ExtendedFilePropertiesPart);
        Assert.Equal("fr-FR", fichier.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val!.Value);
    });

    [Fact]
    public void Un_dessin_garde_son_alternative_et_un_lien_sa_cible() => Ouvrir(Complet, fichier =>
    {
        var corps = fichier.MainDocumentPart!.Document!.Body!;
        var figure = corps.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single();

        Assert.Equal("Deux barres autour d’un repère.", figure.Description!.Value);
        Assert.Equal("Deux barres autour d’un repère.", corps.Descendants<AlternateContentFallback>().Single().InnerText);
        var externe = Assert.Single(corps.Descendants<Hyperlink>(), l => l.Id is not null);
        Assert.Equal(
            "https://www.legifrance.gouv.fr/codes/id/LEGISCTA000006151920",
            fichier.MainDocumentPart.HyperlinkRelationships.Single(r => r.Id == externe.Id!.Value).Uri.ToString());
    });

    [Fact]
    public void Une_piece_citee_mene_a_sa_ligne_du_bordereau_ou_reste_un_texte()
    {
        var citation = new Bloc.Paragraphe([new Inline.Lien("#" + Ancres.Piece(3), [new Inline.Texte("pièce n° 3")])]);
        var bordereau = new Bloc.Tableau("Bordereau", [new(ActeExemple.T("N°"))], [new([ActeExemple.T("3")]) { Ancre = Ancres.Bordereau(3) }]);

        Ouvrir(ActeExemple.Avec(citation), fichier => Assert.Empty(fichier.MainDocumentPart!.Document!.Body!.Descendants<Hyperlink>()));
        Ouvrir(ActeExemple.Avec(citation, bordereau), fichier =>
        {
            var corps = fichier.MainDocumentPart!.Document!.Body!;
            Assert.Equal(
                Assert.Single(corps.Descendants<TableRow>().Last().Descendants<BookmarkStart>()).Name!.Value,
                Assert.Single(corps.Descendants<Hyperlink>()).Anchor!.Value);
            Assert.Empty(LectureWord.Fautes(fichier));
        });
    }

    [Fact]
    public void Un_caractere_que_XML_refuse_ne_casse_pas_le_fichier()
    {
        var octets = MoteurWord.Composer(ActeExemple.Avec(ActeExemple.P("avant\u200Baprès")) with { Identite = ActeExemple.Identite with { PiedDePage = "pied\u0001\uFFFE" } }, Charte.Acte);

        Assert.Empty(LectureWord.Lire(octets, LectureWord.Fautes));
    }

    [FactSiOutil("soffice")]
    public void LibreOffice_ouvre_chaque_acte_et_y_lit_les_memes_sommes()
    {
        var dossier = Directory.CreateTempSubdirectory("reparation-word-");
        try
        {
            var attendus = new Dictionary<string, IReadOnlyList<string>>();
            foreach (var (modele, exemple) in Actes().Select(c => ((string)c[0], (string)c[1])))
            {
                var acte = Exemples.Acte(modele, Exemples.Lire(exemple));
                var nom = $"{modele.Replace('/', '-')}-{exemple}";
                File.WriteAllBytes(Path.Combine(dossier.FullName, nom + ".docx"), MoteurWord.Composer(acte, Modeles.Embarques.Trouver(modele)!.Charte));
                attendus[nom] = Sommes(ActeTexte.Ecrire(acte with { Corps = [.. acte.Corps.Select(SansDessin)] }));
            }

            Bureau.Convertir(dossier.FullName, "txt:Text (encoded):UTF8", ".docx");

            Assert.All(attendus, a => Assert.Equal(a.Value, Sommes(File.ReadAllText(Path.Combine(dossier.FullName, a.Key + ".txt")))));
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }

    private static void Ouvrir(Acte acte, Action<WordprocessingDocument> regarder) => LectureWord.Lire(MoteurWord.Composer(acte, Charte.Acte), fichier =>
    {
        regarder(fichier);
        return true;
    });

    private static IEnumerable<string> Mots(Acte acte, Charte charte) =>
        SansEtiquettes(new TexteDesBlocs(new MoteurMaison().Composer(acte, charte).PageDesAncres).Lire(acte.Corps));

    // Une étiquette de liste n'est pas du texte pour Word : on ne compare que les mots.
    private static IEnumerable<string> SansEtiquettes(IEnumerable<string> mots) => mots.Where(m => m is not ("–" or "•") && !Etiquette().IsMatch(m));

    // L'export en texte de LibreOffice passe les formes ; leurs valeurs se lisent ailleurs dans l'acte.
    private static Bloc SansDessin(Bloc bloc) => bloc is Bloc.Figure figure ? new Bloc.Paragraphe(figure.Legende) : bloc;

    private static List<string> Sommes(string texte) => [.. Somme().Matches(texte).Select(m => m.Value)];

    [GeneratedRegex(@"^\d+\.$")]
    private static partial Regex Etiquette();

    [GeneratedRegex(@"\d{1,3}(?:\u202F\d{3})*,\d{2}\u00A0€")]
    private static partial Regex Somme();
}
