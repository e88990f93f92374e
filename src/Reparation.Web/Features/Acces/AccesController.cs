using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Acces;

/// <summary>Qui ouvre ce dossier, à quel titre, et qui l'a ouvert avant.</summary>
[Route("dossiers/{id:guid}/acces")]
[Rubrique(Section.Acces)]
public sealed class AccesController(Archives archives, Data.Acces acces, TimeProvider horloge) : DossierController(archives, horloge)
{
    /// <summary>Qualités que l'on peut avoir dans un dossier.</summary>
    public static readonly IReadOnlyList<Qualite> Offertes =
        [Qualite.Avocat, Qualite.Collaborateur, Qualite.AdministrateurAdHoc, Qualite.Intervenant, Qualite.Lecteur];

    protected override string Rubrique => "acces";

    /// <summary>Ce que l'on tape pour ouvrir le dossier à quelqu'un.</summary>
    public sealed record Saisie
    {
        public string Courriel { get; init; } = "";

        public Qualite Qualite { get; init; } = Qualite.Intervenant;

        /// <summary>Dernier jour, tel que tapé ; vide si l'accès dure.</summary>
        public string Jusqua { get; init; } = "";

        public string Motif { get; init; } = "";
    }

    public sealed record Page(PageDossier De, string Proprietaire, IReadOnlyList<AccesOuvert> Acces, Saisie Saisie, DateTimeOffset Maintenant)
        : PageNommee(De)
    {
        public override string Vue => "Index";

        /// <summary>Accès qui valent à présent.</summary>
        public IEnumerable<AccesOuvert> Ouverts => Acces.Where(EstOuvert);

        /// <summary>Accès retirés ou échus.</summary>
        public IEnumerable<AccesOuvert> Anciens => Acces.Where(a => !EstOuvert(a));

        private bool EstOuvert(AccesOuvert acces) => acces.RetireLe is null && (acces.FinLe is not { } fin || fin > Maintenant);
    }

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, new(), annulation);

    /// <summary>Ouvre le dossier à un autre compte.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    [Confirmation("/dossiers/{id}/acces")]
    public async Task<IActionResult> Ouvrir(Guid id, [Bind(Prefix = nameof(Page.Saisie))] Saisie saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        DateTimeOffset? fin = null;
        if (!Offertes.Contains(saisie.Qualite))
        {
            ModelState.AddModelError("Saisie.Qualite", Messages.Choix);
        }

        if (saisie.Motif.Length > Data.Acces.LongueurDuMotif)
        {
            ModelState.AddModelError("Saisie.Motif", MessagesDAcces.MotifLong);
        }

        if (saisie.Jusqua.Length > 0)
        {
            if (!LecteurDeFormulaire.LireDate(saisie.Jusqua, out var jour) || !Coherence.EstUneDate(jour))
            {
                ModelState.AddModelError("Saisie.Jusqua", Messages.Date);
            }
            else if (jour < Aujourdhui)
            {
                ModelState.AddModelError("Saisie.Jusqua", MessagesDAcces.DejaPasse);
            }
            else
            {
                fin = Horloges.FinDuJour(jour);
            }
        }

        if (ModelState.IsValid)
        {
            switch (await acces.OuvrirAsync(id, saisie.Courriel, saisie.Qualite, fin, saisie.Motif.Trim(), annulation))
            {
                case OuvertureDAcces.Fait:
                    TempData[Confirmation] = "Dossier ouvert. La personne le trouve dans sa liste dès maintenant.";
                    return Redirect($"/dossiers/{id}/acces");
                case OuvertureDAcces.SansCompte:
                    ModelState.AddModelError("Saisie.Courriel", MessagesDAcces.SansCompte);
                    break;
                case OuvertureDAcces.Deja:
                    ModelState.AddModelError("Saisie.Courriel", MessagesDAcces.Deja);
                    break;
                default:
                    return NotFound();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Montrer(id, saisie, annulation);
    }

    /// <summary>Retire un accès : la personne ne trouve plus le dossier.</summary>
    [HttpPost("{ouvert:guid}/retirer"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Retirer(Guid id, Guid ouvert, CancellationToken annulation)
    {
        if (!await acces.RetirerAsync(id, ouvert, annulation))
        {
            return NotFound();
        }

        TempData[Confirmation] = "Accès retiré.";
        return Redirect(await acces.TrouverAsync(id, annulation) is null ? "/" : $"/dossiers/{id}/acces");
    }

    private async Task<IActionResult> Montrer(Guid id, Saisie saisie, CancellationToken annulation) =>
        await acces.HistoriqueAsync(id, annulation) is var (proprietaire, tous)
            ? await Montrer(id, p => new Page(p, proprietaire, tous, saisie, Maintenant), annulation)
            : NotFound();
}
