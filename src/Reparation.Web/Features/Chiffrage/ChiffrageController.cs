using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Rendu.Tableur;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Choix communs et vue d'ensemble du chiffrage.</summary>
[Route("dossiers/{id:guid}/chiffrage")]
[Rubrique(Section.Chiffrage)]
public sealed class ChiffrageController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) =>
        Montrer(id, p => new PageChiffrage(p, editions), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) =>
        Recevoir(id, "Choix du chiffrage", p => new PageChiffrage(p, editions), annulation);

    /// <summary>Le chiffrage en classeur, aux formules vives.</summary>
    [HttpGet("tableur")]
    public async Task<IActionResult> Tableur(Guid id, CancellationToken annulation) =>
        await Archives.OuvrirAsync(id, annulation) is { Dossier: var dossier }
            ? File(
                TableurDuChiffrage.Ecrire(dossier, Chiffreur.Evaluer(dossier, editions), Aujourdhui),
                TableurDuChiffrage.TypeMime, $"Chiffrage-{dossier.Reference}.xlsx")
            : NotFound();

    /// <summary>Le bilan que donneraient les choix en cours ; rien n'est enregistré.</summary>
    [HttpPost("apercu"), ValidateAntiForgeryToken, SuitLaFrappe]
    public async Task<IActionResult> Apercu(Guid id, int version, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart)
        {
            return NotFound();
        }

        var dossier = new LecteurDeFormulaire(ModelState).Lire(depart.Dossier, Noeud.Lire(Request.Form).Membre("Dossier") ?? new(), "Dossier");
        return PartialView("_Bilan", new PageChiffrage(new(id, version, dossier, Rubrique, Aujourdhui), editions));
    }
}
