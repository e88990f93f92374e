using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Calendrier;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.TableauDeBord;

/// <summary>La liste des dossiers, et l'ouverture d'un dossier neuf.</summary>
public sealed class TableauDeBordController(Archives archives, CompteCourant compte, TimeProvider horloge) : Controller
{
    /// <param name="PeutOuvrir">Vrai si ce compte ouvre des dossiers.</param>
    public sealed record Page(IReadOnlyList<FicheDeDossier> Fiches, DateOnly Aujourdhui, bool PeutOuvrir)
    {
        /// <summary>Délais de tous les dossiers, par jour d'alerte ; l'expiré reste un mois, ou tant qu'un relevé peut être demandé.</summary>
        public IReadOnlyList<(FicheDeDossier Fiche, EcheanceDeFiche Echeance)> Echeances { get; } =
        [
            .. Fiches.SelectMany(f => f.Echeances.Select(e => (f, e))).Where(x => x.e.DernierJourLegal >= Aujourdhui.AddMonths(-1) || Regles.Trouver(x.e.Regle)?.Releve == true)
                .OrderBy(x => x.e.JourDAlerte).ThenBy(x => x.f.Reference, StringComparer.Ordinal),
        ];

        /// <summary>Âges qui comptent, atteints dans l'année.</summary>
        public IReadOnlyList<(FicheDeDossier Fiche, AgeDeFiche Age)> Ages { get; } =
        [
            .. Fiches.SelectMany(f => f.Ages.Select(a => (f, a))).Where(x => x.a.Le >= Aujourdhui && x.a.Le <= Aujourdhui.AddYears(1))
                .OrderBy(x => x.a.Le).ThenBy(x => x.f.Reference, StringComparer.Ordinal),
        ];
    }

    /// <summary>Ce qu'il faut pour ouvrir un dossier neuf.</summary>
    public sealed record PageNouveau(Dossier Dossier);

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken annulation)
    {
        return View(new Page(await archives.ListerAsync(annulation), Horloges.Aujourdhui(horloge), Droits.De(compte.Compte!).Ecrit(Section.Ouverture)));
    }

    /// <summary>Fichier d'agenda de tous les dossiers du compte : des références et des noms de délais, aucun nom.</summary>
    [HttpGet("/delais.ics")]
    public async Task<IActionResult> Agenda(CancellationToken annulation)
    {
        var maintenant = Horloges.AParis(horloge.GetUtcNow());
        var dossiers = new List<(string, TableauDesDelais)>();
        foreach (var fiche in (await archives.ListerAsync(annulation)).Where(f => !f.Illisible && f.Droits.Lit(Section.Procedure)))
        {
            if (await archives.OuvrirAsync(fiche.Id, annulation) is { } ouvert)
            {
                dossiers.Add((ouvert.Dossier.Reference, Echeancier.Dresser(ouvert.Dossier, DateOnly.FromDateTime(maintenant.DateTime))));
            }
        }

        return File(CalendrierIcs.Ecrire(dossiers, maintenant), CalendrierIcs.TypeMime, "delais.ics");
    }

    [Rubrique(Section.Ouverture)]
    [HttpGet("/dossiers/nouveau")]
    public IActionResult Nouveau() =>
        View(new PageNouveau(new() { Reference = "", Pseudonyme = "" }));

    [Rubrique(Section.Ouverture)]
    [HttpPost("/dossiers/nouveau"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Creer(CancellationToken annulation)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var arbre = Noeud.Lire(Request.Form);
        var dossier = new LecteurDeFormulaire(ModelState).Lire(
            new Dossier { Reference = "", Pseudonyme = "" }, arbre.Membre("Dossier") ?? new(), "Dossier");
        foreach (var anomalie in archives.Verifier(dossier))
        {
            var nom = "Dossier." + anomalie.Chemin;
            ModelState.AddModelError(ModelState.ContainsKey(nom) ? nom : "", anomalie.Message);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Nouveau), new PageNouveau(dossier));
        }

        var id = await archives.CreerAsync(dossier, "Ouverture du dossier", annulation);
        return Redirect($"/dossiers/{id}/enfant");
    }
}
