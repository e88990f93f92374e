using System.Security.Cryptography;
using System.Text;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Securite;

/// <summary>
/// Clé d'instance : 32 octets dans un fichier à part, sans lequel la base est illisible.
/// Une seule ligne : <c>reparation-cle-1 IDENTIFIANT BASE64</c> ; l'identifiant se recalcule et trahit une recopie fautive.
/// </summary>
public sealed class CleInstance
{
    private const string Marque = "reparation-cle-1";

    private const UnixFileMode Autrui =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly byte[] octets;

    private CleInstance(byte[] octets)
    {
        this.octets = octets;
        Identifiant = Convert.ToHexStringLower(Deriver("identifiant").AsSpan(0, 8));
    }

    /// <summary>Identifiant public, dérivé de la clé sans rien en révéler.</summary>
    public string Identifiant { get; }

    /// <summary>Clé tirée au hasard, tenue en mémoire seulement.</summary>
    public static CleInstance Tirer() => new(RandomNumberGenerator.GetBytes(Scellement.TailleDeCle));

    /// <summary>Écrit la clé dans un nouveau fichier que seul son propriétaire peut lire.</summary>
    public void Ecrire(string chemin)
    {
        CreerRepertoirePrive(Path.GetDirectoryName(Path.GetFullPath(chemin))!);
        using var fichier = CreerFichierPrive(chemin);
        try
        {
            fichier.Write(Encoding.ASCII.GetBytes($"{Marque} {Identifiant} {Convert.ToBase64String(octets)}\n"));
            fichier.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // À moitié écrite, elle serait prise au prochain démarrage pour une clé abîmée.
            fichier.Dispose();
            File.Delete(chemin);
            throw;
        }
    }

    /// <summary>Lit la clé et contrôle qu'elle est entière et que nul autre ne peut la lire.</summary>
    /// <exception cref="DemarrageRefuseException">Fichier abîmé ou trop ouvert.</exception>
    public static CleInstance Lire(string chemin)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(chemin) & Autrui) != 0)
        {
            throw new DemarrageRefuseException(
                $"D’autres utilisateurs de cette machine peuvent lire la clé d’instance ({chemin}). " +
                $"Réservez-la au compte qui lance l’application : chmod 600 '{chemin}'");
        }

        var mots = File.ReadAllText(chemin).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var lus = new byte[Scellement.TailleDeCle];
        if (mots is [Marque, var identifiant, var base64]
            && Convert.TryFromBase64String(base64, lus, out var taille) && taille == Scellement.TailleDeCle
            && new CleInstance(lus) is var cle && cle.Identifiant == identifiant)
        {
            return cle;
        }

        throw new DemarrageRefuseException(
            $"Le fichier de la clé d’instance est incomplet ou abîmé ({chemin}). " +
            "Remettez la copie que vous avez conservée ; ne créez pas de nouvelle clé, elle n’ouvrirait pas la base.");
    }

    /// <summary>Crée un répertoire fermé aux autres utilisateurs ; laisse tel quel celui qui existe.</summary>
    public static void CreerRepertoirePrive(string chemin)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(chemin);
        }
        else
        {
            Directory.CreateDirectory(chemin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Crée un fichier que seul son propriétaire peut lire ; échoue s'il existe.</summary>
    internal static FileStream CreerFichierPrive(string chemin)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(chemin, options);
    }

    internal byte[] Deriver(string usage) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, octets, Scellement.TailleDeCle, info: Encoding.UTF8.GetBytes($"reparation/1/{usage}"));
}
