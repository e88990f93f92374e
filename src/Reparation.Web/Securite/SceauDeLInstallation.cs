using Microsoft.EntityFrameworkCore;
using Reparation.Documents.Sceaux;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Securite;

/// <summary>
/// Clé qui scelle les actes émis ici, et celles des confrères que l'installation reconnaît. La clé privée est dans la base,
/// scellée par la clé d'instance : elle suit les sauvegardes, et une base volée ne permet pas de sceller.
/// </summary>
public sealed class SceauDeLInstallation
{
    private const string Nom = "sceau";
    private const int ClesAuPlus = 200;

    /// <param name="cle">Clé de l'installation.</param>
    /// <param name="confiees">Répertoire de clés publiques (.pem), dont le nom de fichier est le nom ; vide pour aucune.</param>
    /// <exception cref="DemarrageRefuseException">Répertoire absent, ou fichier qui n'est pas une clé.</exception>
    public SceauDeLInstallation(CleDeSceau cle, string? confiees)
    {
        ArgumentNullException.ThrowIfNull(cle);
        Cle = cle;
        Connues = [("", cle.Publique), .. Lire(confiees)];
    }

    /// <summary>Clé de cette installation.</summary>
    public CleDeSceau Cle { get; }

    /// <summary>Clés reconnues ; un nom vide désigne cette installation.</summary>
    public IReadOnlyList<(string Nom, ClePublique Cle)> Connues { get; }

    /// <summary>Ouvre la clé gardée dans la base, ou la tire au premier démarrage.</summary>
    internal static async Task<CleDeSceau> OuvrirAsync(DossiersDb db, Coffre coffre, CancellationToken annulation)
    {
        if (await db.Parametres.SingleOrDefaultAsync(p => p.Nom == Nom, annulation) is { } gardee)
        {
            return CleDeSceau.Ouvrir(coffre.Desceller(Nom, gardee.Valeur));
        }

        var cle = CleDeSceau.Tirer();
        db.Add(new LigneParametre { Nom = Nom, Valeur = coffre.Sceller(Nom, cle.Exporter()) });
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return cle;
    }

    private static List<(string Nom, ClePublique Cle)> Lire(string? repertoire)
    {
        if (string.IsNullOrEmpty(repertoire))
        {
            return [];
        }

        if (!Directory.Exists(repertoire))
        {
            throw new DemarrageRefuseException(
                $"Le répertoire des clés de sceau n’existe pas ({repertoire}). Créez-le, ou retirez le réglage Reparation__ClesDeSceau.");
        }

        return [.. Directory.EnumerateFiles(repertoire, "*.pem").Order(StringComparer.Ordinal).Take(ClesAuPlus).Select(f => (
            Path.GetFileNameWithoutExtension(f),
            ClePublique.LirePem(File.ReadAllText(f)) ?? throw new DemarrageRefuseException(
                $"Ce fichier n’est pas une clé publique de Reparation ({f}). Remplacez-le par celle que l’émetteur publie, ou retirez-le.")))];
    }
}
