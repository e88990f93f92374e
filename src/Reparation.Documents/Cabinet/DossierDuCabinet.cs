using System.Text;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Cabinet;

/// <summary>Lecture d'un dossier que le cabinet a rempli : son absence, sa panne, la taille et le codage de ses fichiers se disent de même partout.</summary>
internal static class DossierDuCabinet
{
    private const int Mega = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Ouvre le dossier et y lit ce que l'on veut.</summary>
    /// <param name="contenu">Ce qu'il devrait contenir : « vos éditions ».</param>
    /// <exception cref="InvalidDataException">Il n'existe pas, ou l'un de ses fichiers ne peut pas être lu.</exception>
    public static T Lire<T>(string dossier, string contenu, Func<DirectoryInfo, T> lire)
    {
        var racine = new DirectoryInfo(dossier);
        if (!racine.Exists)
        {
            throw new InvalidDataException($"{dossier} : ce dossier n’existe pas. Vérifiez le chemin, ou créez-le avec {contenu}.");
        }

        try
        {
            return lire(racine);
        }
        catch (Exception panne) when (panne is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"{dossier} : un fichier ne peut pas être lu ({panne.Message}). Rendez ce dossier lisible au compte qui lance l’application.", panne);
        }
    }

    /// <summary>Texte d'un fichier.</summary>
    /// <param name="nom">Nom dit au lecteur.</param>
    /// <param name="tailleMaximale">En octets.</param>
    /// <exception cref="InvalidDataException">Trop gros, ou mal codé.</exception>
    public static string Texte(FileInfo fichier, string nom, int tailleMaximale)
    {
        if (fichier.Length > tailleMaximale)
        {
            var taille = tailleMaximale < Mega ? $"{Langue.Nombre(tailleMaximale / 1024, 0)} Ko" : $"{Langue.Nombre(tailleMaximale / Mega, 0)} Mo";
            throw new InvalidDataException($"{nom} : le fichier dépasse {taille}.");
        }

        try
        {
            return Strict.GetString(File.ReadAllBytes(fichier.FullName)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{nom} : le fichier contient un caractère mal codé ; enregistrez-le en UTF-8.");
        }
    }
}
