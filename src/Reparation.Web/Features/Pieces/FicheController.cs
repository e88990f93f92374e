using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Rendu.Word;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Pieces;

/// <summary>Une pièce : ce qu'elle est, ce qu'elle prouve, à qui elle a été communiquée, son fichier.</summary>
[Route("dossiers/{id:guid}/pieces/fiche/{piece}")]
[Rubrique(Section.Pieces)]
public sealed class FicheController(Archives archives, CoffreDePieces pieces, TimeProvider horloge) : DossierController(archives, horloge)
{
    private const string Racine = "Fiche";

    protected override string Rubrique => "pieces";

    /// <summary>Ce que la page fait saisir.</summary>
    public sealed record Saisie
    {
        public Piece Piece { get; init; } = new();

        public Preuves Preuves { get; init; } = new();
    }

    public sealed record Page(PageDossier De, Saisie Fiche) : PageNommee(De)
    {
        public override string Vue => "Fiche";
    }

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, string piece, CancellationToken annulation) =>
        await OuvrirAsync(id, piece, annulation) is { } ouvert ? Montrer(ouvert, p => Presenter(p, piece)) : NotFound();

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Enregistrer(Guid id, string piece, CancellationToken annulation) =>
        await OuvrirAsync(id, piece, annulation) is not null
            ? await Recevoir(
                id,
                "Pièce",
                Racine,
                typeof(Saisie),
                (lecteur, depart, arbre) => Poser(depart, piece, lecteur.Lire(Lire(depart, piece), arbre.Membre(Racine) ?? new(), Racine)),
                Champ,
                p => Presenter(p, piece),
                annulation)
            : NotFound();

    [HttpGet("fichier")]
    public async Task<IActionResult> Telecharger(Guid id, string piece, CancellationToken annulation)
    {
        if (await Archives.OuvrirAsync(id, annulation) is not { } ouvert
            || ouvert.Dossier.Pieces.FirstOrDefault(p => p.Id == piece) is not { Fichier: { } fichier } trouvee)
        {
            return NotFound();
        }

        if (await pieces.OuvrirAsync(id, fichier.Sha256, annulation) is not { } flux)
        {
            TempData[Refus] = MessagesDeDepot.FichierAbsent;
            return Redirect($"/dossiers/{id}/pieces/fiche/{piece}");
        }

        // Un nom neutre : celui du fichier d'origine n'est pas gardé.
        var (type, extension) = Format(fichier.Type);
        return File(flux, type, $"Piece-{trouvee.Numero.ToString("00", CultureInfo.InvariantCulture)}.{extension}");
    }

    [HttpPost("detruire"), ValidateAntiForgeryToken]
    [Confirmation("/dossiers/{id}/pieces")]
    public async Task<IActionResult> Detruire(Guid id, string piece, CancellationToken annulation)
    {
        if (await Archives.OuvrirAsync(id, annulation) is not { } ouvert
            || ouvert.Dossier.Pieces.FirstOrDefault(p => p.Id == piece) is not { Fichier: { } fichier })
        {
            return NotFound();
        }

        // La version d'abord : si elle est refusée, le fichier reste.
        var sans = ouvert.Dossier with { Pieces = [.. ouvert.Dossier.Pieces.Select(p => p.Id == piece ? p with { Fichier = null } : p)] };
        Retour = $"/dossiers/{id}/pieces/fiche/{piece}";
        if (await Enregistrer(id, ouvert.Version, sans, "Fichier d’une pièce détruit", annulation) is not RedirectResult fait)
        {
            TempData[Refus] = MessagesDeDepot.Interrompu;
            return Redirect(Retour);
        }

        await pieces.DetruireAsync(id, fichier.Sha256, annulation);
        TempData[Confirmation] = "Fichier détruit. La pièce reste au bordereau, sans fichier.";
        return fait;
    }

    private async Task<DossierOuvert?> OuvrirAsync(Guid id, string piece, CancellationToken annulation) =>
        await Archives.OuvrirAsync(id, annulation) is { } ouvert && ouvert.Dossier.Pieces.Any(p => p.Id == piece) ? ouvert : null;

    private static Page Presenter(PageDossier page, string piece) => new(page, Lire(page.Dossier, piece));

    private static Saisie Lire(Dossier dossier, string piece) =>
        new() { Piece = dossier.Pieces.FirstOrDefault(p => p.Id == piece) ?? new(), Preuves = Preuves.De(dossier, piece) };

    private static Dossier Poser(Dossier dossier, string piece, Saisie saisie) => saisie.Preuves.Poser(
        dossier with { Pieces = [.. dossier.Pieces.Select(p => p.Id == piece ? saisie.Piece with { Id = piece } : p)] }, piece);

    // « pieces[3].titre » se lit ici « Fiche.Piece.Titre » ; les autres pièces n'ont pas de champ sur cette page.
    private string? Champ(string chemin)
    {
        var fin = chemin.StartsWith("pieces[", StringComparison.Ordinal) ? chemin.IndexOf("].", StringComparison.Ordinal) : -1;
        var champ = fin < 0 ? null : Chemins.Champ($"{Racine}.{nameof(Saisie.Piece)}", chemin[(fin + 2)..]);
        return champ is not null && ModelState.ContainsKey(champ) ? champ : null;
    }

    private static (string Type, string Extension) Format(TypeDePiece type) => type switch
    {
        TypeDePiece.Pdf => ("application/pdf", "pdf"),
        TypeDePiece.Jpeg => ("image/jpeg", "jpg"),
        TypeDePiece.Png => ("image/png", "png"),
        TypeDePiece.Docx => (MoteurWord.TypeMime, "docx"),
        TypeDePiece.Eml => ("message/rfc822", "eml"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
