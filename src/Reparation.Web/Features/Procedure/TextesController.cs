using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Procedure;

/// <summary>Textes de mémoire ou contredits que les actes du dossier citeraient : l'avocat les relit, puis les confirme.</summary>
[Route("dossiers/{id:guid}/procedure/textes")]
[Rubrique(Section.Procedure)]
public sealed class TextesController(Archives archives, Editions editions, Modeles modeles, CompteCourant compte, TimeProvider horloge)
    : DossierController(archives, horloge)
{
    /// <summary>Un texte à relire, et les actes qui le citent.</summary>
    public sealed record TexteARelire(Source Source, IReadOnlyList<string> Actes);

    public sealed record Page(PageDossier De, IReadOnlyList<TexteARelire> ARelire, IReadOnlyList<string> Coches, string Motif) : PageDeProcedure(De)
    {
        public override string Vue => "Textes";

        public override string Onglet => "textes";
    }

    protected override string Rubrique => "procedure";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => Presenter(p, [], ""), annulation);

    /// <summary>Confirme les textes cochés, avec la raison.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Confirmer(Guid id, string[] textes, string? motif, CancellationToken annulation)
    {
        var raison = motif?.Trim() ?? "";
        return Changer(
            id,
            "Textes relus",
            depart =>
            {
                if (textes.Length == 0)
                {
                    ModelState.AddModelError("", "Aucun texte n’est coché. Cochez ceux que vous avez relus à la source.");
                }

                if (raison.Length is 0 or > Longueurs.Paragraphe)
                {
                    ModelState.AddModelError(nameof(motif), raison.Length == 0
                        ? "Dites où vous avez relu ces textes : la mention reste au dossier, pour qui reprendra l’acte."
                        : LongueurAttribute.Message(Longueurs.Paragraphe));
                }

                if (textes.Except(Reunir(depart).Select(t => t.Source.Cle)).Any())
                {
                    ModelState.AddModelError("", "Un texte coché n’est plus cité par les actes de ce dossier. Relisez la liste, puis confirmez de là.");
                }

                var par = compte.Compte?.Courriel ?? "";
                return depart with
                {
                    Confirmations =
                    [
                        .. depart.Confirmations.Where(c => !textes.Contains(c.Texte)),
                        .. textes.Distinct().Select(t => new ConfirmationDeTexte { Texte = t, Motif = raison, Par = par, Le = Aujourdhui }),
                    ],
                };
            },
            p => Presenter(p, textes, raison),
            annulation);
    }

    /// <summary>Retire une confirmation : le texte est de nouveau à relire.</summary>
    [HttpPost("retirer"), ValidateAntiForgeryToken]
    public Task<IActionResult> Retirer(Guid id, string? texte, CancellationToken annulation)
    {
        Retour = $"/dossiers/{id}/procedure/textes";
        return Changer(
            id,
            "Relecture retirée",
            depart => depart with { Confirmations = [.. depart.Confirmations.Where(c => c.Texte != texte)] },
            p => Presenter(p, [], ""),
            annulation);
    }

    private Task<IActionResult> Changer(
        Guid id, string raison, Func<Dossier, Dossier> changer, Func<PageDossier, Page> page, CancellationToken annulation) =>
        Recevoir(id, raison, "Relecture", typeof(ConfirmationDeTexte), (_, depart, _) => changer(depart), _ => null, page, annulation);

    // Sur refus, la page repart du dossier enregistré : ce qui est coché n'y est pas encore confirmé.
    private Page Presenter(PageDossier page, string[] coches, string motif)
    {
        var sansLesCoches = page.Dossier with { Confirmations = [.. page.Dossier.Confirmations.Where(c => !coches.Contains(c.Texte))] };
        return new(page with { Dossier = sansLesCoches }, Reunir(sansLesCoches), coches, motif);
    }

    private List<TexteARelire> Reunir(Dossier dossier)
    {
        var bilan = Chiffreur.Evaluer(dossier, editions);
        return
        [
            .. modeles.Tous
                .SelectMany(m => Redaction.TextesARelire(m, dossier, bilan, Aujourdhui, editions).Select(s => (Modele: m, Source: s)))
                .GroupBy(x => x.Source.Cle)
                .Select(g => new TexteARelire(g.First().Source, [.. g.Select(x => x.Modele.Titre).Distinct()])),
        ];
    }
}
