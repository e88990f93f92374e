using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Delais;

/// <summary>Régime de prescription d'une famille d'infractions.</summary>
/// <param name="Id">Identifiant.</param>
/// <param name="Libelle">Famille.</param>
/// <param name="Regle">Règle du droit actuel.</param>
/// <param name="Lectures">Autres lectures discutées : nom, et ce qu'elle suppose.</param>
/// <param name="Incertaine">Vrai si le régime même est à vérifier : la loi citée n'a pas été lue pour cette infraction.</param>
public sealed record ClasseDePrescription(
    string Id, string Libelle, string Regle, IReadOnlyDictionary<string, string> Lectures, bool Incertaine);

/// <summary>
/// Prescription de l'action publique, loi après loi : délai du jour des faits, puis chaque loi nouvelle tant qu'il n'est pas
/// expiré. Une prescription acquise le reste (art. 112-2, 4° du code pénal).
/// </summary>
public static class Prescription
{
    private const string AgressionAggravee = "222-30";
    private const string ViolencesAggravees = "222-12";

    private static readonly Contenu Lu = Lire();

    /// <summary>Jour où la prescription glissante est entrée en vigueur.</summary>
    public static DateOnly Glissante => Lu.Glissante;

    /// <summary>Jour d'entrée en vigueur du code pénal : avant lui, l'ancien code.</summary>
    public static DateOnly NouveauCodePenal => Lu.AncienCode;

    /// <summary>Identifiants des infractions classées.</summary>
    public static IReadOnlyList<string> Infractions => [.. Lu.Infractions.Keys];

    /// <summary>Toutes les classes, par identifiant.</summary>
    public static IReadOnlyDictionary<string, ClasseDePrescription> Classes => Lu.Classes;

    /// <summary>Règle de prescription d'une infraction, ou rien si elle est inconnue.</summary>
    public static string? RegleDe(string infraction) => infraction switch
    {
        "non_denonciation" => "PEN-434-3",
        "agression_imposee_tiers_soi" => "PEN-SELON-ACTE",
        _ => Lu.Infractions.TryGetValue(infraction, out var i) ? Lu.Classes[i.Classe].Regle : null,
    };

    /// <summary>Viol, agression ou atteinte sexuelle : ce que la loi de 2021 prolonge.</summary>
    public static bool EstSexuelle(string infraction) => Lu.Infractions.TryGetValue(infraction, out var i) && i.Sexuelle;

    /// <summary>Jour où le texte est entré en vigueur, s'il est connu et récent.</summary>
    internal static DateOnly? TexteDepuis(string infraction) => Lu.Infractions.GetValueOrDefault(infraction)?.Depuis;

    /// <summary>Classe d'une infraction au jour des faits, ou rien.</summary>
    internal static ClasseDePrescription? Classer(string infraction, string article, DateOnly faits)
    {
        var id = Lu.Infractions.GetValueOrDefault(infraction) switch
        {
            null => "",
            { Classe: "violences" } when article == ViolencesAggravees => "violences22212",
            { Classe: "delitSexuel", Sexuelle: true } when article == AgressionAggravee => "agression22230",
            { Avant: { } avant } ancienne when faits < avant => ancienne.ClasseAvant,
            var courante => courante.Classe,
        };
        return Lu.Classes.GetValueOrDefault(id);
    }

    /// <summary>Parcourt les lois depuis les faits.</summary>
    /// <param name="classe">Classe de l'infraction.</param>
    /// <param name="lecture">Nom de la lecture ; vide pour la lecture retenue.</param>
    /// <param name="autorite">Auteur ascendant ou ayant autorité.</param>
    /// <param name="faits">Jour du fait.</param>
    /// <param name="majorite">Majorité de la victime, si elle est connue.</param>
    /// <param name="actes">Actes interruptifs.</param>
    /// <returns>Le parcours, ou rien si la majorité manque.</returns>
    internal static Parcours? Suivre(
        ClasseDePrescription classe, string lecture, bool autorite, DateOnly faits, DateOnly? majorite, IReadOnlyList<DateOnly> actes)
    {
        var etapes = new List<string>();
        var appliquees = new List<Loi>();
        var (loi, regle) = Lu.Lois.Where(l => l.Effet <= faits).Select(l => (Loi: l, Regle: Choisir(l))).Last(l => l.Regle is not null);
        if (Echoir(null) is not { } terme)
        {
            return null;
        }

        etapes.Add($"Loi du jour des faits ({loi.Nom})\u00A0: {Dire(regle!)} = {Francais.Date(terme)}.");
        DateOnly? dernierActe = null;
        foreach (var (jour, nouvelle) in Suite())
        {
            if (terme < jour)
            {
                etapes.Add($"Prescription acquise le {Francais.Date(terme)}, avant le {Francais.Date(jour)}\u00A0: ce qui suit est sans effet.");
                break;
            }

            if (nouvelle is null)
            {
                dernierActe = jour;
                terme = Echoir(dernierActe)!.Value;
                etapes.Add($"Acte interruptif du {Francais.Date(jour)}\u00A0: {Dire(regle!)}, délai entier de l’acte = {Francais.Date(terme)}.");
            }
            else if (Choisir(nouvelle) is { } choisie && (choisie.Depart, choisie.Duree) != (regle!.Depart, regle.Duree))
            {
                (loi, regle) = (nouvelle, choisie);
                if (Echoir(dernierActe) is not { } suivant)
                {
                    return null;
                }

                terme = suivant;
                appliquees.Add(loi);
                var reserve = nouvelle.Reserve.Length > 0 ? " " + nouvelle.Reserve : "";
                etapes.Add($"{Francais.Date(jour)}, {nouvelle.Nom}\u00A0: {Dire(regle)} = {Francais.Date(terme)}.{reserve}");
            }
        }

        // Une loi de mémoire traversée en route a pu sauver l'action de la prescription : elle attend l'avocat comme la dernière.
        return new(terme, regle!.Depart == Depart.Majorite ? Max(majorite!.Value, dernierActe) : Max(faits, dernierActe), regle.Duree, etapes,
            [Citer(loi, classe.Incertaine), .. appliquees.Where(l => l != loi).Select(l => Citer(l, incertaine: false)).Where(s => s.ARelire)]);

        Source Citer(Loi citee, bool incertaine)
        {
            var (credit, doute) = true switch
            {
                _ when incertaine => (Confiance.Contradictoire, ""),
                _ when faits < citee.Effet && citee.AuxFaitsAnterieurs > citee.Confiance => (citee.AuxFaitsAnterieurs, "application aux faits antérieurs"),
                _ when citee.DesDates > citee.Confiance => (citee.DesDates, "date d’application"),
                _ => (citee.Confiance, ""),
            };
            return new(GenreSource.Article, $"art. 7 et 8 du code de procédure pénale, {citee.Nom}", Lu.Adresse, Lu.LueLe, credit)
            {
                Doute = doute,
                EnVigueur = citee.Effet == DateOnly.MinValue ? null : citee.Effet,
                Page = Lu.Page,
            };
        }

        RegleDeLoi? Choisir(Loi l) =>
            l.Regles.FirstOrDefault(r => r.Lecture == lecture && lecture.Length > 0 && Convient(r))
            ?? l.Regles.FirstOrDefault(r => r.Lecture.Length == 0 && Convient(r));

        bool Convient(RegleDeLoi r) => r.Classes.Contains(classe.Id) && (r.Autorite is null || r.Autorite == autorite)
            && !(faits < r.FaitsDepuis) && !(faits >= r.FaitsAvant);

        DateOnly? Echoir(DateOnly? acte) => (regle!.Depart == Depart.Faits ? faits : majorite) is { } depart
            ? Max(regle.Duree.Depuis(depart), acte is { } jour ? regle.Duree.Depuis(jour) : null)
            : null;

        IEnumerable<(DateOnly Jour, Loi? Loi)> Suite() => Lu.Lois.Where(l => l.Effet > faits).Select(l => (l.Effet, (Loi?)l))
            .Concat(actes.Where(a => a >= faits).Select(a => (a, (Loi?)null)))
            .OrderBy(e => e.Item1).ThenBy(e => e.Item2 is null);
    }

    private static string Dire(RegleDeLoi regle) =>
        (regle.Depart == Depart.Faits ? "faits" : "majorité") + " + " + regle.Duree;

    private static DateOnly Max(DateOnly a, DateOnly? b) => b > a ? b.Value : a;

    private static Contenu Lire()
    {
        using var fiche = Fiche.Ouvrir("delais/prescription.json", Editions.FichiersEmbarques());
        var racine = fiche.Racine;
        return new(
            fiche.Date(racine, "ancienCode"), fiche.Date(racine, "glissante"), fiche.Date(racine, "verifie_le"), fiche.Texte("adresse"), fiche.Texte("page"),
            fiche.Elements(racine, "classes").Select(c => new ClasseDePrescription(
                fiche.Texte(c, "id"), fiche.Texte(c, "libelle"), fiche.Texte(c, "regle"),
                c.GetProperty("lectures").EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetString()!),
                fiche.Booleen(c, "incertaine")))
                .ToDictionary(c => c.Id, StringComparer.Ordinal),
            fiche.Elements(racine, "infractions").Select(i => new Infraction(
                fiche.Texte(i, "id"), fiche.Texte(i, "classe"), fiche.Booleen(i, "sexuelle"), fiche.DateOuVide(i, "depuis"),
                fiche.DateOuVide(i, "avant"), fiche.TexteOuVide(i, "classeAvant")))
                .ToDictionary(i => i.Id, StringComparer.Ordinal),
            [.. fiche.Elements(racine, "lois").Select(l => new Loi(
                fiche.Date(l, "effet"), fiche.Texte(l, "loi"), fiche.TexteOuVide(l, "reserve"), fiche.Parmi<Confiance>(l, "confiance"),
                Credit(l, "confianceDesDates"), Credit(l, "auxFaitsAnterieurs"),
                [.. fiche.Elements(l, "regles").Select(Regle)])).OrderBy(l => l.Effet)]);

        Confiance Credit(JsonElement l, string champ) => l.TryGetProperty(champ, out _) ? fiche.Parmi<Confiance>(l, champ) : default;

        RegleDeLoi Regle(JsonElement r) => new(
            [.. fiche.Textes(r, "classes")],
            fiche.Parmi<Depart>(r, "depart"),
            Duree.Lire(fiche.Texte(r, "duree")) ?? throw fiche.Malformee("durée illisible"),
            r.TryGetProperty("autorite", out _) ? fiche.Booleen(r, "autorite") : null,
            fiche.TexteOuVide(r, "lecture"), fiche.DateOuVide(r, "faitsDepuis"), fiche.DateOuVide(r, "faitsAvant"));
    }

    /// <summary>Résultat d'un parcours ; la loi qui gouverne d'abord, puis celles de mémoire qu'il a fallu appliquer.</summary>
    internal sealed record Parcours(DateOnly Terme, DateOnly Depart, Duree Duree, IReadOnlyList<string> Etapes, IReadOnlyList<Source> Lois);

    private enum Depart
    {
        Faits,
        Majorite,
    }

    private sealed record Contenu(
        DateOnly AncienCode, DateOnly Glissante, DateOnly LueLe, string Adresse, string Page,
        IReadOnlyDictionary<string, ClasseDePrescription> Classes, IReadOnlyDictionary<string, Infraction> Infractions, IReadOnlyList<Loi> Lois);

    private sealed record Infraction(string Id, string Classe, bool Sexuelle, DateOnly? Depuis, DateOnly? Avant, string ClasseAvant);

    private sealed record Loi(DateOnly Effet, string Nom, string Reserve, Confiance Confiance, Confiance DesDates, Confiance AuxFaitsAnterieurs, IReadOnlyList<RegleDeLoi> Regles);

    private sealed record RegleDeLoi(
        HashSet<string> Classes, Depart Depart, Duree Duree, bool? Autorite, string Lecture, DateOnly? FaitsDepuis, DateOnly? FaitsAvant);
}
