using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Fusion;

/// <summary>
/// Réunit deux enregistrements partis de la même version, selon les choix faits champ par champ. Qui écrit quelque part écrit le
/// plan ; ce que la personne ne change pas ne passe pas par cette page.
/// </summary>
[Route("dossiers/{id:guid}/fusion")]
[Rubrique(Section.Plan)]
[RequestFormLimits(ValueLengthLimit = DossierJson.TailleMaximale, ValueCountLimit = 5_000, KeyLengthLimit = 4_096)]
public sealed class FusionController(Archives archives, AccesCourant acces, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "";

    // La saisie gardée est celle de la page d'où l'on vient.
    protected override string PageGardee => Request.Form["retour"].ToString();

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Reunir(
        Guid id, int depart, int actuel, string mien, string raison, string retour, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, depart, annulation) is not { } avant
            || await Archives.OuvrirVersionAsync(id, actuel, annulation) is not { } apres
            || acces.Droits is not { } droits
            || PartiesDuDossier.Lire(mien ?? "", apres.Dossier, droits, editions) is not Lecture.Reussie { Dossier: var envoye })
        {
            return NotFound();
        }

        avant = avant with { Dossier = PartiesDuDossier.Limiter(apres.Dossier, avant.Dossier, droits) };
        var page = new PageConflit(id, apres.Version, apres.Dossier, Rubrique, Aujourdhui)
        {
            Depart = avant,
            Actuel = apres,
            Mien = envoye,
            Raison = raison,
            Retour = retour,
        };
        foreach (var (ecart, rang) in page.Ecarts.Select((e, i) => (e, i)))
        {
            var choix = Request.Form[PageConflit.Champ(rang)].ToString();
            page.Choix[ecart.Chemin] = choix;
            if (choix is not ("mien" or "actuel"))
            {
                ModelState.AddModelError(
                    PageConflit.Champ(rang), $"{Chemins.EnClair(ecart.Chemin)} : choisissez la réponse à garder, les deux ont changé.");
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Conflit", page);
        }

        var reunion = Fusionneur.Fusionner(avant.Dossier, apres.Dossier, envoye, editions, e => page.Choix[e.Chemin] == "mien");
        if (reunion is Lecture.Refusee refus)
        {
            foreach (var anomalie in refus.Anomalies)
            {
                ModelState.AddModelError("", $"{Chemins.EnClair(anomalie.Chemin)} : {anomalie.Message}");
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Conflit", page);
        }

        raison = raison is { Length: > Longueurs.Ligne } ? raison[..Longueurs.Ligne] : raison ?? "";
        var reponse = await Enregistrer(id, actuel, ((Lecture.Reussie)reunion).Dossier, raison + ", réunie", annulation);
        if (reponse is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return reponse switch
        {
            RedirectResult => Redirect(Url.IsLocalUrl(retour) ? retour : $"/dossiers/{id}"),
            null => View("Conflit", page),
            _ => reponse,
        };
    }
}
