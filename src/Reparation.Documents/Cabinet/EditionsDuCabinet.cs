using Reparation.Domain.Referentiels;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Cabinet;

/// <summary>
/// Lit le dossier d'éditions d'un cabinet, rangé comme celui de l'application. Les données y sont du texte venu d'ailleurs :
/// tailles, nombre, profondeur et liens sont bornés avant d'être lus.
/// </summary>
public static class EditionsDuCabinet
{
    /// <summary>Taille maximale d'un fichier, en octets.</summary>
    public const int TailleMaximale = 2 * 1024 * 1024;

    /// <summary>Nombre maximal de fichiers.</summary>
    public const int FichiersMaximaux = 500;

    private const int ProfondeurMaximale = 3;

    /// <summary>Éditions livrées, plus celles du dossier ; les éditions livrées seules si aucun dossier n'est donné.</summary>
    /// <exception cref="InvalidDataException">Le message nomme le fichier, la cause et le remède.</exception>
    public static Editions Lire(string? dossier)
    {
        if (string.IsNullOrWhiteSpace(dossier))
        {
            return Editions.Embarquees;
        }

        return DossierDuCabinet.Lire(dossier, "vos éditions", racine =>
        {
            try
            {
                var fichiers = new Dictionary<string, string>(StringComparer.Ordinal);
                Parcourir(racine, "", 1, fichiers);
                return Editions.Charger(Editions.FichiersEmbarques(), fichiers);
            }
            catch (InvalidDataException refus)
            {
                throw new InvalidDataException(
                    $"{refus.Message} Corrigez ce fichier dans {dossier}, ou retirez-le, puis recommencez.", refus);
            }
        });
    }

    private static void Parcourir(DirectoryInfo dossier, string prefixe, int profondeur, Dictionary<string, string> fichiers)
    {
        foreach (var entree in dossier.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var nom = prefixe + entree.Name;
            if (entree.LinkTarget is not null || entree.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                throw new InvalidDataException($"{nom} : un lien vers un autre endroit du disque n’est pas admis.");
            }

            if (entree is DirectoryInfo sous)
            {
                if (profondeur == ProfondeurMaximale)
                {
                    throw new InvalidDataException($"{nom} : ce dossier est rangé trop profond.");
                }

                Parcourir(sous, nom + "/", profondeur + 1, fichiers);
            }
            else
            {
                fichiers.Add(nom, LireFichier((FileInfo)entree, nom));
                if (fichiers.Count > FichiersMaximaux)
                {
                    throw new InvalidDataException($"{nom} : il y a plus de {Langue.Nombre(FichiersMaximaux, 0)} fichiers.");
                }
            }
        }
    }

    private static string LireFichier(FileInfo fichier, string nom)
    {
        if (fichier.Extension is not (".json" or ".csv"))
        {
            throw new InvalidDataException($"{nom} : seuls les fichiers .json et .csv sont lus ici.");
        }

        return DossierDuCabinet.Texte(fichier, nom, TailleMaximale);
    }
}
