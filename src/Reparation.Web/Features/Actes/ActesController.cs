using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Word;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Actes;

/// <summary>Les actes que le dossier permet d'imprimer, et ce qui manque aux autres.</summary>
[Route("dossiers/{id:guid}/actes")]
public sealed class ActesController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "actes";

    /// <summary>Un modèle et ce qu'il donne pour ce dossier.</summary>
    public sealed record Ligne(Modele Modele, Composition Composition);

    public sealed record Page(PageDossier De, IReadOnlyList<Ligne> Lignes) : PageNommee(De)
    {
        public override string Vue => "Index";
    }

    public sealed record PageApercu(PageDossier De, Modele Modele, Acte Acte, bool Definitif) : PageNommee(De)
    {
        public override string Vue => "Apercu";
    }

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(
        id,
        p => new Page(p, [.. Modeles.Embarques.Tous.Select(m => new Ligne(m, Composer(m, p.Dossier, projet: true)))]),
        annulation);

    [HttpGet("apercu/{*modele}")]
    public async Task<IActionResult> Apercu(Guid id, string modele, bool definitif, CancellationToken annulation)
    {
        if (Modeles.Embarques.Trouver(modele) is not { } choisi || await Archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return NotFound();
        }

        return Composer(choisi, ouvert.Dossier, !definitif) is Composition.Prete prete
            ? await Montrer(id, p => new PageApercu(p, choisi, prete.Acte, definitif), annulation)
            : Redirect($"/dossiers/{id}/actes");
    }

    [HttpGet("{*modele}")]
    public async Task<IActionResult> Imprimer(Guid id, string modele, bool definitif, bool word, CancellationToken annulation)
    {
        if (Modeles.Embarques.Trouver(modele) is not { } choisi || await Archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return NotFound();
        }

        if (Composer(choisi, ouvert.Dossier, !definitif) is not Composition.Prete prete)
        {
            TempData[Refus] = $"{choisi.Titre} : la version demandée ne s’imprime pas encore. Ce qui lui manque est dit ci-dessous.";
            return Redirect($"/dossiers/{id}/actes");
        }

        try
        {
            var nom = $"{choisi.NomDeFichier}-{ouvert.Dossier.Reference}{(definitif ? "" : "-projet")}";
            return word
                ? File(MoteurWord.Composer(prete.Acte, choisi.Charte), MoteurWord.TypeMime, nom + ".docx")
                : File(new MoteurMaison().Composer(prete.Acte, choisi.Charte).Octets, "application/pdf", nom + ".pdf");
        }
        catch (RenduException refus)
        {
            TempData[Refus] = $"{choisi.Titre} : {refus.Message}";
            return Redirect($"/dossiers/{id}/actes");
        }
    }

    private Composition Composer(Modele modele, Dossier dossier, bool projet) =>
        Redaction.Composer(modele, dossier, Chiffreur.Evaluer(dossier, editions), Aujourdhui, projet, editions);
}
