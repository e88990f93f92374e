using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Chiffrage;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Calculateurs;

/// <summary>Dépenses passées, sans dossier : aide humaine, trajets, revalorisation. Rien n'est gardé.</summary>
[Route("calculateurs")]
public sealed class FraisController(Editions editions, TimeProvider horloge) : Controller
{
    private const string FraisDivers = "FD";

    /// <summary>Une somme d'hier en euros d'aujourd'hui.</summary>
    public sealed record SaisieActualisation
    {
        public Montant? Somme { get; init; }

        public DateOnly? ValeurAu { get; init; }

        public DateOnly? DecisionLe { get; init; }
    }

    /// <param name="Saisie">Ce qui a été tapé.</param>
    /// <param name="Evaluation">Rien tant qu'il manque une réponse.</param>
    public sealed record Page<T>(T Saisie, Evaluation? Evaluation);

    /// <summary>La page, et l'indice qu'elle suit.</summary>
    public sealed record PageActualisation(SaisieActualisation Saisie, Evaluation? Evaluation, SerieDatee? Indice);

    [HttpGet("aide-humaine")]
    public IActionResult Aide()
    {
        var saisie = Calculette.Lire(Request, ModelState, new AideHumaine(), out _);
        ViewData["Smic"] = Smic.Dire(editions, Horloges.Aujourdhui(horloge));
        var complete = ModelState.IsValid && saisie is { Du: not null, Au: not null, HeuresParSemaine: > 0, TauxHoraire.Euros: > 0 };
        return View(new Page<AideHumaine>(
            saisie, complete ? Evaluer("Aide humaine", new(), new() { Code = FraisDivers, Aides = [saisie] }) : null));
    }

    [HttpGet("trajets")]
    public IActionResult Trajet()
    {
        var saisie = Calculette.Lire(Request, ModelState, new Deplacement(), out _);
        var complete = ModelState.IsValid && (saisie.Kilometres > 0 || saisie.FraisParTrajet.Euros > 0 || saisie.TarifAuKilometre > 0);
        return View(new Page<Deplacement>(
            saisie, complete ? Evaluer("Trajets", new(), new() { Code = FraisDivers, Deplacements = [saisie] }) : null));
    }

    [HttpGet("actualisation")]
    public IActionResult Actualiser()
    {
        var saisie = Calculette.Lire(Request, ModelState, new SaisieActualisation(), out _);
        var indice = editions.TrouverSerie(Actualisation.Indice);
        if (saisie is { ValeurAu: { } valeur, DecisionLe: { } decision })
        {
            Controler(valeur, decision, indice);
        }

        return View("Actualisation", new PageActualisation(saisie, ModelState.IsValid ? Revaloriser(saisie) : null, indice));
    }

    private void Controler(DateOnly valeur, DateOnly decision, SerieDatee? indice)
    {
        if (decision <= valeur)
        {
            ModelState.AddModelError(
                "Saisie.DecisionLe",
                $"La décision du {Francais.Date(decision)} ne suit pas le jour de valeur, le {Francais.Date(valeur)}\u00A0: il n’y a rien à revaloriser. Corrigez l’une des deux dates.");
        }
        else if (valeur < indice?.PremiereDate)
        {
            ModelState.AddModelError(
                "Saisie.ValeurAu",
                $"L’indice livré commence le {Francais.Date(indice.PremiereDate)}\u00A0: une somme plus ancienne se revalorise à la main, depuis la série de l’INSEE.");
        }
        else if (indice?.Perimee(valeur) is true)
        {
            ModelState.AddModelError(
                "Saisie.ValeurAu",
                $"L’indice livré s’arrête au {Francais.Date(indice.DerniereDate)}\u00A0: il ne dit rien de ce jour-là. Ajoutez une série plus récente au dossier d’éditions, ou calculez à la main.");
        }
    }

    private Evaluation? Revaloriser(SaisieActualisation saisie) =>
        saisie is { Somme: { } somme, ValeurAu: { } valeur, DecisionLe: { } decision }
            ? Evaluer(
                "Somme en euros du jour de la décision",
                new() { Actualiser = true, DateDeDecision = decision },
                new() { Code = FraisDivers, Depenses = [new() { Libelle = "somme", Date = valeur, PrixUnitaire = somme }] })
            : null;

    private Evaluation Evaluer(string titre, Domain.Dossiers.Chiffrage chiffrage, SaisiePoste saisie) =>
        Calculette.Evaluer(editions, titre, chiffrage, saisie);
}
