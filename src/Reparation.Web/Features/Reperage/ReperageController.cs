using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Reperage;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Reperage;

/// <summary>Aide de la première écoute : des signes cochés aux devoirs, aux mots, et à un dossier sans nom. Rien n'est gardé avant l'ouverture.</summary>
[Route("reperage")]
public sealed class ReperageController(Archives archives, TimeProvider horloge) : Controller
{
    /// <summary>Les signes, et la suite à donner une fois la page envoyée.</summary>
    public sealed record Page(AideAuReperage Aide, ReponsesAuReperage Reponses, SuiteDuReperage? Suite);

    private DateTimeOffset Maintenant => Horloges.AParis(horloge.GetUtcNow());

    [HttpGet("")]
    public IActionResult Index() => View(new Page(AideAuReperage.Embarquee, new([], Reponse.Inconnu, []), null));

    /// <summary>Conseille d'après les signes. Par envoi, non par adresse : rien de coché ne reste dans un historique.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public IActionResult Conseiller()
    {
        var reponses = Lire();
        return View(nameof(Index), new Page(AideAuReperage.Embarquee, reponses, AideAuReperage.Embarquee.Conseiller(reponses, Reference())));
    }

    /// <summary>Ouvre un dossier sans nom, avec les formes reconnues.</summary>
    [Rubrique(Section.Ouverture)]
    [HttpPost("dossier"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Ouvrir(CancellationToken annulation)
    {
        var brouillon = AideAuReperage.Embarquee.Conseiller(Lire(), Reference()).Brouillon;
        var id = await archives.CreerAsync(brouillon, "Ouverture depuis le repérage", annulation);
        TempData[DossierController.Confirmation] = "Dossier ouvert, sans nom. Datez le fait et répondez à ce que l’on sait : les qualifications, les voies et les étapes en découlent.";
        return Redirect($"/dossiers/{id}/faits");
    }

    // Une valeur qui n'est pas de la page est ignorée : rien n'est enregistré, rien ne se perd.
    private ReponsesAuReperage Lire()
    {
        if (!Request.HasFormContentType)
        {
            return new([], Reponse.Inconnu, []);
        }

        var connus = AideAuReperage.Embarquee.Signes.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. Request.Form["signes"].OfType<string>().Where(connus.Contains).Distinct()],
            Une<Reponse>(Request.Form["danger"].ToString()) ?? Reponse.Inconnu,
            [.. Request.Form["techniques"].Select(Une<Technique>).OfType<Technique>().Distinct()]);
    }

    private static T? Une<T>(string? texte)
        where T : struct, Enum =>
        Enum.TryParse<T>(texte, out var valeur) && Enum.IsDefined(valeur) ? valeur : null;

    private string Reference() => string.Create(CultureInfo.InvariantCulture, $"REP-{Maintenant:yyyyMMdd-HHmmss}");
}
