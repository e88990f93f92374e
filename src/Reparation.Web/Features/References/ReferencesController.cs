using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.References;

/// <summary>D'où vient chaque chiffre : éditions, tables, textes, nomenclature, qualifications. Rien d'un dossier ici.</summary>
[Route("references")]
public sealed class ReferencesController(Editions editions, TimeProvider horloge) : Controller
{
    private const int MotLePlusLong = 80;

    /// <summary>Le catalogue, filtré.</summary>
    /// <param name="Total">Nombre de références avant le filtre.</param>
    public sealed record Page(IReadOnlyList<Rayon> Rayons, int Total, string Mots, Confiance? Credit, DateOnly Aujourdhui)
    {
        public bool Filtree => Mots.Length > 0 || Credit is not null;

        public int Trouvees => Rayons.Sum(r => r.References.Count);
    }

    /// <summary>Une référence et ses valeurs ; une seule des valeurs est présente.</summary>
    public sealed record PageReference(Reference Reference, DateOnly Aujourdhui)
    {
        public EditionIndemnisation? Indemnisation { get; init; }

        public EditionCapitalisation? Capitalisation { get; init; }

        public TableDeMortalite? Table { get; init; }

        /// <summary>Barèmes qui suivent cette table.</summary>
        public IReadOnlyList<EditionCapitalisation> Suiveurs { get; init; } = [];
    }

    [HttpGet("")]
    public IActionResult Index(string? mots, Confiance? credit)
    {
        var cherches = (mots ?? "").Trim();
        cherches = cherches.Length > MotLePlusLong ? cherches[..MotLePlusLong] : cherches;
        var retenu = credit is { } c && Enum.IsDefined(c) ? credit : null;
        var rayons = Catalogue.Rayons(editions);
        var decoupes = cherches.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return View(new Page(
            [.. rayons.Select(r => r with
            {
                References = [.. r.References.Where(e => e.Contient(decoupes) && (retenu is null || e.Source.Confiance == retenu))],
            }).Where(r => r.References.Count > 0)],
            rayons.Sum(r => r.References.Count), cherches, retenu, Horloges.Aujourdhui(horloge)));
    }

    [HttpGet("{genre}/{reference}")]
    public IActionResult Une(string genre, string reference)
    {
        if (Catalogue.Rayons(editions).SelectMany(r => r.References).FirstOrDefault(r => r.Genre == genre && r.Id == reference)
            is not { Genre.Length: > 0 } trouvee)
        {
            return NotFound();
        }

        var table = genre == "mortalite" ? editions.Tables.Single(t => t.Id == reference) : null;
        return View(new PageReference(trouvee, Horloges.Aujourdhui(horloge))
        {
            Indemnisation = genre == "indemnisation" ? editions.TrouverIndemnisation(reference) : null,
            Capitalisation = genre == "capitalisation" ? editions.TrouverCapitalisation(reference) : null,
            Table = table,
            Suiveurs = table is null ? [] : [.. editions.Capitalisation.Where(e => e.Femmes?.Id == table.Id || e.Hommes?.Id == table.Id)],
        });
    }
}
