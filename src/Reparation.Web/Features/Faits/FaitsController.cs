using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Faits;

/// <summary>Les faits, et sous chacun les qualifications à chercher. L'application propose ; l'avocat vise.</summary>
[Route("dossiers/{id:guid}/faits")]
[Rubrique(Section.Faits)]
public sealed class FaitsController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    private const string Viser = "viser:";
    private const string Retirer = "ne-plus-viser:";

    protected override string Rubrique => "faits";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, annulation: annulation);

    /// <summary>Enregistre la page ; un bouton « viser » ajoute d'un même geste la qualification au fait, sans rien perdre de la saisie.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation)
    {
        if (!Request.HasFormContentType)
        {
            return Task.FromResult<IActionResult>(BadRequest());
        }

        var action = Request.Form["action"].ToString();
        var fait = Geste(action).Fait;
        Retour = fait.Length > 0 ? $"/dossiers/{id}/faits#qualifications-{Uri.EscapeDataString(fait)}" : null;
        return Recevoir(
            id,
            "Faits",
            "Dossier",
            typeof(Dossier),
            (lecteur, depart, arbre) => Poser(lecteur.Lire(depart, arbre.Membre("Dossier") ?? new(), "Dossier"), action),
            chemin => Chemins.Champ("Dossier", chemin),
            null,
            annulation);
    }

    // « viser:f1/viol_15 » : le fait, puis l'infraction.
    private static (string Fait, string Infraction) Geste(string action)
    {
        var prefixe = new[] { Viser, Retirer }.FirstOrDefault(p => action.StartsWith(p, StringComparison.Ordinal));
        var morceaux = prefixe is null ? [] : action[prefixe.Length..].Split('/');
        return morceaux.Length == 2 && Catalogue.Trouver(morceaux[1]) is not null ? (morceaux[0], morceaux[1]) : ("", "");
    }

    private static Dossier Poser(Dossier dossier, string action)
    {
        var (fait, infraction) = Geste(action);
        return dossier with
        {
            Faits = [.. dossier.Faits.Select(f => f.Id != fait ? f : f with
            {
                Qualifications = action.StartsWith(Retirer, StringComparison.Ordinal)
                    ? [.. f.Qualifications.Where(q => q != infraction)]
                    : [.. f.Qualifications.Append(infraction).Distinct()],
            })],
        };
    }
}
