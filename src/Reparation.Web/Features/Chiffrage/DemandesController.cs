using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Ce qui se demande autrement que poste par poste : une somme globale, et les gains retenus par l'exploiteur.</summary>
[Route("dossiers/{id:guid}/chiffrage")]
[Rubrique(Section.Chiffrage)]
public sealed class DemandesController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    /// <summary>L'une des deux demandes, son formulaire et son résultat.</summary>
    public sealed record Page(PageDossier De, Editions Editions, string Nom) : PageDeChiffrage(De, Editions)
    {
        public override string Vue => Nom == "gains" ? "Gains" : "Globale";

        public override string Onglet => Nom;
    }

    protected override string Rubrique => "chiffrage";

    [HttpGet("globale")]
    public Task<IActionResult> Globale(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p, editions, "globale"), annulation);

    [HttpPost("globale"), ValidateAntiForgeryToken]
    public Task<IActionResult> EnregistrerGlobale(Guid id, CancellationToken annulation) =>
        Recevoir(id, "Somme globale", p => new Page(p, editions, "globale"), annulation);

    [HttpPost("globale/apercu"), ValidateAntiForgeryToken, SuitLaFrappe]
    public Task<IActionResult> ApercuGlobale(Guid id, int version, CancellationToken annulation) =>
        Apercevoir(id, version, "globale", "_Globale", annulation);

    [HttpGet("gains")]
    public Task<IActionResult> Gains(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p, editions, "gains"), annulation);

    [HttpPost("gains"), ValidateAntiForgeryToken]
    public Task<IActionResult> EnregistrerGains(Guid id, CancellationToken annulation) =>
        Recevoir(id, "Gains retenus par l’exploiteur", p => new Page(p, editions, "gains"), annulation);

    [HttpPost("gains/apercu"), ValidateAntiForgeryToken, SuitLaFrappe]
    public Task<IActionResult> ApercuGains(Guid id, int version, CancellationToken annulation) =>
        Apercevoir(id, version, "gains", "_Gains", annulation);

    private async Task<IActionResult> Apercevoir(Guid id, int version, string nom, string vue, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart)
        {
            return NotFound();
        }

        var arbre = Noeud.Lire(Request.Form).Membre("Dossier") ?? new();
        LecteurDeFormulaire.RetirerLesVierges(arbre, typeof(Dossier));
        var dossier = new LecteurDeFormulaire(ModelState).Lire(depart.Dossier, arbre, "Dossier");
        return PartialView(vue, new Page(new(id, version, dossier, Rubrique, Aujourdhui), editions, nom));
    }
}
