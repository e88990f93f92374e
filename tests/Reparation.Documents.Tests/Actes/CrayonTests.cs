using System.Text;
using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using UglyToad.PdfPig;

namespace Reparation.Documents.Tests.Actes;

/// <summary>L'annexe d'une note se refait avec un crayon : seul le texte du PDF est lu, aucun code de calcul n'est appelé.</summary>
public sealed partial class CrayonTests
{
    public static TheoryData<string> Dossiers() => [.. Exemples.Noms];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void L_annexe_refaite_au_crayon_donne_le_total_imprime(string nom)
    {
        var texte = Imprimer(Exemples.Lire(nom));
        var lecteur = LecteurDeCrayon.Lire(texte);

        Assert.Empty(lecteur.Ecarts());
        Assert.True(lecteur.Calculees >= 20, $"{lecteur.Calculees} lignes refaites seulement.");
        var total = Reparation.Domain.Commun.Francais.LireNombre(TotalImprime().Match(texte).Groups[1].Value, out var lu) ? lu : -1;
        Assert.Equal(total, lecteur.Refaire("T"));
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Toute_somme_imprimee_que_l_on_altere_est_vue(string nom)
    {
        var texte = Imprimer(Exemples.Lire(nom));
        var depart = texte.LastIndexOf("refaire au crayon", StringComparison.Ordinal);
        var resultats = UnResultat().Matches(texte).Where(m => m.Index > depart).ToList();

        Assert.Equal(LecteurDeCrayon.Lire(texte).Nombre, resultats.Count);
        foreach (var resultat in resultats)
        {
            var chiffre = resultat.Groups[1].Index;
            var altere = texte[..chiffre] + (texte[chiffre] == '9' ? '1' : (char)(texte[chiffre] + 1)) + texte[(chiffre + 1)..];

            Assert.NotEmpty(LecteurDeCrayon.Lire(altere).Ecarts());
        }
    }

    [Theory]
    [InlineData("[1.1] x 101 j × 50 % × 30,00 € = 1 515,00 €", true)]
    [InlineData("[1.1] x 101 j × 50 % × 30,00 € = 1 515,01 €", false)]
    [InlineData("[1.1] jusqu’en 2025 28 h × 180 j ÷ 7 × 20,00 € = 14 400,00 €", true)]
    [InlineData("[1.1] x (10 h − 3 h) × 2 × 20,00 € = 280,00 €", true)]
    [InlineData("[1.1] x 1,005 × 1,00 € = 1,01 €", true)] // demi-centime à l'écart de zéro
    [InlineData("[1.1] suivi : 210,00 € × 12 mois, soit 2 520,00 € par an 3 × 1,00 € = 3,00 €", true)]
    [InlineData("[1.1] suivi : 210,00 € × 12 mois, soit 2 521,00 € par an 3 × 1,00 € = 3,00 €", false)]
    [InlineData("[1.1] x voir ailleurs = 3,00 €", false)]
    [InlineData("[1.1] x [1.2] = 3,00 €", false)]
    [InlineData("[1.1] x 3,00 € = 3,00 €\n[1.2] y 4,00 € = 4,00 €\n[1] z somme de [1.1] à [1.2] = 7,00 €", true)]
    [InlineData("[1.1] x 3,00 € = 3,00 €\n[1.2] y 4,00 € = 4,00 €\n[1] z [1.1] + [1.2] − 1,00 € de tiers payeurs = 6,00 €", true)]
    public void Le_lecteur_ne_croit_que_ce_qu_il_refait(string texte, bool juste) =>
        Assert.Equal(juste, LecteurDeCrayon.Lire(texte).Ecarts().Count == 0);

    [Fact]
    public void Le_mode_contre_l_auteur_et_le_droit_limite_se_refont_aussi()
    {
        var dossier = Exemples.Lire(Exemples.Noms[1]);
        dossier = dossier with
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
                    Pieces = [dossier.Pieces[0].Id],
                    Lignes = [new() { Libelle = "virements relevés", Quantite = 3, Unitaire = Montant.DeEuros(250.50m) }],
                },
            },
        };
        var bilan = Exemples.Bilan(dossier);
        var lecteur = LecteurDeCrayon.Lire(Imprimer(dossier));

        Assert.Empty(lecteur.Ecarts());
        Assert.Equal(751.50m, lecteur.Refaire("G"));
        Assert.Equal(100751.50m, lecteur.Refaire("A"));
        Assert.Equal(bilan.TotalEnfant.Euros, lecteur.Refaire("T"));
        Assert.Equal(bilan.Solde.Euros, lecteur.Refaire("S"));
    }

    private static string Imprimer(Dossier dossier)
    {
        var modele = Modeles.Embarques.Trouver("chiffrage/note")!;
        return Extraire(new MoteurMaison().Composer(Exemples.Acte(modele.Id, dossier), modele.Charte).Octets);
    }

    // Dans l'ordre du flux : une ligne finit quand la ligne de base change. C'est ce que fait « pdftotext -raw ».
    private static string Extraire(byte[] octets)
    {
        using var document = PdfDocument.Open(octets);
        var sortie = new StringBuilder();
        foreach (var page in document.GetPages())
        {
            var (ligne, droite) = (double.NaN, 0.0);
            foreach (var lettre in page.Letters)
            {
                var nouvelle = Math.Abs(lettre.StartBaseLine.Y - ligne) > 6;
                if (nouvelle)
                {
                    sortie.Append('\n');
                }
                else if (lettre.StartBaseLine.X > droite + 2 || lettre.StartBaseLine.X < droite - 10)
                {
                    sortie.Append(' ');
                }

                sortie.Append(lettre.Value);
                (ligne, droite) = (lettre.StartBaseLine.Y, lettre.EndBaseLine.X);
            }
        }

        return sortie.Append('\n').ToString();
    }

    [GeneratedRegex(@"=[ \u00A0\u202F\n]*(\d)[\d \u00A0\u202F]*,\d{2}[ \u00A0\u202F]€")]
    private static partial Regex UnResultat();

    [GeneratedRegex(@"Total demandé pour l’enfant : ([\d \u00A0\u202F]+,\d{2})")]
    private static partial Regex TotalImprime();
}
