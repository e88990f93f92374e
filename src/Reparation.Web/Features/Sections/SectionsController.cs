using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Sections;

/// <summary>
/// Réécrit un acte section par section. Le texte du modèle est gardé à côté : on voit ce qui a changé, on y revient, et l'on est
/// prévenu quand les données du dossier le font bouger.
/// </summary>
[Route("dossiers/{id:guid}/sections")]
[Rubrique(Section.Actes)]
public sealed class SectionsController(Archives archives, Editions editions, Modeles modeles, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "actes";

    /// <summary>Les sections d'un acte.</summary>
    public sealed record Page(PageDossier De, Modele Modele, SectionsDActe? Sections) : PageNommee(De)
    {
        public override string Vue => "Index";
    }

    /// <summary>Une section en cours de réécriture.</summary>
    /// <param name="Texte">Ce que l'avocat a tapé.</param>
    /// <param name="Motif">Raison des sommes gardées.</param>
    /// <param name="Apercu">Vrai si la page montre ce que le texte donnerait.</param>
    public sealed record PageSection(PageDossier De, Modele Modele, SectionEditable Section, string Texte, string Motif, bool Apercu) : PageNommee(De)
    {
        public override string Vue => "Une";
    }

    [HttpGet("{*modele}")]
    public async Task<IActionResult> Lire(Guid id, string modele, string? section, CancellationToken annulation)
    {
        if (modeles.Trouver(modele) is not { } choisi || await Archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return NotFound();
        }

        var sections = Etablir(choisi, ouvert.Dossier);
        if (section is null)
        {
            return Montrer(ouvert, p => new Page(p, choisi, sections));
        }

        return Trouver(sections, section) is { } trouvee
            ? Montrer(ouvert, p => new PageSection(p, choisi, trouvee, trouvee.Adaptee?.Texte ?? trouvee.Genere, trouvee.Adaptee?.MotifDesSommes ?? "", false))
            : NotFound();
    }

    [HttpPost("{*modele}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Ecrire(
        Guid id, string modele, string? section, int version, string? texte, string? motif, string? action, CancellationToken annulation)
    {
        if (modeles.Trouver(modele) is not { } choisi
            || await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart
            || Etablir(choisi, depart.Dossier) is not { } sections
            || Trouver(sections, section) is not { } trouvee)
        {
            return NotFound();
        }

        var (tape, raison) = ((texte ?? "").ReplaceLineEndings("\n"), (motif ?? "").Trim());
        if (action == "retablir")
        {
            return await Garder(choisi, depart, trouvee, null, annulation) ?? Montrer(depart, choisi, trouvee, tape, raison);
        }

        var essai = sections.Essayer(trouvee, tape);
        Juger(essai, tape, raison);
        if (action == "apercu" || !ModelState.IsValid)
        {
            return Montrer(depart, choisi, essai, tape, raison);
        }

        var adaptee = tape.Trim() == trouvee.Genere.Trim() ? null : new SectionAdaptee
        {
            Modele = choisi.Id,
            Section = trouvee.Section.Cle,
            Genere = trouvee.Genere,
            Texte = tape,
            MotifDesSommes = raison,
            Le = Aujourdhui,
        };
        return await Garder(choisi, depart, trouvee, adaptee, annulation) ?? Montrer(depart, choisi, essai, tape, raison);
    }

    private void Juger(SectionEditable essai, string texte, string motif)
    {
        foreach (var faute in essai.Fautes)
        {
            ModelState.AddModelError("texte", $"Ligne {faute.Ligne}\u00A0: {faute.Message}");
        }

        if (texte.Trim().Length == 0)
        {
            ModelState.AddModelError("texte", "La section serait vide. Écrivez au moins une phrase, ou revenez au texte du modèle.");
        }

        if (texte.Length > Longueurs.Section || essai.Genere.Length > Longueurs.Section)
        {
            ModelState.AddModelError("texte", $"Cette section dépasse {Longueurs.Section} caractères. Abrégez-la, ou laissez-la telle que le modèle l’écrit.");
        }

        if (motif.Length > Longueurs.Paragraphe)
        {
            ModelState.AddModelError("motif", $"Cette raison dépasse {Longueurs.Paragraphe} caractères. Abrégez-la.");
        }
    }

    private async Task<IActionResult?> Garder(
        Modele modele, DossierOuvert depart, SectionEditable section, SectionAdaptee? adaptee, CancellationToken annulation)
    {
        Retour = $"/dossiers/{depart.Id}/sections/{modele.Id}";
        var autres = depart.Dossier.Adaptations.Where(a => a.Modele != modele.Id || a.Section != section.Section.Cle);
        var dossier = depart.Dossier with { Adaptations = adaptee is null ? [.. autres] : [.. autres, adaptee] };
        return await Enregistrer(depart.Id, depart.Version, dossier, adaptee is null ? "Section rendue au modèle" : "Section réécrite", annulation);
    }

    private IActionResult Montrer(DossierOuvert depart, Modele modele, SectionEditable section, string texte, string motif)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Montrer(depart, p => new PageSection(p, modele, section, texte, motif, Apercu: section.Reecrite is not null));
    }

    private SectionsDActe? Etablir(Modele modele, Dossier dossier) =>
        SectionsDActe.Etablir(modele, dossier, Chiffreur.Evaluer(dossier, editions), Aujourdhui, editions);

    private static SectionEditable? Trouver(SectionsDActe? sections, string? ancre) =>
        sections?.Toutes.FirstOrDefault(s => s.Section.Ancre == ancre);
}
