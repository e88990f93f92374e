using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Les offres reçues, chacune mise en face de la demande.</summary>
[Route("dossiers/{id:guid}/chiffrage/offres")]
[Rubrique(Section.Chiffrage)]
public sealed class OffresController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new PageOffres(p, editions), annulation);

    /// <summary>Ouvre une offre : une ligne par poste demandé l'attend déjà, sauf si elle est globale.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Ajouter(Guid id, CancellationToken annulation)
    {
        var offre = new OffreRecue();
        return Recevoir(
            id,
            "Offre reçue",
            "Offre",
            typeof(OffreRecue),
            (lecteur, depart, arbre) =>
            {
                offre = Preparer(depart, Lire(lecteur, new(), arbre));
                Retour = $"/dossiers/{id}/chiffrage/offres/{offre.Id}";
                return depart with { Chiffrage = depart.Chiffrage with { Offres = [.. depart.Chiffrage.Offres, offre] } };
            },
            _ => null,
            p => new PageOffres(p with { Dossier = Sans(p.Dossier, offre.Id) }, editions) { Offre = offre },
            annulation);
    }

    [HttpGet("{offre}")]
    public async Task<IActionResult> Montrer(Guid id, string offre, CancellationToken annulation) =>
        await ExisteAsync(id, offre, annulation) ? await Montrer(id, p => Page(p, offre), annulation) : NotFound();

    [HttpPost("{offre}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Enregistrer(Guid id, string offre, CancellationToken annulation) =>
        await ExisteAsync(id, offre, annulation)
            ? await Recevoir(
                id,
                "Offre reçue",
                "Offre",
                typeof(OffreRecue),
                (lecteur, depart, arbre) => Poser(depart, Lire(lecteur, Trouver(depart, offre) ?? new() { Id = offre }, arbre)),
                chemin => Champ(chemin),
                p => Page(p, offre),
                annulation)
            : NotFound();

    /// <summary>La comparaison que donnerait la saisie en cours ; rien n'est enregistré.</summary>
    [HttpPost("{offre}/apercu"), ValidateAntiForgeryToken, SuitLaFrappe]
    public async Task<IActionResult> Apercu(Guid id, string offre, int version, CancellationToken annulation)
    {
        if (await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart || Trouver(depart.Dossier, offre) is not { } enregistree)
        {
            return NotFound();
        }

        var arbre = Noeud.Lire(Request.Form);
        if (arbre.Membre("Offre") is { } rempli)
        {
            LecteurDeFormulaire.RetirerLesVierges(rempli, typeof(OffreRecue));
        }

        var lue = Lire(new(ModelState), enregistree, arbre);
        return PartialView("_Comparaison", Page(new(id, version, Poser(depart.Dossier, lue), Rubrique, Aujourdhui), offre));
    }

    [HttpPost("{offre}/retirer"), ValidateAntiForgeryToken]
    public Task<IActionResult> Retirer(Guid id, string offre, CancellationToken annulation)
    {
        Retour = $"/dossiers/{id}/chiffrage/offres";
        return Recevoir(
            id,
            "Offre retirée",
            "Offre",
            typeof(OffreRecue),
            (_, depart, _) => Sans(depart, offre),
            _ => null,
            p => new PageOffres(p, editions),
            annulation);
    }

    private OffreRecue Lire(LecteurDeFormulaire lecteur, OffreRecue depart, Noeud arbre)
    {
        var lue = lecteur.Lire(depart, arbre.Membre("Offre") ?? new(), "Offre");
        if (lue.Auteur.Length == 0)
        {
            ModelState.AddModelError("Offre.Auteur", "Dites qui fait cette offre : fonds de garantie, assureur. La liste des offres en dépend.");
        }

        return lue;
    }

    private OffreRecue Preparer(Dossier dossier, OffreRecue offre)
    {
        var pris = dossier.Chiffrage.Offres.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var rang = 1;
        while (pris.Contains(Nom(rang)))
        {
            rang++;
        }

        var bilan = Chiffreur.Evaluer(dossier, editions);
        IEnumerable<LigneDOffre> lignes = offre.Globale is not null
            ? []
            : bilan.Directs.Where(p => p.Evaluation is Evaluation.Chiffree).Select(p => new LigneDOffre { Code = p.Poste.Code })
                .Concat(bilan.Proches.SelectMany(x => x.Postes.Where(p => p.Evaluation is Evaluation.Chiffree)
                    .Select(p => new LigneDOffre { Code = p.Poste.Code, Proche = x.Proche.Id })));
        return offre with { Id = Nom(rang), Lignes = [.. lignes] };

        static string Nom(int rang) => "offre-" + rang.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<bool> ExisteAsync(Guid id, string offre, CancellationToken annulation) =>
        await Archives.OuvrirAsync(id, annulation) is { } ouvert && Trouver(ouvert.Dossier, offre) is not null;

    private PageOffre Page(PageDossier page, string offre) => new(page, editions, Trouver(page.Dossier, offre) ?? new() { Id = offre });

    private static OffreRecue? Trouver(Dossier dossier, string offre) => dossier.Chiffrage.Offres.FirstOrDefault(o => o.Id == offre);

    private static Dossier Poser(Dossier dossier, OffreRecue offre) => dossier with
    {
        Chiffrage = dossier.Chiffrage with { Offres = [.. dossier.Chiffrage.Offres.Select(o => o.Id == offre.Id ? offre : o)] },
    };

    private static Dossier Sans(Dossier dossier, string offre) => dossier with
    {
        Chiffrage = dossier.Chiffrage with { Offres = [.. dossier.Chiffrage.Offres.Where(o => o.Id != offre)] },
    };

    // « chiffrage.offres[1].lignes[0].montant » se lit ici « Offre.Lignes[0].Montant ».
    private static string? Champ(string chemin)
    {
        const string Debut = "chiffrage.offres[";
        var fin = chemin.StartsWith(Debut, StringComparison.Ordinal) ? chemin.IndexOf("].", StringComparison.Ordinal) : -1;
        return fin < 0 ? null : Chemins.Champ("Offre", chemin[(fin + 2)..]);
    }
}
