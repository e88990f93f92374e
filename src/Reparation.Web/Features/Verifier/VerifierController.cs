using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Sceaux;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Verifier;

/// <summary>
/// Vérifie un document reçu. Ouvert à tous, sans compte : le fichier est lu en mémoire, jamais écrit, et oublié avec la réponse.
/// </summary>
[AllowAnonymous]
[Route("verifier")]
public sealed class VerifierController(SceauDeLInstallation sceau, FreinDesVerifications frein) : Controller
{
    private const long TailleMaximale = 40L * 1024 * 1024;

    // L'enveloppe du formulaire : limites, jeton, en-têtes.
    private const long TailleDeLEnvoi = TailleMaximale + (64 * 1024);

    /// <summary>La clé de l'installation, et le résultat s'il y en a un.</summary>
    public sealed record Page(ClePublique Cle, Verification? Verification, string? Refus)
    {
        public static long MegaOctetsAuPlus => TailleMaximale / 1024 / 1024;
    }

    [HttpGet("")]
    public IActionResult Index() => Montrer();

    // Le seuil de mémoire égale la limite : aucun fichier temporaire n'est écrit, même pour un document long.
    [HttpPost(""), ValidateAntiForgeryToken]
    [RequestSizeLimit(TailleDeLEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = TailleDeLEnvoi, MemoryBufferThreshold = (int)TailleDeLEnvoi, ValueCountLimit = 8)]
    public async Task<IActionResult> Examiner(IFormFile? fichier, CancellationToken annulation)
    {
        if (!frein.Essayer(HttpContext))
        {
            return Refuser(StatusCodes.Status429TooManyRequests, "Trop de fichiers ont été envoyés d’ici en peu de temps. Attendez dix minutes, ou employez la commande « reparation verifier ».");
        }

        if (fichier is null || fichier.Length == 0)
        {
            return Refuser(StatusCodes.Status400BadRequest, "Aucun fichier n’a été reçu, ou il est vide. Choisissez le PDF tel qu’il vous a été remis.");
        }

        if (fichier.Length > TailleMaximale)
        {
            return Refuser(StatusCodes.Status413PayloadTooLarge, $"Ce fichier dépasse {Page.MegaOctetsAuPlus}\u00A0Mo. Employez la commande « reparation verifier », qui lit les plus gros.");
        }

        using var place = await frein.AttendreAsync(annulation);
        if (!place.IsAcquired)
        {
            return Refuser(StatusCodes.Status503ServiceUnavailable, "Plusieurs vérifications sont en cours. Renvoyez le fichier dans une minute.");
        }

        await using var flux = fichier.OpenReadStream();
        return Montrer(Verification.Examiner(flux, sceau.Connues));
    }

    [HttpGet("cle.pem")]
    public IActionResult Cle() => File(Encoding.ASCII.GetBytes(sceau.Cle.Publique.Pem), "application/x-pem-file", "cle-de-sceau.pem");

    private ViewResult Montrer(Verification? verification = null) => View(nameof(Index), new Page(sceau.Cle.Publique, verification, null));

    private ViewResult Refuser(int etat, string message)
    {
        Response.StatusCode = etat;
        return View(nameof(Index), new Page(sceau.Cle.Publique, null, message));
    }
}
