using System.Security.Cryptography;
using System.Text;
using Reparation.Web.Demarrage;
using Reparation.Web.Securite;

namespace Reparation.Web.Sauvegardes;

/// <summary>Remet une sauvegarde dans un répertoire vide, et ne la met en place qu'une fois tout contrôlé.</summary>
public static class Restauration
{
    private const string EnCours = "restauration.db";

    /// <returns>Ce que la sauvegarde contenait, et le contrôle complet de ce qui est remis.</returns>
    /// <exception cref="RefusDeSauvegardeException">Rien n'a été remis ; le message dit pourquoi.</exception>
    public static async Task<(ContenuDeSauvegarde Contenu, BilanDuControle Bilan)> RemettreAsync(
        string sauvegarde, string donnees, string fichierDeCle, string? phrase, CancellationToken annulation)
    {
        if (!File.Exists(sauvegarde))
        {
            throw new RefusDeSauvegardeException($"Ce fichier n’existe pas ({sauvegarde}). Vérifiez le chemin de la sauvegarde.");
        }

        CleInstance.CreerRepertoirePrive(donnees);
        if (Directory.EnumerateFileSystemEntries(donnees).Any(f => Path.GetFileName(f) is not ("verrou" or EnCours)))
        {
            throw new RefusDeSauvegardeException(
                $"Le répertoire des données n’est pas vide ({donnees})\u00A0: une restauration n’écrase rien. Choisissez un répertoire neuf\u00A0: --Reparation:Donnees=/chemin");
        }

        using var verrou = Installation.Verrouiller(donnees);
        var provisoire = Path.Combine(donnees, EnCours);
        try
        {
            File.Delete(provisoire);
            var (contenu, cle) = await OuvrirAsync(sauvegarde, provisoire, fichierDeCle, phrase, annulation);
            var bilan = await Controle.FaireAsync(await BaseEnPlace.OuvrirAsync(provisoire, fichierDeCle, cle, annulation), annulation);
            if (contenu.CleInstance is { } texte && !File.Exists(fichierDeCle))
            {
                CleInstance.CreerRepertoirePrive(Path.GetDirectoryName(Path.GetFullPath(fichierDeCle))!);
                await EcrireAsync(fichierDeCle, texte);
            }

            File.Move(provisoire, Installation.FichierDeBase(donnees), overwrite: false);
            return (contenu, bilan);
        }
        finally
        {
            File.Delete(provisoire);
        }
    }

    private static async Task<(ContenuDeSauvegarde Contenu, CleInstance Cle)> OuvrirAsync(
        string sauvegarde, string provisoire, string fichierDeCle, string? phrase, CancellationToken annulation)
    {
        await using var fichier = new FileStream(sauvegarde, FileMode.Open, FileAccess.Read, FileShare.Read);
        var entete = EnTeteDeSauvegarde.Lire(fichier);
        var enPlace = File.Exists(fichierDeCle) ? CleInstance.Lire(fichierDeCle) : null;
        if (enPlace is not null && enPlace.Identifiant != entete.Cle)
        {
            throw new RefusDeSauvegardeException(
                $"La clé d’instance présente ({fichierDeCle}, {enPlace.Identifiant}) n’est pas celle de cette sauvegarde ({entete.Cle}). "
                + "Indiquez la bonne, ou un emplacement libre\u00A0: --Reparation:CleInstance=/chemin/instance.cle");
        }

        if (entete.ParPhrase ? phrase is null : enPlace is null)
        {
            throw new RefusDeSauvegardeException(entete.ParPhrase
                ? "Une phrase de passe ferme cette sauvegarde. Écrivez-la dans un fichier que vous seul lisez, et indiquez-le\u00A0: --phrase=/chemin"
                : $"La clé d’instance {entete.Cle} ferme cette sauvegarde, et elle n’est pas là ({fichierDeCle}). Remettez-y la copie que vous gardez à part, "
                    + "ou indiquez-la\u00A0: --Reparation:CleInstance=/chemin/instance.cle");
        }

        var cle = entete.Deriver(enPlace, phrase);
        try
        {
            await using var vers = CleInstance.CreerFichierPrive(provisoire);
            var contenu = await new FichierDeSauvegarde(entete, cle).LireAsync(fichier, vers, annulation);
            vers.Flush(flushToDisk: true);
            return (contenu, enPlace ?? await LireLaCleAsync(provisoire + ".cle", contenu.CleInstance!));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(cle);
        }
    }

    // Relue par le même chemin qu'un fichier de clé ordinaire, qui contrôle son identifiant.
    private static async Task<CleInstance> LireLaCleAsync(string fichier, string texte)
    {
        try
        {
            File.Delete(fichier);
            await EcrireAsync(fichier, texte);
            return CleInstance.Lire(fichier);
        }
        finally
        {
            File.Delete(fichier);
        }
    }

    private static async Task EcrireAsync(string fichier, string texte)
    {
        await using var flux = CleInstance.CreerFichierPrive(fichier);
        await flux.WriteAsync(Encoding.UTF8.GetBytes(texte));
        flux.Flush(flushToDisk: true);
    }
}
