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

        Assert.Empty(Verificateur.Anomalies(rendu.Octets));
        using var lecture = new Lecture(rendu.Octets);
        Assert.Equal(rendu.Pages, lecture.Pages.Count);
        Assert.DoesNotContain(lecture.Pages, p => p.Text.Trim().Length == 0);
    }

    [FactSiOutil("qpdf")]
    public void Qpdf_ne_trouve_rien_a_redire_a_aucun() => Assert.Equal([], Cas().Select(c => (Modele: (string)c[0], Exemple: (string)c[1])).Select(c =>
    {
        var (modele, exemple) = c;
        var octets = new MoteurMaison().Composer(Exemples.Acte(modele, Exemples.Lire(exemple)), Documents.Actes.Modeles.Embarques.Trouver(modele)!.Charte).Octets;
        return OutilPdf.Verifier(octets) is { Length: > 0 } plainte ? $"{modele} {exemple} : {plainte}" : "";
    }).Where(p => p.Length > 0));
}
