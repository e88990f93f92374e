using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Emissions;

/// <summary>Les actes émis : figés, scellés, comparés au dossier du jour, et leurs remises.</summary>
[Route("dossiers/{id:guid}/emissions")]
[Rubrique(Section.Actes)]
public sealed class EmissionsController(
    Archives archives, Data.Emissions emissions, Editions editions, Modeles modeles, SceauDeLInstallation sceau, TimeProvider horloge)
    : DossierController(archives, horloge)
{
    // L'avis voyage dans un témoin : il reste court.
    private const int ManquesDits = 4;

    protected override string Rubrique => "actes";

    public sealed record Page(PageDossier De, IReadOnlyList<Emission> Emissions) : PageNommee(De)
    {
        public override string Vue => "Index";
    }

    /// <summary>Un acte émis, et ce qui a bougé depuis.</summary>
    /// <param name="Depuis">Comparaison ; rien si le modèle n'existe plus ou si le dossier ne permet plus l'acte.</param>
    public sealed record PageEmission(PageDossier De, Emission Emission, Comparaison? Depuis, SaisieDEnvoi Saisie) : PageNommee(De)
    {
        public override string Vue => "Une";
    }

    /// <summary>Ce qui distingue l'acte émis de celui que le dossier donnerait à présent.</summary>
    /// <param name="ModeleChange">Vrai si le modèle a été réécrit depuis.</param>
    public sealed record Comparaison(bool ModeleChange, IReadOnlyList<SectionChangee> Sections, IReadOnlyList<SommeQuiABouge> Sommes)
    {
        public bool Identique => Sections.Count == 0 && Sommes.Count == 0;
    }

    /// <summary>Section dont le texte diffère, ligne à ligne.</summary>
    public sealed record SectionChangee(string Titre, IReadOnlyList<Difference> Differences);

    /// <summary>Somme qui a changé ; rien d'un côté quand le poste n'y était pas demandé.</summary>
    public sealed record SommeQuiABouge(string Nom, Montant? Emise, Montant? Actuelle);

    /// <summary>Une remise telle qu'on la tape.</summary>
    public sealed record SaisieDEnvoi(string? A, string? Le, string? Canal, string? Accuse);

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken annulation)
    {
        var emis = await emissions.ListerAsync(id, annulation);
        return await Montrer(id, p => new Page(p, emis), annulation);
    }

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Emettre(Guid id, string? modele, int version, CancellationToken annulation)
    {
        if (await Archives.OuvrirAsync(id, annulation) is not { } ouvert || modeles.Trouver(modele ?? "") is not { } choisi)
        {
            return NotFound();
        }

        if (ouvert.Version != version)
        {
            return Refuser(id, $"{choisi.Titre}\u00A0: le dossier a changé depuis que cette page est ouverte. Relisez l’acte, puis émettez-le.");
        }

        var bilan = Chiffreur.Evaluer(ouvert.Dossier, editions);
        var composition = Redaction.Composer(choisi, ouvert.Dossier, bilan, Aujourdhui, projet: false, editions);
        if (composition is not Composition.Prete prete)
        {
            var manques = ((Composition.Incomplete)composition).Manques;
            return Refuser(id, $"{choisi.Titre}\u00A0: l’acte ne peut pas être émis. {string.Join(' ', manques.Take(ManquesDits).Select(m => m.Message))}");
        }

        try
        {
            var rendu = new MoteurMaison().Composer(Sceau.Reserver(prete.Acte), choisi.Charte);
            var octets = Sceau.Apposer(rendu, FicheDuSceau.De(choisi, ouvert.Dossier, Aujourdhui, bilan), sceau.Cle, prete.Acte.Jointes);
            var fiche = new FicheDEmission(
                choisi.Id, choisi.Titre, choisi.Empreinte, Aujourdhui, Convert.ToHexStringLower(SHA256.HashData(octets)),
                $"{Redaction.NomDeFichier(choisi, ouvert.Dossier, projet: false)}-{Aujourdhui.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.pdf",
                rendu.Pages, sceau.Cle.Publique.Identifiant, [.. bilan.Editions.Select(e => e.Intitule)],
                Sections(prete), Sommes(bilan));
            var emission = await emissions.EmettreAsync(id, version, fiche, octets, annulation);
            TempData[Confirmation] = "Acte émis et scellé. Il ne changera plus.";
            return Redirect($"/dossiers/{id}/emissions/{emission}");
        }
        catch (RenduException refus)
        {
            return Refuser(id, $"{choisi.Titre}\u00A0: {refus.Message}");
        }
    }

    [HttpGet("{emission:guid}")]
    public Task<IActionResult> Une(Guid id, Guid emission, CancellationToken annulation) =>
        Montrer(id, emission, new(null, Francais.DateCourte(Aujourdhui), null, null), annulation);

    [HttpGet("{emission:guid}/acte.pdf")]
    public async Task<IActionResult> Telecharger(Guid id, Guid emission, CancellationToken annulation) =>
        await emissions.TrouverAsync(id, emission, annulation) is { } emise && await emissions.OctetsAsync(id, emission, annulation) is { } octets
            ? File(octets, "application/pdf", emise.Fiche.NomDeFichier)
            : NotFound();

    [HttpPost("{emission:guid}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Noter(Guid id, Guid emission, SaisieDEnvoi saisie, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(saisie);
        var a = Lire(nameof(saisie.A), saisie.A, "À qui l’acte a-t-il été remis\u202F? Écrivez la juridiction, le fonds de garantie, le confrère.");
        var canal = Lire(nameof(saisie.Canal), saisie.Canal, "Par quelle voie\u202F? Écrivez RPVA, PLEX, lettre recommandée, remise au greffe…");
        var accuse = Lire(nameof(saisie.Accuse), saisie.Accuse, null);
        if (!DateOnly.TryParseExact(saisie.Le?.Trim(), ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var le))
        {
            ModelState.AddModelError(nameof(saisie.Le), Messages.Date);
        }
        else if (le > Aujourdhui)
        {
            ModelState.AddModelError(nameof(saisie.Le), "Cette date est à venir. Notez une remise une fois qu’elle est faite.");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Montrer(id, emission, saisie, annulation);
        }

        if (!await emissions.NoterAsync(id, emission, new(a, le, canal, accuse), annulation))
        {
            return NotFound();
        }

        TempData[Confirmation] = "Remise notée.";
        return Redirect($"/dossiers/{id}/emissions/{emission}");
    }

    private string Lire(string champ, string? texte, string? requis)
    {
        var lu = texte?.Trim() ?? "";
        if (lu.Length == 0 && requis is not null)
        {
            ModelState.AddModelError(champ, requis);
        }
        else if (lu.Length > Envoi.LongueurMaximale)
        {
            ModelState.AddModelError(champ, $"Ce texte dépasse {Envoi.LongueurMaximale} caractères. Abrégez-le.");
        }

        return lu;
    }

    private async Task<IActionResult> Montrer(Guid id, Guid emission, SaisieDEnvoi saisie, CancellationToken annulation) =>
        await emissions.TrouverAsync(id, emission, annulation) is { } emise
            ? await Montrer(id, p => new PageEmission(p, emise, Comparer(emise.Fiche, p.Dossier), saisie), annulation)
            : NotFound();

    private RedirectResult Refuser(Guid id, string message)
    {
        TempData[Refus] = message;
        return Redirect($"/dossiers/{id}/actes");
    }

    // Au jour de l'émission : la date du jour, à elle seule, ferait paraître changé un acte qui ne l'est pas.
    private Comparaison? Comparer(FicheDEmission emise, Dossier dossier)
    {
        var bilan = Chiffreur.Evaluer(dossier, editions);
        if (modeles.Trouver(emise.Modele) is not { } modele
            || Redaction.Composer(modele, dossier, bilan, emise.Date, projet: false, editions) is not Composition.Prete prete)
        {
            return null;
        }

        var avant = emise.Sections.ToDictionary(s => s.Cle);
        var apres = Sections(prete);
        var changees = apres.Where(s => avant.GetValueOrDefault(s.Cle)?.Texte != s.Texte)
            .Select(s => new SectionChangee(s.Titre, Differences.Comparer(avant.GetValueOrDefault(s.Cle)?.Texte ?? "", s.Texte)))
            .Concat(emise.Sections.Where(s => apres.All(a => a.Cle != s.Cle)).Select(s => new SectionChangee(s.Titre, Differences.Comparer(s.Texte, ""))));
        var sommes = Sommes(bilan);
        var noms = sommes.Concat(emise.Sommes).Select(s => s.Nom).Distinct();
        return new(
            emise.VersionDuModele != modele.Empreinte,
            [.. changees.Where(c => c.Differences.Count > 0)],
            [.. noms.Select(n => new SommeQuiABouge(n, De(emise.Sommes, n), De(sommes, n))).Where(s => s.Emise != s.Actuelle)]);
    }

    private static Montant? De(IReadOnlyList<SommeNommee> sommes, string nom) => sommes.FirstOrDefault(s => s.Nom == nom)?.Montant;

    private static List<TexteDeSection> Sections(Composition.Prete prete) =>
        [.. SectionDActe.Couper(prete.Acte.Corps).Select(s => new TexteDeSection(s.Cle, s.Titre, s.Texte))];

    private static List<SommeNommee> Sommes(Bilan bilan) =>
    [
        .. bilan.Directs.Where(p => p.Evaluation is Evaluation.Chiffree).Select(p => new SommeNommee(p.Poste.Nom, p.Demande)),
        new("Total demandé", bilan.TotalDemande),
        new("Total des proches", bilan.TotalProches),
        new("Solde", bilan.Solde),
    ];
}
