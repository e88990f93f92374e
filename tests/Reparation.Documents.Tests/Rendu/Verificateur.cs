using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>
/// Relit un acte et dit tout ce qui manque à un PDF balisé. Ce n'est pas un validateur officiel : il vérifie ce que
/// le moteur promet.
/// </summary>
internal static class Verificateur
{
    private static readonly HashSet<string> Dessins =
        ["Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI", "EI"];

    private static readonly HashSet<string> Genres =
    [
        "Document", "Div", "P", "H1", "H2", "H3", "H4", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD",
        "TOC", "TOCI", "Reference", "Link", "Figure", "Caption", "Note",
    ];

    public static List<string> Anomalies(byte[] octets, string langue = "fr-FR")
    {
        using var lecture = new Lecture(octets);
        var anomalies = new List<string>();
        Catalogue(lecture, langue, anomalies);
        var marquees = lecture.Pages.SelectMany(p => Page(lecture, p, anomalies)).ToList();
        var arbre = lecture.Arbre();
        Arbre(arbre, marquees, anomalies);
        Parents(lecture, arbre, anomalies);
        Elements(lecture, arbre, anomalies);
        Polices(lecture, anomalies);
        return anomalies;
    }

    private static void Catalogue(Lecture lecture, string langue, List<string> anomalies)
    {
        var c = lecture.Catalogue;
        Exiger(Lecture.Chaine(c.Data.GetValueOrDefault("Lang")) == langue, "catalogue : langue", anomalies);
        Exiger(Vrai(lecture, c, "MarkInfo", "Marked"), "catalogue : Marked", anomalies);
        Exiger(Vrai(lecture, c, "ViewerPreferences", "DisplayDocTitle"), "catalogue : DisplayDocTitle", anomalies);
        Exiger(c.Data.ContainsKey("StructTreeRoot"), "catalogue : arbre", anomalies);
        Exiger(!c.Data.ContainsKey("OpenAction") && !c.Data.ContainsKey("AA"), "catalogue : action", anomalies);

        var intention = (DictionaryToken?)lecture.Valeur<ArrayToken>(c, "OutputIntents")?.Data[0];
        var profil = intention is null ? null : lecture.Valeur<StreamToken>(intention, "DestOutputProfile");
        Exiger(profil is not null && Lecture.Octets(profil).AsSpan(36, 4).SequenceEqual("acsp"u8), "profil de sortie", anomalies);

        var xmp = lecture.Valeur<StreamToken>(c, "Metadata") is { } flux ? Lecture.Flux(flux) : "";
        var info = lecture.Document.Information;
        Exiger(xmp.Contains($">{info.Title}</rdf:li>", StringComparison.Ordinal), "XMP : titre", anomalies);
        Exiger(info.CreationDate is { Length: > 10 } date
            && xmp.Contains($"<xmp:CreateDate>{date[2..6]}-{date[6..8]}-{date[8..10]}T00:00:00+00:00<", StringComparison.Ordinal),
            "XMP : date", anomalies);
        foreach (var attendu in new[] { "<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "pdfaExtension:schemas" })
        {
            Exiger(xmp.Contains(attendu, StringComparison.Ordinal), $"XMP : {attendu}", anomalies);
        }
    }

    private static List<Sequence> Page(Lecture lecture, UglyToad.PdfPig.Content.Page page, List<string> anomalies)
    {
        var sequences = new List<Sequence>();
        var profondeur = 0;
        foreach (var operation in page.Operations)
        {
            switch (operation)
            {
                case BeginMarkedContentWithProperties debut:
                    profondeur++;
                    if (debut.Properties?.Data.TryGetValue("MCID", out var mcid) == true)
                    {
                        sequences.Add(new Sequence(page.Number, ((NumericToken)mcid).Int));
                    }
                    else
                    {
                        Exiger(debut.Name.Data == "Artifact", $"page {page.Number} : marque sans numéro", anomalies);
                    }

                    break;
                case BeginMarkedContent:
                    profondeur++;
                    break;
                case EndMarkedContent:
                    profondeur--;
                    break;
                default:
                    Exiger(profondeur > 0 || !Dessins.Contains(operation.Operator), $"page {page.Number} : dessin hors marque", anomalies);
                    break;
            }

            Exiger(profondeur is 0 or 1, $"page {page.Number} : marques emboîtées", anomalies);
        }

        Exiger(profondeur == 0, $"page {page.Number} : marque non refermée", anomalies);
        Exiger(lecture.Valeur<NameToken>(page.Dictionary, "Tabs")?.Data == "S", $"page {page.Number} : Tabs", anomalies);
        Exiger(page.Dictionary.Data.ContainsKey("StructParents"), $"page {page.Number} : StructParents", anomalies);
        return sequences;
    }

    private static void Arbre(Noeud arbre, List<Sequence> marquees, List<string> anomalies)
    {
        var rangees = arbre.Tous().SelectMany(n => n.Enfants.OfType<Sequence>()).ToList();
        Exiger(rangees.Count == rangees.Distinct().Count(), "arbre : séquence rangée deux fois", anomalies);
        Exiger(marquees.Count == marquees.Distinct().Count(), "pages : numéro de séquence répété", anomalies);
        Exiger(!rangees.Except(marquees).Any(), "arbre : séquence absente des pages", anomalies);
        Exiger(!marquees.Except(rangees).Any(), "pages : séquence orpheline", anomalies);
    }

    private static void Parents(Lecture lecture, Noeud arbre, List<string> anomalies)
    {
        var racine = lecture.Valeur<DictionaryToken>(lecture.Catalogue, "StructTreeRoot")!;
        var nums = lecture.Valeur<ArrayToken>(lecture.Valeur<DictionaryToken>(racine, "ParentTree")!, "Nums")!.Data;
        var table = new Dictionary<int, IToken>();
        for (var i = 0; i < nums.Count; i += 2)
        {
            table[((NumericToken)nums[i]).Int] = lecture.Lire(nums[i + 1]);
        }

        foreach (var noeud in arbre.Tous())
        {
            foreach (var sequence in noeud.Enfants.OfType<Sequence>())
            {
                var rang = ((NumericToken)lecture.Pages[sequence.Page - 1].Dictionary.Data["StructParents"]).Int;
                var parent = lecture.Lire(((ArrayToken)table[rang]).Data[sequence.Mcid]);
                Exiger(parent.Equals(noeud.Dictionnaire), "arbre des parents : séquence mal rangée", anomalies);
            }

            foreach (var renvoi in noeud.Enfants.OfType<Renvoi>())
            {
                var cle = lecture.Valeur<NumericToken>(renvoi.Annotation, "StructParent");
                Exiger(cle is not null && table.GetValueOrDefault(cle.Int)?.Equals(noeud.Dictionnaire) == true,
                    "arbre des parents : lien mal rangé", anomalies);
            }
        }
    }

    private static void Elements(Lecture lecture, Noeud arbre, List<string> anomalies)
    {
        var niveau = 0;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var noeud in arbre.Tous())
        {
            Exiger(Genres.Contains(noeud.Genre), $"élément de genre inconnu : {noeud.Genre}", anomalies);
            if (noeud.Genre is ['H', var chiffre] && char.IsAsciiDigit(chiffre))
            {
                Exiger(chiffre - '0' <= niveau + 1, "titres : niveau sauté", anomalies);
                niveau = chiffre - '0';
            }

            if (noeud.Genre == "TH")
            {
                Exiger(lecture.Valeur<DictionaryToken>(noeud.Dictionnaire, "A")?.Data.ContainsKey("Scope") == true, "TH sans Scope", anomalies);
            }

            if (noeud.Genre == "Figure")
            {
                Exiger(Lecture.Chaine(noeud.Dictionnaire.Data.GetValueOrDefault("Alt")).Length > 0, "Figure sans Alt", anomalies);
                var cadre = lecture.Valeur<DictionaryToken>(noeud.Dictionnaire, "A") is { } attributs
                    ? lecture.Valeur<ArrayToken>(attributs, "BBox")?.Data.OfType<NumericToken>().Select(n => n.Double).ToList()
                    : null;
                Exiger(
                    cadre is [var gauche, var bas, var droite, var haut] && gauche >= 0 && bas >= 0 && gauche < droite && bas < haut && droite <= 596 && haut <= 842,
                    "Figure sans BBox dans la page", anomalies);
            }

            if (noeud.Genre == "Note")
            {
                var id = Lecture.Chaine(noeud.Dictionnaire.Data.GetValueOrDefault("ID"));
                Exiger(id.Length > 0 && ids.Add(id), "Note sans identifiant propre", anomalies);
            }

            if (noeud.Genre == "Link")
            {
                Exiger(noeud.Enfants.OfType<Renvoi>().Any(), "Link sans annotation", anomalies);
            }
        }

        var nommes = lecture.Valeur<DictionaryToken>(lecture.Valeur<DictionaryToken>(lecture.Catalogue, "StructTreeRoot")!, "IDTree") is { } arbreDesIds
            ? lecture.Valeur<ArrayToken>(arbreDesIds, "Names")!.Data.Where((_, i) => i % 2 == 0).Select(Lecture.Chaine)
            : [];
        Exiger(ids.SetEquals(nommes), "arbre des identifiants", anomalies);

        var rangees = arbre.Tous().SelectMany(n => n.Enfants.OfType<Renvoi>()).Count();
        var annotations = lecture.Pages.SelectMany(p => lecture.Valeur<ArrayToken>(p.Dictionary, "Annots")?.Data ?? [])
            .Select(a => (DictionaryToken)lecture.Lire(a)).ToList();
        Exiger(annotations.Count == rangees, "lien hors de l'arbre", anomalies);
        foreach (var annotation in annotations)
        {
            Exiger(annotation.Data.ContainsKey("Contents"), "lien sans Contents", anomalies);
            Exiger(annotation.Data.ContainsKey("StructParent"), "lien sans StructParent", anomalies);
            Exiger(annotation.Data.ContainsKey("Dest") || annotation.Data.ContainsKey("A"), "lien sans cible", anomalies);
            Exiger(lecture.Valeur<NumericToken>(annotation, "F")?.Int == 4, "lien non imprimable", anomalies);
        }
    }

    private static void Polices(Lecture lecture, List<string> anomalies)
    {
        var ressources = lecture.Valeur<DictionaryToken>(lecture.Pages[0].Dictionary, "Resources")!;
        foreach (var jeton in lecture.Valeur<DictionaryToken>(ressources, "Font")!.Data.Values)
        {
            var police = (DictionaryToken)lecture.Lire(jeton);
            var nom = lecture.Valeur<NameToken>(police, "BaseFont")!.Data;
            Exiger(nom.Length > 7 && nom[6] == '+' && nom[..6].All(char.IsAsciiLetterUpper), $"police {nom} : sous-ensemble", anomalies);
            Exiger(police.Data.ContainsKey("ToUnicode"), $"police {nom} : ToUnicode", anomalies);
            var descendante = (DictionaryToken)lecture.Lire(lecture.Valeur<ArrayToken>(police, "DescendantFonts")!.Data[0]);
            var descripteur = lecture.Valeur<DictionaryToken>(descendante, "FontDescriptor")!;
            Exiger(lecture.Valeur<StreamToken>(descripteur, "FontFile2") is not null, $"police {nom} : programme", anomalies);
        }
    }

    private static bool Vrai(Lecture lecture, DictionaryToken catalogue, string cle, string champ) =>
        lecture.Valeur<DictionaryToken>(catalogue, cle) is { } d && lecture.Valeur<BooleanToken>(d, champ)?.Data == true;

    private static void Exiger(bool condition, string anomalie, List<string> anomalies)
    {
        if (!condition)
        {
            anomalies.Add(anomalie);
        }
    }
}
