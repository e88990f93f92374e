using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using static Reparation.Documents.Blocs.Bloc;
using static Reparation.Documents.Tests.Rendu.ActeExemple;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Le contrat du moteur : mêmes octets, refus clairs, fils et cultures sans effet.</summary>
public sealed class MoteurTests
{
    private static readonly MoteurMaison Moteur = new();

    [Fact]
    public void Le_meme_acte_donne_les_memes_octets() =>
        Assert.Equal(Moteur.Composer(Complet(), Charte.Acte).Octets, new MoteurMaison().Composer(Complet(), Charte.Acte).Octets);

    [Fact]
    public void La_culture_de_la_machine_est_sans_effet()
    {
        var ici = Moteur.Composer(Complet(), Charte.Acte).Octets;
        var (culture, interface_) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("ar-SA");
            var ailleurs = Moteur.Composer(Complet(), Charte.Acte).Octets;

            Assert.Equal(ici, ailleurs);
            Assert.Empty(Verificateur.Anomalies(ailleurs));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interface_);
        }
    }

    [Fact]
    public void Un_moteur_sert_plusieurs_fils()
    {
        var attendu = Moteur.Composer(Complet(), Charte.Acte).Octets;
        Parallel.For(0, 12, i =>
        {
            if (i % 2 == 0)
            {
                Assert.Equal(attendu, Moteur.Composer(Complet(), Charte.Acte).Octets);
            }
            else
            {
                Moteur.Composer(DeSoixantePages(), Charte.Plan);
            }
        });
    }

    [Fact]
    public void Tout_texte_francais_se_compose_et_se_relit() =>
        Gen.String[Gen.Char["aeéèçœÉ fiffl'’-/.,;:!?« »0123456789\u00A0\u202F\u2011()€%n°–—…"], 1, 400].Sample(
            texte =>
            {
                var acte = Avec(P(texte), new Encadre([P(texte)]), new Tableau("t", [new(T("c")), new(T("d"), Alignement.Droite)], [new([T(texte), T("1")])]));
                var rendu = Moteur.Composer(acte, Charte.Acte);
                using var lecture = new Lecture(rendu.Octets);
                var lu = string.Concat(TexteDesBlocs.Mots(lecture.Texte(lecture.Arbre())));
                var ecrit = string.Concat(new TexteDesBlocs(rendu.PageDesAncres).Lire(acte.Corps));
                return lu == ecrit && Verificateur.Anomalies(rendu.Octets).Count == 0;
            }, iter: 25);

    [Fact]
    public void Un_caractere_sans_dessin_est_refuse_sans_citer_le_mot()
    {
        var refus = Assert.Throws<RenduException>(() => Moteur.Composer(Avec(P("nomfictif\u4E2D")), Charte.Acte));

        Assert.Contains("U+4E2D", refus.Message);
        Assert.Contains("SourceSerif4-Regular", refus.Message);
        Assert.DoesNotContain("nomfictif", refus.Message);
    }

    [Fact]
    public void Un_texte_mal_code_est_refuse() =>
        Assert.Throws<RenduException>(() => Moteur.Composer(Avec(P("a\uD800b")), Charte.Acte));

    [Fact]
    public void Espace_fine_et_trait_insecable_ont_un_remplacant()
    {
        using var lecture = new Lecture(Moteur.Composer(Avec(P("12\u202F345 et peut\u2011être")), Charte.Acte).Octets);

        Assert.Equal(["12", "345", "et", "peut-être"], TexteDesBlocs.Mots(lecture.Texte(lecture.Arbre())));
    }

    public static TheoryData<string, Bloc[]> Refuses => new()
    {
        { "ancre", [H(1, "A", "x"), H(1, "B", "x")] },
        { "ancre", [H(1, "A", "")] },
        { "niveau", [H(2, "A", "x")] },
        { "niveau", [H(1, "A", "x"), H(3, "B", "y")] },
        { "niveau", [H(5, "A", "x")] },
        { "lien", [new Paragraphe([new Inline.Lien("#inconnue", [new("ici")])])] },
        { "lien", [new Encadre([new Liste(false, [[new Paragraphe([new Inline.Lien("http://exemple.fr", [new("ici")])])]])])] },
        { "tableau", [new Tableau("t", [new(T("a")), new(T("b"))], [new([T("seule")])])] },
        { "tableau", [new Tableau("t", [], [])] },
    };

    [Theory]
    [MemberData(nameof(Refuses))]
    public void Un_acte_mal_forme_est_refuse_avec_sa_raison(string mot, Bloc[] corps) =>
        Assert.Contains(mot, Assert.Throws<RenduException>(() => Moteur.Composer(Avec(corps), Charte.Acte)).Message);

    [Fact]
    public void Un_document_sans_titre_est_refuse() =>
        Assert.Throws<RenduException>(() => Moteur.Composer(new Acte(Identite with { Titre = " " }, [], []), Charte.Acte));

    [Fact]
    public void Dessiner_hors_d_une_marque_est_impossible()
    {
        using var ouvrage = new Ouvrage([], comprime: true, Stream.Null);
        var page = ouvrage.NouvellePage();

        Assert.Throws<InvalidOperationException>(() => page.Rectangle(0, 0, 1, 1, Encre.Noire));
        using (page.Artefact())
        {
            Assert.Throws<InvalidOperationException>(() => page.Artefact());
        }
    }

    [Fact]
    public void Les_metadonnees_ne_disent_que_l_identite()
    {
        using var lecture = new Lecture(Moteur.Composer(Complet(), Charte.Acte).Octets);
        var info = lecture.Document.Information;

        Assert.Equal(Identite.Titre, info.Title);
        Assert.Equal(Identite.Auteur, info.Author);
        Assert.Equal(Identite.Sujet, info.Subject);
        Assert.Equal("D:20260115000000+00'00'", info.CreationDate);
        Assert.Null(info.Keywords);
    }

    [FactSiOutil("qpdf")]
    public void Qpdf_ne_trouve_rien_a_redire() => Assert.Contains("No syntax or stream encoding errors", Lancer("qpdf", "--check"));

    [FactSiOutil("pdfinfo")]
    public void Pdfinfo_voit_un_document_balise() => Assert.Matches("Tagged: +yes", Lancer("pdfinfo"));

    [FactSiOutil("pdffonts")]
    public void Pdffonts_voit_des_polices_jointes_reduites_et_relisibles()
    {
        var polices = Lancer("pdffonts").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        Assert.NotEmpty(polices);
        Assert.All(polices, p => Assert.Matches("^[A-Z]{6}\\+Source.* yes yes yes ", p));
    }

    private static string Lancer(string outil, params string[] options)
    {
        var chemin = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(chemin, Moteur.Composer(Complet(), Charte.Acte).Octets);
        try
        {
            using var processus = Process.Start(new ProcessStartInfo(outil, [.. options, chemin])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var sortie = processus.StandardOutput.ReadToEnd();
            Assert.Equal("", processus.StandardError.ReadToEnd());
            processus.WaitForExit();
            Assert.Equal(0, processus.ExitCode);
            return sortie;
        }
        finally
        {
            File.Delete(chemin);
        }
    }
}
