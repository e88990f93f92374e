using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Cabinet;
using Reparation.Domain.Plan;
using Reparation.Domain.Reperage;

namespace Reparation.Web.Features.Plan;

/// <summary>L'annuaire : numéros nationaux, genres de services, et ceux que le cabinet a ajoutés. Rien d'un dossier ici.</summary>
[Route("annuaire")]
public sealed class AnnuaireController(ModelesDuCabinet cabinet) : Controller
{
    /// <param name="Services">Ceux du cabinet d'abord.</param>
    /// <param name="Fautes">Lignes du fichier du cabinet qui ne servent pas.</param>
    /// <param name="DuCabinet">Vrai si un dossier du cabinet est donné.</param>
    public sealed record Page(IReadOnlyList<ServiceDAide> Services, IReadOnlyList<FauteDeModele> Fautes, bool DuCabinet)
    {
        public IReadOnlyList<Contact> Numeros => Contacts.Tous;
    }

    [HttpGet("")]
    public IActionResult Index() => View("Annuaire", new Page(
        cabinet.Annuaire.Services, [.. cabinet.Fautes.Where(f => f.Fichier == AnnuaireDuCabinet.Fichier)], cabinet.Dossier is not null));
}
