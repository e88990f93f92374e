using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Reparation.Cli.Cas;
using Reparation.Documents.Calendrier;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>delais</c> : un cas, un fichier de cas, ou tous les délais d'un dossier.</summary>
internal static class CalculerLesDelais
{
    public static Command Commande(TextWriter sortie, TimeProvider horloge, OptionEditions editions)
    {
        var fichier = new Argument<string>("FICHIER") { Description = "Cas {rule_id, input}, fichier de cas, ou dossier reparation/dossier@1." };
        var jour = new Option<string?>("--aujourdhui") { Description = "Jour du calcul, année-mois-jour\u202F; aujourd’hui sinon.", HelpName = "DATE" };
        var ressort = new Option<string?>("--territoire") { Description = "Jours fériés du ressort\u202F; celui du dossier ou du cas sinon. Ressorts\u00A0: " + string.Join(", ", Territoires().Keys) + ".", HelpName = "RESSORT" };
        var ics = new Option<string?>("--ics") { Description = "Écrire l’agenda des délais à venir du dossier, sans aucun nom.", HelpName = "AGENDA.ics" };
        var json = Programme.OptionJson();
        var commande = new Command("delais", "Calculer des délais\u00A0: dernier jour, jour légal, jour prudent, état et raisons.") { fichier, jour, ressort, ics, json };
        commande.SetAction(lecture =>
        {
            var aujourdhui = lecture.GetValue(jour) is { } texte ? Jour(texte) : DateOnly.FromDateTime(horloge.GetLocalNow().DateTime);
            var demande = new Demande(
                lecture.GetRequiredValue(fichier), aujourdhui, Territoire(lecture.GetValue(ressort)), lecture.GetValue(json), editions.Lire(lecture));
            if (lecture.GetValue(ics) is { } agenda)
            {
                EcrireLAgenda(demande, agenda, horloge.GetUtcNow(), sortie);
            }
            else
            {
                Repondre(demande, sortie);
            }

            return Programme.Reussite;
        });
        return commande;
    }

    private static void EcrireLAgenda(Demande demande, string chemin, DateTimeOffset maintenant, TextWriter sortie)
    {
        if (!chemin.EndsWith(".ics", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusException("--ics\u00A0: donnez un nom de fichier qui finit par .ics.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(chemin)) is { } parent && !Directory.Exists(parent))
        {
            throw new RefusException($"--ics\u00A0: le dossier {parent} n’existe pas. Créez-le, ou choisissez-en un autre.");
        }

        var (dossier, tableau) = Dresser(demande);
        // Le jour demandé l'emporte sur l'horloge : c'est lui qui dit quels délais sont à venir.
        var octets = CalendrierIcs.Ecrire(
            [(dossier.Reference, tableau)], new(demande.Aujourdhui.ToDateTime(TimeOnly.FromDateTime(maintenant.UtcDateTime)), TimeSpan.Zero));
        File.WriteAllBytes(chemin, octets);
        if (demande.Json)
        {
            Programme.EcrireJson(sortie, new { dossier.Reference, demande.Aujourdhui, Fichier = chemin, Octets = octets.Length });
        }
        else
        {
            sortie.WriteLine($"{chemin}\u00A0: agenda des délais à venir du dossier {dossier.Reference}.");
        }
    }

    private static void Repondre(Demande demande, TextWriter sortie)
    {
        var (fichier, aujourdhui, ressort, json, _) = demande;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(Fichiers.Texte(Fichiers.Lire(fichier)), new() { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            throw new RefusException($"{fichier}\u00A0: ce fichier n’est pas du JSON valide, ou un champ y est écrit deux fois.");
        }

        using (document)
        {
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out _))
            {
                Repondre(Dresser(demande), demande, sortie);
                return;
            }

            var cas = CasDeDelais.Lire(fichier, document.RootElement);
            var calculs = cas.Select(c => (Cas: c, Echeance: Delai.Calculer(
                c.Regle, c.Donnees, c.Aujourdhui ?? aujourdhui, ressort is { } choisi ? c.Options with { Territoire = choisi } : c.Options))).ToList();
            if (json)
            {
                var reponses = calculs.Select(c => CasDeDelais.EnJson(c.Cas, c.Echeance)).ToList();
                Programme.EcrireJson(sortie, document.RootElement.TryGetProperty("cases", out _) ? reponses : reponses[0]);
            }
            else
            {
                calculs.ForEach(c => Ecrire(c.Echeance, c.Cas.Id, sortie));
            }
        }
    }

    private static (Dossier Dossier, TableauDesDelais Tableau) Dresser(Demande demande)
    {
        var dossier = Fichiers.LireDossier(demande.Fichier, demande.Editions);
        return (dossier, Echeancier.Dresser(dossier, demande.Aujourdhui, demande.Ressort is { } ressort ? new(ressort, dossier.Procedure.Demeure) : null));
    }

    private static void Repondre((Dossier Dossier, TableauDesDelais Tableau) dresse, Demande demande, TextWriter sortie)
    {
        var (dossier, tableau) = dresse;
        var aujourdhui = demande.Aujourdhui;
        if (demande.Json)
        {
            Programme.EcrireJson(sortie, new
            {
                dossier.Reference,
                Aujourdhui = aujourdhui,
                Echeances = tableau.Echeances.Select(e => CasDeDelais.EnJson(null, e)),
                Manques = tableau.Manques.Select(e => CasDeDelais.EnJson(null, e)),
                Ages = tableau.Ages.Select(a => new { a.Libelle, a.Le, a.Effet, Source = Json.Source(a.Source) }),
            });
            return;
        }

        foreach (var echeance in tableau.Echeances)
        {
            Ecrire(echeance, echeance.Sujet, sortie);
        }

        foreach (var manque in tableau.Manques)
        {
            sortie.WriteLine($"À compléter\u00A0: {manque.Libelle} [{manque.Regle}]. {manque.Motif}");
        }

        foreach (var age in tableau.Ages.Where(a => a.Le >= aujourdhui))
        {
            sortie.WriteLine($"{Francais.Date(age.Le)}\u00A0: {age.Libelle}. {age.Effet} ({age.Source.Intitule})");
        }
    }

    private static void Ecrire(Echeance e, string sujet, TextWriter sortie)
    {
        sortie.WriteLine($"{e.Libelle} [{e.Regle}]{(sujet.Length > 0 ? " " + sujet : "")}\u00A0: {Dire(e)}");
        if (e.DernierJour is { } dernier)
        {
            sortie.WriteLine(
                $"  dernier jour {Francais.Date(dernier)}\u202F; jour légal {Francais.Date(e.DernierJourLegal!.Value)}\u202F; jour prudent {Francais.Date(e.JourPrudent!.Value)}");
        }

        foreach (var etape in e.Etapes)
        {
            sortie.WriteLine("  " + etape);
        }

        foreach (var autre in e.Disputees)
        {
            sortie.WriteLine($"  Autre lecture\u00A0: {autre.Libelle}\u00A0: {Francais.Date(autre.DernierJour)}, jour prudent {Francais.Date(autre.JourPrudent)}");
        }

        if (e.Reserve.Length > 0)
        {
            sortie.WriteLine("  " + e.Reserve);
        }

        var source = e.Sources[0];
        sortie.WriteLine($"  {source.Intitule}, lu le {Francais.Date(source.VerifieLe)} ({Bilans.Dire(source.Confiance)})");
    }

    private static string Dire(Echeance e) => e.AccomplieLe is { } fait ? $"fait le {Francais.Date(fait)}" : e.Statut switch
    {
        StatutDEcheance.Ouvert => e.Apparente ? "ouvert, date apparente" : "ouvert",
        StatutDEcheance.Urgent => "urgent",
        StatutDEcheance.Expire => e.Apparente ? "expiré en apparence, à vérifier" : "expiré",
        StatutDEcheance.ForclosRelevePossible => "forclos, relevé possible",
        StatutDEcheance.NonOuvert => "non ouvert",
        _ => "indéterminé. " + e.Motif,
    };

    private static DateOnly Jour(string texte) =>
        DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && Coherence.EstUneDate(jour)
            ? jour
            : throw new RefusException("--aujourdhui\u00A0: une date année-mois-jour est attendue, comme 2026-11-24.");

    private static Territoire? Territoire(string? texte) => texte is null
        ? null
        : Territoires().TryGetValue(texte, out var ressort)
            ? ressort
            : throw new RefusException($"--territoire\u00A0: ressort inconnu. Ressorts\u00A0: {string.Join(", ", Territoires().Keys)}.");

    private static Dictionary<string, Territoire> Territoires() =>
        Enum.GetValues<Territoire>().ToDictionary(t => JsonNamingPolicy.CamelCase.ConvertName(t.ToString()));

    private sealed record Demande(string Fichier, DateOnly Aujourdhui, Territoire? Ressort, bool Json, Editions Editions);
}
