using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Erreurs;
using Reparation.Web.Features.Fusion;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Partage;

/// <summary>
/// Ce que font toutes les rubriques : ouvrir, lire le formulaire, demander au Domaine, enregistrer une version, repartir.
/// L'accès est filtré en un seul endroit, les archives.
/// </summary>
[RequestFormLimits(ValueCountLimit = 20_000, KeyLengthLimit = 4_096)]
public abstract class DossierController(Archives archives, TimeProvider horloge) : Controller
{
    /// <summary>Clé de la confirmation montrée une fois après un enregistrement.</summary>
    public const string Confirmation = "confirmation";

    /// <summary>Clé d'un refus montré une fois sur la page suivante.</summary>
    public const string Refus = "refus";

    /// <summary>Clé du numéro de la version que l'on vient d'enregistrer, et que l'on peut défaire.</summary>
    public const string Annulable = "annulable";

    protected Archives Archives => archives;

    /// <summary>Jour civil en France, quelle que soit la machine.</summary>
    protected DateOnly Aujourdhui => Horloges.Aujourdhui(horloge);

    /// <summary>Heure de Paris.</summary>
    protected DateTimeOffset Maintenant => Horloges.AParis(horloge.GetUtcNow());

    protected abstract string Rubrique { get; }

    /// <summary>Page où repartir après l'enregistrement ; rien pour rouvrir celle qui a été envoyée.</summary>
    protected string? Retour { get; set; }

    /// <summary>Adresse de la page dont l'enregistrement efface la saisie gardée.</summary>
    protected virtual string PageGardee => Request.Path.Value! + Request.QueryString.Value;

    protected async Task<IActionResult> Montrer(Guid id, Func<PageDossier, object>? page = null, CancellationToken annulation = default) =>
        await archives.OuvrirAsync(id, annulation) is { } ouvert ? Montrer(ouvert, page) : NotFound();

    /// <summary>Montre un dossier déjà ouvert : il n'est ni relu ni déchiffré une seconde fois.</summary>
    protected IActionResult Montrer(DossierOuvert ouvert, Func<PageDossier, object>? page)
    {
        ArgumentNullException.ThrowIfNull(ouvert);
        return Vue(new(ouvert.Id, ouvert.Version, ouvert.Dossier, Rubrique, Aujourdhui), page);
    }

    /// <summary>Reçoit un formulaire dont les champs se nomment « Dossier.… ».</summary>
    protected Task<IActionResult> Recevoir(Guid id, string raison, Func<PageDossier, object>? page, CancellationToken annulation) =>
        Recevoir(
            id,
            raison,
            "Dossier",
            typeof(Dossier),
            (lecteur, depart, arbre) => lecteur.Lire(depart, arbre.Membre("Dossier") ?? new(), "Dossier"),
            chemin => Chemins.Champ("Dossier", chemin),
            page,
            annulation);

    /// <summary>Reçoit un formulaire quelconque posé sur le dossier.</summary>
    /// <param name="lire">Pose la saisie sur le dossier de départ.</param>
    /// <param name="champ">Nom du champ montré sur cette page pour un chemin d'anomalie ; rien s'il n'y est pas.</param>
    protected async Task<IActionResult> Recevoir(
        Guid id,
        string raison,
        string racine,
        Type type,
        Func<LecteurDeFormulaire, Dossier, Noeud, Dossier> lire,
        Func<string, string?> champ,
        Func<PageDossier, object>? page,
        CancellationToken annulation)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        if (!int.TryParse(Request.Form["version"], out var version)
            || await archives.OuvrirVersionAsync(id, version, annulation) is not { } depart)
        {
            return NotFound();
        }

        var arbre = Noeud.Lire(Request.Form);
        var lecteur = new LecteurDeFormulaire(ModelState);
        var action = Request.Form["action"].ToString();
        var arrange = arbre.Appliquer(action);
        if (!arrange && arbre.Membre(racine) is { } rempli)
        {
            // Une ligne ajoutée attend qu'on y écrive ; dans tout autre cas, une ligne restée vierge n'est pas une réponse.
            LecteurDeFormulaire.RetirerLesVierges(rempli, type);
        }

        if (arrange || action == "recalculer")
        {
            var encours = lire(lecteur, depart.Dossier, arbre);
            if (arrange)
            {
                // On ajoute une ligne, on n'enregistre pas : rien à reprocher encore, et rien à perdre.
                foreach (var entree in ModelState.Values)
                {
                    entree.Errors.Clear();
                }
            }

            ViewData["EnCours"] = true;
            return Vue(new(id, version, encours, Rubrique, Aujourdhui), page);
        }

        var dossier = lire(lecteur, depart.Dossier, arbre);
        Controler(depart.Dossier, dossier, champ);
        if (!ModelState.IsValid)
        {
            return Refuser(new(id, version, dossier, Rubrique, Aujourdhui), page);
        }

        return await Enregistrer(id, version, dossier, raison, annulation) ?? Refuser(new(id, version, dossier, Rubrique, Aujourdhui), page);
    }

    /// <summary>Enregistre et repart ; rien si le contenu est refusé, les raisons étant alors dans l'état.</summary>
    protected async Task<IActionResult?> Enregistrer(
        Guid id, int version, Dossier dossier, string raison, CancellationToken annulation)
    {
        switch (await EssayerAsync(id, version, dossier, raison, annulation))
        {
            case Enregistrement.Empeche empeche:
                Response.StatusCode = MessagesDeStockage.Code(empeche.Panne);
                ModelState.AddModelError("", MessagesDeStockage.EnLigne(empeche.Panne));
                return null;
            case Enregistrement.Fait fait:
                await HttpContext.RequestServices.GetRequiredService<Brouillons>().JeterAsync(id, PageGardee, annulation);
                if (fait.Version > version)
                {
                    TempData[Annulable] = fait.Version;
                }

                TempData[Confirmation] = fait.HorlogeEnRetard ? "Enregistré. " + MessagesDeStockage.HorlogeEnRetard : "Enregistré.";
                return Redirect(Retour ?? Request.Path.Value! + Request.QueryString.Value);
            case Enregistrement.Conflit conflit:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View(
                    "Conflit",
                    new PageConflit(id, conflit.Actuel.Version, conflit.Actuel.Dossier, Rubrique, Aujourdhui)
                    {
                        Depart = conflit.Depart,
                        Actuel = conflit.Actuel,
                        Mien = conflit.Envoye,
                        Raison = raison,
                        Retour = Retour ?? Request.Path.Value!,
                    });
            case Enregistrement.Refuse refus:
                foreach (var anomalie in refus.Anomalies)
                {
                    ModelState.AddModelError("", $"{Chemins.EnClair(anomalie.Chemin)} : {anomalie.Message}");
                }

                return null;
            default:
                return NotFound();
        }
    }

    /// <summary>Met dans l'état ce que ce dossier contredirait, sauf ce qu'il contredisait déjà hors de la page.</summary>
    protected void Controler(Dossier depart, Dossier dossier, Func<string, string?> champ)
    {
        var anciennes = archives.Verifier(depart).ToHashSet();
        foreach (var anomalie in archives.Verifier(dossier))
        {
            var nom = champ(anomalie.Chemin);
            if (nom is not null && ModelState.ContainsKey(nom))
            {
                if (ModelState[nom]!.Errors.Count == 0)
                {
                    ModelState.AddModelError(nom, anomalie.Message);
                }
            }
            else if (!anciennes.Contains(anomalie))
            {
                ModelState.AddModelError(nom ?? "", nom is null ? $"{Chemins.EnClair(anomalie.Chemin)} : {anomalie.Message}" : anomalie.Message);
            }
        }
    }

    // Une panne du stockage ne doit pas faire perdre la page : elle revient avec ce qui a été tapé.
    private async Task<Enregistrement> EssayerAsync(Guid id, int version, Dossier dossier, string raison, CancellationToken annulation)
    {
        try
        {
            return await archives.EnregistrerAsync(id, version, dossier, raison, annulation);
        }
        catch (Exception e) when (PannesDeStockage.De(e) is { } panne and not (PanneDeStockage.Abimee or PanneDeStockage.Alteree))
        {
            HttpContext.RequestServices.GetRequiredService<ILogger<DossierController>>().LogError("Enregistrement empêché : {Panne}", panne);
            return new Enregistrement.Empeche(panne);
        }
    }

    private ViewResult Refuser(PageDossier page, Func<PageDossier, object>? vue)
    {
        // Une panne a déjà dit son code.
        Response.StatusCode = Math.Max(Response.StatusCode, StatusCodes.Status422UnprocessableEntity);
        return Vue(page, vue);
    }

    private ViewResult Vue(PageDossier page, Func<PageDossier, object>? vue)
    {
        var modele = vue is null ? page : vue(page);
        return View((modele as PageNommee)?.Vue ?? "Index", modele);
    }
}
