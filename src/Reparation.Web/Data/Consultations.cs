using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>Ce que quelqu'un a fait, ou tenté.</summary>
public enum Geste
{
    /// <summary>Une page ou un fichier du dossier a été ouvert.</summary>
    Lecture = 1,

    /// <summary>Un formulaire du dossier a été envoyé. Ce qu'il a changé est dans les versions.</summary>
    Envoi = 2,

    /// <summary>Le dossier existe, et la personne n'y a pas droit.</summary>
    Refus = 3,

    /// <summary>Une session s'est ouverte.</summary>
    Connexion = 4,

    /// <summary>La phrase ou le code n'était pas le bon.</summary>
    ConnexionRefusee = 5,
}

/// <summary>Une ligne du journal des consultations.</summary>
/// <param name="Personne">Courriel du compte.</param>
/// <param name="Section">Partie du dossier ; rien pour une connexion.</param>
/// <param name="Page">Modèle de la route : il ne porte ni nom, ni identifiant, ni contenu.</param>
public sealed record Consultation(long Rang, DateTimeOffset Le, string Personne, Geste Geste, Section? Section, string Page);

/// <summary>
/// Qui a ouvert quoi, et quand : ajouté, jamais modifié. Chaque ligne est scellée et enchaînée à la précédente par une empreinte qui
/// demande la clé d'instance ; la tête de la chaîne est scellée à chaque ajout. Une ligne changée, ôtée ou glissée se voit au contrôle.
/// </summary>
public sealed class Consultations(DossiersDb db, Coffre coffre, TimeProvider horloge)
{
    private const string Tete = "consultations";

    private sealed record Contenu(Guid Compte, Geste Geste, Section? Section, string Page);

    /// <summary>Ajoute une ligne ; tant qu'elle n'est pas écrite, rien n'est montré.</summary>
    public async Task NoterAsync(Geste geste, Guid compte, Guid? dossier, Section? section, string page, CancellationToken annulation)
    {
        // Le verrou d'écriture est pris avant de lire la tête : deux lignes n'ont pas le même rang.
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var parametre = await db.Parametres.SingleOrDefaultAsync(p => p.Nom == Tete, annulation);
        var (rang, chaine) = LireLaTete(coffre, parametre);
        var ligne = new LigneConsultation { Rang = rang + 1, Le = horloge.GetUtcNow(), DossierId = dossier, Contenu = [], Chaine = [] };
        ligne.Contenu = coffre.Sceller(Contexte(ligne), JsonSerializer.SerializeToUtf8Bytes(new Contenu(compte, geste, section, page)));
        ligne.Chaine = Enchainer(coffre, chaine, ligne);
        db.Add(ligne);
        var valeur = coffre.Sceller(Tete, Ecrire(ligne));
        if (parametre is null)
        {
            db.Add(new LigneParametre { Nom = Tete, Valeur = valeur });
        }
        else
        {
            parametre.Valeur = valeur;
            db.Update(parametre);
        }

        try
        {
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Lignes d'un dossier, la plus récente d'abord.</summary>
    /// <param name="avant">Rang à partir duquel reprendre ; rien pour la première page.</param>
    public async Task<IReadOnlyList<Consultation>> ListerAsync(Guid dossier, long? avant, int nombre, CancellationToken annulation)
    {
        var lignes = await db.Consultations.Where(c => c.DossierId == dossier && (avant == null || c.Rang < avant))
            .OrderByDescending(c => c.Rang).Take(nombre).ToListAsync(annulation);
        var lues = lignes.Select(l => (Ligne: l, Contenu: Ouvrir(coffre, l))).ToList();
        var ids = lues.Select(x => x.Contenu.Compte).Distinct().ToList();
        var noms = await db.Comptes.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => Annuaire.Courriel(coffre, c), annulation);
        return [.. lues.Select(x => new Consultation(
            x.Ligne.Rang, x.Ligne.Le, noms.GetValueOrDefault(x.Contenu.Compte, "compte inconnu"), x.Contenu.Geste, x.Contenu.Section, x.Contenu.Page))];
    }

    /// <summary>Dernières connexions d'un compte, réussies ou non, parmi les mille dernières de l'installation.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset Le, Geste Geste, string Par)>> ConnexionsAsync(Guid compte, int nombre, CancellationToken annulation)
    {
        var lignes = await db.Consultations.Where(c => c.DossierId == null).OrderByDescending(c => c.Rang).Take(1000).ToListAsync(annulation);
        return [.. lignes.Select(l => (l.Le, Contenu: Ouvrir(coffre, l))).Where(x => x.Contenu.Compte == compte).Take(nombre)
            .Select(x => (x.Le, x.Contenu.Geste, x.Contenu.Page))];
    }

    /// <summary>Relit toute la chaîne.</summary>
    /// <returns>Nombre de lignes, tête à noter ailleurs, et la première rupture en clair ; rien si la chaîne est entière.</returns>
    public static async Task<(long Lignes, string Tete, string? Rupture)> ControlerAsync(DossiersDb db, Coffre coffre, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(coffre);
        var (rang, chaine) = (0L, Array.Empty<byte>());
        await foreach (var ligne in db.Consultations.OrderBy(c => c.Rang).AsAsyncEnumerable().WithCancellation(annulation))
        {
            if (ligne.Rang != rang + 1)
            {
                return (rang, "", $"Il manque des lignes au journal des consultations après la {rang}ᵉ.");
            }

            if (!CryptographicOperations.FixedTimeEquals(Enchainer(coffre, chaine, ligne), ligne.Chaine))
            {
                return (rang, "", $"La {ligne.Rang}ᵉ ligne du journal des consultations a été changée ou remplacée hors de l’application.");
            }

            (rang, chaine) = (ligne.Rang, ligne.Chaine);
        }

        try
        {
            var (attendu, fin) = LireLaTete(coffre, await db.Parametres.SingleOrDefaultAsync(p => p.Nom == Tete, annulation));
            return attendu == rang && fin.AsSpan().SequenceEqual(chaine)
                ? (rang, rang == 0 ? "vide" : $"{rang}-{Convert.ToHexStringLower(chaine)[..16]}", null)
                : (rang, "", $"La fin du journal des consultations manque : {attendu} lignes ont été écrites, {rang} se relisent.");
        }
        catch (DonneesAltereesException)
        {
            return (rang, "", "La tête du journal des consultations a été changée hors de l’application.");
        }
    }

    private static byte[] Enchainer(Coffre coffre, byte[] precedente, LigneConsultation ligne) => coffre.Index(
        "consultation", $"{Convert.ToHexStringLower(precedente)}/{Contexte(ligne)}/{Convert.ToHexStringLower(SHA256.HashData(ligne.Contenu))}");

    private static string Ecrire(LigneConsultation ligne) => string.Create(CultureInfo.InvariantCulture, $"{ligne.Rang}/{Convert.ToHexStringLower(ligne.Chaine)}");

    private static (long Rang, byte[] Chaine) LireLaTete(Coffre coffre, LigneParametre? parametre)
    {
        if (parametre is null)
        {
            return (0, []);
        }

        var mots = coffre.DescellerTexte(Tete, parametre.Valeur).Split('/');
        return (long.Parse(mots[0], CultureInfo.InvariantCulture), Convert.FromHexString(mots[1]));
    }

    private static Contenu Ouvrir(Coffre coffre, LigneConsultation ligne) =>
        JsonSerializer.Deserialize<Contenu>(coffre.Desceller(Contexte(ligne), ligne.Contenu))!;

    private static string Contexte(LigneConsultation l) => $"consultation/{l.Rang}/{l.Le.UtcTicks}/{l.DossierId:N}";
}
