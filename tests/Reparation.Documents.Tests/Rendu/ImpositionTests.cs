using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Tests.Actes;
using UglyToad.PdfPig;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Un cahier plié se lit dans l'ordre : on le plie ici, feuille par feuille, et l'on tourne les pages.</summary>
public sealed partial class ImpositionTests
{
    // Hors du pied et de la mention de tête, rien n'est petit une fois plié.
    private const double PiedDePage = 45;
    private const double TeteDePage = 560;

    [Fact]
    public void De_4_a_64_pages_le_cahier_plie_se_lit_dans_l_ordre()
    {
        for (var pages = 4; pages <= 64; pages++)
        {
            var faces = Imposition.EnCahier(pages);
            Assert.Equal(0, faces.Count % 2);

            // Feuilles emboîtées : la moitié droite de chaque recto puis la gauche de son verso montent vers le milieu, le reste en revient.
            var aller = Enumerable.Range(0, faces.Count / 2).SelectMany(f => new[] { faces[2 * f].Droite, faces[2 * f + 1].Gauche });
            var retour = Enumerable.Range(0, faces.Count / 2).Reverse().SelectMany(f => new[] { faces[2 * f + 1].Droite, faces[2 * f].Gauche });
            var lues = aller.Concat(retour).ToList();

            Assert.Equal(Enumerable.Range(1, pages), lues.Take(pages));
            Assert.All(lues.Skip(pages), blanche => Assert.Equal(0, blanche));
            Assert.True(lues.Count - pages < 4);
        }
    }

    [Theory]
    [InlineData("livret/15-17")]
    [InlineData("livret/facile")]
    public void Le_cahier_porte_chaque_page_a_sa_place_et_n_annonce_aucune_norme(string modele)
    {
        var charte = Modeles.Embarques.Trouver(modele)!.Charte;
        var rendu = new MoteurMaison().Plier(Exemples.Acte(modele, Exemples.Lire("2-proxenetisme")), charte);
        using var pdf = PdfDocument.Open(rendu.Octets);
        var trouvees = new List<FaceDeFeuille>();
        var total = 0;
        foreach (var page in pdf.GetPages())
        {
            Assert.True(page.Width > page.Height);
            Assert.All(page.Letters, l => Assert.True(l.BoundingBox.Left > 0 && l.BoundingBox.Right < page.Width));
            int Numero(bool gauche)
            {
                var texte = string.Concat(page.Letters.Where(l => l.StartBaseLine.X < page.Width / 2 == gauche).Select(l => l.Value));
                var trouve = NumeroDePage().Match(texte);
                total = trouve.Success ? int.Parse(trouve.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : total;
                return trouve.Success ? int.Parse(trouve.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
            }

            trouvees.Add(new(Numero(true), Numero(false)));
        }

        Assert.Equal(Imposition.EnCahier(total), trouvees);
        // Le corps du texte garde sa taille une fois réduit.
        Assert.Contains(pdf.GetPages().SelectMany(p => p.Letters), l => Math.Abs(l.PointSize - (double)charte.Corps) < 0.1);
        Assert.All(pdf.GetPages().SelectMany(p => p.Letters).Where(l => l.StartBaseLine.Y > PiedDePage && l.StartBaseLine.Y < TeteDePage), l => Assert.True(l.PointSize >= 11, $"{l.Value} : {l.PointSize}"));
        Assert.True(!pdf.TryGetXmpMetadata(out var meta) || !meta.GetXDocument().ToString().Contains("pdfuaid", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"page\s*(\d+)/(\d+)")]
    private static partial Regex NumeroDePage();
}
