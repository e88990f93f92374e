using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>Une saisie pas encore enregistrée : ce que la page contenait, et quand.</summary>
public sealed record Brouillon(DateTimeOffset Le, IReadOnlyList<KeyValuePair<string, string>> Champs);

/// <summary>
/// Les saisies en cours, une par personne et par page, scellées par la clé du dossier. Elles survivent à un navigateur qui tombe ou à une
/// session qui expire ; nul autre compte ne les voit, et l'enregistrement les efface.
/// </summary>
public sealed class Brouillons(DossiersDb db, Coffre coffre, CompteCourant compte, TimeProvider horloge)
{
    /// <summary>Jours au bout desquels une saisie abandonnée s'efface.</summary>
    public const int JoursDeGarde = 30;

    /// <summary>Longueur de l'adresse d'une page.</summary>
    public const int LongueurDePage = 500;

    private readonly Acces acces = new(db, coffre, compte, horloge);

    /// <summary>Garde la saisie d'une page à la place de la précédente ; faux si le dossier n'existe pas pour ce compte.</summary>
    public async Task<bool> GarderAsync(Guid dossier, string page, IReadOnlyList<KeyValuePair<string, string>> champs, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(dossier, annulation) is not { Dossier: var ligne })
        {
            return false;
        }

        var (index, le, moi) = (Index(dossier, page), horloge.GetUtcNow(), compte.Id);
        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        var contenu = cle.Sceller(Usage(moi, index, le), JsonSerializer.SerializeToUtf8Bytes(champs));
        if (await Ligne(dossier, index).ExecuteUpdateAsync(b => b.SetProperty(l => l.Le, le).SetProperty(l => l.Contenu, contenu), annulation) == 0)
        {
            db.Add(new LigneBrouillon { DossierId = dossier, CompteId = moi, Page = index, Le = le, Contenu = contenu });
            // Deux onglets de la même page : le premier arrivé a fait foi, le suivant le remplacera.
            await db.EnregistrerSiUniqueAsync(annulation);
        }

        return true;
    }

    /// <summary>La saisie gardée pour cette page, ou rien. Abîmée, elle ne doit pas fermer la page.</summary>
    public async Task<Brouillon?> TrouverAsync(Guid dossier, string page, CancellationToken annulation)
    {
        var index = Index(dossier, page);
        if (await Ligne(dossier, index).SingleOrDefaultAsync(annulation) is not { } garde
            || await acces.TrouverAsync(dossier, annulation) is not { Dossier: var ligne })
        {
            return null;
        }

        try
        {
            using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
            return new(garde.Le, Lire(cle, garde));
        }
        catch (DonneesAltereesException)
        {
            return null;
        }
    }

    /// <summary>Efface la saisie gardée pour cette page.</summary>
    public Task JeterAsync(Guid dossier, string page, CancellationToken annulation) => Ligne(dossier, Index(dossier, page)).ExecuteDeleteAsync(annulation);

    internal static Task<int> EffacerLesAnciensAsync(DossiersDb db, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = maintenant.AddDays(-JoursDeGarde);
        return db.Brouillons.Where(b => b.Le < limite).ExecuteDeleteAsync(annulation);
    }

    internal static IReadOnlyList<KeyValuePair<string, string>> Lire(CleDeDossier cle, LigneBrouillon ligne) =>
        JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(cle.Desceller(Usage(ligne.CompteId, ligne.Page, ligne.Le), ligne.Contenu))!;

    private static string Usage(Guid compte, byte[] page, DateTimeOffset le) => $"brouillon/{compte:N}/{Convert.ToHexStringLower(page)}/{le.UtcTicks}";

    // L'adresse dirait quelle page on écrit : la base n'en garde que l'index aveugle.
    private byte[] Index(Guid dossier, string page) => coffre.Index($"brouillon/{dossier:N}", page);

    private IQueryable<LigneBrouillon> Ligne(Guid dossier, byte[] index)
    {
        var moi = compte.Id;
        return db.Brouillons.Where(b => b.DossierId == dossier && b.CompteId == moi && b.Page == index);
    }
}
