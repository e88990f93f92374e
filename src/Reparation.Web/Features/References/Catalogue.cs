using System.Reflection;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.References;

/// <summary>Tout ce dont un chiffre peut venir, rangé par genre. Rien d'un dossier ici.</summary>
public static class Catalogue
{
    /// <summary>Au-delà, une source est dite à relire : le droit et les barèmes bougent chaque année.</summary>
    private const int MoisDeFraicheur = 12;

    private static readonly IReadOnlyList<Reference> Textes =
    [
        .. typeof(Sources).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(Source))
            .Select(p => (Source)p.GetValue(null)!)
            .Select(s => new Reference("", "", s.Intitule, "", "", s, [])),
    ];

    private static readonly IReadOnlyList<Reference> ReperesReleves =
    [
        .. Reperes.AideHumaine.Select((r, i) => new Reference(
            "reperes", $"aide-humaine-{i + 1}", $"Heure d’aide humaine\u00A0: {r.Libelle}", "", "", r.Source, [])
        {
            Valeurs =
            [
                ("Tarif d’une heure", r.Bas == r.Haut ? r.Bas.ToString() : $"{r.Bas} à {r.Haut}"),
                ("Aides comparables", Francais.Liste([.. r.Natures.Select(n => Libelles.De(n).ToLowerInvariant())])),
                ("Congés et jours fériés", r.CongesCompris ? "compris\u00A0: se compare sur 365 jours" : "non compris"),
            ],
        }),
        new("reperes", "classes-dft", "Classes de gêne temporaire", "", "", Reperes.Classes.Source, [])
        {
            Valeurs = [.. Reperes.Classes.ParTaux.OrderBy(c => c.Key).Select(c => (c.Value, Francais.Pourcent(c.Key)))],
        },
        .. Envois.Limites.Select(l => new Reference(
            "reperes", $"envoi-{l.Canal.ToString().ToLowerInvariant()}", $"Envoi électronique\u00A0: {l.Libelle}", "", "", l.Source, [])
        {
            Valeurs = [("Taille d’un envoi", $"{l.Megaoctets}\u00A0Mo")],
        }),
        new("reperes", "affection-orphelin", "Affection\u00A0: majoration de l’enfant qui n’a plus aucun parent", "", "", Reperes.Orphelin.Source, [])
        {
            Valeurs = [(Reperes.Orphelin.Ligne, $"{Francais.Pourcent(Reperes.Orphelin.Bas)} à {Francais.Pourcent(Reperes.Orphelin.Haut)}")],
        },
    ];

    /// <summary>Rayons de la page, dans l'ordre ; un rayon sans référence n'y est pas.</summary>
    public static IReadOnlyList<Rayon> Rayons(Editions editions)
    {
        ArgumentNullException.ThrowIfNull(editions);
        Rayon[] rayons =
        [
            new("indemnisation", "Référentiels d’indemnisation", [.. editions.Indemnisation.Select(e =>
                new Reference("indemnisation", e.Id, e.Titre, e.Editeur, e.Parution, e.Source, e.Notes))]),
            new("capitalisation", "Barèmes de capitalisation", [.. editions.Capitalisation.Select(e =>
                new Reference("capitalisation", e.Id, e.Titre, e.Editeur, e.Parution, e.Source, e.Notes))]),
            new("mortalite", "Tables de mortalité", [.. editions.Tables.Select(t =>
                new Reference("mortalite", t.Id, t.Titre, "", "", t.Source, t.Notes))]),
            new("series", "Séries datées", [.. editions.Series.Select(s =>
                new Reference("series", s.Id, s.Titre, "", $"jusqu’au {Francais.DateCourte(s.DerniereDate)}", s.Source, s.Notes) { Serie = s })]),
            new("reperes", "Repères relevés", ReperesReleves),
            new("textes", "Textes et décisions", Textes),
        ];
        return [.. rayons.Where(r => r.References.Count > 0)];
    }

    /// <summary>Vrai si la source a été lue il y a plus d'un an.</summary>
    public static bool ARelire(Source source, DateOnly aujourdhui)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.VerifieLe.AddMonths(MoisDeFraicheur) < aujourdhui;
    }
}

/// <summary>Un rayon du catalogue.</summary>
/// <param name="Ancre">Son ancre dans la page, et le début de l'adresse de ses références.</param>
public sealed record Rayon(string Ancre, string Titre, IReadOnlyList<Reference> References);

/// <summary>Une source de chiffres ou de règles.</summary>
/// <param name="Genre">Début de son adresse ; vide si elle n'a pas de page à elle.</param>
public sealed record Reference(
    string Genre, string Id, string Titre, string Editeur, string Parution, Source Source, IReadOnlyList<string> Notes)
{
    public string? Adresse => Genre.Length == 0 ? null : $"/references/{Genre}/{Id}";

    /// <summary>La série datée, si c'en est une.</summary>
    public SerieDatee? Serie { get; init; }

    /// <summary>Valeurs d'un repère, avec leur nom.</summary>
    public IReadOnlyList<(string Nom, string Valeur)> Valeurs { get; init; } = [];

    /// <summary>Vrai si une valeur plus récente peut exister.</summary>
    public bool Perimee(DateOnly aujourdhui) => Serie?.Perimee(aujourdhui) is true;

    /// <summary>Vrai si chacun de ces mots s'y trouve, sans égard à la casse ni aux accents.</summary>
    public bool Contient(IEnumerable<string> mots) => mots.All(m => Lu.Contient(Titre, m) || Lu.Contient(Editeur, m)
        || Lu.Contient(Parution, m) || Lu.Contient(Id, m) || Notes.Any(n => Lu.Contient(n, m)));
}
