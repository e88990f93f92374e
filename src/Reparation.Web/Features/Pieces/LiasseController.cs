using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Documents.Pieces;
using Reparation.Documents.Rendu;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Pieces;

/// <summary>
/// La liasse à envoyer : on choisit le canal et la forme, on lit ce qu'elle contient et ses réserves, on télécharge chaque
/// partie. Rien n'en est gardé : une partie s'écrit à mesure qu'elle part.
/// </summary>
[Route("dossiers/{id:guid}/pieces/liasse")]
[Rubrique(Section.Pieces)]
public sealed class LiasseController(
    Archives archives, CoffreDePieces pieces, Editions editions, Modeles modeles, SceauDeLInstallation sceau, TimeProvider horloge)
    : DossierController(archives, horloge)
{
    protected override string Rubrique => "pieces";

    /// <summary>Ce qui est demandé, tel que l'adresse le porte.</summary>
    /// <param name="Canal">Canal, dont la limite partage la liasse ; vide si elle ne part pas par voie électronique.</param>
    /// <param name="Acte">Modèle de l'acte mis en tête ; vide pour le bordereau seul.</param>
    /// <param name="Definitif">L'acte est relu : la mention « Projet » s'ôte, et chaque fichier est scellé.</param>
    public sealed record Choix(CanalDEnvoi? Canal, string? Acte, FormeDeLiasse Forme, bool PremierePageSeulement, bool Definitif, bool Composer);

    /// <param name="Modeles">Actes que l'on peut mettre en tête.</param>
    /// <param name="Liasse">Ce qui serait envoyé ; rien tant qu'on ne l'a pas demandé.</param>
    /// <param name="Empeche">Pourquoi l'acte choisi ne se compose pas encore.</param>
    public sealed record Page(PageDossier De, Choix Choix, IReadOnlyList<Modele> Modeles, LiasseComposee? Liasse, string? Empeche) : PageNommee(De)
    {
        public override string Vue => "Liasse";
    }

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, [FromQuery] Choix choix, CancellationToken annulation)
    {
        if (await Archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return NotFound();
        }

        var (liasse, empeche) = choix.Composer
            ? await ComposerAsync(ouvert, choix, _ => new FluxPerdu(), annulation)
            : (null, null);
        return Montrer(ouvert, p => new Page(p, choix, modeles.Tous, liasse, empeche));
    }

    /// <summary>Écrit dans la réponse la partie de ce rang, à partir de 1.</summary>
    [HttpGet("partie/{rang:int}")]
    public async Task<IActionResult> Telecharger(Guid id, int rang, [FromQuery] Choix choix, CancellationToken annulation)
    {
        if (await Archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return NotFound();
        }

        // La liasse s'écrit d'un trait, sans attendre : seule cette réponse l'admet. Une seule composition suffit : sa taille n'est
        // pas annoncée, et la réponse par morceaux dit d'elle-même si elle est entière.
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        var composes = 0;
        var (liasse, _) = await ComposerAsync(ouvert, choix, nom => ++composes == rang ? Repondre(nom) : new FluxPerdu(), annulation);
        if (liasse?.Fichiers.ElementAtOrDefault(rang - 1) is not null)
        {
            return new EmptyResult();
        }

        if (Response.HasStarted)
        {
            HttpContext.Abort();
            return new EmptyResult();
        }

        Response.Clear();
        return NotFound();
    }

    private FluxPerdu Repondre(string nom)
    {
        Response.ContentType = "application/pdf";
        Response.Headers.ContentDisposition = $"attachment; filename={nom}";
        return new(Response.Body);
    }

    private async Task<(LiasseComposee? Liasse, string? Empeche)> ComposerAsync(
        DossierOuvert ouvert, Choix choix, Func<string, Stream> creer, CancellationToken annulation)
    {
        var actes = new List<ActeALier>();
        var bilan = Chiffreur.Evaluer(ouvert.Dossier, editions);
        if (modeles.Trouver(choix.Acte ?? "") is { } modele)
        {
            if (Redaction.Composer(modele, ouvert.Dossier, bilan, Aujourdhui, !choix.Definitif, editions)
                is not Composition.Prete prete)
            {
                return (null, $"{modele.Titre} ne peut pas encore être composé. La rubrique « Actes » dit ce qui lui manque\u202F; complétez-le, ou reliez les pièces sans lui.");
            }

            actes.Add(new(prete.Acte, modele.Charte));
        }

        var aLier = new List<PieceALier>();
        foreach (var piece in ouvert.Dossier.Pieces)
        {
            var lire = piece.Fichier is { } fichier ? await pieces.TrouverAsync(ouvert.Id, fichier.Sha256, annulation) : null;
            aLier.Add(new(piece, () => lire?.Invoke()));
        }

        try
        {
            return (Liasse.Composer(new(ouvert.Dossier, Aujourdhui, actes, aLier, creer)
            {
                Limite = choix.Canal is { } canal ? Envois.Limite(canal) : null,
                Forme = choix.Forme,
                PremierePageSeulement = choix.PremierePageSeulement,
                Sceau = choix.Definitif ? new(sceau.Cle, [.. bilan.Editions.Select(e => e.Intitule)]) : null,
            }), null);
        }
        catch (RenduException refus)
        {
            return (null, refus.Message);
        }
    }
}
