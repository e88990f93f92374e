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
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Actes;

/// <summary>Les actes que le dossier permet d'imprimer, et ce qui manque aux autres.</summary>
[Route("dossiers/{id:guid}/actes")]
[Rubrique(Section.Documents)]
public sealed class ActesController(
    Archives archives, AccesCourant acces, Editions editions, Modeles modeles, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "actes";

    /// <summary>Un modèle et ce qu'il donne pour ce dossier.</summary>
    /// <param name="Id">Dossier.</param>
    /// <param name="Modele">Modèle.</param>
    /// <param name="Raisons">Pourquoi il ne convient pas ; aucune s'il convient.</param>
    /// <param name="Composition">L'acte en projet, ou ce qui manque ; rien s'il ne convient pas.</param>
    public sealed record Ligne(Guid Id, Modele Modele, IReadOnlyList<string> Raisons, Composition? Composition)
    {
        /// <summary>Ce qui empêche la version à signer, alors que le projet s'imprime.</summary>
        public IReadOnlyList<Manque> AvantDeSigner => Composition is Composition.Prete prete ? prete.Blocages : [];

        /// <summary>Vrai si la version à signer s'imprime.</summary>
        public bool PretASigner => Composition is Composition.Prete { Blocages.Count: 0, ARelire.Count: 0 };
    }

    public sealed record Page(PageDossier De, IReadOnlyList<Ligne> Lignes) : PageNommee(De)
    {
        public override string Vue => "Index";

        /// <summary>Les actes, par destinataire, dans l'ordre des destinataires.</summary>
        public IEnumerable<IGrouping<GroupeDActes, Ligne>> Groupes => Lignes.OrderBy(l => l.Modele.Groupe).GroupBy(l => l.Modele.Groupe);
    }

    /// <summary>Comment l'acte se tire : projet ou version à signer, sous quel profil d'identité, pour quel organisme.</summary>
    public sealed record Tirage(bool Definitif, Profil? Profil, string? Pour)
    {
        /// <summary>Vrai si le modèle se tire ainsi pour ce dossier.</summary>
        public bool Vaut(Modele modele, Dossier dossier) =>
            string.IsNullOrEmpty(Pour) || Redaction.Destinataires(modele, dossier).Any(o => o.Id == Pour);
    }

    public sealed record PageApercu(PageDossier De, Modele Modele, Acte Acte, Tirage Tirage) : PageNommee(De)
    {
        public override string Vue => "Apercu";

        /// <summary>Profils que l'on peut choisir : celui du modèle, et les plus discrets.</summary>
        public IEnumerable<Profil> Profils => Enum.GetValues<Profil>().Where(p => p >= Modele.Profil);

        public IReadOnlyList<Organisme> Destinataires => Redaction.Destinataires(Modele, De.Dossier);
    }

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(
        id,
        p =>
        {
            var bilan = Chiffreur.Evaluer(p.Dossier, editions);
            return new Page(p, [.. modeles.Tous.Where(Ouvre).Select(m => Examiner(m, p, bilan))]);
        },
        annulation);

    [HttpGet("apercu/{*modele}")]
    public async Task<IActionResult> Apercu(Guid id, string modele, Tirage tirage, CancellationToken annulation)
    {
        if (modeles.Trouver(modele) is not { } choisi || !Ouvre(choisi) || await Archives.OuvrirAsync(id, annulation) is not { } ouvert
            || !tirage.Vaut(choisi, ouvert.Dossier))
        {
            return NotFound();
        }

        return Composer(choisi, ouvert.Dossier, tirage) is Composition.Prete prete
            ? Montrer(ouvert, p => new PageApercu(p, choisi, prete.Acte, tirage))
            : Redirect($"/dossiers/{id}/actes");
    }

    [HttpGet("{*modele}")]
    public async Task<IActionResult> Imprimer(Guid id, string modele, Tirage tirage, bool word, CancellationToken annulation)
    {
        if (modeles.Trouver(modele) is not { } choisi || !Ouvre(choisi) || await Archives.OuvrirAsync(id, annulation) is not { } ouvert
            || !tirage.Vaut(choisi, ouvert.Dossier))
        {
            return NotFound();
        }

        if (Composer(choisi, ouvert.Dossier, tirage) is not Composition.Prete prete)
        {
            TempData[Refus] = $"{choisi.Titre} : la version demandée ne s’imprime pas encore. Ce qui lui manque est dit ci-dessous.";
            return Redirect($"/dossiers/{id}/actes");
        }

        try
        {
            var nom = Redaction.NomDeFichier(choisi, ouvert.Dossier, !tirage.Definitif, tirage.Pour ?? "");
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

    // Qui ne voit pas les actes lit les documents faits pour des tiers : leur modèle s'engage à ne rien dire de la procédure.
    private bool Ouvre(Modele modele) => acces.Lit(Section.Actes) || modele.PourLesTiers;

    private Ligne Examiner(Modele modele, PageDossier page, Bilan bilan)
    {
        var raisons = Convenance.Examiner(modele, page.Dossier, Aujourdhui);
        return new(
            page.Id, modele, raisons,
            raisons.Count > 0 ? null : Redaction.Composer(modele, page.Dossier, bilan, Aujourdhui, projet: true, editions));
    }

    private Composition Composer(Modele modele, Dossier dossier, Tirage tirage) => Redaction.Composer(
        modele, dossier, Chiffreur.Evaluer(dossier, editions), Aujourdhui, !tirage.Definitif, editions, tirage.Profil, tirage.Pour ?? "");
}
