using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Delais;

/// <summary>Les délais connus, lus d'un fichier daté.</summary>
public static class Regles
{
    private static readonly Contenu Lu = Lire();

    private static readonly Dictionary<string, Regle> ParId = Lu.Regles.ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>Toutes, dans l'ordre du fichier.</summary>
    public static IReadOnlyList<Regle> Toutes => Lu.Regles;

    /// <summary>Jours d'avance des rappels : 180, 90, 30 et 7.</summary>
    public static IReadOnlyList<int> Rappels => Lu.Rappels;

    /// <summary>Jours avant le jour prudent à partir desquels une échéance est urgente.</summary>
    public static int JoursUrgents => Lu.JoursUrgents;

    /// <summary>Jour annoncé de la renumérotation du code de procédure pénale, et ce qu'il faut vérifier alors.</summary>
    public static (DateOnly Du, string Texte) Renumerotation => Lu.Renumerotation;

    /// <summary>Règle de cet identifiant, ou rien.</summary>
    public static Regle? Trouver(string id) => id is null ? null : ParId.GetValueOrDefault(id);

    private static Contenu Lire()
    {
        using var fiche = Fiche.Ouvrir("delais/regles.json", Editions.FichiersEmbarques());
        var lueLe = fiche.Date(fiche.Racine, "verifie_le");
        var lectures = fiche.Racine.GetProperty("lectures").EnumerateObject().ToDictionary(
            l => l.Name, l => (Titre: fiche.Texte(l.Value, "titre"), Adresse: fiche.Texte(l.Value, "adresse")));
        var renumerotation = fiche.Racine.GetProperty("renumerotation");
        return new(
            [.. fiche.Elements(fiche.Racine, "regles").Select(Une)],
            [.. fiche.Elements(fiche.Racine, "alertes").Select(j => j.GetInt32())],
            fiche.Racine.GetProperty("urgent").GetInt32(),
            (fiche.Date(renumerotation, "du"), fiche.Texte(renumerotation, "texte")));

        Regle Une(JsonElement r) => new(fiche.Texte(r, "id"), fiche.Texte(r, "libelle"))
        {
            Abrege = fiche.Texte(r, "abrege"),
            Mode = fiche.Parmi<ModeDeDepart>(r, "mode"),
            Comput = fiche.Parmi<Comput>(r, "comput"),
            Reperes = [.. fiche.Textes(r, "reperes").Select(t => fiche.EnEnum<Repere>(t, "reperes"))],
            Charge = fiche.Parmi<Charge>(r, "charge"),
            Nature = fiche.Parmi<NatureDuTerme>(r, "nature"),
            Releve = r.TryGetProperty("releve", out _) && fiche.Booleen(r, "releve"),
            Distance = r.TryGetProperty("distance", out _) && fiche.Booleen(r, "distance"),
            Butoir = Duree.Lire(fiche.TexteOuVide(r, "butoir")),
            ApresDecision = Duree.Lire(fiche.TexteOuVide(r, "apresDecision")),
            Classe = fiche.TexteOuVide(r, "classe"),
            AccompliPar = fiche.TexteOuVide(r, "accompliPar"),
            Versions = [.. fiche.Elements(r, "versions").Select(Version)],
        };

        VersionDeRegle Version(JsonElement v)
        {
            var du = fiche.Date(v, "du");
            var confiance = fiche.Parmi<Confiance>(v, "confiance");
            var lues = fiche.Textes(v, "lectures").Select(l => lectures[l]).ToList();
            var confianceDesDates = v.TryGetProperty("confianceDesDates", out _) ? fiche.Parmi<Confiance>(v, "confianceDesDates") : confiance;
            var article = new Source(
                GenreSource.Article, fiche.Texte(v, "article"), lues[0].Adresse, lueLe, (Confiance)Math.Max((int)confiance, (int)confianceDesDates))
            {
                Doute = confianceDesDates > confiance ? "date d’application" : "",
                EnVigueur = du,
                Page = lues[0].Titre,
            };
            var discutee = fiche.TexteOuVide(v, "dureeDiscutee");
            return new(
                du, fiche.DateOuVide(v, "au"), Duree.Lire(fiche.Texte(v, "duree")), fiche.Texte(v, "texte"), fiche.Texte(v, "reserve"),
                [article, .. lues.Skip(1).Select(l => new Source(GenreSource.Publication, l.Titre, l.Adresse, lueLe, confiance))])
            {
                Discutee = Duree.Lire(discutee) is { } duree ? (duree, fiche.Texte(v, "lectureDiscutee")) : null,
            };
        }
    }

    private sealed record Contenu(
        IReadOnlyList<Regle> Regles, IReadOnlyList<int> Rappels, int JoursUrgents, (DateOnly Du, string Texte) Renumerotation);
}
