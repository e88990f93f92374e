using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Infractions;

/// <summary>Les infractions connues, et la forme de l'atteinte pour laquelle chacune se cherche.</summary>
public static class Catalogue
{
    private static readonly Dictionary<Technique, IReadOnlyList<string>> Ordres = LireLesOrdres();

    /// <summary>Toutes, dans l'ordre du code.</summary>
    public static IReadOnlyList<Infraction> Toutes { get; } = Lire();

    private static readonly Dictionary<string, Infraction> ParId = Toutes.ToDictionary(i => i.Id, StringComparer.Ordinal);

    /// <summary>Infraction de cet identifiant, ou rien.</summary>
    public static Infraction? Trouver(string id) => id is null ? null : ParId.GetValueOrDefault(id);

    /// <summary>Infractions à chercher pour cette forme de l'atteinte, dans l'ordre où elles se cherchent.</summary>
    public static IReadOnlyList<Infraction> Pour(Technique technique) => [.. Ordres[technique].Select(id => ParId[id])];

    private static Dictionary<Technique, IReadOnlyList<string>> LireLesOrdres()
    {
        using var fiche = Fiche.Ouvrir("infractions/techniques.json", SourcesDuDroit.Fichiers);
        return fiche.Elements(fiche.Racine, "techniques").ToDictionary(t => fiche.Parmi<Technique>(t, "technique"), t => fiche.Textes(t, "infractions"));
    }

    private static List<Infraction> Lire()
    {
        var lues = new List<Infraction>();
        foreach (var nom in SourcesDuDroit.Fichiers.Keys.Where(n => n.StartsWith("infractions/", StringComparison.Ordinal)))
        {
            using var fiche = Fiche.Ouvrir(nom, SourcesDuDroit.Fichiers);
            if (fiche.Contient("infractions"))
            {
                lues.AddRange(fiche.Elements(fiche.Racine, "infractions").Select(i => Lire(fiche, i)));
            }
        }

        return [.. lues.OrderBy(i => RangDansLeCode(i.Articles[0]), StringComparer.Ordinal).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }

    private static Infraction Lire(Fiche fiche, JsonElement i)
    {
        var id = fiche.Texte(i, "id");
        return new(id, fiche.Texte(i, "intitule"), fiche.Textes(i, "articles"))
        {
            CiteeA7063 = fiche.Parmi<Appartenance>(i, "citeeA7063"),
            Condition = fiche.Texte(i, "condition"),
            Article70647 = fiche.Parmi<Appartenance>(i, "article70647"),
            Prescription = fiche.Texte(i, "prescription"),
            Juridictions = fiche.Textes(i, "juridictions"),
            Materiel = fiche.Texte(i, "materiel"),
            Avant = fiche.Texte(i, "avant"),
            Note = fiche.Texte(i, "note"),
            Techniques = [.. Ordres.Where(o => o.Value.Contains(id)).Select(o => o.Key)],
            Sources = SourcesDuDroit.Citer(fiche.Textes(i, "sources")),
            Versions = [.. fiche.Elements(i, "versions").Select(v => LireVersion(fiche, v))],
        };
    }

    private static VersionDInfraction LireVersion(Fiche fiche, JsonElement v) => new(
        fiche.Date(v, "du"),
        fiche.DateOuVide(v, "au"),
        [.. fiche.Textes(v, "elements").Select(e => fiche.EnEnum<ElementLegal>(e, "elements"))],
        [.. fiche.Elements(v, "peines").Select(p => new Peine(
            fiche.Texte(p, "privation"), p.TryGetProperty("amende", out _) ? fiche.Montant(p, "amende") : null, fiche.Texte(p, "quand")))],
        fiche.Parmi<Confiance>(v, "confiance"),
        fiche.Parmi<Confiance>(v, "confianceDesDates"),
        SourcesDuDroit.Citer(fiche.Textes(v, "sources")))
    {
        Resume = fiche.Texte(v, "resume"),
        Reserve = fiche.Texte(v, "reserve"),
    };

    private static string RangDansLeCode(string article) => string.Join('-', article.Split('-').Select(n => n.PadLeft(4, '0')));
}
