using Reparation.Documents.Depot;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Dossiers;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Examine un PDF déposé : rien d'actif, de joint par d'autres que nous ni de chiffré, une table qui ne désigne que des objets relus, des pages
/// qui s'ouvrent.
/// </summary>
internal static class InspectionPdf
{
    // Le lecteur de PDF descend l'arbre des pages par appels emboîtés : une pile à lui, plus haute que l'ordinaire.
    private const int Pile = 16 * 1024 * 1024;

    // Il relit au plus quelques fois un fichier abîmé pour en retrouver les objets ; au-delà, il tourne en rond.
    private const int Relectures = 8;
    private const long LectureMinimale = 16L * 1024 * 1024;

    public static Admission Examiner(Stream contenu, LimitesDeDepot limites)
    {
        var analyse = AnalysePdf.Lire(contenu, limites);
        return analyse.Refusee is { } refus && (refus != Refus.PdfJoint || !EstNotre(contenu, limites))
            ? refus
            : PileHaute.Executer(Pile, () => Ouvrir(contenu, analyse, limites));
    }

    // Ce que nous avons scellé ne contient que ce que nous y avons mis : le chiffrage, le manifeste, des pièces déjà admises.
    private static bool EstNotre(Stream contenu, LimitesDeDepot limites)
    {
        if (limites.CleDeLInstallation is not { } cle || contenu.Length > limites.OctetsScelles)
        {
            return false;
        }

        contenu.Position = 0;
        return Verification.Examiner(contenu, [("", cle)]) is { Verdict: Verdict.Intact, Origine: OrigineDuSceau.CetteInstallation };
    }

    private static Admission Ouvrir(Stream contenu, AnalysePdf analyse, LimitesDeDepot limites)
    {
        try
        {
            contenu.Position = 0;
            var borne = new FluxCompte(contenu, new((contenu.Length * Relectures) + LectureMinimale));
            using var pdf = PdfDocument.Open(borne, new ParsingOptions { UseLenientParsing = false, SkipMissingFonts = true });
            if (pdf.IsEncrypted)
            {
                return Refus.PdfChiffre;
            }

            var pages = pdf.NumberOfPages;
            return pages == 0 ? Refus.Abime
                : pages > limites.PagesMaximales ? Refus.TropDePages(limites.PagesMaximales)
                : analyse.Refusee is null && pdf.Structure.CrossReferenceTable.ObjectOffsets.Values.Any(o => o.Type == XrefEntryType.File && o.Value1 > 0 && !analyse.CommenceUnObjet(o.Value1)) ? Refus.PdfInhabituel
                : new Admission.Acceptee(TypeDePiece.Pdf, pages, analyse.GrandeImage);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Refus.PdfChiffre;
        }
#pragma warning disable CA1031 // Un lecteur de PDF échoue de mille façons sur un fichier abîmé : toutes disent la même chose.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return Refus.Abime;
        }
    }
}
