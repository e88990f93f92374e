using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Reperage;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Livret;

/// <summary>Ce que le livret de l'enfant dit, ce qu'il demande de savoir lire, et la page que l'on peut lire avec lui.</summary>
[Route("dossiers/{id:guid}/livret")]
[Rubrique(Section.Plan)]
public sealed class LivretController(Archives archives, Editions editions, Modeles modeles, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "plan";

    /// <summary>Un livret que l'on peut remettre.</summary>
    /// <param name="Modele">Modèle.</param>
    /// <param name="Composition">Livret sans la mention « Projet », ou ce qui manque.</param>
    public sealed record Tirage(Modele Modele, Composition Composition)
    {
        /// <summary>Lisibilité du livret ; rien s'il n'est pas composé.</summary>
        public LectureDuLivret? Lecture => Composition is Composition.Prete prete ? LectureDuLivret.De(Modele, prete.Acte) : null;
    }

    public sealed record Page(PageDossier De, IReadOnlyList<Tirage> Tirages) : PageNommee(De)
    {
        public override string Vue => "Index";

        /// <summary>Numéros cités de mémoire, à contrôler avant de remettre le livret.</summary>
        public IEnumerable<string> NumerosAControler => Contacts.Tous.Where(c => c.Sources.Any(s => s.ARelire)).Select(c => c.Numero);
    }

    public sealed record PageALire(PageDossier De, Composition.Prete Composition) : PageNommee(De)
    {
        public override string Vue => "ALire";
    }

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, Presenter, annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Livret", Presenter, annulation);

    /// <summary>Le livret en page, à lire avec l'enfant.</summary>
    [HttpGet("{forme}/page")]
    public Task<IActionResult> Lire(Guid id, FormeDeLivret forme, CancellationToken annulation) => Ouvrir(id, forme, (ouvert, _, prete) =>
        Montrer(ouvert, p => new PageALire(p, prete)), annulation);

    /// <summary>Le livret à plier : des feuilles A4 à imprimer recto verso, à agrafer et à plier en A5.</summary>
    [HttpGet("{forme}/cahier.pdf")]
    public Task<IActionResult> Plier(Guid id, FormeDeLivret forme, CancellationToken annulation) => Ouvrir(id, forme, (ouvert, modele, prete) =>
        File(
            new MoteurMaison().Plier(prete.Acte, modele.Charte).Octets,
            "application/pdf",
            Redaction.NomDeFichier(modele, ouvert.Dossier, projet: false) + "-cahier.pdf"), annulation);

    private async Task<IActionResult> Ouvrir(
        Guid id, FormeDeLivret forme, Func<DossierOuvert, Modele, Composition.Prete, IActionResult> montrer, CancellationToken annulation)
    {
        if (!ModelState.IsValid || await Archives.OuvrirAsync(id, annulation) is not { } ouvert
            || Tirages(ouvert.Dossier).Find(t => t.Modele.Livret == forme) is not { } tirage)
        {
            return NotFound();
        }

        return tirage.Composition is Composition.Prete prete ? montrer(ouvert, tirage.Modele, prete) : Redirect($"/dossiers/{id}/livret");
    }

    private Page Presenter(PageDossier page) => new(page, Tirages(page.Dossier));

    // Celui de l'âge, ou celui choisi, d'abord ; le facile à lire ensuite.
    private List<Tirage> Tirages(Dossier dossier)
    {
        var bilan = Chiffreur.Evaluer(dossier, editions);
        return
        [
            .. modeles.Tous.Where(m => m.Livret is not null && Convenance.Examiner(m, dossier, Aujourdhui).Count == 0)
                .OrderBy(m => m.Livret != FormesDuLivret.De(dossier, Aujourdhui)).ThenBy(m => m.Livret)
                .Select(m => new Tirage(m, Redaction.Composer(m, dossier, bilan, Aujourdhui, projet: false, editions))),
        ];
    }
}
