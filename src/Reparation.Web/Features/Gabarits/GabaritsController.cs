using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Documents.Cabinet;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Gabarits;

/// <summary>Quels modèles viennent du cabinet, ce qui y est fautif, ce que chacun donne d'un dossier fictif, et ce qu'un auteur peut y écrire.</summary>
[Route("modeles")]
public sealed class GabaritsController(ModelesDuCabinet modeles, TimeProvider horloge) : Controller
{
    /// <param name="EnService">Modèles lus au démarrage : ceux que les actes emploient.</param>
    /// <param name="Relus">Le dossier du cabinet tel qu'il est à présent ; rien si on ne l'a pas demandé.</param>
    /// <param name="Refus">Pourquoi il ne se relit pas.</param>
    /// <param name="Exemple">Dossier fictif choisi pour l'essai.</param>
    public sealed record Page(ModelesDuCabinet EnService, ModelesDuCabinet? Relus, string? Refus, string Exemple)
    {
        /// <summary>Ceux que la page montre.</summary>
        public ModelesDuCabinet Montres => Relus ?? EnService;

        /// <summary>Suite des adresses d'essai : le même dossier fictif, les mêmes fichiers.</summary>
        public string Suite => $"?exemple={Exemple}{(Relus is null ? "" : "&maintenant=true")}";
    }

    /// <summary>Un essai qui n'aboutit pas, et pourquoi.</summary>
    public sealed record Essai(string Titre, string Exemple, IReadOnlyList<string> Raisons);

    [HttpGet("")]
    public IActionResult Index(string? exemple, bool maintenant)
    {
        var (lus, refus) = Lire(maintenant);
        return View(new Page(modeles, maintenant ? lus : null, refus, Choisir(exemple)));
    }

    /// <summary>Ce qu'un auteur de modèle peut écrire.</summary>
    [HttpGet("champs")]
    public IActionResult Champs() => View();

    /// <summary>Le modèle rédigé sur un dossier fictif, en PDF ; ou ce qui l'empêche.</summary>
    [HttpGet("apercu/{*modele}")]
    public IActionResult Apercu(string modele, string? exemple, bool maintenant)
    {
        var nom = Choisir(exemple);
        if (Lire(maintenant).Lus?.Modeles.Trouver(modele) is not { } choisi || ModelesDuCabinet.LireLExemple(nom) is not { } dossier)
        {
            return NotFound();
        }

        try
        {
            return Composer(choisi, dossier) switch
            {
                Composition.Prete prete => File(
                    new MoteurMaison().Composer(prete.Acte, choisi.Charte).Octets, "application/pdf", $"{choisi.NomDeFichier}-exemple.pdf"),
                Composition.Incomplete incomplete => View("Essai", new Essai(choisi.Titre, nom, [.. incomplete.Manques.Select(m => m.Message)])),
                _ => throw new InvalidOperationException(),
            };
        }
        catch (Exception refus) when (refus is ModeleException or RenduException)
        {
            return View("Essai", new Essai(choisi.Titre, nom, [refus.Message]));
        }
    }

    private Composition Composer(Modele modele, Dossier dossier) =>
        Redaction.Composer(modele, dossier, Chiffreur.Evaluer(dossier, Editions.Embarquees), Horloges.Aujourdhui(horloge));

    private (ModelesDuCabinet? Lus, string? Refus) Lire(bool maintenant)
    {
        try
        {
            return (maintenant ? modeles.Relire() : modeles, null);
        }
        catch (InvalidDataException refus)
        {
            return (null, refus.Message);
        }
    }

    private static string Choisir(string? exemple) =>
        ModelesDuCabinet.Exemples.FirstOrDefault(e => e == exemple) ?? ModelesDuCabinet.Exemples[0];
}
