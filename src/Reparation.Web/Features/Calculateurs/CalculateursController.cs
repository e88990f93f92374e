using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Features.Calculateurs;

/// <summary>Capitalisation en âges entiers, DFT et DFP, sans dossier. Rien n'est gardé ; l'adresse porte des âges et des taux, jamais une personne.</summary>
[Route("calculateurs")]
public sealed class CalculateursController(Editions editions) : Controller
{
    /// <summary>Ce qu'il faut pour le prix d'une rente.</summary>
    public sealed record SaisieRente
    {
        [Longueur(Longueurs.Identifiant)]
        public string Bareme { get; init; } = "gp-2025";

        public Sexe Sexe { get; init; }

        [Bornes("0", "100")]
        public int? Age { get; init; }

        [Bornes("0", "100")]
        public int? DesLAge { get; init; }

        [Bornes("1", "104")]
        public int? JusquALAge { get; init; }

        [Bornes("-5", "10")]
        public decimal? Taux { get; init; }

        public Montant? ParAn { get; init; }
    }

    public sealed record SaisieDft
    {
        public DateOnly? Du { get; init; }

        public DateOnly? Au { get; init; }

        [Bornes("1", "100")]
        public decimal? Taux { get; init; }

        public Montant? ParJour { get; init; }
    }

    public sealed record SaisieDfp
    {
        [Longueur(Longueurs.Identifiant)]
        public string Referentiel { get; init; } = "mornet-2025";

        [Bornes("0", "120")]
        public int? Age { get; init; }

        [Bornes("1", "100")]
        public int? Taux { get; init; }
    }

    public sealed record PageRente(IReadOnlyList<EditionCapitalisation> Baremes, SaisieRente Saisie, PrixDeRente? Prix)
    {
        public Montant? Capital => Prix is { } prix && Saisie.ParAn is { } parAn ? Montant.Arrondir(prix.Coefficient * parAn.Euros) : null;
    }

    public sealed record PageDft(SaisieDft Saisie, int? Jours)
    {
        public Montant? Total => Jours is { } jours && Saisie is { Taux: { } taux, ParJour: { } parJour }
            ? Montant.Arrondir(jours * taux / 100m * parJour.Euros)
            : null;
    }

    public sealed record PageDfp(IReadOnlyList<EditionIndemnisation> Referentiels, SaisieDfp Saisie, EditionIndemnisation? Edition, CaseDfp? Case, IReadOnlyList<CaseDfp> Voisines);

    [HttpGet("")]
    public IActionResult Index() => View();

    [HttpGet("capitalisation")]
    public IActionResult Capitalisation()
    {
        var saisie = Lire(new SaisieRente());
        var edition = editions.TrouverCapitalisation(saisie.Bareme);
        if (!ModelState.IsValid || edition is null || saisie.Age is not { } age)
        {
            return View(new PageRente(editions.Capitalisation, saisie, null));
        }

        if (!edition.Couvre(saisie.Sexe))
        {
            ModelState.AddModelError("Saisie.Sexe", "Ce barème n’a pas de table pour ce choix. Prenez une autre table, ou un autre barème.");
            return View(new PageRente(editions.Capitalisation, saisie, null));
        }

        if (saisie.Taux is { } taux && !edition.TauxLibre && !edition.Taux.Contains(taux))
        {
            ModelState.AddModelError(
                "Saisie.Taux", $"Ce barème n’a pas ce taux. Taux admis : {Francais.Liste([.. edition.Taux.Select(Francais.Pourcent)])}.");
            return View(new PageRente(editions.Capitalisation, saisie, null));
        }

        try
        {
            var prix = PrixDeRente.Calculer(edition, saisie.Sexe, age, saisie.DesLAge, saisie.JusquALAge, saisie.Taux);
            return View(new PageRente(editions.Capitalisation, saisie, prix));
        }
        catch (ArgumentOutOfRangeException)
        {
            ModelState.AddModelError(
                "Saisie.JusquALAge", "La rente finirait avant de commencer, ou sortirait de la table. Vérifiez les trois âges.");
            return View(new PageRente(editions.Capitalisation, saisie, null));
        }
    }

    [HttpGet("deficit-temporaire")]
    public IActionResult Dft()
    {
        var saisie = Lire(new SaisieDft());
        return View(new PageDft(
            saisie, ModelState.IsValid && saisie is { Du: { } du, Au: { } au } ? Ages.Jours(du, au) : null));
    }

    [HttpGet("deficit-permanent")]
    public IActionResult Dfp()
    {
        var saisie = Lire(new SaisieDfp());
        var edition = editions.TrouverIndemnisation(saisie.Referentiel);
        return ModelState.IsValid && edition?.GrilleDfp is { } grille && saisie is { Age: { } age, Taux: { } taux }
            ? View(new PageDfp(editions.Indemnisation, saisie, edition, grille.Trouver(age, taux), grille.Voisines(age, taux)))
            : View(new PageDfp(editions.Indemnisation, saisie, edition, null, []));
    }

    private T Lire<T>(T depart)
        where T : class => Calculette.Lire(Request, ModelState, depart, out _);
}
