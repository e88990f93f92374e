using System.Globalization;
using System.Text.Json;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;

namespace Reparation.Cli.Cas;

/// <summary>
/// Format <c>reparation/deadline-cases@1</c> : une règle, ses données, les dates attendues. Les clés sont celles de la
/// référence, en anglais ; une clé inconnue est refusée, pour qu'une faute de frappe ne passe pas pour une donnée absente.
/// </summary>
internal static class CasDeDelais
{
    public const string Format = "reparation/deadline-cases@1";

    private static readonly Dictionary<string, Repere[]> Reperes = new(StringComparer.Ordinal)
    {
        ["birth_date"] = [Repere.Naissance],
        ["first_fact_date"] = [Repere.PremierFait],
        ["last_fact_date"] = [Repere.DernierFait],
        ["facts_date"] = [Repere.DernierFait],
        ["final_decision_date"] = [Repere.DecisionDefinitive],
        ["judgment_final_date"] = [Repere.DecisionDefinitive],
        ["civil_interest_final_date"] = [Repere.DecisionInteretsCivils],
        ["judgment_date"] = [Repere.Jugement],
        ["service_date"] = [Repere.Signification],
        ["complaint_date"] = [Repere.Plainte],
        ["no_prosecution_date"] = [Repere.RefusDePoursuivre],
        ["hearing_date"] = [Repere.Audience, Repere.AudienceCivi],
        ["fgti_receipt_date"] = [Repere.ReceptionParLeFonds],
        ["offer_date"] = [Repere.Offre],
        ["provision_request_date"] = [Repere.DemandeDeProvision],
        ["notification_date"] = [Repere.Notification],
        ["civi_inadmissible_notification_date"] = [Repere.IrrecevabiliteCivi],
        ["refusal_date"] = [Repere.RefusSarvi],
        ["consolidation_date"] = [Repere.Consolidation],
        ["knowledge_date"] = [Repere.Connaissance],
        ["mission_end_date"] = [Repere.FinDeMission],
        ["emancipation_date"] = [Repere.Emancipation],
        ["interrupting_act_date"] = [Repere.ActeInterruptif],
        ["second_victim_birth_date"] = [Repere.SecondeNaissance],
        ["second_fact_date"] = [Repere.SecondFait],
    };

    private static readonly string[] ClesDuFichier = ["schema", "note", "cases"];
    private static readonly string[] ClesDuCas = ["id", "title_fr", "rule_id", "input", "expected", "reasoning_fr", "confidence", "source"];

    public static bool Reconnait(JsonElement racine) =>
        racine.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.String && schema.ValueEquals(Format);

    public static IReadOnlyList<Resultat> Rejouer(string fichier, JsonElement racine)
    {
        var vus = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Lire(fichier, racine).Select((c, i) => c.Id.Length == 0 || vus.Add(c.Id)
                ? Comparer(fichier, $"cases[{i}]", c)
                : throw new RefusException($"{fichier}\u00A0: cases[{i}].id\u00A0: cet identifiant est porté deux fois.")),
        ];
    }

    /// <summary>Lit un cas seul, ou un fichier de cas.</summary>
    public static IReadOnlyList<Cas> Lire(string fichier, JsonElement racine)
    {
        if (racine.ValueKind == JsonValueKind.Object && racine.TryGetProperty("rule_id", out _))
        {
            return [LireUn(fichier, "(racine)", racine)];
        }

        if (racine.ValueKind != JsonValueKind.Object || !racine.TryGetProperty("cases", out var cas) || cas.ValueKind != JsonValueKind.Array)
        {
            throw new RefusException($"{fichier}\u00A0: cases\u00A0: une liste de cas est attendue, ou un seul objet avec rule_id et input.");
        }

        Cles(fichier, "", racine, ClesDuFichier);
        return [.. cas.EnumerateArray().Select((c, i) => LireUn(fichier, $"cases[{i}]", c))];
    }

    private static Cas LireUn(string fichier, string chemin, JsonElement cas)
    {
        Cles(fichier, chemin, cas, ClesDuCas);
        var regle = Texte(cas, "rule_id");
        if (Regles.Trouver(regle) is null)
        {
            throw Refus(fichier, chemin + ".rule_id", $"règle inconnue. Règles connues\u00A0: {string.Join(", ", Regles.Toutes.Select(r => r.Id))}.");
        }

        if (!cas.TryGetProperty("input", out var entree) || entree.ValueKind != JsonValueKind.Object)
        {
            throw Refus(fichier, chemin + ".input", "un objet de données est attendu.");
        }

        var lecteur = new Lecteur(fichier, chemin + ".input");
        foreach (var champ in entree.EnumerateObject())
        {
            lecteur.Lire(champ);
        }

        return new(Texte(cas, "id"), regle, lecteur.Donnees(), lecteur.Options(), lecteur.Aujourdhui,
            cas.TryGetProperty("expected", out var attendu) ? attendu.Clone() : null);
    }

    private static Resultat Comparer(string fichier, string chemin, Cas cas)
    {
        if (cas.Attendu is not { ValueKind: JsonValueKind.Object } attendu || !attendu.EnumerateObject().Any())
        {
            throw Refus(fichier, chemin + ".expected", "au moins une valeur attendue est nécessaire.");
        }

        // Sans « today », un cas ne dépend d'aucune horloge : il se lit au dernier jour des faits qu'il donne.
        var obtenu = EnJson(cas, Delai.Calculer(cas.Regle, cas.Donnees, cas.Aujourdhui ?? cas.Donnees.Dates.Values.DefaultIfEmpty().Max(), cas.Options));
        var ecarts = new List<string>();
        foreach (var champ in attendu.EnumerateObject())
        {
            var nom = champ.Name == "status_hint" ? "status" : champ.Name;
            if (!obtenu.TryGetValue(nom, out var valeur))
            {
                throw Refus(fichier, $"{chemin}.expected.{champ.Name}", $"clé inconnue. Clés admises\u00A0: {string.Join(", ", obtenu.Keys)}.");
            }

            var lu = JsonSerializer.Serialize(valeur, Json.Options);
            if (lu != JsonSerializer.Serialize(champ.Value, Json.Options))
            {
                ecarts.Add($"{champ.Name}\u00A0: attendu {champ.Value}, calculé {lu.Trim('"')}");
            }
        }

        return new(fichier, cas.Id.Length == 0 ? cas.Regle : cas.Id, ecarts.Count == 0 ? Issue.Reussi : Issue.Echoue, string.Join("\u202F; ", ecarts));
    }

    /// <summary>Réponse de la machine, avec les clés de la référence.</summary>
    public static Dictionary<string, object?> EnJson(Cas? cas, Echeance e) => new()
    {
        ["id"] = cas?.Id,
        ["rule_id"] = e.Regle,
        ["label_fr"] = e.Libelle,
        ["subject"] = e.Sujet,
        ["last_day"] = Jour(e.DernierJour),
        ["last_day_legal"] = Jour(e.DernierJourLegal),
        ["safe_day"] = Jour(e.JourPrudent),
        ["alarm_day"] = Jour(e.JourDAlerte),
        ["last_time"] = e.Heure?.ToString("HH:mm", CultureInfo.InvariantCulture),
        ["status"] = Statut(e.Statut),
        ["apparent"] = e.Apparente,
        ["done_on"] = Jour(e.AccomplieLe),
        ["reason_fr"] = e.Motif,
        ["steps_fr"] = e.Etapes,
        ["missing"] = e.Manque.Select(m => JsonNamingPolicy.SnakeCaseLower.ConvertName(m.ToString())).ToList(),
        ["disputed"] = e.Disputees.Select(d => Jour(d.DernierJour)).ToList(),
        ["disputed_detail"] = e.Disputees.Select(d => new
        {
            d.Libelle,
            DernierJour = Jour(d.DernierJour),
            DernierJourLegal = Jour(d.DernierJourLegal),
            JourPrudent = Jour(d.JourPrudent),
            d.Etapes,
        }).ToList(),
        ["reserve_fr"] = e.Reserve,
        ["reminders"] = e.Rappels.Select(r => Jour(r)).ToList(),
        ["sources"] = e.Sources.Select(Json.Source).ToList(),
    };

    private static string? Jour(DateOnly? jour) => jour?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Statut(StatutDEcheance statut) => statut switch
    {
        StatutDEcheance.Ouvert => "OUVERT",
        StatutDEcheance.Urgent => "URGENT",
        StatutDEcheance.Expire => "EXPIRE",
        StatutDEcheance.ForclosRelevePossible => "FORCLOS_RELEVE_POSSIBLE",
        StatutDEcheance.NonOuvert => "NON_OUVERT",
        _ => "INDETERMINE",
    };

    private static string Texte(JsonElement cas, string nom) =>
        cas.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.String ? valeur.GetString()! : "";

    private static void Cles(string fichier, string chemin, JsonElement objet, string[] admises)
    {
        if (objet.ValueKind != JsonValueKind.Object)
        {
            throw Refus(fichier, chemin, "un objet est attendu.");
        }

        foreach (var champ in objet.EnumerateObject().Where(c => !admises.Contains(c.Name)))
        {
            throw Refus(fichier, $"{chemin}.{champ.Name}".TrimStart('.'), $"clé inconnue. Clés admises\u00A0: {string.Join(", ", admises)}.");
        }
    }

    private static RefusException Refus(string fichier, string chemin, string message) => new($"{fichier}\u00A0: {chemin}\u00A0: {message}");

    /// <summary>Un cas lu.</summary>
    internal sealed record Cas(
        string Id, string Regle, DonneesDeDelai Donnees, OptionsDeDelai Options, DateOnly? Aujourdhui, JsonElement? Attendu);

    private sealed class Lecteur(string fichier, string chemin)
    {
        private readonly Dictionary<Repere, DateOnly> _dates = [];
        private DonneesDeDelai _donnees = new();
        private OptionsDeDelai _options = new();

        public DateOnly? Aujourdhui { get; private set; }

        public DonneesDeDelai Donnees() => _donnees with { Dates = _dates };

        public OptionsDeDelai Options() => _options;

        public void Lire(JsonProperty champ)
        {
            if (Reperes.TryGetValue(champ.Name, out var reperes))
            {
                if (champ.Value.ValueKind != JsonValueKind.Null)
                {
                    Array.ForEach(reperes, r => _dates[r] = Date(champ.Name, champ.Value));
                }

                return;
            }

            switch (champ.Name)
            {
                case "hearing_datetime":
                    LireLAudience(champ.Value);
                    break;
                case "today":
                    Aujourdhui = Date(champ.Name, champ.Value);
                    break;
                case "interrupting_acts":
                    if (champ.Value.ValueKind != JsonValueKind.Array)
                    {
                        throw Refus(fichier, $"{chemin}.{champ.Name}", "une liste de dates est attendue.");
                    }

                    _donnees = _donnees with { ActesInterruptifs = [.. champ.Value.EnumerateArray().Select(a => Date(champ.Name, a))] };
                    break;
                default:
                    LireUnChoix(champ);
                    break;
            }
        }

        private void LireUnChoix(JsonProperty champ) => (_donnees, _options) = champ.Name switch
        {
            "offence_id" => (_donnees with { Infraction = Infraction(champ) }, _options),
            "second_offence_id" => (_donnees with { SecondeInfraction = Infraction(champ) }, _options),
            "article" => (_donnees with { Article = Mot(champ) }, _options),
            "offender_authority" => (_donnees with { AutoriteDeLAuteur = OuiOuNon(champ) }, _options),
            "same_offender" => (_donnees with { MemeAuteur = OuiOuNon(champ) }, _options),
            "unreported_crime" => (_donnees with { CrimeTu = OuiOuNon(champ) }, _options),
            "crime" => (_donnees with { PlaintePourCrime = OuiOuNon(champ) }, _options),
            "prosecution_pending" => (_donnees with { PoursuitesEnCours = OuiOuNon(champ) }, _options),
            "imposed_act" => (_donnees with { ActeImpose = Parmi<ActeImpose>(champ) }, _options),
            "territory" => (_donnees, _options with { Territoire = Parmi<Territoire>(champ) }),
            "residence" => (_donnees, _options with { Demeure = Parmi<Demeure>(champ) }),
            _ => throw Refus(fichier, $"{chemin}.{champ.Name}", "clé inconnue. Vérifiez son orthographe, ou retirez-la."),
        };

        private void LireLAudience(JsonElement valeur)
        {
            var texte = valeur.ValueKind == JsonValueKind.String ? valeur.GetString()! : "";
            if (!DateTime.TryParseExact(texte, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                || !Coherence.EstUneDate(DateOnly.FromDateTime(moment)))
            {
                throw Refus(fichier, chemin + ".hearing_datetime", "une date et une heure sont attendues, comme 2027-03-10T09:00.");
            }

            _dates[Repere.Audience] = DateOnly.FromDateTime(moment);
            _donnees = _donnees with { Heure = TimeOnly.FromDateTime(moment) };
        }

        private DateOnly Date(string nom, JsonElement valeur) =>
            valeur.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(valeur.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            && Coherence.EstUneDate(jour)
                ? jour
                : throw Refus(fichier, $"{chemin}.{nom}", "une date année-mois-jour est attendue, comme 2026-11-24.");

        private string Infraction(JsonProperty champ)
        {
            var id = Mot(champ);
            return Prescription.RegleDe(id) is not null
                ? id
                : throw Refus(fichier, $"{chemin}.{champ.Name}", "infraction inconnue. Prenez l’identifiant d’une qualification de Reparation.");
        }

        private string Mot(JsonProperty champ) => champ.Value.ValueKind == JsonValueKind.String
            ? champ.Value.GetString()!
            : throw Refus(fichier, $"{chemin}.{champ.Name}", "un texte est attendu.");

        private bool OuiOuNon(JsonProperty champ) => champ.Value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Refus(fichier, $"{chemin}.{champ.Name}", "true ou false est attendu."),
        };

        private T Parmi<T>(JsonProperty champ)
            where T : struct, Enum
        {
            var noms = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
            return noms.TryGetValue(Mot(champ), out var valeur)
                ? valeur
                : throw Refus(fichier, $"{chemin}.{champ.Name}", $"valeurs admises\u00A0: {string.Join(", ", noms.Keys)}.");
        }
    }
}
