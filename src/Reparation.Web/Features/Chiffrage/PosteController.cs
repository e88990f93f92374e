using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>La saisie d'un poste, de l'enfant ou d'un proche, avec son calcul à côté.</summary>
[Route("dossiers/{id:guid}/chiffrage/{code}")]
[Route("dossiers/{id:guid}/chiffrage/proches/{proche}/{code}")]
[Rubrique(Section.Chiffrage)]
public sealed class PosteController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, string code, string? proche, CancellationToken annulation) =>
        await ExisteAsync(id, code, proche, annulation)
            ? await Montrer(id, p => Page(p, code, proche), annulation)
            : NotFound();

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Enregistrer(Guid id, string code, string? proche, CancellationToken annulation)
    {
        if (!await ExisteAsync(id, code, proche, annulation))
        {
            return NotFound();
        }

        return await Recevoir(
            id,
            $"Chiffrage : {code}",
            "Poste",
            typeof(SaisiePoste),
            (lecteur, depart, arbre) => Poser(depart, code, proche, lecteur.Lire(Saisie(depart, code, proche), arbre.Membre("Poste") ?? new(), "Poste")),
            chemin => Champ(chemin),
            p => Page(p, code, proche),
            annulation);
    }

    /// <summary>Le calcul que donnerait la saisie en cours ; rien n'est enregistré.</summary>
    [HttpPost("apercu"), ValidateAntiForgeryToken, SuitLaFrappe]
    public async Task<IActionResult> Apercu(Guid id, string code, string? proche, int version, CancellationToken annulation)
    {
        if (Nomenclature.Trouver(code) is null || await Archives.OuvrirVersionAsync(id, version, annulation) is not { } depart
            || !Existe(depart.Dossier, code, proche))
        {
            return NotFound();
        }

        var arbre = Noeud.Lire(Request.Form).Membre("Poste") ?? new();
        LecteurDeFormulaire.RetirerLesVierges(arbre, typeof(SaisiePoste));
        var saisie = new LecteurDeFormulaire(ModelState).Lire(Saisie(depart.Dossier, code, proche), arbre, "Poste");
        var dossier = Poser(depart.Dossier, code, proche, saisie);
        return PartialView("_Calcul", Page(new(id, version, dossier, Rubrique, Aujourdhui), code, proche));
    }

    private async Task<bool> ExisteAsync(Guid id, string code, string? proche, CancellationToken annulation) =>
        await Archives.OuvrirAsync(id, annulation) is { } ouvert && Existe(ouvert.Dossier, code, proche);

    private static bool Existe(Dossier dossier, string code, string? proche) =>
        Nomenclature.Trouver(code) is { } poste
        && (proche is null ? poste.Victime == Victime.Directe : poste.Victime != Victime.Directe && dossier.Proches.Any(p => p.Id == proche));

    private PagePoste Page(PageDossier page, string code, string? proche) => new(
        page, editions, Nomenclature.Trouver(code)!, Saisie(page.Dossier, code, proche), page.Dossier.Proches.FirstOrDefault(p => p.Id == proche));

    private static SaisiePoste Saisie(Dossier dossier, string code, string? proche) =>
        Saisies(dossier, proche).FirstOrDefault(s => s.Code == code) ?? new() { Code = code };

    private static IReadOnlyList<SaisiePoste> Saisies(Dossier dossier, string? proche) => proche is null
        ? dossier.Chiffrage.Postes
        : dossier.Proches.FirstOrDefault(p => p.Id == proche)?.Postes ?? [];

    private static Dossier Poser(Dossier dossier, string code, string? proche, SaisiePoste saisie)
    {
        saisie = saisie with { Code = code };
        var toutes = Saisies(dossier, proche).ToList();
        var place = toutes.FindIndex(s => s.Code == code);
        if (place >= 0)
        {
            toutes.RemoveAt(place);
        }
        else
        {
            // Une saisie neuve prend son rang dans la nomenclature ; les autres gardent le leur.
            var rangs = Nomenclature.Postes.Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i);
            place = toutes.FindIndex(s => rangs.GetValueOrDefault(s.Code, int.MaxValue) > rangs[code]);
        }

        if (saisie is not { Choix: ChoixPoste.Demander, Motif: "", Recit: "" } || !saisie.EstVierge())
        {
            toutes.Insert(place < 0 ? toutes.Count : place, saisie);
        }

        return proche is null
            ? dossier with { Chiffrage = dossier.Chiffrage with { Postes = toutes } }
            : dossier with { Proches = [.. dossier.Proches.Select(p => p.Id == proche ? p with { Postes = toutes } : p)] };
    }

    // « chiffrage.postes[4].periodes[0].au » se lit ici « Poste.Periodes[0].Au ».
    private static string? Champ(string chemin)
    {
        var fin = chemin.StartsWith("chiffrage.postes[", StringComparison.Ordinal)
            || (chemin.StartsWith("proches[", StringComparison.Ordinal) && chemin.Contains(".postes[", StringComparison.Ordinal))
                ? chemin.IndexOf("].", chemin.IndexOf("postes[", StringComparison.Ordinal), StringComparison.Ordinal)
                : -1;
        return fin < 0 ? null : Chemins.Champ("Poste", chemin[(fin + 2)..]);
    }
}
