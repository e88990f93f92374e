using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Documents.Cabinet;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Gabarits;

/// <summary>Quels modèles viennent du cabinet, ce qui y est fautif, et ce que chacun donne d'un dossier fictif.</summary>
[Route("modeles")]
public sealed class GabaritsController(ModelesDuCabinet modeles, TimeProvider horloge) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(modeles);

    /// <summary>Le modèle rédigé sur un dossier fictif, en PDF.</summary>
    [HttpGet("apercu/{*modele}")]
    public IActionResult Apercu(string modele)
    {
        var dossier = ModelesDuCabinet.LireLExemple();
        return modeles.Modeles.Trouver(modele) is { } choisi
            && Redaction.Composer(choisi, dossier, Chiffreur.Evaluer(dossier, Editions.Embarquees), Horloges.Aujourdhui(horloge)) is Composition.Prete prete
            ? File(new MoteurMaison().Composer(prete.Acte, choisi.Charte).Octets, "application/pdf", $"{choisi.NomDeFichier}-exemple.pdf")
            : NotFound();
    }
}
