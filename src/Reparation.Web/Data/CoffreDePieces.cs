using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reparation.Documents.Depot;
using Reparation.Domain.Dossiers;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>
/// Les fichiers des pièces : reçus par morceaux aussitôt scellés, examinés, puis rangés une fois par contenu. La mémoire ne
/// suit pas leur taille, et rien n'est écrit en clair. Un contenu n'est lisible qu'entier et admis.
/// </summary>
public sealed class CoffreDePieces(
    DossiersDb db,
    DbContextOptions<DossiersDb> options,
    Coffre coffre,
    CompteCourant compte,
    TimeProvider horloge,
    ReglagesDesPieces reglages,
    SceauDeLInstallation sceau)
{
    /// <summary>Octets après lesquels ce qui est reçu est confirmé : une coupure ne fait pas tout renvoyer.</summary>
    public const int TailleDEnvoi = 8 * FluxDePiece.TailleDeMorceau;

    private const string UsageDeFiche = "piece/fiche/";

    private readonly Acces acces = new(db, coffre, compte, horloge);

    /// <summary>Ouvre un dépôt de tant d'octets, si le dossier peut les recevoir.</summary>
    public async Task<Ouverture> CommencerAsync(Guid dossier, long octets, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(dossier, annulation) is null)
        {
            return new Ouverture.Introuvable();
        }

        await NettoyerAsync(annulation);
        var contenus = db.Contenus.Where(c => c.DossierId == dossier);
        if (octets <= 0)
        {
            return new Ouverture.Refusee(MessagesDeDepot.Vide);
        }

        if (octets > reglages.Limites.OctetsMaximaux)
        {
            return new Ouverture.Refusee(MessagesDeDepot.TropLourd(reglages.MegaoctetsParPiece));
        }

        if (await contenus.SumAsync(c => c.Octets, annulation) + octets > reglages.OctetsParDossier)
        {
            return new Ouverture.Refusee(MessagesDeDepot.DossierPlein(reglages.MegaoctetsParDossier));
        }

        if (await contenus.CountAsync(c => c.Index == null, annulation) >= reglages.DepotsOuverts)
        {
            return new Ouverture.Refusee(MessagesDeDepot.TropDeDepots(reglages.DepotsOuverts));
        }

        var contenu = new LigneContenu { Id = Guid.NewGuid(), DossierId = dossier, Le = horloge.GetUtcNow(), Octets = octets };
        db.Add(contenu);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        return new Ouverture.Ouverte(contenu.Id);
    }

    /// <summary>Octets déjà gardés d'un dépôt en cours ; rien s'il n'existe pas.</summary>
    public async Task<long?> RecusAsync(Guid dossier, Guid depot, CancellationToken annulation) =>
        (await EnCoursAsync(dossier, depot, annulation))?.Contenu.Recus;

    /// <summary>
    /// Ajoute la suite d'un dépôt. Si elle ne part pas de ce qui est déjà gardé, rien n'est ajouté : la réponse dit d'où
    /// reprendre.
    /// </summary>
    /// <returns>Octets gardés ; rien si le dépôt n'existe pas.</returns>
    public async Task<long?> AjouterAsync(Guid dossier, Guid depot, long debut, Stream corps, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(corps);
        if (await EnCoursAsync(dossier, depot, annulation) is not { } encours)
        {
            return null;
        }

        if (encours.Contenu.Recus == debut)
        {
            await RecevoirAsync(encours.Dossier, encours.Contenu, corps, entier: false, annulation);
        }

        return await RecusAsync(dossier, depot, annulation);
    }

    /// <summary>Reçoit, examine et range d'un trait un contenu dont la taille n'est pas connue d'avance.</summary>
    /// <param name="annonce">Ce qu'il peut peser au plus, d'après la requête.</param>
    public async Task<Terminaison> DeposerAsync(Guid dossier, long annonce, Stream corps, bool numerisation, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(corps);
        switch (await CommencerAsync(dossier, Math.Min(annonce, reglages.Limites.OctetsMaximaux), annulation))
        {
            case Ouverture.Refusee refus:
                return new Terminaison.Refusee(refus.Message);
            case Ouverture.Ouverte ouverte:
                try
                {
                    var (ligne, contenu) = (await EnCoursAsync(dossier, ouverte.Depot, annulation))!.Value;
                    if (!await RecevoirAsync(ligne, contenu, corps, entier: true, annulation))
                    {
                        return new Terminaison.Refusee(MessagesDeDepot.TropLourd(reglages.MegaoctetsParPiece));
                    }

                    return contenu.Octets == 0
                        ? new Terminaison.Refusee(MessagesDeDepot.Vide)
                        : await TerminerAsync(dossier, ouverte.Depot, numerisation, annulation) is var issue and not Terminaison.AConfirmer
                            ? issue
                            : new Terminaison.Refusee(MessagesDeDepot.AConfirmer);
                }
                finally
                {
                    // Rangé, il n'est plus en cours ; refusé ou interrompu, il ne doit rien en rester.
                    await AbandonnerAsync(dossier, ouverte.Depot, CancellationToken.None);
                }

            default:
                return new Terminaison.Introuvable();
        }
    }

    /// <summary>Examine un dépôt complet, et le range s'il peut entrer ; sinon l'efface.</summary>
    /// <param name="numerisation">La personne a confirmé qu'une image est la numérisation d'un document, où personne ne paraît.</param>
    public async Task<Terminaison> TerminerAsync(Guid dossier, Guid depot, bool numerisation, CancellationToken annulation)
    {
        if (await EnCoursAsync(dossier, depot, annulation) is not { } encours)
        {
            return new Terminaison.Introuvable();
        }

        var (ligne, contenu) = encours;
        if (contenu.Recus != contenu.Octets)
        {
            return new Terminaison.Incomplete(contenu.Recus);
        }

        await using var flux = Flux(ligne, contenu);
        var empreinte = Convert.ToHexStringLower(await SHA256.HashDataAsync(flux, annulation));
        if (await LireAsync(ligne, empreinte, annulation) is { } deja)
        {
            await EffacerAsync(contenu.Id, annulation);
            return new Terminaison.Rangee(deja.Fichier);
        }

        switch (await Task.Run(() => Admission.Examiner(flux, reglages.Limites with { CleDeLInstallation = sceau.Cle.Publique }), annulation))
        {
            case Admission.Refusee refus:
                await EffacerAsync(contenu.Id, annulation);
                return new Terminaison.Refusee(refus.Message);
            case Admission.Acceptee { AConfirmer: true } when !numerisation:
                return new Terminaison.AConfirmer();
            case Admission.Acceptee admise:
                var fichier = new FichierDePiece
                {
                    Sha256 = empreinte,
                    Octets = contenu.Octets,
                    Type = admise.Type,
                    Pages = admise.Pages,
                    DeposeLe = Horloges.Aujourdhui(horloge),
                };
                return await RangerAsync(ligne, contenu, fichier, annulation);
            default:
                throw new InvalidOperationException("Issue d'examen inconnue.");
        }
    }

    /// <summary>Abandonne un dépôt en cours ; rien n'en reste.</summary>
    public async Task AbandonnerAsync(Guid dossier, Guid depot, CancellationToken annulation)
    {
        if (await EnCoursAsync(dossier, depot, annulation) is { } encours)
        {
            await EffacerAsync(encours.Contenu.Id, annulation);
        }
    }

    /// <summary>
    /// De quoi lire le contenu rangé sous cette empreinte, autant de fois qu'on veut ; rien s'il n'y est pas ou si le dossier
    /// n'existe pas pour ce compte. Chaque flux ouvert est indépendant des autres, et se ferme après lecture.
    /// </summary>
    public async Task<Func<Stream>?> TrouverAsync(Guid dossier, string sha256, CancellationToken annulation) =>
        await acces.TrouverAsync(dossier, annulation) is { Dossier: var ligne } && await LireAsync(ligne, sha256, annulation) is { } trouve
            ? () => Flux(ligne, trouve.Contenu)
            : null;

    /// <summary>Ouvre le contenu rangé sous cette empreinte, ou rien.</summary>
    public async Task<Stream?> OuvrirAsync(Guid dossier, string sha256, CancellationToken annulation) =>
        (await TrouverAsync(dossier, sha256, annulation))?.Invoke();

    /// <summary>Détruit un contenu rangé. Les anciennes versions du dossier gardent son empreinte, plus ses octets.</summary>
    public async Task<bool> DetruireAsync(Guid dossier, string sha256, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(dossier, annulation) is not { Dossier: var ligne }
            || await LireAsync(ligne, sha256, annulation) is not { } trouve)
        {
            return false;
        }

        await EffacerAsync(trouve.Contenu.Id, annulation);
        return true;
    }

    /// <summary>Efface les dépôts restés en plan.</summary>
    public Task NettoyerAsync(CancellationToken annulation)
    {
        var limite = horloge.GetUtcNow().AddHours(-reglages.HeuresDeReprise);
        return db.Contenus.Where(c => c.Index == null && c.Le < limite).ExecuteDeleteAsync(annulation);
    }

    private async Task<(LigneDossier Dossier, LigneContenu Contenu)?> EnCoursAsync(Guid dossier, Guid depot, CancellationToken annulation) =>
        await acces.TrouverAsync(dossier, annulation) is { Dossier: var ligne }
        && await db.Contenus.SingleOrDefaultAsync(c => c.Id == depot && c.DossierId == dossier && c.Index == null, annulation) is { } contenu
            ? (ligne, contenu)
            : null;

    // Scelle et garde ce qui vient. « entier » : la fin du corps est la fin du contenu ; faux s'il dépasse ce qui est annoncé.
    private async Task<bool> RecevoirAsync(LigneDossier ligne, LigneContenu contenu, Stream corps, bool entier, CancellationToken annulation)
    {
        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        var tampon = new byte[FluxDePiece.TailleDeMorceau];
        try
        {
            int lus;
            do
            {
                lus = await corps.ReadAtLeastAsync(tampon, tampon.Length, throwOnEndOfStream: false, annulation);
                var fin = contenu.Recus + lus;
                if (fin > contenu.Octets)
                {
                    return false;
                }

                // Un morceau incomplet au milieu ne se garde pas : la suite reviendra.
                if (lus == 0 || (lus < tampon.Length && fin < contenu.Octets && !entier))
                {
                    break;
                }

                var rang = contenu.Recus / FluxDePiece.TailleDeMorceau;
                db.Add(new LigneMorceau
                {
                    ContenuId = contenu.Id,
                    Rang = (int)rang,
                    Scelle = cle.Sceller(FluxDePiece.Usage(contenu.Id, rang), tampon.AsSpan(0, lus)),
                });
                contenu.Recus = fin;
                if (fin % TailleDEnvoi == 0)
                {
                    await ConfirmerAsync(contenu, annulation);
                }
            }
            while (lus == tampon.Length);
            contenu.Octets = entier ? contenu.Recus : contenu.Octets;
            await ConfirmerAsync(contenu, annulation);
        }
        catch (DbUpdateException e) when (e.EstRefusee())
        {
            // Deux envois du même morceau : le premier arrivé a fait foi.
            db.ChangeTracker.Clear();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(tampon);
        }

        return true;
    }

    private async Task ConfirmerAsync(LigneContenu contenu, CancellationToken annulation)
    {
        db.Update(contenu);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
    }

    private Task<int> EffacerAsync(Guid contenu, CancellationToken annulation) =>
        db.Contenus.Where(c => c.Id == contenu).ExecuteDeleteAsync(annulation);

    private async Task<Terminaison> RangerAsync(LigneDossier ligne, LigneContenu contenu, FichierDePiece fichier, CancellationToken annulation)
    {
        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        contenu.Index = Index(coffre, ligne.Id, fichier.Sha256);
        contenu.Fiche = cle.Sceller(UsageDeFiche + contenu.Id.ToString("N"), JsonSerializer.SerializeToUtf8Bytes(fichier));
        try
        {
            await ConfirmerAsync(contenu, annulation);
        }
        catch (DbUpdateException e) when (e.EstRefusee())
        {
            // Le même contenu, déposé deux fois de front : l'un des deux suffit.
            db.ChangeTracker.Clear();
            await EffacerAsync(contenu.Id, annulation);
        }

        return new Terminaison.Rangee(fichier);
    }

    private async Task<(LigneContenu Contenu, FichierDePiece Fichier)?> LireAsync(LigneDossier ligne, string sha256, CancellationToken annulation)
    {
        var index = Index(coffre, ligne.Id, sha256);
        if (await db.Contenus.SingleOrDefaultAsync(c => c.DossierId == ligne.Id && c.Index == index, annulation) is not { Fiche: { } scellee } contenu)
        {
            return null;
        }

        using var cle = coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire);
        var fichier = Fichier(cle, contenu.Id, scellee);
        // La fiche scellée dit l'empreinte et la longueur : une ligne échangée avec une autre ne s'ouvre pas sous ce nom.
        return fichier.Sha256 == sha256 && fichier.Octets == contenu.Octets ? (contenu, fichier) : throw new DonneesAltereesException();
    }

    internal static FichierDePiece Fichier(CleDeDossier cle, Guid contenu, byte[] scellee) =>
        JsonSerializer.Deserialize<FichierDePiece>(cle.Desceller(UsageDeFiche + contenu.ToString("N"), scellee))!;

    // Une empreinte en clair dirait à qui vole la base qu'un document connu s'y trouve.
    internal static byte[] Index(Coffre coffre, Guid dossier, string sha256) => coffre.Index($"piece/{dossier:N}", sha256);

    private FluxDePiece Flux(LigneDossier ligne, LigneContenu contenu) =>
        new(new DossiersDb(options), coffre.Ouvrir(ligne.Cle, ligne.Id, ligne.Proprietaire), contenu.Id, contenu.Octets);
}
