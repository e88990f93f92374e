using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Cas;

/// <summary>
/// Format <c>reparation/cas@1</c> : un poste entier par cas, écrit avec les clés d'un dossier. Le cas est glissé dans un
/// dossier minimal et lu par le même lecteur strict : une faute de frappe y est dite avec son chemin, jamais ignorée.
/// </summary>
internal static partial class CasDePostes
{
    public const string Format = "reparation/cas@1";

    private static readonly string[] ClesDuFichier = ["format", "description", "cas"];
    private static readonly string[] ClesDuCas = ["id", "titre", "source", "calcul", "enfant", "chiffrage", "faits", "proche", "saisie", "attendu"];
    private static readonly string[] ClesAttendues =
    [
        "montant", "demande", "tiersPayeurs", "droit", "aReserver", "sansObjet", "motif", "etapes", "avertissement", "alerte", "comparaisons",
        "composantes", "refus",
    ];

    public static IReadOnlyList<Resultat> Rejouer(string fichier, JsonElement racine, Editions editions)
    {
        Cles(fichier, racine, ClesDuFichier, "");
        if (!racine.TryGetProperty("cas", out var cas) || cas.ValueKind != JsonValueKind.Array)
        {
            throw new RefusException($"{fichier}\u00A0: cas\u00A0: une liste de cas est attendue.");
        }

        var vus = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. cas.EnumerateArray().Select((c, i) =>
            {
                var chemin = $"cas[{i}]";
                Cles(fichier, c, ClesDuCas, chemin + ".");
                var id = Texte(fichier, c, "id", chemin);
                Texte(fichier, c, "titre", chemin);
                Texte(fichier, c, "source", chemin);
                return vus.Add(id)
                    ? Rejouer(fichier, chemin, id, c, editions)
                    : throw new RefusException($"{fichier}\u00A0: {chemin}.id\u00A0: cet identifiant est porté deux fois.");
            }),
        ];
    }

    private static Resultat Rejouer(string fichier, string chemin, string id, JsonElement cas, Editions editions)
    {
        var saisie = Objet(fichier, cas, "saisie", chemin);
        var attendu = Objet(fichier, cas, "attendu", chemin);
        Cles(fichier, attendu, ClesAttendues, chemin + ".attendu.");
        var lecture = DossierJson.Lire(Encoding.UTF8.GetBytes(Composer(fichier, chemin, cas, saisie).ToJsonString()), editions);
        try
        {
            var ecarts = attendu.TryGetProperty("refus", out var refus)
                ? Refuser(lecture, refus)
                : Comparer(Evaluer(fichier, chemin, saisie, lecture, editions), attendu).ToList();
            return new(fichier, id, ecarts.Count == 0 ? Issue.Reussi : Issue.Echoue, string.Join("\u202F; ", ecarts));
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new RefusException($"{fichier}\u00A0: {chemin}.attendu\u00A0: une valeur n’est pas du type attendu.");
        }
    }

    private static JsonObject Composer(string fichier, string chemin, JsonElement cas, JsonElement saisie)
    {
        var chiffrage = Fragment(fichier, cas, "chiffrage", chemin);
        var postes = new JsonArray(JsonNode.Parse(saisie.GetRawText())!.AsObject());
        var proche = EstDUnProche(saisie);
        var duProche = Fragment(fichier, cas, "proche", chemin);
        if (proche)
        {
            duProche["id"] = "proche";
            duProche["postes"] = postes;
        }
        else
        {
            chiffrage["postes"] = postes;
        }

        return new()
        {
            ["format"] = Dossier.FormatCourant,
            ["reference"] = "cas",
            ["pseudonyme"] = "Cas",
            ["enfant"] = Fragment(fichier, cas, "enfant", chemin),
            ["faits"] = Faits(fichier, cas, chemin),
            ["chiffrage"] = chiffrage,
            ["organismes"] = Organismes(saisie),
            ["proches"] = proche ? new JsonArray(duProche) : new JsonArray(),
        };
    }

    private static PosteEvalue Evaluer(string fichier, string chemin, JsonElement saisie, Lecture lecture, Editions editions)
    {
        if (lecture is not Lecture.Reussie { Dossier: var dossier })
        {
            throw new RefusException(Fichiers.Dire(fichier, ((Lecture.Refusee)lecture).Anomalies.Select(a =>
                a with { Chemin = $"{chemin}.{CheminDeLaSaisie().Replace(a.Chemin, "saisie")}" })));
        }

        var bilan = Chiffreur.Evaluer(dossier, editions);
        return (EstDUnProche(saisie) ? bilan.Proches[0].Postes : bilan.Directs).Single(p => p.Poste.Code == Code(saisie));
    }

    // Une saisie qu'aucun écran ni fichier n'accepte : le cas donne des mots du message.
    private static List<string> Refuser(Lecture lecture, JsonElement attendu) => lecture is Lecture.Refusee refusee
        ? refusee.Anomalies.Any(a => a.Message.Contains(attendu.GetString()!, StringComparison.OrdinalIgnoreCase))
            ? []
            : [$"refus inattendu ({string.Join(' ', refusee.Anomalies.Select(a => a.Message))})"]
        : ["cette saisie devait être refusée"];

    private static string Code(JsonElement saisie) =>
        saisie.TryGetProperty("code", out var lu) && lu.ValueKind == JsonValueKind.String ? lu.GetString()! : "";

    private static bool EstDUnProche(JsonElement saisie) => Nomenclature.Trouver(Code(saisie)) is { Victime: not Victime.Directe };

    private static JsonArray Faits(string fichier, JsonElement cas, string chemin)
    {
        if (!cas.TryGetProperty("faits", out var faits))
        {
            return [];
        }

        if (faits.ValueKind != JsonValueKind.Array || faits.EnumerateArray().Any(f => f.ValueKind != JsonValueKind.Object))
        {
            throw new RefusException($"{fichier}\u00A0: {chemin}.faits\u00A0: une liste de faits est attendue.");
        }

        var noeuds = JsonNode.Parse(faits.GetRawText())!.AsArray();
        for (var i = 0; i < noeuds.Count; i++)
        {
            noeuds[i]!["id"] = $"fait-{i + 1}";
        }

        return noeuds;
    }

    private static IEnumerable<string> Comparer(PosteEvalue poste, JsonElement attendu)
    {
        var issue = poste.Evaluation switch
        {
            Evaluation.AReserver reserve => $"réservé\u00A0: {reserve.Motif}",
            Evaluation.SansObjet sansObjet => $"sans objet\u00A0: {sansObjet.Motif}",
            _ => $"chiffré\u00A0: {poste.Brut}",
        };
        var motif = (poste.Evaluation as Evaluation.AReserver)?.Motif ?? (poste.Evaluation as Evaluation.SansObjet)?.Motif ?? "";
        var somme = false;
        foreach (var cle in attendu.EnumerateObject())
        {
            var ecart = cle.Name switch
            {
                "aReserver" => cle.Value.GetBoolean() == (poste.Evaluation is Evaluation.AReserver) ? null : "issue inattendue",
                "sansObjet" => cle.Value.GetBoolean() == (poste.Evaluation is Evaluation.SansObjet) ? null : "issue inattendue",
                "motif" => motif.Contains(cle.Value.GetString()!, StringComparison.OrdinalIgnoreCase) ? null : "motif inattendu",
                "montant" => Ecart("montant", poste.Brut, cle.Value),
                "demande" => Ecart("part demandée", poste.Demande, cle.Value),
                "tiersPayeurs" => Ecart("tiers payeurs", poste.TiersPayeurs, cle.Value),
                "droit" => Ecart("droit à réparation", poste.Droit, cle.Value),
                "avertissement" => Mots("avertissement", (poste.Evaluation as Evaluation.Chiffree)?.Avertissements ?? [], cle.Value),
                "alerte" => Mots("alerte", [.. poste.Alertes.Select(a => a.Message)], cle.Value),
                "comparaisons" => Comparaisons(poste, cle.Value),
                "composantes" => Plaidees(poste, cle.Value),
                _ => Etapes(poste, cle.Value),
            };
            somme |= cle.Name is "montant" or "demande" or "tiersPayeurs" or "droit" or "etapes" or "avertissement" or "comparaisons" or "composantes";
            if (ecart is not null)
            {
                yield return $"{ecart} ({issue})";
            }
        }

        // Un poste réservé vaut zéro : sans ce contrôle, « montant : 0 » le ferait passer pour chiffré.
        if (somme && poste.Evaluation is not Evaluation.Chiffree)
        {
            yield return $"une somme est attendue ({issue})";
        }

        if (!attendu.EnumerateObject().Any())
        {
            yield return "«\u00A0attendu\u00A0» est vide\u00A0: ce cas ne vérifie rien";
        }
    }

    private static string? Ecart(string quoi, Montant calcule, JsonElement attendu) => calcule.Euros == attendu.GetDecimal()
        ? null
        : $"{quoi}\u00A0: attendu {Francais.Euros(attendu.GetDecimal())}, calculé {calcule}";

    private static string? Etapes(PosteEvalue poste, JsonElement attendues)
    {
        var calculees = (poste.Evaluation as Evaluation.Chiffree)?.Calcul.Details.Select(d => d.Resultat.Euros).ToList() ?? [];
        var liste = attendues.EnumerateArray().Select(e => e.GetDecimal()).ToList();
        return calculees.SequenceEqual(liste)
            ? null
            : $"étapes\u00A0: attendu {Dire(liste)}, calculé {Dire(calculees)}";
    }

    private static string? Mots(string quoi, IReadOnlyList<string> textes, JsonElement attendu) =>
        textes.Any(t => t.Contains(attendu.GetString()!, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"{quoi}\u00A0: « {attendu.GetString()} » attendu, lu «\u00A0{string.Join(' ', textes)}\u00A0»";

    private static string? Comparaisons(PosteEvalue poste, JsonElement attendues)
    {
        var lues = (poste.Evaluation as Evaluation.Chiffree)?.Comparaisons ?? [];
        foreach (var attendue in attendues.EnumerateObject())
        {
            var voisines = lues.Where(c => c.Libelle.Contains(attendue.Name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (voisines.Count == 0)
            {
                return $"comparaison absente\u00A0: {attendue.Name}";
            }

            if (voisines.All(v => v.Resultat.Euros != attendue.Value.GetDecimal()))
            {
                return $"comparaison {attendue.Name}\u00A0: attendu {Francais.Euros(attendue.Value.GetDecimal())}, calculé {voisines[0].Resultat}";
            }
        }

        return null;
    }

    private static string? Plaidees(PosteEvalue poste, JsonElement attendues)
    {
        var plaidees = (poste.Evaluation as Evaluation.Chiffree)?.Composantes.Select(c => c.Nom).ToList() ?? [];
        return plaidees.SequenceEqual(attendues.EnumerateArray().Select(a => a.GetString()!))
            ? null
            : $"composantes\u00A0: calculé {Francais.Liste(plaidees)}";
    }

    private static string Dire(List<decimal> sommes) =>
        sommes.Count == 0 ? "aucune" : string.Join(" + ", sommes.Select(Francais.Euros));

    private static JsonArray Organismes(JsonElement saisie)
    {
        var organismes = new JsonArray();
        if (saisie.TryGetProperty("prestations", out var prestations) && prestations.ValueKind == JsonValueKind.Array)
        {
            foreach (var id in prestations.EnumerateArray()
                .Select(p => p.ValueKind == JsonValueKind.Object && p.TryGetProperty("organisme", out var o) && o.ValueKind == JsonValueKind.String
                    ? o.GetString()! : "")
                .Where(o => o.Length > 0).Distinct(StringComparer.Ordinal))
            {
                organismes.Add(new JsonObject { ["id"] = id, ["nature"] = "autre" });
            }
        }

        return organismes;
    }

    private static JsonObject Fragment(string fichier, JsonElement cas, string nom, string chemin) =>
        cas.TryGetProperty(nom, out _) ? JsonNode.Parse(Objet(fichier, cas, nom, chemin).GetRawText())!.AsObject() : [];

    private static JsonElement Objet(string fichier, JsonElement parent, string nom, string chemin) =>
        parent.TryGetProperty(nom, out var objet) && objet.ValueKind == JsonValueKind.Object
            ? objet
            : throw new RefusException($"{fichier}\u00A0: {chemin}.{nom}\u00A0: un objet est attendu.");

    private static string Texte(string fichier, JsonElement parent, string nom, string chemin) =>
        parent.TryGetProperty(nom, out var texte) && texte.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(texte.GetString())
            ? texte.GetString()!
            : throw new RefusException($"{fichier}\u00A0: {chemin}.{nom}\u00A0: un texte est attendu.");

    private static void Cles(string fichier, JsonElement objet, string[] permises, string chemin)
    {
        if (objet.ValueKind != JsonValueKind.Object)
        {
            throw new RefusException($"{fichier}\u00A0: {chemin.TrimEnd('.')}\u00A0: un objet est attendu.");
        }

        foreach (var cle in objet.EnumerateObject().Where(c => !permises.Contains(c.Name)))
        {
            throw new RefusException($"{fichier}\u00A0: {chemin}{cle.Name}\u00A0: clé inconnue. Clés permises\u00A0: {string.Join(", ", permises)}.");
        }
    }

    [GeneratedRegex(@"^(chiffrage|proches\[0\])\.postes(\[0\])?")]
    private static partial Regex CheminDeLaSaisie();
}
