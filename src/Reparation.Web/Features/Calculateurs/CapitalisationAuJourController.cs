using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Features.Calculateurs;

/// <summary>
/// Capitalisation au jour près. Une date de naissance désigne une personne : elle est envoyée dans le corps de la requête,
/// jamais dans l'adresse, qui reste dans l'historique du navigateur. Rien n'est gardé.
/// </summary>
[Route("calculateurs/capitalisation-au-jour")]
public sealed class CapitalisationAuJourController(Editions editions) : Controller
{
    /// <summary>Ce qu'il faut pour le prix et le capital.</summary>
    public sealed record SaisieAuJour
    {
        [Longueur(Longueurs.Identifiant)]
        public string Bareme { get; init; } = "gp-2025";

        public Sexe Sexe { get; init; }

        public DateOnly? Naissance { get; init; }

        public DateOnly? Decision { get; init; }

        [Bornes("-5", "10")]
        public decimal? Taux { get; init; }

        public bool Mensuel { get; init; }

        /// <summary>La somme annuelle et ses bornes, comme dans un dossier.</summary>
        public Rente Rente { get; init; } = new();
    }

    /// <param name="Baremes">Barèmes qu'on peut choisir.</param>
    /// <param name="Saisie">Ce qui a été tapé.</param>
    /// <param name="Evaluation">Rien tant qu'il manque une réponse.</param>
    /// <param name="Prix">Prix de l'avenir ; rien si tout est échu à la décision.</param>
    public sealed record Page(IReadOnlyList<EditionCapitalisation> Baremes, SaisieAuJour Saisie, Evaluation? Evaluation, PrixDeRente? Prix);

    [HttpGet("")]
    public IActionResult Index() => View("CapitalisationAuJour", new Page(Baremes, new(), null, null));

    [HttpPost(""), ValidateAntiForgeryToken]
    public IActionResult Calculer()
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var saisie = Calculette.Lire(Request, ModelState, new SaisieAuJour(), out _);
        if (editions.TrouverCapitalisation(saisie.Bareme) is not { } bareme)
        {
            ModelState.TryAddModelError("Saisie.Bareme", Partage.Messages.Choix);
            return Montrer(saisie);
        }

        Exiger(saisie.Naissance, "Saisie.Naissance", "L’âge exact se compte depuis la naissance. Donnez cette date.");
        Exiger(saisie.Decision, "Saisie.Decision", "L’avenir commence le jour de la décision. Donnez cette date, même prévue.");
        return ModelState.IsValid && saisie is { Naissance: { } naissance, Decision: { } decision }
            ? Evaluer(saisie, bareme, naissance, decision)
            : Montrer(saisie);
    }

    private IReadOnlyList<EditionCapitalisation> Baremes => [.. editions.Capitalisation.Where(e => !e.ComparaisonSeulement)];

    private ViewResult Evaluer(SaisieAuJour saisie, EditionCapitalisation bareme, DateOnly naissance, DateOnly decision)
    {
        var rente = saisie.Rente with
        {
            Libelle = "rente",
            Du = saisie.Rente is { Du: null, DesLAge: null } ? decision : saisie.Rente.Du,
        };
        var evaluation = Calculette.Evaluer(
            editions,
            "Capital",
            new()
            {
                DateDeDecision = decision,
                Consolidation = decision,
                Bareme = bareme.Id,
                Taux = saisie.Taux,
                PaiementMensuel = saisie.Mensuel,
            },
            new() { Code = "DSF", Rentes = [rente] },
            new() { DateDeNaissance = naissance, Sexe = saisie.Sexe });
        return evaluation is Evaluation.Chiffree ? Montrer(saisie, evaluation, Coter()) : Montrer(saisie, evaluation);

        PrixDeRente? Coter()
        {
            var fin = rente.Au?.AddDays(1) ?? Anniversaire(rente.JusquALAge);
            return fin <= decision ? null : PrixDeRente.Calculer(new(bareme, saisie.Sexe, naissance, decision)
            {
                Debut = rente.Du ?? Anniversaire(rente.DesLAge),
                Fin = fin,
                Taux = saisie.Taux,
                Croissance = rente.Croissance ?? 0,
                Paiements = saisie.Mensuel ? MomentDesPaiements.Mensuel : MomentDesPaiements.Annuel,
            });
        }

        DateOnly? Anniversaire(int? age) => age is { } ans ? Ages.Anniversaire(naissance, ans) : null;
    }

    private void Exiger(DateOnly? date, string nom, string message)
    {
        if (date is null && ModelState[nom] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nom, message);
        }
    }

    private ViewResult Montrer(SaisieAuJour saisie, Evaluation? evaluation = null, PrixDeRente? prix = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("CapitalisationAuJour", new Page(Baremes, saisie, evaluation, prix));
    }
}
