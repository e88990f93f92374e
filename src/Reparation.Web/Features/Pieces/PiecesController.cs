using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Pieces;

/// <summary>Le bordereau.</summary>
[Route("dossiers/{id:guid}/pieces")]
[Rubrique(Section.Pieces)]
public sealed class PiecesController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "pieces";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, annulation: annulation);

    /// <summary>La fiche de la pièce qu'un acte cite par son numéro.</summary>
    [HttpGet("numero/{numero:int}")]
    public async Task<IActionResult> Citee(Guid id, int numero, CancellationToken annulation) =>
        (await Archives.OuvrirAsync(id, annulation))?.Dossier.Pieces.FirstOrDefault(p => p.Numero == numero) is { } piece
            ? Redirect($"/dossiers/{id}/pieces/fiche/{piece.Id}")
            : NotFound();

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation)
    {
        // Jamais en silence : seul ce bouton redonne des numéros, et les citations, écrites par identifiant, les suivent.
        var renumeroter = Request.HasFormContentType && Request.Form["action"] == "renumeroter";
        return Recevoir(
            id,
            renumeroter ? "Pièces renumérotées" : "Pièces",
            "Dossier",
            typeof(Dossier),
            (lecteur, depart, arbre) =>
            {
                var lu = lecteur.Lire(depart, arbre.Membre("Dossier") ?? new(), "Dossier");
                return renumeroter ? lu with { Pieces = [.. lu.Pieces.Select((p, i) => p with { Numero = i + 1 })] } : lu;
            },
            chemin => Chemins.Champ("Dossier", chemin),
            null,
            annulation);
    }
}
