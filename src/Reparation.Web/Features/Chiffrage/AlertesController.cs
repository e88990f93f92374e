using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Les alertes du chiffrage, et ce que l'avocat y répond : la raison reste au dossier, avec sa date.</summary>
[Route("dossiers/{id:guid}/chiffrage/alertes")]
[Rubrique(Section.Chiffrage)]
public sealed class AlertesController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    /// <summary>Toutes les alertes du dossier.</summary>
    public sealed record Page(PageDossier De, Editions Editions) : PageDeChiffrage(De, Editions)
    {
        public override string Vue => "Alertes";

        public override string Onglet => "alertes";
    }

    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p, editions), annulation);

    /// <summary>Répond à une alerte ; un motif vide retire la réponse.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Repondre(Guid id, CancellationToken annulation) => Recevoir(
            id,
            "Réponse à une alerte",
            "Reponse",
            typeof(ReponseAUneAlerte),
            (lecteur, depart, arbre) =>
            {
                var reponse = lecteur.Lire(new ReponseAUneAlerte(), arbre.Membre("Reponse") ?? new(), "Reponse") with { Le = Aujourdhui };
                Retour = Suite(id, Request.Form["retour"].ToString(), reponse);
                if (reponse.Regle.Length == 0)
                {
                    ModelState.AddModelError("", "La page envoyée ne dit pas à quelle alerte elle répond. Rouvrez les alertes et répondez de là.");
                }

                return Poser(depart, reponse);
            },
            _ => null,
            p => new Page(p, editions),
            annulation);

    private static Dossier Poser(Dossier dossier, ReponseAUneAlerte reponse)
    {
        var toutes = dossier.Chiffrage.Reponses
            .Where(r => (r.Regle, r.Poste, r.Proche) != (reponse.Regle, reponse.Poste, reponse.Proche)).ToList();
        if (reponse.Motif.Length > 0)
        {
            toutes.Add(reponse);
        }

        return dossier with { Chiffrage = dossier.Chiffrage with { Reponses = toutes } };
    }

    // Le retour se reconstruit de ce que l'application connaît : une adresse reçue du formulaire mènerait n'importe où.
    private static string Suite(Guid id, string retour, ReponseAUneAlerte reponse)
    {
        var racine = $"/dossiers/{id}/chiffrage";
        return retour switch
        {
            "poste" when Nomenclature.Trouver(reponse.Poste) is { } poste => reponse.Proche.Length == 0
                ? $"{racine}/{poste.Code}"
                : $"{racine}/proches/{Uri.EscapeDataString(reponse.Proche)}/{poste.Code}",
            "chiffrage" => racine,
            _ => racine + "/alertes",
        };
    }
}
