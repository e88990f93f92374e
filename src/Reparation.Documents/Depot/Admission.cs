using System.Xml;
using Reparation.Documents.Pieces;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Depot;

/// <summary>
/// Issue de l'examen d'un fichier proposé comme pièce. Le contenu décide, jamais le nom : n'entrent que des documents
/// inertes, sans rien d'exécutable, de joint, d'animé ni de caché. Un document scellé par l'installation elle-même garde ses
/// fichiers joints, qu'elle a choisis.
/// </summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>Le fichier peut entrer.</summary>
    /// <param name="Type">Ce qu'il est, d'après son contenu.</param>
    /// <param name="Pages">Nombre de pages ; vide si le format n'en a pas.</param>
    /// <param name="AConfirmer">Il porte une image : la personne confirme d'abord que c'est la numérisation d'un document, où personne ne paraît.</param>
    public sealed record Acceptee(TypeDePiece Type, int? Pages, bool AConfirmer) : Admission;

    /// <summary>Le fichier n'entre pas.</summary>
    /// <param name="Quoi">Ce qui a été reconnu.</param>
    /// <param name="Pourquoi">Pourquoi cela n'entre pas.</param>
    /// <param name="QueFaire">Ce que la personne peut faire.</param>
    public sealed record Refusee(string Quoi, string Pourquoi, string QueFaire) : Admission
    {
        /// <summary>Les trois phrases, à la suite.</summary>
        public string Message => $"{Quoi} {Pourquoi} {QueFaire}";
    }

    /// <summary>
    /// Examine un contenu par fenêtres bornées : la mémoire ne suit pas la taille du fichier. Un contenu malformé est
    /// refusé, il ne fait pas échouer l'examen.
    /// </summary>
    /// <param name="contenu">Contenu entier, qu'on puisse relire de n'importe où.</param>
    /// <exception cref="ArgumentException">Le flux ne se relit pas.</exception>
    public static Admission Examiner(Stream contenu, LimitesDeDepot limites)
    {
        ArgumentNullException.ThrowIfNull(contenu);
        ArgumentNullException.ThrowIfNull(limites);
        if (!contenu.CanSeek)
        {
            throw new ArgumentException("L'examen relit le contenu : il lui faut un flux qui se repositionne.", nameof(contenu));
        }

        if (contenu.Length > limites.OctetsMaximaux)
        {
            return Refus.TropLourd(limites.OctetsMaximaux);
        }

        try
        {
            return Examiner(Signatures.Reconnaitre(contenu), contenu, limites);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            return Refus.Abime;
        }
    }

    private static Admission Examiner(Signature signature, Stream contenu, LimitesDeDepot limites) => signature switch
    {
        Signature.Vide => Refus.Vide,
        Signature.Pdf => InspectionPdf.Examiner(contenu, limites),
        Signature.Jpeg => ExamenJpeg.Examiner(contenu),
        Signature.Png => ExamenPng.Examiner(contenu),
        Signature.Zip => ExamenDocx.Examiner(contenu, limites),
        Signature.Courriel => ExamenEml.Examiner(contenu),
        Signature.Image => Refus.Image,
        Signature.Video => Refus.Video,
        Signature.Son => Refus.Son,
        Signature.Archive => Refus.Archive,
        Signature.Programme => Refus.Programme,
        Signature.OfficeAncien => Refus.OfficeAncien,
        Signature.Balisage => Refus.Balisage,
        Signature.Texte => Refus.TexteNu,
        _ => Refus.Inconnu,
    };
}

/// <summary>Ce que l'examen s'autorise. Les valeurs par défaut suffisent à un cabinet ; l'installation peut les changer.</summary>
public sealed record LimitesDeDepot
{
    /// <summary>Taille d'une pièce, en octets.</summary>
    public long OctetsMaximaux { get; init; } = 200L * 1024 * 1024;

    /// <summary>Pages d'une pièce.</summary>
    public int PagesMaximales { get; init; } = 2_000;

    /// <summary>Octets qu'une pièce peut rendre une fois ses parties décompressées pour l'examen.</summary>
    public long OctetsDecompresses { get; init; } = 48L * 1024 * 1024;

    /// <summary>
    /// Clé de l'installation : un document qu'elle a scellé, intact à l'octet, entre avec les fichiers joints qu'elle y a mis ;
    /// rien pour n'en reconnaître aucun.
    /// </summary>
    public ClePublique? CleDeLInstallation { get; init; }

    /// <summary>Taille au-delà de laquelle un sceau n'est pas relu, en octets : la vérification tient le fichier en mémoire.</summary>
    public long OctetsScelles { get; init; } = 40L * 1024 * 1024;
}
