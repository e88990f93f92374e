using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Depot;

/// <summary>Les refus, en clair : ce qui a été reconnu, pourquoi cela n'entre pas, que faire.</summary>
internal static class Refus
{
    private const string SiIllicite =
        "S’il montre les faits, ne le gardez pas et ne le transmettez pas\u202F: inscrivez sous « Faits » la référence du scellé, " +
        "du procès-verbal, de PHAROS ou de l’OFMIN, ou signalez-le.";

    private const string Reimprimer = "Ouvrez-le, imprimez-le « en PDF », puis déposez ce nouveau fichier.";

    public static readonly Admission.Refusee Vide = new(
        "Ce fichier est vide.", "Il n’y a rien à communiquer.", "Vérifiez l’original et déposez-le de nouveau.");

    public static readonly Admission.Refusee Abime = new(
        "Ce fichier est abîmé ou incomplet.", "La juridiction ne pourrait pas l’ouvrir.", "Reprenez l’original, ou imprimez-le « en PDF » et déposez ce nouveau fichier.");

    public static readonly Admission.Refusee Image = new(
        "C’est une image d’un format qui n’entre pas.", "Seules entrent les numérisations de documents, en PDF, JPEG ou PNG.",
        "S’il s’agit d’un document papier, numérisez-le en PDF. " + SiIllicite);

    public static readonly Admission.Refusee Video = new(
        "C’est une vidéo.", "Aucune vidéo n’entre dans un dossier.", SiIllicite);

    public static readonly Admission.Refusee Son = new(
        "C’est un enregistrement sonore.", "Aucun enregistrement n’entre dans un dossier.",
        "Déposez sa transcription en PDF, et inscrivez sous « Faits » la référence du scellé ou du procès-verbal.");

    public static readonly Admission.Refusee Archive = new(
        "C’est une archive.", "Son contenu ne peut pas être examiné pièce par pièce.", "Ouvrez-la et déposez séparément les documents qu’elle contient.");

    public static readonly Admission.Refusee Programme = new(
        "C’est un programme ou un script.", "Rien d’exécutable n’entre dans un dossier.", "Déposez le document lui-même, en PDF.");

    public static readonly Admission.Refusee OfficeAncien = new(
        "C’est un fichier Office d’un ancien format.", "Il peut contenir des macros, qu’on ne sait pas écarter.", Reimprimer);

    public static readonly Admission.Refusee Balisage = new(
        "C’est une page web ou un fichier balisé.", "Il peut exécuter un script ou appeler d’autres adresses.", Reimprimer);

    public static readonly Admission.Refusee TexteNu = new(
        "C’est un texte sans mise en page.", "Une pièce se communique page par page.", Reimprimer);

    public static readonly Admission.Refusee Inconnu = new(
        "Ce format n’est pas reconnu.", "Entrent les PDF, les numérisations JPEG ou PNG, les textes Word (.docx) et les courriels (.eml).", Reimprimer);

    public static readonly Admission.Refusee Double = new(
        "Ce fichier en cache un autre.", "Des octets étrangers précèdent ou suivent le document\u202F: un autre logiciel y lirait autre chose.", Reimprimer);

    public static readonly Admission.Refusee Animee = new(
        "C’est une image animée.", "Seules entrent les numérisations de documents.", SiIllicite);

    public static readonly Admission.Refusee TropGrande = new(
        "Cette image est démesurée.", "Aucune numérisation de document n’a autant de points.", "Numérisez de nouveau le document, à 300 points par pouce, en PDF.");

    public static readonly Admission.Refusee PdfChiffre = new(
        "Ce PDF est protégé.", "Un mot de passe ou une restriction en chiffre le contenu\u202F: il ne peut être ni contrôlé ni tamponné.",
        "Ouvrez-le avec son mot de passe, imprimez-le « en PDF », puis déposez ce nouveau fichier.");

    public static readonly Admission.Refusee PdfScript = new(
        "Ce PDF contient un script.", "Il agirait à l’ouverture, chez la juridiction comme chez vous.", Reimprimer);

    public static readonly Admission.Refusee PdfLancement = new(
        "Ce PDF lance un autre programme ou ouvre un autre fichier.", "Rien d’exécutable n’entre dans un dossier.", Reimprimer);

    public static readonly Admission.Refusee PdfJoint = new(
        "Ce PDF transporte des fichiers joints.", "Ils échapperaient à l’examen.", "Déposez chaque fichier séparément, et " + char.ToLowerInvariant(Reimprimer[0]) + Reimprimer[1..]);

    public static readonly Admission.Refusee PdfMedia = new(
        "Ce PDF contient une vidéo, un son ou un objet animé.", "Seul ce qui s’imprime entre dans un dossier.", SiIllicite);

    public static readonly Admission.Refusee PdfDynamique = new(
        "Ce PDF est un formulaire dynamique.", "Ses pages ne sont pas fixées\u202F: chacun pourrait en lire d’autres.", Reimprimer);

    public static readonly Admission.Refusee PdfInhabituel = new(
        "Ce PDF est construit d’une façon qui empêche de le contrôler.", "Une partie de son contenu échapperait à l’examen.", Reimprimer);

    public static readonly Admission.Refusee DocxMacro = new(
        "Ce document Word contient une macro ou un champ qui appelle un autre programme.", "Rien d’exécutable n’entre dans un dossier.", Reimprimer);

    public static readonly Admission.Refusee DocxMedia = new(
        "Ce document Word contient une image, un objet ou un fichier incorporé.", "Seul le texte d’un document Word peut être examiné.",
        "Retirez-les, ou imprimez-le « en PDF ». " + SiIllicite);

    public static readonly Admission.Refusee DocxExterne = new(
        "Ce document Word fait appel à un fichier extérieur.", "Son contenu changerait selon la machine qui l’ouvre.", Reimprimer);

    public static readonly Admission.Refusee EmlJoint = new(
        "Ce courriel porte une pièce jointe ou une image.", "Seul son texte peut être examiné.",
        "Déposez séparément les documents joints, et enregistrez le courriel sans eux, ou imprimez-le « en PDF ».");

    public static readonly Admission.Refusee EmlActif = new(
        "Ce courriel contient un script ou un objet incorporé.", "Seul son texte peut être examiné.", Reimprimer);

    public static Admission.Refusee TropLourd(long maximum) => new(
        $"Ce fichier dépasse {Langue.Nombre(maximum / 1024 / 1024, 0)}{Langue.Insecable}Mo.", "C’est la taille la plus grande qu’une pièce puisse avoir ici.",
        "Numérisez en noir et blanc ou à 300 points par pouce, ou divisez le document en plusieurs pièces.");

    public static Admission.Refusee TropDePages(int maximum) => new(
        $"Ce document dépasse {Langue.Nombre(maximum, 0)} pages.", "C’est le plus grand nombre de pages qu’une pièce puisse avoir ici.",
        "Divisez-le en plusieurs pièces, ou ne communiquez que l’extrait utile.");
}
