using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Ce que d'autres éditions changeraient aux sommes d'un dossier, avant de les adopter. Rien n'est enregistré pour voir.</summary>
[Route("dossiers/{id:guid}/chiffrage/editions")]
[Rubrique(Section.Chiffrage)]
public sealed class EditionsController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    private const string Prefixe = "chiffrage.";

    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(
        id,
        page =>
        {
            var envoi = Noeud.Lire(Request.Query).Membre("Choix");
            var choix = new LecteurDeFormulaire(ModelState).Lire(ChoixDEditions.De(page.Dossier.Chiffrage), envoi ?? new(), "Choix");
            var propose = choix.Poser(page.Dossier);
            Controler(page.Dossier, propose, Champ);
            return new PageEditions(page, editions, propose) { Choix = choix, Demandee = envoi is not null };
        },
        annulation);

    /// <summary>Adopte les éditions vues ; comme tout enregistrement, une version de plus.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Adopter(Guid id, CancellationToken annulation)
    {
        Retour = $"/dossiers/{id}/chiffrage";
        var choix = new ChoixDEditions();
        return Recevoir(
            id,
            "Éditions du chiffrage",
            "Choix",
            typeof(ChoixDEditions),
            (lecteur, depart, arbre) =>
            {
                choix = lecteur.Lire(ChoixDEditions.De(depart.Chiffrage), arbre.Membre("Choix") ?? new(), "Choix");
                return choix.Poser(depart);
            },
            Champ,
            page => new PageEditions(page, editions, page.Dossier) { Choix = choix },
            annulation);
    }

    private static string? Champ(string chemin) =>
        chemin.StartsWith(Prefixe, StringComparison.Ordinal) ? "Choix." + chemin[Prefixe.Length..] : null;
}
