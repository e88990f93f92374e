using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Tests.Rendu;
using Reparation.Domain.Dossiers;
using UglyToad.PdfPig.Tokens;
using Lecture = Reparation.Documents.Tests.Rendu.Lecture;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Une pièce citée est un lien : l'acte suit le bordereau, même renuméroté.</summary>
public sealed partial class RenvoisDePiecesTests
{
    [Fact]
    public void Chaque_citation_porte_un_lien_vers_sa_piece()
    {
        var acte = Rediger(Exemples.Lire("2-proxenetisme"));

        Assert.Contains(acte.Corps.OfType<Bloc.Paragraphe>().SelectMany(p => p.Contenu).OfType<Inline.Lien>(),
            l => Ancres.NumeroDePiece(l.Cible) is not null && ActeTexte.Ecrire([l]).StartsWith("pièce", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain('\uE002', ActeTexte.Ecrire(acte));
        Assert.DoesNotContain('\uE003', ActeTexte.Ecrire(acte));
    }

    [Fact]
    public void Renumeroter_une_piece_change_ses_citations_et_leurs_liens()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        var renumerote = dossier with { Pieces = [.. dossier.Pieces.Select(p => p with { Numero = p.Numero + 100 })] };

        var avant = Liens(Rediger(dossier).Corps).ToList();
        var apres = Liens(Rediger(renumerote).Corps).ToList();

        Assert.NotEmpty(avant);
        Assert.Equal(avant.Select(n => n + 100), apres);
    }

    [Fact]
    public void Dans_l_acte_seul_un_renvoi_mene_a_la_ligne_du_bordereau()
    {
        var rendu = new MoteurMaison().Composer(Rediger(Exemples.Lire("2-proxenetisme")), Charte.Acte);
        using var lecture = new Lecture(rendu.Octets);

        Assert.Empty(Verificateur.Anomalies(rendu.Octets));
        var renvois = lecture.Pages.SelectMany(p => lecture.Valeur<ArrayToken>(p.Dictionary, "Annots")?.Data ?? [])
            .Select(a => (DictionaryToken)lecture.Lire(a))
            .Select(a => (Numero: Numero().Match(Lecture.Chaine(a.Data["Contents"])), Lien: a))
            .Where(r => r.Numero.Success).ToList();
        Assert.NotEmpty(renvois);
        Assert.All(renvois, r => Assert.Equal(
            rendu.PageDesAncres[Ancres.Bordereau(int.Parse(r.Numero.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))],
            lecture.PageDe(lecture.Valeur<ArrayToken>(r.Lien, "Dest")!.Data[0])));
    }

    [Fact]
    public void Sans_bordereau_ni_piece_un_renvoi_reste_un_texte()
    {
        var rendu = new MoteurMaison().Composer(
            new Acte(
                new("Essai", "", "", new(2026, 11, 24), "R", ""),
                [new Bloc.Paragraphe([new Inline.Texte("Voir la "), new Inline.Lien("#piece-3", [new("pièce n°\u00A03")]), new Inline.Texte(".")])],
                []),
            Charte.Acte);
        using var lecture = new Lecture(rendu.Octets);

        Assert.Contains("pièce n° 3", lecture.Pages[0].Text, StringComparison.Ordinal);
        Assert.False(lecture.Pages[0].Dictionary.Data.ContainsKey("Annots"));
    }

    private static Acte Rediger(Dossier dossier) => Exemples.Acte("civi/requete", dossier);

    private static IEnumerable<int> Liens(IEnumerable<Bloc> blocs) => blocs.SelectMany(b => b switch
    {
        Bloc.Paragraphe p => Liens(p.Contenu),
        Bloc.Liste l => l.Elements.SelectMany(Liens),
        Bloc.Encadre e => Liens(e.Contenu),
        Bloc.Tableau t => t.Lignes.SelectMany(l => l.Cellules).SelectMany(Liens),
        _ => [],
    });

    private static IEnumerable<int> Liens(IReadOnlyList<Inline> contenu) =>
        contenu.OfType<Inline.Lien>().Select(l => Ancres.NumeroDePiece(l.Cible)).OfType<int>();

    [GeneratedRegex(@"(?<=^(?:[Pp]ièces? n°\u00A0)?)\d{1,3}$")]
    private static partial Regex Numero();
}
