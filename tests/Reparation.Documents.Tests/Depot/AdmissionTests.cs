using System.Text;
using Reparation.Documents.Depot;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Sceaux;
using Reparation.Documents.Tests.Rendu;
using Reparation.Documents.Tests.Sceaux;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Depot;

public sealed class AdmissionTests
{
    private static readonly LimitesDeDepot Limites = new();

    [Fact]
    public void Un_document_inerte_entre_avec_son_type()
    {
        Assert.Equal(new Admission.Acceptee(TypeDePiece.Pdf, 1, AConfirmer: false), Examiner(FichiersDEssai.Pdf()));
        Assert.Equal(new Admission.Acceptee(TypeDePiece.Pdf, 7, AConfirmer: false), Examiner(FichiersDEssai.Pdf(pages: 7)));
        Assert.Equal(new Admission.Acceptee(TypeDePiece.Jpeg, 1, AConfirmer: true), Examiner(FichiersDEssai.Jpeg()));
        Assert.Equal(new Admission.Acceptee(TypeDePiece.Png, 1, AConfirmer: true), Examiner(FichiersDEssai.Png()));
        Assert.Equal(new Admission.Acceptee(TypeDePiece.Docx, null, AConfirmer: false), Examiner(FichiersDEssai.Docx()));
        Assert.Equal(new Admission.Acceptee(TypeDePiece.Eml, null, AConfirmer: false), Examiner(FichiersDEssai.Eml()));
    }

    [Fact]
    public void Un_acte_que_nous_imprimons_peut_revenir_comme_piece()
    {
        var moteur = new MoteurMaison();
        var rendu = moteur.Composer(ActeExemple.Avec(ActeExemple.P("Acte fictif.")), Charte.Acte);

        Assert.Equal(new Admission.Acceptee(TypeDePiece.Pdf, rendu.Pages, AConfirmer: false), Examiner(rendu.Octets));
        // Sans sceau qui en réponde, le chiffrage joint à un acte est un fichier joint comme un autre.
        Refusee("fichiers joints", moteur.Composer(ActeExemple.Complet(), Charte.Acte).Octets);
    }

    [Fact]
    public void Un_acte_scelle_par_l_installation_revient_avec_ses_fichiers_joints()
    {
        var scelle = Scelles.Sceller(Scelles.Petit());
        var limites = Limites with { CleDeLInstallation = Scelles.Cle.Publique };

        Assert.IsType<Admission.Acceptee>(Admission.Examiner(new MemoryStream(scelle), limites));
        AutreCle();
        Altere();
        TropLourd();

        void AutreCle()
        {
            using var autre = CleDeSceau.Tirer();
            Refuse(limites with { CleDeLInstallation = autre.Publique }, scelle);
            Refuse(Limites, scelle);
        }

        void Altere()
        {
            Refuse(limites, [.. scelle, (byte)'\n']);
            var change = scelle.ToArray();
            change[change.Length / 2] ^= 1;
            Refuse(limites, change);
        }

        void TropLourd() => Refuse(limites with { OctetsScelles = scelle.Length - 1 }, scelle);

        static void Refuse(LimitesDeDepot limites, byte[] octets) =>
            Assert.IsType<Admission.Refusee>(Admission.Examiner(new MemoryStream(octets), limites));
    }

    [Fact]
    public void Un_pdf_fait_d_images_demande_la_confirmation() =>
        Assert.Equal(
            new Admission.Acceptee(TypeDePiece.Pdf, 1, AConfirmer: true),
            Examiner(FichiersDEssai.Pdf(objet: "<< /Type /XObject /Subtype /Image /Width 2480 /Height 3508 /Filter /DCTDecode /Length 3 >>\nstream\nabc\nendstream")));

    [Fact]
    public void Un_logo_ne_demande_rien() =>
        Assert.Equal(
            new Admission.Acceptee(TypeDePiece.Pdf, 1, AConfirmer: false),
            Examiner(FichiersDEssai.Pdf(objet: "<< /Type /XObject /Subtype /Image /Width 200 /Height 90 /Length 3 >>\nstream\nabc\nendstream")));

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "script")]
    [InlineData("/OpenAction << /S /J#61vaScript /JS (x) >>", "script")]
    [InlineData("/OpenAction<</S/Launch/F(a)>>", "lance un autre programme")]
    [InlineData("/Names << /EmbeddedFiles << /Names [] >> >>", "fichiers joints")]
    [InlineData("/AcroForm << /XFA [] >>", "formulaire dynamique")]
    [InlineData("/Annots [<< /Subtype /RichMedia >>]", "vidéo, un son")]
    [InlineData("/Annots [<< /Subtype /Movie >>]", "vidéo, un son")]
    public void Un_pdf_qui_agit_est_refuse_meme_cache(string entree, string dit)
    {
        Refusee(dit, FichiersDEssai.Pdf(catalogue: entree));
        Refusee(dit, FichiersDEssai.Pdf(objet: $"<< {entree} >>"));
        Refusee(dit, FichiersDEssai.Pdf(objet: FichiersDEssai.FluxDObjets($"<< {entree} >>")));
    }

    [Fact]
    public void Un_mot_dans_une_chaine_ou_un_flux_n_est_pas_une_action()
    {
        Assert.IsType<Admission.Acceptee>(Examiner(FichiersDEssai.Pdf(catalogue: "/Lang (/JavaScript \\) /Launch)")));
        Assert.IsType<Admission.Acceptee>(Examiner(FichiersDEssai.Pdf(objet: "<< /Length 17 >>\nstream\n/JavaScript /EF /\nendstream")));
    }

    [Fact]
    public void Un_objet_designe_la_ou_rien_n_a_ete_lu_est_refuse()
    {
        // La table désigne un objet logé dans un flux : l'examen l'a sauté, un lecteur le trouverait.
        const string Cache = "5 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n";
        var texte = Encoding.Latin1.GetString(FichiersDEssai.Pdf(objet: $"<< /Length {Cache.Length} >>\nstream\n{Cache}\nendstream"));
        var vrai = texte.IndexOf("5 0 obj\n<< /Length", StringComparison.Ordinal);
        var faux = texte.IndexOf(Cache, StringComparison.Ordinal);

        Refusee("empêche de le contrôler", Encoding.Latin1.GetBytes(texte.Replace($"{vrai:D10}", $"{faux:D10}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Un_pdf_protege_ou_abime_est_refuse()
    {
        Refusee("protégé", FichiersDEssai.Pdf(remorque: "/Encrypt << /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >>"));
        var pdf = FichiersDEssai.Pdf();
        Refusee("abîmé", pdf[..(pdf.Length / 2)]);
        Assert.IsType<Admission.Acceptee>(Examiner(Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(pdf).Replace("/Length 44 ", "/Length 9223372036854775807 ", StringComparison.Ordinal).Replace("0000000222", "0000000239", StringComparison.Ordinal))));
        Refusee("abîmé", "%PDF-1.7\n%%EOF\n"u8.ToArray());
        Refusee("abîmé", [.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(new string('[', 100_000)), .. "\n%%EOF"u8]);
    }

    [Fact]
    public void Un_fichier_qui_en_cache_un_autre_est_refuse()
    {
        var zip = FichiersDEssai.Zip([("a.txt", "a")]);
        Refusee("cache un autre", [.. FichiersDEssai.Pdf(), .. zip]);
        Refusee("cache un autre", [.. FichiersDEssai.Png(), .. zip]);
        Refusee("cache un autre", [.. FichiersDEssai.Jpeg(), .. zip]);
        Refusee("cache un autre", [.. FichiersDEssai.Docx(), .. FichiersDEssai.Docx()]);
        Refusee("cache un autre", [.. FichiersDEssai.Pdf(), .. "<script>1</script>"u8]);
        Assert.IsType<Admission.Refusee>(Examiner([.. "GIF89a"u8, .. FichiersDEssai.Pdf()]));
        Assert.IsType<Admission.Refusee>(Examiner([.. " "u8, .. FichiersDEssai.Pdf()]));
        // Une archive logée dans un flux, dont le commentaire final couvre la fin du PDF.
        var cheval = FichiersDEssai.Pdf(objet: $"<< /Length {zip.Length} >>\nstream\n{Encoding.Latin1.GetString(zip)}\nendstream");
        var fin = cheval.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var reste = cheval.Length - fin - 22;
        (cheval[fin + 20], cheval[fin + 21]) = ((byte)reste, (byte)(reste >> 8));
        Refusee("cache un autre", cheval);
    }

    [Theory]
    [InlineData("GIF89a", "image d’un format")]
    [InlineData("RIFF....WEBPVP8 ", "image d’un format")]
    [InlineData("....ftypheic", "image d’un format")]
    [InlineData("....ftypmp42", "vidéo")]
    [InlineData("RIFF....AVI LIST", "vidéo")]
    [InlineData("ID3", "sonore")]
    [InlineData("Rar!", "archive")]
    [InlineData("#!/bin/sh\n", "programme")]
    [InlineData("MZ", "programme")]
    [InlineData("{\\rtf1", "ancien format")]
    [InlineData("<!DOCTYPE html>", "page web")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>", "page web")]
    [InlineData("Un texte nu, sans rien d'autre.", "texte sans mise en page")]
    [InlineData("\u0001\u0002", "n’est pas reconnu")]
    [InlineData("", "vide")]
    public void Toute_autre_famille_est_refusee_avec_son_nom(string debut, string dit) => Refusee(dit, Encoding.Latin1.GetBytes(debut));

    [Fact]
    public void Une_image_animee_ou_demesuree_est_refusee()
    {
        Refusee("animée", FichiersDEssai.Png(blocs: ("acTL", new byte[8])));
        Refusee("démesurée", FichiersDEssai.Png(100_000, 100_000));
        Refusee("démesurée", FichiersDEssai.Jpeg(65_000, 65_000));
        Refusee("abîmé", FichiersDEssai.Png()[..60]);
        Refusee("abîmé", FichiersDEssai.Jpeg()[..^2]);
    }

    [Theory]
    [InlineData("word/vbaProject.bin", "macro")]
    [InlineData("word/media/image1.jpeg", "incorporé")]
    [InlineData("word/embeddings/oleObject1.bin", "incorporé")]
    [InlineData("customUI/a.exe", "incorporé")]
    public void Une_partie_etrangere_au_texte_fait_refuser_le_document(string nom, string dit) =>
        Refusee(dit, FichiersDEssai.Docx(parties: (nom, "x")));

    [Theory]
    [InlineData("<w:object/>", "incorporé")]
    [InlineData("<w:altChunk/>", "incorporé")]
    [InlineData("<w:fldSimple w:instr=\" DDEAUTO c:\\\\a\"/>", "macro")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> D</w:instrText></w:r><w:r><w:instrText>DE cmd</w:instrText></w:r>", "macro")]
    [InlineData("<w:p>", "abîmé")]
    public void Un_corps_actif_ou_malforme_fait_refuser_le_document(string corps, string dit) => Refusee(dit, FichiersDEssai.Docx(corps));

    [Fact]
    public void Un_appel_exterieur_fait_refuser_le_document_mais_un_lien_ecrit_non()
    {
        Refusee("extérieur", FichiersDEssai.Docx(parties: ("word/_rels/document.xml.rels", Relation("attachedTemplate"))));
        Assert.IsType<Admission.Acceptee>(Examiner(FichiersDEssai.Docx(parties: ("word/_rels/document.xml.rels", Relation("hyperlink")))));

        static string Relation(string genre) =>
            $"<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{genre}\" Target=\"https://exemple.invalid\" TargetMode=\"External\"/></Relationships>";
    }

    [Fact]
    public void Une_bombe_s_arrete_au_plafond()
    {
        var vide = new string(' ', 1024 * 1024);
        Refusee("abîmé", FichiersDEssai.Docx(parties: [.. Enumerable.Range(0, 60).Select(i => ($"word/p{i}.xml", $"<a>{vide}</a>"))]));
        Refusee("abîmé", FichiersDEssai.Docx(parties: ("word/x.xml", "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>")));
        Refusee("archive", FichiersDEssai.Zip([("a.txt", "a")]));
    }

    [Fact]
    public void Un_courriel_n_est_que_du_texte()
    {
        const string Multiple = "multipart/mixed; boundary=\"zz\"";
        Assert.IsType<Admission.Acceptee>(Examiner(FichiersDEssai.Eml(Multiple, Parties("text/plain", "Bonjour") + Parties("text/html", "<p>Bonjour</p>") + "--zz--")));
        Assert.IsType<Admission.Acceptee>(Examiner(FichiersDEssai.Eml(codage: "base64", corps: Convert.ToBase64String("Bonjour à vous"u8))));
        Refusee("pièce jointe", FichiersDEssai.Eml(Multiple, Parties("text/plain", "Bonjour") + Parties("image/jpeg", "abc") + "--zz--"));
        Refusee("pièce jointe", FichiersDEssai.Eml(Multiple, Parties("text/plain", "Bonjour") + Parties("message/rfc822", "abc") + "--zz--"));
        Refusee("pièce jointe", FichiersDEssai.Eml(codage: "base64", corps: Convert.ToBase64String(FichiersDEssai.Jpeg())));
        Refusee("pièce jointe", FichiersDEssai.Eml(corps: "begin 644 image.jpg"));
        Refusee("pièce jointe", FichiersDEssai.Eml(corps: Convert.ToBase64String(FichiersDEssai.Png())));
        Refusee("script", FichiersDEssai.Eml("text/html", "<img src=\"data:image/png;base64,AAAA\">"));
        Refusee("script", FichiersDEssai.Eml("text/html", "<scr=\r\nipt>", "quoted-printable"));
        Refusee("abîmé", FichiersDEssai.Eml(Multiple, Parties("text/plain", "interrompu")));

        static string Parties(string type, string corps) => $"--zz\r\nContent-Type: {type}\r\n\r\n{corps}\r\n";
    }

    [Fact]
    public void Au_dela_des_limites_on_dit_laquelle()
    {
        var lourd = Assert.IsType<Admission.Refusee>(Admission.Examiner(new MemoryStream(FichiersDEssai.Pdf()), new() { OctetsMaximaux = 10 }));
        Assert.Contains("dépasse", lourd.Message, StringComparison.Ordinal);
        var long_ = Assert.IsType<Admission.Refusee>(Admission.Examiner(new MemoryStream(FichiersDEssai.Pdf(pages: 3)), new() { PagesMaximales = 2 }));
        Assert.Contains("2 pages", long_.Message, StringComparison.Ordinal);
    }

    private static Admission Examiner(byte[] octets) => Admission.Examiner(new MemoryStream(octets), Limites);

    private static void Refusee(string dit, byte[] octets) =>
        Assert.Contains(dit, Assert.IsType<Admission.Refusee>(Examiner(octets)).Message, StringComparison.Ordinal);
}
