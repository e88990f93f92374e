using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Features.Calculateurs;

/// <summary>Compte d'intérêts au taux légal, sans dossier : l'adresse porte des sommes et des dates, jamais une personne.</summary>
[Route("calculateurs/interets")]
public sealed class InteretsController(Editions editions) : Controller
{
    /// <summary>Ce qu'il faut pour le compte.</summary>
    public sealed record SaisieInterets
    {
        [Longueur(Longueurs.Identifiant)]
        public string Serie { get; init; } = InteretLegal.Particuliers;

        public Montant? Principal { get; init; }

        public DateOnly? Du { get; init; }

        public DateOnly? Au { get; init; }

        public DateOnly? ExecutoireLe { get; init; }

        public DateOnly? CapitalisationDepuis { get; init; }

        public IReadOnlyList<SaisiePaiement> Paiements { get; init; } = [];
    }

    /// <summary>Un paiement reçu ; sans libellé, l'adresse n'ayant à nommer personne.</summary>
    public sealed record SaisiePaiement
    {
        public DateOnly? Le { get; init; }

        public Montant Montant { get; init; }
    }

    /// <param name="Series">Séries de taux qu'on peut suivre.</param>
    /// <param name="Saisie">Ce qui a été tapé.</param>
    /// <param name="Compte">Rien tant qu'il manque une réponse.</param>
    public sealed record Page(IReadOnlyList<SerieDatee> Series, SaisieInterets Saisie, DecompteDInterets? Compte);

    [HttpGet("")]
    public IActionResult Index()
    {
        var saisie = Calculette.Lire(Request, ModelState, new SaisieInterets(), out var arrange);
        var series = editions.Series.Where(s => s is { Unite: UniteDeSerie.Pourcent, Majoration: not null }).ToList();
        if (!arrange)
        {
            ExigerLaDateDesPaiements(saisie);
        }

        return View("Interets", new Page(series, saisie, arrange || !ModelState.IsValid ? null : Compter(series, saisie)));
    }

    private static DecompteDInterets? Compter(List<SerieDatee> series, SaisieInterets saisie) =>
        saisie is { Principal: { } principal, Du: { } du, Au: { } au } && series.Find(s => s.Id == saisie.Serie) is { } serie
            ? InteretLegal.Decompter(
                new(principal, du, au)
                {
                    ExecutoireLe = saisie.ExecutoireLe,
                    CapitalisationDepuis = saisie.CapitalisationDepuis,
                    Paiements = [.. saisie.Paiements.Select(p => new PaiementRecu(p.Le!.Value, p.Montant))],
                },
                serie)
            : null;

    private void ExigerLaDateDesPaiements(SaisieInterets saisie)
    {
        for (var rang = 0; rang < saisie.Paiements.Count; rang++)
        {
            var nom = $"Saisie.Paiements[{rang}].Le";
            if (saisie.Paiements[rang].Le is null && ModelState[nom] is not { Errors.Count: > 0 })
            {
                ModelState.AddModelError(nom, "Ce paiement n’a pas de date\u00A0: elle dit jusqu’à quand les intérêts ont couru. Donnez-la, ou retirez la ligne.");
            }
        }
    }
}
