using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Tests.Pieces;
using Reparation.Documents.Tests.Rendu;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Chaque acte approuvé en texte, imprimé : rien à redire à sa structure, à ses balises ni à ses polices.</summary>
public sealed class ActesEnPdfTests
{
    public static TheoryData<string, string> Cas() => ApprobationTests.Cas();

    [Theory]
    [MemberData(nameof(Cas))]
    public void L_acte_imprime_est_balise_et_ne_presente_aucune_anomalie(string modele, string exemple)
    {
        var dossier = Exemples.Lire(exemple);
        var rendu = new MoteurMaison().Composer(Exemples.Acte(modele, dossier), Documents.Actes.Modeles.Embarques.Trouver(modele)!.Charte);

        Assert.Equal(rendu.Pages, Feuilleter(rendu.Octets));
    }

    [FactSiOutil("qpdf")]
    public void Qpdf_ne_trouve_rien_a_redire_a_aucun() => Assert.Equal([], Cas().Select(c => (Modele: (string)c[0], Exemple: (string)c[1])).Select(c =>
    {
        var (modele, exemple) = c;
        var octets = new MoteurMaison().Composer(Exemples.Acte(modele, Exemples.Lire(exemple)), Documents.Actes.Modeles.Embarques.Trouver(modele)!.Charte).Octets;
        return OutilPdf.Verifier(octets) is { Length: > 0 } plainte ? $"{modele} {exemple} : {plainte}" : "";
    }).Where(p => p.Length > 0));

    /// <summary>Nombre de pages d'un PDF balisé, aux polices embarquées, sans anomalie ni page vide.</summary>
    internal static int Feuilleter(byte[] octets)
    {
        Assert.Empty(Verificateur.Anomalies(octets));
        using var lecture = new Lecture(octets);
        Assert.DoesNotContain(lecture.Pages, p => p.Text.Trim().Length == 0);
        return lecture.Pages.Count;
    }
}
